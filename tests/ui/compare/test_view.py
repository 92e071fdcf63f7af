from __future__ import annotations

from dataclasses import replace

import pytest

from reader.comparison.judgement import Judgement, Verdict
from reader.text.spans import Span
from reader.ui.compare.view import LEFT, RIGHT
from tests.ui.builders import placement
from tests.ui.compare.conftest import NEW, OLD, section_of
from tests.ui.reading.builders import TASKS, notice, opened


def test_that_two_documents_are_compared_and_listed(desk):
    desk.show()
    view = desk.view
    assert view.differences.verdict.text() == view.comparison.verdict()
    assert {"moved", "number", "removed"} <= {row.kind for row in desk.rows}
    assert any(t.kind == "moved" for t in desk.views[LEFT]._tints)


def test_that_equal_bodies_say_so(desk):
    desk.show(OLD, "上海市杨浦区人民政府文件\n" + OLD.rstrip() + "\n抄送：区委各部门，区人大办。\n")
    assert desk.view.differences.verdict.text() == "正文一致；版头、版记仅一方有"
    assert {row.kind for row in desk.rows} == {"front"}
    desk.show(OLD, OLD + "\n")
    assert desk.view.differences.verdict.text() == "正文一致"
    assert not desk.rows
    assert desk.view.head.status.text() == "没有差异"


def test_that_a_fact_of_the_front_matter_leads_to_where_it_is_written_and_can_be_noted(desk):
    _left, right = desk.show(OLD, OLD.rstrip() + "\n抄送：区委各部门，区人大办。\n")
    (row,) = desk.rows
    assert (row.name, row.old, row.new) == ("抄送机关", "", "区委各部门，区人大办")
    text = right.reading.simplified
    assert text[row.right_span.start : row.right_span.end] == row.new
    assert not any(action.menu() for action in desk.view.differences.row_menu(0).actions())  # nothing to pair it with
    desk.view.show_difference(0)
    with desk.qtbot.waitSignal(desk.operations.mark_added):
        desk.view.note_difference()
    (note,) = desk.kept().notes
    assert (note.kind, note.side) == ("front", "right")
    desk.qtbot.waitUntil(lambda: 0 in desk.view.differences._rows.notes.by_place)


def test_that_next_and_previous_go_round_all_differences_and_tell_how_many_are_the_same(desk):
    desk.show()
    total, seen = len(desk.rows), []
    same = desk.view.comparison.summary()["same"]
    desk.view.status_changed.connect(seen.append)
    for _ in range(total + 1):
        desk.view.head._next.click()
    assert seen[0] == f"第1处，共{total}处 · 相同{same}条"
    assert seen[-1] == seen[0]
    desk.view.head._previous.click()
    assert desk.view.head.status.text() == f"第{total}处，共{total}处"


def test_that_a_chosen_difference_is_shown_on_both_sides(desk):
    left, right = desk.show()
    desk.view.differences.difference_chosen.emit(desk.row("moved"))
    assert desk.views[LEFT].section == section_of(left, TASKS[0])
    assert desk.views[RIGHT].section == section_of(right, TASKS[0])


def test_that_a_removed_clause_shows_where_it_would_be(desk):
    left, right = desk.show()
    desk.views[LEFT].jump_to(1)
    desk.view.show_difference(desk.row("removed"))
    assert desk.views[LEFT].section == section_of(left, TASKS[-1])
    behind = right.outline.sections[section_of(right, TASKS[-2])].span.end
    assert abs(desk.views[RIGHT].part() * desk.views[RIGHT].length - behind) < 5


def test_that_both_ends_of_a_move_stand_at_one_height_and_stay_together_while_scrolling(desk):
    left, right = desk.show()
    ends = (section_of(left, TASKS[0]), section_of(right, TASKS[0]))
    desk.view.show_difference(desk.row("moved"))
    desk.view.move_ends()
    tops = [view.heights_of(view.pieces(n)[0])[0] for view, n in zip(desk.views, ends, strict=True)]
    assert abs(tops[0] - tops[1]) <= 2
    bar = desk.views[LEFT].paper.verticalScrollBar()
    bar.setValue(bar.value() + 10)
    assert desk.views[RIGHT].place().section == ends[RIGHT]


