from __future__ import annotations

import pytest

from reader.export.table_layout import Merge
from reader.export.tasks import render, task_table
from reader.export.tasks_cells import FIRST_LEADS
from reader.export.tasks_table import COLUMN_TITLES, DEFAULT_COLUMNS, TaskColumn, TaskTableOptions
from reader.units.assignment import AssignedUnit
from reader.units.roster import RosterEntry
from tests.export.task_tables import OTHER, TEXT, column, other, source


def test_that_the_columns_are_those_an_office_asks_for():
    assert task_table([source()]).heads == (
        "序号", "任务类别", "重点任务", "具体举措", "牵头单位", "责任单位", "配合单位", "完成时限", "备注",
    )  # fmt: skip
    assert set(COLUMN_TITLES) == set(TaskColumn)


def test_that_each_row_tells_its_task():
    rows = [row.cells for row in task_table([source()]).rows]
    assert rows == [
        ("1", "（一）完善片区路网", "打通断头路", "2026年6月底前打通3条断头路。", "", "区建设交通委、区财政局", "", "2026年6月底前", ""),
        ("2", "（一）完善片区路网", "优化公交线路", "新辟公交线路。", "区建设交通委", "", "区公安分局、区财政局等", "", ""),
        ("3", "（二）提升环境品质", "整治河道", "清淤疏浚。", "", "区水务局", "", "", ""),
        ("4", "（二）提升环境品质", "整治河道", "种植水生植物。", "", "区绿化市容局", "", "", ""),
        ("5", "（二）提升环境品质", "规范停车秩序", "完善停车设施。", "", "区公安分局，各街镇", "", "", ""),
    ]  # fmt: skip


def test_that_rows_are_known_by_document_section_and_part():
    rows = task_table([source(number=7), other(number=9)]).rows
    assert [(r.document, r.section, r.part) for r in rows] == [
        (7, 3, 0),
        (7, 4, 0),
        (7, 6, 0),
        (7, 6, 1),
        (7, 7, 0),
        (9, 2, 0),
    ]


def test_that_cells_of_one_category_and_of_one_task_are_one():
    table = task_table([source()])
    category, task = table.columns.index(TaskColumn.CATEGORY), table.columns.index(TaskColumn.TASK)
    assert set(table.merges) == {Merge(category, 0, 1), Merge(category, 2, 4), Merge(task, 2, 3)}
    assert task_table([source()], TaskTableOptions(merged=False)).merges == ()


def test_that_one_document_gives_title_and_source():
    table = task_table([source()])
    assert table.title == "《明珠湖片区建设实施意见》任务分解表"
    assert table.source_lines == ("明府发〔2026〕3号　明珠区人民政府　2026年1月5日",)
    assert task_table([source()], TaskTableOptions(title=" 分工表 ")).title == "分工表"


def test_that_several_documents_are_told_apart():
    table = task_table([source(), other()])
    assert table.title == "任务分解表"
    assert table.heads[:2] == ("序号", "来源文件")
    assert column(table, TaskColumn.SOURCE) == [
        *["《明珠湖片区建设实施意见》（明府发〔2026〕3号）"] * 5,
        "《数据工作方案》（明府办〔2026〕9号）",
    ]
    assert column(table, TaskColumn.NUMBER) == ["1", "2", "3", "4", "5", "6"]
    assert Merge(1, 0, 4) in table.merges
    assert table.source_lines == (
        "1.《明珠湖片区建设实施意见》　明府发〔2026〕3号　明珠区人民政府　2026年1月5日",
        "2.《数据工作方案》　明府办〔2026〕9号　2026年2月1日",
    )


def test_that_cells_of_two_documents_are_never_one():
    table = task_table([source(), source()])
    assert not [m for m in table.merges if m.first < 5 <= m.last]


ROSTER = (
    RosterEntry("明珠区数据局", "区数据局", rank=1),
    RosterEntry("明珠区公安分局", "区公安分局", rank=2),
    RosterEntry("明珠区建设和交通委员会", "区建设交通委", rank=3),
)


def test_that_the_office_s_list_orders_by_the_unit_in_charge():
    table = task_table([source(), other()], TaskTableOptions(order="roster"), ROSTER)
    assert column(table, TaskColumn.TASK)[:4] == ["建设数据库", "规范停车秩序", "打通断头路", "优化公交线路"]
    assert column(table, TaskColumn.NUMBER) == ["1", "2", "3", "4", "5", "6"]


def test_that_members_of_a_body_are_out_unless_asked_for():
    assert TaskColumn.MEMBER not in task_table([source()]).columns
    asked = task_table([source()], TaskTableOptions(members=True))
    assert asked.heads[6:8] == ("配合单位", "成员单位")
    assert column(asked, TaskColumn.MEMBER)[-1] == "区财政局、区水务局"
    chosen = task_table([source()], TaskTableOptions(columns=(TaskColumn.TASK, TaskColumn.MEMBER)))
    assert column(chosen, TaskColumn.MEMBER)[-1] == "区财政局、区水务局"


