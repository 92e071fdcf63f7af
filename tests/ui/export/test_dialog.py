from __future__ import annotations

from time import sleep

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.text.spans import Span
from reader.ui.export.dialog import ExportDialog
from reader.ui.export.kept import Kept
from reader.ui.export.tasks_dialog import TasksDialog
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace
from tests.ui.builders import YANGPU, document, placement

SYNERGY = "推动科技创新与制度创新协同"
INSTITUTES = "争取一批市级新型研发机构落地杨浦"
RULES = "临江区公文处理办法\n\n第一条　为规范公文处理工作，制定本办法。\n\n第二条　公文应当简明。\n"


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


@pytest.fixture
def jobs(tmp_path):
    made = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield made
    made.shutdown()


@pytest.fixture
def opened():
    return document(YANGPU)


@pytest.fixture
def two_notes(opened):
    return (
        placement(opened, SYNERGY, note="已有先例。", tags=("待核",)),
        placement(opened, INSTITUTES, number=2, colour="疑问", note="未写数量。", tags=("内部",)),
    )


@pytest.fixture
def make(window, jobs, opened, qtbot):
    def dialog(*placements, kind=None, section=None, reading=True, **more) -> ExportDialog:
        workspace = Workspace()
        if reading:
            workspace.show(opened, placements)
        if section is not None:
            workspace.enter_section(section)
        made = ExportDialog(workspace, jobs, window, kind, **more)
        made.show()
        settle(made, jobs, qtbot)
        return made

    return dialog


def settle(dialog, jobs, qtbot) -> None:
    """Wait until the preview follows what is chosen."""
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and not jobs.busy)


def kinds(dialog) -> list[str]:
    return [dialog.parts.names.item(row).text() for row in range(dialog.parts.names.count())]


def turn_to(dialog, kind, jobs, qtbot) -> None:
    dialog.parts.choose_kind(kind)
    settle(dialog, jobs, qtbot)


def written(dialog, path, qtbot) -> None:
    with qtbot.waitSignal(dialog.exported) as told:
        dialog.write(path)
    assert told.args == [str(path)]


