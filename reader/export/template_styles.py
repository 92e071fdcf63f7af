"""The styles of a document of the user's own in the place of ours, found by their names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.export.styles import HEADINGS, STYLES, Style
from reader.export.template_file import TemplateRefused
from reader.export.template_values import ThemeFonts, Values, child, paragraph_values, run_values, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.template_file import Parts

_CHAIN = 20  # styles based on one another
_DEFAULTS: Values = {
    "east": "",
    "west": "",
    "size": 10.0,
    "bold": False,
    "italic": False,
    "underlined": False,
    "colour": "",
    "tight": 0,
    "align": "left",
    "first_line": ("twips", 0),
    "left": ("twips", 0),
    "right": ("twips", 0),
    "above": 0,
    "below": 0,
    "line": 240,
    "rule": "auto",
    "snapped": True,
}
_NUMERALS = "一二三四"
# Folded names; of several the one that most paragraphs have, else the first.
NAMES = {
    "Normal": ("normal", "正文"),
    "BodyText": (
        "公文正文", "正文首行缩进", "bodytextfirstindent", "正文文本", "bodytext", "textbody", "正文缩进", "normalindent",
        "normal", "正文",
    ),
    "Title": ("公文标题", "文件标题", "大标题", "title", "标题"),
    "Subtitle": ("副标题", "subtitle"),
    **{
        id_: (f"{_NUMERALS[n]}级标题", f"{n + 1}级标题", f"标题{n + 1}", f"heading{n + 1}")
        for n, id_ in enumerate(HEADINGS)
    },
    "Quote": ("引用", "引文", "quote"),
    "Note": ("批注",),
    "Detail": ("批注要素",),
}  # fmt: skip
_TEXT_ONLY = ("above", "below", "pitch", "rule", "snapped", "tight", "size")


def own_styles(parts: Parts) -> tuple[dict[str, Style], dict[str, str]]:
    """Return the styles by our ids, and by the same ids how the document calls those that are its own.

    Raises TemplateRefused where there are none.
    """
    sheet = _Sheet(parts)
    chosen = {id_: found for id_, names in NAMES.items() if (found := sheet.named(names))}
    if "BodyText" not in chosen:
        raise TemplateRefused("文件里没有可用的样式。")
    styles = {id_: _taken(STYLES[id_], sheet.values(found)) for id_, found in chosen.items()}
    if "Normal" in styles:  # of ours it is what stands flush: addressees, empty lines
        styles["Normal"] = replace(styles["Normal"], first_line=0, left=0, right=0)
    body = styles["BodyText"]
    if not body.first_line and chosen["BodyText"] == chosen.get("Normal"):
        body = styles["BodyText"] = replace(body, first_line=STYLES["BodyText"].first_line)
    for id_ in NAMES.keys() - styles.keys() - {"Title", "Subtitle"}:
        styles[id_] = _like(STYLES[id_], body)
    return styles, {id_: sheet.name(found) for id_, found in chosen.items()}


def _taken(ours: Style, values: Values) -> Style:
    """Return our style with the values of another."""
    size = values["size"]
    kept = {name: v for name, v in values.items() if name not in ("line", "first_line", "left", "right")}
    indents = {side: _hundredths(values[side], size) for side in ("first_line", "left", "right")}
    snapped = values["snapped"] and values["rule"] == "auto"
    return replace(ours, **kept | indents | {"pitch": values["line"] / 20, "snapped": snapped, "after": False})


def _like(ours: Style, body: Style) -> Style:
    """Return our style as large and as far apart as the text; 批注要素 stays a size below it."""
    values = {name: getattr(body, name) for name in _TEXT_ONLY}
    if ours.size < STYLES["BodyText"].size:
        values["size"] = min(ours.size, body.size)
    east = body.east if ours.font == "body" else ""
    return replace(ours, **values, east=east, west=body.west)


def _hundredths(indent: tuple[str, int], size: float) -> int:
    kind, amount = indent
    return amount if kind == "characters" else round(amount * 5 / size)


class _Sheet:
    """The style sheet of a document."""

    def __init__(self, parts: Parts) -> None:
        self._theme = ThemeFonts(parts.theme)
        found = (s for s in parts.styles.iter(w("style")) if value(s, "type") in ("", "paragraph"))
        self._styles = {value(s, "styleId"): s for s in found}
        default = next((i for i, s in self._styles.items() if value(s, "default") in ("1", "true", "on")), "")
        self._used: Counter[str] = Counter()
        self._by_name: dict[str, str] = {}
        for id_, style in self._styles.items():
            aliases = value(child(style, "aliases")).split(",")
            for name in (value(child(style, "name")), *aliases):
                self._by_name.setdefault(_folded(name), id_)
        self._used.update(_uses(parts.document, default or self.named(NAMES["Normal"])))
        defaults = child(parts.styles, "docDefaults")
        self._base = _DEFAULTS | self._said(
            child(child(defaults, "rPrDefault"), "rPr"), child(child(defaults, "pPrDefault"), "pPr")
        )

    def named(self, names: tuple[str, ...]) -> str:
        """Return the id of the style of one of these names that most paragraphs have; "" where there is none."""
        ids = [self._by_name[name] for name in names if name in self._by_name]
        return max(ids, key=lambda id_: self._used[id_], default="")

    def name(self, id_: str) -> str:
        return value(child(self._styles[id_], "name"))[:64]

    def values(self, id_: str) -> Values:
        """Return all that a style says, itself or by those that it is based on."""
        chain: list[Any] = []
        while id_ in self._styles and len(chain) < _CHAIN:
            chain.append(self._styles[id_])
            id_ = value(child(chain[-1], "basedOn"))
        values = dict(self._base)
        for style in reversed(chain):
            values |= self._said(child(style, "rPr"), child(style, "pPr"))
        return values

    def _said(self, run: Any | None, paragraph: Any | None) -> Values:
        return run_values(run, self._theme) | paragraph_values(paragraph)


def _uses(document: Any, default: str) -> Iterator[str]:
    """Yield the id of the style of each paragraph."""
    for paragraph in document.iter(w("p")):
        yield value(child(child(paragraph, "pPr"), "pStyle")) or default


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
