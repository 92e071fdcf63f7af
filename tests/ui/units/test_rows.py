from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.units.rows import RowFilter, clause_rows, role_names, unit_names, unit_rows, usual_role
from reader.units.assignment import Duty as Does
from tests.ui.builders import Clause, Duty, document, duty

NAMES = ("区科技经济委", "杨浦海关", "区数据局", "区商务委", "区财政局")


def clauses_of(*duties, own=()):
    made = tuple(Clause(0, f"{i}.", f"条{i}", "正文", one) for i, one in enumerate(duties, 1))
    return clause_rows(document(made), own)


def test_that_clauses_come_in_the_order_of_the_document_with_their_roles():
    rows = clauses_of(duty("区商务委", role="牵头单位") + duty("杨浦海关", role="配合单位"), (), duty("区数据局"))
    assert [(row.marker, [line.role for line in row.lines]) for row in rows] == [
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
    assert [(line.role, [m.name for m in line.mentions]) for line in place.lines] == [("配合单位", ["杨浦海关"])]


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
    assert clauses_of((Duty("责任单位", ("甲局",), True),))[0].lines[0].open_ended


def as_read(*duties, **changed):
    """Return the only clause, each unit changed as told: {name: {field: value}}."""
    opened = document((Clause(0, "一、", "条", "正文", sum(duties, ())),))
    changes = changed.pop("units", {})
    made = tuple(
        one._replace(units=tuple(u._replace(**changes.get(u.name, {})) for u in one.units), **changed)
        for one in opened.assignments
    )
    return clause_rows(replace(opened, assignments=made))[0]


def custom(row):
    return [[mention.name for mention in row.leads_by_custom(line)] for line in row.lines]


def test_that_custom_takes_the_first_of_a_plain_list_for_its_lead():
    assert custom(as_read(duty("甲局", "乙局"))) == [["甲局"]]


def test_that_custom_takes_all_before_the_first_comma_for_leads():
    row = as_read(duty("甲局", "乙局", "丙局"), units={"丙局": {"group": 1}})
    assert custom(row) == [["甲局", "乙局"]]
    assert [[m.name for m in group] for group in row.lines[0].groups] == [["甲局", "乙局"], ["丙局"]]


@pytest.mark.parametrize(
    "row",
    [
        lambda: as_read(duty("甲局")),
        lambda: as_read(duty("甲局", "乙局", role="按职责分工负责")),
        lambda: as_read(duty("甲局", "乙局"), units={"甲局": {"duty": Does.LEAD}}),
        lambda: as_read(duty("丙局", role="牵头单位") + duty("甲局", "乙局"), units={"丙局": {"duty": Does.LEAD}}),
        lambda: as_read(
            duty("甲局", "乙局", role="成员单位"), units={n: {"duty": Does.MEMBER} for n in ("甲局", "乙局")}
        ),
        lambda: as_read(duty("甲局", "乙局"), units={"乙局": {"by_user": True}}),
    ],
    ids=["one unit", "all by their duties", "ranked already", "another leads", "members", "corrected"],
)
def test_that_custom_says_nothing_where_the_text_or_the_user_does(row):
    assert custom(row()) == [[] for _ in row().lines]


def test_that_only_what_a_note_ranks_is_shown_as_ranked():
    leads = {"甲局": {"duty": Does.LEAD}}
    noted = as_read(duty("甲局", "乙局"), units=leads, note=(0, 4))
    assert [mention.ranked for mention in noted.mentions] == [True, False]
    assert not any(
        mention.ranked for mention in as_read(duty("甲局", role="牵头单位"), units=leads, note=(0, 4)).mentions
    )


def test_that_names_of_one_unit_are_one_row_under_the_first_of_them():
    rows = clauses_of(duty("市发改委"), duty("市发展改革委", "乙局"))
    same = {"市发改委": "1", "市发展改革委": "1"}
    [one, other] = unit_rows(rows, lambda name: same.get(name, name))
    assert (one.name, len(one.clauses), other.name) == ("市发改委", 2, "乙局")
    assert RowFilter(rows, lambda name: same.get(name, name)).count_units("") == 2


def test_that_a_unit_counts_the_clauses_it_leads():
    opened = document((
        Clause(0, "一、", "条", "正文", duty("甲局", role="牵头单位")), Clause(0, "二、", "条", "正文", duty("甲局")),
    ))  # fmt: skip
    first = opened.assignments[0]
    lead = first._replace(units=tuple(u._replace(duty=Does.LEAD) for u in first.units))
    [row] = unit_rows(clause_rows(replace(opened, assignments=(lead, *opened.assignments[1:]))))
    assert (len(row.clauses), row.leads) == (2, 1)


def test_that_an_assignment_without_units_is_no_clause():
    opened = document((Clause(0, "一、", "条", "正文", duty("甲局")),))
    assert clause_rows(replace(opened, assignments=(opened.assignments[0]._replace(units=()),))) == ()


def test_that_roles_come_with_the_most_usual_first():
    assert role_names(clauses_of(duty("甲局", role="责任部门"), duty("乙局"), duty("丙局"))) == ("责任单位", "责任部门")
