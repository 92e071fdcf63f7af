from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.ui.jobs import JobRunner
from reader.ui.settings.dialog import SettingsDialog
from reader.ui.workspace import Workspace
from reader.units.roster import RosterEntry
from tests.ui.keyboard import type_chinese

ALT = Qt.KeyboardModifier.AltModifier
TEXT = """临江区人民政府关于推进港口建设的实施意见

一、主要任务

（一）完善航道。疏浚主航道。（责任单位：区交通委、区商务委）
"""


@pytest.fixture
def workspace():
    return Workspace(Workspace().settings.with_(own_units=("区数据局", "区商务委", "区财政局")))


@pytest.fixture
def dialog(workspace, qtbot):
    made = SettingsDialog(workspace)
    qtbot.addWidget(made)
    made.show()
    made.show_units()
    return made


def label(dialog, name: str):
    return next(one for one in dialog.units.chips.labels() if one.name == name)


def test_that_a_unit_is_typed_and_added_behind_the_others(dialog, workspace, qtbot):
    field = dialog.units.chips.field
    type_chinese(field, "区教育局")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.own_units == ("区数据局", "区商务委", "区财政局", "区教育局")
    assert field.text() == ""
    assert dialog.isVisible()


def test_that_several_units_are_added_at_once_and_none_twice(dialog, workspace, qtbot):
    field = dialog.units.chips.field
    type_chinese(field, "区教育局，区商务委、区科技经济委")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.own_units == ("区数据局", "区商务委", "区财政局", "区教育局", "区科技经济委")


def test_that_a_mark_behind_a_name_ends_it(dialog, workspace):
    type_chinese(dialog.units.chips.field, "区教育局、")
    assert workspace.own_units[-1] == "区教育局"


def test_that_a_name_left_in_the_field_is_not_lost(dialog, workspace, qtbot):
    type_chinese(dialog.units.chips.field, "区教育局")
    dialog.names.setFocus()
    dialog.units.chips.field.clearFocus()
    assert workspace.own_units[-1] == "区教育局"


def test_that_a_unit_is_removed_by_key_and_by_its_cross(dialog, workspace, qtbot):
    qtbot.keyClick(label(dialog, "区商务委"), Qt.Key.Key_Delete)
    assert workspace.own_units == ("区数据局", "区财政局")
    last = label(dialog, "区财政局")
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton, pos=QPoint(last.width() - 8, last.height() // 2))
    assert workspace.own_units == ("区数据局",)


def test_that_the_order_is_changed_by_keys(dialog, workspace, qtbot):
    qtbot.keyClick(label(dialog, "区财政局"), Qt.Key.Key_Left, ALT)
    assert workspace.own_units == ("区数据局", "区财政局", "区商务委")
    qtbot.keyClick(label(dialog, "区数据局"), Qt.Key.Key_Left, ALT)
    assert workspace.own_units == ("区数据局", "区财政局", "区商务委")


def test_that_the_order_is_changed_by_the_mouse(dialog, workspace, qtbot):
    first, third = label(dialog, "区数据局"), label(dialog, "区财政局")
    target = first.mapFrom(dialog.units.chips, third.geometry().center())
    qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseRelease(first, Qt.MouseButton.LeftButton, pos=target)
    assert workspace.own_units == ("区商务委", "区财政局", "区数据局")


def test_that_backspace_in_the_empty_field_goes_to_the_last_unit(dialog, qtbot):
    dialog.activateWindow()
    qtbot.keyClick(dialog.units.chips.field, Qt.Key.Key_Backspace)
    assert dialog.focusWidget() is label(dialog, "区财政局")


def test_that_names_of_the_list_and_of_the_library_are_proposed(workspace, qtbot, tmp_path):
    file = tmp_path / "意见.txt"
    file.write_text(TEXT, encoding="utf-8")
    with Library.open(tmp_path / "library.db") as library:
        assert not import_paths(library, [file]).failures
        library.units.set_roster([RosterEntry("临江区科技和经济委员会", "区科技经济委", ("区经委",), 1)])
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    dialog = SettingsDialog(workspace, jobs=jobs)
    qtbot.addWidget(dialog)
    proposed = dialog.units.chips.completing.proposed
    qtbot.waitUntil(lambda: bool(proposed("交通")))
    assert [one.name for one in proposed("区经委")] == ["区科技经济委"]
    assert [one.name for one in proposed("交通")] == ["区交通委"]
    jobs.shutdown()


def test_that_a_proposal_is_taken_over(dialog, workspace, qtbot):
    from reader.ui.widgets.completing import Suggestion

    chips = dialog.units.chips
    chips.set_suggestions([Suggestion("区交通委", "临江区交通委员会")])
    type_chinese(chips.field, "交通")
    popup = chips.field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.own_units[-1] == "区交通委")
    assert len(workspace.own_units) == 4
    assert chips.field.text() == ""


def test_that_an_answer_that_comes_late_finds_nobody(workspace, qtbot, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    dialog = SettingsDialog(workspace, jobs=jobs)
    dialog.deleteLater()
    qtbot.wait(20)
    assert jobs.wait_for_writes()
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.shutdown()


def test_that_escape_throws_a_half_typed_name_away_and_leaves_the_dialog(dialog, workspace, qtbot):
    before = workspace.own_units
    dialog.activateWindow()
    field = dialog.units.chips.field
    field.setFocus()
    type_chinese(field, "区教")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert workspace.own_units == before


@pytest.mark.parametrize("how", ["another window", "closed"])
def test_that_a_half_typed_name_is_not_stored_when_the_window_goes(dialog, workspace, how):
    before = workspace.own_units
    field = dialog.units.chips.field
    dialog.activateWindow()
    field.setFocus()
    type_chinese(field, "区教")
    if how == "closed":
        dialog.reject()
        reason = Qt.FocusReason.OtherFocusReason
    else:
        reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert workspace.own_units == before
    assert field.text() == "区教"


def test_that_two_dialogs_do_not_overwrite_each_other(dialog, workspace, qtbot):
    other = SettingsDialog(workspace)
    qtbot.addWidget(other)
    type_chinese(dialog.units.chips.field, "区教")
    other.units.chips.add("区水务局")
    assert dialog.units.chips.names() == workspace.own_units
    assert dialog.units.chips.field.text() == "区教"
    dialog.units.chips.add("区教育局")
    assert workspace.own_units[-2:] == ("区水务局", "区教育局")
    assert other.units.chips.names() == workspace.own_units
