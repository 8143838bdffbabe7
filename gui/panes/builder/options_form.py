"""The library's other knobs, folded away; what differs from its default is seen as chips."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from core.spec import LIMITS, OPTIONS, Concurrency, Loop, Option, ServerSpec, Transport
from gui.language import translated
from gui.server_title import concurrency_label, transport_label
from gui.spoken import spoken
from gui.widgets.choice import Choice
from gui.widgets.field_row import FieldRow
from gui.widgets.fold import Fold
from gui.widgets.value_field import ValueField

_NUMBER_WIDTH = 60


@dataclass(frozen=True, slots=True)
class _Knob:
    """One option's control, and how to read, set and enable it."""

    option: Option
    row: QWidget
    control: QWidget
    value: Callable[[], Any]
    set_value: Callable[[Any], None]
    enable: Callable[[bool], None]


class OptionsForm(QWidget):
    """All of `core.spec.OPTIONS` and the loop; those without a meaning here are disabled and say why.

    The limits of a learner's own code are there while there is own code.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Begin folded, with the library's defaults."""
        super().__init__()
        self._transport = Transport.TCP
        self._concurrency = Concurrency.ONE_AT_A_TIME
        self._loop = Choice()
        self._loop_row = FieldRow(self._loop)
        self._has_code = False
        self._knobs = {option.name: self._knob(option) for option in OPTIONS + LIMITS}
        body = QWidget()
        self._fold = Fold("", body)
        self._name_parts()
        self._lay_out(body)
        self._loop.chosen.connect(self._on_edited)
        self.fit(self._transport, self._concurrency)
        self.show_limits(has_code=False)
        spoken(self, self._say_words)

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The rows that have room for a problem, by the name of the field."""
        rows = {name: knob.row for name, knob in self._knobs.items()}
        return {name: row for name, row in rows.items() if isinstance(row, FieldRow)}

    @property
    def names(self) -> frozenset[str]:
        """The names of all the controls in the fold."""
        return frozenset({"loop", *self._knobs})

    def fit(self, transport: Transport, concurrency: Concurrency) -> None:
        """Enable the options that have a meaning for such a server."""
        self._transport, self._concurrency = transport, concurrency
        for knob in self._knobs.values():
            knob.enable(self._fits(knob))
            self._explain(knob)
        self._show_chips()

    def show_limits(self, has_code: bool) -> None:
        """Offer the limits of a learner's own code, or not."""
        self._has_code = has_code
        for knob in (self._knobs[limit.name] for limit in LIMITS):
            knob.row.setVisible(has_code)
            knob.enable(has_code)
            self._explain(knob)
        self._show_chips()

    def values(self) -> dict[str, Any]:
        """Return what is chosen, as `ServerSpec` takes it; options without a meaning here are left out."""
        chosen = {name: knob.value() for name, knob in self._knobs.items() if self._fits(knob)}
        return {"loop": Loop(self._loop.key()), **chosen}

    def show_spec(self, spec: ServerSpec) -> None:
        """Show a spec's options; those without a meaning there stay as they are."""
        self._loop.choose(spec.loop)
        kind = spec.transport, spec.concurrency
        for name, knob in self._knobs.items():
            means_something = spec.code if knob.option in LIMITS else knob.option.fits(*kind)
            if means_something:
                knob.set_value(getattr(spec, name))

    def open(self) -> None:
        """Unfold, to show a problem within."""
        self._fold.set_open(True)

    def _fits(self, knob: _Knob) -> bool:
        if knob.option in LIMITS:
            return self._has_code
        return knob.option.fits(self._transport, self._concurrency)

    def _knob(self, option: Option) -> _Knob:
        knob = self._checkbox(option) if bool in option.kinds else self._number(option)
        knob.control.setObjectName(option.name)
        knob.control.setAccessibleName(option.name)
        return knob

    def _checkbox(self, option: Option) -> _Knob:
        box = QCheckBox(option.name)
        box.setChecked(bool(option.default))
        box.toggled.connect(self._on_edited)
        return _Knob(option, box, box, box.isChecked, box.setChecked, box.setEnabled)

    def _number(self, option: Option) -> _Knob:
        field = ValueField(option.default, option.kinds)
        field.setFixedWidth(_NUMBER_WIDTH)
        field.textChanged.connect(self._on_edited)
        row = FieldRow(field, label_width=0)
        return _Knob(option, row, field, field.value, field.set_value, row.enable)

    def _explain(self, knob: _Knob) -> None:
        means_something = knob.option in LIMITS or self._fits(knob)
        sentence = self._sentence(knob.option) if means_something else self._reason(knob.option)
        if isinstance(knob.row, FieldRow):
            knob.row.say(knob.option.name, self._unit(knob.option))
            knob.row.explain(sentence)
        else:
            knob.control.setToolTip(sentence)
            knob.control.setAccessibleDescription(sentence)

    def _sentence(self, option: Option) -> str:
        default = self.tr("Default: {0}.").format(self._in_words(option, option.default))
        words = [translated(option.sentence), default]
        if option.maximum:
            words.append(self.tr("From {0:g} to {1:g}.").format(option.minimum, option.maximum))
        return " ".join(words)

    def _reason(self, option: Option) -> str:
        """Return for which servers the option has a meaning."""
        kinds = [transport_label(kind) for kind in option.transports]
        if self._transport in option.transports:
            kinds = [concurrency_label(kind) for kind in option.concurrencies]
        only = self.tr("Only for {0}.").format(self.tr(" and ").join(kinds))
        return f"{only} {translated(option.sentence)}"

    def _in_words(self, option: Option, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("on") if value else self.tr("off")
        # "none" is what one types, in every language.
        return "none" if value is None else f"{value} {self._unit(option)}".rstrip()

    def _unit(self, option: Option) -> str:
        return self.tr("bytes") if option.unit == "bytes" else option.unit

    def _show_chips(self) -> None:
        chips = [] if self._loop.key() == Loop.SERVE_FOREVER else [f"{Loop.HANDLE_REQUEST}()"]
        for name, knob in self._knobs.items():
            if self._fits(knob) and knob.value() != knob.option.default:
                chips.append(f"{name} {self._in_words(knob.option, knob.value())}")
        self._fold.show_chips(chips)

    def _say_words(self) -> None:
        self._fold.set_title(self.tr("Options"))
        self._fold.button.setToolTip(self.tr("The library's other knobs, each with its default."))
        self._loop.setAccessibleName(self.tr("Loop"))
        self._loop_row.say(self.tr("Loop"))
        self._loop_row.explain(self.tr("The call that runs the server. Default: serve_forever()."))
        for loop, sentence in (
            (Loop.SERVE_FOREVER, self.tr("Serves until shutdown() is called.")),
            (
                Loop.HANDLE_REQUEST,
                self.tr("Serves one request a call, again and again; only here does timeout count."),
            ),
        ):
            self._loop.say(loop, f"{loop}()", sentence)
        for knob in self._knobs.values():
            self._explain(knob)
        self._show_chips()

    def _name_parts(self) -> None:
        self._fold.button.setObjectName("options")
        self._loop.setObjectName("loop")
        for loop in Loop:
            self._loop.add(loop, f"{loop}()")

    def _lay_out(self, body: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fold)
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(6)
        lines.addWidget(self._loop_row)
        for knob in self._knobs.values():
            lines.addWidget(knob.row)

    def _on_edited(self, *_value: object) -> None:
        self._show_chips()
        self.changed.emit()
