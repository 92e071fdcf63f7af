"""How marks look on paper: shading and lines as character styles, so that a user can restyle all of one kind at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from reader.export.xml_text import xml_safe
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.anchoring.anchor import Annotation

HIGHLIGHT = "highlight"


class Look(NamedTuple):
    """Ground and line of a colour, and the foot that tells its shading apart where all is printed grey."""

    ground: str
    line: str
    foot: str


LOOKS = {
    "重点": Look("F9E8B4", "B8860B", ""),
    "疑问": Look("F5CFCE", "C0504D", "dotted"),
    "待办": Look("C9E0F3", "2E75B6", "dash"),
    "引用": Look("D0E8D5", "4E8F5B", "dotDash"),
    "其他": Look("E6DAF2", "8064A2", "dotDotDash"),
}
_OTHER = LOOKS["其他"]
_LINES = {"underline": "single", "wavy": "wave", "double": "double"}
_NAMES = {"underline": "下划线", "wavy": "波浪线", "double": "双线"}


class Mark(NamedTuple):
    """An annotation and the words it lies on, in the reading text."""

    span: Span
    annotation: Annotation


class Stretch(NamedTuple):
    """A piece of a line in one look: the marks over it, the shortest first."""

    span: Span
    marks: tuple[Mark, ...]


class Marks:
    """All marks of a document; finding those in a line costs a search, however many there are."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]
        self._reach = list(accumulate((mark.span.end for mark in self._marks), max))

    def stretches(self, line: Span, cuts: Iterable[int]) -> Iterator[Stretch]:
        """Cut a line wherever a mark begins or ends, and at ``cuts``."""
        first = bisect_right(self._reach, line.start)
        here = [m for m in self._marks[first : bisect_left(self._starts, line.end)] if m.span.end > line.start]
        here.sort(key=lambda mark: mark.span.end - mark.span.start)
        edges = {edge for mark in here for edge in mark.span} | set(cuts)
        inside = sorted(edge for edge in edges if line.start < edge < line.end)
        for start, end in pairwise((line.start, *inside, line.end)):
            yield Stretch(Span(start, end), tuple(mark for mark in here if mark.span.holds(start)))


class MarkStyles:
    """The character styles that were used, one for each colour and shape, in the order of their first use."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def style(self, mark: Annotation) -> str:
        """Return the id of the style of a mark."""
        key = (mark.colour, mark.style if mark.style in _LINES else HIGHLIGHT)
        return self._ids.setdefault(key, f"Mark{len(self._ids) + 1}")

    def legend(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the name of each style that was used: shades first, then lines, colours as in the window."""
        shapes, colours = [HIGHLIGHT, *_LINES], list(LOOKS)
        used = list(self._ids.items())
        used.sort(key=lambda u: (shapes.index(u[0][1]), colours.index(u[0][0]) if u[0][0] in LOOKS else len(LOOKS)))
        for (colour, style), identity in used:
            yield identity, _name(colour, style)

    def elements(self) -> Iterator[str]:
        """Yield the ``w:style`` elements; their names begin with 标记·."""
        taken: set[str] = set()
        for (colour, style), identity in self._ids.items():
            bare = ("标记·" + _name(colour, style)).replace(",", "，").replace(";", "；")
            name = quoteattr(bare if bare.casefold() not in taken else f"{bare}（{identity.removeprefix('Mark')}）")
            taken.add(bare.casefold())
            yield (
                f'<w:style w:type="character" w:customStyle="1" w:styleId="{identity}"><w:name w:val={name}/>'
                f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_properties(colour, style)}</w:rPr>'
                "</w:style>"
            )


def over(marks: Iterable[Mark]) -> tuple[Annotation | None, Annotation | None]:
    """Return whose style a stretch takes, and whose line it takes besides: of each the mark most precisely meant."""
    annotations = [mark.annotation for mark in marks]
    shaded = next((a for a in annotations if a.style not in _LINES), None)
    lined = next((a for a in annotations if a.style in _LINES), None)
    return (shaded, lined) if shaded else (lined, None)


def line_of(mark: Annotation) -> tuple[str, str]:
    """Return kind (``w:u``) and colour of the line of a mark."""
    return _LINES[mark.style], LOOKS.get(mark.colour, _OTHER).line


def _name(colour: str, style: str) -> str:
    shape = _NAMES.get(style)
    name = " ".join(xml_safe(colour).split())[:40] or "未命名"
    return f"{name}·{shape}" if shape else name


def _properties(colour: str, style: str) -> str:
    look = LOOKS.get(colour, _OTHER)
    kind = _LINES.get(style, look.foot)
    line = f'<w:u w:val="{kind}" w:color="{look.line}"/>' if kind else ""
    return line if style in _LINES else f'{line}<w:shd w:val="clear" w:color="auto" w:fill="{look.ground}"/>'
