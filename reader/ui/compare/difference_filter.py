"""What chooses the differences that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from reader.ui.compare.class_chip import ClassChip
from reader.ui.compare.difference_rows import CLASSES, Chosen
from reader.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint

    from reader.ui.theme import Theme


class DifferenceFilter(QWidget):
    """A text box, one switch for what matters, a chip for each class that there is, and how many pass."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ignored: set[str] = set()
        self.box = QLineEdit(self)
        self.box.setObjectName("filterBox")
        self.box.setPlaceholderText(self.tr("筛选差异…"))
        self.box.setAccessibleName(self.tr("筛选差异"))
        self.box.setClearButtonEnabled(True)
        self.only = QCheckBox(self.tr("只看实质性修改"), self)
        self.only.setToolTip(self.tr("要求力度、指标数据、责任单位、适用范围，以及新增和删除的条款"))
        self.unjudged = QCheckBox(self.tr("只看未判定的"), self)
        self.chips: dict[str, ClassChip] = {}
        self._classes = QWidget(self)
        self._flow = FlowLayout(self._classes)
        self.count = QLabel(self._classes)
        self.count.setObjectName("secondary")
        self.count.setContentsMargins(4, 3, 0, 0)
        self._build()
        self.box.textChanged.connect(self.changed)
        self.only.toggled.connect(self._switched)
        self.unjudged.toggled.connect(self.changed)
        self.set_classes({}, substantive=False, judging=False)

    def chosen(self) -> Chosen:
        """Return what is chosen now; a switch that is not there chooses nothing."""
        return Chosen(
            self.box.text(),
            frozenset(self._ignored),
            self.only.isChecked() and not self.only.isHidden(),
            self.unjudged.isChecked() and not self.unjudged.isHidden(),
        )

    def set_classes(self, counts: Mapping[str, int], *, substantive: bool, judging: bool) -> None:
        """Offer these classes, and the switches as far as they would leave anything out."""
        self.only.setVisible(substantive)
        self.unjudged.setVisible(judging)
        if {kind: chip.count for kind, chip in self.chips.items()} != counts:
            self._fill(counts)
        self._show_chosen()

    def set_count(self, shown: int, of: int) -> None:
        """Tell how many pass, where not all do."""
        self.count.setText("" if shown == of else self.tr("{0}/{1}处").format(shown, of))
        self.count.setVisible(shown != of)

    def clear(self) -> None:
        """Choose nothing, which shows all."""
        self.restore({})
        self.changed.emit()

    def ignore(self, kind: str, *, ignored: bool = True) -> None:
        """Leave a class out, or let it in again."""
        (self._ignored.add if ignored else self._ignored.discard)(kind)
        self._show_chosen()
        self.changed.emit()

    def only_class(self, kind: str) -> None:
        """Leave out every class but one."""
        self._ignored = set(CLASSES) - {kind}
        self._show_chosen()
        self.changed.emit()

    def state(self) -> dict[str, object]:
        """Return what is chosen, in plain values."""
        return {
            "query": self.box.text(),
            "ignored": sorted(self._ignored),
            "substantive": self.only.isChecked(),
            "unjudged": self.unjudged.isChecked(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Choose what a state says, without telling; what it does not say is not chosen."""
        ignored = state.get("ignored")
        self._ignored = (
            {str(kind) for kind in ignored if kind in CLASSES} if isinstance(ignored, list | tuple) else set()
        )
        before = self.blockSignals(True)
        self.box.setText(str(state.get("query") or ""))
        self.only.setChecked(bool(state.get("substantive")))
        self.unjudged.setChecked(bool(state.get("unjudged")))
        self.blockSignals(before)
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in self.chips.values():
            chip.set_theme(theme)

    def chip_menu(self, kind: str) -> QMenu:
        """Return the menu of a class."""
        menu = QMenu(self)
        menu.addAction(self.tr("只看此类")).triggered.connect(lambda: self.only_class(kind))
        every = menu.addAction(self.tr("显示各类"))
        every.setEnabled(bool(self._ignored))
        every.triggered.connect(self._every_class)
        return menu

    def _every_class(self) -> None:
        self._ignored.clear()
        self._show_chosen()
        self.changed.emit()

    def _switched(self) -> None:
        self._show_chosen()
        self.changed.emit()

    def _fill(self, counts: Mapping[str, int]) -> None:
        self._flow.removeWidget(self.count)  # comes behind the chips
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {kind: ClassChip(kind, count, self._theme, self._classes) for kind, count in counts.items()}
        before: QWidget = self.unjudged
        for kind, chip in self.chips.items():
            self._flow.addWidget(chip)
            QWidget.setTabOrder(before, chip)  # made last, but not reached last
            before = chip
            chip.show()
            chip.clicked.connect(lambda _checked, one=kind: self.ignore(one, ignored=one not in self._ignored))
            chip.menu_requested.connect(lambda at, one=kind: self._show_menu(one, at))
        self._flow.addWidget(self.count)

    def _show_chosen(self) -> None:
        substantive = self.chosen().substantive
        for kind, chip in self.chips.items():
            chip.set_shown(kind not in self._ignored, possible=not (substantive and chip.never_substantive))

    def _show_menu(self, kind: str, at: QPoint) -> None:
        menu = self.chip_menu(kind)
        menu.popup(at)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.only)
        row.addWidget(self.unjudged)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addLayout(row)
        layout.addWidget(self._classes)
