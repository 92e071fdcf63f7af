from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui.digest.remark_field import SAVE_AFTER
from tests.ui.keyboard import compose, type_chinese


@pytest.fixture
def filled(desk):
    """Return a desk with three excerpts under two themes and one without, of two documents."""
    desk.take("到2027年，新增泊位三千个", "目标")
    desk.take("优先利用边角地块", "措施")
    desk.take("工作日夜间和节假日向居民开放", "措施")
    desk.show("绿化.txt")
    desk.take("可以署名", "")
    return desk


def row(desk, words):
    return next(i for i, text in enumerate(desk.shown()) if words in text)


def number(desk, words):
    return next(one.number for one in desk.stored() if words in one.quote)


def drop(desk, words, at: QPoint) -> None:
    """Drag the row with these words to a position of the list."""
    view, model = desk.panel.view, desk.panel.model
    data = model.mimeData([model.index(row(desk, words))])
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, move, data, left, none)
        QApplication.sendEvent(view.viewport(), event)
        assert event.isAccepted()
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), move, data, left, none))
    desk.settle()


def rect(desk, words):
    return desk.panel.view.visualRect(desk.panel.model.index(row(desk, words)))


def action(menu, text):
    return next(one for one in menu.actions() if one.text().startswith(text))


def name_field(view):
    """Return the field in which the name of a theme is typed."""
    return view.indexWidget(view.currentIndex())


def type_name(qtbot, desk, name):
    editor = name_field(desk.panel.view)
    editor.setText(name)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.settle()


def test_that_an_empty_panel_says_how_to_begin(desk):
    assert desk.panel.is_empty()
    desk.take("先易后难")
    assert not desk.panel.is_empty()


def test_that_the_selection_goes_into_the_basket_and_out_again_by_undo(qtbot, desk):
    with qtbot.waitSignal(desk.panel.count_changed, check_params_cb=lambda count: count == 1):
        desk.take("先易后难")
    assert desk.shown() == ["先易后难"]
    assert desk.operations.undo_text() == "放入摘编"
    desk.undo()
    assert desk.panel.is_empty()
    desk.redo()
    assert desk.shown() == ["先易后难"]


def test_that_without_a_selection_the_clause_in_view_is_taken(desk):
    section = next(s for s in desk.workspace.document.outline.sections if s.heading == "开放机关车位")
    desk.workspace.enter_section(section.number)
    desk.panel.collect()
    desk.settle()
    assert desk.shown()[0].startswith("（一）开放机关车位。工作日夜间")


def test_that_blanks_alone_are_no_selection(qtbot, desk):
    desk.select("\n")
    with qtbot.waitSignal(desk.panel.told) as told:
        desk.panel.collect()
    assert told.args[0].startswith("请先选中")


def test_that_the_same_place_is_taken_once(qtbot, desk):
    desk.take("先易后难")
    with qtbot.waitSignal(desk.panel.told) as told:
        desk.take("先易后难")
    assert told.args[0].startswith("这一处已在摘编里")
    assert len(desk.stored()) == 1
    desk.undo()
    assert not desk.stored()
    assert desk.operations.undo_text() is None


def test_that_excerpts_of_several_documents_stand_under_their_themes(filled):
    assert filled.heads() == ["一、目标", "二、措施", "其他"]
    assert [text for text in filled.shown() if not text.endswith(("目标", "措施", "其他"))] == [
        "到2027年，新增泊位三千个",
        "优先利用边角地块",
        "工作日夜间和节假日向居民开放",
        "可以署名",
    ]
    assert {one.document for one in filled.stored()} == set(filled.numbers.values())


def test_that_a_double_click_leads_to_the_place_in_its_document(qtbot, filled):
    viewport, place = filled.panel.view.viewport(), rect(filled, "边角").center()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(filled.panel.span_requested) as asked:
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    excerpt = next(one for one in filled.stored() if "边角" in one.quote)
    assert asked.args == [excerpt.span, filled.numbers["停车.txt"]]


