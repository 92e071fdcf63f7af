from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.anchoring.anchor import Placement
from reader.ui.notes.editor import SAVE_AFTER
from reader.ui.notes.rows import NoteRow
from tests.ui.keyboard import compose, type_chinese


def shown(panel):
    rows = [panel.model.row(panel.model.index(i)) for i in range(panel.model.rowCount())]
    return [row.number for row in rows if isinstance(row, NoteRow)]


def click(qtbot, panel, number):
    place = panel.view.visualRect(panel.model.index_of(number)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_an_empty_panel_says_how_to_begin(desk):
    assert desk.panel.is_empty()
    desk.mark("到2027年")
    assert not desk.panel.is_empty()


def test_that_clicking_a_note_leads_to_its_place_and_opens_it(qtbot, desk):
    number = desk.mark("到2027年", note="年底还是年初？")
    with qtbot.waitSignal(desk.panel.span_requested) as asked:
        click(qtbot, desk.panel, number)
    assert asked.args[0] == desk.span("到2027年")
    assert desk.panel.editor.field.toPlainText() == "年底还是年初？"
    assert "王敏" in desk.panel.editor.about.text()


def test_that_what_is_typed_is_saved_without_a_button(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.edit(number)
    with qtbot.waitSignal(desk.operations.saved, timeout=SAVE_AFTER + 2000):
        type_chinese(desk.panel.editor.field, "请规划处核对。")
    assert desk.note(number) == "请规划处核对。"


def test_that_typing_on_does_not_put_off_saving(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.edit(number)
    type_chinese(desk.panel.editor.field, "一")
    waiting = desk.panel.editor._timer
    left = waiting.remainingTime()
    qtbot.waitUntil(lambda: waiting.remainingTime() < left)
    type_chinese(desk.panel.editor.field, "二")
    assert waiting.remainingTime() < left <= 1000


def test_that_leaving_the_field_saves_at_once(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.edit(number)
    qtbot.waitUntil(desk.panel.editor.field.hasFocus)
    type_chinese(desk.panel.editor.field, "核对")
    desk.panel.filters.box.setFocus()
    assert desk.note(number) == "核对"


def test_that_flush_saves_what_the_input_method_still_holds(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.edit(number)
    qtbot.waitUntil(desk.panel.editor.field.hasFocus)
    type_chinese(desk.panel.editor.field, "核对")
    compose(desk.panel.editor.field, "nianxian")
    desk.panel.flush()
    assert desk.note(number) == "核对nianxian"
    assert desk.panel.editor.field.toPlainText() == "核对nianxian"


def test_that_another_document_takes_nothing_with_it(qtbot, desk):
    number, first = desk.mark("到2027年"), desk.document.entry.number
    desk.panel.edit(number)
    type_chinese(desk.panel.editor.field, "换文件前写的")
    desk.open("关于另一件事的通知\n一、只有一条\n正文。\n", "通知.txt")
    assert desk.panel.is_empty()
    assert desk.stored(first)[number].annotation.note == "换文件前写的"


def test_that_choosing_another_note_saves_the_one_before(qtbot, desk):
    one, two = desk.mark("到2027年"), desk.mark("形成两片区")
    desk.panel.edit(one)
    type_chinese(desk.panel.editor.field, "第一条的话")
    desk.panel.show_mark(two)
    assert desk.panel.editor.field.toPlainText() == ""
    assert desk.note(one) == "第一条的话"
    assert desk.note(two) == ""


def test_that_saving_leaves_cursor_and_text_alone(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.edit(number)
    field = desk.panel.editor.field
    type_chinese(field, "前后")
    cursor = field.textCursor()
    cursor.setPosition(1)
    field.setTextCursor(cursor)
    desk.panel.flush()
    type_chinese(field, "中")
    assert desk.jobs.wait_for_writes()
    assert field.toPlainText() == "前中后"
    assert field.textCursor().position() == 2


def test_that_undo_shows_the_note_as_it_was(qtbot, desk):
    number = desk.mark("到2027年", note="原来的")
    desk.panel.edit(number)
    type_chinese(desk.panel.editor.field, "改成")
    desk.panel.flush()
    assert desk.jobs.wait_for_writes()
    assert desk.operations.undo_text() == "编辑批注"
    desk.operations.undo()
    qtbot.waitUntil(lambda: desk.panel.editor.field.toPlainText() == "原来的")
    assert desk.note(number) == "原来的"


def test_that_tags_are_saved_and_may_be_left_by_escape(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.show_mark(number)
    desk.panel.editor.tags.setFocus()
    type_chinese(desk.panel.editor.tags, "时限、待核")
    qtbot.keyClick(desk.panel.editor.tags, Qt.Key.Key_Escape)
    assert desk.stored()[number].annotation.tags == ("时限", "待核")
    qtbot.waitUntil(desk.panel.view.hasFocus)


def test_that_typing_tags_leaves_an_unusual_note_as_it_is(qtbot, desk):
    number = desk.mark("到2027年", note="第\u00a01条")
    desk.panel.show_mark(number)
    type_chinese(desk.panel.editor.tags, "时限")
    desk.panel.flush()
    assert desk.stored()[number].annotation.tags == ("时限",)
    assert desk.note(number) == "第\u00a01条"


def test_that_a_colour_is_one_click_and_a_style_one_choice(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.show_mark(number)
    qtbot.mouseClick(desk.panel.editor.dots.dot("疑问"), Qt.MouseButton.LeftButton)
    assert desk.stored()[number].annotation.colour == "疑问"
    wavy = next(a for a in desk.panel.editor.style_button.menu().actions() if a.text() == "波浪线")
    wavy.trigger()
    assert desk.stored()[number].annotation.style == "wavy"
    assert desk.panel.editor.style_button.text() == "疑问 · 波浪线"


def test_that_keys_edit_return_and_delete_and_undo_brings_back(qtbot, desk):
    one, two = desk.mark("到2027年"), desk.mark("形成两片区")
    panel = desk.panel
    panel.show_mark(one)
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.editor.field.hasFocus)
    type_chinese(panel.editor.field, "写一句")
    qtbot.keyClick(panel.editor.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.view.hasFocus)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert set(desk.stored()) == {two}
    assert panel.view.selected() == two
    desk.operations.undo()
    qtbot.waitUntil(lambda: shown(panel) == [one, two])
    assert desk.note(one) == "写一句"


def test_that_arrows_step_over_the_heads_of_groups(qtbot, desk):
    one, two = desk.mark("到2027年"), desk.mark("形成两片区")
    desk.panel.show_mark(one)
    qtbot.keyClick(desk.panel.view, Qt.Key.Key_Down)
    assert desk.panel.view.selected() == two
    assert desk.panel.editor.number() == two


def test_that_filters_add_up_and_say_how_many_are_left(qtbot, desk):
    one = desk.mark("到2027年", colour="疑问", tags=("时限",))
    two = desk.mark("形成两片区", colour="疑问")
    desk.mark("吸引国际机构")
    panel = desk.panel
    qtbot.mouseClick(panel.filters.dots.dot("疑问"), Qt.MouseButton.LeftButton)
    assert shown(panel) == [one, two]
    assert panel.filters.count.text() == "2/3"
    next(a for a in panel.filters.menu.actions() if a.text() == "时限").trigger()
    assert shown(panel) == [one]
    type_chinese(panel.filters.box, "无此批注")
    assert panel.none_found.isVisible()
    panel.filters.clear()
    assert len(shown(panel)) == 3


def test_that_a_mark_clicked_in_the_text_is_shown_though_a_filter_hid_it(qtbot, desk):
    number = desk.mark("到2027年")
    type_chinese(desk.panel.filters.box, "无此批注")
    desk.panel.show_mark(number)
    assert desk.panel.view.selected() == number


def test_that_a_note_recoloured_out_of_the_filter_stays_in_hand(qtbot, desk):
    number = desk.mark("到2027年", colour="疑问")
    qtbot.mouseClick(desk.panel.filters.dots.dot("疑问"), Qt.MouseButton.LeftButton)
    desk.panel.show_mark(number)
    qtbot.mouseClick(desk.panel.editor.dots.dot("待办"), Qt.MouseButton.LeftButton)
    assert desk.stored()[number].annotation.colour == "待办"
    assert shown(desk.panel) == [number]


def test_that_a_note_is_copied_with_its_citation_for_word_and_as_text(qtbot, desk):
    number = desk.mark("到2027年", note="请核对")
    desk.panel.show_mark(number)
    qtbot.mouseClick(desk.panel.editor.copy, Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines() == ["到2027年", "批注：请核对", "——《关于推进联动创新的实施意见》一（一）"]
    assert "请核对" in data.html()


def test_that_a_section_can_be_shown_from_elsewhere(desk):
    desk.mark("到2027年")
    second = desk.mark("吸引国际机构")
    section = next(s for s in desk.document.outline.sections if s.path == "二、")
    desk.panel.show_section(section.number)
    assert desk.panel.view.selected() == second


@pytest.fixture
def lost(desk):
    """A note whose place cannot be found any more, with one place it may belong to."""
    number = desk.mark("形成两片区联动的格局", note="报送口径")
    there = desk.stored()[number]
    candidate = desk.span("建成三个平台")
    lost = Placement(there.annotation, "orphan", there.section, there.path, None, (candidate,))
    desk.workspace.set_placements((lost,))
    return number


def test_that_an_orphan_offers_its_candidates_and_moves_only_when_told(qtbot, desk, lost):
    panel = desk.panel
    panel.show_mark(lost)
    assert panel.orphan.isVisible()
    assert desk.stored()[lost].span == desk.span("形成两片区联动的格局")
    (attach,) = panel.orphan.buttons()
    qtbot.mouseClick(attach, Qt.MouseButton.LeftButton)
    assert desk.stored()[lost].span == desk.span("建成三个平台")
    assert not panel.orphan.isVisible()
    assert panel.editor.field.toPlainText() == "报送口径"


def test_that_an_orphan_may_be_put_on_the_selected_text(qtbot, desk, lost):
    panel = desk.panel
    panel.show_mark(lost)
    assert not panel.orphan.to_selection.isEnabled()
    desk.workspace.select(desk.span("吸引国际机构"))
    qtbot.mouseClick(panel.orphan.to_selection, Qt.MouseButton.LeftButton)
    assert desk.stored()[lost].span == desk.span("吸引国际机构")


def test_that_an_orphan_is_cited_as_where_it_stood(qtbot, desk, lost):
    desk.panel.copy_note(lost)
    assert QGuiApplication.clipboard().text().splitlines()[-1].endswith("一（二）（批注时）")


def test_that_the_menu_of_a_note_recolours_and_deletes(qtbot, desk):
    number = desk.mark("到2027年")
    menu = desk.panel.context_menu(number)
    colours = next(a.menu() for a in menu.actions() if a.text() == "颜色")
    next(a for a in colours.actions() if a.text() == "待办").trigger()
    assert desk.stored()[number].annotation.colour == "待办"
    next(a for a in menu.actions() if a.text() == "删除").trigger()
    assert desk.stored() == {}
    assert desk.panel.is_empty()


def test_that_clicking_an_orphan_leads_to_its_nearest_section(qtbot, desk, lost):
    with qtbot.waitSignal(desk.panel.section_requested) as asked:
        click(qtbot, desk.panel, lost)
    assert asked.args == [desk.workspace.placements[0].section]


def test_that_a_note_deleted_elsewhere_closes_the_editor(qtbot, desk):
    number = desk.mark("到2027年")
    desk.panel.edit(number)
    type_chinese(desk.panel.editor.field, "来不及")
    desk.workspace.set_placements(())
    assert desk.panel.editor.number() is None
    assert desk.panel.is_empty()


def test_that_it_all_fits_a_narrow_side_in_every_theme(desk):
    number = desk.mark("到2027年", note="一\n二\n三\n四", tags=("时限",), style="double")
    desk.mark("形成两片区", style="wavy")
    desk.mark("吸引国际机构", style="underline")
    panel = desk.panel
    panel.show_mark(number)
    panel.resize(240, 600)
    assert panel.minimumSizeHint().width() <= 240
    for theme in ("paper", "green", "night"):
        desk.workspace.set_settings(desk.workspace.settings.with_(theme=theme))
        assert not panel.grab().isNull()
    assert QApplication.activeModalWidget() is None


def test_that_typing_back_to_what_was_stored_is_not_lost_while_a_save_is_under_way(qtbot, desk):
    number = desk.mark("到2027年", note="原来的")
    desk.panel.edit(number)
    field = desk.panel.editor.field
    type_chinese(field, "，又加")
    desk.panel.flush()
    for _ in "，又加":
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    desk.panel.flush()
    qtbot.waitUntil(lambda: not desk.panel.editor._timer.isActive() and not desk.jobs.busy)
    assert desk.note(number) == "原来的"
    assert field.toPlainText() == "原来的"
