"""What the menu 比对 does, and the comparisons that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from reader.ui.main_window.reading_area import PAIR

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.ui.compare.view import CompareView
    from reader.ui.main_window.parts import Parts

_STEPS = {
    "compare.next": "next_difference", "compare.previous": "previous_difference", "compare.other_side": "other_side",
    "compare.move_ends": "move_ends", "compare.note": "note_difference", "compare.pin": "pin", "compare.part": "part",
    "compare.release": "release", "compare.swap": "swap",
}  # fmt: skip
_MODES = {
    "compare.editions": ("editions", "peers"), "compare.peers": ("topics", "peers"),
    "compare.downward": ("topics", "downward"),
}  # fmt: skip
_LAYOUTS = {"compare.side_by_side": "pair", "compare.column": "column"}
_SCROLLINGS = {"compare.by_pair": "pair", "compare.by_proportion": "proportion", "compare.free": "free"}
_IN_PAIR = (*_STEPS, *_MODES, *_LAYOUTS, *_SCROLLINGS, "compare.substantive", "file.export_comparison")


class CompareActions(QObject):
    """Answers the actions about a pair of documents."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        connect = parts.actions.connect_to
        for action, name in _STEPS.items():
            connect(action, lambda name=name: self._in_pair(name))
        for choices, name in ((_MODES, "set_mode"), (_LAYOUTS, "set_layout"), (_SCROLLINGS, "set_scrolling")):
            for action, choice in choices.items():
                values = choice if isinstance(choice, tuple) else (choice,)
                connect(action, lambda _checked, name=name, values=values: self._in_pair(name, *values))
        connect("compare.substantive", lambda only: self._in_pair("set_substantive_only", only))
        connect("file.export_comparison", self.export)
        connect("file.compare_previous", self.compare_with_previous)
        parts.area.mode_changed.connect(lambda _mode: self.refresh())
        parts.area.compare_built.connect(self._answer)
        parts.workspace.document_opened.connect(lambda _number: self.refresh())
        parts.workspace.document_closed.connect(lambda _number: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Let the actions show how things are."""
        actions, pair = self._parts.actions, self._pair()
        actions.set_enabled(_IN_PAIR, pair is not None)
        actions.set_enabled(("file.compare_previous",), self._parts.workspace.document is not None)
        if pair is None:
            return
        shown = (
            (_MODES, (pair.mode, pair.direction)), (_LAYOUTS, pair.layout_shown), (_SCROLLINGS, pair.scrolling),
        )  # fmt: skip
        for choices, now in shown:
            for action, choice in choices.items():
                if choice == now:
                    actions[action].setChecked(True)
        actions["compare.substantive"].setChecked(pair.substantive_only)

    def compare_with_previous(self, document: int | None = None) -> None:
        """Lay the draft before a document (the active one unless told) beside it: the earlier one on the left."""
        parts, active = self._parts, self._parts.workspace.document
        number = document if document is not None else (active.entry.number if active is not None else None)
        if number is None:
            return

        def find(library: Library) -> int | None:
            return library.drafts.previous(number)

        def found(previous: int | None) -> None:
            if previous is not None:
                parts.opening.open_pair(previous, number)
                return
            sentence = self.tr("库内没有这份文件的上一稿。可在文件库的右键菜单“稿次”中指定它是哪一份文件的哪一稿。")
            parts.notice.tell(sentence, self.tr("选一份来比"), parts.actions["file.compare"].trigger)

        parts.jobs.library_call(find, found)

    def export(self) -> None:
        """Ask how the comparison is to leave: as a table or as a document with tracked changes."""
        pair = self._pair()
        compared = pair.compared_state() if pair is not None else None
        if compared is None:
            self._parts.status.show_message(self.tr("比对完成后才能导出"))
            return
        from reader.ui.export.comparison_dialog import ComparisonDialog

        parts = self._parts
        parts.opening.about_to_leave.emit()
        dialog = ComparisonDialog(parts.workspace, parts.jobs, parts.window, compared, kept=parts.kept())
        dialog.exported.connect(lambda path: parts.notice.tell(self.tr("已导出到 {0}").format(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _answer(self, pair: CompareView) -> None:
        pair.export_requested.connect(self.export)
        pair.status_changed.connect(self._parts.status.show_message)
        pair.shown_differently.connect(self.refresh)
        pair.comparison_deleted.connect(self._parts.opening.close_pair)

    def _pair(self) -> CompareView | None:
        return self._parts.area.compare if self._parts.area.mode == PAIR else None

    def _in_pair(self, name: str, *values: Any) -> None:
        if (pair := self._pair()) is not None:
            getattr(pair, name)(*values)
            self.refresh()
