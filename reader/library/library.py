"""The library: the only door to the store. One thread opens it, uses it and closes it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from db.opening import open_store
from reader.library.annotations import Annotations
from reader.library.documents import Documents
from reader.library.errors import library_error
from reader.library.session import Session

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from db.connection import Store
    from reader.library.comparisons import Comparisons
    from reader.library.drafts import Drafts
    from reader.library.excerpts import Excerpts
    from reader.library.maintenance import Maintenance
    from reader.library.returning import Returning
    from reader.library.searching import Searching
    from reader.library.units import Units


class Library:
    """Documents, annotations, search, units, comparisons, drafts, excerpts, session and maintenance of one library file.

    Every write is on the disk when its call returns, or raises and left nothing behind.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.documents = Documents(store, forgotten=lambda number: self.searching.forget(number))
        self.annotations = Annotations(store, self.documents)
        self.session = Session(store)

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Library:
        """Open a library and hold its lock; where file or folder cannot be written, for reading only.

        Raises LibraryMissing (with ``create`` False), LibraryInUse, LibraryNewer, LibraryDamaged, LibraryUnreachable.
        """
        return cls(open_store(path, create=create, error=library_error))

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever stored."""
        return self._store.seq == 0

    @cached_property
    def searching(self) -> Searching:
        from reader.library.searching import Searching  # not needed before the first paint

        return Searching(self._store, self.documents)

    @cached_property
    def units(self) -> Units:
        from reader.library.units import Units  # not needed before the first paint

        return Units(self._store, self.documents)

    @cached_property
    def comparisons(self) -> Comparisons:
        from reader.library.comparisons import Comparisons  # not needed before the first paint

        return Comparisons(self._store, self.documents, self.annotations)

    @cached_property
    def drafts(self) -> Drafts:
        from reader.library.drafts import Drafts  # not needed before the first paint

        return Drafts(self._store, self.documents)

    @cached_property
    def excerpts(self) -> Excerpts:
        from reader.library.excerpts import Excerpts  # not needed before the first paint

        return Excerpts(self._store, self.documents)

    @cached_property
    def returning(self) -> Returning:
        from reader.library.returning import Returning  # not needed before the first paint

        return Returning(self._store, self.documents)

    @cached_property
    def maintenance(self) -> Maintenance:
        from reader.library.maintenance import Maintenance  # not needed before the first paint

        return Maintenance(self._store, self.documents, self.searching)

    def close(self) -> None:
        if "searching" in self.__dict__:
            self.searching.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
