from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from db import corrections, roster, units
from db.corrections import CorrectionRow
from db.opening import open_store
from db.roster import RosterRow, SameRow
from db.units import DutyRow, NameRow

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


def named(name: str, key: str = "甲") -> NameRow:
    return NameRow(0, name, "上海市//杨浦区", "organ", "", key, name, name, "杨浦区")


def corrected(uuid: str, name: str = "区财政局") -> CorrectionRow:
    return CorrectionRow(uuid, "rename", 3, 7, "区财政", name, "责任单位", None, "2025-01-01", "王", "")


def test_that_a_name_is_stored_once_and_may_come_to_mean_another_unit(store: Store) -> None:
    with store.write():
        first = units.put_name(store, named("区财政局"))
        assert units.put_name(store, named("区审计局")) == first + 1
        assert units.put_name(store, named("区财政局", key="乙")) == first
    assert [row.key for row in units.names(store)] == ["乙", "甲"]
    assert units.name_number(store, named("区财政局")) == first
    assert units.name_number(store, named("区统计局")) is None


def test_that_duties_are_replaced_and_a_name_without_any_can_be_dropped(store: Store) -> None:
    with store.write():
        one, other = (units.put_name(store, named(name)) for name in ("区财政局", "区审计局"))
        units.write_duties(store, 1, [DutyRow(1, 0, 0, one, "lead"), DutyRow(1, 0, 1, other, "support")])
        units.write_duties(store, 1, [DutyRow(1, 0, 0, one, "lead"), DutyRow(2, 0, 0, one, "support")])
        units.drop_unused_names(store)
    assert units.duties(store, 1) == [DutyRow(1, 0, 0, one, "lead"), DutyRow(2, 0, 0, one, "support")]
    assert [row.name for row in units.names(store)] == ["区财政局"]
    assert (
        units.mentions(store, 1, 2) == units.mentions_of(store, [one]) == [(1, 1, one, "lead"), (1, 2, one, "support")]
    )


def test_that_only_duties_that_differ_are_written(store: Store) -> None:
    with store.write():
        number = units.put_name(store, named("区财政局"))
        rows = [DutyRow(i, 0, 0, number, "lead") for i in range(100)]
        units.write_duties(store, 1, rows)
        before = store.connection.total_changes
        units.write_duties(store, 1, [*rows[:50], rows[50]._replace(duty="support"), *rows[51:]])
        assert store.connection.total_changes - before == 2


def test_that_what_hangs_on_a_document_goes_with_it(store: Store) -> None:
    with store.write() as database:
        number = units.put_name(store, named("区财政局"))
        for document in (1, 2):
            units.write_duties(store, document, [DutyRow(1, 0, 0, number, "lead")])
            corrections.insert(database, document, corrected(str(document)))
        database.execute("DELETE FROM documents WHERE number = 1")
    assert units.mentions(store, 1, 2) == [(2, 1, number, "lead")]
    assert corrections.of_document(store, 1) == []
    assert corrections.of_document(store, 2) == [corrected("2")]


def test_that_corrections_come_in_the_order_they_were_made_and_only_whole(store: Store) -> None:
    with store.write() as database:
        for uuid in "cab":
            corrections.insert(database, 1, corrected(uuid))
    assert [row.uuid for row in corrections.of_document(store, 1)] == ["c", "a", "b"]
    assert corrections.damaged(store) == []
    with store.write() as database:
        corrections.delete(database, 2, "c")
        corrections.delete(database, 1, "b")
        database.execute("UPDATE corrections SET role = '牵头单位' WHERE uuid = 'a'")
    assert [row.uuid for row in corrections.of_document(store, 1)] == ["c"]
    assert corrections.damaged(store) == [(2, 1)]


def test_that_a_correction_comes_back_to_its_place_unless_that_is_taken(store: Store) -> None:
    with store.write() as database:
        for uuid in "ab":
            corrections.insert(database, 1, corrected(uuid))
        place = corrections.delete(database, 1, "a")
        assert corrections.delete(database, 1, "a") is None
        corrections.insert(database, 1, corrected("c"))
        corrections.insert(database, 1, corrected("a"), place)
        corrections.insert(database, 1, corrected("d"), place)
    assert [row.uuid for row in corrections.of_document(store, 1)] == ["a", "b", "c", "d"]


def test_that_a_correction_is_not_taken_for_one_of_another_document(store: Store) -> None:
    with store.write() as database:
        corrections.insert(database, 1, corrected("a"))
        database.execute("UPDATE corrections SET document = 2")
    assert corrections.of_document(store, 2) == []
    assert corrections.damaged(store) == [(1, 2)]


def test_that_a_list_is_replaced_as_a_whole(store: Store) -> None:
    rows = [RosterRow("乙", "", "[]", 1, "[]"), RosterRow("甲", "", "[]", 2, "[]")]
    for wanted in (rows[:1], rows, []):
        with store.write() as database:
            roster.replace_roster(database, wanted)
        assert roster.roster(store) == wanted
    assert roster.damaged(store) == []


def test_that_there_is_one_decision_about_two_names_of_a_place(store: Store) -> None:
    first = SameRow("甲", "乙", "", 1, "2025-01-01")
    elsewhere = first._replace(jurisdiction="上海市//")
    turned = SameRow("乙", "甲", "", 0, "2025-01-02")
    with store.write() as database:
        for row in (first, elsewhere, turned):
            roster.decide(database, row)
    assert roster.same(store) == [elsewhere, turned]
    with store.write() as database:
        roster.forget(database, "甲", "乙", "")
    assert roster.same(store) == [elsewhere]
