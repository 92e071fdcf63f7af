from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.library.records import Changes
from reader.ui.ledger.clauses_model import DOCUMENT
from reader.ui.ledger.matrix_view import Pick
from reader.ui.theme import THEMES
from reader.units.assignment import Duty
from tests.ui.ledger.conftest import PLAN, RIVERS


def test_that_a_cell_shows_its_clauses(desk):
    desk.go_to("区水务局", "滨江", "杨浦")
    assert desk.window.matrix.pane.title.text() == (
        "区水务局（上海市杨浦区） · 上海市杨浦区人民政府关于优化滨江环境的实施方案：责任2 配合1"
    )
    assert [(c[0], c[2]) for c in desk.clauses()] == [
        ("一（一）整治岸线", "配合单位"), ("一（二）完善服务", "责任单位"), ("一（三）加强巡查", "责任单位"),
    ]  # fmt: skip
    assert any("2027年底" in clause[3] for clause in desk.clauses())


def test_that_an_empty_cell_says_so(desk):
    desk.go_to("区民政局", "河道")
    assert "没有写明该单位的任务" in desk.window.matrix.pane.nothing.text()
    assert desk.window.matrix.pane.nothing.isVisible()
    assert not desk.window.matrix.pane.export_button.isEnabled()


def test_that_the_head_of_a_row_shows_the_unit_in_all_documents(desk):
    view = desk.window.matrix.view
    row, _ = desk.place("区财政局", "滨江", "杨浦")
    at = QPoint(40, view.units.sectionViewportPosition(row) + 8)
    QTest.mouseClick(view.units.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settled()
    assert view.pick() == Pick(row=row)
    assert [clause[4][:6] for clause in desk.clauses()] == ["上海市杨浦区"]
    assert desk.window.matrix.pane.title.text().startswith("区财政局（上海市杨浦区） · 1 份文件")


def test_that_the_head_of_a_column_shows_the_document_with_the_units_of_a_clause_together(desk):
    view = desk.window.matrix.view
    _, column = desk.place("区水务局", "滨江", "杨浦")
    at = QPoint(view.documents.sectionViewportPosition(column) + 20, 20)
    QTest.mouseClick(view.documents.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settled()
    assert view.pick() == Pick(column=column)
    assert [clause[1] for clause in desk.clauses()] == [
        "区绿化市容局",
        "区水务局、区财政局",
        "区民政局、区水务局",
        "区水务局",
    ]


def test_that_everything_is_done_by_keys(desk, qtbot):
    view, pane = desk.window.matrix.view, desk.window.matrix.pane
    desk.go_to("市财政局", "基层")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert view.pick() == Pick(*desk.place("各区政府", "基层"))
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert view.pick() == Pick(column=desk.place("各区政府", "基层")[1])
    assert len(desk.clauses()) == 2
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    desk.settled()
    assert view.pick() == Pick(row=desk.place("各区政府", "基层")[0])
    desk.go_to("区水务局", "滨江", "杨浦")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert pane.view.hasFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.window.clause_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args[0].heading == "完善服务"


def test_that_a_cell_with_one_clause_opens_it_at_once(desk, qtbot):
    desk.go_to("区民政局", "滨江")
    view = desk.window.matrix.view
    at = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(desk.window.clause_requested) as asked:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (asked.args[0].document, asked.args[0].heading) == (1, "完善服务")


def test_that_the_filters_narrow_the_matrix_and_can_be_cleared(desk, qtbot):
    filters = desk.window.matrix.filters
    filters.units.setText("水务")
    desk.wait_for(units=2)
    assert desk.window.matrix.view.corner.text().startswith("2 家单位 · 2 份文件")
    filters.duties.setCurrentIndex(1)
    filters.duties.activated.emit(1)
    desk.wait_for(units=1)
    assert desk.matrix.duty is Duty.LEAD
    filters.documents.setText("没有的")
    desk.wait_for(units=0)
    assert desk.window.matrix.nothing.text() == "没有符合的单位或文件。"
    desk.window.matrix.reset.click()
    desk.wait_for(units=9)


def test_that_what_was_picked_stays_picked_under_another_filter(desk):
    desk.go_to("区水务局", "河道", "徐汇")
    desk.window.matrix.filters.units.setText("徐汇")
    desk.wait_for(units=2)
    assert desk.window.matrix.view.pick() == Pick(*desk.place("区水务局", "河道", "徐汇"))
    assert len(desk.clauses()) == 1


def test_that_the_list_of_places_follows_the_library(desk):
    places = desk.window.matrix.filters.places
    assert [places.itemText(n) for n in range(places.count())] == [
        "全部地区", "上海市", "上海市杨浦区", "上海市徐汇区", "属地和泛指",
    ]  # fmt: skip
    places.setCurrentIndex(4)
    places.activated.emit(4)
    desk.wait_for(units=1)


def test_that_the_table_and_the_list_are_copied(desk, qtbot):
    clipboard = QGuiApplication.clipboard()
    desk.window.copy_button.click()
    lines = clipboard.text().split("\n")
    assert len(lines) == 11
    assert lines[-1].startswith("合计\t\t牵头2 责任6 配合3")
    assert clipboard.mimeData().hasHtml()
    desk.go_to("区水务局", "滨江", "杨浦")
    view = desk.window.matrix.view
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (
        clipboard.text()
        == "地区\t单位\t上海市杨浦区人民政府关于优化滨江环境的实施方案\n上海市杨浦区\t区水务局\t责任2 配合1"
    )
    desk.window.matrix.pane.copy_button.click()
    head, *clauses = clipboard.text().split("\n")
    assert head == "条款\t单位\t责任类型\t完成时限\t文件"
    assert len(clauses) == 3
    assert desk.window.message.text() == "已复制 3 条"


def test_that_the_documents_of_what_is_picked_are_exported(desk, qtbot):
    desk.window.matrix.view.take_row(desk.place("区水务局", "滨江", "杨浦")[0])
    desk.settled()
    with qtbot.waitSignal(desk.window.export_requested) as asked:
        desk.window.matrix.pane.export_button.click()
    assert asked.args == [(1,), False]


def test_that_the_ledger_follows_the_library(desk, qtbot):
    desk.jobs.library_call(lambda library: library.documents.bin(2), desk.workspace.announce)
    desk.wait_for(units=7)
    desk.window.close()
    desk.jobs.library_call(lambda library: library.documents.unbin(2))
    assert desk.jobs.wait_for_writes()
    assert desk.matrix.units == 7
    desk.window.show()
    desk.wait_for(units=9)


def test_that_a_note_does_not_turn_the_ledger_over(desk):
    before = desk.matrix
    desk.workspace.announce(Changes.of(1, "annotations"))
    desk.workspace.set_entries(tuple(entry._replace(notes=5) for entry in desk.workspace.entries))
    assert not desk.window._soon.isActive()
    assert desk.matrix is before


def test_that_an_empty_library_says_what_to_do(make_desk):
    desk = make_desk(None)
    desk.until(lambda: "还没有写明责任单位的文件" in desk.window.matrix.nothing.text())
    assert not desk.window.matrix.reset.isVisible()


def test_that_without_an_own_unit_the_page_leads_to_the_settings(desk, qtbot):
    desk.window.own_button.click()
    assert "还没有设定本单位" in desk.window.own.nothing.text()
    with qtbot.waitSignal(desk.window.own_requested):
        desk.window.own.choose.click()
    desk.window.matrix_button.click()
    with qtbot.waitSignal(desk.window.own_requested):
        desk.window.matrix.filters.own_only.click()
    assert not desk.window.matrix.filters.own_only.isChecked()


def own_rows(desk) -> list[str]:
    from reader.ui.ledger.feed import Head

    model = desk.window.own.pane.model
    return [f"{row.title} {row.clauses}" if isinstance(row, Head) else row.heading for row in model.rows()]


def test_that_the_own_units_have_their_groups(make_desk, qtbot):
    desk = make_desk(own_units=("杨浦区水务局", "徐汇区水务局"))
    desk.window.own_button.click()
    local = "属地或泛指（各区政府、各有关部门，是否涉及请核对） 1"
    desk.until(lambda: own_rows(desk) == [
        "牵头 1", "治理河道", "责任或配合 3", "整治岸线", "完善服务", "加强巡查", local, "健全网络",
    ])  # fmt: skip
    page = desk.window.own
    assert [button.text() for button in page.groups] == ["全部", "牵头 1", "责任或配合 3", "属地或泛指 1"]
    assert page.pane.title.text() == "3 份文件，共 5 项"
    page.groups[1].click()
    desk.until(lambda: own_rows(desk) == ["牵头 1", "治理河道"])
    with qtbot.waitSignal(desk.window.export_requested) as asked:
        page.pane.export_button.click()
    assert asked.args == [(2,), True]


def test_that_the_own_page_keeps_to_the_documents_that_just_came(make_desk):
    desk = make_desk(own_units=("杨浦区水务局",))
    desk.window.show_own((3,))
    desk.until(lambda: own_rows(desk)[1:] == ["健全网络"])
    assert desk.window.own.pane.title.text() == "刚导入的 1 份文件，共 1 项"
    desk.window.own.all_documents.click()
    desk.until(lambda: len(own_rows(desk)) == 6)
    desk.window.show_own((2,))
    assert desk.window.own.nothing.text() == "刚导入的文件没有涉及本单位的任务。"


def test_that_another_own_unit_is_looked_for_at_once(make_desk):
    desk = make_desk(own_units=("市体育局",))
    desk.window.own_button.click()
    desk.until(lambda: "没有写明市体育局的任务" in desk.window.own.nothing.text())
    desk.workspace.set_settings(desk.workspace.settings.with_(own_units=("市财政局",)))
    desk.until(lambda: own_rows(desk) == ["责任或配合 1", "保障经费"])
    desk.window.matrix_button.click()
    desk.window.matrix.filters.own_only.click()
    desk.wait_for(units=1)


def test_that_escape_clears_the_box_it_is_pressed_in_then_closes(desk, qtbot):
    filters = desk.window.matrix.filters
    filters.units.setFocus()
    filters.units.setText("水务")
    desk.wait_for(units=2)
    desk.window._leave()
    assert filters.units.text() == ""
    assert desk.window.isVisible()
    desk.window._leave()
    assert not desk.window.isVisible()


def test_that_the_models_keep_qts_rules_and_every_theme_paints(desk):
    page = desk.window.matrix
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (page.model, page.pane.model)
    ]
    desk.go_to("区水务局", "滨江", "杨浦")
    page.filters.units.setText("水务")
    desk.wait_for(units=2)
    seen = set()
    for name, theme in THEMES.items():
        desk.workspace.set_settings(desk.workspace.settings.with_(theme=name))
        assert page.view.cells.theme is page.view.corner.theme is theme
        seen.add(bytes(desk.window.grab().toImage().constBits()))
    assert len(seen) == len(THEMES)
    del testers


def test_that_a_bracket_in_a_title_is_no_markup(make_desk):
    desk = make_desk({"甲.txt": "关于<b>的通知\n\n一、任务\n\n做好。（责任单位：区财政局）\n"})
    desk.until(lambda: desk.matrix.units == 1)
    tip = desk.window.matrix.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_that_documents_of_the_same_title_are_told_apart_by_their_files(make_desk):
    desk = make_desk({"网页.txt": PLAN, "文本.txt": PLAN.replace("12个", "13个"), "河道.txt": RIVERS})
    desk.wait_for(units=6)
    page = desk.window.matrix
    assert {page.model.document_line(document) for document in desk.matrix.documents} == {
        "网页.txt",
        "文本.txt",
        "徐府发〔2024〕2号",
    }
    page.view.take_row(desk.place("区民政局", "滨江")[0])
    desk.settled()
    assert {clause[4].split(" · ")[1] for clause in desk.clauses()} == {"网页.txt", "文本.txt"}
    page.view.take_column(desk.place("区民政局", "滨江")[1])
    desk.settled()
    assert ".txt）" in page.pane.title.text()


def shown_document(pane, row: int) -> str:
    index = pane.model.index(row, DOCUMENT)
    option = QStyleOptionViewItem()
    option.rect = pane.view.visualRect(index)
    pane.view.itemDelegateForColumn(DOCUMENT).initStyleOption(option, index)
    return option.text


def test_that_names_of_files_that_differ_in_their_ends_are_told_apart_where_there_is_little_room(make_desk):
    long = "上海市杨浦区人民政府关于优化滨江环境的实施方案征求意见稿"
    desk = make_desk({f"{long}(1).txt": PLAN, f"{long}(2).txt": PLAN.replace("12个", "13个")})
    desk.wait_for(units=4)
    page = desk.window.matrix
    page.view.take_row(desk.place("区民政局", "滨江")[0])
    desk.settled()
    shown = {shown_document(page.pane, row)[-7:] for row in range(2)}
    assert shown == {"(1).txt", "(2).txt"}
    assert shown_document(page.pane, 0).startswith("上海市")


def test_that_numbers_tell_documents_of_one_title_apart(make_desk):
    desk = make_desk({"一.txt": PLAN, "二.txt": PLAN.replace("7号", "8号")})
    desk.wait_for(units=4)
    desk.window.matrix.view.take_row(desk.place("区民政局", "滨江")[0])
    desk.settled()
    assert {clause[4].split(" · ")[1] for clause in desk.clauses()} == {"杨府发〔2025〕7号", "杨府发〔2025〕8号"}


def test_that_a_copy_that_is_waited_for_ends_with_the_next_list_and_with_a_failure(desk, monkeypatch):
    pane = desk.window.matrix.pane
    desk.go_to("区水务局", "滨江", "杨浦")
    monkeypatch.setattr(type(pane.feed), "more_to_come", property(lambda _feed: True))
    monkeypatch.setattr(pane.feed, "ask_all", lambda: None)
    pane.copy_button.click()
    assert pane.copy_button.text() == "正在读取…"
    pane.show_nothing("", "")
    assert pane.copy_button.text() == "复制清单"
    pane.copy_button.click()
    pane.feed.failed.emit(OSError())
    assert pane.copy_button.text() == "复制清单"
    assert pane.nothing.text() == "未能读取这些条款。"
    copied = []
    pane.copied.connect(copied.append)
    pane.feed.ended.emit()
    assert copied == []


def test_that_a_failure_is_told_on_both_pages_and_can_be_tried_again(make_desk):
    desk = make_desk(own_units=("徐汇区水务局",))
    desk.wait_for(units=9)
    matrix, own = desk.window.matrix, desk.window.own
    for page, button in ((matrix, desk.window.matrix_button), (own, desk.window.own_button)):
        desk.window.reader.failed.emit(OSError())
        assert "未能" in matrix.nothing.text()
        assert "未能" in own.nothing.text()
        button.click()
        assert page.retry.isVisible()
        page.retry.click()
        assert not page.retry.isVisible()
        assert "正在汇总" in page.nothing.text()
        desk.until(lambda: desk.window.own.pane.isVisible() or desk.window.matrix.view.isVisible())
    desk.until(lambda: own_rows(desk)[:2] == ["牵头 1", "治理河道"])


def test_that_a_first_failure_leaves_no_page_waiting(make_desk, monkeypatch):
    desk = make_desk(own_units=("徐汇区水务局",))
    desk.window.reader.cancel()
    desk.window.own_button.click()
    desk.window.reader.failed.emit(OSError())
    own = desk.window.own
    assert own.nothing.text() == "未能汇总本单位的任务。"
    assert not own.choose.isVisible()
    own.retry.click()
    desk.until(lambda: own_rows(desk)[:2] == ["牵头 1", "治理河道"])


def test_that_a_table_that_is_too_large_is_not_copied_but_told(desk, qtbot, monkeypatch):
    monkeypatch.setattr("reader.ui.ledger.matrix_page.MOST_CELLS", 2)
    QGuiApplication.clipboard().setText("甲")
    desk.window.copy_button.click()
    assert desk.window.message.text() == "9 家单位 × 3 份文件，一次最多复制 2 格，请先筛选或少选一些"
    desk.window.message.clear()
    desk.window.matrix.view.selectAll()
    desk.window.matrix.copy_selection()
    assert "一次最多复制 2 格" in desk.window.message.text()
    assert QGuiApplication.clipboard().text() == "甲"


def test_that_a_window_that_is_closed_reads_nothing(desk):
    desk.window.refresh()
    desk.window.close()
    assert not desk.window._soon.isActive()