def test_that_a_clause_that_stayed_has_no_two_ends(desk):
    left, _ = desk.show()
    desk.views[LEFT].jump_to(section_of(left, TASKS[3]))
    with desk.qtbot.waitSignal(desk.view.status_changed) as said:
        desk.view.move_ends()
    assert said.args == ["这一条没有移动"]


def test_that_stepping_goes_on_where_it_was_when_the_filter_changes(desk):
    desk.show()
    desk.view.show_difference(desk.row("number"))
    desk.view.set_substantive_only(True)
    assert desk.view.steps.current.kind == "number"
    assert desk.view.substantive_only
    assert desk.view.steps.count < desk.view.steps.at + len(desk.view.comparison.pairs)


def test_that_the_kind_of_comparison_is_a_click_away_and_kept(desk):
    desk.show()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.head.modes.buttons["downward"].click()
    assert (desk.view.mode, desk.view.direction) == ("topics", "downward")
    assert {row.kind for row in desk.rows} <= {"answered", "near", "unanswered", "alone"}
    kept = desk.kept().kept
    assert (kept.mode, kept.direction) == ("topics", "downward")


def test_that_a_comparison_can_be_stopped_and_begun_again(desk):
    numbers = desk.add()
    desk.lay(*numbers)
    with desk.qtbot.assertNotEmitted(desk.view.compared):
        desk.view.head._cancel.click()
        desk.qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert desk.view.differences.verdict.text() == "比对已停止"
    assert desk.view.comparison is None
    assert desk.view.compared_state() is None
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.head._again.click()
    assert desk.rows


def test_that_stopping_a_later_comparison_keeps_what_was_shown(desk):
    desk.show()
    before = desk.view.comparison
    desk.view.compare_again()
    desk.view.cancel()
    assert desk.view.comparison is before
    assert desk.rows


def test_that_a_long_comparison_colours_what_is_in_view_first(desk):
    long = notice(tuple(f"{task}第{n}批" for n in range(40) for task in TASKS))
    numbers, coloured = desk.add(long, long.replace("建成5个", "建成8个")), []
    desk.view._work.partly_done.connect(lambda found: coloured.append(found.comparison.partial))
    desk.open(*numbers)
    assert coloured == [True]
    assert not desk.view.comparison.partial


def test_that_pairs_made_by_hand_are_kept_hold_and_can_be_undone(desk):
    left, right = desk.show()
    ends = (section_of(left, TASKS[-1]), section_of(right, TASKS[2]))
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.page.bands.pin_requested.emit(*ends)
    assert desk.view.comparison.counterpart_of_left(ends[0]) == ends[1]
    assert desk.kept().pins == (ends,)
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.operations.undo()
    assert desk.view.comparison.counterpart_of_left(ends[0]) is None


def test_that_a_decision_keeps_place_row_and_filter(desk):
    left, right = desk.show()
    desk.view.show_difference(desk.row("removed"))
    desk.view.set_substantive_only(True)
    row, place = desk.view.steps.current, desk.views[LEFT].place()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view._decisions.part(section_of(left, TASKS[4]), section_of(right, TASKS[4]))
    assert desk.view.steps.current == row
    assert desk.views[LEFT].place() == place
    assert desk.view.substantive_only


def test_that_a_pair_is_parted_and_put_together_again_from_the_clause_in_view(desk):
    left, _ = desk.show()
    section = section_of(left, TASKS[4])
    desk.views[LEFT].jump_to(section)
    answer = desk.view.comparison.counterpart_of_left(section)
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.part()
    assert desk.view.comparison.counterpart_of_left(section) != answer
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.release()
    assert desk.view.comparison.counterpart_of_left(section) == answer


