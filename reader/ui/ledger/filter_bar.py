"""The row above the matrix: which units, documents and duties it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from reader.ui.ledger.matrix import Group, Wish
from reader.ui.ledger.words import ORDER, duty_word, generic_place, no_place

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEWEST = 1  # place in the list of orders
_PAUSE = 150  # ms after a key before the matrix follows


class FilterBar(QWidget):
    """Tells each new wish, a moment after the last key."""

    wish_changed = Signal(object)  # Wish
    left = Signal()  # Enter: on to the matrix
    own_requested = Signal()  # only the own units are wanted, and there are none yet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._own = False
        self.units = self._box(self.tr("筛选单位…"), self.tr("筛选单位"))
        self.documents = self._box(self.tr("筛选文件标题、文号、年份…"), self.tr("筛选文件"))
        self.places = self._combo(self.tr("地区"), 200)
        self.duties = self._combo(self.tr("责任类型"), 112)
        self.order = self._combo(self.tr("文件次序"), 136)
        self.own_only = QCheckBox(self.tr("只看本单位"), self)
        self._fill()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.tell)
        for box in (self.units, self.documents):
            box.textChanged.connect(lambda _text: self._soon.start())
            box.returnPressed.connect(self._enter)
        for combo in (self.places, self.duties, self.order):
            combo.activated.connect(lambda _place: self.tell())
        self.own_only.clicked.connect(self._own_clicked)

    def wish(self) -> Wish:
        """Return what is wished for."""
        return Wish(
            self.units.text(),
            self.documents.text(),
            (None, *self._groups)[self.places.currentIndex()],
            (None, *ORDER)[self.duties.currentIndex()],
            self.own_only.isChecked(),
            self.order.currentIndex() == _NEWEST,
        )

    def tell(self) -> None:
        """Tell the wish now."""
        self._soon.stop()
        self.wish_changed.emit(self.wish())

    def clear(self) -> None:
        """Wish for everything, in the order that was chosen."""
        for box in (self.units, self.documents):
            box.clear()
        for combo in (self.places, self.duties):
            combo.setCurrentIndex(0)
        self.own_only.setChecked(False)
        self.tell()

    def is_clear(self) -> bool:
        return self.wish() == Wish(newest_first=self.wish().newest_first)

    def has_focus(self) -> bool:
        """Whether somebody is typing here."""
        return self.units.hasFocus() or self.documents.hasFocus()

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Offer the groups there are; one that was chosen and is gone gives way to all."""
        if tuple(groups) == self._groups:
            return
        chosen = self.wish().group
        self._groups = tuple(groups)
        self.places.clear()
        self.places.addItem(self.tr("全部地区"))
        for group in groups:
            self.places.addItem(generic_place() if group.generic else group.place or no_place())
        self.places.setCurrentIndex(self._groups.index(chosen) + 1 if chosen in self._groups else 0)

    def set_own(self, *, known: bool) -> None:
        """Take note whether there are own units to look at."""
        self._own = known
        if not known:
            self.own_only.setChecked(False)

    def _enter(self) -> None:
        self.tell()
        self.left.emit()

    def _own_clicked(self) -> None:
        if self._own:
            self.tell()
        else:
            self.own_only.setChecked(False)
            self.own_requested.emit()

    def _fill(self) -> None:
        self.places.addItem(self.tr("全部地区"))
        self.duties.addItem(self.tr("全部类型"))
        for duty in ORDER:
            self.duties.addItem(duty_word(duty))
        self.order.addItem(self.tr("任务多的在前"))
        self.order.addItem(self.tr("新的在前"))
        self.order.setToolTip(self.tr("文件次序。任务多的在前时，写明本单位的文件排在最前"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.units, 2)
        row.addWidget(self.documents, 2)
        for widget in (self.places, self.duties, self.own_only):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.order)

    def _box(self, hint: str, name: str) -> QLineEdit:
        box = QLineEdit(self)
        box.setPlaceholderText(hint)
        box.setAccessibleName(name)
        box.setClearButtonEnabled(True)
        box.setMinimumWidth(120)
        box.setMaximumWidth(280)
        return box

    def _combo(self, name: str, width: int) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setFixedWidth(width)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return combo
