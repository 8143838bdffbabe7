"""One lesson that is open: the learner's progress, between what happens and the lesson's pane."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from core.scenario.course import Lesson, structure
from core.scenario.performance import verb_of
from core.scenario.progress import Progress
from core.scenario.scenario import Do, Explain, Predict, Watch
from core.scenario.servers import spec_of
from gui.language import language_of_now, translated
from gui.lessons.guide import LessonGuide
from gui.lessons.record import LessonRecord
from gui.lessons.shelf import LessonShelf
from gui.lessons.solving import LessonSolving
from gui.lessons.tools import LessonTools
from gui.panes.lesson import LessonPane

if TYPE_CHECKING:
    from core.spec import ServerSpec

LOOK_MS = 100
"""What has happened is looked at at most this often (milliseconds) ..."""

REST = 5
"""... and after this many times what the last look took: a flood of events must not hold up the window."""

GLOSSARY = "glossary:"


class LessonSession(QObject):
    """Holds a `Progress` from the opening of a lesson until it is left."""

    left = Signal()
    """Somebody wants to leave the lesson."""
    course_wanted = Signal()
    next_wanted = Signal(object)
    """The next `Lesson`."""
    glossary_wanted = Signal(str)
    """The key of an entry."""

    def __init__(
        self,
        lesson: Lesson,
        shelf: LessonShelf,
        tools: LessonTools,
        from_start: bool,
        parent: QObject | None = None,
    ) -> None:
        """Open a lesson, at its beginning or where it was left."""
        super().__init__(parent)
        self._lesson = lesson
        self._is_own = shelf.is_own
        self._shelf = shelf
        self._tools = tools
        self._events = LessonRecord(tools.lab, tools.clients, tools.starting, self)
        self._progress = Progress(lesson.scenario, self._events.record)
        self._guide = LessonGuide(tools)
        self._solving = LessonSolving(self._progress, self._events, tools, self._guide, self)
        self._is_at_end = False
        self._has_been_done = shelf.bookmark(lesson.key).is_finished
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._took = 0.0
        self.pane = LessonPane()
        # A lesson is about what really happens: in which call a start fails, and with which exception.
        tools.starting.lets_fail = True
        self._connect()
        bookmark = shelf.bookmark(lesson.key)
        if from_start or not bookmark.is_begun:
            self._progress.enter(0)
        else:
            self._progress.go_on_from(bookmark)
        self._show_step()

    @property
    def key(self) -> str:
        """The lesson's key."""
        return self._lesson.key

    def go_on(self) -> None:
        """Go to the next step, after the last one to the end."""
        progress = self._progress
        if self._is_at_end or self._solving.is_under_way:
            return
        if isinstance(progress.step, Predict) and not progress.may_go_on:
            return
        if progress.is_last:
            self._end()
        else:
            self._go_to(progress.place + 1)

    def go_back(self) -> None:
        """Go to the step before."""
        if not self._solving.is_under_way:
            self._go_to(self._progress.place - (0 if self._is_at_end else 1))

    def say_words(self) -> None:
        """Show the same lesson in the language of now, where it is the same."""
        if not self._is_own:
            return
        lesson = self._shelf.lesson(self.key)
        if lesson and structure(lesson.scenario) == structure(self._lesson.scenario):
            self._lesson = lesson
            self._progress.scenario = lesson.scenario
            self._show_again()

    def close(self) -> None:
        """Remember the place, and follow events no more."""
        self._solving.stop()
        self._guide.clear()
        self._keep()
        self._tools.starting.lets_fail = False
        self._look.stop()
        self.deleteLater()

    # Steps ------------------------------------------------------------------------------------------------

    def _go_to(self, place: int) -> None:
        self._is_at_end = False
        self._progress.enter(place)
        self._show_step()
        self._keep()

    def _show_step(self) -> None:
        self._guide.clear()
        self.pane.show_step(self._progress, self._lesson.scenario.title)
        self._show_hints()
        if isinstance(self._progress.step, Watch):
            self._watch()

    def _show_again(self) -> None:
        if self._is_at_end:
            self._show_end()
        else:
            self.pane.show_step(self._progress, self._lesson.scenario.title)
            self._show_hints()

    def _end(self) -> None:
        self._is_at_end = self._has_been_done = True
        self._show_end()
        self._keep()

    def _show_end(self) -> None:
        self.pane.show_step(self._progress, self._lesson.scenario.title)
        following = self._shelf.after(self.key)
        self.pane.show_end(following.scenario.title if following else "")

    def _keep(self) -> None:
        self._shelf.keep(self.key, self._progress.bookmark(is_finished=self._has_been_done))

    def _show_hints(self) -> None:
        step = self._progress.step
        if isinstance(step, Do):
            self.pane.show_hints(step.hints[: self._progress.hints.get(step.id, 0)])

    # What the learner wishes ------------------------------------------------------------------------------

    def _on_answered(self, choice: int) -> None:
        self._progress.answer(choice)
        self.pane.refresh()
        self._keep()

    def _on_hint(self) -> None:
        self._progress.hint()
        self._show_hints()

    def _on_where(self) -> None:
        step = self._progress.step
        if isinstance(step, Watch):
            self._watch()
        elif isinstance(step, Do):
            self._guide.point_at(step.points)

    def _on_set_up(self) -> None:
        step = self._progress.step
        if isinstance(step, Do) and step.set_up:
            spec = spec_of(self._progress.scenario.servers[step.set_up])
            if self._is_own:
                self._trust(spec)  # what another folder brings is asked about when it is to run
            self._tools.papers.take_server(spec)

    def _on_solve(self) -> None:
        if self._solving.is_under_way:
            self._solving.stop()
        else:
            self._solve([self._progress.place])

    def _on_catch_up(self) -> None:
        if not self._solving.is_under_way:
            self._solve(self._progress.missing())

    def _on_again(self) -> None:
        """Go back to the first step that a question needs."""
        needed = self._progress.to_do_again()
        if needed:
            self._go_to(needed[0])

    def _on_next_lesson(self) -> None:
        if following := self._shelf.after(self.key):
            self.next_wanted.emit(following)

    def _on_link(self, address: str) -> None:
        if address.startswith(GLOSSARY):
            self._show_entry(address.removeprefix(GLOSSARY))
        else:
            QDesktopServices.openUrl(QUrl(address))

    def _show_entry(self, key: str) -> None:
        from core.glossary import glossary

        if key in glossary(language_of_now()):
            self.glossary_wanted.emit(key)
        else:
            self.pane.say(self.tr("The glossary has no entry {0}.").format(key))

    # The program's turn -----------------------------------------------------------------------------------

    def _solve(self, places: Sequence[int]) -> None:
        self.pane.say("")
        self._guide.clear()
        self._with_trust(self._programs_of(places), lambda: self._begin_to_solve(places))

    def _begin_to_solve(self, places: Sequence[int]) -> None:
        if places and not self._solving.is_under_way:
            self.pane.show_performing(True)
            self._solving.solve(places)

    def _programs_of(self, places: Sequence[int]) -> "list[ServerSpec]":
        """Return the servers with programs of their own that these steps would start."""
        scenario = self._progress.scenario
        steps = [step for place in places if isinstance(step := scenario.steps[place], Do)]
        names = [action.start for step in steps for action in step.actions if verb_of(action) == "start"]
        specs = [spec_of(scenario.servers[name]) for name in dict.fromkeys(names)]
        return [spec for spec in specs if spec.code]

    def _with_trust(self, specs: "list[ServerSpec]", act: Callable[[], None]) -> None:
        """Act once every program may run: the program's own may, others after a question each."""
        for spec in specs:
            assert spec.code
            if self._is_own:
                self._trust(spec)
            elif not self._tools.trust.is_trusted(spec.code.text):
                self._ask(spec, lambda: self._with_trust(specs, act))
                return
        act()

    def _trust(self, spec: "ServerSpec") -> None:
        if spec.code:
            self._tools.trust.trust(spec.code.text)

    def _ask(self, spec: "ServerSpec", act: Callable[[], None]) -> None:
        from gui.trust_question import TrustQuestion

        assert spec.code

        def on_answered(is_yes: bool) -> None:
            if is_yes:
                self._trust(spec)
                act()

        question = TrustQuestion(self._lesson.path.name, spec.code.text, self._tools.window)
        question.answered.connect(on_answered)
        question.open()

    def _on_solving_moved(self) -> None:
        self.pane.show_step(self._progress, self._lesson.scenario.title)
        self.pane.show_performing(True)

    def _on_solved(self, failures: list[str]) -> None:
        self.pane.show_performing(False)
        self._show_again()
        if failures:
            words = self.tr("Not all of it came about. {0}").format(translated(failures[0]))
            self.pane.say(words)
        self._keep()

    # What happens -----------------------------------------------------------------------------------------

    def _on_event(self) -> None:
        if not self._look.isActive():
            self._look.start(max(LOOK_MS, int(REST * self._took * 1_000)))

    def _on_look(self) -> None:
        if not isinstance(self._progress.step, Do | Explain) or self._is_at_end:
            return
        was_done = self._progress.may_go_on
        began = time.perf_counter()
        self.pane.refresh()
        self._took = time.perf_counter() - began
        if self._progress.may_go_on != was_done:
            self._keep()
        if self._events.record.is_full:
            self.pane.say(self.tr("More has happened than is kept: leave the lesson, and open it again."))

    def _watch(self) -> None:
        """Open the view, at the latest request that is meant."""
        step = self._progress.step
        assert isinstance(step, Watch)
        found = self._progress.measuring.matches(step.select)[-1:] if step.select else []
        request = found[0].event.request if found else 0
        key = self._key_of(found[0].run.number) if found else ""
        self._guide.show_view(step.view, key, request)

    def _key_of(self, number: int) -> str:
        """Return the key of a run by its number in the record."""
        runs = (key for key in self._events.specs if self._events.record.run(key).number == number)
        return next(runs, "")

    def _connect(self) -> None:
        pane, solving = self.pane, self._solving
        pane.answered.connect(self._on_answered)
        pane.back_wanted.connect(self.go_back)
        pane.next_wanted.connect(self.go_on)
        pane.hint_wanted.connect(self._on_hint)
        pane.where_wanted.connect(self._on_where)
        pane.set_up_wanted.connect(self._on_set_up)
        pane.solve_wanted.connect(self._on_solve)
        pane.again_wanted.connect(self._on_again)
        pane.catch_up_wanted.connect(self._on_catch_up)
        pane.next_lesson_wanted.connect(self._on_next_lesson)
        pane.course_wanted.connect(self.course_wanted)
        pane.leave_wanted.connect(self.left)
        pane.fold_toggled.connect(self._tools.place.fold)
        pane.link_chosen.connect(self._on_link)
        solving.moved.connect(self._on_solving_moved)
        solving.ended.connect(self._on_solved)
        self._events.changed.connect(self._on_event)
        self._look.timeout.connect(self._on_look)
