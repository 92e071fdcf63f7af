from __future__ import annotations

import io
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook

from reader.export.digest_files import SUFFIXES, render
from reader.export.digest_text import digest_clip
from reader.export.digest_xlsx import GOES_ON
from reader.export.sheets import HIGHEST
from tests.export.digests import PLAN, RULE, clause, clipping, digest, usual


class Cells(HTMLParser):
    """The cells of a table, with how many rows each spans."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[object]] = []
        self._open = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "td":
            self.found.append(["", int(dict(attributes).get("rowspan") or 1)])
        self._open = tag == "td"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1][0] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = False


def sheet(data: bytes):
    return load_workbook(io.BytesIO(data)).active


def test_that_text_names_theme_excerpt_source_and_remark_in_their_order() -> None:
    text = render(usual(), ".txt").decode("utf-8-sig")
    assert text.startswith("摘编\n\n一、科技创新\n\n　　（一）推动国际化科技创新协同\n　　1.打造科技成果转化高地。")
    assert "二（一）\n　　备注：与市里核对。\n\n　　第二条 区商务委" in text
    assert text.endswith(
        "三、其他\n\n　　第四条 本办法自2026年1月1日起施行。\n　　出处：《临江区企业服务办法》第四条\n"
    )


def test_that_markdown_has_headings_and_quotes_and_no_markup_of_the_text() -> None:
    text = render(digest(clipping(PLAN, "引进机构12家", "*创新*")._replace(text="# 甲\n<b>乙")), ".md").decode()
    assert text.startswith("# 摘编\n\n## 一、\\*创新\\*\n\n> \\# 甲  \n> \\<b\\>乙\n\n- 出处：")


def test_that_html_is_running_text_or_a_table() -> None:
    page = render(usual(), ".html").decode()
    assert "<h1>摘编</h1>\n<h2>一、科技创新</h2>\n<blockquote>（一）推动国际化科技创新协同\n" in page
    cells = Cells()
    cells.feed(render(usual(table=True), ".html").decode())
    assert cells.found[0] == ["科技创新", 2]
    assert [text for text, _ in cells.found[4:6]] == [clause(RULE, "第二条").text, "《临江区企业服务办法》第二条"]


@pytest.mark.parametrize("table", [False, True])
def test_that_html_shows_what_is_written_and_fetches_nothing(table: bool) -> None:
    hostile = clipping(PLAN, "引进机构12家", "<i>", '"&')._replace(text='<img src="http://a.example/x">')
    page = render(digest(hostile, table=table), ".html").decode()
    assert "&lt;img src=&quot;http://a.example/x&quot;&gt;" in page
    assert "<img" not in page
    assert "default-src 'none'" in page


def test_that_the_workbook_has_filters_and_the_theme_in_each_row() -> None:
    book = sheet(render(usual(), ".xlsx"))
    rows = [[cell.value for cell in row] for row in book.iter_rows()]
    assert rows[0][0] == "摘编"
    assert rows[1] == ["主题", "内容", "出处", "备注"]
    assert [row[0] for row in rows[2:]] == ["科技创新", "科技创新", "营商环境", "其他"]
    assert rows[2][3] == "与市里核对。"
    assert (book.auto_filter.ref, book.freeze_panes) == ("A2:D6", "A3")


def test_that_an_excerpt_longer_than_a_row_goes_on_in_the_next_with_nothing_left_out() -> None:
    long = "".join(f"第{n}项规定了较多的内容，需要逐项落实到位。\n" for n in range(1, 60)) + "长" * 40_000
    book = sheet(render(digest(clause(RULE, "第一条", "甲", "请核")._replace(text=long)), ".xlsx"))
    rows = [[cell.value for cell in row] for row in book.iter_rows(min_row=3)]
    assert "".join(row[1] for row in rows).replace("\n", "") == long.replace("\n", "")
    assert {row[0] for row in rows} == {"甲"}
    assert [row[2] for row in rows[1:]] == [GOES_ON] * (len(rows) - 1)
    assert all(book.row_dimensions[n].height <= HIGHEST for n in range(3, len(rows) + 3))


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@a", "=1\n=2"])
def test_that_what_looks_like_a_formula_is_text(words: str) -> None:
    book = sheet(render(digest(clipping(PLAN, "引进机构12家", words, words)._replace(text=words)), ".xlsx"))
    row = [cell for cell in book[3] if cell.value is not None]
    assert {cell.data_type for cell in row} == {"s"}
    assert [cell.value for cell in row if cell.column != 3] == [words] * 3


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("table", [False, True])
def test_that_an_empty_digest_is_a_file_too(suffix: str, table: bool) -> None:
    data = render(digest(table=table), suffix)
    if suffix == ".xlsx":
        assert sheet(data)["A3"].value == "尚未摘录内容。"
    elif suffix != ".docx":
        assert "尚未摘录内容。" in data.decode("utf-8-sig")


def test_that_another_ending_is_refused() -> None:
    with pytest.raises(ValueError, match="no such format"):
        render(usual(), ".pdf")


def test_that_the_clipboard_has_what_word_keeps_in_shape_and_plain_text() -> None:
    clip = digest_clip(usual())
    assert clip.text == render(usual(), ".txt").decode("utf-8-sig")
    assert "mso-outline-level:1" in clip.html
    assert "备注：" in clip.html
