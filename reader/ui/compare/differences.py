"""From a comparison to the rows of the list of differences and the words about them; no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.comparison.records import SUBSTANTIVE, TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.comparison.records import Change, Comparison, Pair
    from reader.structure.section import Outline, Section
    from reader.text.spans import Span

_EXCERPT = 36  # characters
_CONTEXT = 8  # characters before a change that has nothing on one side


@dataclass(frozen=True)
class Difference:
    """One row: what differs, where, and the places in the two reading texts that it leads to."""

    kind: str  # a kind of change, or moved, added, removed, renumbered, answered, unanswered
    text: str
    path: str
    left: int | None  # section numbers
    right: int | None
    left_span: Span | None
    right_span: Span | None
    substantive: bool


class DifferenceTexts:
    """Writes the rows of one comparison."""

    def __init__(self, comparison: Comparison, left: Outline, right: Outline, left_text: str, right_text: str) -> None:
        self._comparison = comparison
        self._left = left
        self._right = right
        self._texts = (left_text, right_text)

    def rows(self) -> tuple[Difference, ...]:
        """Return all differences in the order of the comparison."""
        return tuple(row for pair in self._comparison.pairs for row in self._of_pair(pair))

    def _of_pair(self, pair: Pair) -> Iterator[Difference]:
        left = self._left.sections[pair.left] if pair.left is not None else None
        right = self._right.sections[pair.right] if pair.right is not None else None
        if pair.status in ("moved", "renumbered", "added", "removed", "answered", "unanswered"):
            yield Difference(
                pair.status,
                _headline(pair.status, left, right),
                _path(right or left),
                pair.left,
                pair.right,
                _lead(left),
                _lead(right),
                pair.status != "renumbered",
            )
        if self._comparison.mode != TOPICS:
            for change in pair.changes:
                yield self._of_change(change, pair, right or left)

    def _of_change(self, change: Change, pair: Pair, section: Section | None) -> Difference:
        return Difference(
            change.kind,
            self._change_text(change),
            _path(section),
            pair.left,
            pair.right,
            change.left_span,
            change.right_span,
            change.kind in SUBSTANTIVE,
        )

    def _change_text(self, change: Change) -> str:
        left, right = _short(change.left), _short(change.right)
        if left and right:
            return f"{left} → {right}"
        span, text = (change.left_span, self._texts[0]) if left else (change.right_span, self._texts[1])
        before = text[max(0, span.start - _CONTEXT) : span.start].split("\n")[-1]
        verb = tr("删去") if left else tr("增加")
        return f"{verb} {left or right}" + (tr("（“{0}”之后）").format(before) if before else "")


def kind_label(kind: str) -> str:
    """Return the two characters on the badge of a kind."""
    labels = {
        "obligation": tr("力度"),
        "number": tr("数据"),
        "unit": tr("单位"),
        "scope": tr("范围"),
        "wording": tr("文字"),
        "form": tr("格式"),
        "moved": tr("位置"),
        "added": tr("新增"),
        "removed": tr("删除"),
        "renumbered": tr("序号"),
        "answered": tr("对应"),
        "unanswered": tr("待核"),
    }
    return labels.get(kind, kind)


def tr(text: str) -> str:
    return QCoreApplication.translate("compare", text)


def _headline(status: str, left: Section | None, right: Section | None) -> str:
    section = right or left
    name = (section.heading or section.marker or tr("文首")) if section else ""
    if left and right:
        if status == "answered":
            return f"{_full_name(left)} ↔ {_full_name(right)}"
        return f"{left.marker} → {right.marker} {name}"
    if status == "unanswered":
        return tr("{0}：未见对应内容（待核）").format(name)
    return f"{section.marker} {name}" if section and section.heading else name


def _full_name(section: Section) -> str:
    return f"{section.label} {section.heading}".strip() or tr("文首")


def _path(section: Section | None) -> str:
    return section.label if section is not None else ""


def _lead(section: Section | None) -> Span | None:
    if section is None:
        return None
    return section.marker_span._replace(end=max(section.marker_span.end, section.heading_span.end))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else flat[:_EXCERPT] + "…"
