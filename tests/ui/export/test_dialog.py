from __future__ import annotations

import pytest
from docx import Document

from reader.library.library import Library
from reader.ui.export.dialog import ExportDialog
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace
from tests.ui.builders import YANGPU, document


@pytest.fixture
def dialog(qtbot, tmp_path):
    workspace = Workspace()
    workspace.show(document(YANGPU), ())
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    made = ExportDialog(workspace, jobs)
    qtbot.addWidget(made)
    yield made
    jobs.shutdown()


def test_that_without_notes_the_units_are_offered_and_empty_notes_cannot_be_written(dialog):
    assert dialog.kind() == "units"
    assert dialog._save.isEnabled()
    dialog.kinds.button(0).setChecked(True)
    assert dialog.kind() == "notes"
    assert not dialog._save.isEnabled()


def test_that_the_table_of_units_is_written(dialog, qtbot, tmp_path):
    path = tmp_path / "分解表.docx"
    with qtbot.waitSignal(dialog.exported) as told:
        dialog.write(path)
    assert told.args == [str(path)]
    cells = [cell.text for row in Document(str(path)).tables[0].rows for cell in row.cells]
    assert any("区科技经济委" in cell for cell in cells)


def test_that_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(dialog, qtbot, tmp_path):
    dialog.show()
    dialog.write(tmp_path / "没有的文件夹" / "a.docx")
    qtbot.waitUntil(lambda: bool(dialog.message.text()))
    assert dialog.message.text() == "文件夹不存在。"
    assert dialog.isVisible()
    assert dialog.isEnabled()
