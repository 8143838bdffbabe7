"""Which events are wanted: by kind, request and text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from core.event_filter import ALL_KINDS, EventFilter
from core.sentences import Kind
from gui.spoken import spoken
from gui.theme import theme_of
from gui.widgets.check_row import CheckRow

LARGEST_REQUEST = 999_999_999
"""The request filter takes numbers up to this one."""

_REQUEST_WIDTH = 150
"""The request filter leaves the rest of its line to the text filter, if its words allow it."""

_REQUEST_PADDING = 44
"""What its frame and its arrows take."""


class FilterBar(QWidget):
    """Says what the user wants to see."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Want everything but polling."""
        super().__init__(parent)
        self.setObjectName("filters")
        self._make_kinds()
        self._make_request()
        self._make_text()
        self._make_polling()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def wanted(self) -> EventFilter:
        """Return what is wanted."""
        return EventFilter(
            kinds=frozenset(Kind(key) for key in self._kinds.checked()) or ALL_KINDS,
            request=self._request.value(),
            text=self._text.text(),
            hide_polling=self._hide_polling.isChecked(),
        )

    def want_request(self, request: int) -> None:
        """Want only the events of this request; 0: of all."""
        self._request.setValue(request)

    def find_text(self) -> None:
        """Let the user type what to look for."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    def clear(self) -> None:
        """Want everything but polling again."""
        self._kinds.clear()
        self._request.setValue(0)
        self._text.clear()
        self._hide_polling.setChecked(True)

    def _say_words(self) -> None:
        self._kinds.say(self._kind_names())
        self._kinds.setAccessibleName(self.tr("Kinds of events shown"))
        self._say_request()
        self._text.setAccessibleName(self.tr("Text that events must hold"))
        self._text.setPlaceholderText(self.tr("Find text or data"))
        self._hide_polling.setText(self.tr("Hide polling"))
        self._hide_polling.setToolTip(self.tr("Hide what a waiting server calls again and again"))

    def _say_request(self) -> None:
        every, prefix = self.tr("All requests"), self.tr("Request ")
        self._request.setAccessibleName(self.tr("Request shown"))
        self._request.setSpecialValueText(every)
        self._request.setPrefix(prefix)
        widest = max(map(self._request.fontMetrics().horizontalAdvance, (every, f"{prefix}00000")))
        self._request.setMaximumWidth(max(widest + _REQUEST_PADDING, _REQUEST_WIDTH))

    # The parts -----------------------------------------------------------------------------------------

    def _make_kinds(self) -> None:
        self._kinds = CheckRow("kinds", self._kind_names().items())

    def _make_request(self) -> None:
        self._request = QSpinBox()
        self._request.setObjectName("request_filter")
        self._request.setRange(0, LARGEST_REQUEST)
        # Under a style sheet Qt ignores a spin box's left padding; its line edit has margins of its own.
        self._request.lineEdit().setTextMargins(6, 0, 0, 0)

    def _make_text(self) -> None:
        self._text = QLineEdit()
        self._text.setObjectName("text_filter")
        self._text.setClearButtonEnabled(True)

    def _make_polling(self) -> None:
        self._hide_polling = QCheckBox()
        self._hide_polling.setObjectName("hide_polling")
        self._hide_polling.setChecked(True)

    def _kind_names(self) -> dict[str, str]:
        return {
            Kind.LIFE: self.tr("Life"),
            Kind.HOOK: self.tr("Hooks"),
            Kind.HANDLER: self.tr("Handler"),
            Kind.BYTES: self.tr("Bytes"),
            Kind.THREAD: self.tr("Threads"),
            Kind.PROCESS: self.tr("Processes"),
            Kind.CLIENT: self.tr("Clients"),
            Kind.OUTPUT: self.tr("Output"),
            Kind.ERROR: self.tr("Errors"),
        }

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._request)
        line.addWidget(self._text, 1)
        line.addWidget(self._hide_polling)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme_of(self).gap)
        layout.addWidget(self._kinds)
        layout.addLayout(line)

    def _connect(self) -> None:
        self._kinds.changed.connect(self.changed)
        self._request.valueChanged.connect(self.changed)
        self._text.textChanged.connect(self.changed)
        self._hide_polling.toggled.connect(self.changed)
