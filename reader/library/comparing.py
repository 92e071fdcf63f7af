"""Two open documents side by side; pure, so it may run in any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.comparison.judgement import Judgement
    from reader.comparison.memo import Memo
    from reader.comparison.options import Options, Sections
    from reader.comparison.records import Comparison, Side
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken


class Compared(NamedTuple):
    """Two documents, what their comparison says and what the user said of it: what an export needs.

    ``notes`` are the remarks on the pairs, by their left and right section; None where one side has nothing.
    """

    left: OpenDocument
    right: OpenDocument
    comparison: Comparison
    judgements: Mapping[int, Judgement]
    notes: Mapping[tuple[int | None, int | None], tuple[str, ...]]


def compare_documents(
    left: OpenDocument,
    right: OpenDocument,
    mode: str | None = None,
    cancel: CancelToken | None = None,
    *,
    direction: str = "peers",
    options: Options | None = None,
    memo: Memo | None = None,
) -> Comparison:
    """Compare as "editions" or by "topics"; without a mode their likeness decides. Raises Cancelled, ValueError."""
    from reader.comparison.compare import compare  # loads rapidfuzz
    from reader.comparison.options import Options

    return compare(
        _side(left), _side(right), mode, cancel, direction=direction, options=options or Options(), memo=memo
    )


def first_view_of(
    left: OpenDocument,
    right: OpenDocument,
    around: Sections = (0, 0),
    *,
    mode: str | None = None,
    options: Options | None = None,
    cancel: CancelToken | None = None,
) -> Comparison:
    """Compare only the sections about a left and a right one, so that a screenful is told at once. Raises Cancelled."""
    from reader.comparison.first_view import first_view  # loads rapidfuzz
    from reader.comparison.options import Options

    return first_view(_side(left), _side(right), around, mode=mode, options=options or Options(), cancel=cancel)


def _side(document: OpenDocument) -> Side:
    from reader.comparison.records import Side

    return Side(document.reading, document.outline, document.front, document.assignments)
