from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt

from reader.library.library import Library
from reader.text.spans import Span
from reader.ui.compare.view import LEFT, RIGHT, CompareView
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace
from tests.ui.builders import placement
from tests.ui.reading.builders import TASKS, notice, opened

OLD = notice()
NEW = notice((*TASKS[1:6], TASKS[0], *TASKS[6:-1])).replace("建成5个平台", "建成8个平台", 1)


@pytest.fixture
def jobs(qtbot, tmp_path):
    runner = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield runner
    runner.shutdown()


@pytest.fixture
def workspace():
    return Workspace()


@pytest.fixture
def view(qtbot, jobs, workspace):
    made = CompareView(workspace, jobs)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    return made


def show(view, qtbot, workspace, old=OLD, new=NEW):
    left, right = opened(old, number=1), opened(new, number=2)
    workspace.hold(left, ())
    workspace.hold(right, ())
    with qtbot.waitSignal(view.compared):
        view.open_pair(left, (), right, ())
    return left, right


def section_of(document, heading):
    return next(s.number for s in document.outline.sections if s.heading == heading)


def test_that_two_documents_are_compared_and_listed(view, qtbot, workspace):
    show(view, qtbot, workspace)
    assert view.differences.verdict.text() == view.comparison.verdict()
    kinds = {row.kind for row in view.differences.model.rows}
    assert {"moved", "number", "removed"} <= kinds
    assert any(t.kind == "moved" for t in view.panes[LEFT].view._tints)


def test_that_equal_bodies_say_so(view, qtbot, workspace):
    show(view, qtbot, workspace, OLD, "上海市杨浦区人民政府文件\n" + OLD.rstrip() + "\n抄送：区委各部门，区人大办。\n")
    assert view.differences.verdict.text() == "正文一致；版头、版记仅一方有"
    assert not view.differences.model.rows


def test_that_both_sides_scroll_together_by_clause(view, qtbot, workspace):
    left, right = show(view, qtbot, workspace)
    for heading in (TASKS[2], TASKS[8], TASKS[4]):
        view.panes[LEFT].view.jump_to(section_of(left, heading))
        assert view.panes[RIGHT].view.place().section == section_of(right, heading)
    view.panes[RIGHT].view.jump_to(section_of(right, TASKS[9]))
    assert view.panes[LEFT].view.place().section == section_of(left, TASKS[9])


def test_that_each_side_scrolls_on_its_own_when_asked(view, qtbot, workspace):
    left, right = show(view, qtbot, workspace)
    view.head.links["free"].click()
    before = view.panes[RIGHT].view.place()
    view.panes[LEFT].view.jump_to(section_of(left, TASKS[9]))
    assert view.panes[RIGHT].view.place() == before
    view.head.links["linked"].click()
    assert view.panes[RIGHT].view.place().section == section_of(right, TASKS[9])


def test_that_scrolling_step_by_step_takes_the_other_side_along_without_leaps(view, qtbot, workspace):
    show(view, qtbot, workspace, OLD, OLD.replace("5个", "8个"))
    bars = [pane.view.paper.verticalScrollBar() for pane in view.panes]
    values = []
    for value in range(0, bars[LEFT].maximum(), 20):
        bars[LEFT].setValue(value)
        values.append(bars[RIGHT].value())
    assert values == sorted(values)
    assert max(b - a for a, b in itertools.pairwise(values)) <= 60


def test_that_next_and_previous_go_round_all_differences(view, qtbot, workspace):
    show(view, qtbot, workspace)
    total = len(view.differences.model.rows)
    seen = []
    view.status_changed.connect(seen.append)
    for _ in range(total + 1):
        view.next_difference()
    assert seen[0] == f"第1处，共{total}处"
    assert seen[-1] == seen[0]
    view.previous_difference()
    assert seen[-1] == f"第{total}处，共{total}处"


def test_that_a_chosen_difference_is_shown_on_both_sides(view, qtbot, workspace):
    left, right = show(view, qtbot, workspace)
    rows = view.differences.model.rows
    moved = next(i for i, row in enumerate(rows) if row.kind == "moved")
    view.differences.list.clicked.emit(view.differences.model.index(moved))
    assert view.panes[LEFT].view.section == rows[moved].left == section_of(left, TASKS[0])
    assert view.panes[RIGHT].view.section == rows[moved].right == section_of(right, TASKS[0])


