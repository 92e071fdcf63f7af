"""What every command works with: the library, and what may be said where."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.importers import ImportFailed
from reader.library.errors import LibraryError, SecrecyMarked
from reader.library.ingest import import_file, known_file
from reader.library.library import Library
from reader.library.preview import preview
from reader.paths import library_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.records import OpenDocument


class CommandFailed(Exception):
    """A command could not do what was asked; ``errors`` has the shape {"file", "reason"}."""

    def __init__(self, file: str, reason: str, **more: object) -> None:
        super().__init__(reason)
        self.errors: list[dict[str, object]] = [{"file": file, "reason": reason, **more}]


def say(message: str) -> None:
    """Tell the user something that is no result."""
    print(message, file=sys.stderr)


class Desk:
    """The library of this call, opened when first needed."""

    def __init__(self, path: Path | None) -> None:
        self.path = path or library_path()
        self._library: Library | None = None

    @property
    def library(self) -> Library:
        if self._library is None:
            self._library = Library.open(self.path)
        return self._library

    def close(self) -> None:
        if self._library is not None:
            self._library.close()

    def document(self, word: str) -> OpenDocument:
        """Return a document by its id in the library or by its path (imported if it is new).

        Raises CommandFailed. A library that cannot be written still serves a new file: it is read and not kept.
        """
        with failing_as(word):
            if word.isdecimal() and word.isascii():
                return self.library.documents.open(int(word))
            if not self.library.read_only:
                return self.library.documents.open(self.number(word))
            known = known_file(self.library, Path(word))
            if known is not None:
                return self.library.documents.open(known)
            say("文件库只读，文件未存入文件库")
            return preview(Path(word))

    def number(self, word: str) -> int:
        """Return the number of a document in the library, importing a new file."""
        with failing_as(word):
            if word.isdecimal() and word.isascii():
                return self.library.documents.open(int(word)).entry.number
            return import_file(self.library, Path(word)).number


@contextmanager
def failing_as(word: str) -> Iterator[None]:
    """Turn what goes wrong with one document into CommandFailed."""
    try:
        yield
    except (ImportFailed, SecrecyMarked) as problem:
        raise CommandFailed(word, problem.reason) from None
    except LibraryError as problem:
        raise CommandFailed(word, str(problem)) from None
