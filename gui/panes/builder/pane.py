"""The builder: choose a server in dropdowns, see its code, start it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.spec import Concurrency, ServerSpec, SpecError, Transport, unavailable
from gui.language import translated
from gui.panes.builder.address_form import AddressForm
from gui.panes.builder.code_card import CodeCard
from gui.panes.builder.handler_form import HandlerForm
from gui.panes.builder.options_form import OptionsForm
from gui.server_title import concurrency_label, transport_label
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.choice import Choice
from gui.widgets.field_row import FieldRow
from gui.widgets.problem_box import ProblemBox
from gui.widgets.value_field import ValueField

if TYPE_CHECKING:
    from core.errors import Explanation

POINTED_MS = 900
"""For so long a control stands out that a line of the program means."""


class BuilderPane(QWidget):
    """The left column: what server to build, whether it can be, and the wish to start or stop."""

    start_requested = Signal(object)
    """Somebody wants this `ServerSpec` to run."""

    stop_requested = Signal()
    """Somebody wants the selected server to stop."""

    spec_changed = Signal(object)
    """The choices now mean this `ServerSpec`."""

    offer_accepted = Signal()
    """Somebody pressed the button that `show_offer` showed."""

    control_focused = Signal(str)
    """The keys go to the control of this name now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the default server."""
        super().__init__(parent)
        self._transport = Choice()
        self._concurrency = Choice()
        self._transport_row = FieldRow(self._transport)
        self._concurrency_row = FieldRow(self._concurrency)
        self._handler = HandlerForm()
        self._address = AddressForm()
        self._options = OptionsForm()
        self._start = QPushButton()
        self._stop = QPushButton()
        self._code = CodeCard()
        self._problem = ProblemBox()
        self._is_showing_spec = False
        self._running = ""  # the label of the selected server, while that runs
        self._refusal = ""  # why there is nothing to start
        self._name_parts()
        self._lay_out()
        self._connect()
        self.set_selected_running(False, "")
        self._on_changed()
        spoken(self, self._say_words)

    def spec(self) -> ServerSpec:
        """Return what the choices mean; raises `SpecError` if they cannot be."""
        transport, concurrency = self._kind()
        return ServerSpec(transport=transport, concurrency=concurrency, **self._values())

    def set_spec(self, spec: ServerSpec) -> None:
        """Show another server; what its transport does not use stays as it was typed."""
        self._is_showing_spec = True
        self._transport.choose(spec.transport)
        self._concurrency.choose(spec.concurrency)
        for form in (self._handler, self._address, self._options):
            form.show_spec(spec)
        self._is_showing_spec = False
        self._on_kind_chosen()

    def start(self) -> None:
        """Press Start, where it can be pressed."""
        self._start.click()

    def focus_first(self) -> None:
        """Put the focus on the first dropdown."""
        self._transport.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point_at(self, name: str) -> None:
        """Bring the control of that name into view, and let it stand out for a moment; the keys stay away."""
        control = self.findChild(QWidget, name) if name else None
        if control is None or not self._card.isAncestorOf(control):
            return
        if name in self._options.names:
            self._options.open()
        self._scroll.ensureWidgetVisible(control)
        role = str(control.property("role") or "")
        if role != "pointed":
            set_role(control, "pointed")
            QTimer.singleShot(POINTED_MS, control, lambda: set_role(control, role))

    def set_selected_running(self, is_running: bool, label: str) -> None:
        """Let Stop be pressed, or not; `label` names the selected server."""
        if self._stop.hasFocus() and not is_running:
            # Left to itself, Qt would hand the focus on to the code.
            self._start.setFocus()
        # Always in its place: what comes and goes beside Start would be hit by a double click on Start.
        self._stop.setEnabled(is_running)
        self._running = label if is_running else ""
        self._say_what_buttons_do()

    def show_problem(self, field: str, problem: "Explanation") -> None:
        """Show what went wrong beside the field that it is about ("": above Start)."""
        self._put_problem_beside(field)
        self._problem.show_problem(problem.what, problem.why, problem.hint)

    def show_offer(self, text: str) -> None:
        """Offer, within the problem that is shown, to do something about it."""
        self._problem.show_offer(text)

    def clear_problem(self) -> None:
        """Forget the problem that is shown."""
        self._problem.clear()
        # Back home: a handler's row goes when another handler is chosen, and would take the box along.
        self._problem_place.addWidget(self._problem)
        self._mark_invalid("")

    def _kind(self) -> tuple[Transport, Concurrency]:
        return Transport(self._transport.key()), Concurrency(self._concurrency.key())

    def _values(self) -> dict[str, Any]:
        return {**self._handler.values(), **self._address.values(), **self._options.values()}

    def _rows(self) -> dict[str, FieldRow]:
        return {
            "transport": self._transport_row,
            "concurrency": self._concurrency_row,
            **self._handler.rows,
            **self._address.rows,
            **self._options.rows,
        }

    def _put_problem_beside(self, field: str) -> None:
        row = self._rows().get(field)
        if field in self._options.rows:
            self._options.open()
        if row is None:
            self._problem_place.addWidget(self._problem)
        else:
            row.hold(self._problem)
        self._mark_invalid(field)

    def _mark_invalid(self, field: str) -> None:
        for name, row in self._rows().items():
            if isinstance(row.control, ValueField):
                row.control.show_invalid(name == field)

    def _refuse(self, field: str, reason: str) -> None:
        """Say why there is nothing to start."""
        self._put_problem_beside(field)
        self._problem.show_problem(reason)
        self._start.setEnabled(False)
        self._code.setEnabled(False)
        self._refusal = reason
        self._say_what_buttons_do()

    def _accept(self, spec: ServerSpec) -> None:
        self.clear_problem()
        self._start.setEnabled(True)
        self._refusal = ""
        self._say_what_buttons_do()
        self._code.setEnabled(True)
        self._code.show_spec(spec)
        self.spec_changed.emit(spec)

    def _say_words(self) -> None:
        for transport in Transport:
            reason = translated(unavailable(transport))
            self._transport.say(transport, transport_label(transport), reason)
        for concurrency in Concurrency:
            reason = translated(unavailable(Transport.TCP, concurrency))
            self._concurrency.say(concurrency, concurrency_label(concurrency), reason)
        for row, label, sentence in (
            (
                self._transport_row,
                self.tr("Transport"),
                self.tr("What carries the bytes: a stream (TCP, Unix stream) or datagrams. Default: TCP."),
            ),
            (
                self._concurrency_row,
                self.tr("Serving"),
                self.tr(
                    "Who handles a request while others wait: the loop itself, a thread, or a child process."
                ),
            ),
        ):
            row.say(label)
            row.control.setAccessibleName(label)
            row.explain(sentence)
        self._start.setText(self.tr("▶ Start server"))
        self._start.setAccessibleName(self.tr("Start server"))
        self._stop.setText(self.tr("■ Stop server"))
        self._stop.setAccessibleName(self.tr("Stop server"))
        self._say_what_buttons_do()

    def _say_what_buttons_do(self) -> None:
        fine = self.tr("Start a server of this kind, in a process of its own.")
        self._start.setToolTip(translated(self._refusal) or fine)
        stop = self.tr("Stop {0}").format(self._running)
        self._stop.setToolTip(stop if self._running else self.tr("No running server is selected."))

    def _name_parts(self) -> None:
        for transport in Transport:
            self._transport.add(transport, "", reason=unavailable(transport))
        for concurrency in Concurrency:
            self._concurrency.add(concurrency, "", reason=unavailable(Transport.TCP, concurrency))
        self._transport.setObjectName("transport")
        self._concurrency.setObjectName("concurrency")
        self._problem.setObjectName("problem")
        for button, name, role in (
            (self._start, "start_server", "primary"),
            (self._stop, "stop_server", "danger"),
        ):
            button.setObjectName(name)
            set_role(button, role)

    def _lay_out(self) -> None:
        page = QWidget()
        set_role(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._start, self._stop):
            buttons.addWidget(button, 1)
        column.addWidget(self._form_card())
        column.addLayout(buttons)
        column.addWidget(self._code)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _form_card(self) -> QFrame:
        self._card = card = QFrame()
        set_role(card, "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(12, 10, 12, 6)
        lines.setSpacing(5)
        for part in (
            self._transport_row,
            self._concurrency_row,
            self._handler,
            self._address,
            self._options,
        ):
            lines.addWidget(part)
        self._problem_place = QVBoxLayout()
        lines.addLayout(self._problem_place)
        self._problem_place.addWidget(self._problem)
        return card

    def _connect(self) -> None:
        self._transport.chosen.connect(self._on_kind_chosen)
        self._concurrency.chosen.connect(self._on_kind_chosen)
        for form in (self._handler, self._address, self._options):
            form.changed.connect(self._on_changed)
        self._start.clicked.connect(self._on_start)
        self._stop.clicked.connect(self.stop_requested)
        self._problem.offer_accepted.connect(self.offer_accepted)
        _application().focusChanged.connect(self._on_focus_changed)

    def _on_kind_chosen(self, _key: str = "") -> None:
        if self._is_showing_spec:
            return
        transport, concurrency = self._kind()
        self._handler.fit(transport.is_stream)
        self._address.fit(transport)
        self._options.fit(transport, concurrency)
        self._on_changed()

    def _on_changed(self) -> None:
        if self._is_showing_spec:
            return
        self._options.show_limits("code" in self._handler.values())
        transport, concurrency = self._kind()
        if reason := unavailable(transport, concurrency):
            self._refuse("transport" if transport.is_unix else "concurrency", reason)
            return
        try:
            spec = self.spec()
        except SpecError as error:
            self._refuse(error.field, str(error))
            return
        self._accept(spec)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        # Without an `old` it is the window that came back: nobody turned to a control.
        if old is not None and now is not None and self._card.isAncestorOf(now):
            self.control_focused.emit(now.objectName())

    def _on_start(self) -> None:
        self.clear_problem()
        self.start_requested.emit(self.spec())


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication), "a widget has an application"
    return found
