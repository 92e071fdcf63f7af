"""What goes into the file of a comparison: rows, columns, the title of a table, the differences of form in a redline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from reader.export.comparison_records import ComparisonOptions

_LONGEST_TITLE = 100


class ComparisonChoices(QWidget):
    """Every choice is seen in the preview at once; what the kind of table has not got is not offered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, editions: bool, notes: bool) -> None:
        super().__init__(parent)
        self._editions = editions
        self.unchanged = self._box(self.tr("未改动的条款"), self.tr("没有改动的条款也列出"))
        self.substantive = self._box(
            self.tr("只要实质性修改"), self.tr("只列要求力度、指标数据、责任单位、适用范围有改动的和新增、删除的条款")
        )
        self.kinds = self._box(self.tr("变化类型"), self.tr("增加一列：要求力度、指标数据、责任单位、适用范围等"))
        self.units = self._box(self.tr("涉及单位"), self.tr("增加一列：条款里写明的责任单位"))
        self.notes = self._box(self.tr("批注"), self.tr("增加一列：在各处差异上写的批注"))
        if not notes:
            self.notes.setEnabled(False)
            self.notes.setToolTip(self.tr("这次比对还没有批注"))
        self.form = self._box(
            self.tr("格式差异也留痕"),
            self.tr(
                "空格、全角半角、引号样式的不同也作为修订；不勾选时以修改后的文件为准，全部拒绝修订后这些地方不还原"
            ),
        )
        self.form.setChecked(True)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("标题"))
        self.title.setMaxLength(_LONGEST_TITLE)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._of_table())
        self._pages.addWidget(self._of_redline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.title.textChanged.connect(lambda _text: self.changed.emit())
        self.substantive.toggled.connect(self.unchanged.setDisabled)

    def options(self) -> ComparisonOptions:
        """Return what is chosen for a table."""
        return ComparisonOptions(
            unchanged=self.unchanged.isChecked() and not self.substantive.isChecked(),
            kinds=self.kinds.isChecked(),
            units=self.units.isChecked(),
            notes=self.notes.isChecked(),
            substantive=self.substantive.isChecked(),
            title=self.title.text().strip(),
        )

    def show_for(self, *, redline: bool) -> None:
        self._pages.setCurrentIndex(int(redline))

    def propose_title(self, title: str) -> None:
        """Show which title the table has while none is typed."""
        self.title.setPlaceholderText(title)

    def _of_table(self) -> QWidget:
        only_editions = (self.unchanged, self.substantive, self.kinds)
        for box in only_editions:
            box.setVisible(self._editions)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(QLabel(self.tr("标题"), self))
        first.addWidget(self.title, 1)
        second = QHBoxLayout()
        second.setSpacing(16)
        if self._editions:
            second.addWidget(self._label(self.tr("列出")))
            second.addWidget(self.unchanged)
            second.addWidget(self.substantive)
            second.addSpacing(8)
        second.addWidget(self._label(self.tr("加列")))
        for box in (*((self.kinds,) if self._editions else ()), self.units, self.notes):
            second.addWidget(box)
        second.addStretch(1)
        return _page(first, second)

    def _of_redline(self) -> QWidget:
        said = self._label(
            self.tr(
                "修改后的文件全文，改动处均为修订痕迹，在 Word、WPS 中可逐条或者全部接受、拒绝；位置调整的，修订人后注明。"
            )
        )
        said.setWordWrap(True)
        second = QHBoxLayout()
        second.addWidget(self.form)
        second.addStretch(1)
        first = QHBoxLayout()
        first.addWidget(said, 1)
        return _page(first, second)

    def _box(self, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setToolTip(tip)
        box.toggled.connect(lambda _on: self.changed.emit())
        return box

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("secondary")
        return label


def _page(first: QHBoxLayout, second: QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addLayout(first)
    column.addLayout(second)
    return page
