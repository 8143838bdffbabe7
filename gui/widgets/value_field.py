"""A text field for a number or a word that has a default."""

from PySide6.QtWidgets import QLineEdit

from gui.theme import set_role

Value = int | float | str | None


class ValueField(QLineEdit):
    """A field that shows its default as a hint while it is empty, and gives a value of the wanted kind.

    It never refuses what is typed: text that is of no such kind is given as text, for the caller to explain.
    """

    def __init__(self, default: Value, kinds: tuple[type, ...]) -> None:
        """Begin empty; `kinds` are some of int, float, str and NoneType."""
        super().__init__()
        self._default = default
        self._kinds = kinds
        self.setPlaceholderText(_in_words(default))

    @property
    def default(self) -> Value:
        """The value of the empty field."""
        return self._default

    def value(self) -> Value:
        """Return what was typed, the default if nothing was."""
        text = self.text().strip()
        if not text:
            return self._default
        if type(None) in self._kinds and text.lower() == _in_words(None):
            return None
        return _parsed(text, self._kinds)

    def set_value(self, value: Value) -> None:
        """Show a value, nothing for the default."""
        self.setText("" if value == self._default else _in_words(value))

    def show_invalid(self, is_invalid: bool) -> None:
        """Draw a border that says that the value will not do."""
        set_role(self, "invalid" if is_invalid else "")


def _in_words(value: Value) -> str:
    return "none" if value is None else str(value)


def _parsed(text: str, kinds: tuple[type, ...]) -> Value:
    for kind in (int, float):
        if kind in kinds:
            try:
                return kind(text)
            except ValueError:
                continue
    return text
