from __future__ import annotations

import itertools

import pytest

from reader.ui.compare.view import LEFT, RIGHT
from tests.ui.compare.conftest import OLD, section_of
from tests.ui.reading.builders import TASKS, notice


def bars(desk):
    return [view.paper.verticalScrollBar() for view in desk.views]


def test_that_both_sides_scroll_together_by_clause(desk):
    left, right = desk.show()
    for heading in (TASKS[2], TASKS[8], TASKS[4]):
        desk.views[LEFT].jump_to(section_of(left, heading))
        assert desk.views[RIGHT].place().section == section_of(right, heading)
    desk.views[RIGHT].jump_to(section_of(right, TASKS[9]))
    assert desk.views[LEFT].place().section == section_of(left, TASKS[9])


def test_that_each_side_scrolls_on_its_own_when_asked(desk):
    left, right = desk.show()
    desk.view.head.scrollings.buttons["free"].click()
    before = desk.views[RIGHT].place()
    desk.views[LEFT].jump_to(section_of(left, TASKS[9]))
    assert desk.views[RIGHT].place() == before
    desk.view.head.scrollings.buttons["pair"].click()
    assert desk.views[RIGHT].place().section == section_of(right, TASKS[9])


def test_that_by_proportion_both_sides_are_equally_far_through_their_text(desk):
    desk.show(OLD, notice(TASKS[:5]))
    desk.view.head.scrollings.buttons["proportion"].click()
    for share in (0.2, 0.5, 0.8):
        bars(desk)[LEFT].setValue(round(bars(desk)[LEFT].maximum() * share))
        assert desk.views[RIGHT].part() == pytest.approx(desk.views[LEFT].part(), abs=0.02)
    bars(desk)[LEFT].setValue(bars(desk)[LEFT].maximum())
    assert bars(desk)[RIGHT].value() == bars(desk)[RIGHT].maximum()


def test_that_scrolling_step_by_step_takes_the_other_side_along_without_leaps(desk):
    desk.show(OLD, OLD.replace("5个", "8个"))
    values = []
    for value in range(0, bars(desk)[LEFT].maximum(), 20):
        bars(desk)[LEFT].setValue(value)
        values.append(bars(desk)[RIGHT].value())
    assert values == sorted(values)
    assert max(b - a for a, b in itertools.pairwise(values)) <= 60


def test_that_the_other_side_glides_over_what_only_it_has(desk):
    added = tuple(f"新增的第{n}项任务" for n in range(4))
    left, right = desk.show(OLD, notice((*TASKS[:4], *added, *TASKS[4:])))
    desk.views[LEFT].jump_to(section_of(left, TASKS[3]))
    passed = []
    bars(desk)[RIGHT].valueChanged.connect(passed.append)
    while desk.views[LEFT].place().section == section_of(left, TASKS[3]):
        bars(desk)[LEFT].setValue(bars(desk)[LEFT].value() + 12)
    goal = right.outline.sections[section_of(right, TASKS[4])].span.start
    desk.qtbot.waitUntil(lambda: desk.view.page.scrolling._gliding is None)
    assert abs(desk.views[RIGHT].part() * desk.views[RIGHT].length - goal) < 40  # about a line
    assert len(passed) > 4
    assert passed == sorted(passed)
    assert desk.views[LEFT].place().section == section_of(left, TASKS[4])


def test_that_who_scrolls_the_gliding_side_takes_it_over(desk):
    left, right = desk.show(OLD, notice((*TASKS[:4], *(f"新增的第{n}项任务" for n in range(4)), *TASKS[4:])))
    desk.views[LEFT].jump_to(section_of(left, TASKS[3]))
    while desk.view.page.scrolling._gliding is None:
        bars(desk)[LEFT].setValue(bars(desk)[LEFT].value() + 12)
    desk.views[RIGHT].jump_to(section_of(right, TASKS[1]))
    assert desk.view.page.scrolling._gliding is None
    assert desk.views[LEFT].place().section == section_of(left, TASKS[1])


def test_that_what_cannot_stand_at_one_height_comes_as_near_as_the_ends_allow(desk):
    left, right = desk.show()
    ends = (section_of(left, TASKS[0]), section_of(right, "保障措施"))
    desk.view.align(*ends)
    tops = [view.heights_of(view.pieces(n)[0])[0] for view, n in zip(desk.views, ends, strict=True)]
    assert all(0 <= top < view.height() for top, view in zip(tops, desk.views, strict=True))
