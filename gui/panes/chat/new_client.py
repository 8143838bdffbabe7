"""The dialog that asks for an address typed by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.framing import Framing
from core.spec import Transport, unavailable
from gui.language import translated
from gui.panes.chat.target import Target
from gui.spoken import spoken
from gui.theme import set_role


class NewClientDialog(QDialog):
    """Asks for transport, address and framing; any server will do, not only this program's."""

    chosen = Signal(object)
    """A `Target`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the dialog with this machine's address in it."""
        super().__init__(parent)
        self.transport = QComboBox()
        self.host = QLineEdit("127.0.0.1")
        self.port = QSpinBox()
        self.path = QLineEdit()
        self.framing = QComboBox()
        self.without_address = QCheckBox()
        self._labels = [QLabel() for _ in self._rows()]
        self._form = QFormLayout()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.connect_button = QPushButton()
        self._intro = QLabel()
        self.setObjectName("new_client_dialog")
        self._fill()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def target(self) -> Target:
        """Return what is written in the fields."""
        transport = Transport(self.transport.currentData())
        framing = Framing(self.framing.currentData())
        if transport.is_unix:
            is_without = transport is Transport.UNIX_DATAGRAM and self.without_address.isChecked()
            path = self.path.text().strip()
            return Target(transport=transport, path=path, framing=framing, without_address=is_without)
        host = self.host.text().strip()
        return Target(transport=transport, host=host, port=self.port.value(), framing=framing)

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("New client"))
        self.connect_button.setText(self.tr("Connect"))
        self._intro.setText(self.tr("Talk to any server, in this program or elsewhere."))
        self.without_address.setText(self.tr("Without an address of its own"))
        self.without_address.setToolTip(self.tr("Nobody can answer such a client: bind() is left out."))
        self.without_address.setAccessibleName(self.without_address.text())
        for index, (transport, label) in enumerate(self._transports()):
            self.transport.setItemText(index, label)
            self.transport.setItemData(index, translated(unavailable(transport)), Qt.ItemDataRole.ToolTipRole)
        for index, (_framing, label) in enumerate(self._framings()):
            self.framing.setItemText(index, label)
        for row, (_name, label, field) in enumerate(self._rows()):
            field.setAccessibleName(label)
            self._labels[row].setText(label)
        self._on_changed()

    def _fill(self) -> None:
        for transport, label in self._transports():
            self.transport.addItem(label, transport)
            if unavailable(transport):
                self._disable_last()
        for framing, label in self._framings():
            self.framing.addItem(label, framing)
        self.port.setRange(1, 65_535)
        self.port.setValue(9999)
        # Under a style sheet a spin box forgets its own padding.
        self.port.lineEdit().setTextMargins(6, 0, 0, 0)
        self.path.setPlaceholderText("server.sock")

    def _disable_last(self) -> None:
        model = self.transport.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.transport.count() - 1).setEnabled(False)

    def _transports(self) -> list[tuple[Transport, str]]:
        return [
            (Transport.TCP, self.tr("TCP")),
            (Transport.UDP, self.tr("UDP")),
            (Transport.UNIX_STREAM, self.tr("Unix stream")),
            (Transport.UNIX_DATAGRAM, self.tr("Unix datagram")),
        ]

    def _framings(self) -> list[tuple[Framing, str]]:
        return [
            (Framing.JSON, self.tr("JSON documents")),
            (Framing.LINES, self.tr("Lines")),
            (Framing.LENGTH, self.tr("Length before each message")),
            (Framing.RAW, self.tr("None: chunks as they come")),
        ]

    def _rows(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("target_transport", self.tr("Transport"), self.transport),
            ("target_host", self.tr("Host"), self.host),
            ("target_port", self.tr("Port"), self.port),
            ("target_path", self.tr("Path"), self.path),
            ("target_framing", self.tr("Framing"), self.framing),
        )

    def _lay_out(self) -> None:
        for label, (name, _text, field) in zip(self._labels, self._rows(), strict=True):
            field.setObjectName(name)
            label.setBuddy(field)
            self._form.addRow(label, field)
        self.without_address.setObjectName("target_without_address")
        self._form.addRow("", self.without_address)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        set_role(self._intro, "muted")
        self.connect_button.setObjectName("connect")
        self.connect_button.setDefault(True)
        set_role(self.connect_button, "primary")
        self._buttons.addButton(self.connect_button, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self._intro)
        layout.addLayout(self._form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(380)

    def _connect(self) -> None:
        self.transport.currentIndexChanged.connect(self._on_changed)
        for field in (self.host, self.path):
            field.textChanged.connect(self._on_changed)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _on_changed(self) -> None:
        transport = Transport(self.transport.currentData())
        for field, is_needed in (
            (self.host, not transport.is_unix),
            (self.port, not transport.is_unix),
            (self.path, transport.is_unix),
            (self.framing, transport.is_stream),
            (self.without_address, transport is Transport.UNIX_DATAGRAM),
        ):
            self._form.setRowVisible(field, is_needed)
        missing = self._missing(transport)
        self.connect_button.setEnabled(not missing)
        self.connect_button.setToolTip(missing)

    def _missing(self, transport: Transport) -> str:
        """Return what has to be typed before one can connect, or ""."""
        field, wish = self.host, self.tr("Type the server's host first.")
        if transport.is_unix:
            field, wish = self.path, self.tr("Type the path of the server's socket file first.")
        return "" if field.text().strip() else wish

    def _on_accepted(self) -> None:
        self.accept()
        self.chosen.emit(self.target())
