"""The panels of the two sides, built when they are first shown, and what their wishes lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.text.edits import Edit
    from reader.text.spans import Span
    from reader.ui.main_window.compare_actions import CompareActions
    from reader.ui.main_window.file_actions import FileActions
    from reader.ui.main_window.parts import Parts
    from reader.ui.main_window.upkeep import Upkeep
    from reader.ui.panel import Panel


class Pages(QObject):
    """Knows how to build each panel; the panels themselves do not know each other."""

    def __init__(
        self,
        parts: Parts,
        files: FileActions,
        comparing: CompareActions,
        upkeep: Upkeep,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._files = files
        self._comparing = comparing
        self._upkeep = upkeep
        parts.left.add_page("outline", self.tr("目录"), self._outline)
        parts.left.add_page("library", self.tr("文件库"), self._library)
        parts.left.add_page("search", self.tr("查找"), self._search)
        parts.right.add_page("units", self.tr("责任单位"), self._units)
        parts.right.add_page("notes", self.tr("批注"), self._notes)
        parts.right.add_page("receipt", self.tr("整理"), self._receipt)
        parts.right.add_page("digest", self.tr("摘编"), self._digest)
        parts.actions.connect_to("digest.add", self.collect)
        workspace = parts.workspace
        workspace.entries_changed.connect(lambda: parts.left.set_count("library", len(workspace.entries)))
        workspace.placements_changed.connect(lambda _number: self._count_notes())
        workspace.document_opened.connect(lambda _number: self._count())
        workspace.document_closed.connect(lambda _number: self._count())

    def _outline(self) -> Panel:
        from reader.ui.outline.panel import OutlinePanel

        panel = OutlinePanel(self._parts.workspace)
        panel.section_requested.connect(self._parts.opening.jump_to_section)
        panel.notes_requested.connect(self._show_notes_of)
        panel.units_requested.connect(self._show_units_of)
        return panel

    def _library(self) -> Panel:
        from reader.ui.library.panel import LibraryPanel

        parts = self._parts
        panel = LibraryPanel(parts.workspace, parts.jobs, parts.operations)
        panel.open_requested.connect(parts.opening.open_document)
        panel.pair_requested.connect(parts.opening.open_pair)
        panel.comparison_requested.connect(parts.opening.open_pair)
        panel.previous_requested.connect(self._comparing.compare_with_previous)
        panel.files_requested.connect(self._files.ask_for_files)
        return panel

    def _search(self) -> Panel:
        from reader.ui.search.panel import SearchPanel

        parts = self._parts
        panel = SearchPanel(parts.workspace, parts.jobs)
        panel.span_requested.connect(lambda document, span: parts.opening.jump_to_span(span, document))
        panel.note_requested.connect(self._show_note)
        self._upkeep.index_filled.connect(panel.refresh)
        return panel

    def _units(self) -> Panel:
        from reader.ui.units.panel import UnitsPanel

        parts = self._parts
        panel = UnitsPanel(parts.workspace, parts.jobs, parts.operations)
        panel.span_requested.connect(parts.opening.jump_to_span)
        panel.span_hovered.connect(parts.area.point_to)
        panel.spans_hovered.connect(self._point_to_all)
        panel.section_requested.connect(parts.opening.jump_to_section)
        panel.text_requested.connect(self._focus_text)
        return panel

    def _notes(self) -> Panel:
        from reader.ui.notes.panel import NotesPanel

        panel = NotesPanel(self._parts.workspace, self._parts.operations)
        panel.span_requested.connect(self._parts.opening.jump_to_span)
        panel.section_requested.connect(self._parts.opening.jump_to_section)
        return panel

    def _receipt(self) -> Panel:
        from reader.ui.reading.receipt_panel import ReceiptPanel

        panel = ReceiptPanel(self._parts.workspace, self._parts.operations)
        panel.span_requested.connect(self._parts.opening.jump_to_span)
        panel.edit_requested.connect(self._show_edit)
        return panel

    def _digest(self) -> Panel:
        from reader.ui.digest.panel import DigestPanel

        parts = self._parts
        panel = DigestPanel(parts.workspace, parts.jobs, parts.operations)
        panel.span_requested.connect(lambda span, document: parts.opening.jump_to_span(span, document))
        panel.section_requested.connect(parts.opening.jump_to_section)
        panel.told.connect(parts.status.show_message)
        panel.export_requested.connect(parts.actions["file.export_digest"].trigger)
        return panel

    def collect(self) -> None:
        """Put what is selected, else the clause in view, into the digest."""
        self._parts.right.page("digest").collect()  # type: ignore[attr-defined]

    def show_note(self, number: int) -> None:
        """Show an annotation of an open document in the notes."""
        self._parts.right.show_page("notes")
        self._parts.right.page("notes").show_mark(number)  # type: ignore[attr-defined]

    def write_note(self, number: int) -> None:
        """Show an annotation of either document of a pair in the notes and put the cursor into it."""
        placement, pair = self._parts.workspace.placement(number), self._parts.area.compare
        if placement is not None and pair is not None:
            pair.activate_document(placement.annotation.document)
        self._parts.right.show_page("notes")
        self._parts.right.page("notes").edit(number)  # type: ignore[attr-defined]

    def _show_note(self, document: int, annotation: int) -> None:
        def lead() -> None:
            placement = self._parts.workspace.placement(annotation)
            if placement is not None and placement.span is not None:
                self._parts.opening.jump_to_span(placement.span)
            self.show_note(annotation)

        self._parts.opening.open_document(document, lead)

    def _show_notes_of(self, section: int) -> None:
        self._parts.right.show_page("notes")
        self._parts.right.page("notes").show_section(section)  # type: ignore[attr-defined]

    def _show_units_of(self, section: int) -> None:
        self._parts.right.show_page("units")
        self._parts.right.page("units").show_section(section)  # type: ignore[attr-defined]

    def _point_to_all(self, spans: tuple[Span, ...]) -> None:
        """Draw attention to all places of a unit."""
        from reader.ui.reading.layers import span_layer

        if (view := self._parts.area.active_view()) is not None:
            view.paper.set_layer("hint", span_layer(spans, view.shown, self._parts.workspace.theme.selection))

    def _focus_text(self) -> None:
        if (view := self._parts.area.active_view()) is not None:
            view.setFocus()

    def _show_edit(self, edit: Edit) -> None:
        self._parts.opening.jump_to_edit(edit)
        if (view := self._parts.area.active_view()) is not None:
            self._parts.actions["view.furniture"].setChecked(view.furniture_shown)

    def _count(self) -> None:
        document = self._parts.workspace.document
        from reader.ui.reading.receipt import count

        self._parts.right.set_count("receipt", 0 if document is None else count(document))
        self._count_notes()

    def _count_notes(self) -> None:
        self._parts.right.set_count("notes", len(self._parts.workspace.placements))
