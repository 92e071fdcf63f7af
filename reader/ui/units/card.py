"""The card of the clause in view: who is responsible here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.ui.theme import RADIUS, Theme
from reader.ui.units.chip import UnitChip
from reader.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from reader.ui.units.rows import Duty


@dataclass(frozen=True)
class CardText:
    """What the card says: path, heading, the duties, and a remark where they are not the clause's own or missing."""

    path: str
    heading: str
    duties: tuple[Duty, ...] = ()
    remark: str = ""


class ClauseCard(QFrame):
    """Path, heading and the units as chips; pressing a chip leads to the name in the text."""

    mention_chosen = Signal(object)  # Mention
    mention_hovered = Signal(object)  # Mention or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text: CardText | None = None
        self._duties: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 12, 14, 12)
        self._layout.setSpacing(4)
        self._path = _label(self, "secondary")
        self._heading = _label(self)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._remark = _label(self, "secondary")
        for label in (self._path, self._heading, self._remark):
            self._layout.addWidget(label)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        text, self._text = self._text, None
        if text is not None:
            self.set_text(text)
        self.update()

    def set_text(self, text: CardText) -> None:
        """Show another clause."""
        if text == self._text:
            return
        self._text = text
        for label, said in ((self._path, text.path), (self._heading, text.heading), (self._remark, text.remark)):
            label.setText(said)
            label.setVisible(bool(said))
        if self._duties is not None:
            self._duties.hide()
            self._duties.deleteLater()
            self.mention_hovered.emit(None)
        self._duties = self._build_duties(text.duties) if text.duties else None
        if self._duties is not None:
            self._layout.addWidget(self._duties)
            self._duties.show()

    def chips(self) -> list[UnitChip]:
        return self._duties.findChildren(UnitChip) if self._duties is not None else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(QColor(self._theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _build_duties(self, duties: tuple[Duty, ...]) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(4)
        for duty in duties:
            layout.addWidget(_label(box, "secondary", duty.role))
            layout.addLayout(self._chips(box, duty))
            for mention in duty.mentions:
                if mention.restored:
                    said = self.tr("{0}：据名录还原，原文作“{1}”").format(mention.name, mention.raw)
                    layout.addWidget(_label(box, "warning", said))
        return box

    def _chips(self, box: QWidget, duty: Duty) -> FlowLayout:
        flow = FlowLayout(spacing=6)
        for mention in duty.mentions:
            chip = UnitChip(mention, self._theme, box)
            chip.clicked.connect(lambda _=False, one=mention: self.mention_chosen.emit(one))
            chip.hovered.connect(self.mention_hovered)
            flow.addWidget(chip)
        if duty.open_ended:
            open_end = _label(box, "secondary", self.tr("等"))
            open_end.setToolTip(self.tr("原文以“等”收尾，名单未列全"))
            open_end.setWordWrap(False)
            flow.addWidget(open_end)
        return flow


def _label(parent: QWidget, name: str = "", text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if name:
        label.setObjectName(name)
    return label
