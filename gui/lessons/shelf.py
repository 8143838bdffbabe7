"""Where lessons come from: the program's own, in the language of the window, or a teacher's folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.scenario.course import Course, Lesson, own_folder, read_course
from core.scenario.reading import ScenarioError
from gui.language import language_of_now
from gui.lessons.course_window import CourseWindow
from gui.remembered import Remembered

if TYPE_CHECKING:
    from core.scenario.bookmark import Bookmark


class LessonShelf(QObject):
    """Shows the lessons of one folder at a time, and remembers how far each has come."""

    chosen = Signal(object, bool)
    """A `Lesson` is to be opened, and whether it is to begin at its beginning."""

    def __init__(self, remembered: Remembered, window: QWidget) -> None:
        """Begin with the folder that was opened last; dialogs belong to `window`."""
        super().__init__(window)
        self._remembered = remembered
        self._window = window
        self._folder = remembered.lesson_folder()
        self._shown: CourseWindow | None = None

    @property
    def is_own(self) -> bool:
        """True for the program's own lessons, whose code is the program's own."""
        return not self._folder

    def course(self) -> Course:
        """Read the folder; one that cannot be read has no lessons and one error."""
        folder = Path(self._folder) if self._folder else own_folder(language_of_now())
        try:
            return read_course(folder)
        except OSError as error:
            return Course((), (ScenarioError(error.strerror or str(error), 0, str(folder)),))

    def lesson(self, key: str) -> Lesson | None:
        """Return the lesson of that name as it is now, in the language of now; None if it is gone."""
        return next((lesson for lesson in self.course().lessons if lesson.key == key), None)

    def after(self, key: str) -> Lesson | None:
        """Return the next lesson that can be done here."""
        lessons = self.course().lessons
        later = [lesson for lesson in lessons if lesson.key > key and lesson.is_for_this_system]
        return later[0] if later else None

    def bookmark(self, key: str) -> "Bookmark":
        """Return how far a lesson has come."""
        return self._remembered.bookmark(self._name(key))

    def keep(self, key: str, bookmark: "Bookmark") -> None:
        """Remember how far a lesson has come."""
        self._remembered.set_bookmark(self._name(key), bookmark)

    def show(self, key: str = "") -> None:
        """Let the learner choose; begin at the lesson of that name, or at the first that is not done."""
        if self._shown is None:
            self._shown = window = CourseWindow(self._window)
            window.chosen.connect(self._on_chosen)
            window.folder_wanted.connect(self.ask_for_folder)
            window.own_wanted.connect(lambda: self.open_folder(""))
            window.finished.connect(self._on_finished)
        self._fill(key)
        self._shown.open()

    def ask_for_folder(self) -> None:
        """Let the user choose a folder of lessons."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        dialog = QFileDialog(self._shown or self._window, self.tr("Open a folder of lessons"), home)
        dialog.setObjectName("lesson_folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_folder)
        dialog.open()

    def open_folder(self, folder: str) -> None:
        """Show the lessons of a folder, "" for the program's own."""
        self._folder = folder
        self._remembered.set_lesson_folder(folder)
        self.show()

    def say_words(self) -> None:
        """Show the lessons in the language of now."""
        if self._shown:
            self._fill(self._shown.key())

    def _fill(self, key: str) -> None:
        assert self._shown
        course = self.course()
        bookmarks = {lesson.key: self.bookmark(lesson.key) for lesson in course.lessons}
        self._shown.show_course(course, bookmarks, self._folder, key)

    def _on_chosen(self, key: str, from_start: bool) -> None:
        if lesson := self.lesson(key):
            self.chosen.emit(lesson, from_start)

    def _on_finished(self) -> None:
        window, self._shown = self._shown, None
        if window:
            window.deleteLater()

    def _name(self, key: str) -> str:
        return f"{self._folder}|{key}" if self._folder else key