def words(path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_that_the_kinds_are_offered_with_what_there_is_of_them(make, two_notes):
    dialog = make(*two_notes)
    assert kinds(dialog) == ["批注清单　2", "要点提纲", "批注稿", "摘编", "任务分解表"]
    assert dialog.kind() == "notes"


def test_that_a_comparison_is_among_the_kinds_only_where_there_is_one(make, two_notes, qtbot):
    dialog = make(*two_notes, kind="comparison", compared=True)
    assert kinds(dialog)[-1] == "比对结果"
    with qtbot.waitSignal(dialog.comparison_requested):
        qtbot.mouseClick(dialog.parts.save, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_that_the_preview_shows_the_pages_of_the_file(make, two_notes):
    dialog = make(*two_notes)
    assert dialog.parts.shown.caption.text() == "预览　共 2 条，约 2 页"
    said = dialog.parts.shown.said()
    assert SYNERGY in said
    assert "批注：已有先例。" in said
    assert "— 1 —" not in said


def test_that_without_notes_the_task_table_is_offered_and_empty_notes_cannot_be_written(make, jobs, qtbot):
    dialog = make()
    assert dialog.kind() == "tasks"
    assert dialog.parts.save.isEnabled()
    turn_to(dialog, "notes", jobs, qtbot)
    assert not dialog.parts.save.isEnabled()
    assert dialog.parts.shown.said() == "本文件还没有批注。"
    turn_to(dialog, "annotated", jobs, qtbot)
    assert dialog.parts.save.isEnabled()


def test_that_the_task_table_leads_to_its_own_dialog(make, window):
    dialog = make()
    dialog.go_on()
    tasks = window.findChild(TasksDialog)
    assert tasks.isVisible()
    assert not dialog.isVisible()
    assert tasks.documents.model.chosen() == (1,)
    tasks.close()


def test_that_colours_tags_and_notes_choose_what_leaves(make, opened, two_notes, jobs, qtbot, tmp_path):
    bare = placement(opened, "探索数据跨境流通", number=3, colour="待办")
    dialog = make(*two_notes, bare)
    notes = dialog.parts.notes
    notes.colours.button("疑问").click()
    settle(dialog, jobs, qtbot)
    assert INSTITUTES not in dialog.parts.shown.said()
    notes.noted.click()
    settle(dialog, jobs, qtbot)
    assert dialog.parts.shown.caption.text().startswith("预览　共 1 条")
    notes.tags.button("内部").click()
    settle(dialog, jobs, qtbot)
    assert dialog.parts.shown.said() == "没有符合所选条件的批注。"
    assert not dialog.parts.save.isEnabled()


def test_that_the_part_in_view_can_be_exported_alone(make, two_notes, opened, jobs, qtbot):
    here = two_notes[1].section
    dialog = make(*two_notes, section=here)
    part = dialog.parts.notes.part
    texts = [part.itemText(row) for row in range(part.count())]
    assert texts[0] == "全文"
    assert texts[1].startswith("当前条款：二（一）2")
    part.setCurrentIndex(1)
    settle(dialog, jobs, qtbot)
    assert INSTITUTES in dialog.parts.shown.said()
    assert SYNERGY not in dialog.parts.shown.said()


def test_that_what_goes_to_other_offices_has_no_authors_tags_and_internal_notes(make, two_notes, jobs, qtbot, tmp_path):
    dialog = make(*two_notes)
    assert "略去标“内部”的 1 条" in dialog.parts.notes._about_outward.text()
    dialog.parts.notes.outward.click()
    settle(dialog, jobs, qtbot)
    path = tmp_path / "清单.docx"
    written(dialog, path, qtbot)
    said = words(path)
    assert SYNERGY in said
    for secret in ("王敏", "待核", "未写数量", "内部"):
        assert secret not in said
        assert secret not in dialog.parts.shown.said()


@pytest.mark.parametrize("kind", ["notes", "points"])
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx", ".html", ".txt", ".md"])
def test_that_every_format_is_shown_and_written(make, two_notes, jobs, qtbot, tmp_path, kind, suffix):
    dialog = make(*two_notes, kind=kind)
    dialog.parts.choose_format(suffix)
    settle(dialog, jobs, qtbot)
    assert INSTITUTES in "".join(dialog.parts.shown.said().split())
    path = tmp_path / f"清单{suffix}"
    written(dialog, path, qtbot)
    assert path.read_bytes()
    assert f"已导出 2 条到 {path}" == dialog.parts.outcome.words.text()


def test_that_a_workbook_holds_the_notes(make, two_notes, qtbot, tmp_path):
    path = tmp_path / "清单.xlsx"
    written(make(*two_notes), path, qtbot)
    cells = [str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row]
    assert SYNERGY in cells


def test_that_the_annotated_document_is_shown_with_its_comments_beside_it(make, two_notes, qtbot, tmp_path):
    dialog = make(*two_notes, kind="annotated")
    pages = dialog.parts.shown.pages
    assert [pages._paper.comments[n].head for page in pages.pages for _y, n in page.comments] == ["王敏", "王敏"]
    path = tmp_path / "批注稿.docx"
    written(dialog, path, qtbot)
    assert [comment.author for comment in Document(str(path)).comments] == ["王敏", "王敏"]


def test_that_in_a_pdf_file_the_notes_of_the_annotated_document_stand_behind_the_text(make, two_notes, jobs, qtbot):
    dialog = make(*two_notes, kind="annotated")
    dialog.parts.choose_format(".pdf")
    settle(dialog, jobs, qtbot)
    assert "〔1〕已有先例。" in dialog.parts.shown.said()


def test_that_each_kind_keeps_its_format(make, two_notes, jobs, qtbot):
    dialog = make(*two_notes)
    dialog.parts.choose_format(".txt")
    turn_to(dialog, "annotated", jobs, qtbot)
    assert dialog.suggested_path().suffix == ".docx"
    turn_to(dialog, "notes", jobs, qtbot)
    assert dialog.suggested_path().name.endswith("（批注清单）.txt")


def test_that_the_chosen_notes_are_copied(make, two_notes, jobs, qtbot):
    dialog = make(*two_notes)
    dialog.parts.notes.outward.click()
    settle(dialog, jobs, qtbot)
    dialog.parts.copy.click()
    qtbot.waitUntil(lambda: bool(dialog.parts.outcome.words.text()))
    text = QGuiApplication.clipboard().text()
    assert SYNERGY in text
    assert INSTITUTES not in text
    assert dialog.parts.outcome.words.text() == "已复制 1 条到剪贴板"


def test_that_what_is_copied_is_there_although_the_dialog_was_closed(make, two_notes, jobs, qtbot):
    dialog = make(*two_notes)
    QGuiApplication.clipboard().clear()
    dialog.parts.copy.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert SYNERGY in QGuiApplication.clipboard().text()


def test_that_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(make, two_notes, qtbot, tmp_path):
    dialog = make(*two_notes)
    dialog.write(tmp_path / "没有的文件夹" / "a.docx")
    qtbot.waitUntil(lambda: "文件夹不存在。" in dialog.parts.outcome.words.text())
    assert dialog.isVisible()
    assert dialog.parts.save.isEnabled()


def test_that_another_name_is_offered_for_a_file_that_is_open(make, two_notes, qtbot, tmp_path):
    path = tmp_path / "清单.docx"
    path.write_bytes(b"old")
    (tmp_path / ".~lock.清单.docx#").touch()
    dialog = make(*two_notes)
    dialog.write(path)
    qtbot.waitUntil(lambda: dialog.parts.outcome.take_other.isVisible())
    assert dialog.parts.outcome.take_other.text() == "存为“清单（2）.docx”"
    with qtbot.waitSignal(dialog.exported):
        dialog.parts.outcome.take_other.click()
    assert path.read_bytes() == b"old"
    assert SYNERGY in words(tmp_path / "清单（2）.docx")


def test_that_what_is_stopped_leaves_no_file(make, two_notes, jobs, qtbot, tmp_path, monkeypatch):
    def endless(_paper, _title, cancel, _progress):
        while True:
            cancel.check()
            sleep(0.005)

    monkeypatch.setattr("reader.ui.export.pages.pdf.pdf_of", endless)
    dialog = make(*two_notes)
    dialog.write(tmp_path / "清单.pdf")
    dialog.reject()
    settle(dialog, jobs, qtbot)
    assert dialog.isVisible()
    assert dialog.parts.outcome.words.text() == "已停止，没有写入文件。"
    assert not list(tmp_path.glob("*.pdf"))
    dialog.reject()
    assert not dialog.isVisible()


def test_that_a_name_without_ending_gets_that_of_the_format(make, two_notes, qtbot, tmp_path, monkeypatch):
    dialog = make(*two_notes)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "第2.1稿"), ""))
    with qtbot.waitSignal(dialog.exported):
        dialog.parts.save.click()
    assert (tmp_path / "第2.1稿.docx").is_file()


