"""Documents with what the user corrected in their units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db import corrections as table
from db.corrections import CorrectionRow
from reader.units.corrections import Correction, apply, outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.connection import Store
    from reader.library.derivation import Derivation
    from reader.library.records import OpenDocument
    from reader.units.assignment import Assignment


def corrections_of(store: Store, document: int) -> tuple[Correction, ...]:
    """Return what the user corrected in a document, in the order it was done."""
    return tuple(Correction(*row) for row in table.of_document(store, document))


def correction_row(correction: Correction) -> CorrectionRow:
    return CorrectionRow(*correction)


def corrected(document: OpenDocument, corrections: tuple[Correction, ...]) -> OpenDocument:
    """Return a document with exactly these corrections, whatever it had before."""
    read = document.as_read
    if not corrections:
        return replace(document, assignments=read, corrections=(), unmet=(), read=())
    found = outcome(read, corrections, document.reading, document.outline)
    return replace(document, assignments=found.assignments, corrections=corrections, unmet=found.unmet, read=read)


def effective(derivation: Derivation, corrections: tuple[Correction, ...]) -> Sequence[Assignment]:
    """Return the assignments of a derivation as the user wants them."""
    if not corrections:
        return derivation.assignments
    return apply(derivation.assignments, corrections, derivation.reading, derivation.outline)
