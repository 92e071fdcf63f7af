from __future__ import annotations

from docx import Document
from PySide6.QtGui import QGuiApplication

from tests.journeys.conftest import XUHUI, YANGPU

WORDS = "支持同济大学联合张江实验室共同筹建国家集成电路微纳检测设备产业计量测试中心"
NOTE = "请区科技经济委核实牵头主体。"


def test_that_everything_done_to_a_document_is_there_after_a_restart(desk, qtbot, tmp_path):
    first = desk()
    first.import_files(YANGPU, XUHUI)
    first.open(YANGPU)
    outline = first.workspace.document.outline
    target = next(s for s in outline.sections if s.heading == "协同打造高能级创新平台")

    first.window.parts.left.page("outline").section_requested.emit(target.number)
    first.until(lambda: first.workspace.section == target.number)

    first.select(WORDS)
    first.wait_saved(lambda: first.trigger("mark.2"))
    [mark] = first.workspace.placements
    assert (mark.annotation.colour, mark.annotation.anchor.exact, mark.section) == ("疑问", WORDS, target.number)

    first.wait_saved(lambda: first.operations.change_mark(mark.annotation.number, note=NOTE))
    target_file = tmp_path / "批注.docx"
    export(first, target_file, qtbot)
    said = "\n".join(paragraph.text for paragraph in Document(str(target_file)).paragraphs)
    assert WORDS in said
    assert NOTE in said

    first.window.parts.opening.open_pair(first.number(YANGPU), first.number(XUHUI))
    first.until(lambda: first.window.parts.area.mode == "pair")
    first.close()

    second = desk()
    assert second.window.parts.area.mode == "pair"
    assert set(second.workspace.open_numbers()) == {first.number(YANGPU), first.number(XUHUI)}
    second.trigger("file.compare_close")
    second.until(lambda: second.window.parts.area.mode == "single")
    second.open(YANGPU)
    [kept] = second.workspace.placements
    assert (kept.annotation.note, kept.annotation.colour, kept.status) == (NOTE, "疑问", "located")
    assert kept.annotation.author == "王"


def test_that_place_panels_and_widths_come_back(desk):
    first = desk()
    first.import_files(YANGPU)
    target = next(s for s in first.workspace.document.outline.sections if s.heading == "加强数据跨境流通探索")
    first.view.jump_to(target.number)
    first.window.parts.left.show_page("library")
    first.window.parts.right.show_page("notes")
    first.trigger("view.left")
    place = first.view.place()
    first.close()

    second = desk()
    assert second.workspace.section == target.number
    assert abs(second.view.place().fraction - place.fraction) < 0.1
    assert second.window.parts.left.isHidden()
    assert not second.window.parts.right.isHidden()
    assert second.window.parts.left.current() == "library"
    assert second.window.parts.right.current() == "notes"


def test_that_notes_are_copied_as_html_and_plain_text(desk):
    one = desk()
    one.import_files(YANGPU)
    one.select(WORDS)
    one.wait_saved(lambda: one.trigger("mark.1"))
    one.trigger("edit.copy_notes")
    one.until(lambda: WORDS in QGuiApplication.clipboard().text())
    data = QGuiApplication.clipboard().mimeData()
    assert WORDS in data.text()
    assert WORDS in data.html()
    assert "（杨府发〔2024〕11号）" in data.text()


def test_that_a_quote_is_copied_with_its_source(desk):
    one = desk()
    one.import_files(YANGPU)
    one.select(WORDS)
    one.trigger("edit.copy_citation")
    quote, source = QGuiApplication.clipboard().text().splitlines()
    assert quote == WORDS
    assert source.startswith("——《")


def export(one, path, qtbot) -> None:
    from reader.ui.export.dialog import ExportDialog

    dialog = ExportDialog(one.workspace, one.jobs, one.window)
    qtbot.addWidget(dialog)
    assert dialog.kind() == "notes"
    with qtbot.waitSignal(dialog.exported):
        dialog.write(path)
