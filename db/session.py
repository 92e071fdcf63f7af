"""What the window wants to find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.connection import Store


def get(store: Store, key: str) -> str | None:
    """Return the JSON kept under a key."""
    row = store.row("SELECT value FROM session WHERE key = ?", (key,))
    return str(row[0]) if row else None


def put(database: Database, key: str, value: str) -> None:
    database.table("session").upsert({"key": key, "value": value}, pk="key")
