from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.choices import ALL, BY_COLOUR, BY_TIME, NoteChoice
from reader.export.note_list import NoteEntry, list_notes
from reader.export.notes import notes_docx
from reader.export.xml_text import xml_safe
from reader.structure.front_matter import FrontMatter
from reader.text.reading_text import ReadingText
from tests.export.builders import LINES, Built, assignment, built, notes_sheet, orphan
from tests.export.word import fonts, lines, opened, parts, runs

TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)
DOCUMENT = built(*LINES)
NOBODY = NoteChoice(colours=frozenset({"无此颜色"}))

FULL = "《上海市杨浦区人民政府关于印发〈关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见〉的通知》（杨府发〔2024〕11号）"


def details(sheet, number: int = 0, choice: NoteChoice = ALL) -> dict[str, str]:
    return dict(entries(sheet, choice)[number].details)


def entries(sheet, choice: NoteChoice = ALL) -> list[NoteEntry]:
    return [e for group in list_notes(sheet, choice).groups for e in group.entries]


def test_that_notes_stand_under_the_headings_of_their_sections_in_the_order_of_the_text():
    sheet = notes_sheet(
        DOCUMENT,
        DOCUMENT.placement("引进机构12家", "后", 1),
        DOCUMENT.placement("支持“环同济”", "前", 2),
        DOCUMENT.placement("汇聚“全球”", "最前", 3),
    )
    document = opened(notes_docx(sheet))
    assert [p.text for p in document.paragraphs if p.style.style_id.startswith(("Heading", "Note"))] == [
        "一、总体要求",
        "（一）功能定位",
        "——国际化科技创新协同区",
        "批注：最前",
        "二、重点任务",
        "（一）推动国际化科技创新协同",
        "1.打造科技成果转化高地",
        "批注：前",
        "2.建设开放平台",
        "批注：后",
    ]


def test_that_headings_take_the_type_of_their_markers_whatever_stands_above_them():
    document = built("三、重点任务", "1.建设平台。引进机构。")
    found = opened(notes_docx(notes_sheet(document, document.placement("引进机构"))))
    assert lines(found, "Heading1") == ["三、重点任务"]
    assert lines(found, "Heading3") == ["1.建设平台"]


def test_that_the_head_names_title_number_issuer_and_date():
    document = opened(notes_docx(notes_sheet(DOCUMENT)))
    title = lines(document, "Title")[0].split("\n")
    assert "".join(title) == "《关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见》批注清单"
    assert title[-1] == "批注清单"
    assert lines(document, "Subtitle") == ["杨府发〔2024〕11号", "上海市杨浦区人民政府　2024年10月25日"]
    assert lines(document, "BodyText") == ["本文件尚无批注。"]


def test_that_a_note_carries_tags_author_units_and_citation():
    unit = assignment(DOCUMENT.section("二、/(一)/2."), "责任单位", "区科技经济委", "区商务委", open_ended=True)
    placement = DOCUMENT.placement("引进机构12家", "x", tags=("指标", "待核"))
    found = details(notes_sheet(DOCUMENT, placement, assignments=(unit,)))
    assert list(found) == ["责任单位", "标签", "批注人", "出处"]
    assert found["责任单位"] == "区科技经济委、区商务委等"
    assert found["标签"] == "指标、待核"
    assert found["出处"].endswith("（杨府发〔2024〕11号）二（一）2")


def test_that_units_of_the_nearest_section_above_are_named_as_such():
    above = assignment(DOCUMENT.section("二、/(一)"), "牵头单位", "区商务委")
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家"), assignments=(above,))
    assert details(sheet)["牵头单位"] == "区商务委〔据二（一）〕"


def test_that_restored_names_are_marked():
    section = DOCUMENT.section("二、/(一)/2.")
    unit = assignment(section, "责任单位", "上海海关", restored="上海海关")
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家"), assignments=(unit,))
    assert details(sheet)["责任单位"] == "上海海关（原文乱码，据名录还原，待核）"


def test_that_what_goes_to_other_offices_has_no_authors_tags_or_internal_notes():
    sheet = notes_sheet(
        DOCUMENT,
        DOCUMENT.placement("引进机构12家", "明说", tags=("指标",)),
        DOCUMENT.placement("支持“环同济”", "不说", 2, tags=("指标", "内部")),
    )
    outward = NoteChoice(outward=True)
    assert [entry.note for entry in entries(sheet, outward)] == ["明说"]
    assert list(details(sheet, choice=outward)) == ["出处"]
    data = notes_docx(sheet, choice=outward, author="王敏")
    assert opened(data).core_properties.author == ""
    assert not any(word in part for part in parts(data).values() for word in ("王敏", "指标<", "不说"))


def test_that_other_offices_are_not_told_on_which_day_a_note_was_made():
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "明说"))
    assert [group.headings for group in list_notes(sheet, NoteChoice(order=BY_TIME, outward=True)).groups] == [()]
    assert list_notes(sheet, NoteChoice(order=BY_TIME)).groups[0].headings != ()


