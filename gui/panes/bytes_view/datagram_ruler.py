"""Datagrams in order: boxes that were sent above, boxes that were got below, joined by lines."""

from bisect import bisect_left
from math import ceil
from operator import attrgetter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from core.ruler import Call, DatagramFindings, Fate, Stream
from gui.panes.bytes_view.brushes import Brushes, Tone
from gui.panes.bytes_view.ruler import TICK_ROOM, Ruler, Slice, round_step
from gui.theme import small_font
from gui.visible_text import decoded, visible_line

GAP = 4.0
"""Pixels between two boxes."""

COLUMN = 4.0
"""Pixels: the width of a column of datagrams too narrow for boxes."""

NEAR = 64
"""So many datagrams of other requests may stand between, because threads overtake each other."""

PREVIEW = 40
"""So many bytes of a datagram are shown in its box."""

_TONES = {Fate.WHOLE: Tone.GOT, Fate.CUT: Tone.CUT, Fate.LOST: Tone.LOST}
"""What a column is made of, from the bottom up; what is not received yet leaves a gap."""

_request = attrgetter("request")


class DatagramRuler(Ruler):
    """Paints one direction of datagrams; the unit is a slot, for one that was sent and what was got of it."""

    lanes = (("numbers", 18), ("sent", 38), ("between", 26), ("got", 38))

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without datagrams."""
        super().__init__(parent)
        self._findings: DatagramFindings | None = None
        self._is_hex = False
        self._lit = 0

    def show_findings(self, findings: DatagramFindings | None) -> None:
        """Show what was found."""
        self._findings = findings
        self.measure()

    def set_hex(self, is_hex: bool) -> None:
        """Show bytes as hexadecimal numbers, or as text."""
        self._is_hex = is_hex
        self.viewport().update()

    def light(self, request: int) -> None:
        """Light the datagrams of a request up."""
        self._lit = request
        self.viewport().update()

    # What a ruler asks ------------------------------------------------------------------------------------

    def length(self) -> int:
        """Return how many slots there are."""
        if self._findings is None:
            return 0
        stream = self._findings.stream
        count = stream.sent.count_at(self._moment) + len(self._strangers())
        return count if stream.sent.calls else stream.got.count_at(self._moment)

    def readable(self) -> float:
        """Return the width of a slot in which all can be read."""
        longest = self._part_of("99,999", "99,999")
        return QFontMetricsF(small_font()).horizontalAdvance(longest) + 3 * GAP

    def narrowest(self) -> float:
        """Return the scale of very many datagrams."""
        return 1e-6

    def call_at(self, lane: str, unit: float) -> Call | None:
        """Return the datagram in that slot: for the line between, the one that was sent."""
        if self._findings is None or not 0 <= unit < self.length():
            return None
        sent, got = self._in_slot(int(unit))
        choices = {"sent": sent, "got": got, "between": sent or got}
        return choices.get(lane)

    def neighbour(self, call: Call | None, key: Qt.Key) -> Call | None:
        """Return the datagram beside, or the other one of the same slot."""
        length = self.length()
        if call is None or not length:
            return self.call_at("between", 0)
        slot = int(self.unit_of(call))
        sent, got = self._in_slot(slot)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return got if call is sent else sent
        lane = "sent" if call is sent else "got"
        return self.call_at(lane, slot + (1 if key == Qt.Key.Key_Right else -1))

    def unit_of(self, call: Call) -> float:
        """Return the slot of a datagram."""
        if self._findings is None:
            return 0
        stream, pairs = self._findings.stream, self._findings.pairs
        if (number := stream.sent.number_of(call)) >= 0:
            return number
        number = stream.got.number_of(call)
        if not stream.sent.calls:
            return max(number, 0)
        strangers = self._strangers()
        place = strangers.index(number) if number in strangers else 0
        return pairs.sent_of.get(number, len(stream.sent.calls) + place)

    def draw(self, brushes: Brushes, seen: Slice) -> None:
        """Paint the slots that are seen."""
        for lane, text in self._missing.items():
            rect = QRectF(seen.gutter, self.top_of(lane), seen.width, self.height_of(lane))
            brushes.text(rect, (text,), "muted")
        if self._findings is None:
            return
        if seen.scale < 2 * GAP:
            self._draw_crowds(brushes, seen)
            return
        for slot in range(seen.first, min(seen.last, self.length())):
            sent, got = self._in_slot(slot)
            rect = seen.rect(slot, slot + 1, 0, 0).adjusted(GAP / 2, 0, -GAP / 2, 0)
            brushes.text(self._lane(rect, "numbers"), (f"{slot + 1:,}",), "muted", centred=True)
            if sent is not None:
                self._draw_whole(brushes, self._lane(rect, "sent"), sent, Tone.SENT)
            if got is not None:
                self._draw_got(brushes, rect, sent, got)
            elif sent is not None and "got" not in self._missing:
                self._draw_absent(brushes, rect, slot)

    # The boxes --------------------------------------------------------------------------------------------

    def _draw_whole(self, brushes: Brushes, rect: QRectF, call: Call, tone: Tone) -> None:
        is_chosen = call is self._chosen
        brushes.box(rect, tone, is_chosen, lit=bool(self._lit) and call.request == self._lit)
        self._write(brushes, rect, call, (f"{call.size:,} B", f"{call.size:,}"), is_chosen)

    def _draw_got(self, brushes: Brushes, rect: QRectF, sent: Call | None, got: Call) -> None:
        place = self._lane(rect, "got")
        if sent is None or got.size >= sent.size:
            self._draw_whole(brushes, place, got, Tone.GOT)
        else:
            self._draw_cut(brushes, place, sent, got)
        if sent is not None:
            between = self._lane(rect, "between")
            brushes.line(between.center().x(), between.top(), between.bottom(), "good")

    def _draw_cut(self, brushes: Brushes, rect: QRectF, sent: Call, got: Call) -> None:
        """Draw what came of a longer datagram, and hatch the rest, which nobody will ever get."""
        is_chosen = got is self._chosen
        kept = QRectF(rect)
        kept.setWidth(max(rect.width() * got.size / sent.size, 3.0))
        brushes.hatched(rect, "warning")
        brushes.dashed(rect, "warning")
        brushes.box(kept, Tone.CUT, is_chosen, lit=bool(self._lit) and got.request == self._lit)
        lower = QRectF(rect.left(), rect.center().y() - 1, rect.width(), rect.height() / 2)
        upper = QRectF(rect.left(), rect.top() + 1, rect.width(), rect.height() / 2)
        text = self._part_of(f"{got.size:,}", f"{sent.size:,}")
        brushes.text(lower, (text, f"{got.size:,} B"), "text", on="card", centred=True)
        brushes.text(upper, (self.tr("cut"),), "warning", on="card", centred=True)

    def _part_of(self, part: str, whole: str) -> str:
        return self.tr("{0} of {1} B").format(part, whole)

    def _draw_absent(self, brushes: Brushes, rect: QRectF, slot: int) -> None:
        assert self._findings is not None
        is_lost = self._findings.pairs.fate(slot, self._moment) is Fate.LOST
        place, between = self._lane(rect, "got"), self._lane(rect, "between")
        x = between.center().x()
        if is_lost:
            brushes.line(x, between.top(), between.center().y() - 2, "danger")
            brushes.cross(x, between.center().y() + 3, "danger", min(between.width() / 2, 4.0))
        brushes.dashed(place, "danger" if is_lost else "faint")
        text = self.tr("lost") if is_lost else self.tr("not received")
        brushes.text(place, (text,), "danger" if is_lost else "muted", centred=True)

    def _write(
        self, brushes: Brushes, rect: QRectF, call: Call, sizes: tuple[str, ...], is_chosen: bool
    ) -> None:
        token = "on_accent" if is_chosen else "text"
        upper = QRectF(rect.left(), rect.top() + 1, rect.width(), rect.height() / 2)
        lower = QRectF(rect.left(), rect.center().y() - 1, rect.width(), rect.height() / 2)
        beginning = call.data[:PREVIEW]
        text = beginning.hex(" ") if self._is_hex else visible_line(decoded(beginning))
        brushes.elided(upper, text, token)
        brushes.text(lower, sizes, "on_accent" if is_chosen else "muted")

    # Too many for boxes ------------------------------------------------------------------------------------

    def _draw_crowds(self, brushes: Brushes, seen: Slice) -> None:
        """Paint columns of some slots each: how many came whole, were cut, were lost, is how high it is."""
        self._draw_numbers(brushes, seen)
        stream, length = self._stream(), self.length()
        sends = stream.sent.count_at(self._moment) if stream.sent.calls else 0
        stop = min(seen.last, length)
        if seen.first < min(stop, sends):
            rect = seen.rect(seen.first, min(stop, sends), 0, 0)
            brushes.crowd(self._lane(rect, "sent"), Tone.SENT)
        if stop > max(seen.first, sends):
            rect = seen.rect(max(seen.first, sends), stop, 0, 0)
            brushes.crowd(self._lane(rect, "got"), Tone.GOT)
        if "got" not in self._missing:
            self._draw_fates(brushes, seen, min(stop, sends))
        self._mark(brushes, seen)

    def _draw_fates(self, brushes: Brushes, seen: Slice, stop: int) -> None:
        assert self._findings is not None
        width = max(ceil(COLUMN / seen.scale), 1)
        free = 0.0  # crosses and flags would run into each other
        # Columns stay where they are while the ruler scrolls.
        for first in range(seen.first // width * width, stop, width):
            last = min(first + width, stop)
            fates = self._findings.pairs.fates_between(first, last, self._moment)
            rect = seen.rect(first, last, 0, 0)
            self._draw_column(brushes, self._lane(rect, "got"), fates, last - first)
            between = self._lane(rect, "between")
            if (fates.get(Fate.LOST) or fates.get(Fate.CUT)) and between.left() >= free:
                free = between.left() + 3 * COLUMN
                if fates.get(Fate.LOST):
                    brushes.cross(between.center().x(), between.center().y(), "danger", COLUMN - 1)
                else:
                    brushes.flag(between.center().x(), between.bottom() - 1, "warning")

    def _draw_column(self, brushes: Brushes, rect: QRectF, fates: dict[Fate, int], count: int) -> None:
        bottom = rect.bottom()
        left, right = round(rect.left()), round(rect.right())  # or there would be seams between columns
        for fate, tone in _TONES.items():
            if fates.get(fate):
                # The few among many must be seen, too.
                height = max(rect.height() * fates[fate] / count, 3.0)
                top = max(bottom - height, rect.top())
                brushes.crowd(QRectF(left, top, right - left, bottom - top), tone)
                bottom = top

    def _draw_numbers(self, brushes: Brushes, seen: Slice) -> None:
        step = round_step(TICK_ROOM / seen.scale)
        top = self.top_of("numbers")
        for number in range(max(seen.first // step * step, step), min(seen.last, self.length()) + 1, step):
            x = seen.x(number - 0.5)
            brushes.line(x, top + 12, top + 18, "border_strong")
            room = min(TICK_ROOM, seen.gutter + seen.width - x + 2)
            brushes.text(QRectF(x - 2, top, room, 16), (f"{number:,}",), "muted")

    def _mark(self, brushes: Brushes, seen: Slice) -> None:
        """Let the chosen datagram and those of the lit request stand out, too narrow as they are."""
        marked = [(self._chosen, "accent"), *((call, "text") for call in self._lit_calls())]
        for call, token in marked:
            if call is not None:
                rect = seen.rect(self.unit_of(call), self.unit_of(call) + 1, 0, 0)
                x = rect.center().x()
                for lane in ("sent", "got"):
                    place = self._lane(rect, lane)
                    brushes.line(x, place.top(), place.bottom(), token)
                brushes.flag(x, self.top_of("sent"), token)

    def _lit_calls(self) -> list[Call]:
        """Return what the server got or sent for the lit request: its calls stand nearly in that order."""
        if not self._lit or self._findings is None:
            return []
        found: list[Call] = []
        for row in (self._findings.stream.sent, self._findings.stream.got):
            place = bisect_left(row.calls, self._lit, key=_request)
            near = row.calls[max(place - NEAR, 0) : place + NEAR]
            found += [call for call in near if call.request == self._lit]
        return found

    # What there is ----------------------------------------------------------------------------------------

    def _in_slot(self, slot: int) -> tuple[Call | None, Call | None]:
        """Return what was sent and what was got of it, as far as it had happened."""
        assert self._findings is not None
        sent, got = self._findings.stream.sent, self._findings.stream.got
        got_count = got.count_at(self._moment)
        if not sent.calls:
            return None, got.calls[slot] if slot < got_count else None
        sent_count = sent.count_at(self._moment)
        if slot >= sent_count:
            strangers = self._strangers()
            place = slot - sent_count
            return None, got.calls[strangers[place]] if place < len(strangers) else None
        number = self._findings.pairs.got_of.get(slot, got_count)
        return sent.calls[slot], got.calls[number] if number < got_count else None

    def _strangers(self) -> list[int]:
        """Return the numbers of what was got, by then, of nobody that was seen to send it."""
        assert self._findings is not None
        stream, pairs = self._findings.stream, self._findings.pairs
        if not stream.sent.calls:
            return []
        known = pairs.strangers()
        # No copy where there are none, or all: this is asked for each slot.
        if not known or self._moment is None:
            return known
        return known[: bisect_left(known, stream.got.count_at(self._moment))]

    def _stream(self) -> Stream:
        assert self._findings is not None
        return self._findings.stream

    def _lane(self, rect: QRectF, lane: str) -> QRectF:
        return QRectF(rect.left(), self.top_of(lane), rect.width(), self.height_of(lane))
