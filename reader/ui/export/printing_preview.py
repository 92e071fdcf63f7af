"""The dialog 打印预览: all pages as they will be printed, and what of the annotations is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.ui.export.fields import Segments
from reader.ui.export.pages.view import PageView

if TYPE_CHECKING:
    from reader.ui.export.pages.paper import Paper
    from reader.ui.export.pages.setting import SetPage
    from reader.ui.export.printing import Printing

_SIZE = QSize(920, 720)
_LEFT = 168  # px


class PrintPreview(QDialog):
    """Prints and saves what is shown. Asks no printer: one that is far away may be slow to answer."""

    def __init__(self, printing: Printing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        self.setWindowTitle(self.tr("打印预览"))
        self.resize(_SIZE if parent is None else _SIZE.boundedTo(parent.window().size() - QSize(32, 32)))
        self.view = PageView(printing.theme, self)
        self.view.show_whole(whole=True)
        self.options = printing.options(self)
        self.zoom = Segments((self.tr("整页"), self.tr("页宽")), self)
        self.place = QLabel(self)
        self.before, self.next = self._arrow(Qt.ArrowType.LeftArrow), self._arrow(Qt.ArrowType.RightArrow)
        self._build()
        self._connect()
        self._make()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.view.total

    def reject(self) -> None:
        self._printing.cancel()
        super().reject()

    def _make(self) -> None:
        self.place.setText(self.tr("正在排版…"))
        self.print_button.setEnabled(False)
        self._printing.make_pages(self._show)

    def _show(self, paper: Paper, pages: list[SetPage]) -> None:
        self.view.set_pages(paper, pages)
        self.print_button.setEnabled(True)
        self._tell_place()

    def _print(self) -> None:
        dialog = self._printing.print_document(self)
        if dialog is not None:
            dialog.accepted.connect(self.accept)

    def _save(self) -> None:
        path = self._printing.ask_for_path(self)
        if path is not None:
            self.accept()
            self._printing.save_pdf(path)

    def _tell_place(self) -> None:
        here = self.view.here
        self.place.setText(self.tr("第 {0} 页，共 {1} 页").format(here, self.count))
        self.before.setEnabled(here > 1)
        self.next.setEnabled(here < self.count)

    def _connect(self) -> None:
        self.view.turned.connect(lambda _here: self._tell_place())
        self.options.changed.connect(lambda _choice: self._make())
        self.zoom.chosen_changed.connect(lambda number: self.view.show_whole(whole=not number))
        self.before.clicked.connect(lambda: self.view.turn_to(self.view.here - 1))
        self.next.clicked.connect(lambda: self.view.turn_to(self.view.here + 1))
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)

    def _build(self) -> None:
        self.print_button = QPushButton(self.tr("打印…"), self)
        self.print_button.setDefault(True)
        self.save_button = QPushButton(self.tr("存为 PDF…"), self)
        self.close_button = QPushButton(self.tr("关闭"), self)
        self.options.setFixedWidth(_LEFT)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.options)
        row.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.zoom, self.before, self.place, self.next):
            foot.addWidget(widget)
        foot.addStretch(1)
        for button in (self.print_button, self.save_button, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _arrow(self, arrow: Qt.ArrowType) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAccessibleName(self.tr("上一页") if arrow == Qt.ArrowType.LeftArrow else self.tr("下一页"))
        return button
