"""A stored outline: one JSON text a line, so that opening a long document reads no more of it than is looked at.

The first line holds what belongs to the whole, each other line the columns of some sections.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from reader.structure.section import Outline, Section
from reader.text.later import Later
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


_PIECE = 32  # sections in a line


def outline_text(outline: Outline) -> str:
    """Return an outline as it is stored."""
    sections = outline.sections
    whole = {"sections": len(sections), "starts": outline.starts, "owners": outline.owners}
    pieces = (_columns(sections[i : i + _PIECE]) for i in range(0, len(sections), _PIECE))
    return "\n".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in chain((whole,), pieces))


def outline_from(text: str) -> Outline:
    """Return a stored outline; its sections are made when somebody looks at them."""
    first, *lines = text.split("\n")
    whole = json.loads(first)
    sections = Later(
        whole["sections"], lambda start, _end: _sections(start, json.loads(lines[start // _PIECE])), piece=_PIECE
    )
    return Outline(sections, tuple(whole["starts"]), tuple(whole["owners"]))


def outline_paths(text: str) -> tuple[list[int], list[int], list[str]]:
    """Return starts and owners of the stretches of a stored outline, and the paths of its sections."""
    whole, *pieces = (json.loads(line) for line in text.split("\n"))
    return whole["starts"], whole["owners"], list(chain.from_iterable(piece["paths"] for piece in pieces))


def _columns(sections: Sequence[Section]) -> dict[str, Any]:
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
    }


def _sections(first: int, columns: dict[str, Any]) -> list[Section]:
    return [_section(first, i, columns) for i in range(len(columns["parents"]))]


def _section(first: int, i: int, columns: dict[str, Any]) -> Section:
    whole, marker, heading = _spans(columns["spans"][6 * i : 6 * i + 6])
    return Section(
        number=first + i,
        parent=columns["parents"][i],
        depth=columns["depths"][i],
        marker=columns["markers"][i],
        heading=columns["headings"][i],
        path=columns["paths"][i],
        rule=columns["rules"][i],
        span=whole,
        marker_span=marker,
        heading_span=heading,
        body=_spans(columns["bodies"][i]),
        annex=bool(columns["annexes"][i]),
    )


def _spans(offsets: list[int]) -> tuple[Span, ...]:
    return tuple(map(Span, offsets[::2], offsets[1::2]))
