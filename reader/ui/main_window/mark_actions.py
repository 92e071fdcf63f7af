"""What the menus 标注 and 编辑 do: marks, notes, units that are named by hand, undo, the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.theme import MARK_COLOURS

if TYPE_CHECKING:
    from reader.export.clipboard import Clip
    from reader.text.spans import Span
    from reader.ui.main_window.parts import Parts
    from reader.ui.units.panel import UnitsPanel


class MarkActions(QObject):
    """Marks what is selected in the active view; a note opens for typing as soon as it is stored."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._colour = MARK_COLOURS[0]
        self._typing_next = False
        connect = parts.actions.connect_to
        for number, colour in enumerate(MARK_COLOURS, 1):
            connect(f"mark.{number}", lambda colour=colour: self.mark("highlight", colour))
        for style in ("underline", "wavy", "double"):
            connect(f"mark.{style}", lambda style=style: self.mark(style, self._colour))
        connect("note.add", self.add_note)
        connect("units.add", self.add_unit)
        connect("units.correct", self.correct_units)
        connect("edit.undo", self.undo)
        connect("edit.redo", self.redo)
        connect("edit.copy_citation", self.copy_citation)
        connect("edit.copy_notes", self.copy_notes)
        parts.operations.undo_changed.connect(self._name_steps)
        parts.operations.mark_added.connect(self._mark_added)
        for signal in (parts.workspace.document_opened, parts.workspace.document_closed):
            signal.connect(lambda _number: self._enable())
        self._name_steps()
        self._enable()

    def mark(self, style: str, colour: str = "") -> None:
        """Mark the selection."""
        span = self._selection()
        if span is None:
            self._parts.status.show_message(self.tr("请先选中要标注的文字"))
            return
        self._colour = colour or self._colour
        self._parts.operations.add_mark(span, style or "highlight", self._colour)

    def recolour(self, number: int, colour: str) -> None:
        """Give an annotation another colour, which is then the usual one."""
        self._colour = colour
        self._parts.operations.change_mark(number, colour=colour)

    def add_note(self) -> None:
        """Mark the selection and begin to type a note on it."""
        span = self._selection()
        if span is None:
            self._parts.status.show_message(self.tr("请先选中要批注的文字"))
            return
        self.ask_author()
        self._typing_next = True
        self._parts.operations.add_mark(span, "highlight", self._colour)

    def add_unit(self) -> None:
        """Begin to make the selection a responsible unit of its clause."""
        span = self._selection()
        if span is None:
            self._parts.status.show_message(self.tr("请先选中责任单位的名称"))
        else:
            self._parts.right.show_page("units")
            self._parts.right.page("units").add_unit(span)  # type: ignore[attr-defined]

    def correct_units(self) -> None:
        """Begin to correct who is responsible: the selected unit, else those of the clause in view."""
        span = self._selection()
        self._parts.right.show_page("units")
        panel: UnitsPanel = self._parts.right.page("units")  # type: ignore[assignment]
        if span is not None:
            panel.add_unit(span)
        else:
            panel.correct_here()
            self._parts.status.show_message(self.tr("按Tab键选单位，F2更正，Delete删去，Esc返回"))

    def ask_author(self) -> str:
        """Return the name that notes bear; asked for once, before the first one."""
        settings = self._parts.workspace.settings
        if settings.author or settings.author_asked:
            return settings.author
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        name, agreed = QInputDialog.getText(
            self._parts.window,
            self.tr("批注署名"),
            self.tr("批注用什么名字？导出时会写上，随时可在设置里改。"),
            QLineEdit.EchoMode.Normal,
        )
        author = name.strip() if agreed else ""
        self._parts.workspace.set_settings(settings.with_(author=author, author_asked=True))
        return author

    def undo(self) -> None:
        self._parts.opening.about_to_leave.emit()
        self._parts.operations.undo()

    def redo(self) -> None:
        self._parts.opening.about_to_leave.emit()
        self._parts.operations.redo()

    def copy_citation(self) -> None:
        """Put the selection with its source on the clipboard."""
        span, document = self._selection(), self._parts.workspace.document
        if span is None or document is None:
            self._parts.status.show_message(self.tr("请先选中要复制的文字"))
            return
        from reader.ui.export.clipboard import copy_quote

        copy_quote(document, span, self._parts.workspace.settings)
        self._parts.status.show_message(self.tr("已复制，附出处"))

    def copy_notes(self) -> None:
        """Put all notes of the document on the clipboard, in shape for Word and WPS."""
        document = self._parts.workspace.document
        if document is None:
            return
        self._parts.opening.about_to_leave.emit()
        from reader.ui.export.clipboard import put
        from reader.ui.export.writing import notes_clip

        placements, settings = self._parts.workspace.placements, self._parts.workspace.settings

        def copied(clip: Clip) -> None:
            put(clip)
            said = self.tr("已复制 {0} 条批注，可粘贴到 Word 或 WPS")
            self._parts.status.show_message(said.format(len(placements)))

        self._parts.jobs.run(lambda _cancel, _progress: notes_clip(document, placements, settings), copied, key="copy")

    def _enable(self) -> None:
        reading = self._parts.workspace.document is not None
        self._parts.actions.set_enabled(("units.add", "units.correct"), reading)

    def _selection(self) -> Span | None:
        view = self._parts.area.active_view()
        return None if view is None else view.selected_span()

    def _mark_added(self, number: int) -> None:
        typing, self._typing_next = self._typing_next, False
        if typing:
            self._parts.right.show_page("notes")
            self._parts.right.page("notes").edit(number)  # type: ignore[attr-defined]

    def _name_steps(self) -> None:
        operations, actions = self._parts.operations, self._parts.actions
        for action_id, words, step in (
            ("edit.undo", self.tr("撤销"), operations.undo_text()),
            ("edit.redo", self.tr("重做"), operations.redo_text()),
        ):
            actions[action_id].setText(f"{words}：{step}" if step else words)
            actions[action_id].setEnabled(step is not None)
