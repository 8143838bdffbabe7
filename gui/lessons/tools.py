"""The parts of the window that a lesson works with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.trust import Trust
    from gui.client_desk import ClientDesk
    from gui.laboratory import Laboratory
    from gui.lessons.place import LessonPlace
    from gui.panes.builder import BuilderPane
    from gui.panes.chat import ChatPane
    from gui.panes.servers import ServersPane
    from gui.papers import Papers
    from gui.remembered import Remembered
    from gui.stage import Stage
    from gui.starting import Starting
    from gui.views import Views
    from gui.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonTools:
    """They belong to the window."""

    window: "QWidget"
    lab: "Laboratory"
    starting: "Starting"
    workshop: "Workshop"
    papers: "Papers"
    clients: "ClientDesk"
    builder: "BuilderPane"
    servers: "ServersPane"
    chat: "ChatPane"
    stage: "Stage"
    views: "Views"
    place: "LessonPlace"
    remembered: "Remembered"
    trust: "Trust"
