from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.export.comparison_records import Mark, Run
from reader.export.comparison_runs import Marked, PaperText, is_bare
from reader.text.spans import Span
from tests.export.comparisons import paper

TEXT = "第一章 总 则\n第一条 公园 开放：\n(一)早晨；\n　　 (二)夜间。\n园长负责。\n一、 说明\n"


def text_of(text: str = TEXT) -> PaperText:
    return PaperText(paper(text))


def plain(lines) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def test_that_markers_are_printed_as_offices_print_them():
    assert plain(text_of().lines(range(5))) == [
        "第一章　总则",
        "第一条　公园 开放：",
        "（一）早晨；",
        "（二）夜间。",
        "园长负责。",
    ]


def test_that_a_place_takes_that_of_the_marker():
    text = text_of()
    assert text.lines((3,), (), "第一条第（一）项") == ((Run("第一条第（一）项　", Mark.PLACE), Run("早晨；")),)
    assert plain(text.lines((2,), (), "第一条"))[0] == "第一条　公园 开放："


def test_that_a_marker_is_set_as_its_whole_paragraph():
    text = text_of()
    start = TEXT.index("(一)")
    whole = Marked(Span(start, start + 7), Mark.ADDED)
    part = Marked(Span(start + 3, start + 5), Mark.ADDED)
    assert text.lines((3,), (whole,)) == ((Run("（一）早晨；", Mark.ADDED),),)
    assert text.lines((3,), (part,)) == ((Run("（一）"), Run("早晨", Mark.ADDED), Run("；")),)


def test_that_each_paragraph_bears_its_own_marks_and_where_two_meet_the_first_holds():
    text = text_of("第一条 甲乙丙丁\n戊己庚辛\n壬癸\n")
    start = text.text.index("甲")
    spans = {Span(start, start + 3): Mark.SHARED, Span(start + 1, start + 6): Mark.REMOVED}
    marked = [Marked(span, mark) for span, mark in spans.items()]
    assert [[run for run in line if run.mark] for line in text.lines((1,), marked)] == [
        [Run("甲乙丙", Mark.SHARED), Run("丁", Mark.REMOVED)],
        [Run("戊", Mark.REMOVED)],
        [],
    ]


def test_that_headings_over_others_are_bare():
    text = text_of()
    assert [is_bare(text, n) for n in range(4)] == [False, True, False, False]


@given(
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.sampled_from([Mark.ADDED, Mark.REMOVED])), max_size=5)
)
def test_that_marks_change_no_word(marks):
    text = text_of()
    marked = [Marked(Span(min(a, b), max(a, b)), mark) for a, b, mark in marks]
    assert plain(text.lines(range(6), marked)) == plain(text.lines(range(6)))
