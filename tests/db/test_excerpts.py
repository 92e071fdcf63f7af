from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from db import excerpts
from db.documents import delete, set_binned
from db.excerpts import ExcerptRow
from db.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.connection import Store

DOCUMENT = "INSERT INTO documents VALUES (?, ?, '', '', NULL, 1, '题目', 0, NULL, NULL, NULL, 0, 0, 0, 0)"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "library.db")) as opened:
        with opened.write() as database:
            for number in (1, 2):
                database.execute(DOCUMENT, (number, str(number)))
        yield opened


def keep(store: Store, document: int = 1, place: int = 1, **fields: object) -> ExcerptRow:
    row = ExcerptRow(0, document, 3, 9, "提供补贴", "前文", "后文", "二、", "人才", "请核", place, "2026-01-02", None)
    row = row._replace(**fields)
    with store.write() as database:
        return row._replace(number=excerpts.insert(database, row))


def test_that_excerpts_come_back_as_they_were_stored_in_their_order(store: Store) -> None:
    last, first = keep(store, place=2), keep(store, 2, place=1, theme="")
    assert excerpts.shown(store) == [first, last]
    assert excerpts.by_number(store, last.number) == last
    assert excerpts.by_number(store, 99) is None


def test_that_a_change_is_written_back(store: Store) -> None:
    changed = keep(store)._replace(theme="科技", place=7, deleted_at="2026-01-03")
    with store.write() as database:
        excerpts.update(database, changed)
    assert excerpts.every(store) == [changed]
    assert (excerpts.shown(store), excerpts.damaged(store)) == ([], [])


def test_that_excerpts_are_hidden_with_their_document_and_go_with_it(store: Store) -> None:
    binned, kept = keep(store, 1), keep(store, 2)
    with store.write() as database:
        set_binned(database, 1, "2026-01-03", 2)
    assert (excerpts.shown(store), excerpts.every(store)) == ([kept], [binned, kept])
    with store.write() as database:
        delete(database, 1)
    assert excerpts.every(store) == [kept]


@pytest.mark.parametrize("change", ["exact = '提供补贴。'", "end = 10", "theme = ''", "document = 2", "place = 9"])
def test_that_a_row_that_is_not_what_was_written_is_left_out_and_told(store: Store, change: str) -> None:
    number = keep(store).number
    with store.write() as database:
        database.execute(f"UPDATE excerpts SET {change}")
    assert (excerpts.shown(store), excerpts.every(store), excerpts.by_number(store, number)) == ([], [], None)
    assert excerpts.damaged(store) == [number]
