from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.library.comparing import compare_documents
from reader.text.spans import Span
from reader.ui.compare.column_build import column_text
from reader.ui.compare.view import RIGHT
from tests.ui.builders import placement
from tests.ui.compare.conftest import NEW, OLD, section_of
from tests.ui.reading.builders import TASKS, notice, opened


def column_of(old, new):
    left, right = opened(old, number=1), opened(new, number=2)
    return column_text(compare_documents(left, right, "editions"), left, right), left, right


def marked(column, kind):
    return [t.span.text(column.document.reading.text) for t in column.tints if t.kind == kind]


def paragraph(column, words):
    return next(line for line in column.document.reading.text.split("\n") if words in line)


def test_that_old_words_stand_struck_before_the_new_ones():
    column, *_ = column_of(OLD, OLD.replace("建成5个平台", "建成8个平台", 1))
    assert "建成5个8个平台" in column.document.reading.text
    assert (marked(column, "cut"), marked(column, "put")) == (["5个"], ["8个"])


def test_that_a_removed_clause_stands_struck_where_it_stood():
    column, *_ = column_of(notice(TASKS[:4]), notice((*TASKS[:2], TASKS[3])))
    headings = [s.heading for s in column.document.outline.sections if s.heading in TASKS]
    assert headings == list(TASKS[:4])
    (struck,) = [text for text in marked(column, "removed") if TASKS[2] in text]
    assert struck.startswith("3.")
    assert struck in marked(column, "cut")


def test_that_an_added_clause_is_underlined():
    column, *_ = column_of(notice((*TASKS[:2], TASKS[3])), notice(TASKS[:4]))
    (added,) = marked(column, "added")
    assert added.startswith(f"3.{TASKS[2]}")
    assert added in marked(column, "put")


def test_that_a_moved_clause_is_told_at_both_places():
    column, *_ = column_of(OLD, notice((*TASKS[1:6], TASKS[0], *TASKS[6:])))
    moved = [(t.label, t.span.start) for t in column.tints if t.kind == "moved"]
    assert sorted(label for label, _ in moved) == ["← 原一1", "→ 现一6"]
    gone, come = (next(at for label, at in moved if label.startswith(arrow)) for arrow in "→←")
    assert gone < come
    assert column.document.reading.text[gone:].startswith(f"1.{TASKS[0]}")


def test_that_a_removed_paragraph_stays_a_paragraph():
    more = OLD.replace("二、保障措施\n", "二、保障措施\n建立联席会议制度，统筹协调重大事项。\n")
    column, *_ = column_of(more, OLD)
    assert paragraph(column, "联席会议") == "建立联席会议制度，统筹协调重大事项。"


def test_that_headings_are_those_of_both_documents():
    column, _, right = column_of(OLD, NEW)
    sections = column.document.outline.sections
    assert [s.number for s in sections] == list(range(len(sections)))
    text = column.document.reading.text
    for section in sections[1:]:
        assert section.heading_span.text(text).endswith(section.heading)
    assert len(sections) == len(right.outline.sections) + 2  # the removed one, and where the moved one was


texts = st.lists(st.sampled_from(TASKS), min_size=1, max_size=8, unique=True).map(tuple)


@given(texts, texts)
def test_that_without_what_was_struck_the_newer_text_is_left(old, new):
    column, _, right = column_of(notice(old), notice(new))
    kept = "".join(run.source.text(right.reading.text) for run in column.runs if run.side == RIGHT)
    assert kept == right.reading.text
    for before, after in itertools.pairwise(column.runs):
        assert before.end <= after.start
    starts = column.document.outline.starts
    assert list(starts) == sorted(starts)


@given(texts, texts, st.data())
def test_that_every_place_of_the_newer_text_is_found_again(old, new, data):
    column, _, right = column_of(notice(old), notice(new))
    start = data.draw(st.integers(0, len(right.reading.text) - 2))
    span = Span(start, data.draw(st.integers(start + 1, len(right.reading.text) - 1)))
    placed = column.span(RIGHT, span)
    assert column.origin(placed) == (RIGHT, span)
    assert column.newer(placed.start) == start


def shown(desk):
    desk.view.head.layouts.buttons["column"].click()
    desk.qtbot.waitUntil(lambda: desk.view.column.text is not None)
    return desk.view.column


def test_that_one_column_is_a_click_away_and_goes_where_one_was(desk):
    _, right = desk.show()
    desk.views[RIGHT].jump_to(section_of(right, TASKS[7]))
    column = shown(desk)
    assert column.isVisible()
    place = column.view.place()
    assert column.text.document.outline.sections[place.section].heading == TASKS[7]
    assert desk.view.finding_view() is column.view
    desk.view.head.layouts.buttons["pair"].click()
    assert desk.views[RIGHT].isVisible()
    assert desk.views[RIGHT].place().section == section_of(right, TASKS[7])


def test_that_steps_lead_through_the_column(desk):
    desk.show()
    column = shown(desk)
    text = column.text.document.reading.text
    for kind in ("number", "removed", "moved"):
        desk.view.show_difference(desk.row(kind))
        row = desk.view.steps.current
        wanted = column.text.difference(row.left_span, row.right_span)
        assert column.view.section == column.text.document.outline.at(wanted.start).number
        assert wanted.text(text)


def test_that_a_difference_chosen_before_the_column_stands_is_shown_then(desk):
    desk.show()
    desk.view.set_layout("column")
    desk.view.show_difference(desk.row("removed"))
    desk.qtbot.waitUntil(lambda: desk.view.column.text is not None)
    section = desk.view.column.text.document.outline.sections[desk.view.column.view.section]
    assert section.heading == TASKS[-1]


def test_that_trees_and_status_follow_the_column_and_lead_it(desk):
    _, right = desk.show()
    column = shown(desk)
    bar = column.view.paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    here = column.text.newer(round(column.view.part() * column.view.length))
    assert desk.workspace.section == right.outline.at(here).number
    desk.view.active_view().jump_to(section_of(right, TASKS[9]))
    place = column.view.place()
    assert column.text.document.outline.sections[place.section].heading == TASKS[9]


def test_that_what_is_selected_in_the_column_is_selected_in_its_document(desk):
    left, right = desk.show()
    column = shown(desk)
    text = column.text.document.reading.text
    start = text.index("建成5个8个平台")
    column.view.select(Span(start, start + 8))
    assert desk.workspace.document is right
    assert desk.workspace.selection.text(right.reading.text) == "建成8个平台"
    column.view.select(Span(start + 2, start + 4))
    assert desk.workspace.document is left
    assert desk.workspace.selection.text(left.reading.text) == "5个"
    assert desk.view.active_view().selected_span() == desk.workspace.selection


def test_that_marks_of_the_newer_text_are_drawn_in_the_column(desk):
    _, right = desk.show()
    column = shown(desk)
    desk.workspace.set_placements((placement(right, "现提出如下意见"),), right.entry.number)
    (shape,) = column.view.paper.layers["marks"].shapes
    assert shape.end - shape.start == len("现提出如下意见")


def test_that_topics_are_never_read_in_one_column(desk):
    desk.show()
    shown(desk)
    desk.view.set_mode("topics")
    desk.qtbot.waitUntil(lambda: desk.view.comparison is not None)
    assert desk.view.layout_shown == "pair"
    desk.view.set_layout("column")
    assert desk.view.layout_shown == "pair"