def test_that_pairs_made_by_hand_hold_also_where_nothing_can_be_kept(desk):
    left, right = desk.show(keep=False)
    ends = (section_of(left, TASKS[-1]), section_of(right, TASKS[2]))
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.pin_wished.emit(*ends)
    assert desk.view.comparison.counterpart_of_left(ends[0]) == ends[1]
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.release_wished.emit(*ends)
    assert desk.view.comparison.counterpart_of_left(ends[0]) is None


def test_that_the_menu_of_a_paper_offers_to_pair_with_the_clause_in_view_on_the_other_side(desk):
    left, right = desk.show()
    desk.view.set_scrolling("free")
    desk.views[RIGHT].jump_to(section_of(right, TASKS[2]))
    view = desk.views[LEFT]
    menu = view.context_menu(view.shown.qt(left.outline.sections[section_of(left, TASKS[-1])].marker_span.start))
    (action,) = [a for a in menu.actions() if a.text() == "与另一侧当前条款配对"]
    with desk.qtbot.waitSignal(desk.view.compared):
        action.trigger()
    answer = desk.view.comparison.counterpart_of_left(section_of(left, TASKS[-1]))
    assert answer == section_of(right, TASKS[2])


def test_that_a_note_on_a_difference_belongs_to_both(desk):
    _, right = desk.show()
    desk.view.show_difference(desk.row("number"))
    with desk.qtbot.waitSignals([desk.view.note_made, desk.view._decisions.kept_changed]):
        desk.view.note_difference()
    (note,) = desk.kept().notes
    assert note.kind == "number"
    made = desk.workspace.placement(note.annotation)
    assert made.annotation.document == right.entry.number
    assert "8个" in made.span.text(right.reading.simplified)


def test_that_a_note_needs_a_difference_in_hand(desk):
    desk.show()
    with desk.qtbot.waitSignal(desk.view.status_changed) as said:
        desk.view.note_difference()
    assert said.args == ["请先用“下一处”选一处差异"]


def test_that_an_export_gets_everything_that_was_found_and_decided(desk):
    left, right = desk.show()
    desk.view.set_mode("topics", "downward")
    desk.qtbot.waitUntil(lambda: desk.view.comparison is not None)
    section = section_of(left, TASKS[-1])
    desk.view.differences.judged.emit(section, Judgement(Verdict.MISSING, "须补"))
    desk.qtbot.waitUntil(lambda: section in desk.view.compared_state().judgements)
    compared = desk.view.compared_state()
    assert (compared.left, compared.right, compared.comparison) == (left, right, desk.view.comparison)
    assert compared.judgements[section].remark == "须补"


def test_that_a_comparison_reopens_where_it_was_left(desk):
    numbers = desk.add()
    left, right = desk.open(*numbers)
    desk.view.set_scrolling("free")
    desk.views[LEFT].jump_to(section_of(left, TASKS[8]))
    desk.views[RIGHT].jump_to(section_of(right, TASKS[3]))
    desk.view.set_substantive_only(True)
    desk.view.panes[RIGHT].tree_button.click()
    places = [view.place() for view in desk.views]
    desk.view.hide()
    assert desk.kept().kept.state["scrolling"] == "free"
    desk.view.show()
    desk.open(*numbers)
    assert desk.view.scrolling == "free"
    assert desk.view.substantive_only
    assert desk.view.panes[RIGHT].tree_button.isChecked()
    assert [view.place().section for view in desk.views] == [place.section for place in places]


def test_that_left_and_right_can_be_exchanged(desk):
    left, right = desk.show()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.swap()
    assert [document.entry.number for document in desk.documents] == [right.entry.number, left.entry.number]
    assert any(row.kind == "added" for row in desk.rows)


