from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument, QWheelEvent

from reader.text.spans import Span
from reader.ui.reading.extents import Place
from reader.ui.reading.shapes import Tint
from reader.ui.reading.view import ReadingView
from reader.ui.theme import THEMES
from tests.ui.builders import placement
from tests.ui.reading.builders import FURNISHED, notice, opened


@pytest.fixture
def view(qtbot):
    made = ReadingView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def document():
    return opened(notice(tuple(f"第{n}项任务𠮷" for n in range(40))))


def section_of(document, heading):
    return next(s.number for s in document.outline.sections if s.heading == heading)


def span_of(document, quote):
    start = document.reading.simplified.index(quote)
    return Span(start, start + len(quote))


def test_that_the_paper_holds_exactly_the_reading_text(view, document):
    view.show_document(document)
    assert view.paper.toPlainText() == document.reading.simplified.rstrip("\n")


def test_that_setting_the_headings_changes_no_character(view, document, qtbot):
    view.show_document(document)
    qtbot.waitUntil(lambda: view._composition._typesetting.done)
    assert view.paper.toPlainText() == document.reading.simplified.rstrip("\n")


def test_that_a_jump_makes_its_clause_the_one_in_view(view, document, qtbot):
    view.show_document(document)
    for number in (30, len(document.outline.sections) - 1, 3, 1):
        with qtbot.waitSignal(view.section_entered) as entered:
            view.jump_to(number)
        assert entered.args == [number]
        assert view.section == number


def test_that_the_clause_in_view_follows_the_scroll_in_order(view, document):
    entered = []
    view.section_entered.connect(entered.append)
    view.show_document(document)
    view.jump_to(len(document.outline.sections) - 1)
    view.jump_to(0)
    del entered[:]
    bar = view.paper.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 10):
        bar.setValue(value)
    bar.setValue(bar.maximum())
    assert entered == sorted(entered)
    assert len(entered) > 30


def test_that_a_place_survives_width_size_script_and_furniture(view, qtbot):
    document = opened(FURNISHED.replace("国", "國"))
    view.show_document(document)
    view.jump_to(section_of(document, "加强数据跨境流通探索"))
    before = view.place()
    view.resize(500, 700)
    qtbot.waitUntil(lambda: view.paper.width() < 520 and not view._composition._timer.isActive())
    assert view.place().section == before.section
    view.set_font_size(17)
    view.set_script("traditional")
    view.set_furniture_shown(True)
    view.set_theme(THEMES["night"])
    qtbot.waitUntil(lambda: not view._composition._timer.isActive())
    after = view.place()
    assert after.section == before.section
    assert abs(after.fraction - before.fraction) < 0.25


def test_that_a_place_gone_to_before_the_window_is_shown_is_there_when_it_is(qtbot, document):
    view = ReadingView()
    qtbot.addWidget(view)
    view.show_document(document)
    view.go_to(Place(20, 0.3))
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: not view._composition._timer.isActive())
    place = view.place()
    assert place.section == 20
    assert abs(place.fraction - 0.3) < 0.2


def test_that_selecting_elsewhere_leaves_the_view_where_it_is(view, document, qtbot):
    view.show_document(document)
    view.jump_to(5)
    value = view.paper.verticalScrollBar().value()
    with qtbot.assertNotEmitted(view.section_entered):
        view.select(span_of(document, "定期开展督查"))
    assert view.paper.verticalScrollBar().value() == value


def test_that_a_restored_place_is_where_it_was(view, document):
    view.show_document(document)
    view.jump_to(20)
    bar = view.paper.verticalScrollBar()
    bar.setValue(bar.value() + 45)
    place, value = view.place(), bar.value()
    view.jump_to(1)
    view.go_to(place)
    assert abs(bar.value() - value) <= 2


