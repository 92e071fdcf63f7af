"""Where a note that lost its place may belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.ui.widgets.plain import named, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.spans import Span

_MOST = 5
_EXCERPT = 80  # characters


@dataclass(frozen=True)
class Candidate:
    """A place a note may belong to, with the path and the words that stand there."""

    span: Span
    label: str
    excerpt: str


class OrphanBox(QWidget):
    """Says that the place is lost and offers others; nothing moves before the reader says so."""

    look_requested = Signal(object)  # Span
    attach_requested = Signal(object)  # Span
    attach_to_selection_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._said = QLabel(self)
        self._said.setObjectName("warning")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self.to_selection = QToolButton(self)
        self.to_selection.setText(self.tr("定位到所选文字"))
        self.to_selection.setToolTip(self.tr("先在正文中选取文字，再按此处"))
        self.to_selection.clicked.connect(self.attach_to_selection_requested)
        self._layout.addWidget(self._said)
        self._layout.addWidget(self.to_selection)

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Offer these places."""
        if self._candidates is not None:
            self._candidates.hide()
            self._candidates.deleteLater()
        found = self.tr("正文已变，找不到这处批注。可能在：")
        self._said.setText(found if candidates else self.tr("正文已变，找不到这处批注，也没有相近的文字。"))
        self._candidates = self._build(candidates[:_MOST]) if candidates else None
        if self._candidates is not None:
            self._layout.insertWidget(1, self._candidates)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons that attach, one a candidate."""
        if self._candidates is None:
            return []
        return [b for b in self._candidates.findChildren(QToolButton) if b.objectName() == "attach"]

    def _build(self, candidates: Sequence[Candidate]) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, candidate in enumerate(candidates):
            look = _ExcerptButton(candidate, box)
            look.setToolTip(tooltip(candidate.label, candidate.excerpt))
            look.clicked.connect(lambda _=False, span=candidate.span: self.look_requested.emit(span))
            attach = QToolButton(box)
            attach.setObjectName("attach")
            attach.setText(self.tr("定位到此"))
            attach.clicked.connect(lambda _=False, span=candidate.span: self.attach_requested.emit(span))
            grid.addWidget(look, row, 0)
            grid.addWidget(attach, row, 1)
        return box


class _ExcerptButton(QAbstractButton):
    """Shows as much of a candidate's words as there is room for."""

    def __init__(self, candidate: Candidate, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = named(candidate.label, candidate.excerpt[:_EXCERPT].replace("\n", " "))
        self.setAccessibleName(self._text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = QFont(self.font())
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        text = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
