"""What an earlier comparison found out, so that the next one of the same documents works out only what is new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.comparison.passages import Passage
    from reader.comparison.records import Change

_Said = tuple[str, tuple[tuple[int, int], ...]]  # a passage's words and how they lie, wherever they stand
_Key = tuple[_Said, _Said, tuple[str, ...]]


class _Known(NamedTuple):
    """The changes of a pair, and where its two passages stood then."""

    changes: tuple[Change, ...]
    left_start: int
    right_start: int


class Memo:
    """Remembers the changes of pairs of passages by what they say; may be handed over again and again.

    It holds what the last comparison needed and not more. Two comparisons at a time cost time, not truth.
    """

    def __init__(self) -> None:
        self._known: dict[_Key, _Known] = {}
        self._needed: dict[_Key, _Known] = {}
        self._names: frozenset[str] = frozenset()

    def begin(self, names: Iterable[str] = ()) -> None:
        """Start a comparison that knows these names of organs; pairs that hold a name that came or went are forgotten."""
        names = frozenset(names)
        changed = names ^ self._names
        if changed:
            known = {k: v for k, v in self._known.items() if not any(n in k[0][0] or n in k[1][0] for n in changed)}
            self._known = known
        self._names, self._needed = names, {}

    def finish(self) -> None:
        """End a comparison: what it did not need is forgotten."""
        self._known = self._needed

    def changes(
        self, left: Passage, right: Passage, work: Callable[[], tuple[Change, ...]], written: tuple[str, ...] = ()
    ) -> tuple[Change, ...]:
        """Return the changes of a pair as they are known, at the places where its passages stand now; else work.

        ``written`` is how the two are written, where that matters too.
        """
        key = (_said(left), _said(right), written)
        here, there = _start(left), _start(right)
        known = self._known.get(key)
        if known is None:
            known = _Known(work(), here, there)
            self._known[key] = known
        elif (known.left_start, known.right_start) != (here, there):
            by = here - known.left_start, there - known.right_start
            known = _Known(tuple(_shifted(change, *by) for change in known.changes), here, there)
        self._needed[key] = known
        return known.changes


def _start(passage: Passage) -> int:
    return passage.pieces[0].start if passage.pieces else passage.section.span.start


def _said(passage: Passage) -> _Said:
    start = _start(passage)
    return passage.words(passage.whole), tuple((piece.start - start, piece.end - start) for piece in passage.pieces)


def _shifted(change: Change, left: int, right: int) -> Change:
    return replace(change, left_span=change.left_span.shifted(left), right_span=change.right_span.shifted(right))
