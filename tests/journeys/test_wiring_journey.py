from __future__ import annotations

from PySide6.QtWidgets import QLabel

from reader.text.edits import Reason
from reader.text.spans import Span
from tests.journeys.conftest import XUHUI, YANGPU, YANGPU_PDF


def open_pair(one, left, right) -> None:
    one.window.parts.opening.open_pair(one.number(left), one.number(right))
    one.until(lambda: one.window.parts.area.mode == "pair" and one.window.parts.area.compare.comparison is not None)


def hint_of(view):
    return [(shape.start, shape.end) for shape in view.paper.layers["hint"].shapes]


def test_that_a_third_document_gives_way_to_a_pair(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI, YANGPU_PDF)
    one.open(XUHUI)
    open_pair(one, YANGPU, YANGPU_PDF)
    assert set(one.workspace.open_numbers()) == {one.number(YANGPU), one.number(YANGPU_PDF)}
    assert one.window.parts.area.compare.comparison.verdict() == "正文一致；版头、版记仅一方有"


def test_that_the_half_of_a_pair_that_is_not_deleted_stays_open(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    open_pair(one, YANGPU, XUHUI)
    one.wait_saved(lambda: one.operations.bin_document(one.number(YANGPU)))
    one.until(lambda: one.window.parts.area.mode == "single")
    assert one.workspace.document.entry.file == XUHUI.name


def test_that_two_editions_of_one_title_are_told_apart_by_their_files(desk):
    one = desk()
    one.import_files(YANGPU, YANGPU_PDF)
    open_pair(one, YANGPU, YANGPU_PDF)
    one.window.resize(1440, 900)
    said = {label.text() for pane in one.window.parts.area.compare.panes for label in pane.findChildren(QLabel)}
    assert {YANGPU.stem, YANGPU_PDF.stem} <= said


def test_that_a_line_of_the_receipt_shows_the_furniture_where_it_stood(desk):
    one = desk()
    one.import_files(YANGPU)
    panel = one.window.parts.right.page("receipt")
    edit = next(e for e in one.workspace.document.reading.edits if e.reason is Reason.FURNITURE)
    panel.edit_requested.emit(edit)
    assert one.view.furniture_shown
    assert one.window.parts.actions["view.furniture"].isChecked()
    one.trigger("view.furniture")
    assert not one.view.furniture_shown


def test_that_the_menu_tells_whether_this_pane_shows_its_furniture(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.trigger("view.furniture")
    open_pair(one, YANGPU, XUHUI)
    assert not one.window.parts.actions["view.furniture"].isChecked()


def test_that_a_unit_pointed_at_is_hinted_at_in_the_text(desk):
    one = desk()
    one.import_files(YANGPU)
    span = one.find("区科技经济委、区市场监管局")
    panel = one.window.parts.right.page("units")
    panel.span_hovered.emit(span)
    assert hint_of(one.view) == [tuple(one.view.shown.qt_span(span))]
    panel.span_hovered.emit(None)
    assert hint_of(one.view) == []


def test_that_a_lost_note_leads_to_its_nearest_section(desk):
    one = desk()
    one.import_files(YANGPU)
    one.window.parts.right.page("notes").section_requested.emit(9)
    one.until(lambda: one.workspace.section == 9)


def test_that_the_wheel_makes_the_text_larger_and_smaller(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(YANGPU)
    before = one.workspace.settings.font_size
    one.view.zoom_requested.emit(1)
    assert one.workspace.settings.font_size == before + 1
    open_pair(one, YANGPU, XUHUI)
    one.view.zoom_requested.emit(-1)
    assert one.workspace.settings.font_size == before


def test_that_marks_in_a_pair_are_recoloured_and_deleted_from_the_text(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    open_pair(one, YANGPU, XUHUI)
    one.view.select(Span(*one.find("区域布局")))
    one.wait_saved(lambda: one.trigger("mark.1"))
    number = one.workspace.placements[0].annotation.number
    one.wait_saved(lambda: one.view.mark_recolour_requested.emit(number, "待办"))
    assert one.workspace.placements[0].annotation.colour == "待办"
    one.wait_saved(lambda: one.view.mark_delete_requested.emit(number))
    assert one.workspace.placements == ()


def test_that_what_was_taken_back_can_be_cleaned_again_after_a_restart(desk):
    first = desk()
    first.import_files(YANGPU)
    edit = next(e for e in first.workspace.document.reading.edits if e.reason is Reason.PUNCTUATION)
    first.wait_saved(lambda: first.operations.take_back(edit))
    assert first.workspace.document.kept == (Span(edit.start, edit.end),)
    first.close()

    second = desk()
    panel = second.window.parts.right.page("receipt")
    group = panel.model.index(panel.model.rowCount() - 1, 0)
    assert group.data() == "已保留原文　1"
    row = panel.model.index(0, 0, group)
    kept = second.workspace.document.source[edit.start : edit.end]
    assert f"【{kept}】" in row.data()
    second.wait_saved(lambda: panel.apply_again(row))
    assert edit in second.workspace.document.reading.edits
    assert second.workspace.document.kept == ()
