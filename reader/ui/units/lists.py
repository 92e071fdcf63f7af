"""The lower part of the panel: three lists, one shown at a time, filtered and copied from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui.units.list_head import BY_CLAUSE, OPEN, CopyButton, ListHead
from reader.ui.units.listing import names_in
from reader.ui.units.model import UnitsModel
from reader.ui.units.view import UnitsView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.structure.section import Section
    from reader.ui.theme import Theme
    from reader.ui.units.listing import Listing
    from reader.units.roster import RosterEntry

_ABOVE = 24  # px between head, filter and list


class UnitLists(QWidget):
    """Shows the rows of a listing; what is chosen in them is told by ``view``."""

    def __init__(self, theme: Theme, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing = listing
        self.model = UnitsModel(self)
        self.head, self.copy = ListHead(self), CopyButton(self)
        self.box = QLineEdit(self)
        self.box.setObjectName("filterBox")
        self.box.setPlaceholderText(self.tr("筛选单位、条款…"))
        self.box.setAccessibleName(self.tr("筛选单位、条款"))
        self.box.setClearButtonEnabled(True)
        self.none_found = QLabel(self)
        self.none_found.setObjectName("emptyText")
        self.none_found.setTextFormat(Qt.TextFormat.PlainText)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.none_found.setWordWrap(True)
        self.none_found.hide()
        self.view = UnitsView(theme, self.model, self)
        self.view.setAccessibleName(self.tr("责任单位"))
        self._lay_out()
        self.head.chosen.connect(self.show_list)
        self.box.textChanged.connect(self._narrow)

    def show_list(self, number: int) -> None:
        """Show the clauses, the units or what is left open."""
        self.head.choose(number)
        self._narrow()

    def set_listing(self, listing: Listing, *, anew: bool) -> None:
        """Take other rows; where they are those of the same document as before, the list stays where it is."""
        kept = None if anew else self.view.keep()
        self._listing = listing
        if anew:
            self.box.clear()
        self.view.rows_delegate.set_usual_role(listing.usual_role)
        self._show_rows()
        if kept is not None:
            self.view.put_back(kept)

    def show_below(self, section: Section) -> None:
        """Bring the clauses of a section to the top of the list."""
        self.box.clear()
        self.show_list(BY_CLAUSE)
        row = self._listing.first_below(section)
        if row is not None:
            index = self.model.index_of_section(row.section)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, UnitsView.ScrollHint.PositionAtTop)

    def copy_names(self, roster: Iterable[RosterEntry]) -> None:
        """Copy the distinct units of what is shown, in the order of organs, joined by 、."""
        from reader.units.order import order_key

        entries = tuple(roster)
        self.copy.copy_names(sorted(names_in(self.model.rows()), key=lambda name: order_key(name, entries)))

    def height_above(self) -> int:
        """Return how much height is not the list's own."""
        return self.head.height() + self.box.height() + _ABOVE

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        narrowing = QHBoxLayout()
        narrowing.addWidget(self.box, 1)
        narrowing.addWidget(self.copy)
        column.addWidget(self.head)
        column.addLayout(narrowing)
        column.addWidget(self.none_found, 1)
        column.addWidget(self.view, 1)

    def _narrow(self) -> None:
        """Show other rows from their beginning, or from the clause in view on."""
        self._show_rows()
        self.view.scrollToTop()
        self.view.show_here()

    def _show_rows(self) -> None:
        query, which = self.box.text(), self.head.current()
        self.head.set_counts(*self._listing.counts(query))
        rows = self._listing.rows(which, query)
        self.view.set_levels(levels=which != BY_CLAUSE)
        self.view.show_rows(rows)
        if which == OPEN or (which != BY_CLAUSE and query.strip()):
            self.view.expandAll()
        self.none_found.setText(self._none(which, query))
        self.none_found.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self.copy.setEnabled(which != OPEN and bool(rows))

    def _none(self, which: int, query: str) -> str:
        if query.strip():
            return self.tr("没有符合的单位或条款")
        if which != OPEN:
            return self.tr("本文件未写明责任单位")
        if not self._listing.gaps_known:
            return self.tr("正在逐条核对…")
        none = self.tr("没有发现待明确的事项")
        return f"{none}\n{self.tr('各条普遍未写完成时限，未逐条列出。')}" if self._listing.undated else none
