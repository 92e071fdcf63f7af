from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.flow_layout import FlowLayout


class Box(QWidget):
    def __init__(self, parent, width):
        super().__init__(parent)
        self._hint = QSize(width, 20)

    def sizeHint(self):  # noqa: N802
        return self._hint


def test_that_widgets_break_into_lines_and_wide_ones_are_narrowed(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=4)
    boxes = [Box(parent, width) for width in (40, 40, 200)]
    for box in boxes:
        flow.addWidget(box)
    flow.setGeometry(QRect(0, 0, 90, 100))
    assert [(b.x(), b.y(), b.width()) for b in boxes] == [(0, 0, 40), (44, 0, 40), (0, 24, 90)]
    assert flow.heightForWidth(90) == 44
    assert flow.heightForWidth(400) == 20
