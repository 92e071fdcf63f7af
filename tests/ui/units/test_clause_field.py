from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.keyboard import type_chinese
from tests.ui.units.conftest import AS_READ, RESEARCH, SERVICE, TRADE

TEN = "关于办事的意见\n\n一、任务\n（一）收费。办好收费。（责任单位：区财政局）\n" + "".join(
    f"{i}.办事项{'甲乙丙丁戊己庚辛壬癸'[i - 1]}\n" for i in range(1, 11)
)


def type_clause(desk, name, typed):
    desk.panel.correcting.edit(desk.mention(name), clause=True)
    type_chinese(desk.panel.editor.clause, typed)
    return desk.panel.editor


def press(qtbot, field, key):
    """Press a key; the list of proposals takes it while it is open."""
    popup = field.completer().popup()
    qtbot.keyClick(popup if popup.isVisible() else field, key)
    qtbot.wait(1)  # without a display the list that closed is taken for the active window
    field.window().activateWindow()
    qtbot.waitUntil(field.window().isActiveWindow)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("二（", "有几条以此开头，请选一条"), ("三（九）", "没有这一条"), ("优化", "没有这一条")],
)
def test_that_what_means_no_one_clause_moves_nothing(qtbot, desk, typed, said):
    editor = type_clause(desk, "区财政局", typed)
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    desk.written()
    assert (editor.clause.text(), editor.about.text()) == (typed, said)
    assert editor.about.isVisible()
    press(qtbot, editor.clause, Qt.Key.Key_Backtab)
    assert (editor.clause.text(), editor.about.text()) == ("二（二）促进贸易", said)
    desk.written()
    assert desk.said() == AS_READ
    assert desk.document.corrections == ()


def test_that_the_reason_goes_when_typing_goes_on(qtbot, desk):
    editor = type_clause(desk, "区财政局", "三（九）")
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    assert editor.about.text() == "没有这一条"
    editor.clause.selectAll()
    type_chinese(editor.clause, "二（三）优")
    assert not editor.about.isVisible()
    press(qtbot, editor.clause, Qt.Key.Key_Backtab)
    desk.written()
    assert (SERVICE, "配合单位", ["区财政局"]) in desk.said()


def test_that_a_number_is_not_taken_for_a_longer_one(qtbot, desk):
    desk.open(TEN, "十项.txt")
    editor = type_clause(desk, "区财政局", "一")
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    assert editor.subject().clause == "一 任务"
    editor = type_clause(desk, "区财政局", "一（一）1")
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    assert editor.subject().clause.startswith("一（一）1 ")
    editor = type_clause(desk, "区财政局", "一（一）10")
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    assert editor.subject().clause.startswith("一（一）10 ")


def test_that_enter_in_the_clause_adds_a_new_unit_there(qtbot, desk):
    desk.panel.correcting.add(desk.section(SERVICE))
    editor = desk.panel.editor
    type_chinese(editor.name, "区教育局")
    editor.clause.setFocus()
    editor.clause.selectAll()
    type_chinese(editor.clause, "二（九）")
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    qtbot.wait(1)
    desk.written()
    assert (desk.said(), editor.about.text()) == (AS_READ, "没有这一条")
    editor.clause.selectAll()
    type_chinese(editor.clause, "二（二）")
    with qtbot.waitSignal(editor.add_requested, timeout=1000):
        press(qtbot, editor.clause, Qt.Key.Key_Return)
    desk.written()
    assert "区教育局" in [name for heading, _role, names in desk.said() if heading == TRADE for name in names]
    assert (editor.name.text(), editor.isVisible()) == ("", True)


def test_that_a_clause_typed_but_not_left_counts_when_the_button_adds(qtbot, desk):
    desk.panel.correcting.add(desk.section(SERVICE))
    editor = desk.panel.editor
    type_chinese(editor.name, "区教育局")
    editor.clause.setFocus()
    editor.clause.selectAll()
    type_chinese(editor.clause, "二（一）")
    qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    desk.written()
    assert "区教育局" in [name for heading, _role, names in desk.said() if heading == RESEARCH for name in names]


def test_that_a_name_typed_is_not_made_the_longer_one_that_is_proposed(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区财政局"))
    editor = desk.panel.editor
    type_chinese(editor.name, "区市场")
    assert editor.name.completer().popup().isVisible()
    press(qtbot, editor.name, Qt.Key.Key_Return)
    desk.written()
    assert (TRADE, "配合单位", ["区市场"]) in desk.said()


def test_that_a_clause_is_taken_from_the_list(qtbot, desk):
    editor = type_clause(desk, "区财政局", "二（")
    qtbot.keyClick(editor.clause.completer().popup(), Qt.Key.Key_Down)
    press(qtbot, editor.clause, Qt.Key.Key_Return)
    desk.written()
    assert editor.subject().clause == "二（一）支持高校开展研究"
    assert (TRADE, "配合单位", ["区财政局"]) not in desk.said()
