"""What every page of the settings is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QLabel, QSpinBox, QWidget

if TYPE_CHECKING:
    from reader.ui.workspace import Workspace


class SettingsPage(QWidget):
    """A form over some of the settings, which it changes as they are chosen."""

    def __init__(self, workspace: Workspace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title = title
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 4, 0, 0)
        self.form.setVerticalSpacing(12)
        self.form.setHorizontalSpacing(16)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def title(self) -> str:
        return self._title

    def choose(self, **choices: object) -> None:
        """Take over choices at once."""
        self._workspace.set_settings(self._workspace.settings.with_(**choices))

    def add_number(self, name: str, label: str, unit: str, low: float, high: float, step: float) -> QDoubleSpinBox:
        """Add a row for a number with decimals."""
        box = QDoubleSpinBox(self)
        box.setRange(low, high)
        box.setSingleStep(step)
        box.setDecimals(2 if step < 0.1 else 1)
        box.setSuffix(f" {unit}" if unit else "")
        box.setValue(getattr(self._workspace.settings, name))
        box.valueChanged.connect(lambda value: self.choose(**{name: value}))
        self.form.addRow(label, box)
        return box

    def add_count(self, name: str, label: str, unit: str, low: int, high: int) -> QSpinBox:
        """Add a row for a whole number."""
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setSuffix(f" {unit}" if unit else "")
        box.setValue(getattr(self._workspace.settings, name))
        box.valueChanged.connect(lambda value: self.choose(**{name: value}))
        self.form.addRow(label, box)
        return box

    def add_hint(self, text: str) -> None:
        """Add a sentence under the rows."""
        hint = QLabel(text, self)
        hint.setObjectName("secondary")
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        self.form.addRow(hint)
