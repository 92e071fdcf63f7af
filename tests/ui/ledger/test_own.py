from __future__ import annotations

import pytest

from reader.library.ingest import import_paths
from reader.ui.ledger.own import OwnGroup, own_documents, own_group

NOTICE = """上海市杨浦区人民政府办公室关于做好防汛工作的通知

一、主要任务

（一）检查泵站。（责任单位：区水务局）

（二）储备物资。（责任单位：各有关部门）

（三）组成专班。（组长单位：区水务局；成员单位：区财政局）
"""


def found(library, *words: str):
    ledger = library.units.ledger()
    own = library.units.own_keys(words)
    return own_documents(library.units.own_counts(words), ledger, own)


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("杨浦区水务局", ["上海市杨浦区"]),
        ("区水务局", ["上海市徐汇区", "上海市杨浦区"]),
        ("市民政局", ["上海市"]),
        ("区体育局", []),
    ],
)
def test_that_an_own_unit_is_found_in_the_ledger(library, word, places):
    ledger = library.units.ledger()
    own = library.units.own_keys((word,))
    assert sorted(unit.jurisdiction for unit in ledger.units if unit.key in own) == places


def test_that_the_documents_come_by_date_with_their_groups(library):
    documents = found(library, "杨浦区水务局")
    assert [(one.total, dict(one.clauses)) for one in documents] == [(3, {OwnGroup.PART: 3}), (1, {OwnGroup.LOCAL: 1})]
    assert dict(found(library, "徐汇区水务局")[0].clauses) == {OwnGroup.LEAD: 1}


def test_that_what_goes_to_all_departments_of_the_place_is_looked_up_too(library, tmp_path):
    file = tmp_path / "防汛.txt"
    file.write_text(NOTICE, encoding="utf-8")
    number = import_paths(library, [file]).imported[0].number
    [notice] = [one for one in found(library, "杨浦区水务局") if one.number == number]
    assert dict(notice.clauses) == {OwnGroup.PART: 1, OwnGroup.LOCAL: 1}
    [key] = notice.generic
    assert [clause.name for clause in library.units.clauses(key, number)] == ["各有关部门"]
    assert number not in [one.number for one in found(library, "徐汇区水务局")]


def test_that_each_clause_falls_into_its_group_and_a_member_into_none(library, tmp_path):
    file = tmp_path / "防汛.txt"
    file.write_text(NOTICE, encoding="utf-8")
    number = import_paths(library, [file]).imported[0].number
    clauses = library.units.own_clauses(("杨浦区水务局",), number)
    assert [(clause.heading, own_group(clause)) for clause in clauses] == [
        ("检查泵站", OwnGroup.PART),
        ("组成专班", None),
    ]
    [led] = library.units.own_clauses(("徐汇区水务局",), 2)
    assert own_group(led) is OwnGroup.LEAD
    [local] = library.units.own_clauses(("杨浦区水务局",), 3)
    assert own_group(local) is OwnGroup.LOCAL
