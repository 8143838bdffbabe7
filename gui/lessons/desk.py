"""The lessons' side of the switchboard: opens them, leaves them, and keeps one at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from gui.lessons.tools import LessonTools

if TYPE_CHECKING:
    # Loaded with the first lesson: a window opens without.
    from core.scenario.course import Lesson
    from gui.lessons.session import LessonSession
    from gui.lessons.shelf import LessonShelf


class LessonDesk(QObject):
    """Does what the menu Lessons says."""

    opened = Signal(bool)
    """A lesson was opened, or left."""
    glossary_wanted = Signal(str)
    """The key of an entry that a lesson's text links to."""

    def __init__(self, tools: LessonTools) -> None:
        """Begin without a lesson."""
        super().__init__(tools.window)
        self._tools = tools
        self._session: LessonSession | None = None
        self._made_shelf: LessonShelf | None = None

    def show_lessons(self) -> None:
        """Show the course."""
        self._shelf().show(self._session.key if self._session else "")

    def ask_for_folder(self) -> None:
        """Let the user open a folder of lessons."""
        self._shelf().ask_for_folder()

    def open(self, lesson: "Lesson", from_start: bool = False) -> None:
        """Open a lesson in the place of the one that is open."""
        from gui.lessons.session import LessonSession

        self.leave()
        self._session = session = LessonSession(lesson, self._shelf(), self._tools, from_start, self)
        session.left.connect(self.leave)
        session.course_wanted.connect(self.show_lessons)
        session.next_wanted.connect(self.open)
        session.glossary_wanted.connect(self.glossary_wanted)
        self._tools.place.put(session.pane)
        session.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(True)

    def leave(self) -> None:
        """Close the lesson; its place is kept, and servers and clients stay."""
        session, self._session = self._session, None
        if session:
            session.close()
            self._tools.place.take_away()
            self.opened.emit(False)

    def go_on(self) -> None:
        """Go to the lesson's next step."""
        if self._session:
            self._session.go_on()

    def go_back(self) -> None:
        """Go to the step before."""
        if self._session:
            self._session.go_back()

    def say_words(self) -> None:
        """Speak the language of now."""
        if self._made_shelf:
            self._made_shelf.say_words()
        if self._session:
            self._session.say_words()

    def _shelf(self) -> "LessonShelf":
        from gui.lessons.shelf import LessonShelf

        if self._made_shelf is None:
            self._made_shelf = LessonShelf(self._tools.remembered, self._tools.window)
            self._made_shelf.chosen.connect(self.open)
        return self._made_shelf