def test_that_a_removed_clause_shows_where_it_would_be(view, qtbot, workspace):
    left, right = show(view, qtbot, workspace)
    view.panes[LEFT].view.jump_to(1)
    removed = next(i for i, row in enumerate(view.differences.model.rows) if row.kind == "removed")
    view.show_difference(removed)
    assert view.panes[LEFT].view.section == section_of(left, TASKS[-1])
    behind = right.outline.sections[section_of(right, TASKS[-2])].span.end
    assert abs(view.panes[RIGHT].view._composition.extents.offset(view.panes[RIGHT].view.place()) - behind) < 5


def test_that_only_what_matters_can_be_listed(view, qtbot, workspace):
    show(view, qtbot, workspace)
    whole = len(view.differences.model.rows)
    view.differences.only.setChecked(True)
    assert 0 < len(view.differences.model.rows) < whole
    assert all(row.substantive for row in view.differences.model.rows)


def test_that_the_other_way_of_comparing_is_a_click_away(view, qtbot, workspace):
    show(view, qtbot, workspace)
    with qtbot.waitSignal(view.compared):
        view.head.modes["topics"].click()
    assert view.comparison.mode == "topics"
    assert {row.kind for row in view.differences.model.rows} <= {"answered", "unanswered"}


def test_that_a_comparison_can_be_stopped(view, qtbot, workspace):
    left, right = opened(OLD, number=1), opened(NEW, number=2)
    view.open_pair(left, (), right, ())
    with qtbot.assertNotEmitted(view.compared):
        view.cancel()
        qtbot.waitUntil(lambda: not view._jobs.busy)
    assert view.differences.verdict.text() == "比对已停止"
    assert view.panes[LEFT].document is left


def test_that_the_side_worked_in_is_the_active_document(view, qtbot, workspace):
    left, right = show(view, qtbot, workspace)
    assert workspace.document is left
    view.panes[RIGHT].activated.emit()
    assert workspace.document is right
    assert view.active_view() is view.panes[RIGHT].view
    view.panes[RIGHT].view.select(Span(5, 9))
    assert workspace.selection == Span(5, 9)
    view.panes[LEFT].view.select(Span(1, 3))
    assert workspace.selection == Span(5, 9)


def test_that_each_side_has_a_tree_of_its_own_on_demand(view, qtbot, workspace):
    left, _ = show(view, qtbot, workspace)
    pane = view.panes[LEFT]
    assert pane._outline is None
    pane.tree_button.click()
    assert pane._outline.isVisible()
    pane._outline.section_requested.emit(section_of(left, TASKS[5]))
    assert pane.view.section == section_of(left, TASKS[5])
    pane.tree_button.click()
    assert pane._outline.isHidden()


def test_that_places_and_views_are_told_by_document(view, qtbot, workspace):
    show(view, qtbot, workspace)
    assert view.shows(2)
    assert not view.shows(3)
    view.set_linked(False)
    view.view_of(2).jump_to(3)
    (first, _), (second, place) = view.places()
    assert (first, second) == (1, 2)
    assert place.section == 3


def test_that_a_mark_made_on_one_side_is_drawn_there(view, qtbot, workspace):
    left, _ = show(view, qtbot, workspace)
    workspace.set_placements((placement(left, "现提出如下意见"),), 1)
    assert len(view.panes[LEFT].view.paper.layers["marks"].shapes) == 1
    assert not view.panes[RIGHT].view.paper.layers["marks"].shapes


def test_that_a_document_derived_anew_is_compared_again(view, qtbot, workspace):
    show(view, qtbot, workspace)
    with qtbot.waitSignal(view.compared):
        workspace.show(opened(NEW, number=1), ())
    assert view.comparison.identical


def test_that_bands_link_what_is_in_view(view, qtbot, workspace):
    left, _ = show(view, qtbot, workspace)
    view.panes[LEFT].view.jump_to(section_of(left, TASKS[3]))
    linked = {pair.left for pair in view.bands.pairs_in_view()}
    assert section_of(left, TASKS[3]) in linked
    assert len(linked) < len(left.outline.sections)
    assert not view.bands.grab().isNull()


def test_that_the_other_side_of_a_clause_is_one_step_away(view, qtbot, workspace):
    left, right = show(view, qtbot, workspace)
    view.panes[LEFT].view.jump_to(section_of(left, TASKS[7]))
    view.other_side()
    assert view.active_view() is view.panes[RIGHT].view
    assert view.active_view().section == section_of(right, TASKS[7])


def test_that_the_list_can_be_walked_with_keys(view, qtbot, workspace):
    show(view, qtbot, workspace)
    view.differences.list.setCurrentIndex(view.differences.model.index(1))
    with qtbot.waitSignal(view.differences.difference_chosen) as chosen:
        qtbot.keyClick(view.differences.list, Qt.Key.Key_Return)
    assert chosen.args == [1]
