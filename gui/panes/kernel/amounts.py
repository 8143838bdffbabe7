"""Sizes and shares, short."""

_UNITS = ("B", "KB", "MB", "GB")

NOT_TOLD = "–"
"""Stands where the system tells nothing."""


def size(amount: int | None) -> str:
    """Return a number of bytes: "0 B", "812 B", "18.1 MB"."""
    if amount is None:
        return NOT_TOLD
    rest = float(amount)
    for unit in _UNITS:
        if rest < 1000 or unit == _UNITS[-1]:
            break
        rest /= 1024
    return f"{amount} B" if unit == "B" else f"{rest:.1f} {unit}"


def number(amount: int | None) -> str:
    """Return a number with separators: "4,834"."""
    return NOT_TOLD if amount is None else f"{amount:,}"


def counted(amount: int, one: str, many: str) -> str:
    """Return "1 child" or "3 children", from "{0} child" and "{0} children"."""
    return (one if amount == 1 else many).format(f"{amount:,}")


def share(part: float | None) -> str:
    """Return a share in percent."""
    return NOT_TOLD if part is None else f"{part * 100:.0f} %"
