"""The sections of a stored outline, each made when it is first asked for: a long document has thousands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from reader.structure.section import Outline, Section
from reader.text.spans import Span


def outline_columns(outline: Outline) -> dict[str, Any]:
    """Return an outline as it is stored: a list for each column."""
    sections = outline.sections
    return {
        "parents": [s.parent for s in sections],
        "depths": [s.depth for s in sections],
        "markers": [s.marker for s in sections],
        "headings": [s.heading for s in sections],
        "paths": [s.path for s in sections],
        "rules": [s.rule for s in sections],
        "annexes": [int(s.annex) for s in sections],
        "spans": [offset for s in sections for span in (s.span, s.marker_span, s.heading_span) for offset in span],
        "bodies": [[offset for span in s.body for offset in span] for s in sections],
        "starts": outline.starts,
        "owners": outline.owners,
    }


class StoredSections(Sequence[Section]):
    """Behaves as a tuple of sections; reads them out of their columns."""

    def __init__(self, columns: dict[str, Any]) -> None:
        self._columns = columns
        self._made: list[Section | None] = [None] * len(columns["parents"])

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Section: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Section, ...]: ...
    def __getitem__(self, index: int | slice) -> Section | tuple[Section, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self._made))))
        section = self._made[index]
        if section is None:
            section = self._made[index] = self._make(range(len(self._made))[index])
        return section

    def __iter__(self) -> Iterator[Section]:
        return (self[i] for i in range(len(self._made)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (StoredSections, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _make(self, number: int) -> Section:
        columns = self._columns
        whole, marker, heading = _spans(columns["spans"][6 * number : 6 * number + 6])
        return Section(
            number=number,
            parent=columns["parents"][number],
            depth=columns["depths"][number],
            marker=columns["markers"][number],
            heading=columns["headings"][number],
            path=columns["paths"][number],
            rule=columns["rules"][number],
            span=whole,
            marker_span=marker,
            heading_span=heading,
            body=_spans(columns["bodies"][number]),
            annex=bool(columns["annexes"][number]),
        )


def _spans(offsets: list[int]) -> tuple[Span, ...]:
    return tuple(map(Span, offsets[::2], offsets[1::2]))
