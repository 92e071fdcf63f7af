"""Where excerpts stand today."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.excerpts import ExcerptRow
    from reader.anchoring.anchor import Anchor
    from reader.anchoring.locate import Located
    from reader.anchoring.quotes import QuoteFinder
    from reader.library.records import OpenDocument
    from reader.text.spans import Span

LOCATED, MOVED, LOST = "located", "moved", "lost"


class Excerpt(NamedTuple):
    """A stretch of a document that was chosen; ``place`` counts from 0 over all excerpts, theme by theme.

    ``quote`` is what stands there today, in simplified script. ``status`` is located (where it was taken), moved (found
    again elsewhere or in other words) or lost: then ``span`` is None, ``quote`` what was taken, ``path`` where it stood
    and ``section`` the nearest that is left.
    """

    number: int
    document: int
    span: Span | None
    quote: str
    theme: str
    remark: str
    place: int
    section: int
    path: str = ""
    status: str = LOCATED
    made_at: str = ""


def excerpts_of(document: OpenDocument, rows: Iterable[ExcerptRow]) -> Iterator[Excerpt]:
    """Yield the excerpts of a document; their places are those of the rows."""
    from reader.anchoring.anchor import Anchor
    from reader.anchoring.quotes import QuoteFinder

    finder, outline = QuoteFinder(document.reading, document.outline), document.outline
    for row in rows:
        anchor = Anchor(row.start, row.end, row.exact, row.prefix, row.suffix, row.path)
        found = _locate(anchor, finder)
        start = finder.reading.map.to_reading(row.start) if found is None else found.span.start
        section = outline.at(start)
        excerpt = Excerpt(
            number=row.number,
            document=row.document,
            span=None,
            quote=row.exact,
            theme=row.theme,
            remark=row.remark,
            place=row.place,
            section=section.number,
            path=row.path,
            status=LOST,
            made_at=row.made_at,
        )
        if found is not None:
            quote = found.span.text(document.reading.simplified)
            excerpt = excerpt._replace(span=found.span, quote=quote, path=section.path, status=found.status)
        yield excerpt


def _locate(anchor: Anchor, finder: QuoteFinder) -> Located | None:
    """Return where an anchor stands with certainty, as for annotations."""
    from reader.anchoring.locate import Located, locate

    found = locate(anchor, finder.reading, finder.outline, finder=finder)
    return found if isinstance(found, Located) else None
