from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import corrections as table
from db import units as unit_table
from reader.units.corrections import Correction, correction

if TYPE_CHECKING:
    from db.corrections import CorrectionRow
    from reader.library.library import Library

FIRST, SECOND, LAST = "二、/(一)", "二、/(二)", "三、"


@pytest.fixture
def document(add_text) -> int:
    return add_text()


def about(library: Library, number: int, op: str, of: str, /, path: str | None = None, **what: str) -> Correction:
    document = library.documents.open(number)
    section = next((s for s in document.outline.sections if s.path == path), None)
    unit, assignment = next((u, a) for a in document.assignments for u in a.units if u.name == of)
    return correction(op, unit, assignment, document.reading, section=section, **what)


def shown(library: Library, number: int) -> list[tuple[str, str, str]]:
    """Return every unit with its clause and role, as the library has it on the disk."""
    library.documents.drop_cache()
    return [(a.path, a.role, u.name) for a in library.documents.open(number).assignments for u in a.units]


def uuids(library: Library, number: int) -> list[str]:
    return [one.uuid for one in library.units.corrections(number)]


def stored_names(library: Library) -> set[str]:
    return {row.name for row in unit_table.names(library._store)}


def test_that_a_change_takes_back_and_makes_in_one_write(library: Library, document: int) -> None:
    first = about(library, document, "rename", "区财政局", name="区审计局")
    other = about(library, document, "remove", "区人力资源社会保障局")
    library.units.change(document, (first, other))
    before = library._store.seq
    second = first._replace(uuid="second", name="区统计局")
    third = about(library, document, "role", "区科技经济委", role="牵头单位")
    changes = library.units.change(document, (second, third), (first.uuid, other.uuid))
    assert (changes.documents, changes.kinds) == ({document}, {"units"})
    assert library._store.seq == before + 1
    assert library.units.corrections(document) == (second, third)
    assert shown(library, document) == [
        (FIRST, "责任单位", "区统计局"), (FIRST, "牵头单位", "区科技经济委"), (SECOND, "责任单位", "区人力资源社会保障局"),
    ]  # fmt: skip


def test_that_a_change_that_fails_midway_leaves_what_was_decided(
    library: Library, document: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = about(library, document, "rename", "区财政局", name="区审计局")
    library.units.correct(document, first)
    before, insert = shown(library, document), table.insert

    def failing(database: object, number: int, row: CorrectionRow, *place: int | None) -> None:
        if row.uuid == "third":
            raise ZeroDivisionError
        insert(database, number, row, *place)  # type: ignore[arg-type]

    monkeypatch.setattr(table, "insert", failing)
    made = [first._replace(uuid=uuid, name="区统计局") for uuid in ("second", "third")]
    with pytest.raises(ZeroDivisionError):
        library.units.change(document, made, (first.uuid,))
    assert library.units.corrections(document) == (first,)
    assert library.documents.open(document).corrections == (first,)
    assert shown(library, document) == before


def test_that_nothing_is_written_where_nothing_changes(library: Library, document: int) -> None:
    made = about(library, document, "remove", "区财政局")
    library.units.correct(document, made)
    before = library._store.seq
    library.units.change(document)
    library.units.change(document, (made,))
    assert library._store.seq == before


def test_that_what_was_decided_after_a_correction_still_prevails_when_that_comes_back(
    library: Library, document: int
) -> None:
    one = about(library, document, "rename", "区财政局", name="区审计局")
    two = one._replace(uuid="two", name="区统计局")
    library.units.correct(document, one)
    library.units.correct(document, two)
    before = shown(library, document)
    library.units.withdraw(document, one.uuid)
    library.units.correct(document, one)
    assert uuids(library, document) == [one.uuid, two.uuid]
    assert shown(library, document) == before
    assert (FIRST, "责任单位", "区统计局") in before


def test_that_a_move_made_anew_and_undone_leaves_the_role_given_after_it(library: Library, document: int) -> None:
    move = about(library, document, "move", "区财政局", path=SECOND)
    library.units.correct(document, move)
    role = about(library, document, "role", "区财政局", role="牵头单位")
    library.units.correct(document, role)
    before = shown(library, document)
    again = about(library, document, "move", "区财政局", path=LAST)
    for _ in range(2):  # and redone
        library.units.change(document, (again,), (move.uuid,))
        after = shown(library, document)
        library.units.change(document, (move,), (again.uuid,))
        assert shown(library, document) == before
    assert uuids(library, document) == [move.uuid, role.uuid]
    assert (SECOND, "牵头单位", "区财政局") in before
    assert (LAST, "牵头单位", "区财政局") in after


def test_that_several_taken_back_at_once_come_back_in_their_order(library: Library, document: int) -> None:
    made = [about(library, document, "rename", "区财政局", name=f"区{word}局") for word in ("审计", "统计", "民政")]
    library.units.change(document, made)
    library.units.change(document, (), [one.uuid for one in made[:2]])
    library.units.change(document, (made[1], made[0]))
    assert library.units.corrections(document) == tuple(made)


def test_that_a_name_corrected_away_is_forgotten_and_comes_back(library: Library, document: int) -> None:
    before = stored_names(library)
    made = about(library, document, "rename", "区财政局", name="区审计局")
    library.units.correct(document, made)
    assert stored_names(library) == before - {"区财政局"} | {"区审计局"}
    library.units.withdraw(document, made.uuid)
    assert stored_names(library) == before


def test_that_no_names_are_paired_that_were_corrected_away(library: Library, document: int, add_text) -> None:
    number = add_text("一、办事。（责任单位：区财政局、区财政）\n", "别的.txt")
    assert ["区财政", "区财政局"] in [sorted((p.one, p.other)) for p in library.units.proposals()]
    library.units.correct(number, about(library, number, "rename", "区财政", name="区财政局"))
    assert library.units.proposals() == ()


def test_that_names_in_the_bin_only_are_paired_when_they_come_out(library: Library, document: int, add_text) -> None:
    number = add_text("一、办事。（责任单位：区财政局、区财政）\n", "别的.txt")
    proposals = library.units.proposals()
    assert proposals
    library.documents.bin(number)
    assert library.units.proposals() == ()
    library.documents.unbin(number)
    assert library.units.proposals() == proposals


def test_that_a_name_read_as_another_kind_has_that_kind_in_the_ledger(library: Library, document: int) -> None:
    with library._store.write() as database:  # as an older version of the program read it
        database.execute("UPDATE unit_names SET kind = 'group' WHERE name = '区财政局'")
    library.documents.rederive(document)
    assert {unit.name: unit.kind for unit in library.units.ledger().units}["区财政局"] == "organ"
    assert len(unit_table.names(library._store)) == len(stored_names(library))
