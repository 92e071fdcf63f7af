from __future__ import annotations

import pytest

from reader.export.citation import cite, locus, title_in_marks
from reader.structure.front_matter import FrontMatter
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


def test_that_the_full_form_names_title_number_and_place():
    assert (
        cited("二、/(一)/2.")
        == "《关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见》（杨府发〔2024〕11号）二、（一）2."
    )


def test_that_the_short_form_names_number_and_place():
    assert cited("二、/(一)/2.", form="short") == "杨府发〔2024〕11号二（一）2"


def test_that_a_document_without_number_is_cited_by_its_title_alone():
    document = built(*LINES)
    front = FrontMatter(title="方案")
    assert cite(front, document.outline, document.section("二、"), form="short") == "《方案》二"
    assert cite(FrontMatter(), document.outline, document.section("二、")) == "《无标题文件》二"
    assert cite(front, document.outline, document.section("二、"), title="改过的题目") == "《改过的题目》二"


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
