"""The named colours and fonts of the window; widgets ask for names and never hold a colour of their own."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QPalette

from reader.paths import resource_path

MARK_COLOURS = ("重点", "疑问", "待办", "引用", "其他")
MARK_STYLES = ("highlight", "underline", "wavy", "double")
DEFAULT_THEME = "paper"
RADIUS = 6  # px; spacing goes in steps of 4 px


@dataclass(frozen=True, eq=False, repr=False)  # one object a theme: it is itself and nothing else
class Theme:
    """One look: every colour as #rrggbb.

    ``marks`` are the lines of the mark colours, ``kinds`` the badges of changes by meaning.
    """

    name: str
    label: str
    dark: bool
    red: str
    red_ground: str
    ink: str
    secondary: str
    faint: str
    hairline: str
    desk: str
    panel: str
    head: str
    paper: str
    field: str
    selection: str
    hover: str
    unit: str
    unit_ground: str
    saved: str
    warning: str
    warning_ground: str
    text_selection: str
    find: str
    flash: str
    furniture: str
    damaged: str
    damaged_ground: str
    added: str
    added_ground: str
    removed: str
    removed_ground: str
    changed: str
    changed_ground: str
    moved: str
    moved_ground: str
    kinds: Mapping[str, str]
    marks: Mapping[str, str]

    def mark_line(self, colour: str) -> str:
        """Return the line colour of a mark; a name the theme does not know looks like 其他."""
        return self.marks.get(colour) or self.marks[MARK_COLOURS[-1]]

    def mark_fill(self, colour: str) -> str:
        """Return the ground of a highlight: its line, thinned out on the paper."""
        return mixed(self.mark_line(colour), self.paper, 0.42 if not self.dark else 0.35)

    def kind(self, kind: str) -> str:
        """Return the badge colour of a kind of change."""
        return self.kinds.get(kind, self.secondary)


def mixed(colour: str, ground: str, share: float) -> str:
    """Mix ``share`` (0..1) of a colour into a ground."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    parts = (round(one * share + other * (1 - share)) for one, other in pairs)
    return "#{:02x}{:02x}{:02x}".format(*parts)


def _parts(colour: str) -> tuple[int, int, int]:
    made = QColor(colour)
    return made.red(), made.green(), made.blue()


def load_theme(name: str) -> Theme:
    """Read one theme from resources/themes."""
    values = json.loads(resource_path("themes", f"{name}.json").read_text(encoding="utf-8"))
    kinds, marks = MappingProxyType(values.pop("kinds")), MappingProxyType(values.pop("marks"))
    return Theme(name=name, kinds=kinds, marks=marks, **values)


class _Themes(Mapping[str, Theme]):
    """The themes that ship, in the order of the menu, each read when it is first asked for."""

    _NAMES = ("paper", "green", "night")

    def __init__(self) -> None:
        self._read: dict[str, Theme] = {}

    def __getitem__(self, name: str) -> Theme:
        if name not in self._NAMES:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = load_theme(name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._NAMES)

    def __len__(self) -> int:
        return len(self._NAMES)


THEMES = _Themes()


@lru_cache(maxsize=8)
def _template() -> string.Template:
    return string.Template(resource_path("themes", "window.qss").read_text(encoding="utf-8"))


def stylesheet(theme: Theme) -> str:
    """Return the style sheet of the whole window in the colours of a theme."""
    colours = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    icons = resource_path("icons").as_posix()
    tone = "light" if theme.dark else "dark"
    return _template().substitute(colours, radius=f"{RADIUS}px", icons=icons, tone=tone)


def palette(theme: Theme) -> QPalette:
    """Return the palette that goes with the style sheet, for what a style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.red,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.ToolTipBase: theme.field,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Link: theme.unit,
        QPalette.ColorRole.Mid: theme.hairline,
        QPalette.ColorRole.Midlight: theme.hairline,
        QPalette.ColorRole.Light: theme.paper,
        QPalette.ColorRole.Dark: theme.secondary,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def sans_families() -> list[str]:
    """Families of the window itself, best first: the system's own before the free ones."""
    return ["Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]


def serif_families() -> list[str]:
    """宋体 for the body of a document."""
    return ["Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun", "AR PL UMing CN"]


def hei_families() -> list[str]:
    """黑体 for headings of the first level."""
    return ["Source Han Sans SC", "Noto Sans CJK SC", "SimHei", "Heiti SC", "WenQuanYi Zen Hei"]


def kai_families() -> list[str]:
    """楷体 for headings of the second level."""
    return ["KaiTi", "KaiTi_GB2312", "Kaiti SC", "STKaiti", "LXGW WenKai", "AR PL UKai CN", *serif_families()]


def window_font(size: float = 10.0) -> QFont:
    """Return the font of the window; the size is in points."""
    font = QFont()
    font.setFamilies(sans_families())
    font.setPointSizeF(size)
    return font
