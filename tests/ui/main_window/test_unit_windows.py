from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from reader.library.library import Library
from reader.library.own import OwnCount
from reader.library.records import Changes
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow
from reader.ui.workspace import Workspace
from tests.ui.ledger.conftest import TEXTS, put


@pytest.fixture
def window(qtbot, tmp_path):
    put(tmp_path, TEXTS)
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    made = MainWindow(Workspace(Settings(author="王", author_asked=True, own_units=("杨浦区水务局",))), jobs)
    with qtbot.waitSignal(made.restored):
        made.start()
    yield made
    made.close()
    made.deleteLater()


def dialogs(window) -> list[str]:
    return [dialog.windowTitle() for dialog in window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.parametrize(
    ("action", "title"),
    [
        ("units.roster", "单位名录"),
        ("units.aliases", "单位别名"),
        ("units.own", "设置"),
        ("file.export_tasks", "导出任务分解表"),
    ],
)
def test_that_each_action_opens_its_dialog(window, action, title):
    window.parts.actions[action].trigger()
    assert dialogs(window) == [title]
    for dialog in window.findChildren(QDialog):
        dialog.reject()


def test_that_the_own_units_are_counted_once_the_window_stands(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.workspace.own_counts))
    assert window.workspace.own_counts == {1: OwnCount(3, support=1, responsible=2), 3: OwnCount(1, local=1)}


def test_that_the_counts_follow_the_own_units_and_the_library(window, qtbot):
    workspace = window.workspace
    qtbot.waitUntil(lambda: len(workspace.own_counts) == 2)
    workspace.set_settings(workspace.settings.with_(own_units=("徐汇区水务局",)))
    qtbot.waitUntil(lambda: workspace.own_counts.keys() == {2, 3})
    window.parts.operations.bin_document(2)
    qtbot.waitUntil(lambda: workspace.own_counts.keys() == {3})
    workspace.set_settings(workspace.settings.with_(own_units=()))
    qtbot.waitUntil(lambda: workspace.own_counts == {})


@pytest.mark.parametrize(
    ("kind", "read"),
    [("annotations", "list"), ("units", "list own"), ("roster", "own"), ("documents", "list own"), ("session", "")],
)
def test_that_only_what_changed_is_read_anew(window, kind, read):
    upkeep = window.upkeep
    for pause in (upkeep._list_pause, upkeep._own_pause, upkeep._fill_pause):
        pause.stop()
    window.workspace.announce(Changes.of(1, kind))
    active = {"list": upkeep._list_pause.isActive(), "own": upkeep._own_pause.isActive()}
    assert " ".join(name for name, runs in active.items() if runs) == read


def test_that_the_ledger_goes_with_the_window(window, qtbot):
    window.parts.actions["units.ledger"].trigger()
    ledger = window.files.units.ledger
    assert ledger.isVisible()
    assert ledger.parent() is None  # it must not stay above the text it leads to
    gone = []
    ledger.destroyed.connect(lambda: gone.append(True))
    window.close()
    assert not ledger.isVisible()
    qtbot.waitUntil(lambda: bool(gone))


def test_that_the_ledger_stays_while_the_window_is_only_out_of_sight(window):
    window.parts.actions["units.ledger"].trigger()
    ledger = window.files.units.ledger
    window.hide()
    window.show()
    assert ledger.isVisible()
    assert window.files.units.ledger is ledger


def test_that_the_ledger_stays_when_the_window_is_not_to_close(window, monkeypatch):
    window.parts.actions["units.ledger"].trigger()
    monkeypatch.setattr(type(window.parts.operations), "has_unsaved", lambda _self: True)
    monkeypatch.setattr(window, "_may_lose", lambda: False)
    window.close()
    assert window.files.units.ledger.isVisible()
    monkeypatch.undo()


def test_that_without_a_library_nothing_about_units_can_be_asked_for(qtbot, tmp_path):
    (tmp_path / "library.db").write_bytes(b"no library at all" * 100)
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    window = MainWindow(Workspace(), jobs)
    with qtbot.waitSignal(window.restored):
        window.start()
    enabled = [one for one in ("units.ledger", "units.roster", "units.aliases", "file.export_tasks")
               if window.parts.actions[one].isEnabled()]  # fmt: skip
    window.close()
    window.deleteLater()
    assert enabled == []
