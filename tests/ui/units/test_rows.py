from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.units.rows import RowFilter, clause_rows, unit_names, unit_rows, usual_role
from tests.ui.builders import Clause, Duty, document, duty

NAMES = ("区科技经济委", "杨浦海关", "区数据局", "区商务委", "区财政局")


def clauses_of(*duties, own=()):
    made = tuple(Clause(0, f"{i}.", f"条{i}", "正文", one) for i, one in enumerate(duties, 1))
    return clause_rows(document(made), own)


def test_that_clauses_come_in_the_order_of_the_document_with_their_roles():
    rows = clauses_of(duty("区商务委", role="牵头单位") + duty("杨浦海关", role="配合单位"), (), duty("区数据局"))
    assert [(row.marker, [d.role for d in row.duties]) for row in rows] == [
        ("1.", ["牵头单位", "配合单位"]),
        ("3.", ["责任单位"]),
    ]


def test_that_a_mention_leads_to_its_name_in_the_text():
    opened = document()
    for row in clause_rows(opened):
        for mention in row.mentions:
            assert mention.span.text(opened.reading.simplified) == mention.raw


def test_that_a_restored_name_keeps_the_raw_text():
    rows = clauses_of(duty(("中国人民银行上海总部", "中国人民银行上??偛?")))
    assert rows[0].mentions[0].restored
    assert rows[0].mentions[0].raw == "中国人民银行上??偛?"


def test_that_own_units_come_first_then_those_with_most_clauses_then_as_they_appear():
    rows = clauses_of(duty("甲局", "乙局"), duty("乙局"), duty("丙局"), own=("丙局",))
    assert [row.name for row in unit_rows(rows)] == ["丙局", "乙局", "甲局"]


def test_that_below_a_unit_only_its_own_duties_are_kept():
    rows = clauses_of(duty("区商务委", role="牵头单位") + duty("杨浦海关", role="配合单位"))
    (place,) = next(row for row in unit_rows(rows) if row.name == "杨浦海关").clauses
    assert [(d.role, [m.name for m in d.mentions]) for d in place.duties] == [("配合单位", ["杨浦海关"])]


def test_that_the_usual_role_is_the_one_most_used():
    rows = clauses_of(duty("甲局", role="责任部门"), duty("乙局"), duty("丙局"))
    assert usual_role(rows) == "责任单位"
    assert usual_role(()) == ""


def test_that_filtering_by_a_unit_keeps_all_its_clauses():
    found = RowFilter(clauses_of(duty("甲局", "乙局"), duty("乙局"))).units("乙")
    assert [(row.name, len(row.clauses)) for row in found] == [("乙局", 2)]


def test_that_filtering_by_a_heading_keeps_each_unit_with_that_clause_only():
    found = RowFilter(clauses_of(duty("甲局", "乙局"), duty("乙局"))).units("条2")
    assert [(row.name, [c.heading for c in row.clauses]) for row in found] == [("乙局", ["条2"])]


def test_that_filtering_by_clause_takes_words_of_any_kind_together():
    found = RowFilter(clauses_of(duty("甲局", role="牵头单位"), duty("甲局"), duty("乙局", role="牵头单位")))
    assert [row.heading for row in found.clauses("牵头 甲局")] == ["条1"]


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), max_size=8))
def test_that_turning_the_list_round_loses_and_invents_nothing(lists):
    rows = clauses_of(*(duty(*names) for names in lists))
    by_clause = {(row.section, m.name) for row in rows for m in row.mentions}
    by_unit = {(clause.section, unit.name) for unit in unit_rows(rows) for clause in unit.clauses}
    assert by_clause == by_unit
    assert set(unit_names(rows)) == {name for names in lists for name in names}


def test_that_open_ended_lists_are_known_as_such():
    assert clauses_of((Duty("责任单位", ("甲局",), True),))[0].duties[0].open_ended
