"""A file read without storing it: what a library that cannot be written still offers for a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.drafts import stage_of
from reader.importers import read_document
from reader.library import rows
from reader.library.derivation import derive
from reader.library.errors import SecrecyMarked
from reader.library.records import Entry, OpenDocument
from reader.structure.secrecy import secrecy_mark

if TYPE_CHECKING:
    from pathlib import Path


def preview(path: Path) -> OpenDocument:
    """Return a document that is in no library (number 0). Raises ImportFailed, SecrecyMarked."""
    document = read_document(path)
    if mark := secrecy_mark(document.source):
        raise SecrecyMarked(str(path), mark)
    found = derive(document.source)
    listing = rows.listing_row(found, path.name, typed=False)
    entry = Entry(
        number=0,
        title=listing.title,
        doc_number=listing.doc_number,
        issuer=listing.issuer,
        issued_on=listing.issued_on,
        file=path.name,
        imported_at="",
        sections=listing.sections,
        units=listing.units,
        notes=0,
        traditional=bool(listing.traditional),
        binned_at=None,
        title_typed=False,
        characters=listing.characters,
        stage=stage_of(listing.title, path.name),
    )
    return OpenDocument(
        entry, document.source, found.reading, found.front, found.outline, found.assignments, found.findings
    )
