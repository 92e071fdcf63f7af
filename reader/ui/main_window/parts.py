"""The parts of a window, for those who connect them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.ui.actions import Actions
    from reader.ui.export.kept import Kept
    from reader.ui.jobs import JobRunner
    from reader.ui.main_window.notice_bar import NoticeBar
    from reader.ui.main_window.opening import Opening
    from reader.ui.main_window.reading_area import ReadingArea
    from reader.ui.main_window.side import Side
    from reader.ui.main_window.status_bar import StatusBar
    from reader.ui.operations import Operations
    from reader.ui.workspace import Workspace


class Parts(NamedTuple):
    """Everything a group of actions may need; ``window`` is the parent of dialogs."""

    window: QWidget
    actions: Actions
    workspace: Workspace
    jobs: JobRunner
    operations: Operations
    opening: Opening
    area: ReadingArea
    left: Side
    right: Side
    status: StatusBar
    notice: NoticeBar
    kept: Callable[[], Kept]  # what was chosen last for an export; made when it is first asked for
