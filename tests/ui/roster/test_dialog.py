from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.library.library import Library
from reader.ui.roster.dialog import RosterDialog
from reader.ui.roster.model import COUNTERPART, FORMER, FULL, PROBLEM, RANK, SHORT
from tests.ui.keyboard import type_chinese

PASTE = (
    "全称\t规范简称\t曾用名\t排序\t市级对口部门\n"
    "临江区发展和改革委员会\t区发展改革委\t区计委\t1\t市发展改革委\n"
    "临江区科技和经济委员会\t区科技经济委\t区科委、区经委\t2\t市科委、市经济信息化委\n"
    "临江区财政局\t区财政局\t\t3\t市财政局\n"
)
NAMES = ["临江区发展和改革委员会", "临江区科技和经济委员会", "临江区财政局"]
NO, ALT, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(office, qtbot):
    made = RosterDialog(office.workspace, office.jobs)
    qtbot.addWidget(made)
    made.show()
    office.idle()
    return made


@pytest.fixture
def filled(dialog, office, qtbot):
    paste(dialog, qtbot, PASTE)
    office.idle()
    return dialog


def paste(dialog, qtbot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(dialog, Qt.Key.Key_V, CTRL)


def names(office) -> list[str]:
    office.idle()
    return [entry.full_name for entry in office.stored()]


def editor(dialog) -> QLineEdit:
    return next(field for field in dialog.table.findChildren(QLineEdit) if field.isVisible())


def type_into(dialog, qtbot, row: int, column: int, text: str) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(row, column))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    field = editor(dialog)
    field.selectAll()
    type_chinese(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.table.state() != dialog.table.State.EditingState)


def test_that_an_empty_list_says_what_to_paste(dialog):
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.bar.isVisible()
    assert not dialog.foot.export.isEnabled()


def test_that_a_paste_is_shown_and_on_the_disk_at_once(dialog, office, qtbot):
    paste(dialog, qtbot, PASTE)
    assert dialog.table.isVisible()
    assert [dialog.model.index(row, FULL).data() for row in range(3)] == NAMES
    assert names(office) == NAMES
    assert office.stored()[1].counterpart == ("市科委", "市经济信息化委")
    assert dialog.foot.saved.text().startswith("已保存 ")


def test_that_a_paste_that_comes_before_the_list_is_read_is_not_lost(office, qtbot):
    made = RosterDialog(office.workspace, office.jobs)
    qtbot.addWidget(made)
    made.take_text(PASTE)
    assert names(office) == NAMES
    assert [made.model.index(row, FULL).data() for row in range(3)] == NAMES


def test_that_others_are_told_of_what_was_saved(dialog, office, qtbot):
    heard = []
    office.workspace.changed.connect(heard.append)
    paste(dialog, qtbot, PASTE)
    office.idle()
    assert len(heard) == 1


def test_that_the_list_is_there_after_a_restart(filled, office, tmp_path):
    filled.close()
    office.close()
    with Library.open(office.path) as library:
        assert [entry.short_name for entry in library.units.roster()] == ["区发展改革委", "区科技经济委", "区财政局"]


def test_that_what_was_changed_last_is_on_the_disk_when_the_dialog_is_gone(filled, office, qtbot):
    filled.table.select_places([0], FULL)
    qtbot.keyClick(filled.table, Qt.Key.Key_Delete)
    qtbot.keyClick(filled.table, Qt.Key.Key_Escape)
    assert not filled.isVisible()
    office.close()
    with Library.open(office.path) as library:
        assert [entry.full_name for entry in library.units.roster()] == NAMES[1:]


def test_that_an_answer_that_comes_late_finds_nobody(office, qtbot):
    made = RosterDialog(office.workspace, office.jobs)
    made.deleteLater()
    qtbot.wait(20)
    office.idle()


def test_that_a_cell_is_edited_by_keyboard_and_saved(filled, office, qtbot):
    type_into(filled, qtbot, 2, SHORT, "区财政")
    office.idle()
    assert office.stored()[2].short_name == "区财政"
    type_into(filled, qtbot, 2, COUNTERPART, "市财政局，市国资委")
    office.idle()
    assert office.stored()[2].counterpart == ("市财政局", "市国资委")


