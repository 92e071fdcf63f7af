from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.ui.units.list_head import BY_UNIT
from tests.ui.units.conftest import AS_READ, RESEARCH, TRADE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu


def test_that_the_keyboard_goes_from_unit_to_unit_of_a_clause(qtbot, desk):
    view = desk.panel.lists.view
    view.setFocus()
    view.setCurrentIndex(desk.panel.lists.model.index_of_section(desk.section(RESEARCH)))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.picked().name == "区市场监管局"
    with qtbot.waitSignal(desk.panel.span_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args[0] == desk.mention("区市场监管局").span
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    desk.written()
    assert desk.said()[0][2] == ["区科技经济委"]
    assert view.picked().name == "区科技经济委"
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert desk.panel.editor.name.text() == "区科技经济委"
    qtbot.keyClick(desk.panel.editor.name, Qt.Key.Key_Escape)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    assert desk.panel.editor.subject().new


def test_that_delete_on_a_clause_of_several_units_asks_which_by_picking_one(qtbot, desk):
    view = desk.panel.lists.view
    view.setCurrentIndex(desk.panel.lists.model.index_of_section(desk.section(RESEARCH)))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    desk.written()
    assert desk.said() == AS_READ
    assert view.picked().name == "区科技经济委"


def test_that_the_list_stays_where_it_was_when_a_unit_changes(qtbot, desk):
    desk.panel.lists.show_list(BY_UNIT)
    model, view = desk.panel.lists.model, desk.panel.lists.view
    row = next(i for i in range(model.rowCount()) if model.index(i, 0).data() == "区财政局")
    view.setExpanded(model.index(row, 0), True)
    view.setCurrentIndex(model.index(0, 0, model.index(row, 0)))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    desk.panel.editor.role_requested.emit("牵头单位")
    desk.written()
    assert view.isExpanded(model.index(row, 0))
    assert view.picked().role == "牵头单位"


def actions_of(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def test_that_the_menu_offers_what_can_be_done_with_a_unit(desk):
    mention = desk.mention("区财政局")
    row = desk.panel.listing.clause_of[mention.section]
    menu = desk.panel.context_menu(row, mention)
    assert actions_of(menu) == ["转到原文", "更正…", "责任类型", "移到其他条款…", "删去", "添加责任单位…", "复制名称"]
    roles = next(action.menu() for action in menu.actions() if action.text() == "责任类型")
    assert [action.text() for action in roles.actions() if action.isChecked()] == ["配合单位"]
    next(action for action in roles.actions() if action.text() == "责任单位").trigger()
    desk.written()
    assert (TRADE, "责任单位", ["区财政局"]) in desk.said()
    corrected = desk.mention("区财政局")
    assert "恢复原读法" in actions_of(desk.panel.context_menu(row, corrected))


def test_that_the_menu_of_a_clause_adds_and_copies(desk):
    row = desk.panel.listing.clause_of[desk.section(TRADE)]
    assert actions_of(desk.panel.context_menu(row, None)) == ["转到本条", "添加责任单位…", "复制本条名单"]
