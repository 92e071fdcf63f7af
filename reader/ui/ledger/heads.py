"""The frozen heads of the matrix: units down the side, documents along the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from reader.ui.ledger.model import MatrixModel, row_words
from reader.ui.ledger.painting import counts_width, paint_counts, small
from reader.ui.ledger.words import counts_text
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.ledger.matrix import Row
    from reader.ui.theme import Theme
    from reader.units.assignment import Duty

ROW, COLUMN, UNITS, DOCUMENTS = 30, 132, 320, 108  # px
_SIDE, _BAR, _TITLE_LINES, _LEAST = 8, 3, 3, 36


class UnitHead(QHeaderView):
    """Name and total of each unit; above each group the place."""

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme = theme
        self._model = model
        self._own = self.tr("本单位")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW)
        self.setSectionsClickable(True)
        self.here = -1

    def sizeHint(self) -> QSize:
        return QSize(UNITS, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        row = self._model.unit_row(section)
        if row is None:
            return
        painter.save()
        here = section == self.here
        painter.fillRect(rect, QColor(self.theme.selection if here else self.theme.panel))
        if here:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(self.theme.red))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row.unit is None:
            self._paint_group(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), row)
        else:
            painter.drawLine(rect.topRight(), rect.bottomRight())
            self._paint_unit(painter, rect.adjusted(_SIDE + 12, 0, -_SIDE, 0), row)
        painter.restore()

    def _paint_group(self, painter: QPainter, inner: QRect, row: Row) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink))
        text = painter.fontMetrics().elidedText(row_words(row)[0], Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_unit(self, painter: QPainter, inner: QRect, row: Row) -> None:
        assert row.unit is not None
        total = small(self.font())
        room = min(inner.width() // 2, counts_width(row.counts, total))
        paint_counts(painter, inner.adjusted(inner.width() - room, 0, 0, 0), row.counts, total, self.theme)
        inner = inner.adjusted(0, 0, -room - _SIDE, 0)
        if row.own:
            inner = self._paint_tag(painter, inner)
        painter.setFont(self.font())
        painter.setPen(QColor(self.theme.ink))
        text = painter.fontMetrics().elidedText(row.unit.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        inner = inner.adjusted(painter.fontMetrics().horizontalAdvance(text) + _SIDE, 0, 0, 0)
        if row.aside and inner.width() > _LEAST:
            painter.setFont(total)
            painter.setPen(QColor(self.theme.secondary))
            aside = painter.fontMetrics().elidedText(row.aside, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, aside)

    def _paint_tag(self, painter: QPainter, inner: QRect) -> QRect:
        """Paint 本单位 before the name; return what is left for it."""
        painter.setFont(small(self.font()))
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(self._own) + 10, metrics.height() + 2
        box = QRectF(inner.left(), inner.center().y() - height / 2 + 0.5, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.red_ground))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(self.theme.red))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._own)
        return inner.adjusted(width + 6, 0, 0, 0)


class Corner(QWidget):
    """What all of it adds up to, where the heads meet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines: tuple[str, ...] = ()
        self._counts: Mapping[Duty, int] = {}

    def show_total(self, words: str, counts: Mapping[Duty, int]) -> None:
        self._lines, self._counts = (words, self.tr("合计")), counts
        self.setAccessibleName("，".join((*self._lines, counts_text(counts))))
        self.update()

    def text(self) -> str:
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self.theme, QPainter(self), self.rect().adjusted(0, 0, -1, -1)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner, font = rect.adjusted(_SIDE, 0, -_SIDE, -4), small(self.font())
        painter.setFont(font)
        painter.setPen(QColor(theme.secondary))
        height = painter.fontMetrics().height()
        foot = QRect(inner.left(), inner.bottom() - height, inner.width(), height)
        for number, line in enumerate(self._lines):
            at = foot.translated(0, (number + 1 - len(self._lines)) * (height + 2))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, line)
        room = min(
            foot.width() - painter.fontMetrics().horizontalAdvance("  ".join(self._lines[1:])),
            counts_width(self._counts, font),
        )
        paint_counts(painter, foot.adjusted(foot.width() - room, 0, 0, 0), self._counts, font, theme)


class DocumentHead(QHeaderView):
    """Title, number and total of each document."""

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(COLUMN)
        self.setSectionsClickable(True)
        self.here = -1

    def sizeHint(self) -> QSize:
        return QSize(0, DOCUMENTS)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        document = self._model.document(section)
        if document is None:
            return
        painter.save()
        here = section == self.here
        painter.fillRect(rect, QColor(self.theme.selection if here else self.theme.panel))
        if here:
            painter.fillRect(QRect(rect.left(), rect.bottom() - _BAR + 1, rect.width(), _BAR), QColor(self.theme.red))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_SIDE, 6, -_SIDE, -4)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        y = inner.top()
        for line in wrapped(document.title, inner.width(), _TITLE_LINES, metrics):
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
            y += metrics.height()
        font = small(self.font())
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        metrics = painter.fontMetrics()
        bottom = QRect(inner.left(), inner.bottom() - metrics.height(), inner.width(), metrics.height())
        # Two names of files differ where they begin or where they end.
        mode = Qt.TextElideMode.ElideLeft if document.number in self._model.apart else Qt.TextElideMode.ElideRight
        text = metrics.elidedText(self._model.document_line(document), mode, inner.width())
        painter.drawText(bottom.translated(0, -metrics.height() - 1), Qt.AlignmentFlag.AlignVCenter, text)
        paint_counts(painter, bottom, self._model.matrix.totals[document.number], font, self.theme)
        painter.restore()
