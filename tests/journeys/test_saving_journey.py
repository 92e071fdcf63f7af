from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox

from reader.library.errors import LibraryFull
from reader.library.library import Library
from reader.progress import Cancelled
from reader.settings import Settings
from tests.journeys.conftest import YANGPU

SECRET = (
    "机密★1年\n\n关于测试密级标志的通知\n\n各有关单位：\n　　现将有关事项通知如下。\n　　一、总体要求。做好工作。\n"
)


@pytest.fixture
def marked(desk):
    """A desk with one annotation."""
    one = desk()
    one.import_files(YANGPU)
    one.select("区域布局")
    one.wait_saved(lambda: one.trigger("mark.1"))
    return one, one.workspace.placements[0].annotation.number


@pytest.fixture
def full_disk(monkeypatch):
    """Every change of an annotation fails until the event is set."""
    room = threading.Event()
    change = Library.open.__globals__["Annotations"].change

    def try_to_change(self, *arguments, **fields):
        if not room.is_set():
            raise LibraryFull("文件库所在磁盘空间不足或出错，这次改动没有保存。")
        return change(self, *arguments, **fields)

    monkeypatch.setattr("reader.library.annotations.Annotations.change", try_to_change)
    return room


def answer(monkeypatch, words: str) -> list[str]:
    """Press the button with these words in every question; return what was asked."""
    asked = []

    def press(box) -> int:
        asked.append(box.text() + box.informativeText())
        next(button for button in box.buttons() if words in button.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def test_that_text_typed_and_typed_back_before_an_answer_is_what_is_stored(marked, desk):
    one, number = marked
    one.operations.change_mark(number, note="写错了")
    one.operations.change_mark(number, note="")
    one.window.flush()
    assert one.workspace.placements[0].annotation.note == ""
    one.close()
    assert desk().workspace.placements[0].annotation.note == ""


def test_that_undo_of_a_change_on_its_way_goes_back_to_what_it_changed(marked):
    one, number = marked
    one.operations.change_mark(number, colour="疑问")
    one.operations.change_mark(number, colour="待办")
    one.wait_saved(lambda: one.operations.undo())
    one.until(lambda: one.workspace.placements[0].annotation.colour == "疑问")


def test_that_what_could_not_be_saved_is_not_written_over_something_newer(marked, full_disk):
    one, number = marked
    with one.qtbot.waitSignal(one.operations.failed):
        one.operations.change_mark(number, note="旧")
    full_disk.set()
    one.operations.change_mark(number, note="新")
    one.until(lambda: one.workspace.placements[0].annotation.note == "新")
    one.window.flush()
    assert not one.operations.has_unsaved()
    assert one.workspace.placements[0].annotation.note == "新"


@pytest.mark.parametrize(("words", "closed"), [("取消", False), ("仍要退出", True)])
def test_that_closing_with_text_that_cannot_be_saved_asks_first(marked, full_disk, monkeypatch, words, closed):
    one, number = marked
    with one.qtbot.waitSignal(one.operations.failed):
        one.operations.change_mark(number, note="还没存上")
    asked = answer(monkeypatch, words)
    one.window.close()
    assert "没能写进文件库" in asked[0]
    assert one.window.isHidden() == closed
    if not closed:
        full_disk.set()
        one.wait_saved(one.operations.retry)


@pytest.mark.parametrize(("words", "count"), [("系误判", 1), ("不导入", 0)])
def test_that_a_file_with_a_secrecy_mark_comes_in_only_if_it_is_called_a_mistake(
    desk, tmp_path, monkeypatch, words, count
):
    file = tmp_path / "通知.txt"
    file.write_text(SECRET, encoding="utf-8")
    asked = answer(monkeypatch, words)
    one = desk()
    with one.qtbot.waitSignal(one.window.files.importing.finished):
        one.window.files.open_files([file])
    one.until(lambda: len(asked) == 1 and not one.window.files.importing.active)
    one.until(lambda: len(one.workspace.entries) == count)
    assert "机密★1年" in asked[0]
    if not count:
        one.close()
        assert b"\xe9\x80\x9a\xe7\x9f\xa5.txt" not in one.path.read_bytes()


def test_that_the_name_for_notes_is_asked_for_once(desk, monkeypatch):
    asked = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_arguments: (asked.append(1), ("王敏 ", True))[1])
    one = desk(Settings())
    one.import_files(YANGPU)
    for words in ("区域布局", "建设目标"):
        one.select(words)
        one.wait_saved(lambda: one.trigger("note.add"))
    assert asked == [1]
    assert {p.annotation.author for p in one.workspace.placements} == {"王敏"}


