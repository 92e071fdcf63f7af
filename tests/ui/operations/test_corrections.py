from __future__ import annotations

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.operations.corrections import signed
from reader.ui.workspace import Workspace
from reader.units.corrections import Correction

TEXT = "关于推进联动创新的意见\n\n一、重点任务\n（一）促进贸易。吸引机构落户。（责任单位：区商务委、区财政局）\n"


@pytest.fixture
def jobs(qapp, tmp_path):
    made = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield made
    made.shutdown()


@pytest.fixture
def desk(jobs, tmp_path):
    """Return operations and workspace with one document open."""
    path = tmp_path / "意见.txt"
    path.write_text(TEXT, encoding="utf-8")
    workspace = Workspace(Settings(author="王敏", author_asked=True))
    jobs.library_call(
        lambda library: library.documents.open(import_paths(library, [path]).imported[0].number),
        lambda document: workspace.show(document, ()),
    )
    assert jobs.wait_for_writes()
    return Operations(workspace, jobs), workspace


def correction(uuid, op, words, **fields):
    start = TEXT.index(words)
    values = {"raw": words, "name": words, "role": "责任单位", "was": words, **fields}
    return Correction(uuid, op, start, start + len(words), **values)


def names(workspace):
    return [unit.name for one in workspace.document.assignments for unit in one.units]


def settle(jobs):
    assert jobs.wait_for_writes()
    assert jobs.wait_for_writes()


def test_that_a_step_bears_its_name_and_goes_back_and_forth(desk, jobs):
    operations, workspace = desk
    operations.correct_units("删去责任单位", (correction("1", "remove", "区财政局"),))
    settle(jobs)
    assert (names(workspace), operations.undo_text()) == (["区商务委"], "删去责任单位")
    operations.undo()
    settle(jobs)
    assert (names(workspace), operations.redo_text()) == (["区商务委", "区财政局"], "删去责任单位")
    operations.redo()
    settle(jobs)
    assert names(workspace) == ["区商务委"]


def test_that_one_step_takes_corrections_back_and_makes_others(desk, jobs):
    operations, workspace = desk
    first = correction("1", "rename", "区财政局", name="区数据局")
    operations.correct_units("更正单位名称", (first,))
    settle(jobs)
    second = correction("2", "rename", "区财政局", name="区教育局")
    operations.correct_units("更正单位名称", (second,), workspace.document.corrections)
    settle(jobs)
    assert names(workspace) == ["区商务委", "区教育局"]
    operations.undo()
    settle(jobs)
    assert names(workspace) == ["区商务委", "区数据局"]
    assert [one.uuid for one in workspace.document.corrections] == ["1"]


def test_that_a_step_that_fails_leaves_what_was_decided(desk, jobs, monkeypatch):
    operations, workspace = desk
    operations.correct_units("更正单位名称", (correction("1", "rename", "区财政局", name="区数据局"),))
    settle(jobs)
    second = correction("2", "rename", "区财政局", name="区教育局")
    wrong = correction("3", "move", "区商务委")  # to nowhere
    operations.correct_units("再更正", (second, wrong), workspace.document.corrections)
    settle(jobs)
    assert operations.undo_text() == "更正单位名称"
    kept = []
    jobs.library_call(lambda library: library.units.corrections(1), kept.append)
    settle(jobs)
    assert [one.uuid for [*held] in kept for one in held] == ["1"]


def test_that_undoing_a_step_leaves_what_was_decided_later_in_force(desk, jobs):
    operations, workspace = desk
    for uuid, name in (("1", "区数据局"), ("2", "区教育局")):
        operations.correct_units("更正单位名称", (correction(uuid, "rename", "区财政局", name=name),))
        settle(jobs)
    operations.correct_units("恢复原读法", (), workspace.document.corrections[:1])
    settle(jobs)
    operations.undo()
    settle(jobs)
    assert names(workspace) == ["区商务委", "区教育局"]
    assert [one.uuid for one in workspace.document.corrections] == ["1", "2"]


def test_that_the_outcome_is_told_to_every_panel(qtbot, desk):
    operations, workspace = desk
    with qtbot.waitSignal(operations.saved), qtbot.waitSignal(workspace.changed) as told:
        operations.correct_units("删去责任单位", (correction("1", "remove", "区财政局"),))
    [changes] = told.args
    assert changes.kinds == {"units"}
    assert changes.documents == {workspace.document.entry.number}


def test_that_nothing_is_written_where_nothing_is_decided(desk, jobs):
    operations, _workspace = desk
    operations.correct_units("恢复原读法")
    settle(jobs)
    assert operations.undo_text() is None


def test_that_a_document_in_the_background_is_corrected_too(desk, jobs, tmp_path):
    operations, workspace = desk
    number, first = workspace.document.entry.number, workspace.document
    other = tmp_path / "别的.txt"
    other.write_text("关于别的事的通知\n\n一、事项\n（一）办好。\n", encoding="utf-8")
    jobs.library_call(
        lambda library: library.documents.open(import_paths(library, [other]).imported[0].number),
        lambda document: workspace.show(document, ()),
    )
    assert jobs.wait_for_writes()
    operations.correct_units("删去责任单位", (correction("1", "remove", "区财政局"),), document=number)
    settle(jobs)
    assert workspace.document.entry.number != number
    held = workspace.document_of(number)
    assert [unit.name for one in held.assignments for unit in one.units] == ["区商务委"]
    assert held is not first


def test_that_a_correction_bears_its_author_and_time(desk, jobs):
    operations, workspace = desk
    [one] = signed([correction("1", "remove", "区财政局")], "王敏")
    assert one.author == "王敏"
    assert one.made_at.endswith("+00:00")
    operations.correct_units("删去责任单位", (correction("2", "remove", "区财政局"),))
    settle(jobs)
    assert workspace.document.corrections[0].author == "王敏"
