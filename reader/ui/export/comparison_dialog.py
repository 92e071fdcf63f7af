"""The dialog 导出比对结果: a table of the two documents, or the later one with tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.comparison.records import DOWNWARD, EDITIONS
from reader.export.comparison_records import PEER_TABLE, REVISION, TAKING_UP
from reader.ui.export.comparison_choices import ComparisonChoices
from reader.ui.export.comparison_files import WantedFile
from reader.ui.export.comparison_pane import ComparisonPane
from reader.ui.export.comparison_run import ComparisonRun
from reader.ui.export.fields import Segments
from reader.ui.export.format_choice import FormatChoice
from reader.ui.export.formats import WORD
from reader.ui.export.kept import Kept
from reader.ui.export.outcome_bar import OutcomeBar
from reader.ui.export.target_path import asked_path

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.comparing import Compared
    from reader.ui.export.comparison_preview import Preview
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

_SIZE = (940, 640)
_PAUSE = 200  # ms after a choice before the preview follows
_TABLE, _REDLINE = 0, 1


class ComparisonDialog(QDialog):
    """What the table is called follows from the comparison; only editions have a redline too."""

    exported = Signal(str)  # path of the file

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        parent: QWidget | None,
        compared: Compared,
        *,
        kept: Kept | None = None,
    ) -> None:
        super().__init__(parent)
        self._compared = compared
        self._kept = Kept() if kept is None else kept
        self._writing = False
        self._something = False
        self._table_format = WORD
        editions = compared.comparison.mode == EDITIONS
        self._table = REVISION if editions else TAKING_UP if compared.comparison.direction == DOWNWARD else PEER_TABLE
        self.setWindowTitle(self.tr("导出比对结果"))
        self.resize(*_SIZE)
        kinds = (self._table, self.tr("花脸稿（修订痕迹）")) if editions else (self._table,)
        self.kind = Segments(kinds, self)
        self.choices = ComparisonChoices(self, editions=editions, notes=bool(compared.notes))
        self.preview = ComparisonPane(self)
        self.format = FormatChoice(self)
        self.format.choose(WORD)
        self.outcome = OutcomeBar(self)
        self.run = ComparisonRun(workspace, jobs)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._connect()
        workspace.theme_changed.connect(self._choice_changed)
        self.kind.button(_TABLE).setFocus()
        self._kind_changed()

    @property
    def redline(self) -> bool:
        return self.kind.chosen() == _REDLINE

    def wanted(self) -> WantedFile:
        """Return the file that is chosen."""
        form = self.choices.form.isChecked()
        return WantedFile(self._compared, self.redline, self.choices.options(), form=form)

    def suggested_path(self) -> Path:
        """Return a path that is not taken, named after the title that was typed, else after the document."""
        from reader.export.file_names import free_name, suggest_name
        from reader.export.redline import NAME

        side = self._compared.left if self._table == PEER_TABLE else self._compared.right
        typed = "" if self.redline else self.choices.title.text().strip().removesuffix(self._table)
        name = suggest_name(typed or side.entry.title, NAME if self.redline else self._table, self._suffix())
        return free_name(self._kept.folder / name)

    def ask_for_path(self) -> None:
        from reader.export.comparison_table import SUFFIXES

        suffixes = (WORD,) if self.redline else SUFFIXES
        path = asked_path(self, self.suggested_path(), self.format.format().name, self._suffix(), suffixes)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the file; the dialog stays and says what came of it."""
        self._kept.folder = path.parent
        self._writing = True
        self._pause.stop()
        self._refresh()
        self.outcome.advance(1, 1, self.tr("正在写入 {0}").format(path.name))
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

    def _written(self, path: Path, count: int) -> None:
        self._end_writing()
        said = self.tr("已导出 {0} 处修订到 {1}") if self.redline else self.tr("已导出 {0} 条到 {1}")
        self.outcome.tell_written(path, said.format(count, path))
        self.exported.emit(str(path))

    def _failed(self, error: Exception) -> None:
        writing = self._writing
        self._end_writing()
        if writing:
            self.outcome.tell_refused(error)
        else:
            self._something = False
            self.preview.show_nothing(self.tr("未能生成预览。"))
            self._refresh()

    def _end_writing(self) -> None:
        if self._writing:
            self._writing = False
            self._choice_changed()  # the preview may have given way to the file

    def _kind_changed(self) -> None:
        if self.redline:
            self._table_format = self.format.format().suffix
        self.format.choose(WORD if self.redline else self._table_format)
        self.choices.show_for(redline=self.redline)
        self.outcome.clear()
        self._refresh()
        self._make_preview()

    def _choice_changed(self, _theme: object = None) -> None:
        self._refresh()
        if not self._writing:
            self._pause.start()

    def _make_preview(self) -> None:
        self.run.preview(self.wanted())

    def _show_preview(self, preview: Preview) -> None:
        self._something = bool(preview.markup)
        if preview.kind:
            self.choices.propose_title(preview.title)
        if self._something:
            self.preview.show_preview(preview)
        else:
            self.preview.show_nothing(self._why_nothing())
        self._refresh()

    def _why_nothing(self) -> str:
        if self.redline:
            return self.tr("两个文件的文字没有不同，没有可留的修订痕迹。")
        if self.choices.substantive.isChecked():
            return self.tr("没有实质性修改。")
        return self.tr("没有需要列出的条款。")

    def _suffix(self) -> str:
        return self.format.format().suffix

    def _refresh(self) -> None:
        self.save.setEnabled(self._something and not self._writing)
        for widget in (self.kind, self.choices, self.close_button):
            widget.setEnabled(not self._writing)
        self.format.setEnabled(not self._writing and not self.redline)
        self.format.setToolTip(self.tr("修订痕迹只有 Word 文档才有") if self.redline else "")

    def _connect(self) -> None:
        self.kind.chosen_changed.connect(lambda _number: self._kind_changed())
        self.choices.changed.connect(self._choice_changed)
        self.outcome.cancel_requested.connect(self._cancel)
        self.outcome.path_offered.connect(self.write)
        self.run.previewed.connect(self._show_preview)
        self.run.written.connect(self._written)
        self.run.failed.connect(self._failed)
        self._pause.timeout.connect(self._make_preview)
        self.save.clicked.connect(self.ask_for_path)
        self.close_button.clicked.connect(self.reject)

    def _build(self) -> None:
        self.save = QPushButton(self.tr("导出…"), self)
        self.save.setDefault(True)
        self.close_button = QPushButton(self.tr("关闭"), self)
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.format)
        foot.addWidget(self.outcome, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        column.addWidget(self.choices)
        column.addLayout(foot)
