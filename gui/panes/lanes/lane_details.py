"""What stands below a lane's name, in the window's language."""

from PySide6.QtCore import QCoreApplication

from core.lane import Lane, LaneKind
from core.lanes import Lanes

translate = QCoreApplication.translate


def detail_of(lane: Lane, lanes: Lanes) -> str:
    """Return what else is known of a lane: a client's port, a thread's request, or what it is there for."""
    if lane.kind is LaneKind.CLIENT:
        port = lane.detail.rpartition(":")[2]
        return translate("LaneDetails", "port {0}").format(port) if port.isdecimal() else lane.detail
    if lane.request:
        return translate("LaneDetails", "request {0}").format(lane.request)
    if lane.kind is LaneKind.QUEUE:
        return translate("LaneDetails", "not taken yet")
    if lane.kind is LaneKind.LOOP:
        return translate("LaneDetails", "the loop's thread")
    return _first_call(lane, lanes)


def what_waits() -> str:
    """Return what will be in the kernel's queue, for who sees it empty."""
    return translate("LaneDetails", "Connections or datagrams that get_request() has not taken: none yet.")


def _first_call(lane: Lane, lanes: Lanes) -> str:
    """Return what a thread without another purpose was made for: the main thread starts the server."""
    calls = lane.works[0].values if lane.works else ()
    return translate("LaneDetails", "calls {0}()").format(lanes.name(calls[0])) if calls else ""
