from __future__ import annotations

import pytest
from docx import Document
from PySide6.QtWidgets import QWidget

from reader.library.library import Library
from reader.ui.export.dialog import ExportDialog
from reader.ui.export.tasks_dialog import TasksDialog
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace
from tests.ui.builders import YANGPU, document, placement


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def make(window, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    opened = document(YANGPU)

    def dialog(*notes: str) -> ExportDialog:
        workspace = Workspace()
        workspace.show(opened, tuple(placement(opened, quote) for quote in notes))
        return ExportDialog(workspace, jobs, window)

    yield dialog
    jobs.shutdown()


def test_that_without_notes_the_task_table_is_offered_and_empty_notes_cannot_be_written(make):
    dialog = make()
    assert dialog.kind() == "units"
    assert dialog._save.isEnabled()
    dialog.kinds.button(0).setChecked(True)
    assert dialog.kind() == "notes"
    assert not dialog._save.isEnabled()


def test_that_notes_are_written(make, qtbot, tmp_path):
    dialog = make("推动科技创新与制度创新协同")
    path = tmp_path / "清单.docx"
    with qtbot.waitSignal(dialog.exported) as told:
        dialog.write(path)
    assert told.args == [str(path)]
    assert "推动科技创新与制度创新协同" in "".join(p.text for p in Document(str(path)).paragraphs)


def test_that_the_task_table_leads_to_its_own_dialog(make, window, qtbot):
    dialog = make()
    dialog.show()
    dialog.go_on()
    tasks = window.findChild(TasksDialog)
    assert tasks.isVisible()
    assert not dialog.isVisible()
    assert tasks.documents.model.chosen() == (1,)
    tasks.close()


def test_that_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(make, qtbot, tmp_path):
    dialog = make("推动科技创新与制度创新协同")
    dialog.show()
    dialog.write(tmp_path / "没有的文件夹" / "a.docx")
    qtbot.waitUntil(lambda: bool(dialog.message.text()))
    assert dialog.message.text() == "文件夹不存在。"
    assert dialog.isVisible()
    assert dialog.isEnabled()
