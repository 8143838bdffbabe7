"""A stream of bytes along a ruler: sends above, recvs below, the bytes between, the messages under them."""

from bisect import bisect_left
from operator import attrgetter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from core.ruler import Block, Call, Letter, Row, Seen, StreamFindings, blocks, crowds, letters
from gui.panes.bytes_view.brushes import Brushes, Tone
from gui.panes.bytes_view.ruler import EDGE, TICK_ROOM, Ruler, Slice, round_step
from gui.panes.bytes_view.words import call_name
from gui.theme import mono_font
from gui.visible_text import visible_line

SMALLEST_PIECE = 5.0
"""Pixels: narrower pieces are drawn together."""

CUT_WIDTH = 6.0
"""Pixels: a character cut in half is marked at least so wide."""

_SIGNS = {"\n": "↵", "\r": "←", "\t": "→", "": "·"}
"""For what cannot be seen: one sign each, as wide as a letter; "" is a byte that is no UTF-8."""

_start = attrgetter("start")

_ROWS = {"sent": Tone.SENT, "got": Tone.GOT}


class StreamRuler(Ruler):
    """Paints one direction of a stream; the unit is a byte."""

    lanes = (("offsets", 18), ("sent", 26), ("bytes", 26), ("got", 26), ("messages", 24))

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a stream."""
        super().__init__(parent)
        self._findings: StreamFindings | None = None
        self._is_hex = False

    def show_findings(self, findings: StreamFindings | None) -> None:
        """Show what was found."""
        self._findings = findings
        self.measure()

    def set_hex(self, is_hex: bool) -> None:
        """Show bytes as hexadecimal numbers, or as text."""
        self._is_hex = is_hex
        self.measure()

    # What a ruler asks ------------------------------------------------------------------------------------

    def length(self) -> int:
        """Return how many bytes there are."""
        return self._seen().end if self._findings else 0

    def readable(self) -> float:
        """Return the width of a byte, as text or as two digits."""
        metrics = QFontMetricsF(mono_font())
        return metrics.horizontalAdvance("00") + 6 if self._is_hex else metrics.horizontalAdvance("0") + 2

    def narrowest(self) -> float:
        """Return the scale of a very long stream."""
        return 1e-9

    def call_at(self, lane: str, unit: float) -> Call | None:
        """Return the call that has the byte there; the bytes themselves belong to the one that got them."""
        if not self._findings or unit < 0:
            return None
        for row, count in self._rows_for(lane):
            number = row.at(int(unit))
            if 0 <= number < count:
                return row.calls[number]
        return None

    def neighbour(self, call: Call | None, key: Qt.Key) -> Call | None:
        """Return the call beside, or that of the other row at the same byte."""
        if self._findings is None:
            return None
        found = self._find(call)
        if found is None:
            rows = [row for row, count in self._counted() if count]
            return rows[0].calls[0] if rows else None
        row, number, other = found
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            there = other.at(row.starts[number])
            return other.calls[there] if there >= 0 else None
        number += 1 if key == Qt.Key.Key_Right else -1
        return row.calls[number] if 0 <= number < len(row.calls) else None

    def unit_of(self, call: Call) -> float:
        """Return the offset of the call's first byte."""
        found = self._find(call)
        return found[0].starts[found[1]] if found else 0

    def draw(self, brushes: Brushes, seen: Slice) -> None:
        """Paint the lanes."""
        self._draw_offsets(brushes, seen)
        if self._findings is None:
            return
        for lane, (row, count) in zip(_ROWS, self._counted(), strict=True):
            self._draw_row(brushes, seen, lane, row, count)
        self._draw_unread(brushes, seen)
        self._draw_bytes(brushes, seen)
        self._draw_messages(brushes, seen)
        self._draw_cuts(brushes, seen)
        self._draw_end(brushes, seen)

    # The lanes --------------------------------------------------------------------------------------------

    def _draw_offsets(self, brushes: Brushes, seen: Slice) -> None:
        step = round_step(TICK_ROOM / seen.scale, self._is_hex)
        top = self.top_of("offsets")
        for offset in range(seen.first // step * step, min(seen.last, self.length()) + 1, step):
            x = seen.x(offset)
            brushes.line(x, top + 12, top + 18, "border_strong")
            text = f"{offset:#x}" if self._is_hex else f"{offset:,}"
            room = min(TICK_ROOM, seen.gutter + seen.width - x + 2)
            brushes.text(QRectF(x - 2, top, room, 16), (text,), "muted")

    def _draw_row(self, brushes: Brushes, seen: Slice, lane: str, row: Row, count: int) -> None:
        if text := self._missing.get(lane):
            rect = QRectF(seen.gutter, self.top_of(lane), seen.width, self.height_of(lane))
            brushes.text(rect, (text,), "muted")
            return
        smallest = SMALLEST_PIECE / seen.scale
        found = blocks(row.starts, row.ends, seen.first, seen.last, smallest, count)
        for block in crowds(found, smallest):
            if block.count > 1:
                brushes.crowd(self._rect(seen, lane, block.start, block.end), _ROWS[lane])
            else:
                self._draw_piece(brushes, seen, lane, row, block)

    def _draw_piece(self, brushes: Brushes, seen: Slice, lane: str, row: Row, block: Block) -> None:
        call = row.calls[block.first]
        rect = self._rect(seen, lane, block.start, block.end)
        is_chosen = call is self._chosen
        brushes.box(rect, _ROWS[lane], is_chosen)
        kept = block.start + len(call.data)
        if kept < block.end:
            brushes.hatched(self._rect(seen, lane, kept, block.end))
        self._draw_border(brushes, seen, lane, block.end)
        name, size = call_name(call), f"{call.size:,} B"
        choices = (f"{name} {block.first + 1 + row.dropped} · {size}", size, f"{call.size:,}")
        ground = "accent_fill" if is_chosen else _ROWS[lane].value[0]
        brushes.text(_inside(rect, seen), choices, "on_accent" if is_chosen else "text", on=ground)

    def _draw_border(self, brushes: Brushes, seen: Slice, lane: str, offset: int) -> None:
        """Let a border be seen among the bytes too, from above or from below."""
        top, height = self.top_of("bytes"), self.height_of("bytes")
        middle = top + height / 2
        first, last = (top, middle) if lane == "sent" else (middle, top + height)
        brushes.line(seen.x(offset) - 1, first, last, _ROWS[lane].value[1])

    def _draw_unread(self, brushes: Brushes, seen: Slice) -> None:
        """Outline what was sent and never got, or not yet."""
        sizes = self._seen()
        if sizes.got_end < sizes.sent_end and "got" not in self._missing:
            rect = self._rect(seen, "got", sizes.got_end, sizes.sent_end)
            brushes.dashed(rect)
            size = f"{sizes.sent_end - sizes.got_end:,} B"
            choices = (self.tr("{0} not received").format(size), self.tr("not received"))
            brushes.text(_inside(rect, seen), choices, "muted")

    def _draw_bytes(self, brushes: Brushes, seen: Slice) -> None:
        assert self._findings is not None
        if seen.scale < self.readable() * 0.95:
            rect = QRectF(seen.gutter + EDGE, self.top_of("bytes"), seen.width, self.height_of("bytes"))
            if self.length():
                text = self.tr("zoom in to read the bytes, or click a piece")
                brushes.text(rect, (text,), "muted", on="card")
            return
        last = min(seen.last + 4, self.length())
        runs = self._findings.stream.read(seen.first - 4, last)
        self._hatch_between(brushes, seen, runs, last)
        draw = self._draw_digits if self._is_hex else self._draw_letter
        for letter in letters(runs):
            draw(brushes, seen, letter, runs)

    def _hatch_between(self, brushes: Brushes, seen: Slice, runs: list[tuple[int, bytes]], last: int) -> None:
        offset = max(seen.first - 4, 0)
        for start, data in [*runs, (last, b"")]:
            if start > offset:
                brushes.hatched(self._rect(seen, "bytes", offset, start))
            offset = start + len(data)

    def _draw_letter(
        self, brushes: Brushes, seen: Slice, letter: Letter, _runs: list[tuple[int, bytes]]
    ) -> None:
        rect = self._rect(seen, "bytes", letter.start, letter.start + letter.size)
        is_plain = bool(letter.text) and visible_line(letter.text) == letter.text
        text = letter.text if is_plain else _SIGNS.get(letter.text, "▫")
        brushes.letter(rect, text, "text" if is_plain else "muted")

    def _draw_digits(
        self, brushes: Brushes, seen: Slice, letter: Letter, runs: list[tuple[int, bytes]]
    ) -> None:
        for offset in range(letter.start, letter.start + letter.size):
            byte = next(data[offset - start] for start, data in runs if start <= offset < start + len(data))
            rect = self._rect(seen, "bytes", offset, offset + 1)
            brushes.letter(rect, f"{byte:02x}", "text" if 32 <= byte < 127 else "code_number")

    def _draw_messages(self, brushes: Brushes, seen: Slice) -> None:
        assert self._findings is not None
        found, end = self._findings.messages, self.length()
        count = self._findings.messages_at(self._seen())
        smallest = 2 * SMALLEST_PIECE / seen.scale
        pieces = blocks(found.starts, found.ends, seen.first, seen.last, smallest, count)
        for block in crowds(pieces, smallest):
            rect = self._rect(seen, "messages", block.start, block.end)
            if block.count > 1:
                brushes.hatched(rect.adjusted(0, 6, 0, -6), "code_name")
            else:
                self._draw_message(brushes, _inside(rect, seen), rect, block)
        open_from = found.ends[count - 1] if count else self._findings.stream.first_kept()
        if open_from < end and (found.is_lost or found.offset >= end):
            self._draw_unfinished(brushes, seen, open_from, end)

    def _draw_message(self, brushes: Brushes, room: QRectF, rect: QRectF, block: Block) -> None:
        assert self._findings is not None
        is_wrong = block.first in self._findings.messages.problems
        token = "danger" if is_wrong else "code_name"
        brushes.bracket(rect, token)
        name = self.tr("no message") if is_wrong else self.tr("message {0}").format(block.first + 1)
        size = f"{block.end - block.start:,} B"
        brushes.text(room, (f"{name} · {size}", name, str(block.first + 1)), token, on="card", centred=True)

    def _draw_unfinished(self, brushes: Brushes, seen: Slice, start: int, end: int) -> None:
        assert self._findings is not None
        is_lost = self._findings.messages.is_lost
        if not is_lost and not self._is_said(start, end):
            return
        rect = self._rect(seen, "messages", start, end)
        brushes.bracket(rect, "muted", is_open=True)
        text = self.tr("borders unknown") if is_lost else self.tr("unfinished")
        brushes.text(_inside(rect, seen), (text,), "muted", on="card", centred=True)

    def _is_said(self, start: int, end: int) -> bool:
        """True unless there are only blanks, as after a JSON document's end."""
        assert self._findings is not None
        return end - start > 8 or any(data.strip() for _, data in self._findings.stream.read(start, end))

    def _draw_cuts(self, brushes: Brushes, seen: Slice) -> None:
        assert self._findings is not None
        found, count = self._findings.cuts.found, self._findings.cuts_at(self._seen())
        apart = CUT_WIDTH / seen.scale
        number = bisect_left(found, seen.first - 4, hi=count, key=_start)
        while number < count and found[number].start < seen.last:
            start = found[number].start
            self._draw_cut(brushes, seen, found[number])
            # What would be painted over it is passed over at once, however much it is.
            number = max(bisect_left(found, start + apart, lo=number, hi=count, key=_start), number + 1)

    def _draw_cut(self, brushes: Brushes, seen: Slice, letter: Letter) -> None:
        rect = self._rect(seen, "bytes", letter.start, letter.start + letter.size)
        if rect.width() < CUT_WIDTH:
            middle = rect.center().x()
            rect.setLeft(middle - CUT_WIDTH / 2)
            rect.setRight(middle + CUT_WIDTH / 2)
        brushes.dashed(rect, "danger")
        brushes.flag(rect.center().x(), rect.top() + 1, "danger")

    def _draw_end(self, brushes: Brushes, seen: Slice) -> None:
        assert self._findings is not None
        ended, moment = self._findings.stream.ended, self._moment
        if ended is not None and (moment is None or ended <= moment):
            x = seen.x(self._seen().got_end) + 2
            top = self.top_of("got")
            brushes.painter.fillRect(
                QRectF(x, top + 2, 3, self.height_of("got") - 4), brushes.colour("muted")
            )

    # What there is ----------------------------------------------------------------------------------------

    def _seen(self) -> Seen:
        assert self._findings is not None
        return self._findings.stream.seen(self._moment)

    def _counted(self) -> tuple[tuple[Row, int], tuple[Row, int]]:
        assert self._findings is not None
        stream, seen = self._findings.stream, self._seen()
        return (stream.sent, seen.sends), (stream.got, seen.recvs)

    def _rows_for(self, lane: str) -> list[tuple[Row, int]]:
        sent, got = self._counted()
        choices: dict[str, list[tuple[Row, int]]] = {
            "sent": [sent],
            "got": [got],
            "bytes": [got, sent],
            "messages": [got, sent],
        }
        return choices.get(lane, [])

    def _find(self, call: Call | None) -> tuple[Row, int, Row] | None:
        """Return the row and the number of a call, and the other row."""
        if self._findings is None or call is None:
            return None
        stream = self._findings.stream
        for row, other in ((stream.sent, stream.got), (stream.got, stream.sent)):
            number = row.number_of(call)
            if number >= 0:
                return row, number, other
        return None

    def _rect(self, seen: Slice, lane: str, start: int, end: int) -> QRectF:
        return seen.rect(start, end, self.top_of(lane), self.height_of(lane))


def _inside(rect: QRectF, seen: Slice) -> QRectF:
    """Return the part of a rectangle that is seen, so that its text is."""
    return rect.intersected(QRectF(seen.gutter, rect.top(), seen.width, rect.height()))
