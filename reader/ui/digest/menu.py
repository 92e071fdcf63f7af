"""The context menu of excerpts and of themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from reader.ui.digest.theme_menu import ThemeMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.ui.digest.arranging import Arranging
    from reader.ui.digest.rows import ThemeRow
    from reader.ui.digest.view import DigestView


class DigestMenu(QMenu):
    """What can be done with what is selected, and with the whole digest."""

    open_requested = Signal(int)
    copy_requested = Signal(object)  # numbers
    clear_requested = Signal()

    def __init__(self, arranging: Arranging, view: DigestView, parent: QWidget) -> None:
        super().__init__(parent)
        self._arranging = arranging
        self._view = view
        numbers, head = view.numbers(), view.theme_row()
        if numbers:
            self._fill_excerpts(numbers)
        elif head is not None:
            self._fill_theme(head)
        self.addSeparator()
        self._add(self.tr("新主题…"), arranging.add_theme)
        self._add(self.tr("清空摘编"), self.clear_requested.emit)

    def _fill_excerpts(self, numbers: list[int]) -> None:
        arranging = self._arranging
        if len(numbers) == 1:
            self._add(self.tr("转到原文"), lambda: self.open_requested.emit(numbers[0]), "Enter")
            self._add(self.tr("写备注"), self._view.remark_requested.emit, "F2")
        self._add(self.tr("复制（附出处）"), lambda: self.copy_requested.emit(numbers), "Ctrl+C")
        themes = ThemeMenu(self)
        themes.setTitle(self.tr("归入主题"))
        themes.show_themes(arranging.names(), arranging.theme_of(numbers))
        themes.picked.connect(lambda theme: arranging.move_to_theme(numbers, theme))
        themes.new_requested.connect(lambda: arranging.move_to_new_theme(numbers))
        self.addMenu(themes)
        self._add_steps()
        self.addSeparator()
        self._add(self.tr("移出摘编"), arranging.remove, "Del")

    def _fill_theme(self, head: ThemeRow) -> None:
        arranging = self._arranging
        self._add(self.tr("修改名称"), lambda: self._view.rename(head.theme), "F2")
        self._add(self.tr("新摘编放入这里"), lambda: arranging.set_target(head.theme))
        if head.size:
            self._add(self.tr("复制本主题（附出处）"), lambda: self.copy_requested.emit(arranging.chosen()), "Ctrl+C")
        if head.theme:
            self._add_steps()
            self.addSeparator()
            self._add(self.tr("取消这个主题（内容保留）"), arranging.remove, "Del")

    def _add_steps(self) -> None:
        self._add(self.tr("上移"), lambda: self._arranging.step(-1), "Alt+↑")
        self._add(self.tr("下移"), lambda: self._arranging.step(1), "Alt+↓")

    def _add(self, text: str, do: Callable[[], object], key: str = "") -> None:
        # The key is told, not bound: it belongs to the list.
        self.addAction(f"{text}\t{key}" if key else text).triggered.connect(lambda _on=False: do())
