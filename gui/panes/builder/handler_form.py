"""Which handler answers, and the options that it has of its own."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core import handlers
from core.handlers import HandlerOption, OptionValue
from core.spec import OwnCode, ServerSpec
from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.choice import Choice
from gui.widgets.field_row import FieldRow
from gui.widgets.value_field import ValueField

OWN = "own-code"
"""The dropdown's key for the learner's own program."""


class HandlerForm(QWidget):
    """The handlers that fit the transport; remembers the choice for streams and for datagrams apart.

    A learner's own program, once there is one, stands first among them, whatever the transport.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Begin with the handlers for streams."""
        super().__init__()
        self._choice = Choice()
        self._choice.setObjectName("handler")
        self._is_stream = True
        self._own: OwnCode | None = None
        self._chosen: dict[bool, str] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._options: tuple[HandlerOption, ...] = ()
        self._fields: dict[str, ValueField] = {}
        self._option_rows: dict[str, FieldRow] = {}
        self._handler_row = FieldRow(self._choice)
        self._sentence = QLabel()
        self._handler_row.hold(self._sentence)
        self._lay_out()
        self.fit(is_stream=True)
        self._choice.chosen.connect(self._on_chosen)
        spoken(self, self._say_words)

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The rows by the name of the field that they are for."""
        rows = {"handler": self._handler_row, **self._option_rows}
        return {**rows, "handler_options": list(rows.values())[-1]}

    def fit(self, is_stream: bool) -> None:
        """Offer the handlers for streams or for datagrams."""
        is_own = self._choice.key() == OWN
        wanted = OWN if is_own else self._chosen.get(is_stream, self._choice.key())
        self._is_stream = is_stream
        was_blocked = self._choice.blockSignals(True)
        self._choice.clear()
        if self._own:
            self._choice.add(OWN, "")
        for entry in handlers.fitting(is_stream):
            self._choice.add(entry.key, "")
        self._say_choices()
        self._choice.choose(wanted)
        self._choice.blockSignals(was_blocked)
        self._show_handler()

    def values(self) -> dict[str, Any]:
        """Return what is chosen, as `ServerSpec` takes it."""
        key = self._choice.key()
        if key == OWN:
            # The handler before it stays known: it is what Revert goes back to.
            before = self._chosen.get(self._is_stream)
            return {"code": self._own} | ({"handler": before} if before else {})
        return {"handler": key, "handler_options": self._changed_options(key)}

    def show_spec(self, spec: ServerSpec) -> None:
        """Show a spec's handler and its options, or the learner's own program."""
        if spec.code:
            self._own = spec.code
            if spec.handler in [entry.key for entry in handlers.fitting(spec.transport.is_stream)]:
                self._chosen[spec.transport.is_stream] = spec.handler
            self.fit(spec.transport.is_stream)
            self._choice.choose(OWN)
            return
        self._choice.choose(spec.handler)  # away from the learner's program, if that was shown
        self._values[spec.handler] = dict(spec.handler_options)
        self._chosen[spec.transport.is_stream] = spec.handler
        self.fit(spec.transport.is_stream)

    def _changed_options(self, key: str) -> dict[str, Any]:
        defaults = {option.name: option.default for option in handlers.HANDLERS[key].options}
        chosen = {name: field.value() for name, field in self._fields.items()}
        return {name: value for name, value in chosen.items() if value != defaults[name]}

    def _show_handler(self) -> None:
        """Explain the chosen handler and show the fields of its options."""
        key = self._choice.key()
        entry = handlers.HANDLERS.get(key)
        for row in self._option_rows.values():
            # Hidden at once: it is deleted only later, and two fields of one name would be found until then.
            row.setParent(None)
            row.deleteLater()
        self._fields = {}
        self._options = entry.options if entry else ()
        self._option_rows = {option.name: self._option_row(option) for option in self._options}
        self._say_handler()
        remembered = self._values.get(key, {})
        for name, field in self._fields.items():
            field.set_value(remembered.get(name, field.default))
            field.textChanged.connect(self._on_option_edited)
            self._layout.addWidget(self._option_rows[name])
        # Tab goes as one reads, though these fields are younger than those below them.
        for before, after in pairwise((self._choice, *self._fields.values())):
            QWidget.setTabOrder(before, after)

    def _say_words(self) -> None:
        self._choice.setAccessibleName(self.tr("Handler"))
        self._handler_row.say(self.tr("Handler"))
        self._say_choices()
        self._say_handler()

    def _say_choices(self) -> None:
        offered = self._choice.keys()
        for key in offered:
            entry = handlers.HANDLERS.get(key)
            label = translated(entry.label) if entry else self._name_of_own()
            self._choice.say(key, label, self._about(key))

    def _say_handler(self) -> None:
        sentence = self._about(self._choice.key())
        self._handler_row.explain(sentence)
        self._sentence.setText(sentence)
        for option in self._options:
            row = self._option_rows[option.name]
            row.say(option.name, translated(option.unit))
            row.explain(self._about_option(option))

    def _about(self, key: str) -> str:
        entry = handlers.HANDLERS.get(key)
        return translated(entry.sentence) if entry else self._about_own()

    def _name_of_own(self) -> str:
        return self._own.handler or self._own.name if self._own else ""

    def _about_own(self) -> str:
        name = self._own.name if self._own else ""
        return self.tr("Your own code, from {0}. Read and edit it under Code.").format(name)

    def _option_row(self, option: HandlerOption) -> FieldRow:
        field = ValueField(option.default, _kinds(option.default))
        field.setObjectName(option.name)
        field.setAccessibleName(option.name)
        self._fields[option.name] = field
        return FieldRow(field, has_unit=bool(option.unit))

    def _about_option(self, option: HandlerOption) -> str:
        words = [translated(option.sentence), self.tr("Default: {0}.").format(option.default)]
        if isinstance(option.default, str):
            bounds = self.tr("{0:g} to {1:g} characters.")
        else:
            bounds = self.tr("From {0:g} to {1:g}.")
        return " ".join([*words, bounds.format(option.minimum, option.maximum)])

    def _lay_out(self) -> None:
        set_role(self._sentence, "small")
        self._sentence.setObjectName("about_handler")
        self._sentence.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(5)
        self._layout.addWidget(self._handler_row)

    def _on_chosen(self, key: str) -> None:
        if key != OWN:
            self._chosen[self._is_stream] = key
        self._show_handler()
        self.changed.emit()

    def _on_option_edited(self, _text: str) -> None:
        self._values[self._choice.key()] = {name: field.value() for name, field in self._fields.items()}
        self.changed.emit()


def _kinds(default: OptionValue) -> tuple[type, ...]:
    return {int: (int,), float: (int, float), str: (str,)}[type(default)]
