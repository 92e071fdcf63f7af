from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.library.kept_rows import KeptModel
from reader.ui.library.panel import LibraryPanel
from reader.ui.operations import Operations
from reader.ui.workspace import Workspace
from tests.ui.library.test_library_list import entry

FILES = {
    "关于停车管理的若干规定（征求意见稿）.txt": "关于停车管理的若干规定（征求意见稿）\n\n第一条 应当有序停放。\n第二条 违者处罚款。\n",
    "关于停车管理的若干规定.txt": "关于停车管理的若干规定\n\n第一条 可以有序停放。\n第二条 违者予以劝导。\n",
    "关于绿化的通知.txt": "关于绿化的通知\n\n一、总体要求。多种树。\n",
}


@pytest.fixture
def desk(qtbot, tmp_path):
    """Return a panel over a library of three documents, two comparisons kept."""
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    workspace = Workspace(Settings())
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def fill(library):
        draft, issued, other = (one.number for one in import_paths(library, [tmp_path / n for n in FILES]).imported)
        library.comparisons.set_mode(library.comparisons.open(other, issued).number, "topics", "downward")
        library.comparisons.set_mode(library.comparisons.open(draft, issued).number, "editions", "peers")
        return library.documents.entries()

    jobs.library_call(fill, workspace.set_entries)
    assert jobs.wait_for_writes()
    panel = LibraryPanel(workspace, jobs, Operations(workspace, jobs))
    panel.workspace, panel.jobs, panel.operations = workspace, jobs, panel._operations
    qtbot.addWidget(panel)
    panel.resize(272, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    jobs.shutdown()


@pytest.fixture
def kept(desk, qtbot):
    qtbot.mouseClick(desk.pages.group.button(1), Qt.MouseButton.LeftButton)
    assert desk.jobs.wait_for_writes()
    return desk.kept


def number_of(desk, words):
    return next(one.number for one in desk.workspace.entries if words in one.title)


def issued(desk):
    return next(one.number for one in desk.workspace.entries if one.title.endswith("若干规定"))


def texts(kept):
    return [kept.model.index(row, 0).data() for row in range(kept.model.rowCount())]


def action(menu, text):
    return next(one for one in menu.actions() if one.text().startswith(text))


def settle(desk):
    for _ in range(3):
        assert desk.jobs.wait_for_writes()


def test_that_kept_comparisons_are_listed_the_last_one_first(kept):
    assert kept.isVisible()
    assert [row.split(" ↔ ")[0] for row in texts(kept)] == ["关于停车管理的若干规定（征求意见稿）", "关于绿化的通知"]
    assert kept.model.row(kept.model.index(0, 0)).about.startswith("稿件比对 · ")
    assert kept.model.row(kept.model.index(1, 0)).about.startswith("承接对照 · ")


def test_that_enter_opens_a_comparison(desk, kept, qtbot):
    kept.view.setCurrentIndex(kept.model.index(1, 0))
    with qtbot.waitSignal(desk.comparison_requested) as asked:
        qtbot.keyClick(kept.view, Qt.Key.Key_Return)
    assert asked.args == [number_of(desk, "绿化"), issued(desk)]


def test_that_a_deleted_comparison_comes_back_by_undo(desk, kept, qtbot):
    kept.view.setCurrentIndex(kept.model.index(0, 0))
    qtbot.keyClick(kept.view, Qt.Key.Key_Delete)
    settle(desk)
    assert len(texts(kept)) == 1
    assert desk.operations.undo_text() == "删除比对"
    desk.operations.undo()
    settle(desk)
    assert len(texts(kept)) == 2


def test_that_the_menu_opens_and_deletes(desk, kept, qtbot):
    row = kept.model.row(kept.model.index(0, 0))
    with qtbot.waitSignal(desk.comparison_requested):
        action(kept.row_menu(row), "打开").trigger()
    action(kept.row_menu(row), "删除").trigger()
    settle(desk)
    assert len(texts(kept)) == 1


def test_that_typing_filters_the_comparisons(kept):
    kept.box.setText("绿化 承接")
    assert len(texts(kept)) == 1
    kept.box.setText("没有的")
    assert kept.nothing.isVisible()


def test_that_a_document_in_the_bin_takes_its_comparisons_along(desk, kept):
    desk.operations.bin_document(number_of(desk, "绿化"))
    settle(desk)
    assert len(texts(kept)) == 1


def test_that_drafts_of_one_title_are_told_apart_by_stage_or_file():
    from reader.library.comparisons import Kept

    model = KeptModel()
    entries = {n: entry(n, "停车规定", **more) for n, more in ((1, {"stage": "送审稿"}), (2, {}), (3, {}))}
    model.set_kept([Kept(1, 1, 2, "", "peers", "", "", {}), Kept(2, 2, 3, "", "peers", "", "", {})], entries)
    assert [model.row(model.index(i, 0)).titles[1] for i in (0, 1)] == ["送审稿 ↔ 2.txt", "2.txt ↔ 3.txt"]


def test_that_the_menu_of_a_draft_leads_to_the_one_before(desk, qtbot):
    menu = desk.entry_menu(next(one for one in desk.workspace.entries if one.number == issued(desk)))
    previous = action(menu, "与上一稿比对")
    assert not previous.isEnabled()
    settle(desk)
    assert previous.isEnabled()
    with qtbot.waitSignal(desk.previous_requested) as asked:
        previous.trigger()
    assert asked.args == [issued(desk)]


def test_that_the_first_draft_has_none_before_it(desk):
    menu = desk.entry_menu(next(one for one in desk.workspace.entries if "征求" in one.title))
    settle(desk)
    assert not action(menu, "与上一稿比对").isEnabled()


def test_that_the_stage_is_set_by_the_menu_and_recognised_again(desk):
    draft = next(one for one in desk.workspace.entries if "征求" in one.title)
    stages = action(desk.entry_menu(draft), "稿次").menu()
    settle(desk)
    assert action(stages, "征求意见稿").isChecked()
    assert action(stages, "按标题").isChecked()
    action(stages, "送审稿").trigger()
    settle(desk)
    assert stage_of(desk, draft.number) == "送审稿"
    again = action(desk.entry_menu(draft), "稿次").menu()
    settle(desk)
    action(again, "按标题").trigger()
    settle(desk)
    assert stage_of(desk, draft.number) == "征求意见稿"


def test_that_two_documents_are_said_to_be_drafts_of_one_text(desk):
    other = number_of(desk, "绿化")
    selection = desk.view.selectionModel()
    for number in (other, issued(desk)):
        selection.select(desk.model.index_of(number), selection.SelectionFlag.Select)
    menu = desk.entry_menu(next(one for one in desk.workspace.entries if one.number == other))
    drafts = action(menu, "稿次").menu()
    settle(desk)
    action(drafts, "与“关于停车管理的若干规定”").trigger()
    settle(desk)
    found = []
    desk.jobs.library_call(lambda library: library.drafts.series(other), found.append)
    settle(desk)
    assert issued(desk) in {draft.document for draft in found[0]}


def stage_of(desk, number):
    found = []
    desk.jobs.library_call(lambda library: library.drafts.of(number).stage, found.append)
    settle(desk)
    return found[0]


def test_that_a_row_of_a_draft_is_painted_with_its_stage_and_found_by_it(desk):
    desk.box.setText("征求意见稿")
    assert desk.model.rowCount() == 1
    with_stage = desk.view.grab().toImage()
    plain = [one._replace(stage="") for one in desk.workspace.entries]
    desk.model.set_entries([one for one in plain if "征求" in one.title])
    assert desk.view.grab().toImage() != with_stage
