"""What the menus 查看, 转到 and 帮助 do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.ui.actions import ACTIONS
from reader.ui.theme import THEMES, Theme

if TYPE_CHECKING:
    from reader.ui.main_window.parts import Parts

_DEFAULT_SIZE = 13.0
LEFT_PAGES, RIGHT_PAGES = ("outline", "library", "search"), ("units", "notes", "receipt", "digest")


class ViewActions(QObject):
    """How the document is shown, which panels stand beside it, and the ways through the text."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._connect_sides()
        self._connect_look()
        self._connect_ways()
        parts.workspace.settings_changed.connect(lambda _settings: self.refresh())
        parts.workspace.document_opened.connect(lambda _number: self.refresh())
        parts.workspace.document_closed.connect(lambda _number: self.refresh())
        parts.opening.places_changed.connect(self.refresh)
        parts.area.mode_changed.connect(lambda _mode: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Let the actions show how things are."""
        parts, settings = self._parts, self._parts.workspace.settings
        document = parts.workspace.document
        parts.actions[f"view.theme.{parts.workspace.theme.name}"].setChecked(True)
        parts.actions[f"view.script.{settings.script}"].setChecked(True)
        traditional = document is not None and document.reading.traditional
        parts.actions.set_enabled(("view.script.source", "view.script.traditional"), traditional)
        reading = (
            "edit.find", "edit.find_next", "edit.find_previous", "view.furniture", "go.previous_section",
            "go.next_section", "edit.copy_citation",
        )  # fmt: skip
        parts.actions.set_enabled(reading, document is not None)
        view = parts.area.active_view()
        parts.actions["view.furniture"].setChecked(view is not None and view.furniture_shown)
        parts.actions.set_enabled(("go.back",), parts.opening.places.can_go_back())
        parts.actions.set_enabled(("go.forward",), parts.opening.places.can_go_forward())

    def show_page(self, page: str) -> None:
        """Bring a panel to the front and put the cursor into it."""
        side = self._parts.left if page in LEFT_PAGES else self._parts.right
        side.show_page(page)
        side.page(page).take_focus()
        self.sides_changed()

    def fold_both(self) -> None:
        """Fold both sides away, or both out again where one of them is folded."""
        sides = (self._parts.left, self._parts.right)
        unfold = any(side.isHidden() for side in sides)
        for side in sides:
            side.setVisible(unfold)
        self.sides_changed()

    def sides_changed(self) -> None:
        self._parts.actions["view.left"].setChecked(not self._parts.left.isHidden())
        self._parts.actions["view.right"].setChecked(not self._parts.right.isHidden())

    def following_theme(self) -> Theme:
        """Return the theme that the next click brings."""
        themes = list(THEMES.values())
        return themes[(themes.index(self._parts.workspace.theme) + 1) % len(themes)]

    def next_theme(self) -> None:
        self._set(theme=self.following_theme().name)

    def _connect_sides(self) -> None:
        connect, parts = self._parts.actions.connect_to, self._parts
        for page in (*LEFT_PAGES, *RIGHT_PAGES):
            if page != "search":
                connect(f"view.{page}", lambda page=page: self.show_page(page))
        connect("view.left", lambda shown: self._fold(parts.left, shown))
        connect("view.right", lambda shown: self._fold(parts.right, shown))
        connect("view.sides", self.fold_both)

    def _connect_look(self) -> None:
        connect = self._parts.actions.connect_to
        connect("view.larger", lambda: self._resize(1.0))
        connect("view.smaller", lambda: self._resize(-1.0))
        connect("view.normal_size", lambda: self._set(font_size=_DEFAULT_SIZE))
        for name in THEMES:
            connect(f"view.theme.{name}", lambda _checked, name=name: self._set(theme=name))
        for name in ("source", "simplified", "traditional"):
            connect(f"view.script.{name}", lambda _checked, name=name: self._set(script=name))
        connect("view.furniture", self._show_furniture)
        connect("view.fullscreen", self._full_screen)
        connect("help.keys", self._show_keys)
        connect("help.about", self._show_about)

    def _connect_ways(self) -> None:
        connect, parts = self._parts.actions.connect_to, self._parts
        connect("go.back", parts.opening.back)
        connect("go.forward", parts.opening.forward)
        connect("go.previous_section", lambda: self._step(-1))
        connect("go.next_section", lambda: self._step(1))
        connect("edit.find", lambda: self._find("show_find_bar"))
        connect("edit.find_next", lambda: self._find("find_next"))
        connect("edit.find_previous", lambda: self._find("find_previous"))

    def _set(self, **choices: object) -> None:
        self._parts.workspace.set_settings(self._parts.workspace.settings.with_(**choices))

    def zoom(self, by: int) -> None:
        """Make the text larger (1) or smaller (-1)."""
        self._parts.actions["view.larger" if by > 0 else "view.smaller"].trigger()

    def _resize(self, by: float) -> None:
        self._set(font_size=self._parts.workspace.settings.font_size + by)

    def _fold(self, side: object, shown: bool) -> None:
        side.setVisible(shown)  # type: ignore[attr-defined]

    def _show_furniture(self, shown: bool) -> None:
        if (view := self._parts.area.active_view()) is not None:
            view.set_furniture_shown(shown)

    def _full_screen(self, full: bool) -> None:
        window = self._parts.window
        window.setWindowState(
            window.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else window.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def _step(self, by: int) -> None:
        document, here = self._parts.workspace.document, self._parts.workspace.section
        if document is not None:
            target = min(max((here or 0) + by, 0), len(document.outline.sections) - 1)
            if (view := self._parts.area.active_view()) is not None:
                view.jump_to(target)

    def _find(self, name: str) -> None:
        if (view := self._parts.area.finding_view()) is not None:
            getattr(view, name)()

    def _show_keys(self) -> None:
        from reader.ui.settings.keys_dialog import KeysDialog

        KeysDialog(ACTIONS, self._parts.window).open()

    def _show_about(self) -> None:
        from reader.ui.settings.about_dialog import AboutDialog

        AboutDialog(self._parts.window).open()
