"""What stands over the list: by clause, by unit or what is left open, and copying the names."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from reader.ui.widgets.segmented import Segmented

BY_CLAUSE, BY_UNIT, OPEN = range(3)
_COPIED_SHOWN = 2000  # ms


class ListHead(Segmented):
    """Three lists to choose from, each with its count."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.buttons = tuple(QToolButton() for _ in (BY_CLAUSE, BY_UNIT, OPEN))
        super().__init__(self.buttons, parent)
        for button in self.buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(1)
        self.buttons[OPEN].setToolTip(self.tr("待明确事项：部署了工作而没有写明责任单位或完成时限的条款"))
        self.group.idClicked.connect(self.chosen)
        self.choose(BY_CLAUSE)
        self.set_counts(0, 0, None)

    def choose(self, number: int) -> None:
        """Check one of the lists without telling."""
        self.buttons[number].setChecked(True)

    def current(self) -> int:
        return self.group.checkedId()

    def set_counts(self, clauses: int, units: int, gaps: int | None) -> None:
        """Show how long each list is; None is not known yet."""
        names = (self.tr("按条款"), self.tr("按单位"), self.tr("待明确"))
        for button, name, count in zip(self.buttons, names, (clauses, units, gaps), strict=True):
            button.setText(name if count is None else f"{name} {count}")


class CopyButton(QToolButton):
    """Copies names in one line, and says for a while how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_SHOWN)
        self._copied.timeout.connect(self._offer)
        self.setToolTip(self.tr("把列表中的单位去重，按名录或机构序列排好，以顿号连成一行"))
        self._offer()

    def copy_names(self, names: list[str]) -> None:
        QGuiApplication.clipboard().setText("、".join(names))
        self.setText(self.tr("已复制{0}家").format(len(names)))
        self._copied.start()

    def _offer(self) -> None:
        self.setText(self.tr("复制名单"))
