"""Search over all documents and notes: right at any time, fast once the index is filled."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from db.search_index import IndexDamaged
from reader.library.indexing import Indexing
from reader.library.search_run import SearchRun

if TYPE_CHECKING:
    from db.connection import Store
    from reader.library.documents import Documents
    from reader.library.records import SearchResult

_WHOLE = 1_000  # ms a slice where nobody waits


class Searching:
    """Finds a query; occurrences are counted in the folded text, paragraph by paragraph."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents

    @cached_property
    def _indexing(self) -> Indexing:
        return Indexing(self._store, self._documents)

    def search(self, query: str, limit: int = 200) -> SearchResult:
        """Return where the query stands, in the order of the documents; blanks are ignored.

        Where the query as a whole stands nowhere, sections that hold all of its parts are returned.
        """
        run = self.begin(query, limit)
        while run.step(_WHOLE):
            pass
        return run.result

    def begin(self, query: str, limit: int = 200) -> SearchRun:
        """Return a search that is done a step at a time, for a thread that others wait for."""
        return SearchRun(self._indexing, query, limit)

    def fill(self, slice_ms: float = 20) -> bool:
        """Index for about so long what was not indexed yet; return whether there is more to do."""
        try:
            return self._indexing.fill(slice_ms)
        except IndexDamaged:
            self._indexing.start_again(failed=True)
            return self._indexing.fill(slice_ms)

    def rebuild(self) -> None:
        """Throw the index away; ``fill`` builds it anew."""
        self._indexing.start_again(failed=False)

    def forget(self, document: int) -> None:
        """Drop a document that was deleted for good; an index that was not opened yet finds out by itself."""
        if "_indexing" in self.__dict__:
            try:
                self._indexing.forget(document)
            except IndexDamaged:
                self._indexing.start_again(failed=True)

    def index_is_whole(self) -> bool:
        try:
            return self._indexing.index.is_whole()
        except IndexDamaged:
            return False

    def close(self) -> None:
        if "_indexing" in self.__dict__:
            self._indexing.close()
            del self._indexing
