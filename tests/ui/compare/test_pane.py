from __future__ import annotations

from dataclasses import replace

import pytest

from reader.ui.compare.pane import head_facts
from reader.ui.compare.view import LEFT
from tests.ui.compare.conftest import section_of
from tests.ui.reading.builders import TASKS


def test_that_the_head_line_says_number_and_how_many_clauses(desk):
    left, _ = desk.show()
    assert head_facts(left) == f"杨府发〔2024〕11号 · {len(left.outline.sections) - 1}项"


def test_that_in_a_narrow_pane_the_title_has_the_head_line_to_itself(desk):
    desk.show()
    pane = desk.view.panes[LEFT]
    pane.resize(600, 500)
    assert pane._facts.isVisible()
    pane.resize(300, 500)
    assert not pane._facts.isVisible()


def test_that_files_tell_apart_what_has_one_title_also_after_a_decision(desk):
    left, _ = desk.show()
    assert [pane.name for pane in desk.view.panes] == ["旧稿", "新稿"]
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.workspace.show(replace(left), ())
    assert [pane.name for pane in desk.view.panes] == ["旧稿", "新稿"]


def test_that_a_part_of_the_text_can_be_gone_to_and_is_told(desk):
    desk.show()
    view = desk.views[LEFT]
    for part in (0.0, 0.3, 0.7):
        view.go_to_part(part)
        assert view.part() == pytest.approx(part, abs=0.02)


def test_that_the_clause_at_a_height_of_the_view_is_told(desk):
    left, _ = desk.show()
    view, section = desk.views[LEFT], section_of(left, TASKS[6])
    view.jump_to(section)
    upper, lower = view.heights_of(view.pieces(section)[0])
    assert view.section_at_height((upper + lower) / 2) == section
    assert view.section_at_height(upper - 20) == section - 1


def test_that_the_scroll_value_of_a_place_leads_there(desk):
    left, _ = desk.show()
    view = desk.views[LEFT]
    view.jump_to(section_of(left, TASKS[8]))
    place = view.place()
    value = view.value_of(place)
    assert value == pytest.approx(view.paper.verticalScrollBar().value(), abs=1)


def test_that_upkeep_of_the_layout_leads_nobody(desk):
    desk.show()
    paper = desk.views[LEFT].paper
    desk.views[LEFT].go_to_part(0.5)
    held = paper.hold()
    with desk.qtbot.assertNotEmitted(desk.views[LEFT].reading_line_changed):
        paper.let_go((held[0], held[1] + 40))
