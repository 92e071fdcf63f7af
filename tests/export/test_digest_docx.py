from __future__ import annotations

from datetime import UTC, datetime

import pytest
from docx.oxml.ns import qn

from reader.export.digest_docx import digest_docx
from reader.export.styles import GongwenType
from tests.export.digests import PLAN, RULE, clause, clipping, digest, usual
from tests.export.word import lines, opened, parts


def test_that_themes_are_headings_over_excerpts_with_source_and_remark() -> None:
    document = opened(digest_docx(usual()))
    written = [(p.style.style_id, p.text) for p in document.paragraphs if p.text]
    assert written[:7] == [
        ("Title", "摘编"),
        ("Heading1", "一、科技创新"),
        ("Quote", "（一）推动国际化科技创新协同"),
        ("Quote", "1.打造科技成果转化高地。支持“环同济”知识经济圈——面向全球。"),
        ("Quote", "2.建设开放平台。到2025年底，引进机构12家。"),
        (
            "Detail",
            "出处：《上海市杨浦区人民政府关于印发〈关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见〉的通知》"
            "（杨府发〔2024〕11号）二（一）",
        ),
        ("Note", "备注：与市里核对。"),
    ]
    assert lines(document, "Heading1") == ["一、科技创新", "二、营商环境", "三、其他"]


def test_that_an_empty_line_parts_the_excerpts_of_a_theme() -> None:
    styles = [p.style.style_id for p in opened(digest_docx(usual())).paragraphs]
    assert styles[:2] == ["Title", "Normal"]
    assert styles[7:11] == ["Note", "Normal", "Quote", "Quote"]
    assert styles[styles.index("Heading1", 3) - 1] == "Detail"


def test_that_the_end_of_an_excerpt_stays_on_the_page_of_its_source() -> None:
    paragraphs = opened(digest_docx(usual())).paragraphs
    kept = [n for n, p in enumerate(paragraphs) if p._p.pPr is not None and p._p.pPr.find(qn("w:keepNext")) is not None]
    assert [(paragraphs[n].style.style_id, paragraphs[n + 1].style.style_id) for n in kept] == [("Quote", "Detail")] * 4


def test_that_a_table_has_a_row_an_excerpt_and_one_cell_a_theme() -> None:
    (table,) = opened(digest_docx(usual(table=True))).tables
    assert [cell.text for cell in table.rows[0].cells] == ["主题", "内容", "出处", "备注"]
    assert [row.cells[1].text for row in table.rows[3:]] == ["引进机构12家", clause(RULE, "第四条").text]
    merged = [cell.find(".//" + qn("w:vMerge")) is not None for row in table.rows for cell in row._tr.tc_lst[:1]]
    assert merged == [False, True, True, False, False]


def test_that_a_row_that_is_longer_than_a_page_may_break() -> None:
    long = clause(RULE, "第一条")._replace(text="本条规定事项较多，逐项列明。\n" * 60)
    (table,) = opened(digest_docx(digest(long, clause(RULE, "第四条"), table=True))).tables
    assert [row._tr.trPr.find(qn("w:cantSplit")) is None for row in table.rows] == [False, True, False]


@pytest.mark.parametrize("table", [False, True])
def test_that_an_empty_digest_says_so(table: bool) -> None:
    document = opened(digest_docx(digest(table=table)))
    assert lines(document, "BodyText") == ["尚未摘录内容。"]
    assert document.tables == []


def test_that_properties_name_the_author_unless_it_goes_out() -> None:
    made = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    core = opened(digest_docx(usual(title="人才摘编"), author="王敏", created=made)).core_properties
    assert (core.title, core.author, core.created) == ("人才摘编", "王敏", datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    outward = digest_docx(usual(outward=True), GongwenType(), author="王敏")
    assert opened(outward).core_properties.author == ""
    assert not any("王敏" in text or "与市里核对" in text for text in parts(outward).values())


def test_that_what_xml_forbids_is_left_out() -> None:
    hostile = clipping(PLAN, "引进机构12家", "主题\x00", "备\x0b注")._replace(text="甲\x01乙\ufffe\n=1+1")
    document = opened(digest_docx(digest(hostile)))
    assert lines(document, "Quote") == ["甲乙", "=1+1"]
    assert lines(document, "Note") == ["备注：备注"]
    assert lines(document, "Heading1") == ["一、主题"]
