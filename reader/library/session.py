"""What the window wants to find again after a restart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db import session as table

if TYPE_CHECKING:
    from db.connection import Store


class Session:
    """JSON values by key; a value that cannot be read counts as absent."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> object | None:
        kept = table.get(self._store, key)
        try:
            value: object = json.loads(kept) if kept is not None else None
        except ValueError:
            return None
        return value

    def set(self, key: str, value: object) -> None:
        """Keep a value; on a library that is read only it is forgotten at the end."""
        if self._store.read_only:
            return
        text = json.dumps(value, ensure_ascii=True)
        if text == table.get(self._store, key):
            return
        with self._store.write() as database:
            table.put(database, key, text)
