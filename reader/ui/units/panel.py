"""The panel 责任单位: the clause in view, then all of them by clause or by unit, and what is left open."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal

from reader.ui.panel import Panel
from reader.ui.units.background import Background
from reader.ui.units.card import ClauseCard
from reader.ui.units.card_area import CardArea
from reader.ui.units.card_text import CardWriter
from reader.ui.units.correcting import LEAD, Correcting
from reader.ui.units.gap_rows import GapRow
from reader.ui.units.listing import Listing
from reader.ui.units.lists import UnitLists

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.text.spans import Span
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations
    from reader.ui.units.editing import Editing
    from reader.ui.units.editor import UnitEditor
    from reader.ui.units.menu import UnitMenu
    from reader.ui.units.model import Row
    from reader.ui.units.rows import Mention
    from reader.ui.workspace import Workspace

_AROUND = 40  # px of margins and gaps
_LIST = 110  # px that the list keeps, whatever else is open


class UnitsPanel(Panel):
    """Who is responsible for what; a click leads into the text, and what was read wrong is corrected here."""

    span_requested = Signal(object)  # Span of the reading text
    section_requested = Signal(int)
    span_hovered = Signal(object)  # Span, or None
    spans_hovered = Signal(object)  # tuple of Spans: all places of a unit
    text_requested = Signal()  # the keyboard goes back to the text

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, operations: Operations, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("UnitsPanel", "责任单位"), parent)
        self._workspace = workspace
        self._number: int | None = None
        self._own_units = workspace.own_units
        self._writer: CardWriter | None = None
        self.background = Background(workspace, jobs, self)
        self.listing = Listing(None, (), self.background.facts)
        self._build()
        self.correcting = Correcting(operations, self.background, self)
        self._connect()
        self._document_opened()

    @cached_property
    def editor(self) -> UnitEditor:
        """The editor of one unit, at the foot; most documents are only read, so it is built when it is first asked for."""
        from reader.ui.units.editor import UnitEditor

        editor = UnitEditor(self._workspace.theme, self.content)
        editor.left.connect(self.take_focus)
        editor.resized.connect(self.card_area.fit)
        self._workspace.theme_changed.connect(editor.set_theme)
        self.layout_.addWidget(editor)
        return editor

    @cached_property
    def editing(self) -> Editing:
        """What the editor is about."""
        from reader.ui.units.editing import Editing

        editing = Editing(self.correcting, self.editor)
        editing.text_done.connect(self.text_requested)
        return editing

    def show_section(self, section: int) -> None:
        """Bring the clauses of a section to the top of the list."""
        if self._workspace.document is not None:
            self.lists.show_below(self._workspace.document.outline.sections[section])

    def correct_here(self) -> None:
        """Begin to correct the units of the clause in view: in the editor where it is clear which, else on its chips."""
        chips = self.card.chips()
        if len(chips) == 1:
            self.correcting.edit(chips[0].mention)
        elif chips:
            chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.correcting.add(self._workspace.section or 0)

    def add_unit(self, span: Span) -> None:
        """Begin to make selected words a unit; where they are one already, to correct it."""
        document = self._workspace.document
        if document is None:
            return
        mention = self.correcting.mention_at(span)
        if mention is not None:
            self.correcting.edit(mention)
        else:
            self.correcting.add(document.outline.at(span.start).number, span)

    def take_focus(self) -> None:
        self.lists.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        if "editor" in self.__dict__:
            self.editor.flush()

    def context_menu(self, row: Row | None, mention: Mention | None) -> UnitMenu:
        """Return the menu of a row, or of a unit in it."""
        from reader.ui.units.menu import UnitMenu

        return UnitMenu(self.correcting, row, mention, lambda: self._go_to(row, mention), self)

    def _build(self) -> None:
        theme = self._workspace.theme
        self.card = ClauseCard(theme)
        self.lists = UnitLists(theme, self.listing, self.content)
        self.card_area = CardArea(self.card, self._room_of_card, self.content)
        self.layout_.addWidget(self.card_area)
        self.layout_.addWidget(self.lists, 1)
        self.layout_.setContentsMargins(12, 12, 12, 12)
        self.set_empty_text(self.tr("打开一份文件，这里显示各条的责任单位。"))

    def _connect(self) -> None:
        card, view, correcting = self.card, self.lists.view, self.correcting
        self.lists.copy.clicked.connect(lambda: self.lists.copy_names(self.background.roster))
        view.section_chosen.connect(self.section_requested)
        view.span_chosen.connect(self.span_requested)
        view.spans_hovered.connect(self._spans_hovered)
        view.menu_requested.connect(self._show_menu)
        view.add_requested.connect(correcting.add)
        card.mention_chosen.connect(lambda mention: self.span_requested.emit(mention.span))
        card.mention_hovered.connect(lambda mention: self._spans_hovered((mention.span,) if mention else ()))
        card.span_chosen.connect(self.span_requested)
        card.span_hovered.connect(self.span_hovered)
        card.menu_requested.connect(lambda mention, at: self._show_menu(None, mention, at))
        card.add_requested.connect(correcting.add)
        card.lead_requested.connect(lambda mentions: correcting.set_role(mentions, LEAD))
        card.restore_requested.connect(lambda correction: correcting.restore((correction,)))
        card.counterpart_requested.connect(correcting.add_counterpart)
        for source in (card, view):
            source.edit_requested.connect(correcting.edit)
            source.remove_requested.connect(correcting.remove)
        correcting.edit_requested.connect(lambda mention, clause: self.editing.edit(mention, clause))
        correcting.add_requested.connect(lambda section, span: self.editing.add(section, span))
        self.background.facts_changed.connect(self._facts_changed)
        workspace = self._workspace
        workspace.document_opened.connect(self._document_opened)
        workspace.document_closed.connect(self._document_opened)
        workspace.section_entered.connect(self._show_here)
        workspace.settings_changed.connect(self._settings_changed)
        for widget in (view, card):
            workspace.theme_changed.connect(widget.set_theme)

    def _show_menu(self, row: Row | None, mention: Mention | None, at: QPoint) -> None:
        menu = self.context_menu(row, mention)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _go_to(self, row: Row | None, mention: Mention | None) -> None:
        if mention is not None:
            self.span_requested.emit(mention.span)
        elif isinstance(row, GapRow):
            self.span_requested.emit(row.span)
        elif (section := getattr(row, "section", None)) is not None:
            self.section_requested.emit(section)

    def _spans_hovered(self, spans: tuple[Span, ...]) -> None:
        if len(spans) > 1:
            self.spans_hovered.emit(spans)
        else:
            self.span_hovered.emit(spans[0] if spans else None)

    def _document_opened(self) -> None:
        document = self._workspace.document
        number = document.entry.number if document is not None else None
        anew, self._number = number != self._number, number
        self.background.look_at(document)
        self._list(anew=anew)

    def _facts_changed(self) -> None:
        if self.listing.set_facts(self.background.facts):
            self._show(anew=False)
        else:
            self._list(anew=False)

    def _settings_changed(self) -> None:
        if self._own_units != self._workspace.own_units:
            self._own_units = self._workspace.own_units
            self.background.own_units_changed()
            self._list(anew=False)

    def _list(self, *, anew: bool) -> None:
        document = self._workspace.document
        self.listing = Listing(document, self._own_units, self.background.facts)
        self.correcting.set_document(document, self.listing.clauses)
        if "editing" in self.__dict__:
            self.editing.units_changed(anew=anew)
        self._show(anew=anew)

    def _show(self, *, anew: bool) -> None:
        document, decisions = self._workspace.document, self.correcting.decisions()
        self._writer = None
        if document is not None and decisions is not None:
            self._writer = CardWriter(document, self.listing, self.background.facts, decisions)
        self.set_empty(document is None)
        self.lists.set_listing(self.listing, anew=anew)
        self._show_here()

    def _room_of_card(self) -> int:
        """Return how high the card may be: half of the panel, and less where the editor is open."""
        height = self.content.height()
        open_below = "editor" in self.__dict__ and self.editor.isVisible()
        others = self.lists.height_above() + (self.editor.height() if open_below else 0)
        return min(height // 2, height - others - _AROUND - _LIST)

    def _show_here(self) -> None:
        document, writer = self._workspace.document, self._writer
        if document is None or writer is None:
            return
        number, sections = self._workspace.section or 0, document.outline.sections
        section = sections[number] if number < len(sections) else sections[0]
        self.card.set_text(writer.clause(section) if section.number else writer.whole())
        self.card_area.fit()
        self.layout_.activate()  # the card takes its height before the list scrolls in what is left
        self.lists.view.set_here(writer.answering(section))
