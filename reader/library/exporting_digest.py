"""The chosen excerpts out into a file; what is written of them is pure, so it may run in any thread."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.export.digest import Clipping, Digest, DigestChoice, DigestSource
from reader.library.excerpts import MOVED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.export.styles import GongwenType
    from reader.library.documents import Documents
    from reader.library.excerpts import Excerpt
    from reader.library.records import OpenDocument


def digest_of(excerpts: Sequence[Excerpt], documents: Documents, choice: DigestChoice | None = None) -> Digest:
    """Return what a digest is made of: a snapshot that any thread may read."""
    numbers = dict.fromkeys(excerpt.document for excerpt in excerpts)
    sources = {number: digest_source(documents.open(number, keep=False)) for number in numbers}
    clippings = (clipping_of(excerpt, sources[excerpt.document]) for excerpt in excerpts)
    return Digest(tuple(clippings), choice or DigestChoice())


def digest_source(document: OpenDocument) -> DigestSource:
    return DigestSource(
        document.entry.number, document.front, document.outline, document.reading.simplified, document.entry.title
    )


def clipping_of(excerpt: Excerpt, source: DigestSource) -> Clipping:
    """Return an excerpt as it is exported."""
    return Clipping(
        source=source,
        text=excerpt.quote,
        span=excerpt.span,
        theme=excerpt.theme,
        remark=excerpt.remark,
        path=excerpt.path,
        moved=excerpt.status == MOVED,
    )


def export_digest(digest: Digest, path: Path, *, type_: GongwenType | None = None, author: str = "") -> int:
    """Write a digest as .docx, .xlsx, .html, .txt or .md, as the path ends; return how many excerpts.

    Raises ExportFailed, ValueError for another ending.
    """
    from reader.export.atomic import write_atomically
    from reader.export.digest_files import render

    write_atomically(path, render(digest, path.suffix.lower(), type_, author, datetime.now(UTC)))
    return len(digest.clippings)
