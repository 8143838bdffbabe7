"""A soft ring around a control, for a few seconds: "it is here"."""

from math import pi, sin

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from gui.theme import theme_of

PULSES = 4
"""So often it swells before it is gone."""

_PULSE_MS = 900

_MARGIN = 7
"""So far the ring stands from what it is about, at its widest."""


class Highlight(QWidget):
    """Lies over the window, follows its control, lets the mouse through, and removes itself."""

    def __init__(self, control: QWidget, tab: int = -1, pulses: int = PULSES) -> None:
        """Stand around `control`, or one tab of a bar of them; call `show()`."""
        super().__init__(control.window())
        self._control = control
        self._tab = tab
        self._swell = 0.0
        self._pulse = QVariantAnimation(self)
        self.setObjectName("highlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pulse.setStartValue(0.0)
        self._pulse.setEndValue(float(pulses))
        self._pulse.setDuration(pulses * _PULSE_MS)
        self._pulse.valueChanged.connect(self._on_pulse)
        self._pulse.finished.connect(self.fade)
        control.destroyed.connect(self._on_control_gone)
        self._follow()
        self._pulse.start()

    @property
    def control(self) -> QWidget:
        """What it stands around."""
        return self._control

    def fade(self) -> None:
        """Be gone."""
        self._pulse.stop()
        self.hide()
        self.deleteLater()

    def _follow(self) -> None:
        """Stand where the control is now, and only while it is seen."""
        area = self._area()
        place = QRect(self._control.mapTo(self.window(), area.topLeft()), area.size())
        self.setGeometry(place.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self.setVisible(self._control.isVisible() and not self._control.visibleRegion().isEmpty())

    def _area(self) -> QRect:
        if isinstance(self._control, QTabBar) and self._tab >= 0:
            return self._control.tabRect(self._tab)
        return QRect(QPoint(0, 0), self._control.size())

    def _on_pulse(self, value: float) -> None:
        self._swell = abs(sin(value * pi))
        self._follow()
        self.raise_()
        self.update()

    def _on_control_gone(self) -> None:
        self._pulse.stop()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, and a halo around it that swells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(self.rect()).adjusted(_MARGIN - 2, _MARGIN - 2, 2 - _MARGIN, 2 - _MARGIN)
        colour = QColor(theme_of(self).accent)
        for step in range(1, 4):
            colour.setAlphaF(0.28 * self._swell / step)
            grown = step * 1.5
            painter.setPen(QPen(colour, 3))
            painter.drawRoundedRect(inner.adjusted(-grown, -grown, grown, grown), 9, 9)
        colour.setAlphaF(0.55 + 0.45 * self._swell)
        painter.setPen(QPen(colour, 2))
        painter.drawRoundedRect(inner, 8, 8)
