from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import units
from reader.library.ledger import Ledger
from reader.library.library import Library
from reader.library.own import OwnCount
from reader.units.assignment import Duty
from reader.units.corrections import correction
from reader.units.identity import Same
from reader.units.jurisdiction import Jurisdiction
from reader.units.roster import RosterEntry

if TYPE_CHECKING:
    from collections.abc import Callable

PLAN = """杨浦区人民政府关于优化滨江环境的实施方案

一、主要任务

（一）整治岸线。到2027年底，完成岸线修复。（牵头单位：区绿化市容局；配合单位：区水务局、区财政局）

（二）完善服务。新建社区食堂12个。（责任单位：区民政局、区水务局）

（三）加强巡查。每季度巡查一次。（责任单位：区水务局、区水务局）

二、保障措施

（一）落实资金。（牵头单位：区财政局）
"""
OTHER = """徐汇区人民政府关于改善河道水质的实施方案

一、主要任务

（一）治理河道。完成清淤。（牵头单位：区水务局；配合单位：区财政局）
"""
CITY = """上海市人民政府关于加强基层治理的意见

一、主要任务

（一）健全网络。（责任单位：市民政局、各区政府）

（二）保障经费。（责任单位：市财政局）
"""


@pytest.fixture
def plan(add_text: Callable[..., int]) -> int:
    return add_text(PLAN, "方案.txt")


@pytest.fixture
def other(add_text: Callable[..., int]) -> int:
    return add_text(OTHER, "其他.txt")


@pytest.fixture
def city(add_text: Callable[..., int]) -> int:
    return add_text(CITY, "意见.txt")


def counts(ledger: Ledger, number: int) -> dict[str, dict[Duty, int]]:
    """Return the cells of a document by the unit's name."""
    names = {unit.key: unit.name for unit in ledger.units}
    return {names[key]: dict(found) for (key, document), found in ledger.cells.items() if document == number}


def key_of(library: Library, name: str, place: str) -> str:
    return next(u.key for u in library.units.ledger().units if u.name == name and place in u.jurisdiction)


def test_that_the_ledger_counts_clauses_by_duty(library: Library, plan: int) -> None:
    ledger = library.units.ledger()
    assert counts(ledger, plan) == {
        "区绿化市容局": {Duty.LEAD: 1},
        "区水务局": {Duty.SUPPORT: 1, Duty.RESPONSIBLE: 2},
        "区财政局": {Duty.LEAD: 1, Duty.SUPPORT: 1},
        "区民政局": {Duty.RESPONSIBLE: 1},
    }
    assert [(one.number, one.title) for one in ledger.documents] == [(plan, "杨浦区人民政府关于优化滨江环境的实施方案")]


def test_that_units_of_two_places_are_two(library: Library, plan: int, other: int) -> None:
    found = [u for u in library.units.ledger().units if u.name == "区水务局"]
    assert sorted(unit.jurisdiction for unit in found) == ["上海市徐汇区", "上海市杨浦区"]
    assert [unit.documents for unit in found] == [1, 1]
    assert {unit.counts.get(Duty.LEAD, 0) for unit in found} == {0, 1}


def test_that_units_of_documents_of_unknown_places_are_not_taken_for_one(library: Library, add_text) -> None:
    for task in ("整治岸线", "清理河道"):
        add_text(
            f"关于{task}的实施方案\n\n一、主要任务\n\n（一）{task}。完成任务。（责任单位：市水务局）\n", f"{task}.txt"
        )
    found = [u for u in library.units.ledger().units if u.name == "市水务局"]
    assert [(unit.documents, unit.jurisdiction) for unit in found] == [(1, ""), (1, "")]


def test_that_totals_are_the_sums_of_the_cells(library: Library, plan: int, other: int, city: int) -> None:
    ledger = library.units.ledger()
    for unit in ledger.units:
        cells = [found for (key, _), found in ledger.cells.items() if key == unit.key]
        assert {duty: sum(c.get(duty, 0) for c in cells) for duty in unit.counts} == dict(unit.counts)
        assert len(cells) == unit.documents


def test_that_documents_in_the_bin_or_not_asked_for_do_not_count(library: Library, plan: int, other: int) -> None:
    both = library.units.ledger()
    assert {number for _, number in library.units.ledger([other]).cells} == {other}
    library.documents.bin(plan)
    ledger = library.units.ledger()
    assert [one.number for one in ledger.documents] == [other]
    assert {number for _, number in ledger.cells} == {other}
    library.documents.unbin(plan)
    assert library.units.ledger() == both