def test_that_the_first_leads_only_where_the_office_says_so():
    asked = task_table([source()], TaskTableOptions(first_leads=True))
    assert column(asked, TaskColumn.LEAD) == ["区建设交通委", "区建设交通委", "", "", "区公安分局"]
    assert column(asked, TaskColumn.RESPONSIBLE) == ["区财政局", "", "区水务局", "区绿化市容局", "各街镇"]
    assert column(asked, TaskColumn.REMARK) == [FIRST_LEADS, "", "", "", FIRST_LEADS]
    assert FIRST_LEADS not in column(task_table([source()]), TaskColumn.REMARK)


def test_that_what_is_divided_by_duties_has_no_lead():
    text = "一、建库\n（一）归集数据。按月归集。（区数据局、区公安分局按职责分工负责）\n"
    table = task_table([source(text)], TaskTableOptions(first_leads=True))
    assert column(table, TaskColumn.LEAD) == [""]
    assert column(table, TaskColumn.RESPONSIBLE) == ["区数据局、区公安分局"]


def test_that_units_that_only_guide_are_a_remark_or_a_column():
    text = "一、建库\n（一）归集数据。按月归集。（责任单位：区数据局；指导单位：市数据局）\n"
    assert column(task_table([source(text)]), TaskColumn.REMARK) == ["指导单位：市数据局"]
    chosen = task_table([source(text)], TaskTableOptions(columns=(*DEFAULT_COLUMNS, TaskColumn.GUIDE)))
    assert column(chosen, TaskColumn.GUIDE) == ["市数据局"]
    assert column(chosen, TaskColumn.REMARK) == [""]


def test_that_other_columns_come_by_choice_in_the_order_chosen():
    columns = (TaskColumn.CLAUSE, TaskColumn.TARGET, TaskColumn.TASK)
    table = task_table([source()], TaskTableOptions(columns=columns))
    assert table.columns == columns
    assert table.rows[0].cells == ("二（一）1", "3条", "打通断头路")


def test_that_empty_columns_can_be_left_out_but_remarks_stay():
    text = TEXT.replace("牵头单位：区建设交通委；配合单位：", "责任单位：")
    table = task_table([source(text)], TaskTableOptions(blank_columns=False))
    assert table.heads == ("序号", "任务类别", "重点任务", "具体举措", "责任单位", "完成时限", "备注")
    assert table.rows[0].cells[4] == "区建设交通委、区财政局"
    assert Merge(2, 2, 3) in table.merges


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".txt"])
@pytest.mark.parametrize("text", [OTHER, "一、建库。建成一个库。\n"])
def test_that_chosen_columns_stay_where_none_is_filled(text, suffix):
    options = TaskTableOptions(columns=(TaskColumn.SUPPORT,), blank_columns=False)
    table = task_table([source(text)], options)
    assert table.columns == (TaskColumn.SUPPORT,)
    assert render(table, suffix)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".txt"])
def test_that_a_table_without_tasks_keeps_its_columns(suffix):
    table = task_table([source("一、建库。建成一个库。\n")], TaskTableOptions(blank_columns=False))
    assert table.columns == DEFAULT_COLUMNS
    assert render(table, suffix)


def test_that_a_bracket_is_cut_as_it_was_read():
    given = source("一、建库\n（一）归集数据。按月归集。（责任单位：区数据局）\n")
    changed = tuple(a._replace(source="user", role="牵头单位") for a in given.assignments)
    table = task_table([given._replace(assignments=changed, as_read=given.assignments)])
    assert column(table, TaskColumn.MEASURE) == ["按月归集。"]


def test_that_merges_follow_their_column_where_another_is_left_out():
    columns = (TaskColumn.LEAD, TaskColumn.CATEGORY)
    text = TEXT.replace("牵头单位", "责任单位")
    table = task_table([source(text)], TaskTableOptions(columns=columns, blank_columns=False))
    assert table.columns == (TaskColumn.CATEGORY,)
    assert set(table.merges) == {Merge(0, 0, 1), Merge(0, 2, 4)}


def test_that_a_clause_of_the_first_level_is_its_own_category():
    table = task_table([source("一、建库。建成一个库。（责任单位：区数据局）\n")])
    assert table.rows[0].cells[1:3] == ("一、建库", "建库")


def test_that_restored_and_corrected_units_are_remarked():
    given = source(number=1)
    first = given.assignments[0]
    changed = first._replace(units=tuple(AssignedUnit(u.name, "??", True, u.span, u.duty) for u in first.units))
    table = task_table([given._replace(assignments=(changed, *given.assignments[1:]))])
    assert table.rows[0].cells[-1] == "区建设交通委、区财政局：原文乱码，据名录还原，待核"


def test_that_a_document_without_units_gives_an_empty_table():
    table = task_table([source("一、建库。建成一个库。\n")])
    assert table.rows == ()
    assert table.merges == ()


def test_that_no_document_gives_an_empty_table():
    assert task_table([]).rows == ()


def test_that_another_format_is_refused():
    with pytest.raises(ValueError, match=r"\.pdf"):
        render(task_table([source()]), ".pdf")
