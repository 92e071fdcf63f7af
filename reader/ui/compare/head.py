"""The bar over a comparison: its kind, its layout, the way of scrolling, next and previous difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QToolButton, QWidget

from reader.comparison.records import DOWNWARD, EDITIONS, PEERS, TOPICS
from reader.ui.compare.choice import Choice
from reader.ui.compare.scrolling import BY_PAIR, BY_PROPORTION, FREE
from reader.ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

PAIR, COLUMN = "pair", "column"
_GAP = 8
_STATUS = 96  # px kept free for the words in the middle
_MODES = {EDITIONS: (EDITIONS, PEERS), PEERS: (TOPICS, PEERS), DOWNWARD: (TOPICS, DOWNWARD)}


class CompareHead(QWidget):
    """Wishes only; the view says what holds. Where there is little room, choices become menus one after the other."""

    mode_requested = Signal(str, str)  # editions or topics, peers or downward
    layout_requested = Signal(str)  # pair or column
    scrolling_requested = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    cancel_requested = Signal()
    again_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 12, 4)
        self._row.setSpacing(_GAP)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # it fits itself to its width
        self.modes = self._choice(
            self.tr("比对方式"),
            (EDITIONS, self.tr("稿件比对")), (PEERS, self.tr("横向比较")), (DOWNWARD, self.tr("承接对照")),
        )  # fmt: skip
        self.layouts = self._choice(self.tr("版面"), (PAIR, self.tr("并排")), (COLUMN, self.tr("单栏")))
        self.status = ElidedLabel(self)
        self.status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it gives way first
        self._row.addWidget(self.status, 1)
        self._previous = self._button(self.tr("上一处"), self.previous_requested)
        self._next = self._button(self.tr("下一处"), self.next_requested)
        self._cancel = self._button(self.tr("停止比对"), self.cancel_requested)
        self._again = self._button(self.tr("重新比对"), self.again_requested)
        self.scrollings = self._choice(
            self.tr("滚动方式"),
            (BY_PAIR, self.tr("按条款同步")), (BY_PROPORTION, self.tr("按比例同步")), (FREE, self.tr("各自滚动")),
        )  # fmt: skip
        self._export = self._button(self.tr("导出…"), self.export_requested)
        self.modes.chosen.connect(lambda key: self.mode_requested.emit(*_MODES[key]))
        self.layouts.chosen.connect(self.layout_requested)
        self.scrollings.chosen.connect(self.scrolling_requested)
        self.show_mode(EDITIONS, PEERS)
        self.layouts.choose(PAIR)
        self.scrollings.choose(BY_PAIR)
        self.set_stopped(False)
        self.set_busy(False)

    def show_mode(self, mode: str, direction: str) -> None:
        """Show what is compared how; only editions can be read in one column."""
        self.modes.choose(EDITIONS if mode == EDITIONS else direction)
        self.layouts.set_available(COLUMN, mode == EDITIONS, self.tr("稿件比对时可用"))

    def show_layout(self, layout: str) -> None:
        self.layouts.choose(layout)
        self.scrollings.setVisible(layout == PAIR)
        self._fit()

    def set_status(self, text: str) -> None:
        self.status.setText(text)

    def set_busy(self, busy: bool) -> None:
        """Offer to stop while comparing."""
        self._cancel.setVisible(busy)
        if busy:
            self._again.hide()
            self.set_status(self.tr("正在比对…"))
        self._fit()

    def set_stopped(self, stopped: bool) -> None:
        """Offer to begin again after comparing was stopped or failed."""
        self._again.setVisible(stopped)
        self._fit()

    def set_steppable(self, steppable: bool) -> None:
        """Let next and previous be chosen where there is a difference to go to."""
        self._previous.setEnabled(steppable)
        self._next.setEnabled(steppable)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # now the style sheet holds, and with it the widths

    def _fit(self) -> None:
        """Turn choices into menus, those first that are needed least, until everything has room."""
        choices = [one for one in (self.scrollings, self.layouts, self.modes) if not one.isHidden()]
        buttons = (self._previous, self._next, self._cancel, self._again, self._export)
        shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
        fixed = sum(shown) + (len(shown) + len(choices)) * _GAP + _STATUS + 24
        widths = [one.width_of(False) for one in choices]
        for i, choice in enumerate(choices):
            compact = fixed + sum(widths) > self.width()
            choice.set_compact(compact)
            if compact:
                widths[i] = choice.width_of(True)

    def _choice(self, name: str, *options: tuple[str, str]) -> Choice:
        made = Choice(name, options, self)
        self._row.addWidget(made)
        return made

    def _button(self, text: str, signal: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.clicked.connect(signal)
        self._row.addWidget(button)
        return button