@pytest.fixture
def excerpts(jobs, tmp_path, qtbot):
    """A library with an excerpt of each of two clauses."""
    (tmp_path / "办法.txt").write_text(RULES, encoding="utf-8")
    done = []

    def fill(library):
        number = import_paths(library, [tmp_path / "办法.txt"]).imported[0].number
        text = library.documents.open(number).reading.simplified
        at = text.index("公文应当简明")
        library.excerpts.add(number, Span(at, at + 6), "文风")
        return number

    jobs.library_call(fill, done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.mark.usefixtures("excerpts")
def test_that_the_digest_is_exported_without_a_document_on_the_desk(make, jobs, qtbot, tmp_path):
    dialog = make(reading=False)
    assert kinds(dialog) == ["摘编　1", "任务分解表"]
    assert dialog.kind() == "digest"
    assert "公文应当简明" in dialog.parts.shown.said()
    dialog.parts.digest.title.setText("文风摘编")
    settle(dialog, jobs, qtbot)
    assert dialog.parts.shown.said().startswith("文风摘编")
    assert dialog.suggested_path().name == "文风（摘编）.docx"
    path = tmp_path / "摘编.docx"
    written(dialog, path, qtbot)
    assert "临江区公文处理办法" in words(path)


@pytest.mark.usefixtures("excerpts")
def test_that_the_digest_becomes_a_table(make, jobs, qtbot, tmp_path):
    dialog = make(reading=False)
    dialog.parts.digest.shape.button(1).click()
    settle(dialog, jobs, qtbot)
    assert "备注" in dialog.parts.shown.said()
    path = tmp_path / "摘编.docx"
    written(dialog, path, qtbot)
    assert len(Document(str(path)).tables) == 1


@pytest.mark.usefixtures("excerpts")
def test_that_what_goes_to_other_offices_is_one_switch_for_all_kinds(make, two_notes):
    dialog = make(*two_notes)
    dialog.parts.notes.outward.click()
    assert dialog.parts.digest.outward.isChecked()
    assert not dialog.parts.digest.remarks.isEnabled()
    dialog.parts.digest.outward.click()
    assert not dialog.parts.notes.outward.isChecked()


def test_that_the_next_dialog_begins_with_what_was_chosen_last(make, two_notes, jobs, qtbot, tmp_path):
    kept = Kept()
    dialog = make(*two_notes, kept=kept)
    notes = dialog.parts.notes
    for button in (notes.order.button(1), notes.form.button(1), notes.noted, notes.units, notes.outward):
        button.click()
    dialog.parts.digest.shape.button(1).click()
    dialog.parts.choose_format(".txt")
    settle(dialog, jobs, qtbot)
    written(dialog, tmp_path / "清单.txt", qtbot)
    choice = dialog.parts.notes.choice()
    dialog.reject()
    following = make(*two_notes, kept=kept)
    assert following.parts.suffix() == ".txt"
    assert following.suggested_path().parent == tmp_path
    assert following.parts.notes.choice() == choice
    assert following.parts.digest.choice() == dialog.parts.digest.choice()


def test_that_colours_and_tags_of_one_document_do_not_choose_among_those_of_the_next(make, two_notes):
    kept = Kept()
    dialog = make(*two_notes, kept=kept)
    dialog.parts.notes.colours.button("重点").click()
    dialog.parts.notes.tags.button("待核").click()
    dialog.reject()
    choice = make(*two_notes, kept=kept).parts.notes.choice()
    assert (choice.colours, choice.tags) == (None, None)


def test_that_a_digest_that_went_out_lets_the_notes_go_out_too(make, two_notes):
    kept = Kept()
    dialog = make(reading=False, kept=kept)
    dialog.parts.digest.outward.click()
    dialog.reject()
    assert make(*two_notes, kept=kept).parts.notes.outward.isChecked()


def test_that_enter_presses_the_button_that_has_the_focus(make, two_notes, qtbot, tmp_path):
    path = tmp_path / "清单.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    dialog = make(*two_notes)
    dialog.activateWindow()
    dialog.write(path)
    qtbot.waitUntil(dialog.parts.outcome.take_other.hasFocus)
    with qtbot.waitSignal(dialog.exported):
        qtbot.keyClick(dialog.parts.outcome.take_other, Qt.Key.Key_Return)
    assert SYNERGY in words(tmp_path / "清单（2）.docx")
    dialog.parts.close_button.setFocus()
    qtbot.keyClick(dialog.parts.close_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_that_the_tab_key_goes_from_what_to_how_to_the_preview_to_the_buttons(make, two_notes):
    parts = make(*two_notes).parts
    stops, one = [parts.names], parts.names.nextInFocusChain()
    while one is not parts.names:
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(one)
        one = one.nextInFocusChain()
    expected = (parts.names, parts.format, parts.notes.part, parts.notes.outward, parts.shown.pages, parts.copy)
    places = [stops.index(one) for one in (*expected, parts.save, parts.close_button)]
    assert places == sorted(places)
    assert places[:3] == [0, 1, 2]
    assert places[-1] == len(stops) - 1


def test_that_an_empty_digest_says_how_to_fill_it(make, two_notes):
    dialog = make(*two_notes, kind="digest")
    assert "按 B 放入摘编" in dialog.parts.shown.said()
    assert not dialog.parts.save.isEnabled()


def test_that_the_dialog_fits_into_a_small_window(make, two_notes, window):
    window.resize(960, 600)
    dialog = make(*two_notes)
    assert dialog.width() <= 960
    assert dialog.height() <= 600
