"""The bar over a comparison: kind of comparison, way of scrolling, next and previous difference."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.comparison.records import EDITIONS, TOPICS


class CompareHead(QWidget):
    """Wishes only; the view says what holds."""

    mode_requested = Signal(str)  # editions or topics
    linked_requested = Signal(bool)
    next_requested = Signal()
    previous_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        self.modes, frame = self._segmented(((EDITIONS, self.tr("稿件比对")), (TOPICS, self.tr("横向比较"))))
        row.addWidget(frame)
        self._status = QLabel(self)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._status, 1)
        self._previous = self._button(row, self.tr("上一处"), self.previous_requested)
        self._next = self._button(row, self.tr("下一处"), self.next_requested)
        self._cancel = self._button(row, self.tr("停止比对"), self.cancel_requested)
        self._cancel.hide()
        self.links, frame = self._segmented((("linked", self.tr("同步滚动")), ("free", self.tr("各自滚动"))))
        row.addWidget(frame)
        self.modes["editions"].clicked.connect(lambda: self.mode_requested.emit(EDITIONS))
        self.modes["topics"].clicked.connect(lambda: self.mode_requested.emit(TOPICS))
        self.links["linked"].clicked.connect(lambda: self.linked_requested.emit(True))
        self.links["free"].clicked.connect(lambda: self.linked_requested.emit(False))
        self.set_mode(EDITIONS)
        self.set_linked(True)

    def set_mode(self, mode: str) -> None:
        self.modes[mode].setChecked(True)

    def set_linked(self, linked: bool) -> None:
        self.links["linked" if linked else "free"].setChecked(True)

    def set_status(self, text: str) -> None:
        self._status.setText(text)

    def set_busy(self, busy: bool) -> None:
        """Offer to stop while comparing, to step through differences otherwise."""
        self._cancel.setVisible(busy)
        self._previous.setEnabled(not busy)
        self._next.setEnabled(not busy)
        if busy:
            self._status.setText(self.tr("正在比对…"))

    def _segmented(self, choices: tuple[tuple[str, str], ...]) -> tuple[dict[str, QToolButton], QFrame]:
        frame = QFrame(self)
        frame.setObjectName("segmented")
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        group = QButtonGroup(frame)
        made: dict[str, QToolButton] = {}
        for name, text in choices:
            button = QToolButton(frame)
            button.setText(text)
            button.setCheckable(True)
            group.addButton(button)
            inner.addWidget(button)
            made[name] = button
        return made, frame

    def _button(self, row: QHBoxLayout, text: str, signal: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.clicked.connect(signal)
        row.addWidget(button)
        return button
