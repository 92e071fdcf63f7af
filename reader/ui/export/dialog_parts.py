"""What the dialog 导出 is made of, and where it stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui.export.digest_choices import DigestChoices
from reader.ui.export.fields import named_row
from reader.ui.export.formats import format_name
from reader.ui.export.note_choices import NoteChoices
from reader.ui.export.outcome_bar import OutcomeBar
from reader.ui.export.shown_pane import ShownPane
from reader.ui.export.wanted import DIGEST, NOTES, POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.ui.export.kept import Kept
    from reader.ui.export.kinds import ExportKind
    from reader.ui.workspace import Workspace

_SIZE = QSize(1040, 680)
_SMALLEST = QSize(860, 480)
_KINDS, _CHOICES = 124, 248  # px


class DialogParts(QObject):
    """Lays the dialog out; knows nothing of files."""

    kind_changed = Signal()
    choice_changed = Signal()
    format_changed = Signal()

    def __init__(self, dialog: QDialog, workspace: Workspace, kinds: Sequence[ExportKind]) -> None:
        super().__init__(dialog)
        self._kinds = tuple(kinds)
        document = workspace.document
        self.names = QListWidget(dialog)
        self.names.setObjectName("settingsNames")
        self.names.setAccessibleName(self.tr("导出什么"))
        for kind in self._kinds:
            self.names.addItem(QListWidgetItem(kind.title))
        self.about = QLabel(dialog)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setObjectName("secondary")
        self.about.setWordWrap(True)
        self.notes: NoteChoices | None = None
        if document is not None:
            self.notes = NoteChoices(document, workspace.placements, workspace.section, workspace.theme, dialog)
            self.notes.changed.connect(self.choice_changed)
        self.digest = DigestChoices(dialog)
        self.digest.changed.connect(self.choice_changed)
        if self.notes is not None:  # one switch for whatever leaves
            self.notes.outward.toggled.connect(self.digest.outward.setChecked)
            self.digest.outward.toggled.connect(self.notes.outward.setChecked)
        self.shown = ShownPane(workspace.theme, dialog)
        self.format = QComboBox(dialog)
        self.format.setAccessibleName(self.tr("格式"))
        self.format.currentIndexChanged.connect(lambda _index: self.format_changed.emit())
        self.outcome = OutcomeBar(dialog)
        self._build(dialog)
        self.names.currentRowChanged.connect(lambda _row: self.kind_changed.emit())

    def kind(self) -> ExportKind:
        return self._kinds[max(0, self.names.currentRow())]

    def choose_kind(self, name: str) -> None:
        """Turn to a kind; one that is not offered leaves the first."""
        places = [place for place, kind in enumerate(self._kinds) if kind.name == name]
        self.names.setCurrentRow(places[0] if places else 0)

    def show_kind(self, kind: ExportKind, suffix: str | None) -> None:
        """Offer the choices and the formats of a kind."""
        self.about.setText(kind.about if kind.suffixes else "")
        chosen = self.digest if kind.name == DIGEST else self.notes if kind.suffixes else None
        self._choices.setCurrentWidget(self._pages[chosen])
        if self.notes is not None:
            self.notes.show_for(kind.name)
        self._offer(kind.suffixes, suffix)
        self.copy.setVisible(kind.name in (NOTES, POINTS))
        self.save.setText(self.tr("导出…") if kind.suffixes else self.tr("选择列和格式…"))

    def suffix(self) -> str:
        """Return the suffix of the format that is chosen, empty where there is none."""
        return str(self.format.currentData() or "")

    def format_name(self) -> str:
        return self.format.currentText()

    def choose_format(self, suffix: str) -> None:
        self.format.setCurrentIndex(self.format.findData(suffix))

    def tell_count(self, name: str, count: int) -> None:
        """Say beside a kind how much there is of it."""
        for place, kind in enumerate(self._kinds):
            if kind.name == name:
                self.names.item(place).setText(f"{kind.title}　{count}" if count else kind.title)

    def begin_with(self, kept: Kept) -> None:
        """Begin with what was chosen last."""
        self.digest.begin_with(kept.digest)
        if self.notes is not None:
            self.notes.begin_with(kept.notes)

    def keep(self, kept: Kept) -> None:
        """Keep what is chosen for those that come after."""
        kept.digest = self.digest.choice()
        kept.notes = kept.notes._replace(outward=kept.digest.outward) if self.notes is None else self.notes.choice()

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be chosen while a file is written."""
        for widget in (self.names, self._choices, self.format, self.close_button):
            widget.setEnabled(not busy)

    def _offer(self, suffixes: Sequence[str], suffix: str | None) -> None:
        """Put the formats of a kind in the place of those of another."""
        before = self.format.blockSignals(True)
        self.format.clear()
        for one in suffixes:
            self.format.addItem(format_name(one), one)
        if suffix:
            self.choose_format(suffix)
        self.format.blockSignals(before)
        self._format_row.setVisible(bool(suffixes))

    def _build(self, dialog: QDialog) -> None:
        dialog.setMinimumSize(_SMALLEST)
        dialog.resize(_fitting(dialog))
        self.names.setFixedWidth(_KINDS)
        self._choices = QStackedWidget(dialog)
        self._pages: dict[QWidget | None, QWidget] = {None: QWidget(dialog)}
        for choices in (self.notes, self.digest):
            if choices is not None:
                self._pages[choices] = _scrolled(choices)
        for page in self._pages.values():
            self._choices.addWidget(page)
        self._format_row = named_row(self.tr("格式"), self.format, dialog)
        self._format_row.setContentsMargins(0, 0, 8, 0)  # as wide as the choices beside their scroll bar
        middle = QVBoxLayout()
        middle.setSpacing(8)
        for widget in (self.about, self._format_row, self._choices):
            widget.setFixedWidth(_CHOICES)
            middle.addWidget(widget)
        middle.setStretchFactor(self._choices, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.names)
        row.addLayout(middle)
        row.addWidget(self.shown, 1)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(self._made_foot(dialog))
        self._order_tabs(dialog)

    def _order_tabs(self, dialog: QDialog) -> None:
        """Let the tab key go from what to how to what comes of it."""
        areas = [
            one for one in (self.names, self._format_row, self.notes, self.digest, self.shown, self.outcome) if one
        ]
        chain = list(_focus_chain(dialog))
        stops = [one for area in areas for one in chain if one is area or area.isAncestorOf(one)]
        for before, after in pairwise([*stops, self.copy, self.save, self.close_button]):
            dialog.setTabOrder(before, after)

    def _made_foot(self, dialog: QDialog) -> QHBoxLayout:
        self.copy = QPushButton(self.tr("复制"), dialog)
        self.copy.setToolTip(self.tr("复制到剪贴板，粘贴到 Word、WPS 里保持格式"))
        self.save = QPushButton(self.tr("导出…"), dialog)
        self.save.setDefault(True)
        self.close_button = QPushButton(self.tr("关闭"), dialog)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.outcome, 1)
        for button in (self.copy, self.save, self.close_button):
            foot.addWidget(button)
        return foot


def _focus_chain(dialog: QDialog) -> Iterator[QWidget]:
    """Yield what the tab key stops at, in the order in which it was made."""
    one = dialog.nextInFocusChain()
    while one is not None and one is not dialog:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one
        one = one.nextInFocusChain()


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it brings itself into sight
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


def _fitting(dialog: QDialog) -> QSize:
    """Return the size that is wanted, as far as the window behind has it."""
    parent = dialog.parentWidget()
    if parent is None:
        return _SIZE
    return _SIZE.boundedTo(parent.window().size() - QSize(32, 32)).expandedTo(_SMALLEST)
