"""From a comparison to the rows of the list of differences; no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import NEAR, SUBSTANTIVE, TOPICS
from reader.ui.compare.difference_words import clause_name, numbers, place, renumbering, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.comparison.records import Change, Comparison, Pair
    from reader.structure.section import Outline, Section
    from reader.text.spans import Span

_EXCERPT = 36  # characters of one side of a change
_CONTEXT = 8  # characters before a change that has nothing on one side
_BODY = 60  # characters of a clause that stands on one side only
_PHRASES = 4  # shared phrases that are told


class Difference(NamedTuple):
    """One row: what differs, where, and the places in the two reading texts that it leads to.

    ``kind`` is a kind of change, or what became of a clause: moved, split, merged, added, removed, renumbered; front for
    a fact of the front matter; in topics answered, near, unanswered, or alone for a right clause that answers nothing. A
    change has ``old`` and ``new`` as they stand in the texts, and the words ``before`` it where one of them is empty.
    """

    kind: str
    text: str
    path: str
    left: int | None  # section numbers
    right: int | None
    left_span: Span | None
    right_span: Span | None
    substantive: bool
    name: str = ""  # path and heading of the clause
    old: str = ""
    new: str = ""
    before: str = ""
    remark: str = ""  # what stands under the text
    similarity: float | None = None
    hints: tuple[str, ...] = ()
    pinned: bool = False

    @property
    def is_change(self) -> bool:
        """Whether it is a place inside a clause, and not what became of a whole clause."""
        return bool(self.old or self.new)


class DifferenceTexts:
    """Writes the rows of one comparison."""

    def __init__(self, comparison: Comparison, left: Outline, right: Outline, left_text: str, right_text: str) -> None:
        self._comparison = comparison
        self._left = left
        self._right = right
        self._texts = (left_text, right_text)

    def rows(self) -> tuple[Difference, ...]:
        """Return all differences in the order of the comparison, right clauses that answer nothing at the end."""
        of_pair = self._answers if self._comparison.mode == TOPICS else self._of_pair
        found = [row for pair in self._comparison.pairs for row in of_pair(pair)]
        return tuple(found + [self._alone(number) for number in self._comparison.right_alone])

    def _of_pair(self, pair: Pair) -> Iterator[Difference]:
        left = self._left.sections[pair.left] if pair.left is not None else None
        right = self._right.sections[pair.right] if pair.right is not None else None
        kind = "split" if pair.also_right else "merged" if pair.also_left else pair.status
        name = clause_name(right or left)
        if kind in ("added", "removed"):
            yield self._clause(kind, pair, left, right, name, self._body(left, right))
        elif kind == "renumbered" and left is not None and right is not None:
            said = f"{renumbering((left,), (right,))} {right.heading}".rstrip()
            yield self._clause(kind, pair, left, right, said, "")
        elif kind in ("moved", "split", "merged"):
            lefts = [self._left.sections[number] for number in pair.lefts]
            rights = [self._right.sections[number] for number in pair.rights]
            said = f"{renumbering(lefts, rights)} {right.heading if right else ''}".rstrip()
            yield self._clause(kind, pair, lefts[0], rights[0], said, _inside(pair))
        elif left is not None and right is not None and left.label != right.label:
            name = f"{numbers([left])} → {name}"
        for change in pair.changes:
            yield self._of_change(change, pair, right or left, name)

    def _clause(
        self, kind: str, pair: Pair, left: Section | None, right: Section | None, said: str, remark: str
    ) -> Difference:
        return Difference(
            kind, said, _path(right or left), pair.left, pair.right, _lead(left), _lead(right),
            kind != "renumbered" and pair.substantive, said, remark=remark, pinned=pair.pinned,
        )  # fmt: skip

    def _of_change(self, change: Change, pair: Pair, section: Section | None, name: str) -> Difference:
        before = self._before(change)
        return Difference(
            change.kind, _change_text(change, before), _path(section), pair.left, pair.right, change.left_span,
            change.right_span, change.kind in SUBSTANTIVE, name, change.left, change.right, before, pinned=pair.pinned,
        )  # fmt: skip

    def _answers(self, pair: Pair) -> Iterator[Difference]:
        left = self._left.sections[pair.left] if pair.left is not None else None
        right = self._right.sections[pair.right] if pair.right is not None else None
        name = clause_name(left)
        kind = pair.status if right is None else "near" if pair.level == NEAR else "answered"
        said = tr("未见对应内容（待核）") if right is None else clause_name(right)
        shared = "、".join(dict.fromkeys(_short(phrase.text) for phrase in pair.shared[:_PHRASES]))
        yield Difference(
            kind, said, _path(left), pair.left, pair.right, _lead(left), _lead(right), True, name,
            remark=tr("共有：{0}").format(shared) if shared else "", similarity=pair.similarity if right else None,
            hints=pair.hints, pinned=pair.pinned,
        )  # fmt: skip

    def _alone(self, number: int) -> Difference:
        section = self._right.sections[number]
        said, remark = clause_name(section), self._body(None, section)
        return Difference(
            "alone", said, _path(section), None, number, None, _lead(section), True, said, remark=remark
        )  # fmt: skip

    def _body(self, left: Section | None, right: Section | None) -> str:
        """Return how the text of a clause begins that stands on one side only."""
        section, text = (right, self._texts[1]) if right is not None else (left, self._texts[0])
        if section is None or not section.body:
            return ""
        return _short(section.body[0].text(text).lstrip("。.：: \n"), _BODY)

    def _before(self, change: Change) -> str:
        if change.left and change.right:
            return ""
        span, text = (change.left_span, self._texts[0]) if change.left else (change.right_span, self._texts[1])
        return text[max(0, span.start - _CONTEXT) : span.start].split("\n")[-1]


def _change_text(change: Change, before: str) -> str:
    left, right = _short(change.left), _short(change.right)
    if left and right:
        return f"{left} → {right}"
    verb = tr("删去") if left else tr("增加")
    return f"{verb} {left or right}" + (tr("（“{0}”之后）").format(before) if before else "")


def _inside(pair: Pair) -> str:
    if not pair.changes:
        return tr("文字未变")
    return tr("内有{0}处改动").format(len(pair.changes))


def _path(section: Section | None) -> str:
    return place(section) if section is not None else ""


def _lead(section: Section | None) -> Span | None:
    if section is None:
        return None
    return section.marker_span._replace(end=max(section.marker_span.end, section.heading_span.end))


def _short(text: str, most: int = _EXCERPT) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most] + "…"
