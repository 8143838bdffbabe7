"""From the wish to start a server to its start: what is in the way is said first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.wording import worded
from gui.laboratory import Laboratory

if TYPE_CHECKING:
    from core.preflight import Offer, Problem
    from core.spec import ServerSpec


class Starting(QObject):
    """Checks a wish, asks where that is needed, and starts."""

    started = Signal(str, object)
    """A server's key and its `ServerSpec`."""
    refused = Signal(object, str)
    """A `Problem`, and the words for a button that would do something about it ("" for none)."""

    def __init__(self, lab: Laboratory, parent: QObject | None = None) -> None:
        """Start servers in `lab`."""
        super().__init__(parent)
        self._lab = lab
        self._wish: ServerSpec | None = None
        self._offer: Offer | None = None
        self._confirmed: set[str] = set()
        self.lets_fail = False
        """True: what is seen to fail is tried all the same, where nothing can be done about it here."""
        lab.checked.connect(self._on_checked)

    @property
    def wish(self) -> "ServerSpec | None":
        """The server that is wanted and has not started: it is being looked at, or was refused."""
        return self._wish

    def request(self, spec: "ServerSpec") -> None:
        """Start this server if nothing is in the way; returns at once."""
        self._wish = spec
        self._offer = None
        self._lab.check(spec)

    def accept_offer(self) -> None:
        """Do what was offered, then try again."""
        spec, offer = self._wish, self._offer
        if spec is None or offer is None:
            return
        if _is_question(offer):
            self._confirmed.add(spec.host)
        elif not self._has_removed_file(spec):
            return
        self.request(spec)

    def _has_removed_file(self, spec: "ServerSpec") -> bool:
        from core.errors import Explanation
        from core.preflight import Problem, remove_stale_socket

        assert spec.path is not None
        try:
            remove_stale_socket(spec.path)
        except (OSError, ValueError) as error:
            what = worded("The file could not be removed.")
            hint = worded("Take another path, or remove it yourself.")
            self.refused.emit(Problem(Explanation("not-removed", what, str(error), hint), "path"), "")
            return False
        return True

    def _on_checked(self, spec: "ServerSpec", problems: "list[Problem]") -> None:
        if spec is not self._wish:
            return  # another wish came in the meantime
        for problem in problems:
            if self.lets_fail and problem.blocking and problem.offer is None:
                continue
            if problem.blocking or self._is_to_be_asked(problem, spec):
                self._offer = problem.offer
                self.refused.emit(problem, self._in_words(problem.offer))
                return
        self._wish = None
        self.started.emit(self._lab.start(spec), spec)

    def _is_to_be_asked(self, problem: "Problem", spec: "ServerSpec") -> bool:
        return _is_question(problem.offer) and spec.host not in self._confirmed

    def _in_words(self, offer: "Offer | None") -> str:
        if offer is None:
            return ""
        if _is_question(offer):
            return worded("Let others connect, and start")
        return worded("Remove the file and start")


def _is_question(offer: "Offer | None") -> bool:
    from core.preflight import Offer

    return offer is Offer.CONFIRM_OUTSIDE
