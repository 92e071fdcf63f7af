from __future__ import annotations

import pytest

from reader.progress import Cancelled
from reader.ui.ledger.matrix import Group, LedgerIndex, Wish
from reader.units.assignment import Duty

YANGPU, XUHUI, SHANGHAI = Group("上海市杨浦区"), Group("上海市徐汇区"), Group("上海市")
GENERIC = Group("", generic=True)


@pytest.fixture
def index(library) -> LedgerIndex:
    return LedgerIndex(library.units.ledger())


def names(matrix) -> list[str]:
    return [row.unit.name for row in matrix.rows if row.unit]


def titles(matrix) -> list[str]:
    return [document.title for document in matrix.documents]


def test_that_units_stand_by_place_with_those_that_are_nobodys_own_last(index):
    assert index.groups == (SHANGHAI, YANGPU, XUHUI, GENERIC)
    rows = index.matrix(Wish()).rows
    assert [row.group for row in rows if row.unit is None] == [SHANGHAI, YANGPU, XUHUI, GENERIC]
    assert [row.unit.name for row in rows if row.unit and row.group == YANGPU] == [
        "区民政局",
        "区财政局",
        "区水务局",
        "区绿化市容局",
    ]
    assert [(row.unit.name, row.aside) for row in rows if row.unit and row.group == GENERIC] == [("各区政府", "上海市")]


def test_that_the_own_unit_brings_its_place_and_its_documents_to_the_front(library):
    ledger = library.units.ledger()
    own = next(unit.key for unit in ledger.units if unit.name == "区水务局" and "徐汇" in unit.jurisdiction)
    matrix = LedgerIndex(ledger, frozenset((own,))).matrix(Wish())
    assert matrix.rows[0].group == XUHUI
    assert [row.unit.key for row in matrix.rows if row.own] == [own]
    assert "河道" in titles(matrix)[0]


def test_that_documents_with_most_to_do_stand_first_or_the_newest(index):
    assert [title[:6] for title in titles(index.matrix(Wish()))] == ["上海市杨浦区", "上海市人民政", "上海市徐汇区"]
    dates = [document.issued_on for document in index.matrix(Wish(newest_first=True)).documents]
    assert dates == ["2025-03-06", "2024-05-08", "2023-02-01"]


def test_that_totals_are_the_sums_of_the_cells(index):
    matrix = index.matrix(Wish())
    for number, row in enumerate(matrix.rows):
        cells = [matrix.cell(number, column) for column in range(len(matrix.documents))]
        assert sum(sum(cell.values()) for cell in cells) == sum(row.counts.values())
    for column, document in enumerate(matrix.documents):
        cells = [matrix.cell(number, column) for number in range(len(matrix.rows))]
        assert sum(sum(cell.values()) for cell in cells) == sum(matrix.totals[document.number].values())
    assert dict(matrix.total) == {Duty.LEAD: 2, Duty.SUPPORT: 3, Duty.RESPONSIBLE: 6}
    assert matrix.units == 9


@pytest.mark.parametrize(
    ("wish", "units", "documents"),
    [
        (Wish(units="水务"), 2, 2),
        (Wish(units="水務 徐汇"), 1, 1),
        (Wish(documents="2024"), 2, 1),
        (Wish(documents="沪府发"), 3, 1),
        (Wish(group=XUHUI), 2, 1),
        (Wish(group=GENERIC), 1, 1),
        (Wish(duty=Duty.LEAD), 2, 2),
        (Wish(duty=Duty.SUPPORT, group=YANGPU), 2, 1),
        (Wish(units="没有的"), 0, 0),
        (Wish(own_only=True), 0, 0),
    ],
)
def test_that_a_filter_leaves_only_what_it_names(index, wish, units, documents):
    matrix = index.matrix(wish)
    assert (matrix.units, len(matrix.documents)) == (units, documents)
    assert all(row.counts for row in matrix.rows if row.unit)


def test_that_with_a_duty_only_that_is_counted(index):
    matrix = index.matrix(Wish(duty=Duty.SUPPORT, units="水务 杨浦"))
    [row] = [row for row in matrix.rows if row.unit]
    assert dict(row.counts) == dict(matrix.total) == dict(matrix.cell(1, 0)) == {Duty.SUPPORT: 1}


def test_that_a_matrix_nobody_waits_for_is_not_finished(index):
    def check() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        index.matrix(Wish(), check)


def test_that_units_of_an_unknown_place_are_told_apart_by_their_document(library, tmp_path):
    from reader.library.ingest import import_paths

    file = tmp_path / "通知.txt"
    file.write_text(
        "关于做好夏季用电的通知\n\n一、保障供电\n\n完成检修。（责任单位：用电服务中心）\n", encoding="utf-8"
    )
    import_paths(library, [file])
    rows = LedgerIndex(library.units.ledger()).matrix(Wish(units="用电服务")).rows
    assert [(row.group.place, row.aside) for row in rows if row.unit] == [("", "关于做好夏季用电的通知")]
