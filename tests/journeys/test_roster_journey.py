from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.library.library import Library
from reader.ui.roster.aliases_dialog import AliasesDialog
from reader.ui.roster.dialog import RosterDialog
from reader.ui.settings.dialog import SettingsDialog
from tests.journeys.conftest import YANGPU
from tests.ui.keyboard import type_chinese

LIST = (
    "全称\t规范简称\t曾用名\t排序\t市级对口部门\n"
    "上海市杨浦区数据局\t区数据局\t\t1\t市数据局\n"
    "上海市杨浦区科技和经济委员会\t区科技经济委\t区科委、区经委\t2\t市科委、市经济信息化委\n"
    "上海市杨浦区商务委员会\t区商务委\t\t3\t市商务委\n"
)


def dialog_of(one, kind, action: str):
    one.trigger(action)
    one.until(lambda: any(dialog.isActiveWindow() for dialog in one.window.findChildren(kind)))
    return next(dialog for dialog in one.window.findChildren(kind) if dialog.isActiveWindow())


def ask(one, question):
    answers = []
    one.jobs.library_call(question, answers.append)
    one.until(lambda: bool(answers))
    return answers[0]


def paste_list(one) -> None:
    dialog = dialog_of(one, RosterDialog, "units.roster")
    QGuiApplication.clipboard().setText(LIST)
    one.qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    one.until(lambda: dialog.foot.saved.text().startswith("已保存"))
    one.qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_a_pasted_list_orders_the_units_of_the_library(desk):
    one = desk()
    one.import_files(YANGPU)
    paste_list(one)
    units = [unit.name for unit in ask(one, lambda library: library.units.ledger().units)]
    assert units[:3] == ["区数据局", "区科技经济委", "区商务委"]


def test_that_a_counterpart_is_proposed_and_nothing_is_changed_by_it(desk):
    one = desk()
    one.import_files(YANGPU)
    number = one.number(YANGPU)
    before = ask(one, lambda library: library.documents.open(number).assignments)
    paste_list(one)
    answering = ask(one, lambda library: library.units.identifier.counterpart("市经济信息化委", _shanghai()))
    assert answering == "区科技经济委"
    assert ask(one, lambda library: library.documents.open(number).assignments) == before


def test_that_the_list_is_there_after_a_restart_and_can_be_gone_on_with(desk):
    first = desk()
    first.import_files(YANGPU)
    paste_list(first)
    first.close()

    second = desk()
    dialog = dialog_of(second, RosterDialog, "units.roster")
    second.until(lambda: dialog.sheet.is_loaded)
    dialog.table.select_places([2], 1)
    second.qtbot.keyClick(dialog.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    second.qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    second.close()
    with Library.open(second.path) as library:
        assert [entry.short_name for entry in library.units.roster()] == ["区数据局", "区商务委", "区科技经济委"]


def test_that_two_names_are_made_one_unit_and_parted_again(desk):
    one = desk()
    one.import_files(YANGPU)
    dialog = dialog_of(one, AliasesDialog, "units.aliases")
    one.until(lambda: dialog.sheet.loaded)

    def names() -> set[str]:
        return {unit.name for unit in ask(one, lambda library: library.units.ledger().units)}

    assert {"区数据局", "区商务委"} <= names()
    type_chinese(dialog.form.one, "区数据局")
    type_chinese(dialog.form.other, "区商务委")
    one.qtbot.keyClick(dialog.form.other, Qt.Key.Key_Return)
    one.until(lambda: dialog.decided_button.text() == "已认定 1")
    assert len({"区数据局", "区商务委"} & names()) == 1
    one.qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    one.until(lambda: dialog.decided_button.text() == "已认定 0")
    assert {"区数据局", "区商务委"} <= names()
    dialog.close()


def test_that_the_own_unit_is_named_from_the_menu(desk):
    one = desk()
    one.import_files(YANGPU)
    dialog = dialog_of(one, SettingsDialog, "units.own")
    field = dialog.units.chips.field
    one.until(lambda: bool(dialog.units.chips.completing.proposed("科技经济")))
    type_chinese(field, "区科技经济委")
    one.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert one.workspace.own_units == ("区科技经济委",)
    one.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def _shanghai():
    from reader.units.jurisdiction import Jurisdiction

    return Jurisdiction("上海市")
