from __future__ import annotations

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reader.export.units import task_rows, units_docx
from tests.export.builders import LINES, assignment, built, units_sheet
from tests.export.word import fonts, opened, runs

DOCUMENT = built(*LINES)
FIRST, SECOND = DOCUMENT.section("二、/(一)/1."), DOCUMENT.section("二、/(一)/2.")
SHEET = units_sheet(
    DOCUMENT,
    assignment(SECOND, "责任单位", "区商务委", open_ended=True),
    assignment(FIRST, "牵头单位", "区科技经济委"),
    assignment(FIRST, "配合单位", "上海海关", "区商务委", restored="上海海关"),
)


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_that_rows_follow_the_document_and_are_keyed_by_section():
    rows = task_rows(SHEET)
    assert [(r.section, r.number, r.clause, r.role) for r in rows] == [
        (FIRST.number, 1, "二（一）1", "牵头单位"),
        (FIRST.number, 1, "二（一）1", "配合单位"),
        (SECOND.number, 2, "二（一）2", "责任单位"),
    ]
    assert rows[1].units == "上海海关、区商务委"
    assert rows[1].remark == "上海海关：原文乱码，据名录还原，待核"
    assert rows[2].units == "区商务委等"
    assert rows[2].remark == ""


def test_that_a_section_without_heading_is_named_by_the_beginning_of_its_text():
    document = built("一、。" + "任务" * 100)
    row = task_rows(units_sheet(document, assignment(document.section("一、"), "责任单位", "区商务委")))[0]
    assert row.task.startswith("任务任务")
    assert row.task.endswith("……")
    assert len(row.task) == 80


def test_that_the_table_is_landscape_with_a_head_on_each_page():
    document = opened(units_docx(SHEET))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    table = document.tables[0]
    assert cells(table)[0] == ["序号", "条款", "重点任务", "责任类型", "单位", "备注"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None


def test_that_cells_of_one_section_are_joined():
    table = opened(units_docx(SHEET)).tables[0]
    assert cells(table)[1:] == [
        ["1", "二（一）1", "打造科技成果转化高地", "牵头单位", "区科技经济委", ""],
        [
            "1",
            "二（一）1",
            "打造科技成果转化高地",
            "配合单位",
            "上海海关、区商务委",
            "上海海关：原文乱码，据名录还原，待核",
        ],
        ["2", "二（一）2", "建设开放平台", "责任单位", "区商务委等", ""],
    ]
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    assert table.cell(2, 0)._tc is not table.cell(3, 0)._tc


def test_that_widths_are_real_and_fill_the_page():
    document = opened(units_docx(SHEET))
    table, section = document.tables[0], document.sections[0]
    widths = [int(tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for tc in table.rows[0]._tr.tc_lst]
    assert widths == [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    measure = section.page_width - section.left_margin - section.right_margin
    assert 0 <= measure / 635 - sum(widths) <= 5 * 57  # at most 5 mm are left over
    assert table.autofit is False


def test_that_every_run_in_the_table_names_its_east_asian_font():
    found = [fonts(run) for run in runs(opened(units_docx(SHEET)))]
    assert {f["eastAsia"] for f in found} == {"方正小标宋简体", "楷体_GB2312", "黑体", "仿宋_GB2312"}
    assert all(f["hint"] == "eastAsia" for f in found)


def test_that_a_document_without_assignments_says_so():
    document = opened(units_docx(units_sheet(DOCUMENT)))
    assert not document.tables
    assert document.paragraphs[-1].text == "本文件未读出责任单位。"
