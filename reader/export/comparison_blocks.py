"""Which sections make one row of a 修订对照表: an article with its items, and whatever it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.export.citation import is_article
from reader.text.markers import Style, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.comparison.records import Pair
    from reader.structure.section import Outline, Section

_ITEMS = frozenset((Style.DIGIT_BRACKET, Style.DIGIT_HALF, Style.CIRCLED, Style.DASH))

Node = tuple[int, int]  # side (0 left, 1 right) and the section that heads a block


class Block(NamedTuple):
    """Sections that stand in one row, ascending, and the pairs that tell of them, in the order of the comparison.

    ``left_heads`` and ``right_heads`` are the articles or clauses themselves, without their items.
    """

    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    left_heads: tuple[int, ...]
    right_heads: tuple[int, ...]
    pairs: tuple[Pair, ...]


def blocks(left: Outline, right: Outline, pairs: Sequence[Pair]) -> Iterator[Block]:
    """Yield the rows in the order of the pairs."""
    heads = _heads(left), _heads(right)
    trees = _joined(heads, pairs)
    told: dict[Node, list[Pair]] = {}
    for pair in pairs:
        places = [(1, heads[1][n]) for n in pair.rights] + [(0, heads[0][n]) for n in pair.lefts]
        for root in dict.fromkeys(trees.root(place) for place in places):
            told.setdefault(root, []).append(pair)
    sides = [_by_row(trees, side, mine) for side, mine in enumerate(heads)]
    for root, found in told.items():
        (lefts, left_heads), (rights, right_heads) = (rows.get(root, ((), ())) for rows in sides)
        yield Block(lefts, rights, left_heads, right_heads, tuple(found))


def _joined(heads: tuple[list[int], list[int]], pairs: Sequence[Pair]) -> _Trees:
    """Join what became of what; an item that went to another article does not join the two."""
    trees = _Trees()
    for here, there in ((a, b) for pair in pairs for a in pair.lefts for b in pair.rights):
        if heads[0][here] == here or heads[1][there] == there:
            trees.join((0, heads[0][here]), (1, heads[1][there]))
    return trees


def _by_row(trees: _Trees, side: int, heads: list[int]) -> dict[Node, tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the sections of a side in each row, and those of them that are heads."""
    rows: dict[Node, list[int]] = {}
    for number, head in enumerate(heads):
        rows.setdefault(trees.root((side, head)), []).append(number)
    return {root: (tuple(numbers), tuple(n for n in numbers if heads[n] == n)) for root, numbers in rows.items()}


def _heads(outline: Outline) -> list[int]:
    """Return for each section the one that heads its row."""
    heads: list[int] = []
    for section in outline.sections:
        above = section.parent
        if above and (is_article(outline.sections[heads[above]]) or _is_item(section)):
            heads.append(heads[above])
        else:
            heads.append(section.number)
    return heads


def _is_item(section: Section) -> bool:
    marker = marker_of(section.marker)
    return marker is not None and marker.style in _ITEMS


class _Trees:
    """What belongs together, as far as it is known."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        while node in self._above:
            node = self._above[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        one, other = self.root(one), self.root(other)
        if one != other:
            self._above[max(one, other)] = min(one, other)