def test_that_an_empty_library_has_an_empty_ledger(library: Library, add_text) -> None:
    assert library.units.ledger() == Ledger((), (), {})
    add_text("一、总体要求\n没有责任单位。\n")
    assert library.units.ledger() == Ledger((), (), {})


def test_that_the_clauses_behind_a_cell_are_as_many_as_it_counts(library: Library, plan: int, other: int) -> None:
    ledger = library.units.ledger()
    for (key, number), found in ledger.cells.items():
        for duty, count in found.items():
            assert len(library.units.clauses(key, number, duty)) == count
        assert len(library.units.clauses(key, number)) == sum(found.values())
    for unit in ledger.units:
        assert len(library.units.clauses(unit.key)) == sum(unit.counts.values())


def test_that_a_clause_tells_where_and_by_when(library: Library, plan: int) -> None:
    (clause,) = library.units.clauses(key_of(library, "区绿化市容局", "杨浦"), plan, Duty.LEAD)
    assert (clause.path, clause.label, clause.heading, clause.role) == ("一、/(一)", "一（一）", "整治岸线", "牵头单位")
    assert (clause.document, clause.name, clause.raw, clause.restored) == (plan, "区绿化市容局", "区绿化市容局", False)
    assert clause.span.text(library.documents.open(plan).reading.simplified) == "区绿化市容局"
    assert any("2027年底" in deadline for deadline in clause.deadlines)


def test_that_looking_into_clauses_leaves_the_documents_that_are_open_in_reach(
    library: Library, plan: int, add_text
) -> None:
    for i in range(6):
        add_text(PLAN.replace("社区食堂12个", f"社区食堂{20 + i}个"), f"{i}.txt")
    opened = library.documents.open(plan)
    assert len(library.units.clauses(key_of(library, "区民政局", "杨浦"))) == 7
    assert library.documents.open(plan).reading is opened.reading


def test_that_a_ledger_in_steps_is_that_of_the_library_as_it_is_at_the_end(
    library: Library, plan: int, other: int
) -> None:
    run, steps = library.units.begin_ledger(), 0
    while run.step(0):
        steps += 1
        if steps == 2:
            library.documents.bin(plan)
    assert steps > 2
    assert run.result == library.units.ledger()


def test_that_a_ledger_ends_however_often_something_is_written(library: Library, plan: int) -> None:
    run = library.units.begin_ledger()
    for _ in range(100):
        if not run.step(0):
            break
        library.documents.bin(plan)
        library.documents.unbin(plan)
    assert run.result == library.units.ledger()


def test_that_own_clauses_are_counted_once(library: Library, plan: int, other: int) -> None:
    assert library.units.own(plan, ["杨浦区水务局"]) == OwnCount(3, support=1, responsible=2)
    assert library.units.own(plan, ["杨浦区水务局", "杨浦区财政局"]) == OwnCount(4, lead=1, support=1, responsible=2)
    assert library.units.own(other, ["杨浦区水务局"]) == OwnCount()
    assert library.units.own(plan, ["区体育局"]) == library.units.own(plan, []) == OwnCount()


def test_that_an_own_unit_without_a_place_is_meant_in_each_document(library: Library, plan: int, other: int) -> None:
    assert library.units.own_counts(["区水务局"]) == {
        plan: OwnCount(3, support=1, responsible=2),
        other: OwnCount(1, lead=1),
    }


def test_that_the_offices_list_tells_the_place_of_an_own_unit(library: Library, plan: int, other: int) -> None:
    library.units.set_roster([RosterEntry("上海市杨浦区水务局", "区水务局", rank=1)])
    assert library.units.own_counts(["区水务局"]).keys() == {plan}


def test_that_a_district_falls_under_what_the_city_lays_on_all_districts(
    library: Library, plan: int, city: int
) -> None:
    assert library.units.own(city, ["杨浦区民政局"]) == OwnCount(1, local=1)
    assert library.units.own(city, ["区民政局"]) == OwnCount(1, local=1)
    assert library.units.own(city, ["上海市民政局"]) == OwnCount(1, responsible=1)
    assert [c.name for c in library.units.own_clauses(["杨浦区民政局"], city)] == ["各区政府"]


def test_that_own_counts_leave_the_bin_out_and_follow_corrections(library: Library, plan: int, other: int) -> None:
    library.documents.bin(other)
    assert library.units.own_counts(["区水务局"]).keys() == {plan}
    opened = library.documents.open(plan)
    found = next((u, a) for a in opened.assignments for u in a.units if u.name == "区水务局" and a.role == "配合单位")
    library.units.correct(plan, correction("remove", *found, opened.reading))
    assert library.units.own(plan, ["区水务局"]) == OwnCount(2, responsible=2)


