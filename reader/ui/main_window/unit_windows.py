"""What the menu 责任单位 opens: the ledger, the office's list, and the news that a file concerns the own unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from reader.library.clauses import LedgerClause
    from reader.library.own import OwnCount
    from reader.library.records import Imported
    from reader.ui.ledger.window import LedgerWindow
    from reader.ui.main_window.parts import Parts


class UnitWindows(QObject):
    """Opens the windows and dialogs about units; the ledger stays until the main window goes."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._ledger: LedgerWindow | None = None

    @property
    def ledger(self) -> LedgerWindow:
        """The window 责任台账, made when it is first asked for."""
        if self._ledger is None:
            from reader.ui.ledger.window import LedgerWindow

            self._ledger = LedgerWindow(self._parts.workspace, self._parts.jobs)
            self._ledger.clause_requested.connect(self._open_clause)
            self._ledger.export_requested.connect(lambda documents, own: self.export_tasks(documents, own=own))
            self._ledger.own_requested.connect(self.choose_own_units)
        return self._ledger

    def show_ledger(self) -> None:
        """Bring the ledger to the front, as it was left."""
        _raise(self.ledger)

    def show_own(self, documents: Sequence[int] | None = None) -> None:
        """Bring the ledger to the front at what concerns the own units, in these documents only if given."""
        self.ledger.show_own(documents)
        _raise(self.ledger)

    def show_roster(self) -> None:
        from reader.ui.roster.dialog import RosterDialog

        _open(RosterDialog(self._parts.workspace, self._parts.jobs, self._parts.window))

    def show_aliases(self) -> None:
        from reader.ui.roster.aliases_dialog import AliasesDialog

        _open(AliasesDialog(self._parts.workspace, self._parts.jobs, self._parts.window))

    def choose_own_units(self) -> None:
        """Open the settings at the own units."""
        from reader.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._parts.workspace, self._in_front(), jobs=self._parts.jobs)
        _open(dialog)
        dialog.show_units()

    def export_tasks(self, documents: Sequence[int] = (), *, own: bool = False) -> None:
        """Ask for a task table of these documents, without any of the one on the desk."""
        from reader.ui.export.tasks_dialog import TasksDialog

        parts = self._parts
        parts.opening.about_to_leave.emit()
        dialog = TasksDialog(parts.workspace, parts.jobs, self._in_front(), documents, own=own, kept=parts.kept())
        dialog.exported.connect(lambda path: parts.notice.tell(self.tr("已导出到 {0}").format(path)))
        _open(dialog)

    def announce(self, imported: Sequence[Imported], *, quietly: bool = False) -> None:
        """Tell what of the files that came concerns the own units; ``quietly`` in the foot, where it is not in the way."""
        new = tuple(one.number for one in imported if one.status == "new")
        own_units = self._parts.workspace.own_units
        if not new or not own_units:
            return

        def tell(counts: Mapping[int, OwnCount]) -> None:
            concerned = tuple(number for number in new if number in counts)
            if not concerned:
                return
            sentence = self._sentence(len(new), [counts[number] for number in concerned])
            if quietly:
                self._parts.status.show_message(sentence)
            else:
                self._parts.notice.tell(sentence, self.tr("查看"), lambda: self.show_own(concerned))

        self._parts.jobs.library_call(lambda library: library.units.own_counts(own_units), tell, lambda _error: None)

    def close_ledger(self) -> None:
        """Let the ledger go: the main window goes, and the program with it."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger.deleteLater()
            self._ledger = None

    def _sentence(self, new: int, counts: Sequence[OwnCount]) -> str:
        total, lead = sum(c.total for c in counts), sum(c.lead for c in counts)
        if new == 1:
            said = self.tr("本文件涉及本单位{0}项").format(total)
        else:
            said = self.tr("导入的{0}份文件中，{1}份涉及本单位，共{2}项").format(new, len(counts), total)
        return said + (self.tr("，其中牵头{0}项").format(lead) if lead else "")

    def _open_clause(self, clause: LedgerClause) -> None:
        opening, window = self._parts.opening, self._parts.window
        if clause.span.end > clause.span.start:
            opening.jump_to_span(clause.span, clause.document)
        else:  # a unit that the user added to the clause as a whole
            opening.jump_to_section(clause.section, clause.document)
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        _raise(window)

    def _in_front(self) -> QWidget:
        """Return the window that a dialog belongs to: the one that it was asked for in."""
        if self._ledger is not None and self._ledger.isActiveWindow():
            return self._ledger
        return self._parts.window


def _raise(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
