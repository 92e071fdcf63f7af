"""What is told of one row of a 修订对照表."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.comparison.records import KINDS
from reader.export.citation import is_article, locus, plain_marker
from reader.export.comparison_records import CHOSEN, ComparisonCell, ComparisonColumn, Mark, Run
from reader.export.comparison_runs import Marked, PaperText, is_bare, joined
from reader.export.comparison_words import ADDED, KIND_NAMES, MOVED, REMOVED, RENUMBERED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.comparison.records import Change, Pair
    from reader.export.comparison_blocks import Block
    from reader.export.comparison_records import ComparisonRow, ComparisonSource
    from reader.structure.section import Section
    from reader.units.assignment import Assignment

_QUIET = ("same", "renumbered")


class Told:
    """One block: its texts with what differs set apart, and its history in words."""

    def __init__(self, source: ComparisonSource, left: PaperText, right: PaperText, block: Block) -> None:
        self._source, self._left, self._right, self._block = source, left, right, block

    @classmethod
    def sharing(cls, source: ComparisonSource) -> Callable[[Block], Told]:
        """Return what makes the rows of one comparison."""
        left, right = PaperText(source.left), PaperText(source.right)
        return lambda block: cls(source, left, right, block)

    @cached_property
    def heading(self) -> bool:
        """Whether this is the heading of a chapter or part, with no text of its own."""
        sides = ((self._left, self._block.lefts), (self._right, self._block.rights))
        return all(len(numbers) <= 1 and all(is_bare(text, n) for n in numbers) for text, numbers in sides)

    @cached_property
    def quiet(self) -> bool:
        """Whether nothing but numbers differs."""
        return all(p.status in _QUIET and not p.changes and not self._crosses(p) for p in self._block.pairs)

    @cached_property
    def renumbered(self) -> bool:
        """Whether only the number differs."""
        return self.quiet and any(pair.status == "renumbered" for pair in self._heads)

    @property
    def same(self) -> bool:
        return self.quiet and not self.renumbered

    @cached_property
    def substantive(self) -> bool:
        return any(pair.substantive for pair in self._block.pairs)

    def cell(self, column: ComparisonColumn, number: str) -> ComparisonCell:
        match column:
            case ComparisonColumn.NUMBER:
                return ComparisonCell.of(number)
            case ComparisonColumn.LEFT:
                return ComparisonCell(self._left.lines(self._block.lefts, tuple(self._removed())))
            case ComparisonColumn.RIGHT:
                return ComparisonCell(self._right.lines(self._block.rights, tuple(self._added())))
            case ComparisonColumn.KINDS:
                return ComparisonCell.of("\n".join(self._kinds()))
            case ComparisonColumn.UNITS:
                return self._units()
            case ComparisonColumn.NOTES:
                return ComparisonCell.of("\n".join(dict.fromkeys(self._notes())))
            case _:
                return ComparisonCell.of("\n".join(f"{text}。" for text in self._history()))

    @cached_property
    def _heads(self) -> list[Pair]:
        """The pairs of the articles themselves, without those of their items."""
        lefts, rights = set(self._block.left_heads), set(self._block.right_heads)
        return [p for p in self._block.pairs if lefts.intersection(p.lefts) or rights.intersection(p.rights)]

    def _removed(self) -> Iterator[Marked]:
        for pair in self._block.pairs:
            if pair.right is None:
                yield from (Marked(span, Mark.REMOVED) for n in pair.lefts for span in self._left.pieces(n))
            yield from (Marked(c.left_span, Mark.REMOVED) for c in pair.changes if c.left_span.start < c.left_span.end)

    def _added(self) -> Iterator[Marked]:
        for pair in self._block.pairs:
            if pair.left is None:
                yield from (Marked(span, Mark.ADDED) for n in pair.rights for span in self._right.pieces(n))
            yield from (Marked(c.right_span, Mark.ADDED) for c in pair.changes if c.right_span.start < c.right_span.end)

    def _history(self) -> Iterator[str]:
        """Say what happened to the articles, then what to items that came from elsewhere or went there."""
        block = self._block
        if not block.left_heads:
            yield ADDED
        elif not block.right_heads:
            gone = all(pair.right is None for pair in self._heads)
            if gone:
                yield REMOVED
        else:
            yield from self._joins()
        for pair in self._block.pairs:
            if pair not in self._heads and self._went_elsewhere(pair):
                yield self._went(pair)

    def _joins(self) -> Iterator[str]:
        old, new = self._loci(self._left, self._block.left_heads), self._loci(self._right, self._block.right_heads)
        if len(old) == 1 and len(new) > 1:
            yield f"原{old[0]}拆分为{'、'.join(new)}"
        elif len(new) == 1 and len(old) > 1:
            yield f"原{'、'.join(old)}合并为{new[0]}"
        elif len(old) > 1:
            yield f"原{'、'.join(old)}调整为{'、'.join(new)}"
        elif any(pair.status == "moved" for pair in self._heads):
            yield f"{MOVED}：原{old[0]}调整为{new[0]}" if old != new else MOVED
        elif self._renumbered_heads():
            yield f"{RENUMBERED}：原{old[0]}"

    def _renumbered_heads(self) -> bool:
        left, right = self._block.left_heads[0], self._block.right_heads[0]
        if not left or not right:
            return False
        markers = (self._section(t, n) for t, n in ((self._left, left), (self._right, right)))
        old, new = (plain_marker(section) for section in markers)
        return old != new

    def _went_elsewhere(self, pair: Pair) -> bool:
        return pair.status == "moved" or self._crosses(pair)

    def _crosses(self, pair: Pair) -> bool:
        """Tell whether a pair joins an item of this row to one of another; it need not have left the order of the text."""
        if pair.left is None or pair.right is None:
            return False
        lefts, rights = self._sections
        return not (lefts.issuperset(pair.lefts) and rights.issuperset(pair.rights))

    @cached_property
    def _sections(self) -> tuple[frozenset[int], frozenset[int]]:
        return frozenset(self._block.lefts), frozenset(self._block.rights)

    def _went(self, pair: Pair) -> str:
        old, new = self._loci(self._left, pair.lefts), self._loci(self._right, pair.rights)
        lefts, rights = self._sections
        here = not rights.isdisjoint(pair.rights)
        if here and not lefts.isdisjoint(pair.lefts):
            return f"{'、'.join(new)}为原{'、'.join(old)}"
        return f"{'、'.join(new)}由原{'、'.join(old)}移入" if here else f"原{'、'.join(old)}移至{'、'.join(new)}"

    def _loci(self, text: PaperText, numbers: Iterable[int]) -> list[str]:
        return [_place(text, n) for n in numbers]

    def _section(self, text: PaperText, number: int) -> Section:
        return text.outline.sections[number]

    def _kinds(self) -> Iterator[str]:
        if not self._block.lefts:
            yield ADDED
        elif not self._block.rights:
            yield REMOVED
        elif any(map(self._went_elsewhere, self._block.pairs)):
            yield MOVED
        elif self._heads and any(pair.status == "renumbered" for pair in self._heads):
            yield RENUMBERED
        changes = [change for pair in self._block.pairs for change in pair.changes]
        for kind in KINDS:
            of_kind = [change for change in changes if change.kind == kind]
            if of_kind:
                places = list(dict.fromkeys(filter(None, map(self._paragraph, of_kind))))
                count = f"{len(of_kind)}处" if len(of_kind) > 1 else ""
                yield KIND_NAMES[kind] + count + (f"（{'、'.join(places)}）" if places else "")

    def _paragraph(self, change: Change) -> str:
        """Return 第二款第（一）项 for a change within an article of the new text; what is gone stood there."""
        text, offset = self._right, change.right_span.start
        section = text.outline.at(max(offset - (change.op == "delete"), 0))
        line = (section, *text.outline.ancestors(section))
        article = next((s for s in line if s.number and is_article(s)), None)
        if article is None:
            return ""
        return locus(text.outline, section, text=text.text, offset=offset).removeprefix(plain_marker(article))

    def _units(self) -> ComparisonCell:
        old = units_of(self._source.left.assignments, self._block.lefts)
        new = units_of(self._source.right.assignments, self._block.rights)
        kept = [Run(name) if name in old else Run(name, Mark.ADDED) for name in new]
        gone = [Run(name, Mark.REMOVED) for name in old if name not in new]
        runs: list[Run] = []
        for run in (*kept, *gone):
            runs += [Run("、"), run] if runs else [run]
        return ComparisonCell((joined(runs),)) if runs else ComparisonCell()

    def _notes(self) -> Iterator[str]:
        lefts, rights = {*self._block.lefts, None}, {*self._block.rights, None}
        for (left, right), notes in self._source.notes.items():
            if left in lefts and right in rights and (left, right) != (None, None):
                yield from notes


def filled(
    columns: tuple[ComparisonColumn, ...], rows: tuple[ComparisonRow, ...]
) -> tuple[tuple[ComparisonColumn, ...], tuple[ComparisonRow, ...]]:
    """Leave out the chosen columns that no row fills."""
    kept = [
        n
        for n, c in enumerate(columns)
        if c not in CHOSEN or any(not row.across and row.cells[n].lines for row in rows)
    ]
    return tuple(columns[n] for n in kept), tuple(row._replace(cells=tuple(row.cells[n] for n in kept)) for row in rows)


def _place(text: PaperText, number: int) -> str:
    place = locus(text.outline, text.outline.sections[number])
    return place.rstrip("、. ") or "文首"


def units_of(assignments: Sequence[Assignment], sections: Sequence[int]) -> list[str]:
    """Return the units that are named in some sections, each once."""
    wanted = frozenset(sections)
    return list(dict.fromkeys(u.name for a in assignments if a.section in wanted for u in a.units))
