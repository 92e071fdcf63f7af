"""Excerpts (摘编): clauses of several documents, chosen while reading, ordered by hand and grouped by theme."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from db import excerpts as table
from db.excerpts import ExcerptRow
from reader.library.errors import NotFound
from reader.library.excerpt_order import Place, arranged, grouped, moved, theme_moved
from reader.library.excerpt_places import LOCATED as LOCATED
from reader.library.excerpt_places import LOST as LOST
from reader.library.excerpt_places import MOVED as MOVED
from reader.library.excerpt_places import Excerpt as Excerpt
from reader.library.excerpt_places import excerpts_of
from reader.library.records import Changes
from reader.library.runs import Run
from reader.library.stored_text import storable, utc_now
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from db.connection import Store
    from reader.library.documents import Documents
    from reader.library.records import OpenDocument


class Excerpts:
    """Keeps excerpts; each write is one transaction, on the disk when it returns.

    Themes stand in the order in which they first came, excerpts without one last. Where a document is derived anew
    (Changes of the kinds documents or derivations) its excerpts may stand elsewhere.
    """

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents

    def all(self) -> tuple[Excerpt, ...]:
        """Return the excerpts in their order, without those of documents in the bin."""
        return self.begin_all().finish()

    def begin_all(self) -> Run[tuple[Excerpt, ...]]:
        """Return the excerpts under way, for a thread that others wait for."""
        return Run(self._store, self._all_work)

    def themes(self) -> tuple[str, ...]:
        """Return the themes in their order; "" is last, where an excerpt has none."""
        places = grouped(Place(row.number, row.theme) for row in table.shown(self._store))
        return tuple(dict.fromkeys(place.theme for place in places))

    def places(self) -> tuple[tuple[int, str], ...]:
        """Return number and theme of each excerpt in their order: what ``arrange`` brings back."""
        return tuple(self._places())

    def add(self, document: int, span: Span, theme: str = "") -> Excerpt:
        """Take a stretch of the reading text, at the end of a theme; one that is there already comes back as it is.

        Without a theme it is there under whatever theme. Blanks at its ends are left out. Raises ValueError where
        nothing is left.
        """
        opened = self._documents.open(document)
        row = self._taken(opened, _trimmed(opened, span), _one_line(theme))
        number = next((there.number for there in table.shown(self._store) if _is_there(row, there)), 0)
        return self._excerpt(number or self._insert(row))

    def add_clause(self, document: int, section: int, theme: str = "") -> Excerpt:
        """Take a whole clause with all that stands under it.

        Raises ValueError for a section that is not there, and for 0: what stands before the first marker is no clause.
        """
        sections = self._documents.open(document).outline.sections
        if not 0 < section < len(sections):
            raise ValueError(f"no clause {section}")
        return self.add(document, sections[section].span, theme)

    def move(self, number: int, before: int | None, theme: str | None = None) -> Changes:
        """Put an excerpt before another, or (None) at the end of its theme; without a ``theme`` it joins the other's.

        Before an excerpt of another theme than the one given it goes to the end of that theme.
        """
        places = self._places()
        themes = dict(places)
        own = self._shown(number).theme
        to = themes.get(before or 0, own) if theme is None else _one_line(theme)
        beside = before if themes.get(before or 0) == to and before != number else None
        return self._arrange(moved(places, Place(number, to), beside))

    def set_theme(self, number: int, theme: str) -> Changes:
        """Put an excerpt at the end of a theme, which may be new; "" is none."""
        return self.move(number, None, theme)

    def rename_theme(self, old: str, new: str) -> Changes:
        """Give a theme another name; under that of another theme the two become one."""
        new = _one_line(new)
        return self._arrange(grouped(Place(n, new if theme == old else theme) for n, theme in self._places()))

    def move_theme(self, theme: str, before: str | None) -> Changes:
        """Put a theme before another, or (None) behind all others."""
        return self._arrange(theme_moved(self._places(), theme, before))

    def arrange(self, places: Iterable[tuple[int, str]]) -> Changes:
        """Give the excerpts this order and these themes, as ``places`` told them before."""
        return self._arrange([Place(number, _one_line(theme)) for number, theme in places])

    def remark(self, number: int, text: str) -> Changes:
        """Keep what the user says of an excerpt."""
        return self._update([self._row(number)._replace(remark=storable(text))])

    def delete(self, *numbers: int) -> Changes:
        """Delete excerpts; ``restore`` brings them back to their places."""
        return self._update([self._row(number)._replace(deleted_at=utc_now()) for number in numbers])

    def restore(self, *numbers: int) -> Changes:
        return self._update([self._row(number)._replace(deleted_at=None) for number in numbers])

    def clear(self) -> Changes:
        """Delete all excerpts that ``all`` returns."""
        return self.delete(*(number for number, _ in self._places()))

    def _all_work(self) -> Generator[None, None, tuple[Excerpt, ...]]:
        rows = table.shown(self._store)
        found: dict[int, Excerpt] = {}
        for number, of_document in groupby(sorted(rows, key=attrgetter("document")), attrgetter("document")):
            yield
            found |= {
                excerpt.number: excerpt
                for excerpt in excerpts_of(self._documents.open(number, keep=False), of_document)
            }
        order = grouped(Place(row.number, row.theme) for row in rows)
        return tuple(found[number]._replace(place=place) for place, (number, _) in enumerate(order))

    def _excerpt(self, number: int) -> Excerpt:
        row = self._row(number)
        (excerpt,) = excerpts_of(self._documents.open(row.document), [row])
        numbers = [place.number for place in self._places()]  # not those of documents in the bin
        return excerpt._replace(place=numbers.index(number) if number in numbers else len(numbers))

    def _places(self) -> list[Place]:
        return grouped(Place(row.number, row.theme) for row in table.shown(self._store))

    def _taken(self, document: OpenDocument, span: Span, theme: str) -> ExcerptRow:
        from reader.anchoring.describe import describe

        anchor = describe(document.reading, document.outline, span)
        return ExcerptRow(
            0, document.entry.number, anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix, anchor.path,
            theme, "", 0, utc_now(), None,
        )  # fmt: skip

    def _insert(self, row: ExcerptRow) -> int:
        """Store a new excerpt at the end of its theme and return its number."""
        before = self._places()  # without the new one, whose place is not known yet
        with self._store.write() as database:
            self._store.next_seq()
            number = table.insert(database, row)
            rows = table.every(self._store)
            wanted = moved(before, Place(number, row.theme), None)
            for after in _changed(rows, arranged(rows, wanted)):
                table.update(database, after)
        return number

    def _arrange(self, wanted: Sequence[Place]) -> Changes:
        rows = table.every(self._store)
        return self._update(_changed(rows, arranged(rows, wanted)))

    def _update(self, rows: Sequence[ExcerptRow]) -> Changes:
        if not rows:
            return Changes()
        with self._store.write() as database:
            self._store.next_seq()
            for row in rows:
                table.update(database, row)
        return Changes(frozenset(row.document for row in rows), frozenset(("excerpts",)))

    def _shown(self, number: int) -> ExcerptRow:
        row = self._row(number)
        if row.deleted_at:
            raise NotFound(f"第{number}号摘编已删除。")
        return row

    def _row(self, number: int) -> ExcerptRow:
        row = table.by_number(self._store, number)
        if row is None:
            raise NotFound(f"没有编号为{number}的摘编。")
        return row


def _one_line(theme: str) -> str:
    return " ".join(storable(theme).split())


def _trimmed(document: OpenDocument, span: Span) -> Span:
    """Return a stretch without the blanks at its ends."""
    text = span.text(document.reading.simplified)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))


def _is_there(row: ExcerptRow, there: ExcerptRow) -> bool:
    same = (row.document, row.start, row.end) == (there.document, there.start, there.end)
    return same and row.theme in ("", there.theme)


def _changed(before: Sequence[ExcerptRow], after: Iterable[ExcerptRow]) -> list[ExcerptRow]:
    """Return the rows that are not as they were."""
    old = {row.number: row for row in before}
    return [row for row in after if row != old[row.number]]
