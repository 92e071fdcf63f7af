"""The panel 摘编: what was taken from several documents, in the order and under the themes of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.structure.section import path_label
from reader.ui.digest.arranging import Arranging
from reader.ui.digest.clip import digest_data, digest_with
from reader.ui.digest.menu import DigestMenu
from reader.ui.digest.model import DigestModel
from reader.ui.digest.reading import DigestReader
from reader.ui.digest.remark_field import RemarkField
from reader.ui.digest.rows import rows_of
from reader.ui.digest.target_bar import TargetBar
from reader.ui.digest.view import DigestView
from reader.ui.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QShowEvent

    from reader.export.digest import Digest
    from reader.library.excerpts import Excerpt
    from reader.library.records import Changes
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations
    from reader.ui.workspace import Workspace


class DigestPanel(Panel):
    """Lists, orders and names excerpts; every write goes through the operations."""

    export_requested = Signal()
    span_requested = Signal(object, int)  # Span of the reading text, document
    section_requested = Signal(int, int)  # the nearest section of what has lost its place, document
    told = Signal(str)  # a sentence for the status bar

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, operations: Operations, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("DigestPanel", "摘编"), parent)
        self._workspace = workspace
        self._jobs = jobs
        self._operations = operations
        self._excerpts: tuple[Excerpt, ...] = ()
        self._by_number: dict[int, Excerpt] = {}
        self._stale = False
        self._awaited: int | None = None  # an excerpt that is selected once it is listed
        self.model = DigestModel(self)
        self._reader = DigestReader(jobs, self)
        self._build()
        self.arranging = Arranging(self.model, self.view, operations, self)
        self._connect()
        self._show()
        self._reader.begin()

    def flush(self) -> None:
        self.view.finish_editing()
        self.remark.flush()

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def excerpts(self) -> tuple[Excerpt, ...]:
        """Return what is listed, in its order."""
        return self._excerpts

    def collect(self) -> None:
        """Take what is selected in the text, else the clause in view, under the theme that is being filled."""
        document, span, section = self._workspace.document, self._workspace.selection, self._workspace.section
        if document is None:
            return
        if span is not None and span.text(document.reading.simplified).strip():
            self._operations.add_excerpt(span, self.arranging.themes.wanted)
        elif section:
            self._operations.add_excerpt(section, self.arranging.themes.wanted)
        else:
            self.told.emit(self.tr("请先选中要摘编的文字，或转到某一条款"))

    def go_to(self, number: int) -> None:
        """Lead to where an excerpt stands, or stood."""
        excerpt = self._by_number.get(number)
        if excerpt is None:
            return
        if excerpt.span is not None:
            self.span_requested.emit(excerpt.span, excerpt.document)
        else:
            self.section_requested.emit(excerpt.section, excerpt.document)

    def copy(self, numbers: Collection[int]) -> None:
        """Copy excerpts with their sources, for Word as well as for plain text."""
        self.flush()
        wanted = frozenset(numbers)
        whole = wanted == set(self._by_number)
        if wanted:
            self._jobs.library_call(
                lambda library: digest_with(library, wanted), lambda made: self._copied(made, whole=whole)
            )

    def clear(self) -> None:
        """Take everything out."""
        if self._excerpts:
            self._operations.clear_excerpts()
            self.told.emit(self.tr("摘编已清空，可撤销"))

    def context_menu(self) -> DigestMenu:
        """Return the menu of what is selected."""
        menu = DigestMenu(self.arranging, self.view, self)
        menu.open_requested.connect(self.go_to)
        menu.copy_requested.connect(self.copy)
        menu.clear_requested.connect(self.clear)
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reader.begin()

    def _build(self) -> None:
        self.set_empty_text(
            self.tr(
                "还没有摘编。\n\n阅读时按 B，选中的文字或当前条款就放到这里。"
                "可以来自多份文件，按主题归拢、拖动排序，再导出成一份材料。"
            )
        )
        self.target = TargetBar(self.content)
        self.view = DigestView(self._workspace.theme, self.model, self.content)
        self.view.setAccessibleName(self.tr("摘编"))
        self.remark = RemarkField(self.content)
        self.export_button = self._button(self.tr("导出…"), self.tr("导出为 Word、WPS 文档或表格"))
        self.copy_button = self._button(self.tr("复制全部"), self.tr("复制全部摘编和出处，可粘贴到 Word 或 WPS"))
        self.clear_button = self._button(self.tr("清空"), self.tr("移出全部摘编（可撤销）"))
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.export_button)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.clear_button)
        self.layout_.addWidget(self.target)
        self.layout_.addWidget(self.view, 1)
        self.layout_.addWidget(self.remark)
        self.layout_.addLayout(foot)
        self.layout_.setContentsMargins(12, 8, 12, 8)

    def _connect(self) -> None:
        view, arranging, workspace = self.view, self.arranging, self._workspace
        self._reader.read.connect(self._take)
        arranging.themes_changed.connect(self._show)
        view.excerpt_opened.connect(self.go_to)
        view.copy_requested.connect(lambda: self.copy(arranging.chosen()))
        view.remark_requested.connect(lambda: self.remark.setFocus(Qt.FocusReason.ShortcutFocusReason))
        view.selection_changed.connect(self._show_remark)
        view.menu_requested.connect(self._show_menu)
        self.remark.remarked.connect(self._operations.remark_excerpt)
        self.remark.left.connect(self.take_focus)
        self.target.menu.picked.connect(arranging.set_target)
        self.target.menu.new_requested.connect(arranging.add_theme)
        self.export_button.clicked.connect(self._export)
        self.copy_button.clicked.connect(lambda: self.copy(self._by_number))
        self.clear_button.clicked.connect(self.clear)
        self._operations.excerpt_added.connect(self._added)
        workspace.changed.connect(self._changed)
        workspace.entries_changed.connect(self._show)
        workspace.theme_changed.connect(view.set_theme)

    def _take(self, excerpts: tuple[Excerpt, ...]) -> None:
        self._stale = False
        self._excerpts = excerpts
        self._by_number = {excerpt.number: excerpt for excerpt in excerpts}
        self._show()
        if self._awaited in self._by_number:
            self.view.select([self._awaited])
            self._awaited = None
        self.count_changed.emit(len(excerpts))

    def _show(self) -> None:
        """Show the excerpts as they are known; what is selected stays so."""
        chosen, head, place = self.view.numbers(), self.view.theme_row(), self.view.verticalScrollBar().value()
        target = self.arranging.themes.target(self._excerpts)
        entries = {entry.number: entry for entry in self._workspace.entries}
        rows = rows_of(self._excerpts, entries, self.arranging.themes.empty)
        self.view.expect_rows(len(rows))
        self.model.set_rows(rows)
        if chosen != self.view.numbers() or head != self.view.theme_row():
            self.view.doItemsLayout()
            self.view.select(chosen)
            if head is not None:
                self.view.select_theme(head.theme)
            self.view.verticalScrollBar().setValue(place)
        self.target.show_themes(self.arranging.names(), target)
        for button in (self.export_button, self.copy_button, self.clear_button):
            button.setEnabled(bool(self._excerpts))
        self.set_empty(not rows)
        self._show_remark()

    def _show_remark(self) -> None:
        numbers = self.view.numbers()
        excerpt = self._by_number.get(numbers[0]) if len(numbers) == 1 else None
        if excerpt is not None:
            self.remark.open(excerpt.number, excerpt.remark)
        else:
            self.remark.close_excerpt()

    def _added(self, excerpt: Excerpt, new: bool) -> None:
        place = path_label(excerpt.path) or self.tr("文首")
        if new:
            self._awaited = excerpt.number
            theme = f"“{excerpt.theme}”" if excerpt.theme else ""
            self.told.emit(self.tr("已放入摘编{0}：{1}（{2} 字）").format(theme, place, len(excerpt.quote)))
        else:
            self.view.select([excerpt.number])
            self.told.emit(self.tr("这一处已在摘编里：{0}").format(place))

    def _changed(self, changes: Changes) -> None:
        if "excerpts" in changes.kinds or (self.isVisible() and changes.kinds & {"documents", "derivations"}):
            self._reader.begin()
        elif changes.kinds & {"documents", "derivations"}:
            self._stale = True

    def _copied(self, digest: Digest, *, whole: bool) -> None:
        QGuiApplication.clipboard().setMimeData(digest_data(digest, self._workspace.settings, whole=whole))
        self.told.emit(self.tr("已复制 {0} 条摘编，附出处").format(len(digest.clippings)))

    def _export(self) -> None:
        self.flush()
        self.export_requested.emit()

    def _show_menu(self, at: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self.content)
        button.setText(text)
        button.setToolTip(tip)
        return button
