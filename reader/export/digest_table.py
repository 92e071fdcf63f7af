"""A digest as the rows of a table: 主题, 内容, 出处, 备注."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.export.digest_blocks import REMARK, SOURCE, TEXT, THEME, themes
from reader.export.table_layout import CHARACTER, Merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.export.digest import Digest

_WIDTHS = {THEME: 6.2, SOURCE: 15.2, REMARK: 9.2}  # characters; what is left is for the text


class DigestTable(NamedTuple):
    """Heads of the columns, the cells of each row, and which cells of a theme are one.

    A digest without themes has no column of them, one without remarks none of these.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...]


def digest_table(digest: Digest) -> DigestTable:
    """Return the rows of a digest, one an excerpt."""
    heads = tuple(_heads(digest))
    rows: list[tuple[str, ...]] = []
    starts: list[int] = []
    for theme in themes(digest):
        starts.append(len(rows))
        for passage in theme.passages:
            cells = {THEME: theme.name, TEXT: passage.text, SOURCE: passage.source, REMARK: passage.remark}
            rows.append(tuple(cells[head] for head in heads))
    blocks = pairwise([*starts, len(rows)]) if THEME in heads else ()
    merges = tuple(Merge(0, first, behind - 1) for first, behind in blocks if behind - first > 1)
    return DigestTable(heads, tuple(rows), merges)


def widths(heads: Sequence[str], width: float, padding: float) -> tuple[float, ...]:
    """Return the widths of the columns in millimetres; ``padding`` is what a cell loses at its two sides."""
    given = {head: _WIDTHS[head] * CHARACTER + padding for head in heads if head in _WIDTHS}
    return tuple(given.get(head, width - sum(given.values())) for head in heads)


def _heads(digest: Digest) -> Iterator[str]:
    if digest.themed:
        yield THEME
    yield from (TEXT, SOURCE)
    if digest.remarked:
        yield REMARK
