from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from reader.ui.widgets.wrapping import wrapped

WORDS = st.text("推进数据流通，。（）abc 1", min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.integers(60, 200))
def test_that_lines_fit_and_hold_the_whole_text(qapp, text, width):
    metrics = QFontMetrics(QFont())
    lines = wrapped(text, width, 1000, metrics)
    assert "".join(lines) == text
    assert all(metrics.horizontalAdvance(line) <= width or len(line) == 1 for line in lines)


def test_that_what_is_left_out_is_told_by_an_ellipsis(qapp):
    lines = wrapped("推进数据要素市场化配置改革" * 5, 100, 2, QFontMetrics(QFont()))
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_that_paragraphs_begin_new_lines_and_empty_ones_stay(qapp):
    assert wrapped("甲\n\n乙", 300, 5, QFontMetrics(QFont())) == ["甲", "", "乙"]


def test_that_a_line_never_begins_with_a_closing_mark(qapp):
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("推进数据")
    assert not any(line[0] in "，。）" for line in wrapped("推进数据，推进数据）。", width, 9, metrics))
