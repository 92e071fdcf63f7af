"""The dialog 单位名录: the office's own list of units, pasted once from a spreadsheet and kept as it is edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.roster.bar import RosterBar
from reader.ui.roster.empty_page import EmptyPage
from reader.ui.roster.foot import RosterFoot
from reader.ui.roster.model import FULL, RosterModel, with_moved
from reader.ui.roster.paste_bar import PasteBar
from reader.ui.roster.rows import Pasted, Row, as_text, in_usual_order, merged, read_paste
from reader.ui.roster.sheet import RosterSheet
from reader.ui.roster.table import RosterTable, framed

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

_SIZE = (1080, 640)


class RosterDialog(QDialog):
    """Nothing to confirm: every change is saved at once and can be taken back."""

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._given_up = False
        self._early = ""  # pasted before the list was read
        self.setWindowTitle(self.tr("单位名录"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.sheet = RosterSheet(workspace, jobs)
        self.model = RosterModel(self.sheet, workspace.theme, self)
        self.bar = RosterBar(self)
        self.paste_bar = PasteBar(self)
        self.table = RosterTable(self.model, self)
        self.empty = EmptyPage(self)
        self.foot = RosterFoot(self)
        self._build()
        self._connect()
        workspace.theme_changed.connect(self.model.set_theme)
        self._refresh()
        self.bar.setEnabled(False)
        self.sheet.load()

    def paste(self) -> None:
        """Take over what lies on the clipboard: words alone go into the cell, rows become units."""
        text, index = QGuiApplication.clipboard().text(), self.table.currentIndex()
        if self.sheet.rows and index.isValid() and index.column() >= FULL and not set(text.strip()) & set("\t\n"):
            self.model.setData(index, text)
        else:
            self.take_text(text)

    def take_text(self, text: str) -> None:
        """Take over rows as a spreadsheet copies them; where there is a list already, ask what they are to be."""
        if not self.sheet.is_loaded:
            self._early = text
            return
        pasted = read_paste(text)
        if not pasted.rows:
            self.foot.tell_all(pasted.problems or (self.tr("没有读到单位。请先在表格里选中名单并复制，再回来粘贴。"),))
        elif self.sheet.rows:
            self.paste_bar.ask(pasted)
        else:
            self._replace(pasted)

    def ask_for_file(self) -> None:
        from reader.ui.roster.files import ask_to_open

        if path := ask_to_open(self):
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Take over the rows of a file."""
        from reader.ui.roster.files import NotReadable, read_list

        try:
            self.take_text(read_list(path))
        except NotReadable as problem:
            self.foot.tell(f"“{path.name}”：{problem.reason}")

    def ask_for_path(self) -> None:
        from reader.ui.roster.files import ask_to_save

        if path := ask_to_save(self):
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the list as text with tabs, which a spreadsheet opens and ``open_file`` reads back."""
        from reader.export.atomic import ExportFailed
        from reader.ui.roster.files import write_list

        try:
            write_list(path, as_text(self.sheet.rows))
        except ExportFailed as problem:
            self.foot.tell(f"“{path.name}”：{problem.reason}")
        else:
            self.foot.tell("")
            self.foot.show_saved(self.tr("已导出到 {0}").format(path))

    def copy(self) -> None:
        """Copy the selected lines, ready to be pasted into a spreadsheet."""
        if places := self.table.places():
            QGuiApplication.clipboard().setText(as_text([self.sheet.rows[place] for place in places]))

    def add_line(self) -> None:
        """Add a line behind the selected one, ready to type its name."""
        if not self.sheet.is_loaded:
            return
        rows, places = self.sheet.rows, self.table.places()
        at = places[-1] + 1 if places else len(rows)
        self.sheet.change(self.tr("添加单位"), (*rows[:at], Row(), *rows[at:]))
        self.table.edit_line(at)

    def remove_lines(self) -> None:
        """Take the selected lines out."""
        places = self.table.places()
        rows = tuple(row for place, row in enumerate(self.sheet.rows) if place not in set(places))
        self.sheet.change(self.tr("删除 {0} 个单位").format(len(places)), rows)
        if rows and places:
            self.table.select_places([min(places[0], len(rows) - 1)])

    def step(self, by: int) -> None:
        """Move the selected lines one up (-1) or down (1)."""
        places = self.table.places()
        if places and places[0] + by >= 0 and places[-1] + by < len(self.sheet.rows):
            self._move(places, places[0] + by)

    def sort(self) -> None:
        """Set the list in the usual order of organs."""
        self.sheet.change(self.tr("按通行次序排"), in_usual_order(self.sheet.rows))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.open_file(path)

    def reject(self) -> None:
        """Close once everything is on the disk; what cannot be saved is told first, and lost only by closing again."""
        if self.sheet.unsaved and not self._given_up:
            self._jobs.wait_for_writes()
            if self.sheet.unsaved:
                self._given_up = True
                self.foot.tell(self.foot.message.text() + self.tr("再按一次“关闭”，放弃没有保存的改动。"), retry=True)
                return
        super().reject()

    def _loaded(self) -> None:
        self.bar.setEnabled(True)
        if self._early:
            self.take_text(self._early)

    def _replace(self, pasted: Pasted) -> None:
        self.sheet.change(self.tr("粘贴名录"), pasted.rows)
        self._tell_paste(pasted)
        self.table.select_places([0] if pasted.rows else [], FULL)

    def _merge(self, pasted: Pasted) -> None:
        before = len(self.sheet.rows)
        self.sheet.change(self.tr("并入名录"), merged(self.sheet.rows, pasted.rows))
        self._tell_paste(pasted)
        self.table.select_places(range(before, len(self.sheet.rows)), FULL)

    def _tell_paste(self, pasted: Pasted) -> None:
        self.sheet.remark(pasted.remarks)
        self.foot.tell_all(pasted.problems)
        self.table.setFocus()

    def _move(self, places: list[int], to: int) -> None:
        self.sheet.change(self.tr("调整次序"), with_moved(self.sheet.rows, places, to))
        self.table.select_places(range(to, to + len(places)))

    def _refused(self, reason: str) -> None:
        words = self.tr("没有保存：{0}") if self.sheet.unsaved else self.tr("没有读到名录：{0}")
        self.foot.tell(words.format(reason), retry=self.sheet.unsaved)

    def _saved(self, time: str) -> None:
        self._given_up = False
        if not self.foot.retry.isHidden():
            self.foot.tell("")
        self.foot.show_saved(self.tr("已保存 {0}").format(time))

    def _refresh(self) -> None:
        rows = self.sheet.rows
        used = bool(rows) or self.sheet.undo_text() is not None or self.sheet.redo_text() is not None
        self.pages.setCurrentWidget(self._framed if rows or not self.sheet.is_loaded else self.empty)
        self.bar.setVisible(used)  # the way back to a list that was emptied stays in sight
        self.bar.refresh(self.sheet, selected=bool(self.table.places()))
        self.foot.show_state(len(self.sheet.entries), len(self.sheet.places_with_problems()))

    def _connect(self) -> None:
        sheet, table, bar, foot, empty = self.sheet, self.table, self.bar, self.foot, self.empty

        def to_problem() -> None:
            table.next_problem(sheet.places_with_problems())

        sheet.changed.connect(self._refresh)
        sheet.loaded.connect(self._loaded)
        sheet.saved.connect(self._saved)
        sheet.failed.connect(self._refused)
        self.model.move_requested.connect(lambda place, to: self._move([place], to))
        table.selectionModel().selectionChanged.connect(
            lambda _new, _old: bar.refresh(sheet, selected=bool(table.places()))
        )
        self.paste_bar.merge_requested.connect(self._merge)
        self.paste_bar.replacement_requested.connect(self._replace)
        self.paste_bar.dismissed.connect(table.setFocus)
        for signal, act in (
            (table.copy_requested, self.copy), (table.removal_requested, self.remove_lines),
            (bar.paste.clicked, self.paste), (bar.open.clicked, self.ask_for_file), (bar.add.clicked, self.add_line),
            (bar.remove.clicked, self.remove_lines), (bar.sort.clicked, self.sort),
            (bar.undo.clicked, sheet.undo), (bar.redo.clicked, sheet.redo),
            (empty.paste.clicked, self.paste), (empty.open.clicked, self.ask_for_file),
            (empty.add.clicked, self.add_line), (foot.next_problem_requested, to_problem),
            (foot.retry_requested, sheet.save), (foot.export_requested, self.ask_for_path),
            (foot.close_requested, self.reject),
        ):  # fmt: skip
            signal.connect(act)
        table.step_requested.connect(self.step)
        table.clearing_requested.connect(self.model.clear)
        bar.up.clicked.connect(lambda: self.step(-1))
        bar.down.clicked.connect(lambda: self.step(1))
        for keys, act in (
            ("Ctrl+-", self.remove_lines), ("Ctrl+V", self.paste), ("Ctrl+O", self.ask_for_file), ("Insert", self.add_line), ("Ctrl+Z", sheet.undo),
            ("Ctrl+Y", sheet.redo), ("Ctrl+Shift+Z", sheet.redo), ("F8", to_problem),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _build(self) -> None:
        self._framed = framed(self.table)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._framed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for widget, stretch in (
            (self.bar, 0), (self.paste_bar, 0), (self.pages, 1), (self.foot, 0)
        ):  # fmt: skip
            column.addWidget(widget, stretch)
