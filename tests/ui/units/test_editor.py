from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.keyboard import type_chinese
from tests.ui.units.conftest import AS_READ, RESEARCH, SERVICE, TRADE


def test_that_a_name_is_typed_anew(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区科技经济委"))
    editor = desk.panel.editor
    type_chinese(editor.name, "区数据局")
    qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    desk.written()
    assert desk.said()[0] == (RESEARCH, "责任单位", ["区数据局", "区市场监管局"])
    assert desk.mention("区数据局").by_user
    assert "原作“区科技经济委”" in editor.about.text()
    assert editor.subject().name == "区数据局"
    qtbot.keyClick(editor.name, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert desk.undone() == AS_READ


def test_that_a_name_typed_twice_is_one_correction(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区科技经济委"))
    for name in ("区数据局", "区教育局"):
        desk.panel.editor.name.selectAll()
        type_chinese(desk.panel.editor.name, name)
        qtbot.keyClick(desk.panel.editor.name, Qt.Key.Key_Return)
        desk.written()
    assert [one.op for one in desk.document.corrections] == ["rename"]
    assert desk.said()[0][2] == ["区教育局", "区市场监管局"]
    assert desk.undone()[0][2] == ["区数据局", "区市场监管局"]
    assert desk.undone() == AS_READ


def test_that_scrolling_over_the_role_changes_nothing(desk):
    desk.panel.correcting.edit(desk.mention("区财政局"))
    role = desk.panel.editor.role
    here = QPointF(role.rect().center())
    wheel = QWheelEvent(
        here, QPointF(role.mapToGlobal(here)), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(role, wheel)
    assert role.currentText() == "配合单位"


def test_that_an_emptied_name_is_no_decision(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区科技经济委"))
    desk.panel.editor.name.clear()
    qtbot.keyClick(desk.panel.editor.name, Qt.Key.Key_Return)
    assert desk.panel.editor.name.text() == "区科技经济委"
    desk.written()
    assert desk.said() == AS_READ


def test_that_a_role_holds_at_once(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区市场监管局"))
    role = desk.panel.editor.role
    role.setFocus()
    qtbot.keyClicks(role, "")
    role.setCurrentIndex(role.findText("配合单位"))
    role.activated.emit(role.currentIndex())
    desk.written()
    assert (RESEARCH, "配合单位", ["区市场监管局"]) in desk.said()
    assert desk.operations.undo_text() == "更改责任类型"
    assert desk.undone() == AS_READ


def test_that_a_unit_moves_to_the_clause_that_is_named(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区财政局"), clause=True)
    editor = desk.panel.editor
    assert editor.clause.hasFocus()
    assert editor.clause.text() == "二（二）促进贸易"
    type_chinese(editor.clause, "二（三）")
    qtbot.keyClick(editor.clause, Qt.Key.Key_Return)
    desk.written()
    assert (SERVICE, "配合单位", ["区财政局"]) in desk.said()
    assert editor.subject().clause == "二（三）优化服务"
    desk.enter(TRADE)
    assert "区财政局 → 二（三）" in [link.shown_text() for link in desk.panel.card.links()]
    assert desk.undone() == AS_READ


def test_that_a_unit_is_added_to_a_clause_and_the_next_can_follow(qtbot, desk):
    desk.enter(SERVICE)
    qtbot.mouseClick(desk.panel.card.add_button, Qt.MouseButton.LeftButton)
    editor = desk.panel.editor
    for name in ("区投资促进办", "区政务服务办、区司法局"):
        type_chinese(editor.name, name)
        with qtbot.waitSignal(editor.add_requested):
            qtbot.keyClick(editor.name, Qt.Key.Key_Return)
        desk.written()
        assert editor.isVisible()
        assert editor.name.text() == ""
    assert (SERVICE, "责任单位", ["区投资促进办", "区政务服务办", "区司法局"]) in desk.said()
    assert [chip.mention.by_user for chip in desk.panel.card.chips()] == [True] * 3
    assert (SERVICE, "责任单位", ["区投资促进办"]) in desk.undone()
    assert desk.undone() == AS_READ


def test_that_selected_words_become_a_unit_where_they_stand(qtbot, desk):
    span = desk.span("企业服务专员")
    desk.panel.add_unit(span)
    editor = desk.panel.editor
    assert (editor.name.text(), editor.clause.text()) == ("企业服务专员", "二（三）优化服务")
    with qtbot.waitSignal(desk.panel.text_requested):
        qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    desk.written()
    assert desk.mention("企业服务专员").span == span
    assert not editor.isVisible()
    assert desk.undone() == AS_READ


def test_that_selecting_what_is_a_unit_already_corrects_it(desk):
    desk.panel.add_unit(desk.span("区财政局"))
    assert not desk.panel.editor.subject().new
    assert desk.panel.editor.name.text() == "区财政局"


def test_that_names_are_proposed_from_the_document_and_the_lexicon(desk):
    desk.panel.correcting.add(desk.section(SERVICE))
    for typed, name in (("区市场", "区市场监管局"), ("科技经济", "区科技经济委"), ("税务", "区税务局")):
        assert name in [one.name for one in desk.panel.editor._names.proposed(typed)]


def test_that_a_unit_in_the_editor_is_let_go_when_another_document_comes(desk):
    desk.panel.correcting.edit(desk.mention("区财政局"))
    desk.open("关于别的事\n\n一、别的\n（一）事项。办好。（责任单位：区财政局）\n", "别的.txt")
    assert not desk.panel.editor.isVisible()
    assert desk.panel.editor.subject() is None
