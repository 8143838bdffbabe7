"""A server in two words, such as "TCP · Threading"."""

from PySide6.QtCore import QCoreApplication

from core.spec import Concurrency, ServerSpec, Transport


def transport_label(transport: Transport) -> str:
    """Return the dropdown's word for a transport."""
    return {
        Transport.TCP: _tr("TCP"),
        Transport.UDP: _tr("UDP"),
        Transport.UNIX_STREAM: _tr("Unix stream"),
        Transport.UNIX_DATAGRAM: _tr("Unix datagram"),
    }[transport]


def concurrency_label(concurrency: Concurrency) -> str:
    """Return the dropdown's word for a way to handle several requests."""
    return {
        Concurrency.ONE_AT_A_TIME: _tr("One at a time"),
        Concurrency.THREADING: _tr("Threading"),
        Concurrency.FORKING: _tr("Forking"),
    }[concurrency]


def server_title(spec: ServerSpec) -> str:
    """Return what a server is called in lists."""
    return f"{transport_label(spec.transport)} · {concurrency_label(spec.concurrency)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("server_title", text)
