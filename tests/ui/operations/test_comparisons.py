from __future__ import annotations

from typing import NamedTuple

import pytest

from reader.comparison.judgement import Judgement, Verdict
from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.workspace import Workspace

UPPER = "关于停车管理的若干规定（征求意见稿）\n\n第一条 为了加强管理，制定本规定。\n第二条 车主应当有序停放。\n第三条 违者处罚款。\n"
LOWER = (
    "关于停车管理的若干规定\n\n第一条 为了加强管理，制定本规定。\n第二条 车主可以有序停放。\n第三条 违者予以劝导。\n"
)


class Desk(NamedTuple):
    """A comparison that is kept, and what writes into it."""

    operations: Operations
    workspace: Workspace
    jobs: JobRunner
    number: int

    def ask(self, work):
        """Return what the library answers once everything asked for before is written."""
        answers = []
        self.jobs.library_call(work, answers.append)
        assert self.jobs.wait_for_writes()
        return answers[0]

    def state(self):
        return self.ask(lambda library: library.comparisons.snapshot(self.number))

    def links(self):
        state = self.state()
        return set(state.pins), set(state.breaks)

    def back(self):
        self.operations.undo()
        assert self.jobs.wait_for_writes()
        assert self.jobs.wait_for_writes()

    def forth(self):
        self.operations.redo()
        assert self.jobs.wait_for_writes()
        assert self.jobs.wait_for_writes()


@pytest.fixture
def desk(qapp, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    workspace = Workspace(Settings(author="王敏", author_asked=True))
    for name, text in (("征求意见稿.txt", UPPER), ("印发.txt", LOWER)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    def begin(library):
        imported = import_paths(library, [tmp_path / "征求意见稿.txt", tmp_path / "印发.txt"]).imported
        left, right = (library.documents.open(one.number) for one in imported)
        return left, right, library.comparisons.open(left.entry.number, right.entry.number).number

    begun = []
    jobs.library_call(begin, begun.append)
    assert jobs.wait_for_writes()
    left, right, number = begun[0]
    workspace.hold(right, ())
    workspace.show(left, ())
    yield Desk(Operations(workspace, jobs), workspace, jobs, number)
    jobs.shutdown()


def test_that_a_pair_made_by_hand_is_taken_back_and_made_again(desk):
    desk.operations.keep_pin(desk.number, 2, 3)
    assert desk.links() == ({(2, 3)}, set())
    assert desk.operations.undo_text() == "人工配对"
    desk.back()
    assert desk.links() == (set(), set())
    desk.forth()
    assert desk.links() == ({(2, 3)}, set())


def test_that_the_pairs_that_made_way_come_back(desk):
    desk.operations.keep_pin(desk.number, 2, 2)
    desk.operations.keep_pin(desk.number, 3, 3)
    desk.operations.keep_pin(desk.number, 2, 3)
    assert desk.links() == ({(2, 3)}, set())
    desk.back()
    assert desk.links() == ({(2, 2), (3, 3)}, set())


def test_that_a_pin_of_a_pair_that_was_broken_gives_the_break_back(desk):
    desk.operations.keep_part(desk.number, 2, 2)
    desk.operations.keep_pin(desk.number, 2, 2)
    assert desk.links() == ({(2, 2)}, set())
    desk.back()
    assert desk.links() == (set(), {(2, 2)})
    assert desk.operations.undo_text() == "拆开配对"


def test_that_a_decision_that_changes_nothing_is_no_step(desk):
    desk.operations.keep_release(desk.number, 1, 1)
    desk.links()
    assert desk.operations.undo_text() is None


def test_that_a_decision_is_told_to_every_panel(desk, qtbot):
    with qtbot.waitSignal(desk.workspace.changed) as told:
        desk.operations.keep_part(desk.number, 1, 1)
    assert told.args[0].kinds == {"comparisons"}


def test_that_a_judgement_bears_its_author_and_is_taken_back(desk):
    desk.operations.judge(desk.number, 2, Judgement(Verdict.WEAKENED))
    said = desk.state().judgements[2]
    assert (said.verdict, said.author) == (Verdict.WEAKENED, "王敏")
    assert said.made_at
    assert desk.operations.undo_text() == "判定承接情况"
    desk.back()
    assert not desk.state().judgements
    desk.forth()
    assert desk.state().judgements[2].verdict == Verdict.WEAKENED


def test_that_a_remark_typed_in_pieces_is_one_step(desk):
    desk.operations.judge(desk.number, 2, Judgement(Verdict.WEAKENED))
    for typed in ("缺", "缺时", "缺时限"):
        desk.operations.judge(desk.number, 2, Judgement(Verdict.WEAKENED, typed))
    assert desk.state().judgements[2].remark == "缺时限"
    desk.back()
    assert desk.state().judgements[2][:2] == (Verdict.WEAKENED, "")
    desk.back()
    assert not desk.state().judgements


def test_that_a_note_on_a_difference_belongs_to_document_and_comparison(desk, qtbot):
    right = next(n for n in desk.workspace.open_numbers() if n != desk.workspace.document.entry.number)
    start = LOWER.index("可以")
    with qtbot.waitSignal(desk.operations.mark_added):
        desk.operations.note_difference(
            desk.number, "right", Span(start, start + 2), "力度减弱", "疑问", 2, 2, "obligation", "应当"
        )
    (placement,) = desk.workspace.placements_of(right)
    assert (placement.annotation.note, placement.annotation.author) == ("力度减弱", "王敏")
    (note,) = desk.state().notes
    assert (note.left, note.right, note.kind, note.other) == (2, 2, "obligation", "应当")
    desk.back()
    assert not desk.state().notes
    assert not desk.workspace.placements_of(right)
    desk.forth()
    assert len(desk.state().notes) == len(desk.workspace.placements_of(right)) == 1


def test_that_a_comparison_is_deleted_and_brought_back_with_what_was_decided(desk):
    desk.operations.keep_pin(desk.number, 2, 3)
    desk.operations.delete_comparison(desk.number)
    assert desk.ask(lambda library: library.comparisons.all()) == ()
    desk.back()
    (kept,) = desk.ask(lambda library: library.comparisons.all())
    assert kept.number == desk.number
    assert desk.links() == ({(2, 3)}, set())


def test_that_a_stage_is_set_and_taken_back(desk):
    left = desk.workspace.document.entry.number
    desk.operations.set_stage(left, "送审稿")
    assert desk.ask(lambda library: library.drafts.of(left)).stage == "送审稿"
    desk.back()
    draft = desk.ask(lambda library: library.drafts.of(left))
    assert (draft.stage, draft.typed) == ("征求意见稿", False)


def test_that_a_comparison_that_is_not_kept_refuses_decisions(desk, qtbot):
    with qtbot.waitSignal(desk.operations.failed) as refused:
        desk.operations.keep_pin(0, 1, 1)
    assert "只读" in refused.args[0]
    assert desk.operations.undo_text() is None
