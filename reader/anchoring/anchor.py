"""What an annotation remembers of its place (after the W3C Web Annotation selectors)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """Position in the source text, the quote with its surroundings, and the section it stood in.

    ``start`` and ``end`` are code points of the source text; ``exact``, ``prefix`` and ``suffix`` are taken from the
    reading text (simplified) and compared folded.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    path: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, an underline or a note; ``number`` is 0 until it is stored; times are UTC in ISO."""

    number: int
    uuid: str
    document: int
    anchor: Anchor
    style: str  # highlight, underline, wavy, double
    colour: str  # the name the user gave it: 重点, 疑问, 待办 …
    tags: tuple[str, ...]
    note: str
    author: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an annotation stands in today's reading text; ``span`` is None for an orphan.

    ``status`` is located (where it was made), moved (found again elsewhere) or orphan; ``section`` is then the nearest
    section that is left and ``candidates`` the places it might belong to.
    """

    annotation: Annotation
    status: str
    section: int
    path: str
    span: Span | None = None
    candidates: tuple[Span, ...] = ()
