"""What was typed, as bytes to send."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from core.framing import LONGEST_DOCUMENT, Framing
from core.json_document import DocumentError, decode
from core.recognition import recognised
from gui.language import translated

translate = QCoreApplication.translate


class Kind(StrEnum):
    """How the typed text is meant."""

    JSON = "json"
    TEXT = "text"
    RAW = "raw"
    HEX = "hex"


class LineEnding(StrEnum):
    """What is put behind raw text."""

    NONE = "none"
    LF = "lf"
    CRLF = "crlf"


_ENDINGS = {LineEnding.NONE: "", LineEnding.LF: "\n", LineEnding.CRLF: "\r\n"}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send: `framed` if the client is to frame `data`, `shown` as it was typed."""

    data: bytes
    framed: bool
    shown: str
    times: int = 1


class NotSendableError(ValueError):
    """What was typed cannot be sent as what it is meant to be; its argument says why, in plain words."""


def compose(text: str, kind: Kind, ending: LineEnding, framing: Framing) -> Outgoing:
    """Return what was typed as bytes.

    Raises `NotSendableError` where that is impossible.
    """
    data = _COMPOSERS[kind](text, ending, framing)
    if len(data) > LONGEST_DOCUMENT:
        raise NotSendableError(translate("Outgoing", "Too long: a message may have at most 4 MB."))
    return Outgoing(data, framed=kind in (Kind.JSON, Kind.TEXT), shown=text)


def _json(text: str, ending: LineEnding, framing: Framing) -> bytes:
    if not text.strip():
        raise NotSendableError(
            translate("Outgoing", 'Type a JSON document first, for example {"Say": "HELLO"}.')
        )
    data = _utf8(text)
    try:
        decode(data)
    except DocumentError as error:
        raise NotSendableError(translated(recognised(str(error)))) from None
    data = data.strip()
    # Outside strings a line feed is only a blank, and in a string there can be none; but where lines are
    # messages it would cut this one in two.
    return data.replace(b"\n", b" ") if framing is Framing.LINES else data


def _text(text: str, ending: LineEnding, framing: Framing) -> bytes:
    return _utf8(json.dumps(text, ensure_ascii=False))


def _raw(text: str, ending: LineEnding, framing: Framing) -> bytes:
    return _utf8(text + _ENDINGS[ending])


def _hex(text: str, ending: LineEnding, framing: Framing) -> bytes:
    digits = re.sub(r"0[xX]|[\s,:]", "", text)
    if wrong := re.search(r"[^0-9a-fA-F]", digits):
        words = translate("Outgoing", '"{0}" is no hex digit: 0 to 9 and A to F are.')
        raise NotSendableError(words.format(wrong.group()))
    if len(digits) % 2:
        raise NotSendableError(translate("Outgoing", "One hex digit is missing: a byte has two."))
    return bytes.fromhex(digits)


def _utf8(text: str) -> bytes:
    """Return `text` in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


_COMPOSERS: dict[Kind, Callable[[str, LineEnding, Framing], bytes]] = {
    Kind.JSON: _json,
    Kind.TEXT: _text,
    Kind.RAW: _raw,
    Kind.HEX: _hex,
}
