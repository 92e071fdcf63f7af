"""What the properties of one style say, as plain values; what they do not say is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_ALIGNS = {"start": "left", "left": "left", "end": "right", "right": "right", "center": "center"} | dict.fromkeys(
    ("both", "distribute", "thaiDistribute", "mediumKashida", "highKashida", "lowKashida"), "both"
)
_RULES = ("exact", "atLeast", "auto")
_SIZES = (5.0, 72.0)  # points
_FAR = 2880  # twips: what is further is no distance of paragraphs
_LONGEST_NAME = 64
_INDENTS = {"left": ("start", "left"), "right": ("end", "right")}

Values = dict[str, Any]


def w(name: str) -> str:
    return _W + name


def child(element: Any, name: str) -> Any | None:
    return None if element is None else element.find(_W + name)


def value(element: Any, name: str = "val") -> str:
    return "" if element is None else str(element.get(_W + name, "")).strip()


def number(element: Any, name: str = "val") -> int | None:
    """Return a whole number, also of 312.0; None where there is none."""
    try:
        return round(float(value(element, name)))
    except (ValueError, OverflowError):
        return None


class ThemeFonts:
    """The fonts behind names like minorEastAsia."""

    def __init__(self, theme: Any | None) -> None:
        self._theme = theme

    def name(self, reference: str) -> str:
        """Return the font of a reference, Chinese where it depends on the language; "" where there is none."""
        if self._theme is None or not reference.startswith(("major", "minor")):
            return ""
        fonts = next(self._theme.iter(f"{_A}{reference[:5]}Font"), None)
        if fonts is None:
            return ""
        if not reference.endswith("EastAsia"):
            return _face(fonts.find(f"{_A}latin"))
        chinese = (f for f in fonts.iter(f"{_A}font") if f.get("script") == "Hans")
        return _face(fonts.find(f"{_A}ea")) or _face(next(chinese, None))


def _face(element: Any | None) -> str:
    return "" if element is None else str(element.get("typeface", "")).strip()[:_LONGEST_NAME]


def run_values(properties: Any | None, theme: ThemeFonts) -> Values:
    """Return what ``w:rPr`` says, by the fields of Style."""
    return dict(_run_values(properties, theme)) if properties is not None else {}


def _run_values(properties: Any, theme: ThemeFonts) -> Iterator[tuple[str, Any]]:
    fonts = child(properties, "rFonts")
    for slot, name in (("east", "eastAsia"), ("west", "ascii")):
        if found := theme.name(value(fonts, f"{name}Theme")) or value(fonts, name)[:_LONGEST_NAME]:
            yield slot, found
    half_points = number(child(properties, "sz"))
    if half_points is not None and _SIZES[0] <= half_points / 2 <= _SIZES[1]:
        yield "size", half_points / 2
    for slot, tag in (("bold", "b"), ("italic", "i")):
        if (toggle := child(properties, tag)) is not None:
            yield slot, value(toggle) not in _OFF
    if (line := child(properties, "u")) is not None:
        yield "underlined", value(line) not in _OFF
    if (ink := child(properties, "color")) is not None:
        colour = value(ink).upper()
        yield "colour", colour if len(colour) == 6 and set(colour) <= set("0123456789ABCDEF") else ""
    apart = number(child(properties, "spacing"))
    if apart is not None and abs(apart) <= 200:
        yield "tight", apart


def paragraph_values(properties: Any | None) -> Values:
    """Return what ``w:pPr`` says, by the fields of Style; indents as ("characters" or "twips", number)."""
    return dict(_paragraph_values(properties)) if properties is not None else {}


def _paragraph_values(properties: Any) -> Iterator[tuple[str, Any]]:
    align = value(child(properties, "jc"))
    if align in _ALIGNS:
        yield "align", _ALIGNS[align]
    if (found := child(properties, "snapToGrid")) is not None:
        yield "snapped", value(found) not in _OFF
    yield from _distances(child(properties, "spacing"))
    indent = child(properties, "ind")
    if indent is None:
        return
    for side, names in _INDENTS.items():
        for name in names:
            if (found := _indent(indent, name)) is not None:
                yield side, found
    hanging = _indent(indent, "hanging")
    first = _indent(indent, "firstLine")
    if hanging is not None and hanging[1]:
        yield "first_line", (hanging[0], -hanging[1])
    elif first is not None or hanging is not None:
        yield "first_line", first or hanging


def _indent(indent: Any, name: str) -> tuple[str, int] | None:
    """Return an indent; that in characters counts, unless it is nothing."""
    if hundredths := number(indent, f"{name}Chars"):
        return "characters", max(-2000, min(hundredths, 2000))
    twips = number(indent, name)
    if twips is None:
        return None if hundredths is None else ("twips", 0)
    return "twips", max(-_FAR, min(twips, _FAR))


def _distances(spacing: Any | None) -> Iterator[tuple[str, int | str]]:
    if spacing is None:
        return
    for slot, name in (("above", "before"), ("below", "after")):
        twips = number(spacing, name)
        if twips is not None:
            yield slot, max(0, min(twips, _FAR))
    line = number(spacing, "line")
    if line is not None and 20 <= abs(line) <= _FAR:
        yield "line", abs(line)
        rule = value(spacing, "lineRule")
        yield "rule", rule if rule in _RULES else "auto"
