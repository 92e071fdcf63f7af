from __future__ import annotations

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from reader.ui.export.dialog import ExportDialog
from reader.ui.export.tasks_dialog import TasksDialog
from tests.journeys.conftest import XUHUI, YANGPU
from tests.journeys.test_roster_journey import dialog_of

RESTORED = "原文乱码，据名录还原，待核"


def settled(one, dialog) -> None:
    one.until(lambda: not dialog._pause.isActive() and not one.jobs.busy)


def written(one, dialog, path) -> None:
    with one.qtbot.waitSignal(dialog.exported):
        dialog.write(path)


def tick(one, dialog, path) -> None:
    model, view = dialog.documents.model, dialog.documents.view
    view.setCurrentIndex(model.index(model.shown().index(one.number(path))))
    one.qtbot.keyClick(view, Qt.Key.Key_Space)


def test_that_the_document_on_the_desk_becomes_a_workbook(desk, tmp_path):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(XUHUI)
    dialog = dialog_of(one, TasksDialog, "file.export_tasks")
    settled(one, dialog)
    assert dialog.documents.model.chosen() == (one.number(XUHUI),)
    path = tmp_path / "分解表.xlsx"
    written(one, dialog, path)
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if "责任单位" in row)
    units = rows[head].index("责任单位")
    remark = rows[head].index("备注")
    restored = [row for row in rows[head + 1 :] if RESTORED in str(row[remark])]
    assert restored
    assert all("中国人民银行上海总部" in row[units] for row in restored)
    one.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_that_two_documents_become_one_table(desk, tmp_path, suffix):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(YANGPU)
    dialog = dialog_of(one, TasksDialog, "file.export_tasks")
    tick(one, dialog, XUHUI)
    dialog.format.choose(suffix)
    settled(one, dialog)
    path = tmp_path / f"分解表{suffix}"
    written(one, dialog, path)
    if suffix == ".docx":
        text = "\n".join(cell.text for row in Document(str(path)).tables[0].rows for cell in row.cells)
    else:
        text = path.read_text(encoding="utf-8-sig")
    for entry in one.workspace.entries:
        assert entry.title in text.replace("\n", "")
    dialog.close()


def test_that_the_general_export_leads_to_the_task_table(desk):
    one = desk()
    one.import_files(YANGPU)
    export = dialog_of(one, ExportDialog, "file.export")
    export.parts.choose_kind("tasks")
    export.go_on()
    one.until(lambda: any(d.isVisible() for d in one.window.findChildren(TasksDialog)))
    dialog = next(d for d in one.window.findChildren(TasksDialog) if d.isVisible())
    settled(one, dialog)
    assert dialog.save.isEnabled()
    dialog.close()
