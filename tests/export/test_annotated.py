from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.annotated import LEGEND, annotated_docx
from reader.export.annotated_comments import NOBODY, initials, word_time
from reader.export.annotated_marks import LOOKS
from reader.export.blocks import ORPHANS
from reader.export.choices import NoteChoice
from reader.export.fonts import Fonts
from reader.export.note_list import NotesSheet
from reader.export.styles import GongwenType
from reader.export.word_comments import read_comments
from reader.export.xml_text import xml_safe
from reader.library.derivation import derive
from tests.export.builders import FRONT, LINES, annotation, built, notes_sheet, orphan
from tests.export.word import fonts, lines, opened, parts

TITLE = "关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见"
DOCUMENT = built(TITLE, *LINES)
ALL = NoteChoice()
TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80)


def annotated(*placements, choice=ALL, type_=None, **fields):
    return annotated_docx(notes_sheet(DOCUMENT, *placements, **fields), choice, type_, author="李强")


def marked(data: bytes, text: str):
    """Return the properties of the run that holds a text."""
    return next(r._r.rPr for p in opened(data).paragraphs for r in p.runs if r.text == text)


def test_that_the_whole_text_is_there_in_its_own_words_and_order():
    data = annotated(DOCUMENT.placement("引进机构12家", "请核对"))
    said = [p.text.replace("\n", "") for p in opened(data).paragraphs]
    assert said[: len(LINES) + 1] == [TITLE, *LINES]


def test_that_paragraphs_are_set_by_what_they_are():
    document = opened(annotated())
    assert [t.replace("\n", "") for t in lines(document, "Title")] == [TITLE]
    assert lines(document, "Heading1") == ["一、总体要求", "二、重点任务"]
    assert lines(document, "Heading2") == ["（一）功能定位", "（一）推动国际化科技创新协同"]
    assert len(lines(document, "Title")[0].split("\n")) == 2  # broken at words into even lines


def test_that_the_signature_of_several_issuers_stands_at_the_right():
    front = replace(FRONT, issuers=("临江区商务委", "临江区财政局"))
    document = built(TITLE, "请认真执行。", "临江区商务委临江区财政局", "2026年3月26日")
    paper = opened(annotated_docx(notes_sheet(document, front=front)))
    signed = [p.text for p in paper.paragraphs if p._p.pPr is not None and p._p.pPr.jc_val == WD_ALIGN_PARAGRAPH.RIGHT]
    assert signed == ["临江区商务委临江区财政局", "2026年3月26日"]


def test_that_only_the_heading_is_set_as_one_where_text_runs_on_behind_it():
    document = built("一、总体要求", "（一）建设平台。引进机构。（责任单位：区科技经济委）", "（二）加强统筹。")
    paper = opened(annotated_docx(notes_sheet(document)))
    assert lines(paper, "Heading2") == []
    lead, rest = next(p for p in paper.paragraphs if p.text.startswith("（一）")).runs
    assert (lead.text, fonts(lead._r)["eastAsia"]) == ("（一）建设平台", Fonts().kai)
    assert fonts(rest._r)["eastAsia"] == Fonts().body


def test_that_run_in_headings_of_the_third_level_are_bold_where_the_office_wants_them():
    paper = opened(annotated(type_=GongwenType(bold_headings=True)))
    runs = next(p for p in paper.paragraphs if p.text.startswith("2.建设")).runs
    assert [bool(run.bold) for run in runs] == [True, False]


def test_that_an_annex_begins_on_a_page_of_its_own():
    paragraph = next(p for p in opened(annotated()).paragraphs if p.text.startswith("附件1"))
    assert paragraph.paragraph_format.page_break_before


def test_that_the_title_of_an_annex_and_what_stands_in_brackets_under_a_title_are_set_as_such():
    text = "杨浦区数字经济促进办法\n\n（2026年2月20日通过）\n\n第一条 为了规范管理，制定本办法。\n\n附件1\n\n任务分解表\n\n一、建设平台。\n"
    found = derive(text)
    paper = opened(annotated_docx(NotesSheet(found.front, found.outline, found.reading, ())))
    assert lines(paper, "Title") == ["杨浦区数字经济促进办法", "任务分解表"]
    assert lines(paper, "Subtitle") == ["（2026年2月20日通过）"]


def test_that_a_note_is_a_comment_on_exactly_the_quoted_words():
    data = annotated(DOCUMENT.placement("引进机构12家", "请核对\n第二段", tags=("核心",), colour="疑问"))
    (comment,) = read_comments(data).comments
    assert (comment.quote, comment.note, comment.author) == ("引进机构12家", "请核对\n第二段", "王敏")
    assert (comment.uuid, comment.unchanged, comment.colour, comment.tags) == ("u1", True, "疑问", ("核心",))
    (as_word,) = opened(data).comments
    assert as_word.text == "〔疑问〕请核对\n第二段\n标签：〔核心〕"
    assert (as_word.author, as_word.initials) == ("王敏", "王")