def test_that_both_trees_and_the_tree_of_the_window_are_told_as_long_as_the_pair_is_shown(desk):
    left, right = desk.show()
    section = section_of(right, TASKS[0])
    assert desk.workspace.differences_of(right.entry.number)[section] == "moved"
    assert desk.view.panes[RIGHT]._workspace.differences_of(right.entry.number)[section] == "moved"
    desk.view.hide()
    assert not desk.workspace.differences_of(right.entry.number)
    desk.view.show()
    assert desk.workspace.differences_of(left.entry.number)


def test_that_the_side_worked_in_is_the_active_document(desk):
    left, right = desk.show()
    view, workspace = desk.view, desk.workspace
    assert workspace.document is left
    view.panes[RIGHT].activated.emit()
    assert workspace.document is right
    assert view.active_view() is desk.views[RIGHT]
    desk.views[RIGHT].select(Span(5, 9))
    assert workspace.selection == Span(5, 9)
    desk.views[LEFT].select(Span(1, 3))
    assert workspace.selection == Span(5, 9)


def test_that_each_side_has_a_tree_of_its_own_on_demand(desk):
    left, _ = desk.show()
    pane = desk.view.panes[LEFT]
    assert pane._outline is None
    pane.tree_button.click()
    assert pane._outline.isVisible()
    pane._outline.section_requested.emit(section_of(left, TASKS[5]))
    assert pane.view.section == section_of(left, TASKS[5])
    pane.tree_button.click()
    assert pane._outline.isHidden()


def test_that_places_and_views_are_told_by_document(desk):
    left, right = desk.show()
    assert desk.view.shows(right.entry.number)
    assert not desk.view.shows(99)
    desk.view.activate_document(right.entry.number)
    assert desk.view.active_view() is desk.views[RIGHT]
    desk.view.activate_document(99)
    assert desk.view.active_view() is desk.views[RIGHT]
    desk.view.set_scrolling("free")
    desk.view.view_of(right.entry.number).jump_to(3)
    (first, _), (second, place) = desk.view.places()
    assert (first, second) == (left.entry.number, right.entry.number)
    assert place.section == 3


def test_that_a_mark_made_on_one_side_is_drawn_there(desk):
    left, _ = desk.show()
    desk.workspace.set_placements((placement(left, "现提出如下意见"),), left.entry.number)
    assert len(desk.views[LEFT].paper.layers["marks"].shapes) == 1
    assert not desk.views[RIGHT].paper.layers["marks"].shapes


def test_that_a_document_derived_anew_is_compared_again(desk):
    left, _ = desk.show()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.workspace.show(opened(NEW, number=left.entry.number), ())
    assert desk.view.comparison.identical


def test_that_corrected_units_leave_everything_where_it_is(desk):
    left, _ = desk.show()
    desk.view.show_difference(desk.row("removed"))
    row, values = desk.view.steps.current, [view.paper.verticalScrollBar().value() for view in desk.views]
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.workspace.show(replace(left, assignments=left.assignments[1:]), ())
        assert desk.view.comparison is not None
    assert desk.view.steps.current == row
    assert [view.paper.verticalScrollBar().value() for view in desk.views] == values


def test_that_decisions_whose_clauses_are_gone_are_told(desk):
    left, right = desk.show()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.pin_wished.emit(section_of(left, TASKS[-1]), section_of(right, TASKS[2]))
    said = []
    desk.view.status_changed.connect(said.append)
    kept = desk.view._decisions.kept
    desk.view._decisions.begin(kept._replace(pins=(), lost=1))
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.compare_again()
    assert said[-1] == "有1处人工配对或判定的条款已不在文中，暂不生效"


def test_that_the_other_side_of_a_clause_is_one_step_away(desk):
    left, right = desk.show()
    desk.views[LEFT].jump_to(section_of(left, TASKS[7]))
    desk.view.other_side()
    assert desk.view.active_view() is desk.views[RIGHT]
    assert desk.views[RIGHT].section == section_of(right, TASKS[7])


