"""What leaves the window, and what colleagues send back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from reader.export.choices import NoteChoice
from reader.library.exporting import export_notes
from tests.export.commented import Colleague
from tests.journeys.conftest import YANGPU

QUOTE = "争取一批市级新型研发机构落地杨浦"


def dialog_of(qapp):
    return next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible())


def test_that_the_comments_of_a_colleague_come_back_as_one_step(desk, tmp_path):
    one = desk()
    one.import_files(YANGPU)
    one.wait_saved(lambda: one.operations.add_mark(one.find(QUOTE), "highlight", "疑问", "数量未写明。"))
    out = tmp_path / "批注稿.docx"
    document = one.workspace.document
    export_notes(document, one.workspace.placements, out, kind="annotated", choice=NoteChoice(), author="王")
    colleague = Colleague(out.read_bytes())
    colleague.comments("开展保税研发设计", "请区商务委提供名单。")
    out.write_bytes(colleague.sends())
    with one.qtbot.waitSignal(one.operations.comments_returned) as returned:
        one.window.exporting.take_comments(out)
    assert (returned.args[0].known, len(returned.args[0].added)) == (1, 1)
    notes = {p.annotation.note: p.span for p in one.workspace.placements}
    assert notes["请区商务委提供名单。"].text(document.reading.simplified) == "开展保税研发设计"
    one.wait_saved(lambda: one.trigger("edit.undo"))
    assert [p.annotation.note for p in one.workspace.placements] == ["数量未写明。"]


def test_that_a_file_that_cannot_be_read_back_is_refused_by_name(desk, tmp_path):
    one = desk()
    one.import_files(YANGPU)
    wrong = tmp_path / "不是文件.docx"
    wrong.write_bytes(b"nothing")
    one.window.exporting.take_comments(wrong)
    one.until(lambda: not one.jobs.busy)
    assert "不是文件.docx" in one.window.parts.notice.text()
    assert one.workspace.placements == ()


def test_that_what_is_read_leaves_as_a_pdf(desk, tmp_path):
    one = desk()
    one.import_files(YANGPU)
    out = tmp_path / "打印稿.pdf"
    with one.qtbot.waitSignal(one.window.exporting.printing.exported):
        one.window.exporting.printing.save_pdf(out)
    assert out.read_bytes().startswith(b"%PDF")


def test_that_the_digest_is_exported_from_its_panel(desk, qapp):
    one = desk()
    one.import_files(YANGPU)
    one.select(QUOTE)
    one.wait_saved(lambda: one.trigger("digest.add"))
    one.window.parts.right.page("digest").export_requested.emit()
    dialog = dialog_of(qapp)
    assert dialog.kind() == "digest"
    dialog.reject()
