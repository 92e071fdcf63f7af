"""The section tree of a document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the tree; all spans count in the reading text.

    ``number`` is the preorder position: 0 holds what stands before the first marker (and the front matter), then
    the body, then the annexes. ``span`` reaches to the end of the last descendant; ``body`` is the section's own
    text without marker and heading, in pieces, since paragraphs behind a —— section belong to its parent.
    """

    number: int
    parent: int | None
    depth: int
    marker: str
    heading: str
    path: str
    rule: str
    span: Span
    marker_span: Span
    heading_span: Span
    body: tuple[Span, ...]
    annex: bool = False

    @property
    def label(self) -> str:
        """Path as people write it: 二（一）2."""
        return path_label(self.path)


def path_label(path: str) -> str:
    """Write a path for people: ``二、/(一)/2.`` becomes 二（一）2."""
    return "".join(_part_label(part) for part in path.split("/")).strip()


def _part_label(part: str) -> str:
    if part.startswith("("):
        return part.replace("(", "（").replace(")", "）")
    return f"{part} " if part.startswith("附件") else part.rstrip("、.")


@dataclass(frozen=True)
class Outline:
    """All sections in preorder and which of them each place of the reading text belongs to."""

    sections: Sequence[Section]
    starts: tuple[int, ...]  # where each piece of the text begins, ascending, the first at 0
    owners: tuple[int, ...]  # the section number each piece belongs to

    def at(self, offset: int) -> Section:
        """Return the section that the character at ``offset`` of the reading text belongs to."""
        return self.sections[self.owners[max(0, bisect_right(self.starts, offset) - 1)]]

    @cached_property
    def children(self) -> dict[int | None, tuple[Section, ...]]:
        found: dict[int | None, list[Section]] = {}
        for section in self.sections[1:]:
            found.setdefault(section.parent, []).append(section)
        return {parent: tuple(sections) for parent, sections in found.items()}

    def ancestors(self, section: Section) -> Iterator[Section]:
        """Yield the parents of a section, nearest first."""
        while section.parent is not None:
            section = self.sections[section.parent]
            yield section

    def body(self) -> tuple[Section, ...]:
        return tuple(s for s in self.sections[1:] if not s.annex)

    def annexes(self) -> tuple[Section, ...]:
        """Return the roots of the annexes."""
        return tuple(s for s in self.sections[1:] if s.annex and s.parent is None)
