"""Names for control characters: many fonts have no pictures of them, and show boxes that are all alike."""

# fmt: off
_NAMES = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
)
# fmt: on
"""As ASCII calls them, from 0 on."""

_KEPT = "\n\t"

_NAMED = {code: f"⟨{name}⟩" for code, name in (*enumerate(_NAMES), (0x7F, "DEL")) if chr(code) not in _KEPT}


_SHORT = {"\x7f": "DEL", "\xa0": "NBSP"}


def short_name(character: str) -> str:
    """Return a name to write in little room: "ESC" for a control character, "202E" for others."""
    code = ord(character)
    return _NAMES[code] if code < len(_NAMES) else _SHORT.get(character, f"{code:04X}")


def named_controls(text: str) -> str:
    """Return `text` with a name such as "⟨ESC⟩" in place of each control character; lines and tabs stay."""
    return text if text.isprintable() else text.translate(_NAMED)