def test_that_the_offices_list_comes_back_as_it_was_set(library: Library) -> None:
    entries = (
        RosterEntry("上海市杨浦区财政局", "区财政局", ("区财税局",), 1, ("市财政局",)),
        RosterEntry("上海市杨浦区水务局", "区水务局", (), 2, ()),
    )
    changes = library.units.set_roster(entries)
    assert (changes.documents, changes.kinds) == (frozenset(), {"roster"})
    library.close()
    with Library.open(library.path) as again:
        assert again.units.roster() == entries
        assert again.maintenance.check().ok
        again.units.set_roster(())
        assert again.units.roster() == ()


def test_that_a_list_that_could_not_be_stored_tells_no_units_apart(
    library: Library, plan: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library.units.ledger(), library.units.identifier.identify("区水务局", Jurisdiction())
    put = units.put_name

    def fail(*row: object) -> int:
        put(*row)
        raise ZeroDivisionError

    monkeypatch.setattr(units, "put_name", fail)
    with pytest.raises(ZeroDivisionError):
        library.units.set_roster([RosterEntry("上海市杨浦区水务局", "区水务局", rank=1)])
    assert library.units.roster() == ()
    assert (library.units.ledger(), library.units.identifier.identify("区水务局", Jurisdiction())) == before


def test_that_units_come_in_the_order_of_the_offices_list(library: Library, plan: int) -> None:
    order = ["区民政局", "区水务局", "区财政局", "区绿化市容局"]
    library.units.set_roster([RosterEntry(f"上海市杨浦{n}", n, rank=i) for i, n in enumerate(order, 1)])
    assert [unit.name for unit in library.units.ledger().units] == order
    library.units.set_roster([RosterEntry(f"上海市杨浦{n}", n, rank=i) for i, n in enumerate(reversed(order), 1)])
    assert [unit.name for unit in library.units.ledger().units] == order[::-1]


def test_that_a_decision_makes_two_names_one_unit_until_it_is_forgotten(library: Library, plan: int) -> None:
    before = library.units.ledger()
    place = "上海市//杨浦区"
    decision = Same("区水务局", "区民政局", place)
    assert library.units.decide_same(decision).kinds == {"roster"}
    assert library.units.same() == (decision,)
    assert len(library.units.ledger().units) == len(before.units) - 1
    library.units.decide_same(Same("区民政局", "区水务局", place, same=False))
    assert len(library.units.same()) == 1
    assert library.units.ledger() == before
    library.units.forget_same(decision)
    assert library.units.same() == ()


def test_that_proposals_are_about_names_of_the_library(library: Library, plan: int, add_text) -> None:
    names = {"区绿化市容局", "区水务局", "区财政局", "区民政局"}
    assert all({one.one, one.other} <= names for one in library.units.proposals())


def test_that_the_check_finds_a_list_that_was_changed(library: Library) -> None:
    library.units.set_roster([RosterEntry("上海市杨浦区财政局", rank=1), RosterEntry("上海市杨浦区水务局", rank=2)])
    library.units.decide_same(Same("甲局", "乙局", ""))
    with library._store.write() as database:
        database.execute("UPDATE roster SET full_name = '上海市杨浦区体育局' WHERE number = 1")
        database.execute("UPDATE same_units SET same = 0")
    assert [f.kind for f in library.maintenance.check().findings] == ["roster", "roster"]
    assert [entry.full_name for entry in library.units.roster()] == ["上海市杨浦区水务局"]
    assert library.units.same() == ()


def test_that_a_library_of_an_older_version_is_filled_as_it_is_derived_anew(library: Library, plan: int) -> None:
    before = library.units.ledger()
    with library._store.write() as database:
        database.execute("UPDATE readings SET derivation = 1")
        database.execute("DELETE FROM unit_duties")
        database.execute("UPDATE unit_names SET key = 'old', label = 'old'")
    assert library.units.ledger().units == ()
    for number in library.documents.stale():
        library.documents.rederive(number)
    assert library.units.ledger() == before


def test_that_what_a_whole_document_aims_at_is_no_deadline_of_a_clause(library: Library, add_text) -> None:
    add_text(
        "杨浦区人民政府关于优化滨江环境的实施方案\n\n一、主要目标\n\n到2027年底，建成示范区。（责任单位：区水务局）\n\n"
        "二、主要任务\n\n（一）整治岸线。到2026年底，完成修复。（责任单位：区水务局）\n"
    )
    found = library.units.clauses(key_of(library, "区水务局", "杨浦"))
    assert [(clause.label, clause.deadlines) for clause in found] == [("一", ()), ("二（一）", ("到2026年底",))]
