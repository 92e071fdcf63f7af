"""Pages of a document, one under the other, with their comments beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.ui.export.pages.comment_boxes import CommentBox, comment_boxes
from reader.ui.export.pages.painting import paint_page
from reader.ui.export.pages.setting import Pages, SetPage, paper_size, text_top

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.export.pages.paper import Paper
    from reader.ui.theme import Theme

_SHOWN = 3  # pages of a preview
_KEPT = 8  # pictures of pages
_GAP, _EDGE = 12, 8  # px between two sheets, and beside them
_STRIP = 0.36  # of the width of a sheet, for comments
_WIDEST = 680  # px of a sheet
_PAPER = "#ffffff"


class PageView(QAbstractScrollArea):
    """Sheets as wide as there is room for; painted are only those in sight."""

    turned = Signal(int)  # the place of the sheet in the middle, from 1

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paper: Paper | None = None
        self.pages: list[SetPage] = []
        self.total = 0  # pages, of what is known of the document
        self._pictures: dict[int, QPixmap] = {}
        self._whole = False
        self.setAccessibleName(self.tr("预览"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.turned.emit(self.here))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def set_paper(self, paper: Paper | None) -> None:
        """Show the first pages of a document, or the first with marks where none of those has any.

        The place is kept: a choice mostly changes little.
        """
        every = [] if paper is None else list(Pages(paper))
        self._show(paper, _telling(every), len(every))

    def set_pages(self, paper: Paper, pages: Sequence[SetPage]) -> None:
        """Show all pages of a document, which are set already. The place is kept."""
        self._show(paper, list(pages), len(pages))

    @property
    def here(self) -> int:
        """The place of the sheet in the middle of what is in sight, from 1; 0 where there is none."""
        if not self.pages:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return min(len(self.pages), 1 + int(middle // self._step()))

    def turn_to(self, place: int) -> None:
        """Bring the top of a sheet into sight."""
        self.verticalScrollBar().setValue((place - 1) * self._step())

    def show_whole(self, *, whole: bool) -> None:
        """Let a whole sheet be in sight, or its width; the sheet stays."""
        here = self.here
        self._whole = whole
        self._arrange_anew()
        if here:
            self.turn_to(here)

    def text(self) -> str:
        """Return what is shown, line by line."""
        return "\n".join(line.text for page in self.pages for line, _ in page.lines)

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        seen = set()
        for number, page in enumerate(self.pages):
            sheet = self._sheet(number)
            if sheet.bottom() >= event.rect().top() and sheet.top() <= event.rect().bottom():
                self._paint_sheet(painter, sheet, page)
                seen.add(page.number)
        if len(self._pictures) > _KEPT:
            self._pictures = {number: picture for number, picture in self._pictures.items() if number in seen}

    def _show(self, paper: Paper | None, pages: list[SetPage], total: int) -> None:
        self._paper, self.pages, self.total = paper, pages, total
        self._arrange_anew()

    def _paint_sheet(self, painter: QPainter, sheet: QRect, page: SetPage) -> None:
        painter.drawPixmap(sheet.topLeft(), self._picture(page, sheet.size()))
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(sheet).adjusted(0.5, 0.5, -0.5, -0.5))
        if self._paper is not None and page.comments:
            strip = QRectF(sheet.right() + _EDGE, sheet.top(), self._strip(), sheet.height())
            top = text_top(self._paper.page) * self._scale()
            said = [(sheet.top() + top + y * self._scale(), self._paper.comments[n]) for y, n in page.comments]
            for box in comment_boxes(said, strip, self.font()):
                self._paint_comment(painter, sheet, box)

    def _paint_comment(self, painter: QPainter, sheet: QRect, box: CommentBox) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.faint), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(sheet.right() + 1, box.anchor, box.rect.left(), box.rect.top() + 8))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(box.rect, 4, 4)
        painter.setFont(box.font)
        for number, line in enumerate(box.lines):
            painter.setPen(QColor(theme.secondary if number == 0 and box.headed else theme.ink))
            painter.drawText(QPointF(box.rect.left() + 6, box.first + number * box.pitch), line)

    def _picture(self, page: SetPage, size: QSize) -> QPixmap:
        if page.number not in self._pictures:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(_PAPER))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale(), self._scale())
            assert self._paper is not None
            paint_page(painter, self._paper, page, self.total if self._paper.whole else None)
            painter.end()
            self._pictures[page.number] = picture
        return self._pictures[page.number]

    def _sheet(self, number: int) -> QRect:
        """Return where a sheet lies in the viewport."""
        assert self._paper is not None
        width, height = (round(side * self._scale()) for side in paper_size(self._paper.page))
        left = max(_EDGE, round((self.viewport().width() - width - self._strip()) / 2))
        return QRect(left, _GAP + number * self._step() - self.verticalScrollBar().value(), width, height)

    def _step(self) -> int:
        """Return how far the top of a sheet lies above that of the next."""
        assert self._paper is not None
        return round(paper_size(self._paper.page)[1] * self._scale()) + _GAP

    def _scale(self) -> float:
        """Return how many px a unit is."""
        assert self._paper is not None
        room = self.viewport().width() - 2 * _EDGE
        wide, high = paper_size(self._paper.page)
        scale = max(40, min(_WIDEST, room / (1 + _STRIP) if self._commented() else room)) / wide
        return min(scale, max(40, self.viewport().height() - 2 * _GAP) / high) if self._whole else scale

    def _strip(self) -> float:
        """Return the width that the comments take beside a sheet."""
        if self._paper is None or not self._commented():
            return 0.0
        return paper_size(self._paper.page)[0] * self._scale() * _STRIP - _EDGE

    def _commented(self) -> bool:
        return any(page.comments for page in self.pages)

    def _arrange_anew(self) -> None:
        self._pictures.clear()
        self._arrange()
        self.viewport().update()

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        if self._paper is None:
            bar.setRange(0, 0)
            return
        whole = _GAP + len(self.pages) * self._step()
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(24)


def _telling(pages: list[SetPage]) -> list[SetPage]:
    """Return the first page and two more: those that follow, or those with the first marks."""
    following = pages[1:_SHOWN]
    marked = [] if any(page.marked for page in pages[:_SHOWN]) else [page for page in pages if page.marked]
    return pages[:1] + (marked[: _SHOWN - 1] or following)