def test_that_escape_leaves_a_cell_before_it_leaves_the_dialog(filled, office, qtbot):
    filled.table.setCurrentIndex(filled.model.index(0, FULL))
    qtbot.keyClick(filled.table, Qt.Key.Key_Return)
    field = editor(filled)
    type_chinese(field, "别的名称")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert filled.isVisible()
    assert names(office) == NAMES
    qtbot.keyClick(filled.table, Qt.Key.Key_Escape)
    assert not filled.isVisible()


def test_that_tab_goes_from_cell_to_cell_while_editing_and_else_leaves_the_table(filled, office, qtbot):
    filled.table.setCurrentIndex(filled.model.index(0, FULL))
    qtbot.keyClick(filled.table, Qt.Key.Key_Return)
    qtbot.keyClick(editor(filled), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: filled.table.currentIndex().column() == SHORT)
    qtbot.keyClick(editor(filled), Qt.Key.Key_Escape)
    filled.table.setFocus()
    qtbot.keyClick(filled.table, Qt.Key.Key_Tab)
    assert not filled.table.hasFocus()


def test_that_lines_are_moved_by_keys_and_by_their_rank(filled, office, qtbot):
    filled.table.select_places([2], FULL)
    qtbot.keyClick(filled.table, Qt.Key.Key_Up, ALT)
    assert names(office) == [NAMES[0], NAMES[2], NAMES[1]]
    assert filled.table.places() == [1]
    type_into(filled, qtbot, 2, RANK, "1")
    assert names(office) == [NAMES[1], NAMES[0], NAMES[2]]
    assert [entry.rank for entry in office.stored()] == [1, 2, 3]


def test_that_lines_at_the_edge_stay_there(filled, office, qtbot):
    filled.table.select_places([0], FULL)
    qtbot.keyClick(filled.table, Qt.Key.Key_Up, ALT)
    assert names(office) == NAMES


