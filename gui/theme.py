"""Colours, spacing and fonts: one theme for light and one for dark, and the style sheet made from it."""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources

CJK_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
"""Fonts of systems and desktops with Chinese letters, in their simplified shapes where there are several.

They are asked in this order when the first font lacks a letter.
"""

MONO_FAMILIES = (
    "SF Mono",
    "Cascadia Mono",
    "JetBrains Mono",
    "DejaVu Sans Mono",
    "Consolas",
    "Menlo",
    "monospace",
)
"""Fonts for code; the first one that the machine has is taken."""

RESOURCES = Path(resources.__file__).parent
"""The folder with the style sheet and the icons."""

STYLE = "fusion"

STYLE_WORDS = ("-style", STYLE)
"""For `QApplication`, which then begins with the style of all themes: to exchange it later shows PySide a
`QStyle`, whose many enums take 4 ms.
"""

SMALLEST_FONT = 10.0
"""Points: a system's font may be larger, not smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as "#rrggbb" and spacing in device-independent pixels; a field is a `$token` of the sheet."""

    name: str
    window: str
    bar: str
    card: str
    field: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    """For what is disabled: seen, but not asking to be read."""
    hover: str
    pressed: str
    accent: str
    """For letters and lines; large areas take `accent_fill`."""
    accent_fill: str
    accent_fill_hover: str
    on_accent: str
    accent_soft: str
    """Behind what is chosen, with letters in `accent` or `text`."""
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    code_keyword: str
    code_name: str
    code_string: str
    code_number: str
    code_comment: str
    lanes: tuple[str, ...]
    """Fills for bars of threads and processes, with letters in `on_accent`."""
    gap_small: int = 4
    gap: int = 8
    gap_large: int = 12
    radius: int = 8
    radius_small: int = 6

    @property
    def is_dark(self) -> bool:
        """True for light letters on a dark ground."""
        return QColor(self.window).lightness() < 128


LIGHT = Theme(
    name="light",
    window="#f5f7fa",
    bar="#ffffff",
    card="#ffffff",
    field="#f5f7fa",
    border="#dfe3e8",
    border_strong="#b9c1cb",
    text="#1b2430",
    muted="#5c6877",
    faint="#9aa4b0",
    hover="#eef1f5",
    pressed="#e3e8ee",
    accent="#2563d9",
    accent_fill="#2f6fed",
    accent_fill_hover="#255fd2",
    on_accent="#ffffff",
    accent_soft="#e6effe",
    good="#127a45",
    good_soft="#e3f5eb",
    warning="#a15400",
    warning_soft="#fdf1de",
    danger="#c4242d",
    danger_soft="#fdebec",
    code_keyword="#2563d9",
    code_name="#7c3aa8",
    code_string="#127a45",
    code_number="#a15400",
    code_comment="#5c6877",
    lanes=("#0d8275", "#9a48bd", "#2f6fed", "#a15400", "#525f70", "#b93a6b"),
)
"""Dark letters on a light ground."""

DARK = Theme(
    name="dark",
    window="#14171f",
    bar="#1c2229",
    card="#1c2229",
    field="#14171f",
    border="#2c343e",
    border_strong="#4a5563",
    text="#e6eaf0",
    muted="#98a2b0",
    faint="#626d7b",
    hover="#262d37",
    pressed="#303945",
    accent="#6ca0ff",
    accent_fill="#3568d4",
    accent_fill_hover="#3e6fd8",
    on_accent="#ffffff",
    accent_soft="#22304d",
    good="#4bc68a",
    good_soft="#1a3328",
    warning="#f0a64a",
    warning_soft="#382a17",
    danger="#ff7b7b",
    danger_soft="#3d2126",
    code_keyword="#6ca0ff",
    code_name="#d2a0f0",
    code_string="#4bc68a",
    code_number="#f0a64a",
    code_comment="#98a2b0",
    lanes=("#0d8275", "#9a48bd", "#3568d4", "#a15400", "#5a6778", "#b93a6b"),
)
"""Light letters on a dark ground."""

_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent_fill",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}

_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def apply(app: QApplication, scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown) -> None:
    """Give the whole program the light or the dark theme; `Unknown` means the system's."""
    app.setStyle(STYLE)
    prepare(app, scheme)
    dress(app, scheme)


def prepare(app: QApplication, scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown) -> None:
    """Give a program that was made with `STYLE_WORDS` all of the theme but its style sheet.

    It is for a window that is about to be made.  With a style sheet Qt tells all that a widget holds of each
    step of its placing: to make the window with one takes three times as long as to make it, and then to
    `dress` the program.
    """
    app.setFont(text_font())
    app.setPalette(palette(_chosen(app, scheme)))


def dress(app: QApplication, scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown) -> None:
    """Give a program that is prepared the style sheet."""
    app.setStyleSheet(style_sheet(_chosen(app, scheme)))


def scheme_of_system(app: QApplication) -> Qt.ColorScheme:
    """Return whether the system is set to light or dark; light where it does not say."""
    scheme = app.styleHints().colorScheme()
    return Qt.ColorScheme.Light if scheme is Qt.ColorScheme.Unknown else scheme


def theme_of(widget: QWidget) -> Theme:
    """Return the theme that `widget`'s palette belongs to; painted widgets ask in every paintEvent."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` a role that the style sheet knows, such as "card", "muted" or "primary"."""
    if (widget.property("role") or "") == role:
        return
    widget.setProperty("role", role)
    # Qt looks at properties only when it polishes.  A widget already shown would keep its old colours; one
    # that was not will be polished then: done now, it would be done again with each step of its placing.
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def text_font() -> QFont:
    """Return the system's font for texts, with fonts for Chinese, Japanese and Korean behind it."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # Not font.family(): an alias such as "Sans Serif" would give way to the next family in the list.
    font.setFamilies([QFontInfo(font).family(), *CJK_FAMILIES])
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST_FONT))
    return font


def mono_font() -> QFont:
    """Return the font for code and for what crosses a socket: every letter equally wide."""
    font = QFont(_mono_families())
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSizeF(text_font().pointSizeF() - 0.5)
    return font


def small_font() -> QFont:
    """Return the font for what stands under or beside the text proper: times, sizes."""
    font = text_font()
    font.setPointSizeF(font.pointSizeF() - 1.5)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the palette of `theme`, for Qt's own drawing and for painted widgets."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, QColor(getattr(theme, token)))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the theme's values in place of its `$tokens`."""
    template = Template((RESOURCES / "theme.qss").read_text(encoding="utf-8"))
    size = text_font().pointSizeF()
    return template.substitute(
        {token: str(value) for token, value in asdict(theme).items()},
        icons=(RESOURCES / "icons").as_posix(),
        mono=", ".join(f'"{family}"' for family in _mono_families()),
        mono_size=f"{size - 0.5:g}pt",
        small_size=f"{size - 1.5:g}pt",
        title_size=f"{size - 1:g}pt",
    )


def _chosen(app: QApplication, scheme: Qt.ColorScheme) -> Theme:
    found = scheme_of_system(app) if scheme is Qt.ColorScheme.Unknown else scheme
    return DARK if found is Qt.ColorScheme.Dark else LIGHT


def _mono_families() -> list[str]:
    present = set(QFontDatabase.families())
    first = next((family for family in MONO_FAMILIES if family in present), MONO_FAMILIES[-1])
    return [first, *CJK_FAMILIES]
