"""The units that the user belongs to, as labels in their order, and a field for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.settings.unit_field import APART, UnitField
from reader.ui.theme import Theme, mixed
from reader.ui.widgets.completing import Completing, Suggestion
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

_SIDE, _HIGH, _CROSS = 10, 4, 18  # px
_FIELD = 240  # px
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class UnitChips(QWidget):
    """Takes one name or several, joined by 、; each label is moved with Alt and the arrow keys or the mouse."""

    names_changed = Signal(object)  # tuple of str

    def __init__(self, names: Iterable[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[UnitLabel] = []
        self._flow = FlowLayout(self, spacing=8)
        self.field = UnitField(self)
        self.field.setFixedWidth(_FIELD)
        self.field.setPlaceholderText(self.tr("输入单位名称，回车添加"))
        self.field.setAccessibleName(self.tr("添加本单位"))
        self.completing = Completing(self.field)
        self.completing.chosen.connect(self.add)
        self.field.entered.connect(self.add)
        self.field.left_backwards.connect(self._to_last)
        self._show(tuple(names))

    def names(self) -> tuple[str, ...]:
        return tuple(chip.name for chip in self._chips)

    def labels(self) -> tuple[UnitLabel, ...]:
        return tuple(self._chips)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Take what was chosen elsewhere; a name that is being typed stays in the field."""
        if names != self.names():
            self._show(names)

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        self.completing.set_suggestions(suggestions)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)

    def add(self, typed: str) -> None:
        """Add what was typed behind the others; a name that is there already stays where it is."""
        new = _names(typed)
        self.field.clear()
        if new:
            self._choose(tuple(dict.fromkeys((*self.names(), *new))))

    def remove(self, name: str) -> None:
        """Take a unit out, and go on with the one behind it."""
        names = self.names()
        place = names.index(name)
        self._choose(names[:place] + names[place + 1 :])
        self._focus(place)

    def step(self, name: str, by: int) -> None:
        """Move a unit among the others."""
        names = list(self.names())
        place = names.index(name)
        to = min(max(place + by, 0), len(names) - 1)
        names.insert(to, names.pop(place))
        self._choose(tuple(names))
        self._focus(to)

    def _choose(self, names: tuple[str, ...]) -> None:
        if names != self.names():
            self._show(names)
            self.names_changed.emit(names)

    def _show(self, names: tuple[str, ...]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._label(name) for name in names]
        for widget in (*self._chips, self.field):
            self._flow.addWidget(widget)
            widget.show()
        self._keep_tab_order()
        self.updateGeometry()

    def _keep_tab_order(self) -> None:
        before: QWidget | None = None
        for widget in (*self._chips, self.field):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def _label(self, name: str) -> UnitLabel:
        label = UnitLabel(name, self._theme, self)
        label.removal_requested.connect(self.remove)
        label.move_requested.connect(self.step)
        label.step_requested.connect(lambda name, by: self._focus(self.names().index(name) + by))
        label.dragged.connect(self._drop)
        return label

    def _drop(self, name: str, at: QPoint) -> None:
        """Move a label to the one it is dragged over."""
        for place, chip in enumerate(self._chips):
            if chip.geometry().contains(at) and chip.name != name:
                self.step(name, place - self.names().index(name))
                return

    def _to_last(self) -> None:
        self._focus(len(self._chips) - 1)

    def _focus(self, place: int) -> None:
        if place >= len(self._chips) or not self._chips:
            self.field.setFocus()
        else:
            self._chips[max(place, 0)].setFocus()


class UnitLabel(QWidget):
    """One unit; the cross or Delete takes it out."""

    removal_requested = Signal(str)
    move_requested = Signal(str, int)
    step_requested = Signal(str, int)  # the cursor is to go to a neighbour
    dragged = Signal(str, QPoint)  # let go at a place of the parent

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._theme = theme
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name, self.tr("拖动或按 Alt+←、Alt+→ 调整次序，按 Delete 移除")))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.name) + _SIDE + _CROSS + 6, metrics.height() + 2 * _HIGH + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit(self.name)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(self.name, step)
        elif step is not None:
            self.step_requested.emit(self.name, step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        if pressed is None:
            return
        if (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            self.dragged.emit(self.name, self.mapToParent(at))
        elif at.x() > self.width() - _CROSS - 2:
            self.removal_requested.emit(self.name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(mixed(theme.red, theme.red_ground, 0.9 if self.hasFocus() else 0.4)), 1))
        painter.setBrush(QColor(theme.red_ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(theme.red))
        inner = self.rect().adjusted(_SIDE, 0, -_CROSS, 0)
        text = self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        x, y, arm = box.right() - _CROSS / 2 - 1, box.center().y(), 3.0
        painter.setPen(QPen(QColor(mixed(theme.red, theme.red_ground, 0.7)), 1.2))
        painter.drawLine(QPoint(round(x - arm), round(y - arm)), QPoint(round(x + arm), round(y + arm)))
        painter.drawLine(QPoint(round(x - arm), round(y + arm)), QPoint(round(x + arm), round(y - arm)))


def _names(typed: str) -> tuple[str, ...]:
    for mark in APART:
        typed = typed.replace(mark, "、")
    return tuple(name for part in typed.split("、") if (name := " ".join(part.split())))