def test_that_a_comment_is_dated_by_the_local_clock(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        data = annotated(DOCUMENT.placement("引进机构12家", "请核对"))
        assert 'w:date="2026-11-22T10:15:00Z"' in parts(data)["word/comments.xml"]  # 02:15 UTC
        assert read_comments(data).comments[0].created == "2026-11-22T02:15:00+00:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_that_overlapping_nested_and_long_comments_keep_their_words():
    quotes = ["引进机构12家", "2025年底，引进机构", "机构", "引进机构12家", "——面向全球。\n2.建设开放平台"]
    placements = [DOCUMENT.placement(q, f"第{n}条", n) for n, q in enumerate(quotes, 1)]
    comments = read_comments(annotated(*placements)).comments
    assert {(c.quote, c.note) for c in comments} == {(q, f"第{n}条") for n, q in enumerate(quotes, 1)}


def test_that_line_ends_at_the_edge_of_a_mark_are_no_part_of_its_comment():
    placement = DOCUMENT.placement("\n2.建设开放平台。到2025年底，引进机构12家。\n", "整段")
    (comment,) = read_comments(annotated(placement)).comments
    assert comment.quote == "2.建设开放平台。到2025年底，引进机构12家。"


def test_that_a_mark_without_a_note_is_no_comment_but_its_tags_are():
    assert read_comments(annotated(DOCUMENT.placement("引进机构"))).comments == ()
    (comment,) = read_comments(annotated(DOCUMENT.placement("引进机构", tags=("核心",)))).comments
    assert (comment.note, comment.tags) == ("", ("核心",))


@pytest.mark.parametrize("colour", LOOKS)
def test_that_each_colour_has_a_ground_of_its_own_in_a_style_of_its_name(colour):
    data = annotated(DOCUMENT.placement("引进机构", colour=colour))
    style = opened(data).styles.element.xpath(f'w:style[w:name/@w:val="标记·{colour}"]')[0]
    assert marked(data, "引进机构").find(qn("w:rStyle")).get(qn("w:val")) == style.get(qn("w:styleId"))
    assert style.find(f".//{qn('w:shd')}").get(qn("w:fill")) == LOOKS[colour].ground
    assert len({look.ground for look in LOOKS.values()}) == len({look.foot for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize(("style", "kind"), [("underline", "single"), ("wavy", "wave"), ("double", "double")])
def test_that_lines_keep_their_shape(style, kind):
    data = annotated(DOCUMENT.placement("引进机构", style=style, colour="待办"))
    found = opened(data).styles.element.xpath('w:style[@w:styleId="Mark1"]')[0]
    assert found.find(f".//{qn('w:u')}").get(qn("w:val")) == kind
    assert found.find(f".//{qn('w:shd')}") is None


def test_that_where_shade_and_line_overlap_both_are_seen():
    data = annotated(
        DOCUMENT.placement("引进机构12家", number=1), DOCUMENT.placement("2025年底，引进机构", number=2, style="wavy")
    )
    both = marked(data, "引进机构")
    assert both.find(qn("w:u")).get(qn("w:val")) == "wave"
    assert both.find(qn("w:rStyle")) is not None
    assert marked(data, "12家").find(qn("w:u")) is None


def test_that_the_marks_are_explained_by_name_at_the_end():
    said = opened(annotated(DOCUMENT.placement("引进机构", colour="疑问", style="wavy"))).paragraphs[-1].text
    assert said == f"{LEGEND}：疑问·波浪线"
    assert LEGEND not in "".join(p.text for p in opened(annotated()).paragraphs)


def test_that_a_colour_with_any_name_is_a_style():
    data = annotated(DOCUMENT.placement("引进机构", "注", colour='甲,"<&>\x07'))
    assert any("甲" in style.name for style in opened(data).styles)
    assert read_comments(data).comments[0].colour == '甲,"<&>'


def test_that_orphans_are_comments_on_the_title_and_listed_at_the_end():
    data = annotated(orphan("早已删去的文字", "原来的意见"), DOCUMENT.placement("引进机构", "请核对"))
    comments = read_comments(data).comments
    assert [(c.quote, c.note, c.uuid, c.unchanged) for c in comments] == [
        (TITLE, "原来的意见", "u9", True),
        ("引进机构", "请核对", "u1", True),
    ]
    said = [p.text for p in opened(data).paragraphs]
    behind = said[said.index(ORPHANS) :]
    assert "〔1·重点〕早已删去的文字" in behind
    assert "批注：原来的意见" in behind


def test_that_only_the_chosen_notes_leave():
    placements = (DOCUMENT.placement("引进机构", "甲", 1, colour="疑问"), DOCUMENT.placement("支持", "乙", 2))
    comments = read_comments(annotated(*placements, choice=NoteChoice(colours=frozenset(("疑问",))))).comments
    assert [c.note for c in comments] == ["甲"]


def test_that_what_leaves_for_other_offices_names_no_author_no_tag_and_no_internal_note():
    placements = (
        DOCUMENT.placement("引进机构", "可以公开", 1, tags=("核心",)),
        DOCUMENT.placement("支持", "只给自己看", 2, tags=("内部",)),
        replace(orphan("旧文", "旧意见"), annotation=annotation("旧文", "旧意见", 9, tags=("存疑",))),
    )
    data = annotated(*placements, choice=NoteChoice(outward=True))
    whole = "".join(parts(data).values())
    for secret in ("王敏", "李强", "核心", "内部", "存疑", "只给自己看"):
        assert secret not in whole
    assert {(c.author, c.created) for c in read_comments(data).comments} == {(NOBODY, "")}
    assert opened(data).core_properties.author == ""


def test_that_nothing_points_outside_and_no_theme_font_gets_in():
    whole = parts(annotated(DOCUMENT.placement("引进机构", "请核对")))
    assert not any("TargetMode" in text or "asciiTheme" in text for text in whole.values())


def test_that_properties_name_the_document_and_what_it_is():
    core = opened(annotated_docx(notes_sheet(DOCUMENT), author="李强", created=datetime(2026, 11, 22, tzinfo=UTC)))
    assert core.core_properties.title == f"{TITLE}（批注稿）"
    assert (core.core_properties.author, core.core_properties.language) == ("李强", "zh-CN")


def test_that_a_document_without_text_still_has_its_title():
    empty = built()
    paper = opened(annotated_docx(notes_sheet(empty, orphan("旧文", "旧意见"), front=replace(FRONT, title="空白文件"))))
    assert lines(paper, "Title") == ["空白文件"]
    assert "批注：旧意见" in [p.text for p in paper.paragraphs]


@pytest.mark.parametrize(("author", "short"), [("王芳", "王"), ("Anna Li", "AL"), ("", ""), (" ", ""), ("ouyang", "O")])
def test_that_initials_are_the_surname_or_first_letters(author, short):
    assert initials(author) == short


@pytest.mark.parametrize("moment", ["", "昨天", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-23:59"])
def test_that_a_time_that_cannot_be_is_left_out(moment):
    data = annotated(DOCUMENT.placement("引进机构", "注", created=moment, modified=moment))
    assert word_time(moment) == ""
    assert [(c.note, c.created) for c in read_comments(data).comments] == [("注", "")]


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_that_any_text_comes_back_as_it_left(note, author, tag):
    document = built(TITLE, f"一、总体要求{note}", "引进机构。")
    placement = document.placement("引进机构", note, author=author, tags=(tag,))
    data = annotated_docx(notes_sheet(document, placement))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    (comment,) = read_comments(data).comments
    assert (comment.quote, comment.note, comment.unchanged) == ("引进机构", xml_safe(note), True)


@pytest.mark.parametrize(
    ("note", "tags"),
    [
        ("请核对\n原引文字：见附件", ()),
        ("请核对\n标签：甲", ()),
        ("请核对", ("甲、乙", "丙")),
        ("行\n" * 5000, ()),
    ],
    ids=["like a lost place", "like tags", "tags with commas", "many short lines"],
)
def test_that_a_note_and_its_tags_come_back_as_they_were(note, tags):
    (comment,) = read_comments(annotated(DOCUMENT.placement("引进机构", note, tags=tags))).comments
    assert (comment.note, comment.tags) == (note, tags)


@pytest.mark.parametrize("colour", ["\x0e", "甲\r乙", "〔重〕点"])
def test_that_the_name_of_a_colour_does_not_run_into_the_note(colour):
    (comment,) = read_comments(annotated(DOCUMENT.placement("引进机构", "请核对", colour=colour))).comments
    assert comment.note == "请核对"


def test_that_colours_of_one_name_have_styles_of_two_names():
    marks = [DOCUMENT.placement("引进机构", "一", 1, colour="甲,"), DOCUMENT.placement("12家", "二", 2, colour="甲，")]
    names = [style.name for style in opened(annotated(*marks)).styles]
    assert len(names) == len({name.casefold() for name in names})
