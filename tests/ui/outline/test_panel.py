from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui.outline.model import OutlineRole
from reader.ui.outline.panel import OutlinePanel
from reader.ui.workspace import Workspace
from tests.ui.builders import Clause, document, placement
from tests.ui.keyboard import type_chinese


@pytest.fixture
def workspace(qapp):
    return Workspace()


@pytest.fixture
def panel(qtbot, workspace):
    made = OutlinePanel(workspace)
    qtbot.addWidget(made)
    made.resize(272, 640)
    workspace.show(document(), ())
    with qtbot.waitExposed(made):
        made.show()
    return made


def number_of(workspace, heading):
    return next(s.number for s in workspace.document.outline.sections if s.heading == heading)


def index_of(panel, workspace, heading):
    return panel.filter.mapFromSource(panel.model.index_of(number_of(workspace, heading)))


def here(panel):
    return panel.view.here().data(OutlineRole.SECTION)


def action(menu, text):
    return next(a for a in menu.actions() if a.text().startswith(text))


def test_that_clicking_a_section_asks_for_it(qtbot, panel, workspace):
    place = panel.view.visualRect(index_of(panel, workspace, "建设目标")).center()
    with qtbot.waitSignal(panel.section_requested) as asked:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [number_of(workspace, "建设目标")]


def test_that_typing_filters_and_enter_jumps_to_the_first_match(qtbot, panel, workspace):
    type_chinese(panel.box, "跨境")
    assert not index_of(panel, workspace, "建设目标").isValid()
    with qtbot.waitSignal(panel.section_requested) as asked:
        qtbot.keyClick(panel.box, Qt.Key.Key_Return)
    assert asked.args == [number_of(workspace, "推进科技成果跨境转化")]


def test_that_arrows_lead_from_the_filter_into_the_tree_and_enter_jumps(qtbot, panel, workspace):
    panel.box.setFocus()
    type_chinese(panel.box, "跨境")
    qtbot.keyClick(panel.box, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.section_requested) as asked:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert asked.args == [number_of(workspace, "加强数据跨境流通探索")]


def test_that_escape_empties_the_filter(qtbot, panel, workspace):
    type_chinese(panel.box, "跨境")
    qtbot.keyClick(panel.box, Qt.Key.Key_Escape)
    assert panel.box.text() == ""
    assert index_of(panel, workspace, "建设目标").isValid()


def test_that_nothing_found_is_said(qtbot, panel):
    type_chinese(panel.box, "无此条款")
    assert panel.none_found.isVisible()
    assert not panel.view.isVisible()


def test_that_the_section_in_view_is_marked_and_the_focus_stays(qtbot, panel, workspace):
    panel.box.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.box)
    workspace.enter_section(number_of(workspace, "加强督促检查"))
    assert here(panel) == number_of(workspace, "加强督促检查")
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.view.here()))
    assert QApplication.focusWidget() is panel.box


def test_that_the_keyboard_keeps_its_row_while_the_reader_scrolls(qtbot, panel, workspace):
    panel.resize(272, 200)
    panel.take_focus()
    qtbot.waitUntil(panel.view.hasFocus)
    panel.view.setCurrentIndex(index_of(panel, workspace, "功能定位"))
    workspace.enter_section(number_of(workspace, "加强督促检查"))
    row = panel.view.visualRect(panel.view.here())
    assert panel.view.viewport().rect().contains(row.adjusted(0, 0, 0, -1))
    assert panel.view.currentIndex() == index_of(panel, workspace, "功能定位")


def test_that_a_folded_parent_stands_for_the_section_in_view(panel, workspace):
    panel.collapse_all()
    workspace.enter_section(number_of(workspace, "加强督促检查"))
    assert here(panel) == number_of(workspace, "保障措施")
    panel.expand_all()
    assert here(panel) == number_of(workspace, "加强督促检查")


def test_that_a_filtered_out_section_is_marked_by_its_parent(qtbot, panel, workspace):
    workspace.enter_section(number_of(workspace, "促进国际创新资源对接"))
    type_chinese(panel.box, "保税")
    assert here(panel) == number_of(workspace, "推动国际化科技创新协同")


def test_that_the_text_before_the_first_marker_marks_nothing(panel, workspace):
    workspace.enter_section(3)
    workspace.enter_section(0)
    assert not panel.view.here().isValid()


def test_that_what_was_folded_stays_folded_when_the_filter_is_taken_off(qtbot, panel, workspace):
    panel.view.collapse(index_of(panel, workspace, "总体要求"))
    type_chinese(panel.box, "建设目标")
    assert panel.view.isExpanded(index_of(panel, workspace, "总体要求"))
    panel.box.clear()
    assert not panel.view.isExpanded(index_of(panel, workspace, "总体要求"))