def test_that_text_selected_by_keys_is_told_in_the_reading_text(view, document, qtbot):
    view.show_document(document)
    told = []
    view.selection_changed.connect(told.append)
    span = span_of(document, "第3项任务𠮷")
    view.jump_to_span(span)
    view.paper.setFocus()
    for _ in range(6):
        qtbot.keyClick(view.paper, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == span
    assert told[-1] == span


def test_that_text_selected_by_mouse_offers_the_small_bar(view, document, qtbot):
    view.show_document(document)
    span = span_of(document, "现提出如下意见")
    start, end = (point_of(view, offset) for offset in span)
    port = view.paper.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    with qtbot.waitSignal(view.paper.selection_made):
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert view.selected_span() == span
    assert view._bar.isVisible()
    with qtbot.waitSignal(view.mark_requested) as wished:
        view._bar._dots["疑问"].click()
    assert wished.args == ["highlight", "疑问"]


def point_of(view, offset):
    cursor = view.paper.textCursor()
    cursor.setPosition(view.shown.qt(offset))
    return view.paper.cursorRect(cursor).center() + QPoint(1, 0)


def test_that_a_click_on_a_mark_tells_its_number(view, document, qtbot):
    view.show_document(document, (placement(document, "现提出如下意见", number=7),))
    at = point_of(view, span_of(document, "提出").start)
    with qtbot.waitSignal(view.mark_clicked) as clicked:
        qtbot.mouseClick(view.paper.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [7]


def test_that_marks_that_lie_over_one_another_are_all_there(view, document):
    marks = [
        placement(document, "现提出如下意见", number=1),
        placement(document, "如下", number=2, style="wavy"),
        placement(document, "提出如下", number=3, style="double", colour="待办", note="看"),
    ]
    view.show_document(document, marks)
    at = view.shown.qt(span_of(document, "如下").start)
    assert {s.key for s in view.paper.layers["marks"].within(at, at + 1)} == {1, 2, 3}
    assert view.grab().toImage().width() > 0
    view.set_placements(marks[:1])
    assert view.paper.mark_at(at).key == 1


def test_that_marks_show_on_the_paper(view, document, qtbot):
    view.show_document(document)
    before = view.grab().toImage()
    view.set_placements((placement(document, "现提出如下意见"),))
    assert view.grab().toImage() != before


def test_that_what_is_copied_is_plain_text_of_what_is_shown(view, document):
    view.show_document(document)
    view.select(span_of(document, "第3项任务𠮷"))
    view.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "第3项任务𠮷"
    assert not mime.hasHtml()


def test_that_the_menu_of_a_mark_changes_and_deletes_it(view, document, qtbot):
    view.show_document(document, (placement(document, "现提出如下意见", number=7),))
    menu = view.context_menu(view.shown.qt(span_of(document, "提出").start))
    with qtbot.waitSignal(view.mark_delete_requested) as wished:
        next(a for a in menu.actions() if a.text() == "删除标注").trigger()
    assert wished.args == [7]
    colours = next(a.menu() for a in menu.actions() if a.text() == "更换颜色")
    with qtbot.waitSignal(view.mark_recolour_requested) as wished:
        next(a for a in colours.actions() if a.text() == "引用").trigger()
    assert wished.args == [7, "引用"]


def test_that_the_menu_marks_the_selection_in_every_style(view, document, qtbot):
    view.show_document(document)
    view.select(span_of(document, "如下"))
    menu = view.context_menu(None)
    wished = []
    view.mark_requested.connect(lambda style, colour: wished.append((style, colour)))
    next(a for a in menu.actions() if a.text() == "标为“待办”").trigger()
    for text in ("下划线", "波浪线", "双线"):
        next(a for a in menu.actions() if a.text() == text).menu().actions()[0].trigger()
    assert wished == [("highlight", "待办"), ("underline", "重点"), ("wavy", "重点"), ("double", "重点")]


def test_that_nothing_is_wished_without_a_selection(view, document, qtbot):
    view.show_document(document)
    with qtbot.assertNotEmitted(view.mark_requested), qtbot.assertNotEmitted(view.note_requested):
        view.mark_selection()
        view.note_selection()


def test_that_furniture_comes_and_goes_and_marks_stay_on_their_words(view):
    document = opened(FURNISHED)
    view.show_document(document, (placement(document, "现提出如下意见", number=7),))
    assert "返回顶部" not in view.paper.toPlainText()
    view.set_furniture_shown(True)
    assert "返回顶部" in view.paper.toPlainText()
    (mark,) = view.paper.layers["marks"].shapes
    assert view.shown.text_between(mark.start, mark.end) == "现提出如下意见"


def test_that_the_place_of_an_edit_can_be_seen(view):
    document = opened(FURNISHED)
    view.show_document(document)
    edit = next(e for e in document.reading.edits if "首页" in document.source[e.start : e.end])
    view.jump_to_edit(edit)
    (flash,) = view.paper.layers["flash"].shapes
    assert "首页" in view.shown.text_between(flash.start, flash.end)


def test_that_finding_goes_round_and_counts(view, document, qtbot):
    view.show_document(document)
    assert view.find_text("责任单位") == 40
    first = view.section
    view.find_previous()
    assert view.section == section_of(document, "第39项任务𠮷")
    view.find_next()
    assert view.section == first


def test_that_the_find_bar_says_which_place_is_shown(view, document, qtbot):
    view.show_document(document)
    view.show_find_bar()
    qtbot.keyClicks(view._find_bar.field, "5G")
    assert view._find_bar.count.text() == "未找到"
    view._find_bar.field.setText("責任單位")
    assert view._find_bar.count.text() == "第1处，共40处"
    qtbot.keyClick(view._find_bar.field, Qt.Key.Key_Return)
    assert view._find_bar.count.text() == "第2处，共40处"
    qtbot.keyClick(view._find_bar.field, Qt.Key.Key_Escape)
    assert view._find_bar.isHidden()
    assert not view.paper.layers["finds"].shapes


def test_that_the_lines_under_the_title_are_said_and_not_in_the_text(view, document):
    view.show_document(document)
    assert "杨府发〔2024〕11号" in view.paper.meta_text
    assert "2024年10月25日成文" in view.paper.meta_text
    assert view.paper.meta_text not in view.paper.toPlainText()


def test_that_nothing_a_document_names_is_loaded_or_pasted(view, document):
    view.show_document(document)
    assert view.paper.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None
    mime = QMimeData()
    mime.setHtml("<img src='file:///etc/hostname'>")
    assert not view.paper.canInsertFromMimeData(mime)
    view.paper.insertFromMimeData(mime)
    assert view.paper.toPlainText() == document.reading.simplified.rstrip("\n")


def test_that_markup_in_a_document_is_text(view):
    document = opened("关于测试的通知\n<b>甲</b><img src='file:///etc/hostname'>\n")
    view.show_document(document)
    assert "<b>甲</b><img src='file:///etc/hostname'>" in view.paper.toPlainText()


def test_that_a_bad_character_shifts_nothing(view):
    document = opened("关于测试的通知\n一、甲\u2028乙\ufdd0丙\ufffc丁𠮷戊\n二、己\n")
    view.show_document(document)
    view.select(span_of(document, "戊"))
    assert view.paper.textCursor().selectedText() == "戊"


def test_that_the_map_has_a_tick_for_each_mark_and_each_clause_that_differs(view, document, qtbot):
    view.show_document(document, (placement(document, "现提出如下意见"),))
    view.set_tints([Tint(span_of(document, "第3项任务𠮷"), "changed"), Tint(span_of(document, "如下"), "put")])
    qtbot.waitUntil(lambda: len(view._map.ticks) == 2)


def test_that_a_click_on_the_map_goes_there(view, document, qtbot):
    view.show_document(document)
    qtbot.waitUntil(lambda: view._composition._typesetting.done)
    qtbot.mouseClick(view._map, Qt.MouseButton.LeftButton, pos=QPoint(5, view._map.height() // 2))
    middle = document.outline.at(len(document.reading.text) // 2).number
    assert abs(view.section - middle) <= 1


def test_that_a_cleared_view_shows_nothing(view, document):
    view.show_document(document, (placement(document, "现提出如下意见"),))
    view.clear()
    assert view.paper.toPlainText() == ""
    assert view.document is None
    assert view.selected_span() is None


def test_that_a_long_title_is_set_in_lines_of_like_length(view, qtbot):
    view.show_document(opened(notice().replace("建设的实施意见", "建设、扩大高水平对外开放的若干实施意见", 1)))
    for width in (900, 460):
        view.resize(width, 700)
        qtbot.waitUntil(lambda width=width: abs(view.paper.width() - width) < 20)
        qtbot.waitUntil(lambda: not view._composition._timer.isActive())
        layout = view.paper.document().firstBlock().layout()
        lengths = [layout.lineAt(i).textLength() for i in range(layout.lineCount())]
        assert len(lengths) > 1
        assert max(lengths) - min(lengths) <= 4


def test_that_the_wheel_with_control_wishes_another_size_and_changes_nothing(view, document, qtbot):
    view.show_document(document)
    width = view.paper.lineWrapColumnOrWidth()
    at = QPointF(300, 300)
    event = QWheelEvent(
        at, view.paper.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.zoom_requested) as wished:
        QGuiApplication.sendEvent(view.paper.viewport(), event)
    assert wished.args == [1]
    assert view.paper.lineWrapColumnOrWidth() == width
    assert view.paper.verticalScrollBar().value() == 0


def test_that_the_measure_is_kept_however_wide_the_window(view, document, qtbot):
    view.show_document(document)
    wide = view.paper.lineWrapColumnOrWidth()
    view.resize(1800, 700)
    qtbot.waitUntil(lambda: view.paper.width() > 1700)
    assert view.paper.lineWrapColumnOrWidth() == wide
    view.resize(420, 700)
    qtbot.waitUntil(lambda: view.paper.width() < 430)
    assert view.paper.lineWrapColumnOrWidth() < 430
