from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.choices import NoteChoice
from reader.export.notes_xlsx import notes_xlsx, points_xlsx
from reader.export.xml_text import xml_safe
from tests.export.builders import LINES, assignment, built, notes_sheet, orphan

DOCUMENT = built(*LINES)
TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)
HEAD = 3  # its row, below the title and what the document is


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def rows(data: bytes) -> list[dict[str, object]]:
    head, *others = opened(data).iter_rows(min_row=HEAD, values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def one(note: str = "核实", **fields):
    return notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", note, **fields))


def test_that_a_note_is_a_row_with_all_that_is_said_of_it():
    unit = assignment(DOCUMENT.section("二、/(一)/2."), "责任单位", "区商务委", "区科技经济委")
    placement = DOCUMENT.placement("引进机构12家", "核实", tags=("指标", "待核"))
    (row,) = rows(notes_xlsx(notes_sheet(DOCUMENT, placement, assignments=(unit,))))
    assert row.pop("批注时间").startswith("2026-11-22")
    assert row == {
        "序号": 1,
        "条款": "二（一）2\n建设开放平台",
        "原文": "引进机构12家",
        "批注": "核实",
        "责任单位": "责任单位：区商务委、区科技经济委",
        "颜色": "重点",
        "标签": "指标、待核",
        "批注人": "王敏",
    }


def test_that_the_document_is_cited_in_full_above_the_table():
    sheet = opened(notes_xlsx(one()))
    assert sheet["A1"].value == "《关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见》\n批注清单"
    assert sheet["A2"].value.startswith("《上海市杨浦区人民政府关于印发〈关于加快推进")
    assert sheet["A2"].value.endswith("〉的通知》（杨府发〔2024〕11号）\n2024年10月25日")


def test_that_columns_that_nothing_fills_are_left_out_and_what_stays_at_home_too():
    (row,) = rows(notes_xlsx(one("", tags=("指标",)), choice=NoteChoice(outward=True)))
    assert list(row) == ["序号", "条款", "原文", "批注", "颜色"]


def test_that_places_that_are_lost_or_moved_say_so():
    moved = replace(DOCUMENT.placement("引进机构12家"), status="moved")
    found = rows(notes_xlsx(notes_sheet(DOCUMENT, moved, orphan("删去", "旧注"))))
    assert [row["条款"] for row in found] == [
        "二（一）2\n建设开放平台（位置有变动，待核）",
        "二（一）（批注时）\n待重新定位的批注",
    ]


def test_that_the_sheet_filters_keeps_its_head_and_prints_on_a_landscape_a4():
    sheet = opened(notes_xlsx(one()))
    assert sheet.auto_filter.ref == "A3:G4"
    assert sheet.freeze_panes == "A4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet["D4"].alignment.wrap_text


def test_that_a_long_note_goes_on_in_further_rows_and_is_whole():
    note = "\n".join(f"第{n}段，需要逐条核实。" for n in range(4000))
    assert len(note) > 32767
    found = rows(notes_xlsx(one(note)))
    assert "\n".join(str(row["批注"]) for row in found) == note
    assert {row["条款"] for row in found} == {"二（一）2\n建设开放平台"}
    assert [row["序号"] for row in found][:2] == [1, "1\n（续）"]
    assert [row["原文"] for row in found][:2] == ["引进机构12家", None]
    unbroken = "核" * 10_000
    assert "".join(str(row["批注"]) for row in rows(notes_xlsx(one(unbroken)))) == unbroken


def test_that_no_row_is_higher_than_a_row_can_be():
    sheet = opened(notes_xlsx(one("需要逐条核实。" * 1000)))
    assert max(sheet.row_dimensions[n].height for n in range(4, sheet.max_row + 1)) <= 409


def test_that_nothing_is_a_formula_or_a_link():
    data = notes_xlsx(
        notes_sheet(
            DOCUMENT,
            *(
                DOCUMENT.placement("引进机构12家", note, number)
                for number, note in enumerate(("=1+1", "+1", "@SUM(A1)", "-1", "http://a.b/c", "#N/A"), start=1)
            ),
        )
    )
    sheet = opened(data)
    assert {cell.data_type for row in sheet.iter_rows(min_row=4) for cell in row if cell.value} == {"n", "s"}
    assert [sheet.cell(row, 4).value for row in (4, 8, 9)] == ["=1+1", "http://a.b/c", "#N/A"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("External" in archive.read(name).decode() for name in archive.namelist())


def test_that_an_empty_list_says_so():
    assert opened(notes_xlsx(notes_sheet(DOCUMENT)))["A4"].value == "本文件尚无批注。"
    none = NoteChoice(colours=frozenset({"无"}))
    assert opened(points_xlsx(one(), choice=none))["A4"].value == "没有符合所选条件的批注。"


def test_that_a_marked_heading_that_is_too_long_for_its_place_is_a_point():
    document = built("一、加快推进面向未来的高水平国际化科技创新平台体系建设", "支持企业。")
    for quote in ("面向未来", "一、加快推进面向未来的高水平国际化科技创新平台体系建设"):
        (row,) = rows(points_xlsx(notes_sheet(document, document.placement(quote))))
        assert (row["条款"], quote in row["要点"]) == ("一", True)


def test_that_points_are_rows_with_the_part_they_belong_to():
    sheet = notes_sheet(
        DOCUMENT,
        DOCUMENT.placement("引进机构12家", "一", 1),
        DOCUMENT.placement("引进机构12家", "二", 2),
        DOCUMENT.placement("总体要求", number=3),
        orphan("删去", "旧注"),
    )
    found = [tuple(row.values()) for row in rows(points_xlsx(sheet))]
    assert found == [
        (1, None, "一\n总体要求", None, None),
        (2, "二、重点任务", "二（一）2\n建设开放平台", "引进机构12家", "一\n二"),
        (3, None, "二（一）（批注时）\n待重新定位的批注", "删去", "旧注"),
    ]


@settings(deadline=None)
@given(note=TEXT, tag=TEXT, quote=TEXT)
def test_that_hostile_text_reads_back_as_it_was_written(note, tag, quote):
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", note, tags=(tag,)), orphan(quote, "x"))
    first, second = rows(notes_xlsx(sheet))
    assert (first["批注"] or "") == xml_safe(note)
    assert (first.get("标签") or "").strip() == xml_safe(tag).strip()  # a column of blanks is left out
    assert (second["原文"] or "") == xml_safe(quote.strip("\n"))