def test_that_every_step_is_taken_back_and_done_again(filled, office, qtbot):
    filled.table.select_places([0, 1], FULL)
    qtbot.keyClick(filled.table, Qt.Key.Key_Delete)
    assert names(office) == [NAMES[2]]
    assert filled.bar.undo.toolTip() == "撤销：删除 2 个单位（Ctrl+Z）"
    qtbot.keyClick(filled, Qt.Key.Key_Z, CTRL)
    assert names(office) == NAMES
    qtbot.keyClick(filled, Qt.Key.Key_Y, CTRL)
    assert names(office) == [NAMES[2]]
    qtbot.keyClick(filled, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(filled, Qt.Key.Key_Z, CTRL)
    assert names(office) == []
    assert filled.empty.isVisible()
    assert filled.bar.redo.isEnabled()


def click(dialog, qtbot, row: int, column: int) -> None:
    at = dialog.table.visualRect(dialog.model.index(row, column)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_that_delete_empties_cells_and_removes_only_whole_lines(filled, office, qtbot):
    click(filled, qtbot, 1, FORMER)
    qtbot.keyClick(filled.table, Qt.Key.Key_Delete)
    assert names(office) == NAMES
    assert office.stored()[1].former == ()
    qtbot.keyClick(filled, Qt.Key.Key_Z, CTRL)
    office.idle()
    assert office.stored()[1].former == ("区科委", "区经委")
    click(filled, qtbot, 1, RANK)
    qtbot.keyClick(filled.table, Qt.Key.Key_Delete)
    assert names(office) == [NAMES[0], NAMES[2]]
    click(filled, qtbot, 0, SHORT)
    qtbot.keyClick(filled, Qt.Key.Key_Minus, CTRL)
    assert names(office) == [NAMES[2]]


def test_that_a_problem_stands_beside_its_line_and_is_reached_by_key(filled, office, qtbot):
    type_into(filled, qtbot, 2, FULL, NAMES[0])
    assert filled.model.index(2, PROBLEM).data() == f"▲ “{NAMES[0]}”与第1行重复，不会保存"
    assert filled.foot.problems.text() == "▲ 1 处待核对"
    filled.table.setCurrentIndex(filled.model.index(0, FULL))
    qtbot.keyClick(filled, Qt.Key.Key_F8)
    assert filled.table.currentIndex().row() == 2
    assert names(office) == NAMES[:2]


def test_that_what_a_paste_left_out_is_told_row_by_row(dialog, office, qtbot):
    paste(dialog, qtbot, PASTE + "临江区财政局\t\t\t4\n\t区教育局\t\t5\n")
    assert dialog.foot.sentences.isVisible()
    assert dialog.foot.sentences.toPlainText().splitlines() == [
        "第5行：“临江区财政局”与第4行重复，未读取。",
        "第6行：没有全称，以简称“区教育局”代替。",
    ]
    assert dialog.model.index(3, PROBLEM).data() == "▲ 没有全称，以简称“区教育局”代替"
    assert names(office) == [*NAMES, "区教育局"]


def test_that_a_second_paste_asks_and_merging_loses_nothing(filled, office, qtbot):
    paste(filled, qtbot, "全称\t规范简称\n临江区商务委员会\t区商务委\n临江区财政局\t区财政\n")
    assert filled.paste_bar.isVisible()
    assert names(office) == NAMES
    qtbot.keyClick(QApplication.focusWidget() or filled.paste_bar.merge, Qt.Key.Key_Space)
    assert not filled.paste_bar.isVisible()
    assert names(office) == [*NAMES, "临江区商务委员会"]
    assert office.stored()[2].short_name == "区财政"


def test_that_a_second_paste_replaces_the_list_where_that_is_wanted(filled, office, qtbot):
    paste(filled, qtbot, "临江区商务委员会\n临江区教育局\n")
    qtbot.mouseClick(filled.paste_bar.replace, Qt.MouseButton.LeftButton)
    assert names(office) == ["临江区商务委员会", "临江区教育局"]


def test_that_escape_leaves_the_question_and_the_list_as_it_is(filled, office, qtbot):
    paste(filled, qtbot, "临江区商务委员会\n临江区教育局\n")
    qtbot.keyClick(filled.paste_bar.merge, Qt.Key.Key_Escape)
    assert not filled.paste_bar.isVisible()
    assert filled.isVisible()
    assert names(office) == NAMES


def test_that_one_name_is_pasted_into_the_cell(filled, office, qtbot):
    filled.table.setCurrentIndex(filled.model.index(2, SHORT))
    paste(filled, qtbot, "区财政")
    office.idle()
    assert office.stored()[2].short_name == "区财政"
    assert not filled.paste_bar.isVisible()


def test_that_a_line_is_added_and_named(filled, office, qtbot):
    filled.table.select_places([0], FULL)
    qtbot.keyClick(filled, Qt.Key.Key_Insert)
    field = editor(filled)
    type_chinese(field, "临江区人民政府办公室")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(office) == [NAMES[0], "临江区人民政府办公室", *NAMES[1:]]


def test_that_lines_are_copied_for_a_spreadsheet(filled, qtbot):
    filled.table.select_places([1], FULL)
    qtbot.keyClick(filled.table, Qt.Key.Key_C, CTRL)
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1] == ["临江区科技和经济委员会", "区科技经济委", "区科委、区经委", "1", "市科委、市经济信息化委"]


def test_that_the_exported_list_fills_an_empty_one(filled, office, qtbot, tmp_path):
    file = tmp_path / "单位名录.txt"
    filled.export(file)
    before = office.stored()
    filled.table.selectAll()
    qtbot.keyClick(filled.table, Qt.Key.Key_Delete)
    assert names(office) == []
    filled.open_file(file)
    office.idle()
    assert office.stored() == before


def test_that_a_place_that_cannot_be_written_is_told(filled, tmp_path):
    filled.export(tmp_path / "没有的文件夹" / "名录.txt")
    assert filled.foot.message.text() == "“名录.txt”：文件夹不存在。"


def test_that_a_workbook_is_refused_with_a_way_out(dialog, tmp_path):
    file = tmp_path / "单位.xlsx"
    file.write_bytes(b"PK\x03\x04")
    dialog.open_file(file)
    assert "Ctrl+V" in dialog.foot.message.text()


def test_that_a_refused_save_is_told_kept_and_tried_again(filled, office, qtbot, monkeypatch):
    from reader.library.errors import LibraryFull
    from reader.library.units import Units

    real = Units.set_roster

    def full(self, entries):
        raise LibraryFull("磁盘已满。")

    monkeypatch.setattr(Units, "set_roster", full)
    type_into(filled, qtbot, 0, SHORT, "区发改委")
    office.wait(lambda: filled.foot.message.text() == "没有保存：磁盘已满。")
    qtbot.keyClick(filled.table, Qt.Key.Key_Escape)
    assert filled.isVisible()
    monkeypatch.setattr(Units, "set_roster", real)
    qtbot.mouseClick(filled.foot.retry, Qt.MouseButton.LeftButton)
    office.idle()
    assert office.stored()[0].short_name == "区发改委"
    assert not filled.foot.retry.isVisible()
