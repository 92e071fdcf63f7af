from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.blocks import Kind
from reader.export.choices import BY_TIME, NoteChoice
from reader.export.clipboard import points_clip
from reader.export.notes import points_docx
from reader.export.notes_html import points_html
from reader.export.notes_text import points_md, points_txt
from reader.export.points import points_blocks
from reader.export.xml_text import xml_safe
from tests.export.builders import LINES, built, notes_sheet, orphan
from tests.export.test_notes_html import Read
from tests.export.word import lines, opened

DOCUMENT = built(*LINES)
TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)


def said(sheet, choice=NoteChoice()) -> list[tuple[str, str]]:  # noqa: B008
    kinds = {Kind.HEADING: "#", Kind.QUOTE: "-", Kind.NOTE: "="}
    return [(kinds[b.kind], b.text) for b in points_blocks(sheet, choice) if b.kind in kinds]


def test_that_points_stand_under_the_headings_of_their_sections_with_their_notes():
    sheet = notes_sheet(
        DOCUMENT,
        DOCUMENT.placement("引进机构12家", "核实", 1),
        DOCUMENT.placement("支持“环同济”", "", 2),
    )
    assert said(sheet) == [
        ("#", "二、重点任务"),
        ("#", "（一）推动国际化科技创新协同"),
        ("#", "1.打造科技成果转化高地"),
        ("-", "支持“环同济”"),
        ("#", "2.建设开放平台"),
        ("-", "引进机构12家"),
        ("=", "核实"),
    ]


def test_that_each_heading_is_named_once_and_the_order_is_that_of_the_outline():
    document = built("一、甲", "——乙。内容。", "二、丙")
    behind = document.placement("内容", "后", 1)
    above = document.placement("甲", "先", 2)
    shifted = document.placement("丙", "末", 3)
    sheet = notes_sheet(document, shifted, behind, above)
    headings = [text for sign, text in said(sheet, NoteChoice(order=BY_TIME)) if sign == "#"]
    assert headings == ["一、甲", "——乙", "二、丙"]


def test_that_words_marked_twice_are_one_point_with_both_notes():
    sheet = notes_sheet(
        DOCUMENT, DOCUMENT.placement("引进机构12家", "一", 1), DOCUMENT.placement("引进机构12家", "二", 2)
    )
    assert said(sheet)[-3:] == [("-", "引进机构12家"), ("=", "一"), ("=", "二")]


def test_that_a_marked_heading_is_not_repeated_as_a_point():
    sheet = notes_sheet(
        DOCUMENT, DOCUMENT.placement("建设开放平台", "标题的批注", 1), DOCUMENT.placement("重点任务", number=2)
    )
    assert said(sheet) == [
        ("#", "二、重点任务"),
        ("#", "（一）推动国际化科技创新协同"),
        ("#", "2.建设开放平台"),
        ("=", "标题的批注"),
    ]


def test_that_a_marked_clause_stands_under_its_heading_without_it():
    document = built("一、总体要求", "（一）建设目标", "到2025年，机构达到12家。", "1.开放平台。引进机构12家。")
    whole, item = document.section("一、/(一)").span, document.section("一、/(一)/1.").span
    sheet = notes_sheet(
        document,
        document.placement(document.reading.text[whole.start : item.start], "通读", 1),
        document.placement(document.reading.text[item.start : item.end], "", 2),
        document.placement("平台。引进", "", 3),
    )
    assert [text for sign, text in said(sheet) if sign == "-"] == [
        "到2025年，机构达到12家。", "引进机构12家。", "平台。引进"
    ]  # fmt: skip


def test_that_what_has_lost_its_place_comes_last_and_says_where_it_stood():
    sheet = notes_sheet(DOCUMENT, orphan("删去的话", "旧注"), DOCUMENT.placement("引进机构12家"))
    assert said(sheet)[-3:] == [("#", "待重新定位的批注"), ("-", "删去的话"), ("=", "旧注")]
    assert [b.text for b in points_blocks(sheet)][-1] == "二（一）（批注时）"


def test_that_an_outline_without_points_says_why():
    assert [b.text for b in points_blocks(notes_sheet(DOCUMENT))][-1] == "本文件尚无批注。"
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家"))
    assert [b.text for b in points_blocks(sheet, NoteChoice(only_noted=True))][-1] == "没有符合所选条件的批注。"


def test_that_its_headings_are_those_of_word_and_markdown_and_html():
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "核实"))
    document = opened(points_docx(sheet))
    assert lines(document, "Title")[0].endswith("\n要点提纲")
    assert lines(document, "Heading1") == ["二、重点任务"]
    assert lines(document, "Heading3") == ["2.建设开放平台"]
    assert lines(document, "Note") == ["批注：核实"]
    assert "\n#### 2\\.建设开放平台\n\n> 引进机构12家\n\n**批注：** 核实\n" in points_md(sheet).decode()
    assert "<h4>2.建设开放平台</h4>" in points_html(sheet).decode()
    assert "\n2.建设开放平台\n\n　　引进机构12家\n　　批注：核实\n" in points_txt(sheet).decode()
    assert "mso-outline-level:3" in points_clip(sheet).html


@settings(deadline=None)
@given(note=TEXT, quote=TEXT)
def test_that_hostile_text_reads_back_as_it_was_written(note, quote):
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", note), orphan(quote, ""))
    document = opened(points_docx(sheet))
    assert "\n".join(lines(document, "Note")) == f"批注：{xml_safe(note)}"
    assert "\n".join(lines(document, "Quote")).endswith(xml_safe(quote.strip("\n")))
    assert xml_safe(note) in "".join(Read(points_html(sheet).decode()).text)
