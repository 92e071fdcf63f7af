"""The panel 责任单位: the clause in view, then all of them by clause or by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.ui.panel import Panel
from reader.ui.units.card import CardText, ClauseCard
from reader.ui.units.model import UnitsModel
from reader.ui.units.rows import ClauseRow, Mention, RowFilter, clause_rows, unit_names, usual_role
from reader.ui.units.view import UnitsView
from reader.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from reader.library.records import OpenDocument
    from reader.structure.section import Section
    from reader.ui.workspace import Workspace

_COPIED_SHOWN = 2000  # ms


class UnitsPanel(Panel):
    """Who is responsible for what; a click leads into the text."""

    span_requested = Signal(object)  # Span of the reading text
    section_requested = Signal(int)
    span_hovered = Signal(object)  # Span, or None

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("UnitsPanel", "责任单位"), parent)
        self._workspace = workspace
        self._clauses: tuple[ClauseRow, ...] = ()
        self._clause_of: dict[int, ClauseRow] = {}
        self._own_units: tuple[str, ...] = ()
        self._filter = RowFilter(())
        self.model = UnitsModel(self)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_SHOWN)
        self._build()
        self._connect()
        self._document_opened()

    def set_by_unit(self, *, by_unit: bool) -> None:
        """Turn the list round: units with their clauses, or clauses with their units."""
        (self.by_unit if by_unit else self.by_clause).setChecked(True)
        self.view.set_by_unit(by_unit=by_unit)
        self._show_rows()

    def show_section(self, section: int) -> None:
        """Bring the clauses of a section to the top of the list."""
        self.box.clear()
        self.set_by_unit(by_unit=False)
        document = self._workspace.document
        if document is None:
            return
        end = document.outline.sections[section].span.end
        start = document.outline.sections[section].span.start
        for row in self._clauses:
            if start <= document.outline.sections[row.section].span.start < end:
                index = self.model.index_of_section(row.section)
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index, UnitsView.ScrollHint.PositionAtTop)
                return

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_names(self) -> None:
        """Copy the distinct units of what the list shows, joined by 、."""
        names = unit_names(self._shown_clauses())
        QGuiApplication.clipboard().setText("、".join(names))
        self.copy.setText(self.tr("已复制{0}家").format(len(names)))
        self._copied.start()

    def _build(self) -> None:
        theme = self._workspace.theme
        self.card = ClauseCard(theme, self.content)
        self.box = QLineEdit(self.content)
        self.box.setObjectName("filterBox")
        self.box.setPlaceholderText(self.tr("筛选单位、条款…"))
        self.box.setAccessibleName(self.tr("筛选单位、条款"))
        self.box.setClearButtonEnabled(True)
        self.none_found = QLabel(self.tr("没有符合的单位或条款"), self.content)
        self.none_found.setObjectName("emptyText")
        self.none_found.setTextFormat(Qt.TextFormat.PlainText)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.none_found.hide()
        self.view = UnitsView(theme, self.model, self.content)
        self.view.setAccessibleName(self.tr("责任单位"))
        self.layout_.addWidget(self.card)
        self.layout_.addLayout(self._build_switch())
        self.layout_.addWidget(self.box)
        self.layout_.addWidget(self.none_found)
        self.layout_.addWidget(self.view, 1)

    def _build_switch(self) -> FlowLayout:
        segmented = QFrame(self.content)
        segmented.setObjectName("segmented")
        inner = QHBoxLayout(segmented)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        self._switch = QButtonGroup(self)
        self.by_clause, self.by_unit = QToolButton(segmented), QToolButton(segmented)
        for button in (self.by_clause, self.by_unit):
            button.setCheckable(True)
            self._switch.addButton(button)
            inner.addWidget(button)
        self.by_clause.setChecked(True)
        self.copy = QToolButton(self.content)
        self.copy.setText(self.tr("复制为名单"))
        self.copy.setToolTip(self.tr("把列表中的单位去重后以顿号连成一行"))
        row = FlowLayout(spacing=8)
        row.addWidget(segmented)
        row.addWidget(self.copy)
        return row

    def _connect(self) -> None:
        self._switch.buttonClicked.connect(lambda button: self.set_by_unit(by_unit=button is self.by_unit))
        self.copy.clicked.connect(self.copy_names)
        self._copied.timeout.connect(lambda: self.copy.setText(self.tr("复制为名单")))
        self.box.textChanged.connect(self._show_rows)
        self.view.clause_chosen.connect(lambda row: self.section_requested.emit(row.section))
        for source in (self.view, self.card):
            source.mention_chosen.connect(lambda mention: self.span_requested.emit(mention.span))
            source.mention_hovered.connect(self._mention_hovered)
        workspace = self._workspace
        workspace.document_opened.connect(self._document_opened)
        workspace.document_closed.connect(self._document_opened)
        workspace.section_entered.connect(self._show_here)
        workspace.settings_changed.connect(self._settings_changed)
        workspace.theme_changed.connect(self.view.set_theme)
        workspace.theme_changed.connect(self.card.set_theme)

    def _mention_hovered(self, mention: Mention | None) -> None:
        self.span_hovered.emit(mention.span if mention is not None else None)

    def _document_opened(self) -> None:
        document = self._workspace.document
        self._own_units = self._workspace.own_units
        clauses = clause_rows(document, self._own_units) if document is not None else ()
        if clauses != self._clauses:
            self.box.clear()
        self._clauses = clauses
        self._clause_of = {row.section: row for row in clauses}
        self._filter = RowFilter(clauses)
        self.view.rows_delegate.usual_role = usual_role(clauses)
        without = self.tr("本文件未写明责任单位。")
        self.set_empty_text(without if document is not None else self.tr("打开一份文件，这里显示各条的责任单位。"))
        self.set_empty(not clauses)
        self.count_changed.emit(0)
        self._show_rows()
        self._show_here()

    def _settings_changed(self) -> None:
        if self._own_units != self._workspace.own_units:
            self._document_opened()

    def _show_rows(self) -> None:
        query = self.box.text()
        clauses = self._filter.clauses(query)
        self.by_clause.setText(self.tr("按条款 {0}").format(len(clauses)))
        self.by_unit.setText(self.tr("按单位 {0}").format(self._filter.count_units(query)))
        by_unit = self.by_unit.isChecked()
        rows = self._filter.units(query) if by_unit else clauses
        self.view.expect_rows(len(rows))
        self.model.set_rows(rows)
        if by_unit and query.strip():
            self.view.expandAll()
        self.none_found.setVisible(bool(self._clauses) and not self.model.rows())
        self.view.setVisible(bool(self.model.rows()))
        self.copy.setEnabled(bool(self.model.rows()))

    def _shown_clauses(self) -> list[ClauseRow]:
        rows = self.model.rows()
        return [c for row in rows for c in ([row] if isinstance(row, ClauseRow) else row.clauses)]

    def _show_here(self) -> None:
        document, number = self._workspace.document, self._workspace.section
        if document is None or not self._clauses:
            return
        section = document.outline.sections[number or 0] if (number or 0) < len(document.outline.sections) else None
        rows = self._clause_of
        chain = [section, *document.outline.ancestors(section)] if section is not None else []
        answering = next((one for one in chain if one.number in rows), None)
        self.card.set_text(self._card_text(document, section, rows[answering.number] if answering else None))
        self.layout_.activate()  # the card takes its height before the list scrolls in what is left
        self.view.set_here(answering.number if answering is not None else None)

    def _card_text(self, document: OpenDocument, section: Section | None, row: ClauseRow | None) -> CardText:
        if section is None or section.number == 0:
            names = len(unit_names(self._clauses))
            said = self.tr("{0}项写明责任单位，涉及{1}家").format(len(self._clauses), names)
            return CardText(self.tr("全文"), document.entry.title, (), said)
        if row is None:
            below = sum(section.span.holds(document.outline.sections[c.section].span.start) for c in self._clauses)
            said = self.tr("下级条款中{0}项写明责任单位").format(below) if below else self.tr("本条未写明责任单位")
            return CardText(section.label, section.heading, (), said)
        if row.section == section.number:
            return CardText(section.label, section.heading, row.duties)
        return CardText(section.label, section.heading, row.duties, self.tr("责任单位见上级条款 {0}").format(row.label))
