"""Bytes as rows of sixteen: offset, hexadecimal, and what can be seen of them as ASCII."""

_WIDTH = 16


def hexdump(data: bytes) -> str:
    """Return the data as rows such as "0000  7b 22 53 61 …  {"Sa…"."""
    return "\n".join(_row(start, data[start : start + _WIDTH]) for start in range(0, len(data), _WIDTH))


def _row(start: int, piece: bytes) -> str:
    half = _WIDTH // 2
    pairs = f"{piece[:half].hex(' ')}  {piece[half:].hex(' ')}".strip()
    letters = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in piece)
    return f"{start:04x}  {pairs:<{_WIDTH * 3}}  {letters}"
