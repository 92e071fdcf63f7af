from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.comparison.records import NEAR, Change, Comparison, Pair
from reader.text.spans import Span
from reader.ui.compare.map_marks import MapMark, map_marks
from reader.ui.compare.view import LEFT, RIGHT
from tests.ui.compare.conftest import section_of
from tests.ui.reading.builders import TASKS


def pieces(section):
    return (Span(section * 10, section * 10 + 10),)


def test_that_changes_are_marked_where_they_are_and_moved_clauses_as_a_whole():
    change = Change("insert", "", "新", "wording", Span(25, 25), Span(36, 37))
    pairs = (Pair(2, 3, 0.9, "changed", (change,)), Pair(1, 5, 1.0, "moved"), Pair(4, 4, 1.0, "same"))
    left, right = map_marks(Comparison("editions", pairs), (pieces, pieces), (100, 100))
    assert left == [MapMark(0.25, 0.25, "changed"), MapMark(0.1, 0.2, "moved")]
    assert right == [MapMark(0.36, 0.37, "changed"), MapMark(0.5, 0.6, "moved")]


def test_that_by_topics_every_clause_says_whether_it_has_an_answer():
    pairs = (Pair(1, 2, 0.8, "answered"), Pair(2, 3, 0.2, "answered", level=NEAR), Pair(3, None, 0.0, "unanswered"))
    left, right = map_marks(Comparison("topics", pairs, right_alone=(4,)), (pieces, pieces), (100, 100))
    assert [mark.status for mark in left] == ["answered", NEAR, "unanswered"]
    assert [mark.status for mark in right] == ["answered", NEAR, "unanswered"]


def test_that_the_map_shows_the_differences_of_both_documents(desk):
    _, right = desk.show()
    shown = desk.view.page.map
    assert {"moved", "changed", "removed"} <= {mark.status for mark in shown.marks[LEFT]}
    assert "removed" not in {mark.status for mark in shown.marks[RIGHT]}
    (moved,) = [mark for mark in shown.marks[RIGHT] if mark.status == "moved"]
    start = right.outline.sections[section_of(right, TASKS[0])].span.start
    assert moved.start == pytest.approx(start / len(right.reading.text))
    assert not shown.grab().isNull()


def test_that_a_click_and_a_drag_on_a_lane_go_there_and_take_the_other_side_along(desk):
    desk.show()
    shown = desk.view.page.map
    lane = shown.lane(RIGHT)
    at = QPoint(round(lane.center().x()), round(lane.top() + 0.5 * lane.height()))
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=at)
    assert desk.views[RIGHT].part() == pytest.approx(0.5, abs=0.03)
    assert desk.views[LEFT].part() == pytest.approx(0.5, abs=0.15)
    end = QPoint(at.x(), round(lane.top() + 0.8 * lane.height()))
    QTest.mouseMove(shown, end)
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=end)
    assert desk.views[RIGHT].part() == pytest.approx(0.8, abs=0.03)


def test_that_the_strips_of_the_two_papers_leave_the_differences_to_the_map(desk):
    desk.show()
    assert not any(view._map.ticks for view in desk.views)
