from __future__ import annotations

from dataclasses import replace

import pytest

from reader.export.citation import cite, cited_place, cited_stretch, full_name, locus, title_in_marks
from reader.structure.front_matter import FrontMatter
from reader.text.spans import Span
from tests.export.builders import FRONT, LINES, built

LAW = (
    "第一章总则",
    "第一条为了规范。",
    "第二章管理",
    "第二条应当公开。",
    "有下列情形的除外：",
    "（一）涉及秘密的；",
    "1.国家秘密；",
    "（二）其他。",
    "由部门决定。",
)


def cited(path: str, **options) -> str:
    document = built(*LINES)
    return cite(FRONT, document.outline, document.section(path), **options)


def test_that_the_full_form_names_the_notice_with_its_issuer_its_number_and_the_place():
    assert cited("二、/(一)/2.") == (
        "《上海市杨浦区人民政府关于印发〈关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见〉的通知》"
        "（杨府发〔2024〕11号）二（一）2"
    )


def test_that_the_short_form_and_every_form_after_the_first_name_number_and_place():
    assert cited("二、/(一)/2.", form="short") == "杨府发〔2024〕11号二（一）2"
    assert cited("二、/(一)/2.", again=True) == "杨府发〔2024〕11号二（一）2"


def test_that_a_document_without_number_is_cited_by_its_title_alone():
    document = built(*LINES)
    front = FrontMatter(title="方案", notice_title="某区人民政府关于印发《方案》的通知")
    section = document.section("二、")
    assert cite(front, document.outline, section) == "《某区人民政府关于印发〈方案〉的通知》二"
    assert cite(front, document.outline, section, again=True) == "《方案》二"
    assert cite(FrontMatter(), document.outline, section) == "《无标题文件》二"


def test_that_a_title_the_user_gave_is_kept_as_it_is():
    document = built(*LINES)
    assert (
        cite(FRONT, document.outline, document.section("二、"), title="关于题目")
        == "《关于题目》（杨府发〔2024〕11号）二"
    )


@pytest.mark.parametrize(
    ("title", "issuers", "name"),
    [
        ("关于甲的意见", ("区商务委", "区财政局"), "《区商务委 区财政局关于甲的意见》"),
        ("关于甲的意见", ("一局", "二局", "三局", "四局"), "《关于甲的意见》"),
        ("关于甲的意见", (), "《关于甲的意见》"),
        ("甲行动方案", ("区商务委",), "《甲行动方案》"),
    ],
)
def test_that_the_issuer_leads_where_a_title_lacks_it(title, issuers, name):
    assert full_name(FrontMatter(title=title, issuers=issuers), title) == name


def test_that_figures_are_set_apart_from_the_number_before_them():
    document = built("1.甲。内容。", "一、乙")
    assert cite(FRONT, document.outline, document.section("1."), form="short") == "杨府发〔2024〕11号第1点"


@pytest.mark.parametrize(
    ("path", "full", "short"),
    [
        ("一、/(一)/——", "一（一）——国际化科技创新协同区", "一（一）"),
        ("附件1/1.", "附件1 1", "附件1 1"),
        ("", "", ""),
    ],
)
def test_that_places_are_cited_as_people_write_them(path, full, short):
    document = built(*LINES)
    assert cited_place(document.outline, document.section(path)) == full
    assert cited_place(document.outline, document.section(path), form="short") == short


@pytest.mark.parametrize(
    ("begin", "end", "place"),
    [
        ("支持", "环同济", "二（一）1"),
        ("支持", "建设开放平台", "二（一）1至2"),
        ("总体要求", "国际化", "一"),
        ("国际化", "重点任务", "一（一）——国际化科技创新协同区至二"),
        ("12家", "人工智能", "二（一）2至附件1 1"),
    ],
)
def test_that_a_stretch_over_several_clauses_is_cited_from_the_first_to_the_last(begin, end, place):
    document = built(*LINES)
    span = Span(document.span(begin).start, document.span(end).end)
    assert cited_stretch(document.outline, document.reading.text, span) == place


