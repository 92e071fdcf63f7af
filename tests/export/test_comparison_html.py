from __future__ import annotations

import pytest
from lxml import html

from reader.comparison.records import Pair
from reader.export.comparison_table import render
from reader.export.xml_text import xml_safe
from tests.export.comparisons import OLD, paper, source, table, topics
from tests.export.task_tables import FORBIDDEN, HOSTILE

TABLE = table(kinds=True)


def page(found=TABLE):
    return html.fromstring(render(found, ".html").decode())


def test_that_the_text_comes_back_as_it_went():
    rows = page().xpath("//tbody/tr")
    found = [["\n".join(p.text_content() for p in td.xpath("./p")) for td in tr.xpath("./td")] for tr in rows]
    assert found == [[cell.text for cell in row.cells] for row in TABLE.rows]


def test_that_differences_are_set_apart():
    found = page()
    assert {"应当", "10小时"} <= set(found.xpath("//ins/text()"))
    assert {"可以", "8小时"} <= set(found.xpath("//del/text()"))


def test_that_title_note_and_heads_are_told():
    found = page()
    assert found.xpath("//title/text()") == ["《公园管理办法》修订对照表"]
    assert found.xpath("//p[@class='note']/text()") == [TABLE.note]
    assert found.xpath("//thead//th/text()") == list(TABLE.heads)


def test_that_one_clause_with_several_answers_is_one_cell():
    made = topics("downward")
    pairs = (Pair(2, 3, 0.6, "answered"), Pair(2, 4, 0.3, "answered"))
    comparison = type(made.comparison)("topics", pairs, direction="downward", right_alone=(1,))
    rows = page(table(made._replace(comparison=comparison))).xpath("//tbody/tr")
    assert rows[0].xpath("./td/@rowspan") == ["2", "2", "2"]
    assert len(rows[1].xpath("./td")) == 3
    assert rows[2].xpath("./td/@colspan") == ["6"]


def test_that_nothing_is_fetched():
    text = render(TABLE, ".html").decode()
    assert "default-src 'none'" in text
    assert not page().xpath("//script | //img | //link | //a")


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN])
def test_that_any_text_is_carried_as_text(text):
    line = text.replace("\n", "").replace("\r", "")
    found = page(table(source(paper("第一条 公园开放。\n"), paper(f"第一条 公园开放。附则{line}另行规定。\n"))))
    assert "".join(xml_safe(line).split()) in "".join(found.xpath("//tbody")[0].text_content().split())


def test_that_a_table_without_rows_says_so():
    found = page(table(source(paper(OLD), paper(OLD))))
    assert not found.xpath("//table")
    assert "没有需要列出的差异" in found.text_content()
