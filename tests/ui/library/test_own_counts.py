from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.library.library import Library
from reader.library.own import OwnCount
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.library.delegate import LibraryDelegate
from reader.ui.library.model import OWN
from reader.ui.library.own_words import own_line, own_words
from reader.ui.library.panel import LibraryPanel
from reader.ui.operations import Operations
from reader.ui.theme import THEMES
from reader.ui.workspace import Workspace
from tests.ui.library.test_library_list import ENTRIES

COUNTS = {1: OwnCount(7, lead=2, support=1, responsible=3, local=1), 3: OwnCount(4, local=4)}


@pytest.fixture
def panel(qtbot, tmp_path):
    workspace = Workspace(Settings(own_units=("区科技经济委",)))
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    made = LibraryPanel(workspace, jobs, Operations(workspace, jobs))
    qtbot.addWidget(made)
    made.resize(272, 600)
    made.show()
    made.workspace = workspace
    workspace.set_entries(ENTRIES)
    yield made
    jobs.shutdown()


def shown(panel) -> list[int]:
    return [panel.model.entry(panel.model.index(row, 0)).number for row in range(panel.model.rowCount())]


@pytest.mark.parametrize(
    ("own", "words", "line"),
    [
        (COUNTS[1], ["牵头2", "责任3", "配合1", "属地1"], "涉及本单位7项：牵头2、责任3、配合1、属地1"),
        (COUNTS[3], ["属地4"], "涉及本单位4项：属地4"),
        (OwnCount(), [], ""),
        (None, [], ""),
    ],
)
def test_that_what_concerns_the_own_units_is_said_in_words(own, words, line):
    assert own_words(own) == words
    assert own_line(own) == line


def test_that_a_row_tells_what_of_it_concerns_the_own_units(panel):
    assert panel.model.index(0, 0).data(OWN) is None
    panel.workspace.set_own_counts(COUNTS)
    assert [panel.model.index(row, 0).data(OWN) for row in range(3)] == [COUNTS[3], None, COUNTS[1]]
    from PySide6.QtCore import Qt

    assert "涉及本单位7项" in panel.model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_that_a_row_is_as_high_as_its_labels_need(panel, qtbot):
    before = panel.view.visualRect(panel.model.index(2, 0)).height()
    panel.workspace.set_own_counts(COUNTS)
    qtbot.waitUntil(lambda: panel.view.visualRect(panel.model.index(2, 0)).height() > before)
    picture = panel.grab().toImage()
    panel.workspace.set_own_counts({})
    qtbot.waitUntil(lambda: panel.view.visualRect(panel.model.index(2, 0)).height() == before)
    assert panel.grab().toImage() != picture


def test_that_the_list_can_be_narrowed_to_what_concerns_the_own_units(panel):
    panel.workspace.set_own_counts(COUNTS)
    assert panel.own.box.text() == "只看涉及本单位 2"
    panel.own.box.click()
    assert shown(panel) == [3, 1]
    panel.box.setText("人民政府")
    assert shown(panel) == [1]
    panel.box.clear()
    panel.workspace.set_own_counts({1: COUNTS[1]})
    assert shown(panel) == [1]
    panel.workspace.set_own_counts({})
    assert panel.nothing.text() == "没有涉及本单位的文件"
    panel.own.box.click()
    assert shown(panel) == [3, 2, 1]


def test_that_without_an_own_unit_there_is_nothing_to_narrow(panel):
    panel.workspace.set_own_counts(COUNTS)
    panel.own.box.click()
    panel.workspace.set_settings(panel.workspace.settings.with_(own_units=()))
    assert not panel.own.isVisible()
    assert shown(panel) == [3, 2, 1]
    panel.workspace.set_settings(panel.workspace.settings.with_(own_units=("区财政局",)))
    assert panel.own.isVisible()
    panel.bin_button.setChecked(True)
    assert not panel.own.isVisible()


def test_that_heights_follow_another_width_and_font(panel):
    panel.workspace.set_entries((ENTRIES[0]._replace(title="关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见"),))
    delegate, option = LibraryDelegate(THEMES["paper"]), QStyleOptionViewItem()
    option.font, index = QFont(), panel.model.index(0, 0)
    option.rect.setWidth(1200)
    wide = delegate.sizeHint(option, index).height()
    option.rect.setWidth(240)
    narrow = delegate.sizeHint(option, index).height()
    option.font.setPointSizeF(option.font.pointSizeF() * 2)
    assert wide < narrow < delegate.sizeHint(option, index).height()
