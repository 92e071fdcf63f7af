"""From files to stored documents. ``prepare`` is pure and runs in any thread, storing belongs to the library's."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from db.records import SourceRow
from reader.importers import ImportFailed, read_document
from reader.library import rows
from reader.library.errors import SecrecyMarked
from reader.library.records import Failure, Imported, ImportReport
from reader.library.records import Prepared as Prepared
from reader.library.stamp import DERIVATION
from reader.paths import resource_path
from reader.progress import CancelToken, Progress
from reader.text.garbage import many_objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.library.library import Library
    from reader.text.document import Document

BUNDLED = resource_path("documents")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PASSED_OVER = frozenset(("thumbs.db", "desktop.ini", "__macosx"))  # what systems strew over folders
_SLICE_MS = 200


def prepare(path: Path, *, false_alarm: bool = False, cancel: CancelToken | None = None) -> Prepared:
    """Read a file and derive all that is stored of it.

    ``false_alarm`` is the user's word that a 密级 mark is none. Raises ImportFailed, SecrecyMarked, Cancelled.
    """
    return _derive(path, read_document(path), false_alarm=false_alarm, cancel=cancel or CancelToken())


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    false_alarm: bool = False,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> ImportReport:
    """Import files and whatever lies in folders, then index them; a bad file never stops the rest.

    Raises Cancelled between files (those before it are stored), LibraryError where nothing can be stored at all.
    """
    cancel = cancel or CancelToken()
    files, failures = files_in(paths)
    imported: list[Imported] = []
    for done, file in enumerate(files):
        cancel.check()
        if progress:
            progress(done, len(files), file.name)
        outcome = _import_file(library, file, false_alarm=false_alarm, cancel=cancel)
        (imported if isinstance(outcome, Imported) else failures).append(outcome)  # type: ignore[arg-type]
    while not library.read_only and library.searching.fill(_SLICE_MS):
        cancel.check()
    if progress:
        progress(len(files), len(files), "")
    return ImportReport(tuple(imported), tuple(failures))


def import_bundled(library: Library) -> ImportReport:
    """Import the documents that come with the program into a library that never held any."""
    return import_paths(library, [BUNDLED]) if library.is_new else ImportReport()


def import_file(
    library: Library, file: Path, *, false_alarm: bool = False, cancel: CancelToken | None = None
) -> Imported:
    """Import one file; bytes that are known stay one document. Raises ImportFailed, SecrecyMarked, Cancelled."""
    document = read_document(file)
    if library.documents.known(_digest(document.data)) is None:
        prepared = _derive(file, document, false_alarm=false_alarm, cancel=cancel or CancelToken())
        return library.documents.store(prepared)
    return library.documents.take_out(_digest(document.data), _name(file))


def known_file(library: Library, file: Path) -> int | None:
    """Return the number of the document that has the bytes of a file, if there is one. Raises ImportFailed."""
    return library.documents.known(_digest(read_document(file).data))


def _import_file(library: Library, file: Path, *, false_alarm: bool, cancel: CancelToken) -> Imported | Failure:
    try:
        return import_file(library, file, false_alarm=false_alarm, cancel=cancel)
    except ImportFailed as failed:
        return Failure(printable(str(file)), failed.reason)
    except SecrecyMarked as marked:
        return Failure(printable(str(file)), marked.reason, marked.mark)


def _derive(path: Path, document: Document, *, false_alarm: bool, cancel: CancelToken) -> Prepared:
    from reader.library.derivation import derive
    from reader.library.unit_rows import unit_rows
    from reader.structure.secrecy import secrecy_mark

    cancel.check()
    if not false_alarm and (mark := secrecy_mark(document.source)):
        raise SecrecyMarked(printable(str(path)), mark)
    try:
        with many_objects():
            derivation = derive(document.source)
    except RecursionError:
        raise ImportFailed(str(path), "文件的层次过深，无法整理") from None
    except MemoryError:
        raise ImportFailed(str(path), "内存不足，无法整理这个文件") from None
    cancel.check()
    name = _name(path)
    text_sha256 = _digest(document.source.encode())
    return Prepared(
        file=name,
        sha256=_digest(document.data),
        source=SourceRow(document.encoding, document.replaced, text_sha256, document.source, document.data),
        reading=rows.reading_row(derivation, DERIVATION),
        assignments=tuple(rows.assignment_rows(derivation.assignments)),
        listing=rows.listing_row(derivation, name, typed=False),
        units=unit_rows(derivation.assignments, derivation.front),
        false_alarm=false_alarm,
    )


def printable(name: str) -> str:
    """Return a file name as it can be shown and stored: bytes that are no text in any encoding become U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", name)


def _name(path: Path) -> str:
    return printable(path.name)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def files_in(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """Return the files that are meant, each once, and the folders in which there is nothing."""
    found: dict[Path, None] = {}
    failures: list[Failure] = []
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = list(_walk(path, failures))
        if not inside:
            failures.append(Failure(printable(str(path)), "文件夹里没有可以导入的文件"))
        found |= dict.fromkeys(inside)
    return list(found), failures


def _walk(folder: Path, failures: list[Failure]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        failures.append(Failure(printable(str(error.filename)), "没有读取这个文件夹的权限"))

    for here, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name))
        yield from (Path(here, name) for name in sorted(files) if not _is_passed_over(name))


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _PASSED_OVER
