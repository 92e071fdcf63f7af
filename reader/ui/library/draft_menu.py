"""The menu 稿次: which draft of which text a document is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from reader.comparison.drafts import STAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from reader.library.drafts import Draft
    from reader.library.library import Library
    from reader.library.records import Entry
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations

    Known = tuple[Draft, int | None]

_TITLE = 18  # characters of another document's title


class DraftMenu(QMenu):
    """What the user said of the draft is read while the menu opens; until then nothing can be chosen.

    ``other`` is the document that this one may be a draft of the same text with; ``previous`` an action that leads to
    the draft before, possible only where there is one.
    """

    def __init__(
        self,
        entry: Entry,
        other: Entry | None,
        operations: Operations,
        previous: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("稿次"))
        self._entry = entry
        self._operations = operations
        self._previous = previous
        self._draft: Draft | None = None
        previous.setEnabled(False)
        self._fill_stages()
        self.addSeparator()
        self._fill_series(other)
        for action in self.actions():
            action.setEnabled(False)

    def read(self, jobs: JobRunner) -> None:
        """Ask the library; the menu may be gone before it answers."""
        number = self._entry.number

        def known(library: Library) -> Known:
            return library.drafts.of(number), library.drafts.previous(number)

        job = jobs.library_call(known, self._take, lambda _error: None)
        self.destroyed.connect(job.cancel)

    def _fill_stages(self) -> None:
        stage = self._entry.stage
        for name in STAGES if stage in (*STAGES, "") else (stage, *STAGES):
            self._add(name, checked=name == stage).triggered.connect(lambda _on, one=name: self._set(one))
        self._add(self.tr("不是哪一稿"), checked=False).triggered.connect(lambda: self._set(""))
        self._recognised = self._add(self.tr("按标题、文件名识别"), checked=False)
        self._recognised.triggered.connect(lambda: self._set(None))

    def _fill_series(self, other: Entry | None) -> None:
        number = self._entry.number
        if other is not None:
            name = other.title if len(other.title) <= _TITLE else other.title[:_TITLE] + "…"
            joined = self.addAction(self.tr("与“{0}”是同一文件的两稿").format(name.replace("&", "&&")))
            joined.triggered.connect(lambda: self._belong(other.number))
        self.addAction(self.tr("不与其他文件同属一文件")).triggered.connect(lambda: self._belong(number))
        self._own_series = self.addAction(self.tr("恢复识别的归属"))
        self._own_series.triggered.connect(lambda: self._belong(None))

    def _take(self, known: Known) -> None:
        draft, previous = known
        self._draft = draft
        for action in self.actions():
            action.setEnabled(True)
        self._recognised.setChecked(draft.typed_stage is None)
        self._own_series.setEnabled(draft.series_of is not None)
        self._previous.setEnabled(previous is not None)

    def _set(self, stage: str | None) -> None:
        if self._draft is not None:
            self._operations.set_stage(self._entry.number, stage, self._draft.series_of)

    def _belong(self, series_of: int | None) -> None:
        if self._draft is not None:
            self._operations.set_stage(self._entry.number, self._draft.typed_stage, series_of)

    def _add(self, text: str, *, checked: bool) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        return action