def test_that_enter_leads_to_the_place_too(qtbot, filled):
    filled.panel.view.select([number(filled, "署名")])
    with qtbot.waitSignal(filled.panel.span_requested) as asked:
        qtbot.keyClick(filled.panel.view, Qt.Key.Key_Return)
    assert asked.args[1] == filled.numbers["绿化.txt"]


def test_that_an_excerpt_that_lost_its_place_leads_to_its_section(qtbot, filled):
    excerpt = filled.stored()[0]
    lost = excerpt._replace(span=None, status="lost")
    filled.panel._take((lost,))
    with qtbot.waitSignal(filled.panel.section_requested) as asked:
        filled.panel.go_to(lost.number)
    assert asked.args == [excerpt.section, excerpt.document]


def test_that_a_row_that_lost_its_place_looks_another(filled):
    excerpt = filled.stored()[0]
    filled.panel._take((excerpt,))
    before = filled.panel.view.grab().toImage()
    filled.panel._take((excerpt._replace(span=None, status="lost"),))
    assert filled.panel.view.grab().toImage() != before


def test_that_a_row_is_dragged_above_another_of_its_theme(filled):
    drop(filled, "工作日", rect(filled, "边角").topLeft() + QPoint(20, 4))
    assert row(filled, "工作日") < row(filled, "边角")
    assert filled.operations.undo_text() == "调整摘编"
    filled.undo()
    assert row(filled, "边角") < row(filled, "工作日")
    filled.redo()
    assert row(filled, "工作日") < row(filled, "边角")


def test_that_a_row_dropped_on_a_theme_joins_it(filled):
    drop(filled, "署名", rect(filled, "一、目标").center())
    assert {one.theme for one in filled.stored() if "署名" in one.quote} == {"目标"}
    assert filled.heads() == ["一、目标", "二、措施"]
    filled.undo()
    assert filled.heads()[-1] == "其他"


def test_that_a_theme_is_dragged_with_all_that_is_under_it(filled):
    drop(filled, "二、措施", rect(filled, "一、目标").topLeft() + QPoint(20, 2))
    assert filled.heads() == ["一、措施", "二、目标", "其他"]
    filled.undo()
    assert filled.heads() == ["一、目标", "二、措施", "其他"]


def test_that_several_rows_keep_their_order_when_they_are_moved(filled):
    numbers = [number(filled, words) for words in ("边角", "工作日")]
    filled.panel.view.select(numbers)
    assert filled.panel.view.numbers() == numbers
    data = filled.panel.model.mimeData(filled.panel.view.selectedIndexes())
    filled.panel.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, filled.panel.model.index(-1))
    filled.settle()
    assert [one.number for one in filled.stored()][:2] == numbers
    assert filled.heads() == ["一、目标", "其他"]


