"""Which notes of a document leave, in which order, and what is said of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from reader.export.choices import BY_COLOUR, BY_TEXT, BY_TIME, INTERNAL, NoteChoice
from reader.ui.export.chips import Chips
from reader.ui.export.fields import Segments, named_column, named_row
from reader.ui.export.parts import part_choices
from reader.ui.export.wanted import NOTES
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.ui.theme import Theme

_ORDERS = (BY_TEXT, BY_COLOUR, BY_TIME)
_SHORT = 1


class NoteChoices(QWidget):
    """Every choice is seen in the preview at once; nothing is offered that makes no difference."""

    changed = Signal()

    def __init__(
        self,
        document: OpenDocument,
        placements: Sequence[Placement],
        section: int | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.part = QComboBox(self)
        self.part.setAccessibleName(self.tr("范围"))
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for choice in part_choices(document.outline, placements, section):
            self.part.addItem(choice.text, choice.sections)
            self.part.setItemData(self.part.count() - 1, tooltip(choice.text), Qt.ItemDataRole.ToolTipRole)
        colours = Counter(placement.annotation.colour for placement in placements)
        named = [colour for colour in theme.marks if colour in colours]
        self.colours = Chips(
            [(colour, colours[colour]) for colour in (*named, *(c for c in colours if c not in named))],
            self,
            theme=theme,
        )
        tags = Counter(tag for placement in placements for tag in placement.annotation.tags)
        self.tags = Chips(sorted(tags.items(), key=lambda one: (-one[1], one[0])), self)
        self.tags.setToolTip(self.tr("都不选，就不按标签挑选；选了几个，带其中任何一个的都列出"))
        self.noted = QCheckBox(self.tr("只要写了批注的"), self)
        self.units = QCheckBox(self.tr("列出责任单位"), self)
        self.units.setChecked(True)
        self.order = Segments((self.tr("按条款"), self.tr("按颜色"), self.tr("按时间")), self)
        self.form = Segments((self.tr("全称"), self.tr("简称")), self)
        self.form.button(0).setToolTip(self.tr("首次出现写标题全称和文号，之后从简"))
        self.form.button(_SHORT).setToolTip(self.tr("一律用文号或简称"))
        self.outward = QCheckBox(self.tr("对外稿"), self)
        self.outward.setToolTip(self.tr("送其他单位的：不写批注人、批注时间和标签，标了“内部”的批注不列出"))
        self._internal = tags[INTERNAL]
        self._about_outward = QLabel(self)
        self._about_outward.setObjectName("secondary")
        self._about_outward.setWordWrap(True)
        self._build()
        self._connect()
        self._tell_outward()

    def choice(self) -> NoteChoice:
        """Return what is chosen."""
        colours, tags = self.colours.chosen(), self.tags.chosen()
        return NoteChoice(
            colours=None if colours == self.colours.all() else colours,
            tags=tags or None,
            only_noted=self.noted.isChecked(),
            sections=self.part.currentData(),
            order=_ORDERS[self.order.chosen()],
            outward=self.outward.isChecked(),
            form="short" if self.form.chosen() == _SHORT else "full",
            units=self.units.isChecked(),
        )

    def begin_with(self, choice: NoteChoice) -> None:
        """Take over what is chosen of any document alike."""
        self.noted.setChecked(choice.only_noted)
        self.order.button(_ORDERS.index(choice.order)).setChecked(True)
        self.form.button(_SHORT if choice.form == "short" else 0).setChecked(True)
        self.units.setChecked(choice.units)
        self.outward.setChecked(choice.outward)

    def show_for(self, kind: str) -> None:
        """Offer what makes a difference to a kind."""
        for widget in self._only_notes:
            widget.setVisible(kind == NOTES)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(named_row(self.tr("范围"), self.part, self))
        column.addWidget(named_column(self.tr("颜色"), self.colours, self))
        if self.tags.all():
            column.addWidget(named_column(self.tr("标签"), self.tags, self))
        else:
            self.tags.hide()
        column.addWidget(self.noted)
        column.addWidget(self.units)
        self._only_notes = [
            named_row(self.tr("次序"), self.order, self),
            named_row(self.tr("出处"), self.form, self),
            self.units,
        ]
        for row in self._only_notes[:2]:
            column.addWidget(row)
        column.addWidget(self.outward)
        column.addWidget(self._about_outward)
        column.addStretch(1)

    def _connect(self) -> None:
        self.part.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for chips in (self.colours, self.tags):
            chips.chosen_changed.connect(self.changed)
        for segments in (self.order, self.form):
            segments.chosen_changed.connect(lambda _number: self.changed.emit())
        for box in (self.noted, self.units, self.outward):
            box.toggled.connect(lambda _on: self.changed.emit())
        self.outward.toggled.connect(lambda _on: self._tell_outward())

    def _tell_outward(self) -> None:
        said = self.tr("不写批注人、时间和标签")
        if self._internal:
            said += self.tr("，略去标“内部”的 {0} 条").format(self._internal)
        self._about_outward.setText(said)
        self._about_outward.setContentsMargins(22, 0, 0, 0)
