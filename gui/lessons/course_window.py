"""The course: all lessons of a folder, what each is about, and how far one is."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.scenario.bookmark import Bookmark
from core.scenario.course import Course, Lesson
from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import visible, visible_line
from gui.widgets.markdown_text import MarkdownText

_KEY = Qt.ItemDataRole.UserRole

_MARKS = {"done": "✓", "begun": "◐", "new": "○", "not here": "–"}


class CourseWindow(QDialog):
    """Lets one lesson be chosen."""

    chosen = Signal(str, bool)
    """A lesson's key, and whether it is to begin at its beginning."""
    folder_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without lessons."""
        super().__init__(parent)
        self._course = Course((), ())
        self._bookmarks: Mapping[str, Bookmark] = {}
        self._folder = ""
        self._where = QLabel()
        self._list = QListWidget()
        self._title = QLabel()
        self._facts = QLabel()
        self._about = MarkdownText()
        self._why_not = QLabel()
        self._errors_title = QLabel()
        self._errors = QPlainTextEdit()
        self._begin = QPushButton()
        self._again = QPushButton()
        self._open = QPushButton()
        self._own = QPushButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.setObjectName("course_window")
        self.resize(900, 680)
        self._name_parts()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def show_course(
        self, course: Course, bookmarks: Mapping[str, Bookmark], folder: str, key: str = ""
    ) -> None:
        """Show the lessons of `folder` ("": the program's own), the one of that key chosen."""
        self._course, self._bookmarks, self._folder = course, bookmarks, folder
        self._fill(key or self._first_to_do())
        self._say_words()

    def key(self) -> str:
        """Return the key of the lesson that is shown, "" for none."""
        item = self._list.currentItem()
        return str(item.data(_KEY)) if item else ""

    def _first_to_do(self) -> str:
        """Return the lesson that was begun, else the first that was not, else the first."""
        lessons = [lesson for lesson in self._course.lessons if lesson.is_for_this_system]
        begun = [lesson.key for lesson in lessons if self._bookmarks[lesson.key].is_begun]
        new = [lesson.key for lesson in lessons if not self._bookmarks[lesson.key].is_finished]
        return next(iter(begun + new + [lesson.key for lesson in lessons]), "")

    def _fill(self, key: str) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for number, lesson in enumerate(self._course.lessons, 1):
            mark = _MARKS[self._state(lesson)]
            title = visible_line(lesson.scenario.title)
            line = f"{mark}  {number}. {title}"
            minutes = lesson.scenario.minutes
            item = QListWidgetItem(self.tr("{0} · {1} min").format(line, minutes) if minutes else line)
            item.setData(_KEY, lesson.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {self._facts_of(lesson)}")
            self._list.addItem(item)
            if lesson.key == key:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        self._show_lesson()

    def _lesson(self) -> Lesson | None:
        key = self.key()
        return next((lesson for lesson in self._course.lessons if lesson.key == key), None)

    def _state(self, lesson: Lesson) -> str:
        if not lesson.is_for_this_system:
            return "not here"
        bookmark = self._bookmarks.get(lesson.key, Bookmark())
        return "done" if bookmark.is_finished else "begun" if bookmark.is_begun else "new"

    def _show_lesson(self) -> None:
        lesson = self._lesson()
        scenario = lesson.scenario if lesson else None
        self._title.setText(visible_line(scenario.title) if scenario else self.tr("No lessons here."))
        self._about.show_markdown(scenario.about if scenario else "")
        self._facts.setText(self._facts_of(lesson) if lesson else "")
        is_here = lesson is not None and lesson.is_for_this_system
        self._why_not.setText("" if lesson is None or is_here else self._reason(lesson))
        self._why_not.setVisible(lesson is not None and not is_here)
        bookmark = self._bookmarks.get(lesson.key, Bookmark()) if lesson else Bookmark()
        self._begin.setEnabled(is_here)
        self._begin.setText(self.tr("&Go on") if bookmark.is_begun else self.tr("&Begin"))
        self._again.setVisible(is_here and bookmark.is_begun)

    def _facts_of(self, lesson: Lesson) -> str:
        state = {
            "done": self.tr("done"),
            "begun": self.tr("begun"),
            "new": self.tr("not begun yet"),
            "not here": self.tr("not on this system"),
        }[self._state(lesson)]
        minutes = self.tr("about {0} minutes").format(lesson.scenario.minutes)
        facts = [minutes] if lesson.scenario.minutes else []
        return " · ".join([*facts, self.tr("{0} steps").format(len(lesson.scenario.steps)), state])

    def _reason(self, lesson: Lesson) -> str:
        why = visible(lesson.scenario.why_here)
        return self.tr("Not on this system, because: {0}").format(why)

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("Lessons"))
        self._again.setText(self.tr("Begin &again"))
        self._open.setText(self.tr("&Open a folder…"))
        self._own.setText(self.tr("&Socket Lab's own lessons"))
        self._own.setVisible(bool(self._folder))
        self._where.setText(self._words_of_folder())
        self._errors_title.setText(self.tr("Files that are no lessons:"))
        self._errors.setPlainText("\n".join(self._words_of_errors()))
        self._errors_title.setVisible(bool(self._course.errors))
        self._errors.setVisible(bool(self._course.errors))
        for part, words in (
            (self._list, self.tr("Lessons")),
            (self._about, self.tr("What it is about")),
            (self._errors, self.tr("Files that are no lessons")),
        ):
            part.setAccessibleName(words)
        self._show_lesson()

    def _words_of_folder(self) -> str:
        if not self._folder:
            return self.tr("Predict, run, explain: choose a lesson. Your own servers and clients stay.")
        return self.tr("Lessons in the folder {0}").format(visible_line(self._folder))

    def _words_of_errors(self) -> list[str]:
        lines = []
        for error in self._course.errors:
            place = f"{Path(error.path).name}:{error.line}" if error.line else Path(error.path).name
            lines.append(visible_line(f"{place}: {translated(error.sentence)}"))
        return lines

    def _name_parts(self) -> None:
        for part, name in (
            (self._where, "course_where"),
            (self._list, "course_lessons"),
            (self._title, "course_title"),
            (self._facts, "course_facts"),
            (self._about, "course_about"),
            (self._why_not, "course_why_not"),
            (self._errors, "course_errors"),
            (self._begin, "begin_lesson"),
            (self._again, "begin_again"),
            (self._open, "open_lesson_folder"),
            (self._own, "own_lessons"),
            (self._buttons.button(QDialogButtonBox.StandardButton.Close), "close_course"),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        self._list.setSpacing(2)
        self._list.setMinimumWidth(360)
        self._errors.setReadOnly(True)
        self._errors.setMaximumHeight(90)
        for label, role in (
            (self._where, "muted"),
            (self._title, "strong"),
            (self._facts, "muted"),
            (self._why_not, "warning"),
            (self._errors_title, "warning"),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_role(label, role)
        set_role(self._begin, "primary")
        self._begin.setDefault(True)
        self._buttons.addButton(self._begin, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self._list, 3)
        columns.addWidget(self._page(), 2)
        sources = QHBoxLayout()
        for part in (self._open, self._own):
            sources.addWidget(part)
        sources.addStretch(1)
        sources.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._where)
        layout.addLayout(columns, 1)
        layout.addWidget(self._errors_title)
        layout.addWidget(self._errors)
        layout.addLayout(sources)

    def _page(self) -> QFrame:
        page = QFrame()
        set_role(page, "card")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for part in (self._title, self._facts, self._why_not):
            layout.addWidget(part)
        layout.addWidget(self._about, 1)
        return page

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_lesson)
        self._list.itemDoubleClicked.connect(lambda: self._choose(False))
        self._begin.clicked.connect(lambda: self._choose(False))
        self._again.clicked.connect(lambda: self._choose(True))
        self._open.clicked.connect(self.folder_wanted)
        self._own.clicked.connect(self.own_wanted)
        self._buttons.rejected.connect(self.reject)

    def _choose(self, from_start: bool) -> None:
        if self._begin.isEnabled():
            self.accept()
            self.chosen.emit(self.key(), from_start)
