"""Where the server listens: address family, host and port, or the path of a Unix socket."""

import ipaddress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.spec import AddressFamily, ServerSpec, Transport
from gui.spoken import spoken
from gui.widgets.choice import Choice
from gui.widgets.field_row import FieldRow
from gui.widgets.value_field import ValueField

LOOPBACK = {AddressFamily.IPV4: "127.0.0.1", AddressFamily.IPV6: "::1"}
"""This machine itself, seen from itself: reachable from nowhere else."""


class AddressForm(QWidget):
    """Host and port for TCP and UDP, a path for Unix sockets; each keeps what was typed while hidden."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin with the loopback address and any free port."""
        super().__init__()
        self._family = Choice()
        self._host = ValueField(LOOPBACK[AddressFamily.IPV4], (str,))
        self._port = ValueField(0, (int,))
        self._path = ValueField(None, (str, type(None)))
        self._is_unix = False
        self.rows: dict[str, FieldRow] = {
            "address_family": FieldRow(self._family),
            "host": FieldRow(self._host),
            "port": FieldRow(self._port),
            "path": FieldRow(self._path),
        }
        self._name_parts()
        self._lay_out()
        self._connect()
        self._host.setText(LOOPBACK[AddressFamily.IPV4])
        self.fit(Transport.TCP)
        spoken(self, self._say_words)

    def fit(self, transport: Transport) -> None:
        """Show what such a server's address is made of."""
        self._is_unix = transport.is_unix
        for name, row in self.rows.items():
            row.setVisible((name == "path") == self._is_unix)

    def values(self) -> dict[str, Any]:
        """Return what is chosen, as `ServerSpec` takes it."""
        if self._is_unix:
            return {"path": self._path.value()}
        host = str(self._host.value())
        return {"host": host, "port": self._port.value(), "address_family": self._chosen_family(host)}

    def show_spec(self, spec: ServerSpec) -> None:
        """Show a spec's address; what its transport does not use stays as it was typed."""
        if spec.transport.is_unix:
            self._path.set_value(spec.path)
            return
        self._family.choose(spec.family)
        self._host.setText(spec.host)
        self._port.set_value(spec.port)

    def _chosen_family(self, host: str) -> AddressFamily | None:
        """Return None where the host says it already."""
        said = AddressFamily.IPV6 if ":" in host else AddressFamily.IPV4
        chosen = AddressFamily(self._family.key())
        return None if chosen is said else chosen

    def _say_words(self) -> None:
        self._family.say(AddressFamily.IPV4, self.tr("IPv4"), self.tr("Addresses such as 127.0.0.1."))
        self._family.say(AddressFamily.IPV6, self.tr("IPv6"), self.tr("Addresses such as ::1."))
        self._port.setPlaceholderText(self.tr("any free port"))
        self._path.setPlaceholderText(self.tr("a fresh one"))
        for name, (label, sentence) in self._words().items():
            row = self.rows[name]
            row.say(label)
            row.control.setAccessibleName(label)
            row.explain(sentence)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "address_family": (
                self.tr("Family"),
                self.tr("Which kind of address: IPv4 or IPv6. Default: IPv4."),
            ),
            "host": (
                self.tr("Host"),
                self.tr(
                    "The address to listen at. 127.0.0.1 (the default) and ::1 can be reached from this "
                    "machine only; 0.0.0.0 and :: from everywhere."
                ),
            ),
            "port": (self.tr("Port"), self.tr("The port, 1 to 65535. Default: empty or 0, any free one.")),
            "path": (
                self.tr("Path"),
                self.tr("The file that stands for the socket. Default: empty, a fresh one."),
            ),
        }

    def _name_parts(self) -> None:
        for family in AddressFamily:
            self._family.add(family, "")
        for name, row in self.rows.items():
            row.control.setObjectName(name)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for row in self.rows.values():
            layout.addWidget(row)

    def _connect(self) -> None:
        self._family.chosen.connect(self._on_family_chosen)
        self._host.textChanged.connect(self._on_host_changed)
        self._port.textChanged.connect(self.changed)
        self._path.textChanged.connect(self.changed)

    def _on_family_chosen(self, key: str) -> None:
        host = self._host.text().strip()
        if host in LOOPBACK.values() or not host:
            self._host.setText(LOOPBACK[AddressFamily(key)])
        self.changed.emit()

    def _on_host_changed(self, text: str) -> None:
        """Follow a host that is written as an address of the other family."""
        self._family.choose(_family_of(text.strip()) or self._family.key())
        self.changed.emit()


def _family_of(host: str) -> AddressFamily | None:
    """Return the family in which a host is written, None for a name."""
    try:
        version = ipaddress.ip_address(host.partition("%")[0]).version
    except ValueError:
        return None
    return AddressFamily.IPV4 if version == 4 else AddressFamily.IPV6