def test_that_a_decision_on_the_same_document_keeps_filter_and_folds(qtbot, panel, workspace):
    panel.view.collapse(index_of(panel, workspace, "总体要求"))
    type_chinese(panel.box, "保税")
    workspace.show(document(), ())
    assert panel.box.text() == "保税"
    panel.box.clear()
    assert not panel.view.isExpanded(index_of(panel, workspace, "总体要求"))


def test_that_another_document_comes_unfiltered_and_unfolded(qtbot, panel, workspace):
    panel.collapse_all()
    type_chinese(panel.box, "保税")
    workspace.show(document((Clause(0, "一、", "甲"), Clause(1, "(一)", "乙")), number=2), ())
    assert panel.box.text() == ""
    assert panel.view.isExpanded(index_of(panel, workspace, "甲"))


def test_that_badges_follow_the_notes(panel, workspace):
    opened = workspace.document
    number = number_of(workspace, "建设目标")
    workspace.set_placements((placement(opened, "到2027年"),))
    assert panel.model.badge(number).notes == 1


def test_that_the_menu_copies_the_heading_and_the_citation(panel, workspace):
    section = workspace.document.outline.sections[number_of(workspace, "深化基础研究体制机制创新")]
    menu = panel.context_menu(section)
    action(menu, "复制标题").trigger()
    assert QGuiApplication.clipboard().text() == "深化基础研究体制机制创新"
    action(menu, "复制条款出处").trigger()
    said = QGuiApplication.clipboard().text()
    assert said.startswith("《上海市杨浦区人民政府关于")
    assert said.endswith("》（杨府发〔2024〕11号）二（一）2")


def test_that_the_menu_leads_to_notes_and_units_only_where_there_are_any(qtbot, panel, workspace):
    opened = workspace.document
    with_both = opened.outline.sections[number_of(workspace, "深化基础研究体制机制创新")]
    with_none = opened.outline.sections[number_of(workspace, "区域布局")]
    workspace.set_placements((placement(opened, "探索基础研究"),))
    menu = panel.context_menu(with_both)
    with qtbot.waitSignals([panel.notes_requested, panel.units_requested]):
        action(menu, "查看本条批注").trigger()
        action(menu, "查看本条责任单位").trigger()
    empty = panel.context_menu(with_none)
    assert not action(empty, "查看本条批注").isEnabled()
    assert not action(empty, "查看本条责任单位").isEnabled()


def test_that_a_document_without_sections_and_no_document_are_told_apart(panel, workspace):
    workspace.show(document((), number=2), ())
    assert panel.is_empty()
    workspace.close(2)
    assert panel.is_empty()


def test_that_every_row_can_be_painted_in_every_theme(qtbot, panel, workspace):
    opened = workspace.document
    workspace.set_placements(
        tuple(placement(opened, q, number=i) for i, q in enumerate(("到2027年", "探索基础", "建立工作"), 1))
    )
    workspace.enter_section(3)
    for theme in ("paper", "green", "night"):
        workspace.set_settings(workspace.settings.with_(theme=theme))
        assert not panel.grab().isNull()


def test_that_the_tree_tells_what_a_comparison_says_and_forgets_it_with_it(panel, workspace):
    changed = number_of(workspace, "建设目标")
    index = index_of(panel, workspace, "建设目标")
    workspace.set_differences(workspace.document.entry.number, {changed: "changed"})
    assert index.data(OutlineRole.BADGE).difference == "changed"
    assert "有修改" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    above = index_of(panel, workspace, "总体要求")
    assert "1条不同" in above.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert not panel.grab().isNull()
    workspace.set_differences(workspace.document.entry.number, {})
    assert index.data(OutlineRole.BADGE).difference == ""


def test_that_a_document_shown_again_keeps_what_the_comparison_says(panel, workspace):
    here = workspace.document
    changed = number_of(workspace, "建设目标")
    workspace.set_differences(here.entry.number, {changed: "moved"})
    workspace.show(document(number=2), ())
    assert panel.model.badge(changed).difference == ""
    workspace.show(here, ())
    assert panel.model.badge(changed).difference == "moved"


def test_that_only_what_changed_is_told(workspace, qtbot):
    workspace.set_differences(1, {3: "added"})
    with qtbot.assertNotEmitted(workspace.differences_changed):
        workspace.set_differences(1, {3: "added"})
    workspace.show(document(), ())
    workspace.close(1)
    assert workspace.differences_of(1) == {}
