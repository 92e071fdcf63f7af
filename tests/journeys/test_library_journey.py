from __future__ import annotations

import os

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.journeys.conftest import XUHUI, YANGPU, YANGPU_PDF


def test_that_a_document_goes_into_the_bin_and_comes_back_with_its_notes(desk):
    one = desk()
    one.import_files(YANGPU)
    number = one.number(YANGPU)
    one.select("区域布局")
    one.wait_saved(lambda: one.trigger("mark.1"))

    one.wait_saved(lambda: one.operations.bin_document(number))
    one.until(lambda: not one.workspace.entries)
    assert one.workspace.document is None
    assert one.window.parts.area.mode == "empty"
    panel = one.window.parts.left.page("library")
    panel.bin_button.setChecked(True)
    one.until(lambda: panel.model.rowCount() == 1)

    one.wait_saved(lambda: one.operations.unbin_document(number))
    one.until(lambda: len(one.workspace.entries) == 1)
    one.open(YANGPU)
    assert len(one.workspace.placements) == 1


def test_that_a_title_typed_into_the_list_stays_and_can_be_undone(desk):
    one = desk()
    one.import_files(YANGPU)
    before = one.workspace.entries[0].title
    panel = one.window.parts.left.page("library")
    index = panel.model.index(0, 0)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    one.wait_saved(lambda: panel.model.setData(index, "杨浦意见"))
    one.until(lambda: one.workspace.entries[0].title == "杨浦意见")
    assert one.workspace.document.entry.title == "杨浦意见"
    assert one.window.parts.actions["edit.undo"].text() == "撤销：修改标题"

    one.wait_saved(lambda: one.trigger("edit.undo"))
    one.until(lambda: one.workspace.entries[0].title == before)
    one.wait_saved(lambda: one.trigger("edit.redo"))
    one.close()
    assert desk().workspace.entries[0].title == "杨浦意见"


def test_that_steps_are_undone_and_done_again_by_name(desk):
    one = desk()
    one.import_files(YANGPU)
    undo = one.window.parts.actions["edit.undo"]
    assert not undo.isEnabled()
    one.select("区域布局")
    one.wait_saved(lambda: one.trigger("mark.3"))
    number = one.workspace.placements[0].annotation.number
    assert undo.text() == "撤销：标注“待办”"
    for note in ("甲", "甲乙", "甲乙丙"):
        one.wait_saved(lambda note=note: one.operations.change_mark(number, note=note))
    assert undo.text() == "撤销：编辑批注"

    one.wait_saved(lambda: one.trigger("edit.undo"))
    assert one.workspace.placements[0].annotation.note == ""
    one.wait_saved(lambda: one.trigger("edit.undo"))
    assert one.workspace.placements == ()
    assert not undo.isEnabled()
    one.wait_saved(lambda: one.trigger("edit.redo"))
    one.wait_saved(lambda: one.trigger("edit.redo"))
    assert one.workspace.placements[0].annotation.note == "甲乙丙"


def test_that_a_bad_file_is_named_and_does_not_stop_the_rest(desk, qtbot, tmp_path):
    empty = tmp_path / "空的.txt"
    empty.write_bytes(b"")
    one = desk()
    with qtbot.waitSignal(one.window.files.importing.finished) as ended:
        one.window.files.open_files([empty, tmp_path / "没有.txt", YANGPU])
    imported, failures = ended.args
    assert [i.file for i in imported] == [YANGPU.name]
    assert [f.file for f in failures] == ["空的.txt", "没有.txt"]
    assert "空的.txt" in one.window.parts.notice.text()
    assert "2 个文件" in one.window.parts.notice.text()
    one.until(lambda: one.workspace.document is not None)


def test_that_files_dropped_on_the_window_are_imported_and_shown(desk):
    one = desk()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(YANGPU))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    one.window.dropEvent(event)
    one.until(lambda: one.workspace.document is not None and one.workspace.document.entry.file == YANGPU.name)


def test_that_two_files_given_at_the_start_lie_side_by_side(desk):
    one = desk()
    one.window.open_files([YANGPU, YANGPU_PDF])
    one.until(lambda: one.window.parts.area.mode == "pair")
    assert len(one.workspace.open_numbers()) == 2


def test_that_the_way_back_leads_through_the_places_jumped_from(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(YANGPU)
    one.window.parts.opening.jump_to_section(12)
    one.until(lambda: one.workspace.section == 12)
    one.open(XUHUI)
    one.trigger("go.back")
    one.until(lambda: one.workspace.document.entry.file == YANGPU.name and one.workspace.section == 12)
    one.trigger("go.forward")
    one.until(lambda: one.workspace.document.entry.file == XUHUI.name)


def test_that_a_search_finds_text_and_notes_and_a_click_leads_there(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(XUHUI)
    one.select("实施范围")
    one.operations.add_mark(one.find("实施范围"), "highlight", "重点", note="与张江实验室的范围核对")
    one.until(lambda: len(one.workspace.placements) == 1)
    box = one.window.head.search
    box.setText("张江实验室")
    box.returnPressed.emit()
    panel = one.window.parts.left.page("search")
    one.until(lambda: len(panel.model.groups()) == 2)
    places = {group.title: [hit.note for hit in group.hits] for group in panel.model.groups()}
    assert sorted(map(tuple, places.values())) == [(False,), (True,)]

    row = next(i for i, group in enumerate(panel.model.groups()) if not group.hits[0].note)
    panel.view.chosen.emit(panel.model.index(0, 0, panel.model.index(row, 0)))
    one.until(lambda: one.workspace.document.entry.file == YANGPU.name)
    assert one.workspace.document.outline.sections[one.workspace.section].heading == "协同打造高能级创新平台"


def test_that_a_read_only_library_can_be_read(desk, tmp_path):
    first = desk()
    first.import_files(YANGPU)
    first.close()
    path = tmp_path / "library.db"
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        second = desk()
        assert second.workspace.document.entry.file == YANGPU.name
        if os.geteuid():  # nothing is read-only for root
            assert "只读" in second.window.parts.notice.text()
        second.close()
    finally:
        tmp_path.chmod(0o700)
        path.chmod(0o600)


def test_that_the_first_document_turns_the_list_to_the_tree(desk):
    one = desk()
    assert one.window.parts.left.current() == "library"
    one.import_files(YANGPU)
    one.until(lambda: one.window.parts.left.current() == "outline")
    one.window.parts.left.show_page("library")
    one.import_files(YANGPU, XUHUI)
    one.open(XUHUI)
    assert one.window.parts.left.current() == "library"


def test_that_an_empty_list_says_why(desk):
    one = desk()
    panel = one.window.parts.left.page("library")
    assert "还没有文件" in panel.nothing.text()
    assert not panel.nothing.isHidden()
    one.import_files(YANGPU)
    assert panel.nothing.isHidden()
    panel.box.setText("没有这样的")
    assert panel.nothing.text() == "没有符合的文件"
    panel.box.clear()
    panel.bin_button.setChecked(True)
    one.until(lambda: panel.nothing.text() == "回收站是空的。" and not panel.nothing.isHidden())