def test_that_a_library_that_can_only_be_read_says_so_and_is_read(desk, monkeypatch):
    first = desk()
    first.import_files(YANGPU)
    first.close()
    monkeypatch.setattr("reader.library.library.Library.read_only", True)
    second = desk()
    assert "只读" in second.window.parts.notice.text()
    assert not second.window.parts.notice.isHidden()
    assert second.workspace.document.entry.file == YANGPU.name


def test_that_a_changed_library_is_copied_when_the_window_closes_and_only_then(marked, desk):
    one, _number = marked
    one.close()
    [copy] = (one.path.parent / "backup").glob("*.db")
    second = desk()
    second.close()
    assert list((one.path.parent / "backup").glob("*.db")) == [copy]
    with Library.open(copy) as kept:
        assert len(kept.annotations.placements(1)) == 1


def test_that_a_library_at_work_is_copied_from_time_to_time(marked):
    one, _number = marked
    backups = one.window.backups
    assert backups.timer.isActive()
    backups.timer.timeout.emit()
    one.until(lambda: len(list((one.path.parent / "backup").glob("*.db"))) == 1)


def test_that_a_copy_makes_room_for_a_note(marked):
    one, _number = marked
    started, go_on, outcome = threading.Event(), threading.Event(), []

    def copy(library) -> None:
        started.set()
        go_on.wait(10)
        try:
            library.maintenance.backup(one.jobs.give_way)
        except Cancelled:
            outcome.append("gave way")

    one.jobs.library_call(copy, idle=True)
    assert started.wait(10)
    one.operations.add_mark(one.find("建设目标"), "highlight", "重点")
    go_on.set()
    one.until(lambda: len(one.workspace.placements) == 2)
    assert outcome == ["gave way"]
    assert not list((one.path.parent / "backup").iterdir())


def test_that_a_copy_that_cannot_be_made_is_said_quietly(marked):
    one, _number = marked
    (one.path.parent / "backup").write_text("kein Ordner", encoding="utf-8")
    with one.qtbot.waitSignal(one.window.backups.failed) as told:
        one.window.backups.make()
    assert "自动备份没有做成" in told.args[0]
    assert one.window.parts.notice.isHidden()


def test_that_a_library_with_faults_is_told_with_its_newest_copy(marked, desk, monkeypatch):
    one, _number = marked
    one.close()
    [copy] = (one.path.parent / "backup").glob("*.db")
    monkeypatch.setattr("reader.library.maintenance.Maintenance.is_sound", lambda _self, _check: False)
    second = desk()
    second.until(lambda: not second.window.parts.notice.isHidden())
    assert "文件库有损坏" in second.window.parts.notice.text()
    assert copy.name in second.window.parts.notice.text()


def test_that_a_damaged_library_is_put_back_from_a_copy_and_kept_aside(marked, desk, monkeypatch):
    one, _number = marked
    one.close()
    one.path.write_bytes(b"\0" * 5000)
    asked = answer(monkeypatch, "恢复")
    second = desk()
    empty = second.window.parts.area.empty
    assert not second.window.parts.actions["file.open"].isEnabled()
    assert not second.window.head.search.isEnabled()
    with second.qtbot.waitSignal(second.window.restored):
        empty.way_out_requested.emit()
    assert "代替损坏的文件库" in asked[0]
    assert [entry.file for entry in second.workspace.entries] == [YANGPU.name]
    assert second.window.parts.actions["file.open"].isEnabled()
    assert second.window.head.search.isEnabled()
    [aside] = one.path.parent.glob("library.db.damaged-*Z")
    assert aside.read_bytes() == b"\0" * 5000
    assert aside.name in second.window.parts.notice.text()


def test_that_a_library_in_use_is_tried_again_when_asked(desk):
    one = desk()
    one.close()
    holder = Library.open(one.path)
    second = desk()
    assert "正被另一个" in second.window.parts.area.empty.sentence()
    holder.close()
    with second.qtbot.waitSignal(second.window.restored):
        second.window.parts.area.empty.way_out_requested.emit()
    second.import_files(YANGPU)
