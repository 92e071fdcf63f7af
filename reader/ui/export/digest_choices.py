"""How the digest leaves: its title, as running text or as a table, with or without remarks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from reader.export.digest import KIND, DigestChoice
from reader.ui.export.fields import Segments, named_row

_LONGEST_TITLE = 100
_TABLE = _SHORT = 1


class DigestChoices(QWidget):
    """Every choice is seen in the preview at once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("标题"))
        self.title.setMaxLength(_LONGEST_TITLE)
        self.title.setPlaceholderText(KIND)
        self.shape = Segments((self.tr("条文"), self.tr("表格")), self)
        self.shape.button(_TABLE).setToolTip(self.tr("主题、内容、出处、备注各一列，横排"))
        self.form = Segments((self.tr("全称"), self.tr("简称")), self)
        self.form.button(0).setToolTip(self.tr("首次出现写标题全称和文号，之后从简"))
        self.form.button(_SHORT).setToolTip(self.tr("一律用文号或简称"))
        self.remarks = QCheckBox(self.tr("带备注"), self)
        self.remarks.setChecked(True)
        self.outward = QCheckBox(self.tr("对外稿"), self)
        self.outward.setToolTip(self.tr("送其他单位的：不带备注，文件属性里不写作者"))
        self._build()
        self.title.textChanged.connect(lambda _text: self.changed.emit())
        for segments in (self.shape, self.form):
            segments.chosen_changed.connect(lambda _number: self.changed.emit())
        for box in (self.remarks, self.outward):
            box.toggled.connect(lambda _on: self.changed.emit())
        self.outward.toggled.connect(self.remarks.setDisabled)

    def choice(self) -> DigestChoice:
        """Return what is chosen."""
        return DigestChoice(
            title=self.title.text().strip(),
            table=self.shape.chosen() == _TABLE,
            form="short" if self.form.chosen() == _SHORT else "full",
            remarks=self.remarks.isChecked(),
            outward=self.outward.isChecked(),
        )

    def begin_with(self, choice: DigestChoice) -> None:
        """Take over what is chosen of any digest alike."""
        self.shape.button(_TABLE if choice.table else 0).setChecked(True)
        self.form.button(_SHORT if choice.form == "short" else 0).setChecked(True)
        self.remarks.setChecked(choice.remarks)
        self.outward.setChecked(choice.outward)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(named_row(self.tr("标题"), self.title, self))
        column.addWidget(named_row(self.tr("排法"), self.shape, self))
        column.addWidget(named_row(self.tr("出处"), self.form, self))
        column.addWidget(self.remarks)
        column.addWidget(self.outward)
        column.addStretch(1)