@pytest.mark.parametrize("theme", ["green", "night"])
def test_that_another_theme_keeps_both_sides_where_they_are(desk, theme):
    left, right = desk.show()
    desk.view.show_difference(desk.row("moved"))
    desk.workspace.set_settings(desk.workspace.settings.with_(theme=theme))
    assert [view.place().section for view in desk.views] == [section_of(d, TASKS[0]) for d in (left, right)]


def test_that_exchanging_the_sides_keeps_how_they_are_compared(desk):
    desk.show()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.set_mode("topics", "downward")
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.swap()
    assert (desk.view.mode, desk.view.direction) == ("topics", "downward")
    assert (desk.kept().kept.mode, desk.kept().kept.direction) == ("topics", "downward")


def test_that_exchanging_the_sides_comes_to_nothing_once_the_pair_is_left(desk):
    left, _right = desk.show()
    desk.view.swap()
    desk.view.hide()
    desk.ask(lambda library: None)
    assert desk.documents[LEFT] is left


def test_that_the_view_tells_when_its_comparison_is_deleted_and_not_when_another_one_is(desk):
    left, right = desk.show()
    numbers = left.entry.number, right.entry.number
    other = desk.ask(lambda library: library.comparisons.open(*reversed(numbers)))
    told = []
    desk.view.comparison_deleted.connect(lambda: told.append(True))
    desk.operations.delete_comparison(other.number)
    desk.ask(lambda library: None)
    desk.ask(lambda library: None)
    assert not told
    with desk.qtbot.waitSignal(desk.view.comparison_deleted):
        desk.operations.delete_comparison(desk.view._decisions.number)


def test_that_the_status_counts_answers_as_the_verdict_does(desk):
    seen = []
    desk.view.status_changed.connect(seen.append)
    desk.show()
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.view.set_mode("topics", "peers")
    told = desk.view.comparison.verdict().partition("内容")[2].partition("条")[0]
    assert seen[-1].endswith(f"有对应{told}条")


def test_that_the_difference_in_hand_stays_when_a_document_is_derived_anew(desk):
    desk.show(OLD.replace("\n", "\n责任编辑：张三\n", 1))
    desk.view.next_difference()
    before = desk.view.steps.current
    document = desk.documents[LEFT]
    with desk.qtbot.waitSignal(desk.view.compared):
        desk.operations.take_back(document.reading.edits[0], document.entry.number)
    assert desk.view.steps.current is not None
    assert desk.view.steps.current.text == before.text


def test_that_next_goes_on_in_the_list_as_it_is_once_a_clause_is_judged(desk):
    desk.show()
    view = desk.view
    with desk.qtbot.waitSignal(view.compared):
        view.set_mode("topics", "downward")
    view.differences.filter.unjudged.setChecked(True)
    for _ in range(2):
        view.next_difference()
        before = len(desk.rows)
        with desk.qtbot.waitSignal(desk.operations.saved):
            view.differences.judgement.judge(Verdict.TAKEN_UP)
        desk.ask(lambda library: None)
    view.next_difference()
    assert len(desk.rows) < before
    assert view.steps.count == len(desk.rows)
    assert view.differences.list.current_place() == view.steps.at
    assert view.steps.current == desk.rows[view.steps.at]


def test_that_a_filter_that_hides_everything_is_not_taken_for_two_equal_texts(desk):
    desk.show()
    desk.view.differences.filter.box.setText("没有这样的词")
    assert desk.view.head.status.text() == "没有符合的差异"
    desk.view.differences.filter.box.setText("")
    assert desk.view.head.status.text() == f"共{len(desk.rows)}处"


def test_that_no_section_is_told_while_the_workspace_has_another_document_active(desk):
    desk.show()
    desk.views[LEFT].jump_to(1)
    other = opened(notice(TASKS[:1]), number=99)
    desk.workspace.show(other, ())
    entered = []
    desk.workspace.section_entered.connect(entered.append)
    desk.views[LEFT].jump_to(7)  # a clause that the other one has not got
    assert not entered
    desk.view.activate(LEFT)
    assert entered == [7]
