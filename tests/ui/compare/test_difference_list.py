from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from reader.comparison.judgement import Judgement, Verdict
from reader.comparison.records import DOWNWARD, Pair
from reader.library.comparisons import Kept, KeptState
from reader.ui.compare.difference_list import DifferenceList
from reader.ui.theme import THEMES
from tests.ui.compare.comparisons import LEFT, RIGHT, editions, topics
from tests.ui.keyboard import type_chinese

KEPT = Kept(1, 1, 2, "", "peers", "", "", {})


@pytest.fixture
def panel(qtbot):
    made = DifferenceList(THEMES["paper"])
    qtbot.addWidget(made)
    made.resize(280, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.show_comparison(editions(), LEFT, RIGHT)
    return made


def kinds(panel):
    return [row.kind for row in panel.shown_rows()]


def click(qtbot, panel, place, button=Qt.MouseButton.LeftButton):
    centre = panel.list.visualRect(panel.model.index_of(place)).center()
    qtbot.mouseClick(panel.list.viewport(), button, pos=QPoint(120, centre.y()))


def action(menu, text):
    return next(one for one in menu.actions() if one.text().startswith(text))


def test_that_the_verdict_stands_above_the_differences(panel):
    assert panel.verdict.text() == editions().verdict()
    assert kinds(panel) == ["obligation", "number", "number", "removed", "renumbered", "added", "wording"]


def test_that_a_click_asks_for_the_difference_by_its_place_in_what_is_shown(panel, qtbot):
    panel.filter.ignore("number")
    with qtbot.waitSignal(panel.difference_chosen) as asked:
        click(qtbot, panel, 1)
    assert panel.shown_rows()[asked.args[0]].kind == "removed"


def test_that_keys_walk_the_differences_and_step_over_the_names_of_clauses(panel, qtbot):
    panel.point_to(5)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.difference_chosen) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [6]


def test_that_pointing_at_a_difference_does_not_ask_for_it(panel, qtbot):
    with qtbot.assertNotEmitted(panel.difference_chosen):
        panel.point_to(3)
    assert panel.list.current_place() == 3


def test_that_one_switch_leaves_what_matters(panel, qtbot):
    with qtbot.waitSignal(panel.filter_changed):
        panel.filter.only.click()
    assert kinds(panel) == ["obligation", "number", "number", "removed", "added"]
    assert panel.filter.count.text() == "5/7处"
    assert not panel.filter.chips["wording"].isEnabled()


