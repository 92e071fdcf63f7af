"""The bar to find in the document: field, count, next and previous."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget


class FindBar(QWidget):
    """Wishes only; the view answers with ``show_count``."""

    query_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("在本文中查找"))
        self.field.setAccessibleName(self.tr("在本文中查找"))
        self.field.setMaximumWidth(320)
        self.field.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setMinimumWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for text, signal in (
            (self.tr("上一处"), self.previous_requested),
            (self.tr("下一处"), self.next_requested),
            (self.tr("关闭"), self.closed),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        self.field.textChanged.connect(self.query_changed)
        self.field.installEventFilter(self)

    def open(self, query: str | None = None) -> None:
        """Show the bar, ready to type; a query takes the place of what stood there."""
        self.show()
        if query:
            self.field.setText(query)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, at: int | None, total: int) -> None:
        """Say which of how many places is shown (``at`` from 0)."""
        if not self.field.text():
            self.count.clear()
        elif total == 0:
            self.count.setText(self.tr("未找到"))
        elif at is None:
            self.count.setText(self.tr("共{0}处").format(total))
        else:
            self.count.setText(self.tr("第{0}处，共{1}处").format(at + 1, total))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                backwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.previous_requested if backwards else self.next_requested).emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)
