from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reader.text.edits import Edit, Reason
from reader.text.spans import Span
from reader.ui.reading.furniture import Insertion
from reader.ui.reading.positions import ShownText

TEXT = st.text(alphabet="国家机关，。1a\n𠮷𫖯😀\u00a0", max_size=60)
PIECE = st.text(alphabet="首页>𠮷 \n", min_size=1, max_size=8)


@st.composite
def shown_texts(draw):
    text = draw(TEXT)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=5)))
    edit = Edit(0, 0, "", Reason.FURNITURE)
    return text, ShownText(text, [Insertion(at, draw(PIECE), edit) for at in places])


@given(shown_texts())
def test_that_every_offset_comes_back_from_qt(made):
    text, shown = made
    for offset in range(len(text) - text.endswith("\n")):
        assert shown.offset(shown.qt(offset)) == offset


@given(shown_texts())
def test_that_the_character_at_an_offset_is_the_one_qt_has_there(made):
    text, shown = made
    units = shown.text.encode("utf-16-le")
    for offset, character in enumerate(text):
        start = shown.to_qt(shown.to_shown(offset))
        assert units[2 * start :].decode("utf-16-le")[0] == character


@given(shown_texts())
def test_that_furniture_is_what_is_shown_and_not_in_the_text(made):
    text, shown = made
    left = list(shown.text)
    for span in reversed(shown.furniture):
        del left[span.start : span.end]
    assert "".join(left) == text


@given(shown_texts(), st.data())
def test_that_a_span_comes_back_without_the_furniture_at_its_edges(made, data):
    text, shown = made
    end = len(text) - text.endswith("\n")
    start = data.draw(st.integers(0, max(0, end - 1)))
    stop = data.draw(st.integers(start, end))
    assert shown.span(*shown.qt_span(Span(start, stop))) == Span(start, stop)


@given(shown_texts())
def test_that_both_directions_never_run_backwards(made):
    text, shown = made
    forth = [shown.qt(offset) for offset in range(len(text) + 1)]
    back = [shown.offset(at) for at in range(shown.qt_length + 1)]
    assert forth == sorted(forth)
    assert back == sorted(back)


@given(st.text(max_size=40).map(lambda text: text.replace("\n", "")))
def test_that_qt_counts_what_we_count_whatever_the_characters(text):
    shown = ShownText(text + "\n末尾\n")
    document = QTextDocument()
    document.setPlainText(shown.qt_text)
    assert document.characterCount() - 1 == shown.qt_length
    assert document.blockCount() == 2


def test_that_a_place_inside_a_surrogate_pair_is_that_of_its_character():
    shown = ShownText("甲𠮷乙")
    assert [shown.from_qt(at) for at in range(5)] == [0, 1, 1, 2, 3]


def test_that_a_selection_of_furniture_alone_is_empty():
    shown = ShownText("甲\n乙\n", [Insertion(2, "首页\n", Edit(0, 0, "", Reason.FURNITURE))])
    start, end = shown.to_qt(shown.furniture[0].start), shown.to_qt(shown.furniture[0].end)
    assert shown.text_between(start, end) == "首页\n"
    assert shown.span(start, end) == Span(2, 2)
