from __future__ import annotations

import pytest

from reader.library import ingest
from reader.library.library import Library
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow
from reader.ui.main_window.session import Start
from reader.ui.main_window.welcome import Welcome
from reader.ui.workspace import Workspace

_PLAIN = "关于开展巡查的通知\n\n一、巡查\n开展巡查。\n"
_TRADITIONAL = (
    "關於開展檢查的實施意見\n\n一、檢查\n開展檢查，確保實際經濟發展質量。（責任單位：區財政局、區商務委、區審計局）\n"
)
_WITH_UNITS = "关于加强检查的实施意见\n\n一、检查\n加强检查。（责任单位：区财政局、区商务委）\n"


@pytest.fixture
def window(qtbot, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    made = MainWindow(Workspace(), jobs)
    with qtbot.waitSignal(made.restored):
        made.start()
    yield made
    made.close()
    made.deleteLater()


def test_that_the_first_start_opens_a_document_that_shows_units_in_everybodys_script(
    window, qtbot, tmp_path, monkeypatch
):
    folder = tmp_path / "bundled"
    folder.mkdir()
    for name, text in (("1.txt", _PLAIN), ("2.txt", _TRADITIONAL), ("3.txt", _WITH_UNITS)):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(ingest, "BUNDLED", folder)
    Welcome(window.parts, window.files, window).begin(Start((), {}, False, (), (), True, False))
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    assert window.workspace.document.entry.file == "3.txt"
    assert window.parts.left.current() == "outline"
