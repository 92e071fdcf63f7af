"""The dialog 导出: what of the document on the desk goes into Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.export.clipboard import copy_notes
from reader.ui.export.writing import write_notes

if TYPE_CHECKING:
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

NOTES, UNITS = "notes", "units"


class ExportDialog(QDialog):
    """Choose what, then where; the writing itself is a job. A task table has a dialog of its own."""

    exported = Signal(str)  # path of the file

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace = workspace
        document = workspace.document
        if document is None:
            raise ValueError("nothing to export")
        self._document = document
        self._placements = workspace.placements
        self.setWindowTitle(self.tr("导出"))
        self.setMinimumWidth(440)
        self.kinds = QButtonGroup(self)
        self.message = self._label("warning")
        self.buttons = QDialogButtonBox(self)
        self._save = self.buttons.addButton(self.tr("存为 Word 文件…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._copy = QPushButton(self.tr("复制到剪贴板"), self)
        self.buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._build()
        self.buttons.accepted.connect(self.go_on)
        self.buttons.rejected.connect(self.reject)
        self._copy.clicked.connect(self._copy_notes)
        self.kinds.idToggled.connect(lambda _id, _on: self._refresh())
        self._refresh()

    def kind(self) -> str:
        """Return what is chosen: notes or units."""
        return (NOTES, UNITS)[self.kinds.checkedId()]

    def go_on(self) -> None:
        """Go on with what is chosen: notes need a path, a task table more choices."""
        if self.kind() == NOTES:
            self.ask_for_path()
        else:
            self.show_tasks()

    def show_tasks(self) -> None:
        """Open the dialog of task tables for this document in place of this one."""
        from reader.ui.export.tasks_dialog import TasksDialog

        dialog = TasksDialog(self._workspace, self._jobs, self.parentWidget(), (self._document.entry.number,))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accept()
        dialog.open()

    def ask_for_path(self) -> None:
        from reader.export.file_names import suggest_name

        suggestion = suggest_name(self._document.entry.title, "notes")
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("存为"), suggestion, self.tr("Word 文档") + " (*.docx)")
        if name:
            self.write(Path(name) if name.lower().endswith(".docx") else Path(name + ".docx"))

    def write(self, path: Path) -> None:
        """Write the notes to a file; on failure the dialog stays and says why."""
        document, placements, settings = self._document, self._placements, self._workspace.settings
        self.setEnabled(False)

        def done(_none: None) -> None:
            self.exported.emit(str(path))
            self.accept()

        self._jobs.run(lambda _cancel, _progress: write_notes(document, placements, settings, path), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self.message.setText(getattr(error, "reason", None) or self.tr("未能写入文件，请换个位置再试。"))
        self.message.show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        title = self._label()
        title.setText(self._document.entry.title)
        column.addWidget(title)
        choices = (
            (NOTES, self.tr("批注清单"), self.tr("按条款列出原文、批注、标签、责任单位和出处，共 {0} 条").format(len(self._placements))),
            (UNITS, self.tr("任务分解表"), self.tr("按任务列出牵头、责任、配合单位和时限，存为 Excel、Word、网页或文本；可选列，可合并几份文件")),
        )  # fmt: skip
        for number, (_kind, name, what) in enumerate(choices):
            button = QRadioButton(name, self)
            self.kinds.addButton(button, number)
            column.addWidget(button)
            said = self._label("secondary")
            said.setContentsMargins(24, 0, 0, 0)
            said.setText(what)
            column.addWidget(said)
        self.kinds.button(0 if self._placements or not self._document.assignments else 1).setChecked(True)
        column.addWidget(self.message)
        column.addSpacing(4)
        column.addWidget(self.buttons)
        self.message.hide()

    def _refresh(self) -> None:
        notes = self.kind() == NOTES
        empty = notes and not self._placements
        self._save.setText(self.tr("存为 Word 文件…") if notes else self.tr("选择列和格式…"))
        self._save.setEnabled(not empty)
        self._copy.setVisible(notes)
        self._copy.setEnabled(not empty)

    def _copy_notes(self) -> None:
        copy_notes(self._document, self._placements, self._workspace.settings)
        self.accept()

    def _label(self, name: str | None = None) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if name is not None:
            label.setObjectName(name)
        return label
