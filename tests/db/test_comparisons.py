from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from db import comparisons, drafts
from db.comparisons import ComparisonRow, JudgementRow, NoteRow
from db.documents import delete, entries, set_binned
from db.drafts import DraftRow
from db.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.connection import Store

DOCUMENT = "INSERT INTO documents VALUES (?, ?, '', '', NULL, 1, '题目', 0, NULL, NULL, NULL, 0, 0, 0, 0)"
ANNOTATION = """INSERT INTO annotations VALUES (?, ?, 1, 0, 1, '', '', '', '', '', '', '[]', '', '', '', '', NULL, 0, 1, 0, '')"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "library.db")) as opened:
        with opened.write() as database:
            for number in (1, 2, 3):
                database.execute(DOCUMENT, (number, str(number)))
        yield opened


def keep(store: Store, left: int, right: int, *, opened: int = 1) -> int:
    row = ComparisonRow(0, left, right, "", "peers", "2024-11-01", None, "2024-11-01", opened, "{}")
    with store.write() as database:
        return comparisons.insert(database, row)


def links(store: Store, number: int) -> list[tuple[str, int, int]]:
    return [row[:3] for row in comparisons.links(store, number)]


def fill(store: Store, number: int) -> None:
    with store.write() as database:
        comparisons.pin(database, number, 3, 4, "2024-11-01")
        comparisons.judge(database, number, JudgementRow(3, "weakened", "少了时限", "王", "2024-11-01"))
        database.execute(ANNOTATION, (9, "u9"))
        comparisons.note(database, number, NoteRow(9, "left", 3, None, "number", "5个"))


def test_that_what_was_opened_last_comes_first_whatever_the_clock_says(store: Store) -> None:
    first, second = keep(store, 1, 2, opened=8), keep(store, 1, 3, opened=7)
    assert [row.number for row in comparisons.shown(store)] == [first, second]


def test_that_a_pin_takes_the_place_of_other_pins_and_of_the_break_of_its_sections(store: Store) -> None:
    number, other = keep(store, 1, 2), keep(store, 1, 3)
    with store.write() as database:
        for left, right in ((1, 1), (2, 2), (7, 7)):
            comparisons.pin(database, number, left, right, "")
        comparisons.pin(database, other, 1, 1, "")
        comparisons.part(database, number, 1, 2, "")
        comparisons.part(database, number, 1, 9, "")
        comparisons.pin(database, number, 1, 2, "")
    assert links(store, number) == [("pin", 7, 7), ("break", 1, 9), ("pin", 1, 2)]
    assert links(store, other) == [("pin", 1, 1)]
    with store.write() as database:
        comparisons.part(database, number, 1, 2, "")
        comparisons.release(database, number, 1, 9)
    assert links(store, number) == [("pin", 7, 7), ("break", 1, 2)]


@pytest.mark.parametrize("gone", [1, 2])
def test_that_nothing_is_left_of_a_comparison_whose_document_is_deleted(store: Store, gone: int) -> None:
    fill(store, keep(store, 1, 2))
    kept = keep(store, 3, 3)
    with store.write() as database:
        delete(database, gone)
    assert [row.number for row in comparisons.shown(store)] == [kept]
    for table in ("comparison_links", "comparison_judgements", "comparison_notes"):
        assert store.rows(f"SELECT * FROM {table}") == []


def test_that_a_document_in_the_bin_hides_its_comparisons(store: Store) -> None:
    number = keep(store, 1, 2)
    for document in (1, 2):
        with store.write() as database:
            set_binned(database, document, "2024-11-01", 2)
        assert comparisons.shown(store) == []
        with store.write() as database:
            set_binned(database, document, None, 3)
    assert [row.number for row in comparisons.shown(store)] == [number]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ("UPDATE comparisons SET right_document = 3", (0, 1, 1, 1)),
        ("UPDATE comparison_links SET right_start = 5", (1, 0, 1, 1)),
        ("UPDATE comparison_judgements SET remark = '少了时眼'", (1, 1, 0, 1)),
        ("UPDATE comparison_notes SET other = '6个'", (1, 1, 1, 0)),
        ("UPDATE comparison_links SET comparison = 2", (1, 0, 1, 1)),
    ],
)
def test_that_a_row_that_is_not_what_was_written_is_left_out_and_told(
    store: Store, change: str, left: tuple[int, ...]
) -> None:
    number, _other = keep(store, 1, 2), keep(store, 2, 1)
    fill(store, number)
    assert comparisons.damaged(store) == []
    with store.write() as database:
        database.execute(f"{change} WHERE rowid = 1" if "comparisons" in change else change)
    read = (comparisons.by_number, comparisons.links, comparisons.judgements, comparisons.notes)
    assert tuple(bool(one(store, number)) for one in read) == tuple(map(bool, left))
    assert len(comparisons.damaged(store)) == 1


def test_that_where_a_comparison_was_left_is_no_decision(store: Store) -> None:
    number = keep(store, 1, 2)
    with store.write() as database:
        comparisons.set_state(database, number, '{"row": 3}')
    row = comparisons.by_number(store, number)
    assert row is not None
    assert row.state == '{"row": 3}'
    assert comparisons.damaged(store) == []


def test_that_a_note_whose_annotation_is_deleted_is_left_out(store: Store) -> None:
    number = keep(store, 1, 2)
    fill(store, number)
    with store.write() as database:
        database.execute("UPDATE annotations SET deleted_at = '2024-11-02'")
    assert comparisons.notes(store, number) == []


def test_that_a_stage_is_read_with_its_document_unless_it_is_damaged(store: Store) -> None:
    with store.write() as database:
        drafts.put(database, DraftRow(1, "送审稿", None, None, ""))
        drafts.put(database, DraftRow(1, "审议稿", 3, "题目", ""))
    assert [row.stage for row in entries(store, binned=False)] == ["审议稿", None, None]
    with store.write() as database:
        database.execute("UPDATE drafts SET stage = '送审稿'")
    assert [row.stage for row in entries(store, binned=False)] == [None] * 3
    assert drafts.damaged(store) == [1]
    with store.write() as database:
        drafts.withdraw(database, 1)
    assert (drafts.typed(store), drafts.damaged(store)) == ({}, [])
