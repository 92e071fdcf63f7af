"""The card of the clause in view: who is responsible here, by when, and how much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.theme import RADIUS, Theme
from reader.ui.units.chip import UnitChip
from reader.ui.units.text_link import TextLink
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text.spans import Span
    from reader.ui.units.card_text import CardLine, CardText, ChipText, Found, Gone
    from reader.ui.units.rows import Mention


class ClauseCard(QFrame):
    """Path, heading, the units as chips, deadlines and quantities; pressing one leads to its place in the text."""

    mention_chosen = Signal(object)  # Mention
    mention_hovered = Signal(object)  # Mention or None
    span_chosen = Signal(object)  # Span
    span_hovered = Signal(object)  # Span or None
    edit_requested = Signal(object)  # Mention
    remove_requested = Signal(object)  # Mention
    menu_requested = Signal(object, object)  # Mention, global position
    add_requested = Signal(int)  # section
    lead_requested = Signal(object)  # the mentions that are to lead
    restore_requested = Signal(object)  # Correction
    counterpart_requested = Signal(object)  # Mention of the unit that one of the office's list answers to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text: CardText | None = None
        self._body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 8, 14, 12)
        self._layout.setSpacing(4)
        self._path = _label(self, "secondary")
        self._heading = _label(self)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._remark = _label(self, "secondary")
        self.add_button = QToolButton(self)
        self.add_button.setText(self.tr("添加…"))
        self.add_button.setToolTip(self.tr("为本条添加责任单位"))
        self.add_button.clicked.connect(self._add)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._path, 1)
        head.addWidget(self.add_button)
        self._layout.addLayout(head)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._remark)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        text, self._text = self._text, None
        if text is not None:
            self.set_text(text)
        self.update()

    def set_text(self, text: CardText) -> None:
        """Show another clause, or the same one as it is now."""
        if text == self._text:
            return
        self._text = text
        for label, said in ((self._path, text.path), (self._heading, text.heading), (self._remark, text.remark)):
            label.setText(said)
            label.setVisible(bool(said))
        self._path.show()  # it holds the button to the right
        self.add_button.setVisible(text.section is not None)
        focused = self._focused()
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self.mention_hovered.emit(None)
        self._body = self._build_body(text)
        self._layout.addWidget(self._body)
        self._body.show()
        self._focus(focused)

    def chips(self) -> list[UnitChip]:
        return self._body.findChildren(UnitChip) if self._body is not None else []

    def links(self) -> list[TextLink]:
        return self._body.findChildren(TextLink) if self._body is not None else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(QColor(self._theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _focused(self) -> int | None:
        """Return which chip has the keyboard; the first where other words below the head have it."""
        held = QApplication.focusWidget()
        if self._body is None or held is None or not self._body.isAncestorOf(held):
            return None
        return next((i for i, chip in enumerate(self.chips()) if chip is held), 0)

    def _focus(self, number: int | None) -> None:
        """Keep the keyboard among the chips: the one after a chip that was taken away."""
        chips = self.chips()
        if number is not None:
            (chips[min(number, len(chips) - 1)] if chips else self.add_button).setFocus()

    def _add(self) -> None:
        if self._text is not None and self._text.section is not None:
            self.add_requested.emit(self._text.section)

    def _build_body(self, text: CardText) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(4)
        for line in text.lines:
            self._add_line(layout, box, line)
        for said, span in text.notes:
            layout.addWidget(self._link(box, said, span, wraps=True, quiet=True))
        if text.counterparts:
            shown = [self._counterpart(box, name, mention) for name, mention in text.counterparts]
            layout.addLayout(self._row(box, self.tr("对口"), shown))
        if text.gone:
            layout.addLayout(self._row(box, self.tr("已移出"), [self._gone(box, one) for one in text.gone]))
        if text.deadlines is not None:
            layout.addLayout(self._facts(box, self.tr("时限"), text.deadlines))
        if text.targets.shown:
            layout.addLayout(self._facts(box, self.tr("指标"), text.targets))
        return box

    def _add_line(self, layout: QVBoxLayout, box: QWidget, line: CardLine) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        role = _label(box, "secondary", line.role)
        role.setWordWrap(False)
        head.addWidget(role)
        if line.covers is not None:
            head.addWidget(self._link(box, *line.covers, quiet=True), 1)
        elif line.by_custom:
            head.addStretch(1)
            head.addWidget(self._offer(box, line))
        layout.addLayout(head)
        for number, group in enumerate(line.groups):
            layout.addLayout(self._chips(box, group, line.open_ended and number == len(line.groups) - 1))
        if line.covers is not None and line.by_custom:
            layout.addWidget(self._offer(box, line), 0, Qt.AlignmentFlag.AlignRight)
        for chip in (chip for group in line.groups for chip in group if chip.mention.restored):
            said = self.tr("{0}：据名录还原，原文作“{1}”").format(chip.mention.name, chip.mention.raw)
            layout.addWidget(_label(box, "warning", said))

    def _offer(self, box: QWidget, line: CardLine) -> TextLink:
        names = "、".join(mention.name for mention in line.by_custom)
        offer = TextLink(self.tr("首位列为牵头（惯例，待核）"), None, self._theme, box, quiet=True)
        said = self.tr("原文没有写明由谁牵头。核实后点这里，把{0}改为牵头单位，记为人工更正，可撤销。")
        offer.setToolTip(tooltip(said.format(names)))
        offer.clicked.connect(partial(_without_checked, self.lead_requested.emit, line.by_custom))
        return offer

    def _chips(self, box: QWidget, group: Iterable[ChipText], open_ended: bool) -> FlowLayout:
        flow = FlowLayout(spacing=6)
        for text in group:
            chip = UnitChip(text, self._theme, box)
            chip.clicked.connect(partial(_without_checked, self.mention_chosen.emit, text.mention))
            for mine, its in (
                (self.mention_hovered, chip.hovered),
                (self.edit_requested, chip.edit_requested),
                (self.remove_requested, chip.remove_requested),
                (self.menu_requested, chip.menu_requested),
            ):
                its.connect(mine)
            flow.addWidget(chip)
        if open_ended:
            open_end = _label(box, "secondary", self.tr("等"))
            open_end.setToolTip(self.tr("原文以“等”收尾，名单未列全"))
            open_end.setWordWrap(False)
            flow.addWidget(open_end)
        return flow

    def _facts(self, box: QWidget, name: str, found: Found) -> QHBoxLayout:
        shown: list[QWidget] = [self._link(box, said, span) for said, span in found.shown]
        if found.more or not shown:
            said = self.tr("等，另有{0}处").format(found.more) if shown else self.tr("未写明")
            rest = _label(box, "secondary", said)
            rest.setWordWrap(False)
            shown.append(rest)
        return self._row(box, name, shown)

    def _gone(self, box: QWidget, one: Gone) -> TextLink:
        link = TextLink(one.shown, None, self._theme, box, quiet=True, struck=True)
        link.setToolTip(self.tr("人工更正：已不在本条。点这里恢复原读法，可撤销。"))
        link.clicked.connect(partial(_without_checked, self.restore_requested.emit, one.correction))
        return link

    def _counterpart(self, box: QWidget, name: str, mention: Mention) -> TextLink:
        link = TextLink(self.tr("{0}（据名录，待核）").format(name), None, self._theme, box, quiet=True)
        said = self.tr("名录中{0}的对口单位。点这里添加到本条，记为人工更正，可撤销。").format(mention.name)
        link.setToolTip(tooltip(said))
        link.clicked.connect(lambda: self.counterpart_requested.emit(mention))
        return link

    def _row(self, box: QWidget, name: str, shown: Iterable[QWidget]) -> QHBoxLayout:
        label = _label(box, "secondary", name)
        label.setWordWrap(False)
        flow = FlowLayout(spacing=10)
        for widget in shown:
            flow.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(flow, 1)
        return row

    def _link(self, box: QWidget, said: str, span: Span, *, wraps: bool = False, quiet: bool = False) -> TextLink:
        link = TextLink(said, span, self._theme, box, wraps=wraps, quiet=quiet)
        link.chosen.connect(self.span_chosen)
        link.hovered.connect(self.span_hovered)
        return link


def _label(parent: QWidget, name: str = "", text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumHeight(label.fontMetrics().height() + 4)  # that of a link, so that they stand in one line
    if name:
        label.setObjectName(name)
    return label


def _without_checked(emit: object, value: object, _checked: bool = False) -> None:
    """Hand on a value only: ``clicked`` would hand over one thing more."""
    emit(value)  # type: ignore[operator]