def test_that_alt_and_the_arrows_move_what_is_selected(qtbot, filled):
    filled.panel.view.select([number(filled, "边角")])
    qtbot.keyClick(filled.panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    filled.settle()
    assert next(one.theme for one in filled.stored() if "边角" in one.quote) == "目标"
    assert filled.panel.view.numbers() == [number(filled, "边角")]
    qtbot.keyClick(filled.panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    filled.settle()
    assert next(one.theme for one in filled.stored() if "边角" in one.quote) == "措施"


def test_that_a_theme_is_renamed_in_place(qtbot, filled):
    filled.panel.view.select_theme("措施")
    qtbot.keyClick(filled.panel.view, Qt.Key.Key_F2)
    type_name(qtbot, filled, "怎么做")
    assert filled.heads() == ["一、目标", "二、怎么做", "其他"]
    assert filled.operations.undo_text() == "修改主题"
    filled.undo()
    assert filled.heads() == ["一、目标", "二、措施", "其他"]


def test_that_a_theme_renamed_to_another_joins_it(qtbot, filled):
    filled.panel.view.rename("措施")
    type_name(qtbot, filled, "目标")
    assert filled.heads() == ["一、目标", "其他"]
    assert [one.theme for one in filled.stored()] == ["目标", "目标", "目标", ""]


def test_that_what_has_no_theme_gets_one_by_renaming_the_rest(qtbot, filled):
    filled.panel.view.rename("")
    type_name(qtbot, filled, "参考")
    assert filled.heads() == ["一、目标", "二、措施", "三、参考"]


def test_that_a_name_being_typed_is_not_lost_when_the_window_closes(filled):
    filled.panel.view.rename("措施")
    name_field(filled.panel.view).setText("办法")
    filled.panel.flush()
    filled.settle()
    assert filled.heads() == ["一、目标", "二、办法", "其他"]


def test_that_a_new_theme_waits_for_what_is_taken_next(qtbot, filled):
    filled.panel.target.menu.new_requested.emit()
    type_name(qtbot, filled, "罚则")
    assert filled.heads() == ["一、目标", "二、措施", "三、罚则", "其他"]
    assert filled.panel.target.button.text().startswith("罚则")
    filled.take("违者予以劝导")
    assert next(one.theme for one in filled.stored() if "劝导" in one.quote) == "罚则"


def test_that_a_theme_waits_on_when_what_was_taken_is_taken_back(desk):
    for _again in range(2):
        first = desk.take("先易后难", "原则")
        assert [(one.number, one.theme) for one in desk.stored()] == [(first, "原则")]
        desk.undo()
        assert desk.heads() == ["一、原则"]
        assert desk.panel.target.button.text().startswith("原则")
        desk.take("新增泊位三千个")
        assert [one.theme for one in desk.stored()] == ["原则"]
        desk.undo()
    desk.redo()
    desk.take("先易后难")
    desk.panel.clear()
    desk.settle()
    assert desk.heads() == []


def test_that_a_row_goes_into_a_theme_of_its_own_by_the_menu(qtbot, filled):
    filled.panel.view.select([number(filled, "署名")])
    themes = action(filled.panel.context_menu(), "归入主题").menu()
    assert [one.text() for one in themes.actions() if one.isChecked()] == ["不分主题"]
    action(themes, "新主题").trigger()
    filled.settle()
    assert next(one.theme for one in filled.stored() if "署名" in one.quote) == "新主题"
    type_name(qtbot, filled, "罚则")
    assert filled.heads() == ["一、目标", "二、措施", "三、罚则"]


def test_that_a_name_is_typed_on_while_the_rows_change(qtbot, filled):
    filled.panel.view.rename("措施")
    name_field(filled.panel.view).setText("怎么")
    filled.operations.delete_excerpts(number(filled, "署名"))
    filled.settle()
    editor = name_field(filled.panel.view)
    assert editor.text() == "怎么"
    assert {one.theme for one in filled.stored()} == {"目标", "措施"}
    type_name(qtbot, filled, "怎么做")
    assert filled.heads() == ["一、目标", "二、怎么做"]


def test_that_delete_takes_out_and_undo_brings_back_to_the_same_place(qtbot, filled):
    before = filled.shown()
    filled.panel.view.select([number(filled, "边角"), number(filled, "工作日")])
    qtbot.keyClick(filled.panel.view, Qt.Key.Key_Delete)
    filled.settle()
    assert filled.heads() == ["一、目标", "其他"]
    assert filled.operations.undo_text() == "移出摘编"
    filled.undo()
    assert filled.shown() == before


def test_that_delete_on_a_theme_keeps_what_is_under_it(qtbot, filled):
    filled.panel.view.select_theme("措施")
    qtbot.keyClick(filled.panel.view, Qt.Key.Key_Delete)
    filled.settle()
    assert filled.heads() == ["一、目标", "其他"]
    assert len(filled.stored()) == 4


def test_that_clearing_can_be_undone(qtbot, filled):
    before = filled.shown()
    qtbot.mouseClick(filled.panel.clear_button, Qt.MouseButton.LeftButton)
    filled.settle()
    assert filled.panel.is_empty()
    assert filled.operations.undo_text() == "清空摘编"
    filled.undo()
    assert filled.shown() == before


def test_that_a_remark_is_saved_as_it_is_typed_and_is_one_step(qtbot, filled):
    filled.panel.view.select([number(filled, "边角")])
    assert filled.panel.remark.isEnabled()
    with qtbot.waitSignal(filled.operations.saved, timeout=SAVE_AFTER + 2000):
        type_chinese(filled.panel.remark, "请规划处")
    type_chinese(filled.panel.remark, "核对。")
    filled.panel.flush()
    assert [one.remark for one in filled.stored() if "边角" in one.quote] == ["请规划处核对。"]
    assert filled.operations.undo_text() == "编辑摘编备注"
    filled.undo()
    assert filled.panel.remark.toPlainText() == ""
    assert not any(one.remark for one in filled.stored())


def test_that_another_excerpt_takes_no_remark_with_it(filled):
    first, second = number(filled, "边角"), number(filled, "工作日")
    filled.panel.view.select([first])
    type_chinese(filled.panel.remark, "只说这一处")
    filled.panel.view.select([second])
    assert filled.panel.remark.toPlainText() == ""
    assert {one.number: one.remark for one in filled.stored() if one.remark} == {first: "只说这一处"}


def test_that_flush_saves_what_the_input_method_still_holds(qtbot, filled):
    filled.panel.view.select([number(filled, "边角")])
    filled.panel.remark.setFocus()
    qtbot.waitUntil(filled.panel.remark.hasFocus)
    compose(filled.panel.remark, "hedui")
    filled.panel.flush()
    assert [one.remark for one in filled.stored() if one.remark] == ["hedui"]


def test_that_all_is_copied_with_themes_and_sources(qtbot, filled):
    with qtbot.waitSignal(filled.panel.told) as told:
        qtbot.mouseClick(filled.panel.copy_button, Qt.MouseButton.LeftButton)
        filled.settle()
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.strip() for line in data.text().split("\n") if line.strip()]
    assert lines[:2] == ["一、目标", "到2027年，新增泊位三千个"]
    assert "《关于改进停车管理的实施意见》" in lines[2]
    assert "mso-" in data.html()
    assert "4 条" in told.args[0]


def test_that_copying_a_selection_leaves_the_rest_and_the_heads(qtbot, filled):
    filled.panel.view.select([number(filled, "署名")])
    qtbot.keyClick(filled.panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    filled.settle()
    lines = [line.strip() for line in QGuiApplication.clipboard().text().split("\n") if line.strip()]
    assert lines[0] == "可以署名"
    assert "第二条" in lines[1]
    assert len(lines) == 2


def test_that_exporting_hands_on_what_is_typed_first(qtbot, filled):
    filled.panel.view.select([number(filled, "署名")])
    type_chinese(filled.panel.remark, "可用")
    with qtbot.waitSignal(filled.panel.export_requested):
        qtbot.mouseClick(filled.panel.export_button, Qt.MouseButton.LeftButton)
    assert [one.remark for one in filled.stored() if one.remark] == ["可用"]


def test_that_a_document_in_the_bin_takes_its_excerpts_along(filled):
    filled.operations.bin_document(filled.numbers["绿化.txt"])
    filled.settle()
    assert filled.heads() == ["一、目标", "二、措施"]
    filled.undo()
    assert filled.heads() == ["一、目标", "二、措施", "其他"]


def test_that_a_panel_that_is_not_seen_reads_anew_when_it_is(filled):
    filled.panel.hide()
    filled.operations.bin_document(filled.numbers["绿化.txt"])
    filled.settle()
    filled.panel.show()
    filled.settle()
    assert filled.heads() == ["一、目标", "二、措施"]


def test_that_markup_in_a_document_is_shown_as_it_is(desk):
    path = desk.folder / "标记.txt"
    path.write_text("关于标记的通知\n\n一、要求。写作<b>粗</b>也照样显示。\n", encoding="utf-8")

    def bring(library):
        from reader.library.ingest import import_paths

        (one,) = import_paths(library, [path]).imported
        return library.documents.open(one.number)

    opened = []
    desk.jobs.library_call(bring, opened.append)
    desk.settle()
    desk.workspace.show(opened[0], ())
    desk.take("写作<b>粗</b>")
    tip = desk.panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
