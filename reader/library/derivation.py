"""Everything that follows from a source text and the user's decisions about it; it can be derived anew at any time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.cleaning import clean
from reader.structure.checks import check_outline
from reader.structure.front_matter_reader import read_front_matter
from reader.structure.parser import parse
from reader.text.damage import damaged_spans
from reader.text.edits import Reason
from reader.text.findings import Finding
from reader.text.scripts import simplify
from reader.units.extraction import extract

if TYPE_CHECKING:
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.text.reading_text import ReadingText
    from reader.text.spans import Span
    from reader.units.assignment import Assignment


@dataclass(frozen=True)
class Decisions:
    """What the user decided about the reading of a document: edits taken back (source spans), a title typed in."""

    kept: tuple[Span, ...] = ()
    title: str | None = None


@dataclass(frozen=True)
class Derivation:
    """What is derived of one source text."""

    reading: ReadingText
    front: FrontMatter
    outline: Outline
    assignments: tuple[Assignment, ...]
    findings: tuple[Finding, ...]


_NOTHING_DECIDED = Decisions()


def derive(source: str, decisions: Decisions = _NOTHING_DECIDED) -> Derivation:
    """Derive reading text, structure and units of a source text."""
    reading = clean(source, decisions.kept)
    text = reading.simplified
    outline = parse(text)
    removed = [source[edit.start : edit.end] for edit in reading.edits if edit.reason is Reason.FURNITURE]
    if reading.traditional:
        removed = [simplify(piece) for piece in removed]
    front = read_front_matter(text, outline, removed, decisions.title)
    findings = [*_text_findings(text, outline), *check_outline(outline)]
    if front.title is None:
        findings.append(Finding("no_title", "", "没有找到标题"))
    return Derivation(reading, front, outline, extract(text, outline), tuple(findings))


def _text_findings(text: str, outline: Outline) -> list[Finding]:
    found = []
    for span in damaged_spans(text):
        detail = text[max(0, span.start - 6) : span.end + 6].replace("\n", " ")
        found.append(Finding("damaged", outline.at(span.start).path, detail, span))
    if replaced := text.count("\ufffd"):
        found.append(Finding("replaced_characters", "", f"有{replaced}个字符无法识别，已显示为\ufffd", None))
    return found
