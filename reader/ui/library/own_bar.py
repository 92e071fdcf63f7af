"""The row above the list that narrows it to what concerns the own units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.own import OwnCount


class OwnBar(QWidget):
    """Only there while the user has units of their own; it stays where nothing concerns them, to say so."""

    own_only_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.toggled.connect(self.own_only_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        self.show_counts((), {})

    def show_counts(self, own_units: tuple[str, ...], counts: Mapping[int, OwnCount]) -> None:
        """Say how many documents concern the own units."""
        if not own_units:
            self.box.setChecked(False)
        self.setVisible(bool(own_units))
        self.box.setText(self.tr("只看涉及本单位 {0}").format(len(counts)))
        self.box.setToolTip("、".join(own_units))
