"""The redline (花脸稿): the right document with every difference from the left one as a tracked change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reader.comparison.records import EDITIONS, Side
from reader.export.redline_pieces import Op, Piece
from reader.export.redline_script import Script
from reader.export.redline_script import script as script_of
from reader.export.redline_styles import Setting, Settings
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.comparison.records import Comparison
    from reader.export.gongwen import Gongwen
    from reader.export.styles import GongwenType
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.text.reading_text import ReadingText
    from reader.units.assignment import Assignment

NAME = "花脸稿"
_NOBODY = "阅牍"  # Word asks for an author
_MOVED = "（位置调整）"
_INDENT = {"center": {"w:firstLineChars": "0", "w:firstLine": "0"}, "right": {"w:rightChars": "200", "w:right": "640"}}
_APART = timedelta(minutes=2)
_TAGS = {Op.INSERT: "w:ins", Op.DELETE: "w:del"}


class Paper(Protocol):
    """A document as far as a redline looks at it."""

    @property
    def front(self) -> FrontMatter: ...
    @property
    def outline(self) -> Outline: ...
    @property
    def reading(self) -> ReadingText: ...
    @property
    def assignments(self) -> Sequence[Assignment]: ...
    @property
    def name(self) -> str: ...


class Source(Protocol):
    """Two documents and what their comparison says."""

    @property
    def left(self) -> Paper: ...
    @property
    def right(self) -> Paper: ...
    @property
    def comparison(self) -> Comparison: ...


def redline_script(source: Source, *, form: bool = True) -> Script:
    """Return the way from the left document to the right one, around what both have in common.

    Raises ValueError for a comparison that is not of editions, or partial.
    """
    comparison = source.comparison
    if comparison.mode != EDITIONS or comparison.partial:
        raise ValueError("a redline needs a whole comparison of editions")
    return script_of(_side(source.left), _side(source.right), comparison, form=form)


def redline_docx(
    source: Source,
    *,
    author: str = "",
    created: datetime | None = None,
    type_: GongwenType | None = None,
    script: Script | None = None,
) -> bytes:
    """Return a .docx that is the right document once all changes are accepted, the left one once all are rejected.

    What was moved is deleted at its old place and inserted at the new one under a name of its own (作者（位置调整）):
    Word calls files damaged whose w:moveFrom it does not like, and WPS need not know it. ``script`` is the one of
    ``redline_script`` where it is made already. Raises ValueError as that does.
    """
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load
    from reader.export.xml_text import xml_safe

    found = script or redline_script(source)
    left, right = _side(source.left), _side(source.right)
    moment = created or datetime.now(UTC)
    title = right.front.title or right.front.notice_title or source.right.name
    told = f"{source.left.name}→{source.right.name}"
    paper = Gongwen(Properties(title + f"（{NAME}）", told, author, moment), type_)
    _Redline(paper, found, Settings(left), Settings(right)).write(xml_safe(author).strip() or _NOBODY, moment)
    return paper.bytes()


def _side(paper: Paper) -> Side:
    return Side(paper.reading, paper.outline, paper.front, paper.assignments)


class _Run(NamedTuple):
    """What stands in one paragraph and in one type."""

    piece: Piece
    text: str
    style: str  # of a lead; else that of its paragraph


class _Redline:
    def __init__(self, paper: Gongwen, found: Script, left: Settings, right: Settings) -> None:
        self._paper, self._script, self._left, self._right = paper, found, left, right
        self._ids = count(1)

    def write(self, author: str, moment: datetime) -> None:
        self._authors = (author, author + _MOVED)
        local = moment.astimezone()
        # Word keeps local time and says it were UTC.
        self._moments = [f"{m:%Y-%m-%dT%H:%M}:00Z" for m in (local, local - _APART)]
        runs: list[_Run] = []
        for piece in self._script.pieces:
            at = piece.span.start
            for number, line in enumerate(self._script.text(piece).split("\n")):
                if number:
                    self._paragraph(runs, piece, at)
                    runs, at = [], at + 1
                runs += self._runs(piece, Span(at, at + len(line)))
                at += len(line)
        self._paragraph(runs, Piece(Op.KEEP, Span(0, 0)), max(0, len(self._script.right) - 1))

    def _settings(self, piece: Piece) -> Settings:
        return self._left if piece.op is Op.DELETE else self._right

    def _runs(self, piece: Piece, span: Span) -> Iterator[_Run]:
        """Cut a stretch where the lead of its paragraph ends."""
        if span.start == span.end:
            return
        setting = self._settings(piece).at(span.start)
        text = self._script.left if piece.op is Op.DELETE else self._script.right
        end = min(max(setting.lead.end, span.start), span.end) if setting.lead else span.start
        if span.start < end:
            yield _Run(piece, text[span.start : end], setting.lead_style)
        if end < span.end:
            yield _Run(piece, text[end : span.end], "")

    def _paragraph(self, runs: list[_Run], mark: Piece, at: int) -> None:
        setting = self._settings(mark).at(at)
        element = self._paper.paragraph_element(setting.style, [])
        self._set(element, setting, mark)
        for run in runs:
            made = self._paper.paragraph_element(run.style or setting.style, [run.text])
            element.extend(self._tracked(run.piece, [child for child in made if child.tag.endswith("}r")]))
        self._paper.add(element)
        if runs and runs[-1].piece.op is Op.INSERT and mark.op is Op.KEEP:
            # LibreOffice takes what is inserted on both sides of a kept paragraph mark for one insertion and rejects the
            # mark with it, unless more than a minute lies between the two.
            self._moments.reverse()

    def _set(self, element: Any, setting: Setting, mark: Piece) -> None:
        """Add what is special about a paragraph, and that its mark was inserted or deleted."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        properties = element.get_or_add_pPr()
        for tag, values in self._special(setting):
            properties.append(OxmlElement(tag, {qn(name): value for name, value in values.items()}))
        if mark.op is not Op.KEEP:
            of_mark = OxmlElement("w:rPr")
            of_mark.append(self._change(mark))
            properties.append(of_mark)

    def _special(self, setting: Setting) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield elements of ``w:pPr`` in the order that Word asks for."""
        title = setting.style == "Title"
        if title:
            yield "w:spacing", {"w:after": str(self._paper.type.pitch_twips)}
        if setting.align:
            yield "w:ind", _INDENT[setting.align]
        if title:  # of several lines only the last is set apart
            yield "w:contextualSpacing", {}
        if setting.align:
            yield "w:jc", {"w:val": setting.align}

    def _tracked(self, piece: Piece, runs: list[Any]) -> list[Any]:
        from docx.oxml.ns import qn

        if piece.op is Op.KEEP:
            return runs
        if piece.op is Op.DELETE:
            for run in runs:
                for text in run.findall(qn("w:t")):
                    text.tag = qn("w:delText")
        change = self._change(piece)
        change.extend(runs)
        return [change]

    def _change(self, piece: Piece) -> Any:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        author = self._authors[piece.moved]
        told = {"w:id": str(next(self._ids)), "w:author": author, "w:date": self._moments[0]}
        return OxmlElement(_TAGS[piece.op], {qn(name): value for name, value in told.items()})
