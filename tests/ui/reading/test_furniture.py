from __future__ import annotations

from reader.text.edits import Edit, Reason, apply
from reader.text.reading_text import ReadingText
from reader.ui.reading.furniture import insertions


def reading_of(source, *edits):
    text = apply(source, edits)
    return ReadingText(text, text, edits)


def test_that_removed_lines_come_back_as_paragraphs_of_their_own():
    source = "首页\n\n 打印 \n正文。\n"
    found = insertions(reading_of(source, Edit(0, 9, "", Reason.FURNITURE)), source)
    assert [(i.offset, i.text) for i in found] == [(0, "首页\n打印\n")]


def test_that_furniture_behind_the_last_paragraph_begins_a_new_line():
    source = "正文。\n返回顶部"
    found = insertions(reading_of(source, Edit(3, 8, "\n", Reason.FURNITURE)), source)
    assert [(i.offset, i.text) for i in found] == [(3, "\n返回顶部")]


def test_that_a_page_number_within_a_paragraph_stays_in_its_line():
    source = "前半\n— 2 —\n后半\n"
    found = insertions(reading_of(source, Edit(2, 9, "", Reason.PAGE)), source)
    assert [(i.offset, i.text) for i in found] == [(2, "— 2 —")]


def test_that_what_is_no_furniture_is_not_shown():
    source = "貿(mào)易\n"
    assert insertions(reading_of(source, Edit(1, 6, "", Reason.PINYIN)), source) == []