@pytest.mark.parametrize(
    ("begin", "end", "place"),
    [
        ("各单位", "总体要求", "文首至一"),
        ("第一段", "第二段", "一"),
        ("国家", "个人", "附件1 1至2"),
    ],
)
def test_that_a_stretch_is_cited_by_both_its_ends(begin, end, place):
    document = built("各单位要抓好落实。", "一、总体要求", "第一段。", "第二段。", "附件1", "1.国家", "2.个人")
    span = Span(document.span(begin).start, document.span(end).end)
    assert cited_stretch(document.outline, document.reading.text, span) == place


def test_that_a_stretch_on_into_the_signature_is_cited_by_its_clause():
    document, signature = built("一、总体要求", "二、保障"), "区政府\n"
    text = document.reading.text + signature
    signed = replace(
        document.outline,
        starts=(*document.outline.starts, len(document.reading.text)),
        owners=(*document.outline.owners, 0),
    )
    assert cited_stretch(signed, text, Span(text.index("保障"), len(text))) == "二"


def test_that_several_paragraphs_of_an_article_are_cited_from_the_first_to_the_last():
    document = built(*LAW)
    span = Span(document.span("应当公开").start, document.span("国家秘密").end)
    assert cited_stretch(document.outline, document.reading.text, span) == "第二条第一款至第二款"


def test_that_items_are_cited_with_their_paragraph_where_the_article_has_several():
    document = built(*LAW)
    first, second = (document.section(f"第二章/第二条/({n})").span for n in "一二")
    text = document.reading.text
    assert cited_stretch(document.outline, text, first) == "第二条第二款第（一）项"
    both = Span(first.start, second.start + 4)
    assert cited_stretch(document.outline, text, both) == "第二条第二款第（一）项至第（二）项"


def test_that_a_whole_article_is_cited_without_its_paragraph():
    document = built(*LAW)
    article = document.section("第二章/第二条")
    assert cited_stretch(document.outline, document.reading.text, article.span) == "第二条"
    assert cited_stretch(document.outline, document.reading.text, document.span("应当公开")) == "第二条第一款"
    both = Span(document.span("为了规范").start, document.span("应当公开").end)
    assert cited_stretch(document.outline, document.reading.text, both) == "第一条至第二条"


def test_that_a_place_in_a_regulation_is_cited_by_article():
    document = built(*LAW)
    start = document.span("国家秘密；").start
    place = cited_place(document.outline, document.outline.at(start), text=document.reading.text, offset=start)
    assert place == "第二条第二款第（一）项第1目"


@pytest.mark.parametrize(
    ("path", "full", "short"),
    [
        ("一、/(一)/——", "一、（一）——国际化科技创新协同区", "一（一）"),
        ("附件1/1.", "附件1 1.", "附件1 1"),
        ("", "", ""),
    ],
)
def test_that_bullets_annexes_and_the_head_of_a_document_are_named(path, full, short):
    document = built(*LINES)
    assert locus(document.outline, document.section(path)) == full
    assert locus(document.outline, document.section(path), form="short") == short


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("规范", "第一条"),
        ("应当公开", "第二条第一款"),
        ("有下列情形", "第二条第二款"),
        ("国家秘密；", "第二条第二款第（一）项第1目"),
        ("其他", "第二条第二款第（二）项"),
        ("由部门决定", "第二条第三款"),
    ],
)
def test_that_a_regulation_is_cited_by_article_paragraph_and_item(quote, place):
    document = built(*LAW)
    start = document.span(quote).start
    section = document.outline.at(start)
    assert locus(document.outline, section, text=document.reading.text, offset=start) == place


def test_that_an_article_is_named_without_its_chapter_and_without_offset_without_paragraph():
    document = built(*LAW)
    assert locus(document.outline, document.section("第二章/第二条")) == "第二条"
    assert locus(document.outline, document.section("第二章")) == "第二章"


def test_that_marks_within_a_title_become_single_ones():
    assert title_in_marks("关于印发《X方案》的通知") == "《关于印发〈X方案〉的通知》"
    assert title_in_marks("《X方案》") == "《X方案》"
    assert title_in_marks("《甲》和《乙》") == "《〈甲〉和〈乙〉》"
