"""What became of an export: how far it is, where the file lies, or why there is none and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

if TYPE_CHECKING:
    from pathlib import Path

_BAR = 120  # px


class OutcomeBar(QWidget):
    """One line at the foot of a dialog."""

    cancel_requested = Signal()
    path_offered = Signal(object)  # the user takes the other path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._other: Path | None = None
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self.stop = self._button(self.tr("停止"))
        self.open_folder = self._button(self.tr("打开所在文件夹"))
        self.open_file = self._button(self.tr("打开文件"))
        self.take_other = self._button("")
        self.stop.clicked.connect(self.cancel_requested)
        self.open_folder.clicked.connect(lambda: self._open(folder=True))
        self.open_file.clicked.connect(lambda: self._open(folder=False))
        self.take_other.clicked.connect(lambda: self.path_offered.emit(self._other))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for widget in (self.bar, self.stop, self.open_folder, self.open_file, self.take_other):
            row.addWidget(widget)
        self.clear()

    def clear(self) -> None:
        self._show("", "secondary")

    def advance(self, done: int, total: int, words: str) -> None:
        """Show how far the work is; all of it done but not ended is a bar that runs."""
        self._show(words, "secondary", self.bar, self.stop)
        self.bar.setRange(0, total if done < total else 0)
        self.bar.setValue(done)

    def tell_written(self, path: Path, words: str) -> None:
        """Say that a file is there, and offer to go to it."""
        self._path = path
        self._show(words, "savedTime", self.open_folder, self.open_file)
        self.open_folder.setFocus()

    def tell_copied(self, words: str) -> None:
        """Say that something is in the clipboard."""
        self._show(words, "savedTime")

    def tell_stopped(self) -> None:
        """Say that the user stopped the work."""
        self._show(self.tr("已停止，没有写入文件。"), "warning")

    def tell_refused(self, error: Exception) -> None:
        """Say why a file could not be written, and offer another name where one of this name is there."""
        from reader.export.atomic import ExportFailed
        from reader.export.file_names import free_name

        if isinstance(error, ExportFailed):
            other = free_name(error.path) if error.path.is_file() else None
            self.tell_failed(f"“{error.path.name}”：{error.reason}", other)
        else:
            self.tell_failed(self.tr("未能写入文件，请换个位置再试。"))

    def tell_failed(self, reason: str, other: Path | None = None) -> None:
        """Say why there is no file, and offer another path where that helps."""
        self._other = other
        if other is None:
            self._show(reason, "warning")
            return
        self.take_other.setText(self.tr("存为“{0}”").format(other.name))
        self._show(reason, "warning", self.take_other)
        self.take_other.setFocus()

    def _open(self, *, folder: bool) -> None:
        if self._path is not None:
            target = self._path.parent if folder else self._path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _show(self, words: str, name: str, *widgets: QWidget) -> None:
        self.words.setText(words)
        self.words.setObjectName(name)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        for widget in (self.bar, self.stop, self.open_folder, self.open_file, self.take_other):
            widget.setVisible(widget in widgets)

    def _button(self, text: str) -> QPushButton:
        return QPushButton(text, self)
