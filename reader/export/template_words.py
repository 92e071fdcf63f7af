"""What was taken over from a template, in the words of its user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.styles import HEADINGS, STYLES

if TYPE_CHECKING:
    from reader.export.page import Page
    from reader.export.styles import Style, Template

_SIZES = {
    42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一", 22.0: "二号", 18.0: "小二", 16.0: "三号", 15.0: "小三",
    14.0: "四号", 12.0: "小四", 10.5: "五号", 9.0: "小五",
}  # fmt: skip
_SHOWN = {
    "Title": "标题",
    "BodyText": "正文",
    **{id_: f"{'一二三四'[n]}级标题" for n, id_ in enumerate(HEADINGS)},
    "Note": "批注",
}
_LONGEST_NAME = 16
_PITCHES = {12.0: "单倍行距", 18.0: "1.5倍行距", 24.0: "2倍行距"}


def told(template: Template) -> list[str]:
    """Return one line for each style that is the template's own, and what becomes of those that are not."""
    found = [id_ for id_ in _SHOWN if id_ in template.found]
    lines = [f"{_SHOWN[id_]}（{_short(template.found[id_])}）：{_look(template.styles[id_])}" for id_ in found]
    if "Title" not in template.found:
        lines.append("文件里没有标题的样式，按公文格式。")
    if missing := [word for id_, word in _SHOWN.items() if id_ not in (*template.found, "Title")]:
        lines += [f"文件里没有{'、'.join(missing)}的样式，", "字体按公文格式，字号、行距随正文。"]
    return lines


def told_page(page: Page) -> str:
    """Return paper and margins in millimetres."""
    margins = "、".join(
        f"{side}{length:.0f}"
        for side, length in (("上", page.top), ("下", page.bottom), ("左", page.left), ("右", page.right))
    )
    return f"纸张 {page.width:.0f}×{page.height:.0f} 毫米，页边距{margins}"


def _look(style: Style) -> str:
    size = _SIZES.get(style.size, f"{style.size:g}磅")
    pitch = style.pitch or STYLES["Normal"].size
    if style.rule == "auto":
        distance = _PITCHES.get(pitch, f"{pitch / 12:.3g}倍行距")
    else:
        distance = f"{'最小' if style.rule == 'atLeast' else ''}{pitch:g}磅行距"
    heavy = "加粗" if style.bold else ""
    return " ".join(filter(None, (_short(style.east or style.west), size, heavy, distance)))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
