from __future__ import annotations

import pytest

from reader.library.library import Library
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow
from reader.ui.workspace import Workspace


@pytest.fixture
def window(qtbot, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    made = MainWindow(Workspace(), jobs)
    with qtbot.waitSignal(made.restored):
        made.start()
    yield made
    made.close()
    made.deleteLater()


def test_that_every_action_has_an_answer(window):
    assert window.parts.actions.unhandled() == frozenset()


def test_that_without_a_document_only_what_makes_sense_can_be_asked_for(window):
    actions = window.parts.actions
    enabled = {one for one in ("file.open", "file.export", "file.compare_close", "go.back", "edit.undo", "edit.find", "compare.next")
               if actions[one].isEnabled()}  # fmt: skip
    assert enabled == {"file.open"}


def test_that_one_key_folds_both_sides_and_unfolds_them(window):
    sides = (window.parts.left, window.parts.right)
    fold = window.parts.actions["view.sides"]
    fold.trigger()
    assert [side.isHidden() for side in sides] == [True, True]
    assert not window.parts.actions["view.left"].isChecked()
    fold.trigger()
    assert [side.isHidden() for side in sides] == [False, False]


def test_that_a_panel_asked_for_comes_out_of_a_folded_side(window):
    window.parts.actions["view.sides"].trigger()
    window.parts.actions["view.notes"].trigger()
    assert not window.parts.right.isHidden()
    assert window.parts.right.current() == "notes"


def test_that_the_theme_button_names_what_comes_next_and_goes_round(window):
    seen = []
    for _ in range(3):
        seen.append(window.head.theme_button.text())
        window.head.theme_button.click()
        assert window.workspace.theme.label == seen[-1]
    assert seen == ["护眼", "夜间", "纸"]


def test_that_the_window_fits_a_small_screen(window):
    window.resize(1280, 720)
    assert (window.width(), window.height()) == (1280, 720)


def test_that_the_menu_holds_every_action(window):
    window.head.menu_button.menu().aboutToShow.emit()
    held = {
        action.objectName() for menu in window.head.menu_button.menu().actions() for action in menu.menu().actions()
    }
    assert {"file.open", "note.add", "view.theme.night", "help.about"} <= held


def test_that_a_library_that_cannot_be_opened_is_left_alone_and_said_so(qtbot, tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"\0" * 5000)
    window = MainWindow(Workspace(), JobRunner(lambda: Library.open(path)))
    window.start()
    qtbot.waitUntil(lambda: not window.parts.actions["file.open"].isEnabled())
    assert path.read_bytes() == b"\0" * 5000
    window.close()
    window.deleteLater()