def test_that_a_chip_pressed_ignores_its_class_and_pressed_again_brings_it_back(panel, qtbot):
    chip = panel.filter.chips["number"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert "number" not in kinds(panel)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert kinds(panel).count("number") == 2


def test_that_a_chip_can_be_the_only_one(panel):
    action(panel.filter.chip_menu("number"), "只看此类").trigger()
    assert kinds(panel) == ["number", "number"]
    action(panel.filter.chip_menu("number"), "显示各类").trigger()
    assert len(kinds(panel)) == 7


def test_that_typing_filters_and_says_when_nothing_is_left(panel):
    type_chinese(panel.filter.box, "平台")
    assert {row.left for row in panel.shown_rows()} == {2}
    panel.filter.box.setText("没有这样的话")
    assert panel.none_found.isVisible()
    assert not panel.list.isVisible()


def test_that_the_filter_is_kept_and_taken_up_again_without_a_word(panel, qtbot):
    panel.filter.only.click()
    panel.filter.ignore("removed")
    panel.filter.box.setText("一")
    state = panel.filter_state()
    shown = panel.shown_rows()
    panel.restore_filter({})
    assert len(panel.shown_rows()) == 7
    with qtbot.assertNotEmitted(panel.filter_changed):
        panel.restore_filter(state)
    assert panel.shown_rows() == shown


@pytest.mark.parametrize("state", [{"ignored": "number"}, {"ignored": ["nothing"], "query": None}, {"substantive": 0}])
def test_that_a_state_that_makes_no_sense_hides_nothing(panel, state):
    panel.restore_filter(state)
    assert len(panel.shown_rows()) == 7


def test_that_the_difference_in_hand_stays_when_the_comparison_is_worked_out_again(panel):
    panel.point_to(5)
    panel.show_comparison(editions(Pair(1, 1, 1.0, "same")), LEFT, RIGHT)
    assert panel.shown_rows()[panel.list.current_place()].kind == "added"
    panel.filter.ignore("number")
    assert panel.shown_rows()[panel.list.current_place()].kind == "added"


def test_that_while_comparing_there_is_a_sentence_and_no_filter(panel):
    panel.show_rows("正在比对…", ())
    assert panel.verdict.text() == "正在比对…"
    assert not panel.filter.isVisible()
    assert not panel.shown_rows()


def test_that_the_menu_asks_for_a_note_on_the_difference(panel, qtbot):
    with qtbot.waitSignal(panel.note_requested) as asked:
        action(panel.row_menu(0), "写批注").trigger()
    assert asked.args == [panel.shown_rows()[0]]


def test_that_a_difference_is_copied_in_words(panel):
    action(panel.row_menu(1), "复制").trigger()
    assert QGuiApplication.clipboard().text() == "一（一）建设平台（数据）\n原：2025年\n现：2027年"


def test_that_a_pair_can_be_parted_and_fixed_by_hand(panel, qtbot):
    with qtbot.waitSignal(panel.part_requested) as parted:
        action(panel.row_menu(0), "拆开").trigger()
    with qtbot.waitSignal(panel.pin_requested) as pinned:
        action(panel.row_menu(0), "固定").trigger()
    assert parted.args == pinned.args == [2, 2]


def test_that_a_clause_that_stands_alone_is_paired_with_one_that_does_too(panel, qtbot):
    removed = kinds(panel).index("removed")
    offered = action(panel.row_menu(removed), "与另一侧条款配对").menu()
    assert [one.text() for one in offered.actions()] == ["一（三）拓展场景"]
    with qtbot.waitSignal(panel.pin_requested) as pinned:
        offered.actions()[0].trigger()
    assert pinned.args == [3, 4]


def test_that_a_pair_that_was_parted_is_given_back_to_the_reader(panel, qtbot):
    panel.set_kept(KeptState(KEPT, breaks=((3, 3),)))
    with qtbot.waitSignal(panel.release_requested) as released:
        action(panel.row_menu(kinds(panel).index("removed")), "恢复自动配对").trigger()
    assert released.args == [3, 3]


def test_that_the_menu_ignores_a_class(panel):
    action(panel.row_menu(1), "忽略").trigger()
    assert "number" not in kinds(panel)


@pytest.fixture
def downward(panel):
    panel.show_comparison(topics(DOWNWARD), LEFT, RIGHT)
    panel.set_kept(KeptState(KEPT))
    return panel


def test_that_answers_tell_level_score_and_hints(downward):
    first, near, unanswered, *_ = downward.shown_rows()
    assert (first.kind, first.similarity, first.remark) == ("answered", 0.82, "共有：平台")
    assert first.hints == ("weaker", "number")
    assert (near.kind, unanswered.text) == ("near", "未见对应内容（待核）")
    assert downward.shown_rows()[-1].kind == "alone"


def test_that_a_verdict_is_told_at_once_by_chip_or_digit(downward, qtbot):
    click(qtbot, downward, 0)
    with qtbot.waitSignal(downward.judged) as judged:
        qtbot.mouseClick(downward.judgement.buttons[Verdict.WEAKENED], Qt.MouseButton.LeftButton)
    assert judged.args == [2, Judgement(Verdict.WEAKENED)]
    downward.list.setFocus()
    with qtbot.waitSignal(downward.judged) as judged:
        qtbot.keyClick(downward.list, "1")
    assert judged.args == [2, Judgement(Verdict.TAKEN_UP)]
    with qtbot.waitSignal(downward.judged) as judged:
        qtbot.keyClick(downward.list, "0")
    assert judged.args == [2, None]


def test_that_another_clause_takes_the_remark_along_only_after_it_is_told(downward, qtbot):
    click(qtbot, downward, 0)
    type_chinese(downward.judgement.remark, "缺时限")
    with qtbot.waitSignal(downward.judged) as judged:
        click(qtbot, downward, 1)
    assert judged.args == [2, Judgement(None, "缺时限")]
    assert downward.judgement.remark.toPlainText() == ""


def test_that_there_is_nothing_to_judge_among_peers_or_editions(panel, qtbot):
    click(qtbot, panel, 0)
    assert not panel.judgement.isVisible()
    panel.show_comparison(topics(), LEFT, RIGHT)
    click(qtbot, panel, 0)
    assert not panel.judgement.isVisible()


def test_that_a_right_clause_that_answers_nothing_is_not_judged(downward, qtbot):
    downward.point_to(len(downward.shown_rows()) - 1)
    assert not downward.judgement.isVisible()


def test_that_markup_in_a_difference_is_shown_as_it_is(panel):
    panel.show_rows("<b>甲</b>", [panel.shown_rows()[0]._replace(old="<img src=x>", text="<img src=x>")])
    assert panel.verdict.textFormat() == Qt.TextFormat.PlainText
    tip = panel.model.index_of(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_that_a_row_grows_where_its_words_need_more_lines(panel, qtbot):
    def height():
        return panel.list.visualRect(panel.model.index_of(6)).height()

    panel.resize(420, 760)
    qtbot.waitUntil(lambda: height() > 0)
    wide = height()
    panel.resize(200, 760)
    qtbot.waitUntil(lambda: height() > wide)
    assert not panel.grab().isNull()


def test_that_digits_judge_though_they_mark_text_elsewhere(downward, qtbot):
    marked = []
    mark = QAction(downward)
    mark.setShortcut(QKeySequence("2"))
    mark.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    mark.triggered.connect(lambda: marked.append(True))
    downward.addAction(mark)
    click(qtbot, downward, 0)
    downward.activateWindow()
    downward.list.setFocus()
    for widget in (downward.list, downward.judgement.buttons[Verdict.WEAKENED]):
        widget.setFocus()
        with qtbot.waitSignal(downward.judged):
            qtbot.keyClick(widget, Qt.Key.Key_2)
    assert not marked
    downward.judgement.remark.setFocus()
    qtbot.keyClick(downward.judgement.remark, Qt.Key.Key_2)
    assert downward.judgement.remark.toPlainText() == "2"


def test_that_the_arrow_keys_show_what_they_lead_to(panel, qtbot):
    panel.point_to(0)
    panel.list.setFocus()
    with qtbot.waitSignal(panel.difference_chosen) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert asked.args == [1]


def test_that_the_name_of_the_clause_is_seen_above_the_difference_in_hand(panel):
    panel.resize(280, 330)
    panel.point_to(6)
    panel.point_to(0)
    head = panel.list.visualRect(panel.model.index(0))
    assert head.top() >= 0


def test_that_in_a_low_window_the_remark_makes_room_for_the_list(downward, qtbot):
    downward.point_to(0)
    field, rows = downward.judgement.remark, downward.list
    qtbot.waitUntil(lambda: field.height() == field.sizeHint().height())
    high = field.height()
    downward.resize(downward.width(), 500)
    qtbot.waitUntil(lambda: field.height() <= high - 2 * field.fontMetrics().lineSpacing())
    assert rows.height() >= rows.minimumSizeHint().height()
    downward.resize(downward.width(), 760)
    qtbot.waitUntil(lambda: field.height() == high)


def test_that_tab_leads_through_the_classes_before_it_leads_to_the_list(panel, qtbot):
    panel.activateWindow()
    panel.filter.only.setFocus()
    seen = []
    while QApplication.focusWidget() is not panel.list and len(seen) < 20:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [*panel.filter.chips.values(), panel.list]
