from __future__ import annotations

from datetime import UTC, datetime

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reader.comparison.records import Pair
from reader.export.comparison_records import NOTHING
from reader.export.comparison_table import render, render_comparison
from reader.export.xml_text import xml_safe
from tests.export.comparisons import NEW, OLD, paired, paper, source, table, topics
from tests.export.task_tables import FORBIDDEN, HOSTILE
from tests.export.word import fonts, lines, opened, parts

TABLE = table(kinds=True)


def document(found=TABLE, **fields):
    return opened(render(found, ".docx", **fields))


def struck(run) -> bool:
    return run.rPr.find(qn("w:strike")) is not None


def texts(document, *, font: str = "", strike: bool = False) -> list[str]:
    """Return the runs of the cells below the head that are set so."""
    rows = document.tables[0].rows[1:]
    found = [r for row in rows for r in row._tr.iter(qn("w:r"))]
    return [r.text for r in found if (strike and struck(r)) or (font and fonts(r)["eastAsia"] == font)]


def test_that_the_text_comes_back_as_it_went():
    found = [[cell.text for cell in row.cells] for row in document().tables[0].rows]
    assert found == [list(TABLE.heads), *([cell.text for cell in row.cells] for row in TABLE.rows)]


def test_that_title_and_note_stand_above():
    found = document()
    assert lines(found, "Title") == ["《公园管理办法》\n修订对照表"]
    assert lines(found, "TableNote")[-1] == (
        "说明：“现行条文”栏中加删除线的为删去的内容，“修订后条文”栏中的黑体字为新增的内容。内容未改动的3条从略。"
    )


def test_that_new_words_are_in_hei_and_old_ones_struck_through():
    found = document()
    assert {"应当", "10小时"} <= set(texts(found, font="黑体"))
    assert {"可以", "8小时"} <= set(texts(found, strike=True))
    assert not set(texts(found, font="黑体")) & set(texts(found, strike=True))


def test_that_new_figures_are_in_hei_too():
    found = next(r for r in document().element.body.iter(qn("w:r")) if r.text == "10小时")
    assert fonts(found)["ascii"] == "黑体"


def test_that_the_page_is_landscape_with_a_repeated_head():
    found = document()
    assert found.sections[0].orientation == WD_ORIENT.LANDSCAPE
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in found.tables[0].rows]
    assert heads == [True, *[False] * len(TABLE.rows)]


def test_that_both_texts_have_the_same_width_and_all_fill_the_page():
    found = document()
    widths = [int(column.get(qn("w:w"))) for column in found.tables[0]._tbl.tblGrid]
    section = found.sections[0]
    measure = (section.page_width - section.left_margin - section.right_margin) / 635
    assert abs(widths[1] - widths[2]) <= 1
    assert 0 <= measure - sum(widths) <= 2 * len(widths)
    assert widths[1] > sum(widths) / 3


def test_that_headings_stay_with_their_first_row():
    heading = next(row for row in document().tables[0].rows if "第一章" in row.cells[1].text)
    assert all(p._p.pPr.find(qn("w:keepNext")) is not None for cell in heading.cells for p in cell.paragraphs)


def test_that_a_long_row_may_break_and_a_short_one_not():
    long = "第一条 " + "公园应当设置座椅和步道，方便市民休憩。\n" * 40
    found = document(table(source(paper("第一条 公园免费开放。\n"), paper(long))))
    assert found.tables[0].rows[1]._tr.trPr.find(qn("w:cantSplit")) is None
    assert document().tables[0].rows[2]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_that_one_clause_with_several_answers_is_merged_and_a_divider_goes_across():
    made = topics("downward")
    pairs = (Pair(2, 3, 0.6, "answered"), Pair(2, 4, 0.3, "answered"))
    comparison = type(made.comparison)("topics", pairs, direction="downward", right_alone=(1,))
    found = document(table(made._replace(comparison=comparison))).tables[0]
    assert found.cell(1, 1)._tc is found.cell(2, 1)._tc
    assert found.cell(1, 2)._tc is not found.cell(2, 2)._tc
    assert len(found.rows[3]._tr.tc_lst) == 1


def test_that_a_table_without_rows_says_so():
    assert NOTHING in lines(document(table(source(paper(OLD), paper(OLD)))), "BodyText")


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN])
def test_that_any_text_is_carried(text):
    line = xml_safe(text).replace("\n", "")
    new = f"第一条 公园免费开放。附则{text.replace(chr(10), '').replace(chr(13), '')}另行规定。\n"
    cells = document(table(source(paper("第一条 公园免费开放。\n"), paper(new)))).tables[0]
    assert "".join(line.split()) in "".join(cells.cell(1, 2).text.split())


def test_that_nothing_points_outside_and_properties_are_told():
    moment = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    data = render_comparison(source(), ".docx", author="王敏", created=moment)
    assert not [name for name, text in parts(data).items() if "External" in text or "altChunk" in text]
    core = opened(data).core_properties
    assert (core.title, core.author, core.created) == ("《公园管理办法》修订对照表", "王敏", moment)


def test_that_another_ending_is_refused():
    with pytest.raises(ValueError, match="pdf"):
        render_comparison(source(), ".pdf")


def test_that_a_moved_article_is_told():
    moved = paired(OLD, NEW, Pair(2, 3, 1.0, "moved"))
    assert any("位置调整" in cell.text for row in document(table(moved)).tables[0].rows for cell in row.cells)
