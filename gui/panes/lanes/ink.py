"""Colours, hatches and stamps for the lanes, made from a theme once and used for every picture."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from core.observe import HANDLER_METHODS
from gui.panes.lanes.layout import TICK
from gui.theme import Theme

HOOK, HANDLER, CLIENT, FAULTY = range(4)
"""What is told apart by colour; waiting is told apart by its hatching."""

_DIMMED = 0.72
"""How far the colours of other requests go towards the ground."""

_HATCH = 6

_VEILED = 0.75
"""How far hatching behind letters is covered."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What one theme is drawn with; each pair is (lit, dimmed)."""

    theme: Theme
    ratio: float
    works: tuple[tuple[QBrush, QBrush], ...]
    waits: tuple[QBrush, QBrush]
    pauses: tuple[QBrush, QBrush]
    wait_lines: tuple[QPen, QPen]
    veil: QColor
    """Over hatching, behind letters: lines must not run through them."""
    sent: tuple[QPixmap, QPixmap]
    received: tuple[QPixmap, QPixmap]
    bytes: tuple[QPen, QPen]
    arrived: tuple[QPen, QPen]
    dispatch: tuple[QPen, QPen]
    text: QColor
    muted: QColor
    on_bar: QColor
    ground: QColor
    grid: QPen
    border: QPen
    accent: QColor


def ink_for(theme: Theme, ratio: float) -> Ink:
    """Return the ink of a theme for a screen with so many pixels per point."""
    ground = QColor(theme.card)
    teal, _purple, blue, _amber, slate, _pink = (QColor(name) for name in theme.lanes)
    works = tuple((QBrush(c), QBrush(_dim(c, ground))) for c in (slate, teal, blue, QColor(theme.danger)))
    muted, amber = QColor(theme.muted), QColor(theme.warning)
    accent, good = QColor(theme.accent), QColor(theme.good)
    dispatch = _pens(muted, ground, Qt.PenStyle.DashLine)
    return Ink(
        theme=theme,
        ratio=ratio,
        works=works,
        waits=(_hatch(muted, ground, ratio), _hatch(_dim(muted, ground), ground, ratio)),
        pauses=(_hatch(amber, ground, ratio), _hatch(_dim(amber, ground), ground, ratio)),
        wait_lines=_pens(_blend(muted, ground, 0.45), ground),
        veil=_veil(ground),
        sent=(_stamp(accent, True, ratio), _stamp(_dim(accent, ground), True, ratio)),
        received=(_stamp(good, False, ratio), _stamp(_dim(good, ground), False, ratio)),
        bytes=_pens(accent, ground),
        arrived=_pens(good, ground),
        dispatch=dispatch,
        text=QColor(theme.text),
        muted=muted,
        on_bar=QColor(theme.on_accent),
        ground=ground,
        grid=QPen(_blend(QColor(theme.border), ground, 0.3), 1),
        border=QPen(QColor(theme.border), 1),
        accent=accent,
    )


def colour_of(name: str) -> int:
    """Return which colour the bar of a call has."""
    return HANDLER if name in HANDLER_METHODS else HOOK


def _pens(colour: QColor, ground: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> tuple[QPen, QPen]:
    return QPen(QBrush(colour), 1, style), QPen(QBrush(_dim(colour, ground)), 1, style)


def _dim(colour: QColor, ground: QColor) -> QColor:
    return _blend(colour, ground, _DIMMED)


def _blend(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return an opaque colour that lies so far towards the ground."""
    mixed = (
        int(a + (b - a) * share)
        for a, b in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


def _veil(ground: QColor) -> QColor:
    veil = QColor(ground)
    veil.setAlphaF(_VEILED)
    return veil


def _hatch(colour: QColor, ground: QColor, ratio: float) -> QBrush:
    """Return diagonal lines as a texture: Qt's own patterns would shrink on a screen with fine pixels."""
    tile = QPixmap(int(_HATCH * ratio), int(_HATCH * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(_blend(colour, ground, 0.88))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_blend(colour, ground, 0.5), 1.4))
    for shift in (-_HATCH, 0, _HATCH):
        painter.drawLine(QPointF(shift - 1, _HATCH + 1), QPointF(shift + _HATCH + 1, -1))
    painter.end()
    return QBrush(tile)


def _stamp(colour: QColor, up: bool, ratio: float) -> QPixmap:
    stamp = QPixmap(int(TICK * ratio), int(TICK * ratio))
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip, foot = (0, TICK) if up else (TICK, 0)
    painter.drawPolygon(QPolygonF([QPointF(TICK / 2, tip), QPointF(0, foot), QPointF(TICK, foot)]))
    painter.end()
    return stamp
