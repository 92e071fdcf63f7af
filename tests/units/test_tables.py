"""Tables pasted as text."""

from __future__ import annotations

import pytest

from tests.units.texts import assignments

BODY = "某市工作方案\n一、任务\n1.深化改革。支持试点。\n二、保障\n加强领导。\n附件1\n重点任务分工表\n"


def read(table: str):
    text = BODY + table + "\n"
    return [
        (a.path, a.role, [(u.name, u.duty.value) for u in a.units], a.source, a.covers and a.covers.text(text))
        for a in assignments(text)
    ]


@pytest.mark.parametrize("gap", ["\t", "   ", "\u3000\u3000", " | "])
def test_that_the_cells_of_a_row_are_read_by_the_head(gap):
    table = "\n".join(gap.join(row) for row in (
        ("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
        ("1", "推进共享，建设平台。", "市数据局", "市财政局、民政局", "2027年底"),
        ("2", "优化服务", "市政务服务局", "各区政府", "持续推进"),
    ))  # fmt: skip
    assert read(table) == [
        ("附件1", "牵头单位", [("市数据局", "lead")], "table", "推进共享，建设平台。"),
        ("附件1", "责任单位", [("市财政局", "support"), ("市民政局", "support")], "table", "推进共享，建设平台。"),
        ("附件1", "牵头单位", [("市政务服务局", "lead")], "table", "优化服务"),
        ("附件1", "责任单位", [("各区政府", "support")], "table", "优化服务"),
    ]


def test_that_an_empty_cell_names_no_one():
    assert read("序号\t任务\t牵头单位\t配合单位\n1\t推进共享\t市数据局\t\n2\t优化服务\t\t市民政局") == [
        ("附件1", "牵头单位", [("市数据局", "lead")], "table", "推进共享"),
        ("附件1", "配合单位", [("市民政局", "support")], "table", "优化服务"),
    ]


def test_that_a_merged_first_cell_does_not_shift_the_row():
    rows = read("任务类别\t重点任务\t责任单位\n数据\t推进共享\t市数据局\n开放平台\t市民政局")
    assert [(row[2][0][0], row[4]) for row in rows] == [("市数据局", "数据\t推进共享"), ("市民政局", "开放平台")]


def test_that_rows_with_a_marker_are_sections_of_their_own():
    rows = read("序号　任务　　责任单位\n1.　推进共享　　市数据局\n2.　优化服务　　市民政局")
    assert [(row[0], row[2][0][0], row[4]) for row in rows] == [
        ("附件1/1.", "市数据局", "推进共享"),
        ("附件1/2.", "市民政局", "优化服务"),
    ]


def test_that_verbs_within_a_cell_are_read():
    rows = read("序号\t任务\t责任单位\n1\t推进共享\t市数据局牵头，市民政局配合")
    assert [row[1:3] for row in rows] == [("牵头", [("市数据局", "lead")]), ("配合", [("市民政局", "support")])]


@pytest.mark.parametrize("note", ["注：排第一位的为牵头单位。"])
def test_that_a_note_at_the_foot_ranks_the_table(note):
    rows = read(f"序号\t任务\t责任单位\n1\t推进共享\t市数据局、市民政局\n{note}")
    assert rows[0][2] == [("市数据局", "lead"), ("市民政局", "support")]


def test_that_the_head_may_say_who_leads():
    rows = read("序号\t任务\t责任单位（列首位的为牵头单位）\n1\t推进共享\t市数据局、市民政局")
    assert rows[0][2] == [("市数据局", "lead"), ("市民政局", "support")]


def test_that_a_cell_that_names_no_unit_is_not_read():
    assert read("序号\t任务\t责任单位\n1\t推进共享\t另行确定\n2\t优化服务\t2027年底") == []


def test_that_the_text_behind_a_table_is_read_again():
    text = BODY + "序号\t任务\t责任单位\n1\t推进共享\t市数据局\n附件2\n有关事项\n1.优化服务。（责任单位：市民政局）\n"
    assert [(a.path, a.source) for a in assignments(text)] == [("附件1", "table"), ("附件2/1.", "bracket")]
