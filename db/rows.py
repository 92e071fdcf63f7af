"""Writing single rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


def update_row(database: Database, table: str, number: int, values: Mapping[str, object]) -> None:
    """Change columns of a row; unlike sqlite-utils without reading the row first, which may be damaged."""
    columns = ", ".join(f'"{name}" = ?' for name in values)
    database.execute(f'UPDATE "{table}" SET {columns} WHERE number = ?', [*values.values(), number])
