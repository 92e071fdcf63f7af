"""A comparison out into a file; pure, so it may run in any thread."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.export.comparison_records import ComparedPaper, ComparisonOptions, ComparisonSource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.export.styles import GongwenType
    from reader.library.comparing import Compared
    from reader.library.kept import DifferenceNote
    from reader.library.records import OpenDocument

TABLE, REDLINE = "table", "redline"


def export_comparison(
    compared: Compared,
    path: Path,
    *,
    form: str = TABLE,
    options: ComparisonOptions | None = None,
    type_: GongwenType | None = None,
    author: str = "",
) -> int:
    """Write the table (.docx, .xlsx, .html or .txt, as the path ends) or the redline (.docx) of a comparison.

    Return how many rows the table has, for the redline how many places differ. Raises ExportFailed, ValueError for
    another ending or form.
    """
    from reader.export.atomic import write_atomically
    from reader.export.comparison_table import comparison_table, render

    source, suffix, now = comparison_source(compared), path.suffix.lower(), datetime.now(UTC)
    if form == REDLINE:
        from reader.export.redline import redline_docx

        if suffix != ".docx":
            raise ValueError(f"no such format: {suffix}")
        write_atomically(path, redline_docx(source, author=author, created=now, type_=type_))
        return sum(max(1, len(p.changes)) for p in source.comparison.pairs if p.status != "same")
    if form != TABLE:
        raise ValueError(f"no such form: {form}")
    table = comparison_table(source, options)
    write_atomically(path, render(table, suffix, type_, author, now))
    return table.listed


def comparison_source(compared: Compared) -> ComparisonSource:
    """Return what the table of a comparison is made of."""
    return ComparisonSource(
        _paper(compared.left), _paper(compared.right), compared.comparison, compared.judgements, compared.notes
    )


def notes_by_sections(
    notes: Iterable[DifferenceNote], placements: Iterable[Placement]
) -> dict[tuple[int | None, int | None], tuple[str, ...]]:
    """Return what the notes of a comparison say, by the sections they were made on; ``placements`` of both documents."""
    said = {placement.annotation.number: placement.annotation.note.strip() for placement in placements}
    found: dict[tuple[int | None, int | None], tuple[str, ...]] = {}
    for note in notes:
        if text := said.get(note.annotation):
            found[note.left, note.right] = (*found.get((note.left, note.right), ()), text)
    return found


def _paper(document: OpenDocument) -> ComparedPaper:
    return ComparedPaper(
        front=document.front,
        outline=document.outline,
        reading=document.reading,
        assignments=document.assignments,
        title=document.entry.title,
        stage=document.entry.stage,
    )
