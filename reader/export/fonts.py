"""The typefaces of official documents (GB/T 9704-2012, 5.2.2) and what stands in for them."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator


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

# Read by Word and WPS from the font table where the first name is not installed.
FALLBACKS = {
    "方正小标宋简体": ("方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S", "华文中宋", "宋体"),
    "仿宋_GB2312": ("仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋"),
    "仿宋": ("FangSong", "仿宋_GB2312", "方正仿宋_GBK", "华文仿宋"),
    "楷体_GB2312": ("楷体", "KaiTi", "方正楷体_GBK", "华文楷体"),
    "楷体": ("KaiTi", "楷体_GB2312", "方正楷体_GBK", "华文楷体"),
    "黑体": ("SimHei", "方正黑体_GBK", "Noto Sans CJK SC"),
    "宋体": ("SimSun", "方正书宋_GBK", "Noto Serif CJK SC"),
    "Times New Roman": ("Liberation Serif",),
}


def font_entries(fonts: Fonts) -> Iterator[str]:
    """Yield one ``w:font`` element for each different font, with its stand-ins and its charset."""
    for name in dict.fromkeys(astuple(fonts)):
        instead = FALLBACKS.get(name, ())
        alternative = f"<w:altName w:val={quoteattr(','.join(instead))}/>" if instead else ""
        charset = "00" if name == fonts.latin else "86"
        yield f'<w:font w:name={quoteattr(name)}>{alternative}<w:charset w:val="{charset}"/></w:font>'
