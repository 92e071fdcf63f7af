from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from reader.export.tasks import render, task_table
from reader.export.tasks_table import NOTHING
from reader.export.xml_text import xml_safe
from tests.export.task_tables import FORBIDDEN, HOSTILE, other, source, table_of

TABLE = task_table([source()])


class Cells(HTMLParser):
    """Collects the texts of cells row by row, and what cells are told to span."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.spans: list[str] = []
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._in_cell = True
            self.spans += [value for name, value in attrs if name == "rowspan"]

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._in_cell = False

    def handle_data(self, data):
        if self._in_cell:
            self.rows[-1][-1] += data


def page(table=TABLE) -> str:
    return render(table, ".html").decode()


def test_that_the_text_comes_back_as_it_went():
    cells = Cells(page())
    assert cells.rows[0] == list(TABLE.heads)
    assert cells.rows[1] == list(TABLE.rows[0].cells)
    assert cells.rows[4] == [text for place, text in enumerate(TABLE.rows[3].cells) if place not in (1, 2)]
    assert cells.spans == ["2", "3", "2"]


def test_that_it_prints_on_a4_with_its_head_and_number_on_each_page():
    found = page()
    assert "size: A4 landscape" in found
    assert "table-header-group" in found
    assert '"第" counter(page) "页　共" counter(pages) "页"' in found


def test_that_widths_add_up():
    shares = [float(share) for share in re.findall(r"width:([\d.]+)%", page())]
    assert len(shares) == len(TABLE.columns)
    assert sum(shares) == pytest.approx(100, abs=0.1)


def test_that_nothing_is_fetched_or_run():
    found = page()
    assert "default-src 'none'" in found
    assert not re.search(r"<(?:script|link|img|iframe|a)\b|https?:", found)


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN, "长" * 40_000])
def test_that_any_text_is_carried(text):
    assert Cells(page(table_of(text))).rows[1][3] == xml_safe(text)


def test_that_several_documents_are_listed_behind_the_table():
    assert "来源文件：\n1.《明珠湖片区建设实施意见》" in page(task_table([source(), other()]))


def test_that_a_table_without_rows_says_so():
    found = page(task_table([source("一、建库。建成一个库。\n")]))
    assert NOTHING in found
    assert "<table" not in found
