from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.export.page import DOCUMENT
from reader.export.styles import STYLES, GongwenType
from reader.library.library import Library
from reader.ui.export.pages.paper import Paper, Paragraph, Piece
from reader.ui.export.pages.read_paper import PrintChoice
from reader.ui.export.pages.setting import Pages
from reader.ui.export.pages.view import PageView
from reader.ui.export.printing import Printing
from reader.ui.export.printing_preview import PrintPreview
from reader.ui.export.printing_slices import sheets
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace
from tests.ui.builders import YANGPU, document, placement


@pytest.fixture
def printing(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    workspace = Workspace()
    opened = document(YANGPU)
    workspace.show(opened, (placement(opened, "推动科技创新与制度创新协同", note="已有先例。"),))
    yield Printing(workspace, jobs, window)
    jobs.shutdown()


def pdf_printer(path) -> QPrinter:
    """A printer that there is on every computer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages_of(path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def test_that_the_document_is_saved_as_pdf(printing, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "打印稿"), ""))
    with qtbot.waitSignal(printing.exported) as told:
        printing.save_pdf()
    assert told.args == [str(tmp_path / "打印稿.pdf")]
    assert pages_of(tmp_path / "打印稿.pdf") == 3


def test_that_a_pdf_file_that_cannot_be_written_is_told(printing, qtbot, tmp_path):
    with qtbot.waitSignal(printing.pdf_refused) as told:
        printing.save_pdf(tmp_path / "没有的文件夹" / "a.pdf")
    assert told.args == ["未能存为“a.pdf”：文件夹不存在。", None]
    locked = tmp_path / "a.pdf"
    locked.write_bytes(b"old")
    locked.chmod(0o444)
    with qtbot.waitSignal(printing.pdf_refused) as told:
        printing.save_pdf(locked)
    assert told.args[1] == tmp_path / "a（2）.pdf"
    assert locked.read_bytes() == b"old"


def test_that_it_is_printed_page_by_page(printing, qtbot, tmp_path):
    steps = []
    printing.progressed.connect(lambda done, total, _words: steps.append((done, total)))
    with qtbot.waitSignal(printing.told) as told:
        printing.print_on(pdf_printer(tmp_path / "a.pdf"))
    assert told.args == ["已送打印机，共 3 页"]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert pages_of(tmp_path / "a.pdf") == 3


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_that_a_printer_that_takes_nothing_is_told(printing, qtbot, tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with qtbot.waitSignal(printing.told) as told:
        printing.print_on(pdf_printer(tmp_path / "a.pdf"))
    assert told.args == ["打印机没有响应，未能打印。"]


def test_that_the_dialog_of_the_system_has_a_page_for_the_annotations(printing, qtbot):
    printing.print_document()
    dialog = printing._window.findChild(QPrintDialog)
    (options,) = dialog.findChildren(type(printing.options()))
    options.notes.click()
    assert printing.choice == PrintChoice(notes=True)
    dialog.reject()


def test_that_the_preview_shows_what_will_be_printed(printing, qtbot):
    preview = PrintPreview(printing)
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.count == 3)
    assert preview.place.text() == "第 1 页，共 3 页"
    assert len(preview.view.pages) == 3
    preview.next.click()
    assert preview.place.text() == "第 2 页，共 3 页"
    preview.options.notes.click()
    assert not preview.print_button.isEnabled()
    qtbot.waitUntil(preview.print_button.isEnabled)
    assert any("已有先例" in line.text for page in preview.view.pages for line, _at in page.lines)
    preview.reject()


@pytest.fixture
def preview(printing, qtbot):
    made = PrintPreview(printing)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.count == 3)
    return made


def test_that_the_preview_tells_the_page_in_sight_and_keeps_it_when_it_is_enlarged(preview):
    assert preview.zoom.chosen() == 0
    assert not preview.before.isEnabled()
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().maximum())
    assert preview.place.text() == "第 3 页，共 3 页"
    assert not preview.next.isEnabled()
    preview.before.click()
    assert preview.place.text() == "第 2 页，共 3 页"
    high = preview.view.verticalScrollBar().maximum()
    preview.zoom.button(1).click()
    assert preview.view.verticalScrollBar().maximum() > high
    assert preview.place.text() == "第 2 页，共 3 页"


def test_that_the_preview_stays_when_no_file_is_chosen(preview, printing, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    preview.save_button.click()
    assert preview.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "稿"), ""))
    with qtbot.waitSignal(printing.exported):
        preview.save_button.click()
    assert not preview.isVisible()
    assert (tmp_path / "稿.pdf").is_file()


def test_that_the_preview_stays_until_a_printer_is_chosen(preview, printing, tmp_path, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "print_on", printed.append)
    preview.print_button.click()
    preview.findChild(QPrintDialog).reject()
    assert preview.isVisible()
    preview.print_button.click()
    preview.findChildren(QPrintDialog)[-1].accepted.emit(pdf_printer(tmp_path / "a.pdf"))
    assert not preview.isVisible()
    assert len(printed) == 1


def test_that_only_the_pages_in_sight_are_painted(printing, qtbot):
    view = PageView(printing.theme)
    qtbot.addWidget(view)
    paper = Paper(DOCUMENT, GongwenType(), (Paragraph(STYLES["BodyText"], (Piece("页"),), new_page=True),) * 40, {})
    view.resize(300, 300)
    view.set_pages(paper, list(Pages(paper)))
    with qtbot.waitExposed(view):
        view.show()
    for place in range(1, 41):
        view.turn_to(place)
        view.grab()
        assert view.here == place
        assert place in view._pictures
    assert len(view._pictures) < 10


def test_that_a_part_of_the_pages_is_printed_and_in_the_order_asked_for(qapp, tmp_path):
    blocks = tuple(Paragraph(STYLES["BodyText"], (Piece("页"),), new_page=True) for _ in range(4))
    pages = list(Pages(Paper(DOCUMENT, GongwenType(), blocks, {})))
    printer = pdf_printer(tmp_path / "a.pdf")
    assert [page.number for page in sheets(printer, pages)] == [1, 2, 3, 4]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [page.number for page in sheets(printer, pages)] == [3, 2]
    printer.setFromTo(9, 12)
    assert [page.number for page in sheets(printer, pages)] == [4]
