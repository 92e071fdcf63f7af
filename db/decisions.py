"""What the user decided about derivations: edits taken back, titles typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.records import DecisionRow

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.connection import Store


def of_document(store: Store, document: int) -> list[DecisionRow]:
    sql = "SELECT kind, start, end, value FROM decisions WHERE document = ? ORDER BY number"
    return [DecisionRow(*row) for row in store.rows(sql, (document,))]


def decide(database: Database, document: int, decision: DecisionRow, made_at: str) -> None:
    """Store a decision in place of the one of the same kind about the same stretch."""
    withdraw(database, document, decision, made_at)
    row = {"kind": decision.kind, "start": decision.start, "end": decision.end, "value": decision.value}
    database.table("decisions").insert({"document": document, "made_at": made_at, **row})


def withdraw(database: Database, document: int, decision: DecisionRow, _withdrawn_at: str) -> None:
    sql = "DELETE FROM decisions WHERE document = ? AND kind = ? AND start IS ? AND end IS ?"
    database.execute(sql, (document, decision.kind, decision.start, decision.end))
