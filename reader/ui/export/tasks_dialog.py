"""The dialog 导出任务分解表: of which documents, which columns, in which order, into which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.export.tasks_table import DEFAULT_COLUMNS
from reader.ui.export.column_list import ColumnList
from reader.ui.export.document_list import DocumentList, in_order
from reader.ui.export.format_choice import FormatChoice
from reader.ui.export.kept import Kept
from reader.ui.export.outcome_bar import OutcomeBar
from reader.ui.export.target_path import asked_path
from reader.ui.export.task_options import TaskOptions
from reader.ui.export.task_pane import PreviewPane
from reader.ui.export.tasks_run import TasksRun, Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.export.tasks_table import TaskTable
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace
    from reader.units.roster import RosterEntry

_SIZE = (1240, 660)
_LEFT, _MIDDLE = 312, 124  # px
_PREVIEWED = 6  # documents; of more only the first are read for the screen
_PAUSE = 200  # ms after a choice before the preview follows


class TasksDialog(QDialog):
    """``documents`` are chosen at first, without any the document on the desk; ``own``: the tasks of the own units."""

    exported = Signal(str)  # path of the file

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        parent: QWidget | None = None,
        documents: Sequence[int] = (),
        *,
        own: bool = False,
        kept: Kept | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._roster: tuple[RosterEntry, ...] = ()
        self._kept = Kept() if kept is None else kept
        self._writing = False
        self._nothing_in_it = True
        self.setWindowTitle(self.tr("导出任务分解表"))
        self.resize(*_SIZE)
        self.documents = _documents(workspace, documents, self)
        self.columns = ColumnList(workspace.theme, parent=self)
        self.options = TaskOptions(self)
        self.options.own.setEnabled(bool(workspace.own_units))
        self.options.own.setChecked(own and bool(workspace.own_units))
        self.preview = PreviewPane(self)
        self.format = FormatChoice(self)
        self.outcome = OutcomeBar(self)
        self.run = TasksRun(workspace, jobs)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._connect()
        workspace.theme_changed.connect(self.documents.set_theme)
        workspace.theme_changed.connect(self.columns.set_theme)
        self.documents.view.setFocus()
        self.run.read_roster()
        self._refresh()
        self._make_preview()

    def wanted(self) -> Wanted:
        """Return the table that is chosen."""
        own = self._workspace.own_units if self.options.own.isChecked() else ()
        chosen = self.options.options(self.columns.columns())
        return Wanted(self.documents.model.chosen(), chosen, self._roster, own)

    def suggested_path(self) -> Path:
        """Return a path that is not taken, named after the title that was typed, else after the documents."""
        from reader.export.file_names import KINDS, free_name, suggest_name

        chosen = self.documents.model.chosen_entries()
        title = self.options.title.text().strip().removesuffix(KINDS["units"])
        if not title:
            title = chosen[0].title if len(chosen) == 1 else self.tr("{0}份文件").format(len(chosen))
        return free_name(self._kept.folder / suggest_name(title, "units", self.format.format().suffix))

    def ask_for_path(self) -> None:
        from reader.export.tasks import SUFFIXES

        chosen = self.format.format()
        path = asked_path(self, self.suggested_path(), chosen.name, chosen.suffix, SUFFIXES)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the table to a file; the dialog stays and says what came of it."""
        self._kept.folder = path.parent
        self._writing = True
        self._pause.stop()
        self._refresh()
        self.run.write(self.wanted(), path)

    def reject(self) -> None:
        """Stop what is being written; with nothing to stop, close."""
        if self._writing:
            self._cancel()
            return
        self.run.cancel()
        super().reject()

    def _cancel(self) -> None:
        self.run.cancel()
        self._end_writing()
        self.outcome.tell_stopped()

    def _written(self, path: Path, rows: int) -> None:
        self._end_writing()
        self.outcome.tell_written(path, self.tr("已导出 {0} 项到 {1}").format(rows, path))
        self.exported.emit(str(path))

    def _failed(self, error: Exception) -> None:
        from reader.library.errors import LibraryError

        writing = self._writing
        self._end_writing()
        if isinstance(error, LibraryError):
            self.outcome.tell_failed(error.message)
        elif writing:
            self.outcome.tell_refused(error)
        else:
            self.outcome.tell_failed(self.tr("未能读取所选文件。"))

    def _end_writing(self) -> None:
        if self._writing:
            self._writing = False
            self._choice_changed()  # the preview may have given way to the file

    def _take_roster(self, roster: tuple[RosterEntry, ...]) -> None:
        self._roster = roster
        self._choice_changed()

    def _choice_changed(self) -> None:
        self._refresh()
        if not self._writing:
            self._pause.start()

    def _make_preview(self) -> None:
        wanted = self.wanted()
        if wanted.documents and wanted.options.columns:
            self.run.preview(wanted._replace(documents=wanted.documents[:_PREVIEWED]))
        else:
            self.run.cancel()
            self._show_table(None)

    def _show_table(self, table: TaskTable | None) -> None:
        more = len(self.documents.model.chosen()) > _PREVIEWED
        self._nothing_in_it = (table is None or not table.rows) and not more
        if table is not None and table.rows:
            self.options.propose_title(table.title)
            self.preview.show_table(table, first=_PREVIEWED if more else None)
        else:
            self.preview.show_nothing(self._why_nothing(table))
        self._refresh()

    def _why_nothing(self, table: TaskTable | None) -> str:
        if not self.documents.model.rowCount() and not self.documents.box.text():
            return self.tr("文件库里还没有文件。")
        if not self.documents.model.chosen():
            return self.tr("在左边勾选文件，这里预览任务分解表。")
        if table is None:
            return self.tr("请至少勾选一列。")
        return self.tr("所选文件没有写明责任单位，没有可以分解的任务。")

    def _refresh(self) -> None:
        wanted = self.wanted()
        chosen = bool(wanted.documents and wanted.options.columns)
        self.save.setEnabled(chosen and not self._writing and not self._nothing_in_it)
        for widget in (self.documents, self.columns, self.default, self.options, self.format, self.close_button):
            widget.setEnabled(not self._writing)

    def _connect(self) -> None:
        self.documents.model.chosen_changed.connect(self._choice_changed)
        self.columns.columns_changed.connect(self._choice_changed)
        self.options.changed.connect(self._choice_changed)
        self.default.clicked.connect(lambda: self.columns.set_columns(DEFAULT_COLUMNS))
        self.outcome.cancel_requested.connect(self._cancel)
        self.outcome.path_offered.connect(self.write)
        self.run.roster_read.connect(self._take_roster)
        self.run.previewed.connect(self._show_table)
        self.run.progressed.connect(self.outcome.advance)
        self.run.written.connect(self._written)
        self.run.failed.connect(self._failed)
        self._pause.timeout.connect(self._make_preview)
        self.save.clicked.connect(self.ask_for_path)
        self.close_button.clicked.connect(self.reject)

    def _build(self) -> None:
        self.default = QToolButton(self)
        self.default.setText(self.tr("恢复默认"))
        self.save = QPushButton(self.tr("导出…"), self)
        self.save.setDefault(True)
        self.close_button = QPushButton(self.tr("关闭"), self)
        QWidget.setTabOrder(self.columns, self.default)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addWidget(self.options)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(_column(_LEFT, QLabel(self.tr("文件"), self), self.documents))
        row.addLayout(_column(_MIDDLE, QLabel(self.tr("列"), self), self.columns, self.default))
        row.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.format)
        foot.addWidget(self.outcome, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)


def _documents(workspace: Workspace, wanted: Sequence[int], parent: QWidget) -> DocumentList:
    """Return the list of documents: the wanted ones and those on the desk first, the wanted ones ticked."""
    opened, here = workspace.open_numbers(), workspace.document
    ticked = tuple(wanted) or ((here.entry.number,) if here is not None else ())
    held = tuple(d.entry for number in opened if (d := workspace.document_of(number)) is not None)
    entries = in_order(workspace.entries or held, tuple(dict.fromkeys((*ticked, *opened))))
    return DocumentList(entries, ticked, workspace.theme, parent)


def _column(width: int, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for widget in widgets:
        widget.setFixedWidth(width)
        column.addWidget(widget)
    return column
