from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.keyboard import type_chinese
from tests.ui.units.conftest import AS_READ, RESEARCH, SERVICE, TRADE


def added(desk, name="区教育局"):
    """Begin to add a unit to 优化服务, its name typed and not confirmed."""
    desk.enter(SERVICE)
    desk.panel.correcting.add(desk.section(SERVICE))
    type_chinese(desk.panel.editor.name, name)
    return desk.panel.editor


def test_that_a_new_unit_is_added_when_the_editor_is_put_away(qtbot, desk):
    editor = added(desk)
    qtbot.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    desk.written()
    assert (SERVICE, "责任单位", ["区教育局"]) in desk.said()
    assert not editor.isVisible()
    assert desk.panel.lists.view.hasFocus()


def test_that_a_new_unit_is_added_before_another_one_is_corrected(qtbot, desk):
    editor = added(desk)
    desk.enter(RESEARCH)
    chip = desk.panel.card.chips()[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_F2)
    assert (editor.subject().name, editor.subject().new) == ("区科技经济委", False)
    desk.written()
    assert (SERVICE, "责任单位", ["区教育局"]) in desk.said()
    assert editor.subject().name == "区科技经济委"
    assert editor.name.hasFocus()


def test_that_esc_throws_a_new_unit_away(qtbot, desk):
    editor = added(desk)
    qtbot.keyClick(editor.name, Qt.Key.Key_Escape)
    desk.written()
    assert desk.said() == AS_READ
    assert not editor.isVisible()


def test_that_a_selection_is_not_added_when_another_one_takes_its_place(desk):
    for words in ("企业服务", "企业服务专员"):
        desk.panel.add_unit(desk.span(words))
    desk.written()
    assert desk.said() == AS_READ
    assert desk.panel.editor.name.text() == "企业服务专员"


def test_that_the_editor_stays_when_its_clause_means_nothing(qtbot, desk):
    editor = added(desk)
    editor.clause.setFocus()
    editor.clause.selectAll()
    type_chinese(editor.clause, "三（九）")
    qtbot.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    assert (editor.clause.text(), editor.about.text()) == ("二（三）优化服务", "没有这一条")
    assert editor.isVisible()
    desk.written()
    assert desk.said() == AS_READ


def test_that_a_unit_that_is_there_already_stays_in_the_editor_and_is_told(qtbot, desk):
    desk.panel.correcting.add(desk.section(TRADE))
    editor = desk.panel.editor
    editor.role.setCurrentText("配合单位")
    type_chinese(editor.name, "区财政局")
    with qtbot.waitSignal(editor.add_requested):
        qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    assert (editor.name.text(), editor.name.selectedText()) == ("区财政局", "区财政局")
    assert (editor.about.text(), editor.about.isVisible()) == ("本条已有", True)
    type_chinese(editor.name, "区教育局")
    assert not editor.about.isVisible()
    with qtbot.waitSignal(editor.add_requested):
        qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    desk.written()
    assert [one.name for one in desk.document.corrections] == ["区教育局"]
    assert editor.name.text() == ""
