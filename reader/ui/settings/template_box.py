"""The user's own file whose styles are taken over: chosen, told, given up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from reader.export.styles import Template
    from reader.settings import Settings

_HEIGHT = 124  # px of what is told: whether it is long or not, the dialog keeps its size


class TemplateBox(QWidget):
    """Shows which file it is and what it says; reading it is quick, since its copy holds the styles alone."""

    taken = Signal(str)  # name of the file; "" once it is given up
    page_chosen = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self._label("")
        self.pick_button = QPushButton(self.tr("选择文件…"), self)
        self.pick_button.setAutoDefault(False)
        self.pick_button.clicked.connect(self._pick)
        self.forget_button = QPushButton(self.tr("不再使用"), self)
        self.forget_button.setAutoDefault(False)
        self.forget_button.clicked.connect(self.forget)
        self.told = QPlainTextEdit(self)
        self.told.setReadOnly(True)
        self.told.setAccessibleName(self.tr("已采用的样式"))
        self.told.setFixedHeight(_HEIGHT)
        self.fault = self._label("warning")
        self.page = QCheckBox(self.tr("纸张和页边距也按这份文件"), self)
        self.page.toggled.connect(self.page_chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.pick_button)
        row.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        for widget in (self.fault, self.page, self.told):
            column.addWidget(widget)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the template that is in use."""
        from reader.export.template import kept_template, template_fault

        self._settings = settings
        fault = template_fault(settings)
        self._show(settings, kept_template() if settings.template and not fault else None)
        self._tell(fault)

    def take(self, path: Path) -> None:
        """Take over the styles of a file; where that fails what was chosen before stays."""
        from reader.export.template import take_over
        from reader.export.template_file import TemplateRefused

        try:
            take_over(path)
        except TemplateRefused as problem:
            self._tell(self.tr("{0}：{1}").format(path.name, problem.reason))
            return
        self.taken.emit(path.name)
        self.show_settings(self._settings)  # of the same name, it may look otherwise by now

    def forget(self) -> None:
        """Go back to the styles of the standard."""
        from reader.export.template import forget

        forget()
        self.taken.emit("")

    def _pick(self) -> None:
        kinds = self.tr("Word 文档 (*.docx *.dotx)")
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("选择样式模板"), "", kinds)
        if name:
            self.take(Path(name))

    def _show(self, settings: Settings, template: Template | None) -> None:
        from reader.export.template_words import told, told_page

        self.name.setText(settings.template or self.tr("未使用，可以选本单位的公文模板"))
        self.forget_button.setVisible(bool(settings.template))
        self.page.blockSignals(True)
        self.page.setChecked(settings.template_page)
        self.page.blockSignals(False)
        page = template.page if template else None
        self.page.setVisible(page is not None)
        self.page.setToolTip(told_page(page) if page else "")
        self.told.setPlainText("\n".join(told(template)) if template else "")
        self.told.setVisible(template is not None)

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _label(self, look: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