def test_that_a_document_is_cited_in_full_where_it_is_named_first_and_in_brief_after():
    first, second = DOCUMENT.placement("支持“环同济”"), DOCUMENT.placement("引进机构12家", number=2)
    sheet = notes_sheet(DOCUMENT, second, first, orphan("删去", path="二、/(一)"))
    assert details(sheet, 0)["出处"] == f"{FULL}二（一）1"
    assert details(sheet, 1)["出处"] == "杨府发〔2024〕11号二（一）2"
    assert dict(list_notes(sheet).orphans[0].details)["原出处"] == "杨府发〔2024〕11号二（一）（批注时）"
    assert details(sheet, 0, NoteChoice(form="short"))["出处"] == "杨府发〔2024〕11号二（一）1"


def test_that_the_first_place_is_cited_in_full_even_where_it_is_lost():
    notes = list_notes(notes_sheet(DOCUMENT, orphan("删去", path="二、/(一)")))
    assert dict(notes.orphans[0].details)["原出处"] == f"{FULL}二（一）（批注时）"


def test_that_units_can_be_left_out():
    unit = assignment(DOCUMENT.section("二、/(一)/2."), "责任单位", "区商务委")
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家"), assignments=(unit,))
    assert "责任单位" not in details(sheet, choice=NoteChoice(units=False))


def test_that_notes_by_colour_stand_under_its_name_in_the_order_of_the_colours():
    sheet = notes_sheet(
        DOCUMENT,
        DOCUMENT.placement("汇聚“全球”", "一", 1, colour="自定"),
        DOCUMENT.placement("支持“环同济”", "二", 2, colour="待办"),
        DOCUMENT.placement("引进机构12家", "三", 3, colour="重点"),
        DOCUMENT.placement("开放平台", "四", 4, colour="重点"),
    )
    groups = list_notes(sheet, NoteChoice(order=BY_COLOUR)).groups
    assert [group.headings for group in groups] == [((0, "重点"),), ((0, "待办"),), ((0, "自定"),)]
    assert [e.note for group in groups for e in group.entries] == ["四", "三", "二", "一"]


def test_that_notes_by_time_stand_under_the_day_they_were_made():
    sheet = notes_sheet(
        DOCUMENT,
        DOCUMENT.placement("支持“环同济”", "后", 1, created="2026-11-23T08:00:00Z"),
        DOCUMENT.placement("引进机构12家", "前", 2, created="2026-11-02T08:00:00Z"),
    )
    groups = list_notes(sheet, NoteChoice(order=BY_TIME)).groups
    assert [group.headings[0][1] for group in groups] == ["2026年11月2日", "2026年11月23日"]
    assert [e.note for group in groups for e in group.entries] == ["前", "后"]


def test_that_a_list_from_which_all_was_left_out_says_so():
    document = opened(notes_docx(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家")), choice=NOBODY))
    assert lines(document, "BodyText") == ["没有符合所选条件的批注。"]


def test_that_notes_without_a_place_come_last_in_a_part_of_their_own():
    sheet = notes_sheet(DOCUMENT, orphan("删去的话", "原注"), DOCUMENT.placement("引进机构12家", "在"))
    document = opened(notes_docx(sheet))
    assert lines(document, "Heading1")[-1] == "待重新定位的批注"
    assert lines(document, "Quote")[-1] == "〔2·重点〕删去的话"
    assert lines(document, "Detail")[-1].endswith("二（一）（批注时）")


def test_that_a_note_that_was_found_elsewhere_says_so():
    placement = replace(DOCUMENT.placement("引进机构12家"), status="moved")
    assert details(notes_sheet(DOCUMENT, placement))["出处"].endswith("（位置有变动，待核）")


def test_that_quotes_are_in_simplified_script_and_the_title_of_the_library_stands_in():
    text = "貿易\n"
    document = Built(ReadingText(text, "贸易\n", (), True), built("贸易").outline)
    sheet = notes_sheet(document, document.placement("貿易"), front=FrontMatter(), title="建设方案")
    notes = list_notes(sheet)
    assert notes.title == "《建设方案》"
    assert notes.groups[0].headings == ()
    assert notes.groups[0].entries[0].quote == "贸易"


def test_that_times_are_those_of_the_clock_on_the_wall(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        found = details(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家")))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found["批注人"] == "王敏　2026-11-22 10:15"


@settings(deadline=None)
@given(note=TEXT, tag=TEXT, author=TEXT, quote=TEXT)
def test_that_hostile_text_reads_back_as_it_was_written(note, tag, author, quote):
    sheet = notes_sheet(
        DOCUMENT, DOCUMENT.placement("引进机构12家", note, tags=(tag,), author=author), orphan(quote, "")
    )
    document = opened(notes_docx(sheet))
    assert "\n".join(lines(document, "Note")) == f"批注：{xml_safe(note)}"
    assert xml_safe(quote).strip("\n") in "\n".join(lines(document, "Quote"))
    assert f"标签：{xml_safe(tag)}" in "\n".join(lines(document, "Detail"))
    assert all(fonts(run)["eastAsia"] for run in runs(document))


def test_that_a_note_of_10000_characters_is_whole():
    note = "需“核实”——𠮷\n" * 1000
    document = opened(notes_docx(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", note))))
    assert "\n".join(lines(document, "Note")) == f"批注：{note}"


def test_that_nothing_in_the_file_points_outside():
    data = notes_docx(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "见 file:///etc/passwd http://a.b/c")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels")]
        document = archive.read("word/document.xml").decode()
    assert not any("External" in text for text in relations)
    assert "w:hyperlink" not in document
    assert "fldChar" not in document
