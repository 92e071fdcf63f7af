"""The typefaces of official documents (GB/T 9704-2012, 5.2.2) and what stands in for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font names by their part in the document; none is embedded."""

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    hei: str = "黑体"
    kai: str = "楷体_GB2312"
    song: str = "宋体"
    latin: str = "Times New Roman"


GB2312 = Fonts()  # what most offices ask for
PLAIN = Fonts(body="仿宋", kai="楷体")  # the names the standard itself uses

TITLE_FONTS = ("方正小标宋简体", "方正小标宋_GBK", "华文中宋", "宋体")
BODY_FONTS = ("仿宋_GB2312", "仿宋", "方正仿宋_GBK", "华文仿宋")
KAI_FONTS = ("楷体_GB2312", "楷体", "方正楷体_GBK", "华文楷体")

# Read by Word and WPS from the font table where the first name is not installed.
_SONG = ("SimSun", "方正书宋_GBK", "Noto Serif CJK SC")
_FANG = ("仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "仿宋_GB2312", "朱雀仿宋", "FandolFang R", "Noto Serif CJK SC")
_KAI = ("楷体", "KaiTi", "方正楷体_GBK", "华文楷体", "楷体_GB2312", "霞鹜文楷", "LXGW WenKai", "FandolKai")
_TITLE = ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S", "华文中宋", "宋体", "Noto Serif CJK SC")
FALLBACKS = {
    name: tuple(other for other in names if other != name)
    for kind, names in ((TITLE_FONTS[:3], _TITLE), (BODY_FONTS, _FANG), (KAI_FONTS, _KAI))
    for name in kind
} | {
    "黑体": ("SimHei", "方正黑体_GBK", "Noto Sans CJK SC"),
    "宋体": _SONG,
    "Times New Roman": ("Liberation Serif",),
}


def font_entries(east: Iterable[str], west: Iterable[str]) -> Iterator[str]:
    """Yield one ``w:font`` element for each different font, with its stand-ins and its charset."""
    charsets = dict.fromkeys(west, "00") | dict.fromkeys(east, "86")
    for name, charset in charsets.items():
        instead = FALLBACKS.get(name, ())
        alternative = f"<w:altName w:val={quoteattr(','.join(instead))}/>" if instead else ""
        yield f'<w:font w:name={quoteattr(name)}>{alternative}<w:charset w:val="{charset}"/></w:font>'
