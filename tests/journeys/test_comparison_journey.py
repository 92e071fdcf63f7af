"""Two drafts compared as an official does it: step, note, pair by hand, judge, export, and find it all again."""

from __future__ import annotations

from docx import Document
from PySide6.QtWidgets import QDialog

from reader.library.library import Library
from tests.journeys.conftest import XUHUI, YANGPU
from tests.screenshots import draft_of


def draft_file(tmp_path):
    draft = tmp_path / "杨浦联动创新区实施意见（征求意见稿）.txt"
    draft.write_text(draft_of(YANGPU.read_text(encoding="utf-8")), encoding="utf-8")
    return draft


def open_pair(one, left, right):
    one.window.parts.opening.open_pair(one.number(left), one.number(right))
    return compared(one)


def compared(one):
    one.until(lambda: one.window.parts.area.mode == "pair" and one.window.parts.area.compare.comparison is not None)
    return one.window.parts.area.compare


def kept(one):
    """Read what the library keeps of the only comparison, after everything is written."""
    one.window.flush()
    found = []
    one.jobs.library_call(
        lambda library: library.comparisons.snapshot(library.comparisons.all()[0].number), found.append
    )
    one.until(lambda: bool(found))
    return found[0]


def test_that_a_note_on_a_difference_is_kept_with_the_document_and_the_comparison(desk, tmp_path):
    one = desk()
    draft = draft_file(tmp_path)
    one.import_files(YANGPU, draft)
    pair = open_pair(one, draft, YANGPU)
    one.trigger("compare.substantive")
    one.trigger("compare.next")
    difference = pair.steps.current
    assert difference.substantive
    one.wait_saved(lambda: one.trigger("compare.note"))
    notes = one.window.parts.right.page("notes")
    notes.editor.field.insertPlainText("为什么改，请说明依据。")
    state = kept(one)
    assert len(state.notes) == 1
    placement = one.workspace.placement(state.notes[0].annotation)
    assert placement.annotation.note == "为什么改，请说明依据。"
    one.close()
    two = desk()
    pair = compared(two)
    assert pair.substantive_only
    assert [note.annotation for note in kept(two).notes] == [placement.annotation.number]


def test_that_a_pair_parted_by_hand_stays_parted_until_it_is_undone(desk, tmp_path):
    one = desk()
    draft = draft_file(tmp_path)
    one.import_files(YANGPU, draft)
    pair = open_pair(one, draft, YANGPU)
    changed = next(p for p in pair.comparison.pairs if p.changes)
    pair.active_view().jump_to(changed.left)
    one.until(lambda: pair.active_view().section == changed.left)
    one.wait_saved(lambda: one.trigger("compare.part"))
    one.until(
        lambda: pair.comparison is not None and pair.comparison.counterpart_of_left(changed.left) != changed.right
    )
    assert kept(one).breaks == ((changed.left, changed.right),)
    one.wait_saved(lambda: one.trigger("edit.undo"))
    one.until(
        lambda: pair.comparison is not None and pair.comparison.counterpart_of_left(changed.left) == changed.right
    )
    assert kept(one).breaks == ()


def test_that_a_judgement_reaches_the_table_that_is_handed_in(desk, tmp_path):
    one = desk()
    one.import_files(XUHUI, YANGPU)
    pair = open_pair(one, XUHUI, YANGPU)
    one.trigger("compare.downward")
    one.until(lambda: pair.comparison is not None and pair.comparison.direction == "downward")
    section = next(p.left for p in pair.comparison.pairs if p.status == "answered")
    from reader.comparison.judgement import Judgement, Verdict

    one.wait_saved(lambda: pair.differences.judged.emit(section, Judgement(Verdict.REFINED, "本区加了时限")))
    assert kept(one).judgements[section].verdict is Verdict.REFINED
    out = tmp_path / "承接情况表.docx"
    from reader.library.exporting_comparison import export_comparison

    export_comparison(pair.compared_state(), out)
    cells = {cell.text for table in Document(str(out)).tables for row in table.rows for cell in row.cells}
    assert any("细化" in cell for cell in cells)
    assert any("本区加了时限" in cell for cell in cells)


def test_that_the_draft_before_is_one_click_away(desk, tmp_path):
    one = desk()
    draft = draft_file(tmp_path)
    one.import_files(draft, YANGPU)
    one.open(YANGPU)
    one.trigger("file.compare_previous")
    pair = compared(one)
    assert [pane.document.entry.file for pane in pair.panes] == [draft.name, YANGPU.name]


def test_that_the_export_of_a_comparison_asks_how_it_is_to_leave(desk, tmp_path, qapp):
    one = desk()
    draft = draft_file(tmp_path)
    one.import_files(YANGPU, draft)
    open_pair(one, draft, YANGPU)
    one.trigger("file.export_comparison")
    dialog = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible())
    dialog.reject()


def test_that_a_comparison_is_found_again_in_the_library(desk, tmp_path):
    one = desk()
    draft = draft_file(tmp_path)
    one.import_files(YANGPU, draft)
    numbers = one.number(draft), one.number(YANGPU)
    open_pair(one, draft, YANGPU)
    one.trigger("compare.column")
    one.trigger("file.compare_close")
    one.close()
    with Library.open(one.path) as library:
        (found,) = library.comparisons.all()
        assert (found.left, found.right) == numbers
    two = desk()
    panel = two.window.parts.left.page("library")
    panel.comparison_requested.emit(*numbers)
    assert compared(two).layout_shown == "column"
