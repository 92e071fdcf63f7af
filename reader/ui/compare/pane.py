"""One side of a comparison: its head line, its tree on demand, its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from reader.ui.reading.receipt import date_text
from reader.ui.reading.view import ReadingView
from reader.ui.widgets.elided import ElidedLabel
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.settings import Settings
    from reader.ui.outline.panel import OutlinePanel

_TREE_WIDTH = 220  # px
_FACTS_FROM = 400  # px of width, from which there is room for more than the title


class ComparePane(QWidget):
    """Shows one of the two documents; it has a workspace of its own, so that its tree follows its own paper."""

    activated = Signal()  # the user works in this pane

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = Workspace(settings, self)
        self._outline: OutlinePanel | None = None
        self.view = ReadingView(self)
        self.view.tints_on_map = False  # the map of the whole comparison shows them
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._build_head())
        box.addWidget(self._split, 1)
        self.view.section_entered.connect(self._workspace.enter_section)
        self.view.paper.focused.connect(self.activated)
        self.set_settings(settings)

    @property
    def document(self) -> OpenDocument | None:
        return self.view.document

    def show_document(self, document: OpenDocument, placements: Sequence[Placement]) -> None:
        """Open a document on this side."""
        self._tell(document, placements)
        self.view.show_document(document, placements)

    def take_units(self, document: OpenDocument, placements: Sequence[Placement]) -> None:
        """Take the document that is shown with other units or another title: its text is the same."""
        self._tell(document, placements)
        self.view.take_units(document)

    def _tell(self, document: OpenDocument, placements: Sequence[Placement]) -> None:
        self._title.setText(document.entry.title)
        self._facts.setText(head_facts(document))
        self._workspace.show(document, tuple(placements))

    @property
    def name(self) -> str:
        """What the head line calls the document."""
        return self._title.text()

    def set_name(self, name: str) -> None:
        """Write something else than the title into the head line."""
        self._title.setText(name)

    def set_differences(self, marks: Mapping[int, str]) -> None:
        """Show in this side's own tree what the comparison says of its sections."""
        if self.document is not None:
            self._workspace.set_differences(self.document.entry.number, marks)

    def set_placements(self, placements: Sequence[Placement]) -> None:
        self._workspace.set_placements(tuple(placements))
        self.view.set_placements(placements)

    def set_settings(self, settings: Settings) -> None:
        """Take theme, size, measure and script as the user chose them."""
        self._workspace.set_settings(settings)
        self.view.set_theme(self._workspace.theme)
        self.view.set_font_size(settings.font_size)
        self.view.set_measure(settings.measure, settings.line_height)
        self.view.set_script(settings.script)

    def set_tree_shown(self, shown: bool) -> None:
        """Show or hide this side's own section tree."""
        if shown and self._outline is None:
            from reader.ui.outline.panel import OutlinePanel

            self._outline = OutlinePanel(self._workspace, self)
            self._outline.section_requested.connect(self.view.jump_to)
            self._split.insertWidget(0, self._outline)
            self._split.setSizes([_TREE_WIDTH, max(1, self.width() - _TREE_WIDTH)])
            self._split.setStretchFactor(1, 1)
        if self._outline is not None:
            self._outline.setVisible(shown)
        self.tree_button.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._facts.setVisible(self.width() >= _FACTS_FROM)

    def _build_head(self) -> QWidget:
        head = QWidget(self)
        head.setObjectName("headBar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel(head)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._facts = QLabel(head)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setObjectName("secondary")
        self.tree_button = QToolButton(head)
        self.tree_button.setText(self.tr("目录"))
        self.tree_button.setCheckable(True)
        self.tree_button.toggled.connect(self.set_tree_shown)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self.tree_button)
        row.addWidget(self._title, 1)
        row.addWidget(self._facts)
        return head


def head_facts(document: OpenDocument) -> str:
    """Return what stands at the right of the head line: number or date, how many clauses."""
    front = document.front
    clauses = QCoreApplication.translate("compare", "{0}项").format(len(document.outline.sections) - 1)
    name = front.doc_number or (date_text(front.issued_on) if front.issued_on else None)
    return " · ".join(part for part in (name, clauses) if part)
