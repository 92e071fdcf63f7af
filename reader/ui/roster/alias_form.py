"""Two names of which the user knows whether they are one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.operations.unit_names import UnitNames, suggestions
from reader.ui.roster.aliases_rows import Pair, place_name
from reader.ui.widgets.completing import Completing

if TYPE_CHECKING:
    from collections.abc import Sequence


class AliasForm(QWidget):
    """Two fields that propose what the library and the office's list name, and the place they are of."""

    pair_entered = Signal(object, bool)  # Pair, whether it is one unit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one, self.other = self._field(self.tr("一个名称")), self._field(self.tr("另一个名称"))
        self._completing = (Completing(self.one), Completing(self.other))
        self.places = QComboBox(self)
        self.places.setAccessibleName(self.tr("地区"))
        self.places.setToolTip(self.tr("只对这个地区的文件生效：别的区也可能有同名单位"))
        self.places.setMinimumContentsLength(7)
        self.same, self.different = (QPushButton(text, self) for text in (self.tr("是同一单位"), self.tr("不是")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.one, 1)
        row.addWidget(QLabel(self.tr("与"), self))
        row.addWidget(self.other, 1)
        row.addWidget(self.places)
        for button, one_unit in ((self.same, True), (self.different, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, one_unit=one_unit: self._enter(same=one_unit))
            row.addWidget(button)
        for field in (self.one, self.other):
            field.textChanged.connect(lambda _text: self._refresh())
        self.one.returnPressed.connect(self.other.setFocus)
        self.other.returnPressed.connect(lambda: self._enter(same=True))
        self._refresh()

    def set_places(self, keys: Sequence[str]) -> None:
        """Offer places by their keys, the likeliest first."""
        chosen = self.places.currentData()
        self.places.clear()
        for key in keys:
            self.places.addItem(place_name(key), key)
        self.places.setCurrentIndex(max(self.places.findData(chosen), 0))
        self._refresh()

    def set_names(self, names: UnitNames) -> None:
        for completing in self._completing:
            completing.set_suggestions(suggestions(names))

    def pair(self) -> Pair | None:
        """Return what is entered, None while it is no pair of different names."""
        one, other = ("".join(field.text().split()) for field in (self.one, self.other))
        key = self.places.currentData()
        return Pair(one, other, key) if one and other and one != other and key is not None else None

    def _enter(self, *, same: bool) -> None:
        pair = self.pair()
        if pair is not None:
            self.one.clear()
            self.other.clear()
            self.pair_entered.emit(pair, same)
            self.one.setFocus()

    def _refresh(self) -> None:
        for button in (self.same, self.different):
            button.setEnabled(self.pair() is not None)

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMaxLength(100)
        return field
