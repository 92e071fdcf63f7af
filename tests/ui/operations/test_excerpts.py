from __future__ import annotations

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.workspace import Workspace

TEXT = "关于停车管理的若干规定\n\n第一条 为了加强管理，制定本规定。\n第二条 车主应当有序停放。\n第三条 违者处罚款。\n"


class Desk:
    """A document on the desk, and what writes into the digest."""

    def __init__(self, jobs: JobRunner, workspace: Workspace) -> None:
        self.jobs = jobs
        self.workspace = workspace
        self.operations = Operations(workspace, jobs)
        self.taken: list[tuple[str, bool]] = []
        self.operations.excerpt_added.connect(lambda excerpt, new: self.taken.append((excerpt.quote, new)))

    def kept(self) -> list[tuple[int, str, str]]:
        """Return number, theme and remark of each excerpt once everything asked for is written."""
        found: list[list[tuple[int, str, str]]] = []
        work = lambda library: [(one.number, one.theme, one.remark) for one in library.excerpts.all()]  # noqa: E731
        self.jobs.library_call(work, found.append)
        assert self.jobs.wait_for_writes()
        return found[0]

    def take(self, taken: Span | int, theme: str | None = None) -> None:
        self.operations.add_excerpt(taken, theme)
        assert self.jobs.wait_for_writes()

    def undo(self) -> None:
        self.operations.undo()
        assert self.jobs.wait_for_writes()

    def redo(self) -> None:
        self.operations.redo()
        assert self.jobs.wait_for_writes()


@pytest.fixture
def desk(qapp, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    workspace = Workspace(Settings(author="王敏", author_asked=True))
    (tmp_path / "规定.txt").write_text(TEXT, encoding="utf-8")

    def bring(library):
        (one,) = import_paths(library, [tmp_path / "规定.txt"]).imported
        return library.documents.open(one.number)

    opened = []
    jobs.library_call(bring, opened.append)
    assert jobs.wait_for_writes()
    workspace.show(opened[0], ())
    yield Desk(jobs, workspace)
    jobs.shutdown()


def test_that_what_is_taken_goes_where_the_last_one_went(desk):
    desk.take(1, "目的")
    desk.take(2)
    assert desk.kept() == [(1, "目的", ""), (2, "目的", "")]


def test_that_a_stretch_is_taken_as_it_is_selected(desk):
    start = desk.workspace.document.reading.simplified.index("车主应当有序停放")
    desk.take(Span(start, start + 8))
    assert desk.taken == [("车主应当有序停放", True)]


def test_that_taking_is_undone_and_done_again(desk):
    desk.take(1, "")
    desk.undo()
    assert desk.kept() == []
    assert desk.operations.redo_text() == "放入摘编"
    desk.redo()
    assert desk.kept() == [(1, "", "")]


def test_that_taking_the_same_twice_is_one_step(desk):
    desk.take(1, "")
    desk.take(1, "")
    assert [new for _, new in desk.taken] == [True, False]
    desk.undo()
    assert desk.operations.undo_text() is None


def test_that_a_section_that_is_gone_is_told_and_not_tried_again(desk, qtbot):
    with qtbot.waitSignal(desk.operations.failed) as told:
        desk.take(99, "")
    assert "请再试一次" in told.args[0]
    assert not desk.operations.has_unsaved()
    assert desk.taken == []


def test_that_an_order_is_taken_back_as_a_whole(desk):
    for section in (1, 2, 3):
        desk.take(section, "甲")
    desk.operations.move_excerpts([2, 3], 1, "甲")
    assert [number for number, _, _ in desk.kept()] == [2, 3, 1]
    desk.operations.move_excerpts([1], None, "乙")
    assert desk.kept()[-1][:2] == (1, "乙")
    desk.undo()
    assert [number for number, _, _ in desk.kept()] == [2, 3, 1]
    desk.undo()
    assert [number for number, _, _ in desk.kept()] == [1, 2, 3]


def test_that_moving_to_the_same_place_is_no_step(desk):
    desk.take(1, "甲")
    desk.operations.move_excerpts([1], None, "甲")
    desk.kept()
    assert desk.operations.undo_text() == "放入摘编"


def test_that_an_excerpt_that_is_gone_is_not_moved(desk):
    desk.take(1, "甲")
    desk.operations.move_excerpts([7, 1], None, "乙")
    assert desk.kept() == [(1, "乙", "")]


def test_that_two_themes_made_one_come_apart_again(desk):
    desk.take(1, "甲")
    desk.take(2, "乙")
    desk.operations.rename_excerpt_theme("乙", "甲")
    assert {theme for _, theme, _ in desk.kept()} == {"甲"}
    desk.undo()
    assert {theme for _, theme, _ in desk.kept()} == {"甲", "乙"}


def test_that_remarks_typed_in_pieces_are_one_step(desk):
    desk.take(1, "")
    desk.operations.remark_excerpt(1, "请核", "")
    desk.operations.remark_excerpt(1, "请核对", "请核")
    assert desk.kept() == [(1, "", "请核对")]
    desk.undo()
    assert desk.kept() == [(1, "", "")]
    assert desk.operations.undo_text() == "放入摘编"


def test_that_what_was_cleared_comes_back_and_only_that(desk):
    for section in (1, 2, 3):
        desk.take(section, "")
    desk.operations.delete_excerpts(2)
    desk.operations.clear_excerpts()
    assert desk.kept() == []
    desk.undo()
    assert [number for number, _, _ in desk.kept()] == [1, 3]
    desk.undo()
    assert [number for number, _, _ in desk.kept()] == [1, 2, 3]


def test_that_clearing_an_empty_digest_is_no_step(desk):
    desk.operations.clear_excerpts()
    desk.operations.delete_excerpts(5)
    assert desk.kept() == []
    assert desk.operations.undo_text() is None


def test_that_what_is_taken_out_comes_back_to_its_place_after_others_were_moved_back(desk):
    for section in (1, 2, 3):
        desk.take(section, "甲")
    desk.operations.move_excerpts([3], 1, "甲")
    desk.operations.delete_excerpts(1)
    desk.operations.move_excerpts([3], None, "乙")
    desk.undo()
    desk.undo()
    assert [number for number, _, _ in desk.kept()] == [3, 1, 2]
    desk.undo()
    assert [number for number, _, _ in desk.kept()] == [1, 2, 3]


def test_that_an_excerpt_comes_back_under_the_name_that_its_theme_had(desk):
    desk.take(1, "甲")
    desk.take(2, "甲")
    desk.operations.delete_excerpts(1)
    desk.operations.rename_excerpt_theme("甲", "乙")
    desk.undo()
    desk.undo()
    assert [place[:2] for place in desk.kept()] == [(1, "甲"), (2, "甲")]
    desk.redo()
    desk.redo()
    assert [place[:2] for place in desk.kept()] == [(2, "乙")]


def test_that_what_was_taken_is_taken_again_where_it_was(desk):
    desk.take(1, "甲")
    desk.take(2, "乙")
    desk.operations.move_excerpts([2], 1, "甲")
    desk.take(3, "乙")
    for _ in range(3):
        desk.undo()
    for _ in range(3):
        desk.redo()
    assert [place[:2] for place in desk.kept()] == [(2, "甲"), (1, "甲"), (3, "乙")]
