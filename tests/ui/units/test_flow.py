from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.units.flow import MARK, Piece, flow, pieces
from reader.ui.units.rows import clause_rows
from reader.units.assignment import Duty as Does
from tests.ui.builders import Clause, document, duty


def wide(text):
    return 10 * len(text)


def said(*duties, usual="责任单位"):
    (row,) = clause_rows(document((Clause(0, "一、", "条", "正文", sum(duties, ())),)))
    return "".join(piece.text + piece.tail for piece in pieces(row, usual))


def test_that_the_usual_role_goes_without_saying_and_another_does_not():
    assert said(duty("甲局", "乙局")) == "甲局、乙局"
    assert said(duty("甲局", role="责任部门")) == "责任部门：甲局"


def test_that_several_roles_are_all_named():
    both = duty("甲局"), duty("乙局", role="配合单位")
    assert said(*both) == "责任单位：甲局配合单位：乙局"


def test_that_an_open_end_and_a_restored_name_are_shown():
    assert said(duty("甲局", open_ended=True)) == "甲局等"
    assert (
        said(duty(("中国人民银行上海总部", "中国人民银行上??"), "乙局")) == "中国人民银行上海总部（据名录还原）、乙局"
    )


def test_that_a_role_begins_a_new_line():
    lines = [
        p.line for p in flow([Piece("甲局", "unit"), Piece("配合单位：", "role"), Piece("乙局", "unit")], 500, wide)
    ]
    assert lines == [0, 1, 1]


def changed(units, *duties, note=None):
    opened = document((Clause(0, "一、", "条", "正文", sum(duties, ())),))
    [one] = opened.assignments
    one = one._replace(units=tuple(u._replace(**units.get(u.name, {})) for u in one.units), note=note)
    (row,) = clause_rows(replace(opened, assignments=(one,)))
    return pieces(row, "责任单位")


def test_that_groups_keep_the_comma_between_them_and_a_ranked_unit_says_so():
    shown = changed({"甲局": {"duty": Does.LEAD}, "丙局": {"group": 1}}, duty("甲局", "乙局", "丙局"), note=(0, 4))
    assert "".join(piece.text + piece.tail for piece in shown) == "甲局（牵头）、乙局，丙局"


def test_that_a_corrected_unit_takes_the_room_of_its_mark():
    plain, corrected = (
        flow(changed({"甲局": {"by_user": by_user}}, duty("甲局", "乙局")), 500, wide) for by_user in (False, True)
    )
    assert corrected[1].x - plain[1].x == MARK


@given(st.lists(st.integers(1, 30), min_size=1, max_size=20), st.integers(20, 300))
def test_that_names_never_overlap_nor_leave_the_width(lengths, width):
    placed = flow([Piece("名" * n, "unit") for n in lengths], width, wide)
    for one, following in pairwise(placed):
        assert following.line > one.line or following.x >= one.x + one.width
    assert all(p.x + p.width <= width for p in placed)
    assert [p.piece.text for p in placed] == ["名" * n for n in lengths]
