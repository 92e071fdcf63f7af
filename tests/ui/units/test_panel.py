from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from reader.library.library import Library
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.units.list_head import BY_CLAUSE, BY_UNIT, OPEN
from reader.ui.units.panel import UnitsPanel
from reader.ui.units.rows import UnitRow
from reader.ui.workspace import Workspace
from tests.ui.builders import Clause, document, duty
from tests.ui.keyboard import type_chinese


@pytest.fixture
def workspace(qapp):
    return Workspace(Settings(own_units=("区商务委",)))


@pytest.fixture
def panel(qtbot, workspace, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    made = UnitsPanel(workspace, jobs, Operations(workspace, jobs))
    qtbot.addWidget(made)
    made.resize(332, 720)
    workspace.show(document(), ())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    jobs.shutdown()


def number_of(workspace, heading):
    return next(s.number for s in workspace.document.outline.sections if s.heading == heading)


def card_says(panel):
    return [label.text() for label in panel.card.findChildren(QLabel) if label.isVisible() and label.text()]


def chips(panel):
    return [chip.shown_text() for chip in panel.card.chips()]


def place_of(panel, name, section):
    """Return where a unit's name stands in the list."""
    rect = panel.lists.view.visualRect(panel.lists.model.index_of_section(section))
    for y in range(rect.top(), rect.bottom()):
        for x in range(rect.left(), rect.right(), 4):
            mention = panel.lists.view.mention_at(QPoint(x, y))
            if mention is not None and mention.name == name:
                return QPoint(x, y)
    raise AssertionError(name)


def test_that_the_card_shows_the_clause_in_view(panel, workspace):
    workspace.enter_section(number_of(workspace, "深化基础研究体制机制创新"))
    assert card_says(panel)[:3] == ["二（一）2", "深化基础研究体制机制创新", "责任单位"]
    assert chips(panel) == ["区科技经济委", "杨浦海关"]


def test_that_the_card_names_each_role_and_the_own_unit(panel, workspace):
    workspace.enter_section(number_of(workspace, "鼓励拓展保税研发业务"))
    assert card_says(panel)[2:4] == ["牵头单位", "配合单位"]
    assert chips(panel) == ["区商务委 · 本单位", "杨浦海关"]


def test_that_the_card_shows_an_open_end_and_a_restored_name_with_its_raw_text(panel, workspace):
    workspace.enter_section(number_of(workspace, "促进国际创新资源对接"))
    assert "等" in card_says(panel)
    workspace.enter_section(number_of(workspace, "促进外汇收支便利化"))
    assert "中国人民银行上海总部：据名录还原，原文作“中国人民银行上??偛?”" in card_says(panel)


def test_that_a_clause_without_units_says_so(panel, workspace):
    workspace.enter_section(number_of(workspace, "建设目标"))
    assert card_says(panel)[:3] == ["一（三）", "建设目标", "本条未写明责任单位"]
    assert chips(panel) == []


def test_that_a_heading_counts_the_clauses_below_it(panel, workspace):
    workspace.enter_section(number_of(workspace, "重点任务"))
    assert "下级条款中10项写明责任单位" in card_says(panel)


def test_that_the_top_of_the_document_sums_up(panel, workspace):
    assert "11项写明责任单位，涉及11家" in card_says(panel)
    assert not panel.card.add_button.isVisible()


def test_that_a_bullet_takes_the_units_of_the_clause_it_belongs_to(panel, workspace):
    made = (Clause(0, "一、", "条", "正文", duty("甲局")), Clause(1, "——", "要点", "正文"))
    workspace.show(document(made, number=2), ())
    workspace.enter_section(2)
    assert chips(panel) == ["甲局"]
    assert "责任单位见上级条款 一" in card_says(panel)


def test_that_a_document_without_units_says_so_and_another_comes_back(panel, workspace):
    workspace.show(document((Clause(0, "一、", "条"),), number=2), ())
    assert panel.lists.none_found.text() == "本文件未写明责任单位"
    assert not panel.lists.view.isVisible()
    workspace.activate(1)
    assert panel.lists.view.isVisible()


def test_that_without_a_document_there_is_one_sentence(panel, workspace):
    workspace.close(1)
    assert panel.is_empty()


def test_that_clicking_a_chip_leads_to_the_name(qtbot, panel, workspace):
    workspace.enter_section(number_of(workspace, "深化基础研究体制机制创新"))
    with qtbot.waitSignal(panel.span_requested) as asked:
        qtbot.mouseClick(panel.card.chips()[1], Qt.MouseButton.LeftButton)
    assert asked.args[0].text(workspace.document.reading.simplified) == "杨浦海关"


def test_that_clicking_a_clause_asks_for_it(qtbot, panel, workspace):
    section = number_of(workspace, "协同打造高能级创新平台")
    rect = panel.lists.view.visualRect(panel.lists.model.index_of_section(section))
    with qtbot.waitSignal(panel.section_requested) as asked:
        qtbot.mouseClick(panel.lists.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 12))
    assert asked.args == [section]


def test_that_clicking_a_name_in_the_list_asks_for_its_place(qtbot, panel, workspace):
    place = place_of(panel, "区市场监管局", number_of(workspace, "协同打造高能级创新平台"))
    with qtbot.waitSignal(panel.span_requested) as asked:
        qtbot.mouseClick(panel.lists.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args[0].text(workspace.document.reading.simplified) == "区市场监管局"


def test_that_pointing_at_a_name_asks_to_mark_it_and_leaving_to_unmark(qtbot, panel, workspace):
    place = place_of(panel, "区市场监管局", number_of(workspace, "协同打造高能级创新平台"))
    with qtbot.waitSignal(panel.span_hovered) as marked:
        panel.lists.view.pointed_at(panel.lists.view.indexAt(place), place)
    assert marked.args[0].text(workspace.document.reading.simplified) == "区市场监管局"
    with qtbot.waitSignal(panel.span_hovered) as unmarked:
        panel.lists.view.pointed_at(panel.lists.view.indexAt(QPoint(60, 2)), QPoint(2, 2))
    assert unmarked.args == [None]


def test_that_pointing_at_a_unit_asks_to_mark_all_its_places(qtbot, panel, workspace):
    panel.lists.show_list(BY_UNIT)
    row = next(i for i in range(panel.lists.model.rowCount()) if panel.lists.model.index(i, 0).data() == "杨浦海关")
    place = panel.lists.view.visualRect(panel.lists.model.index(row, 0)).center()
    with qtbot.waitSignal(panel.spans_hovered) as marked:
        panel.lists.view.pointed_at(panel.lists.view.indexAt(place), place)
    assert [span.text(workspace.document.reading.simplified) for span in marked.args[0]] == ["杨浦海关"] * 3


def test_that_the_list_turns_round(qtbot, panel):
    qtbot.mouseClick(panel.lists.head.buttons[BY_UNIT], Qt.MouseButton.LeftButton)
    rows = panel.lists.model.rows()
    assert all(isinstance(row, UnitRow) for row in rows)
    assert rows[0].name == "区商务委"
    assert panel.lists.head.buttons[BY_CLAUSE].text() == "按条款 11"
    assert panel.lists.head.buttons[BY_UNIT].text() == "按单位 11"


def test_that_a_unit_opens_by_click_and_its_clause_leads_to_the_name(qtbot, panel, workspace):
    panel.lists.show_list(BY_UNIT)
    viewport = panel.lists.view.viewport()
    unit = panel.lists.model.index(0, 0)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=panel.lists.view.visualRect(unit).center())
    assert panel.lists.view.isExpanded(unit)
    clause = panel.lists.view.visualRect(panel.lists.model.index(0, 0, unit)).center()
    with qtbot.waitSignal(panel.span_requested) as asked:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=clause)
    assert asked.args[0].text(workspace.document.reading.simplified) == "区商务委"


def test_that_typing_filters_the_list_and_the_counts(qtbot, panel):
    type_chinese(panel.lists.box, "海关")
    assert [row.marker for row in panel.lists.model.rows()] == ["2.", "5.", "7."]
    assert panel.lists.head.buttons[BY_CLAUSE].text() == "按条款 3"
    assert panel.lists.head.buttons[BY_UNIT].text() == "按单位 1"
    type_chinese(panel.lists.box, "无此单位")
    assert panel.lists.none_found.isVisible()


def test_that_the_distinct_names_of_what_is_shown_are_copied_in_one_line(qtbot, panel):
    type_chinese(panel.lists.box, "数据局")
    qtbot.mouseClick(panel.lists.copy, Qt.MouseButton.LeftButton)
    assert sorted(QGuiApplication.clipboard().text().split("、")) == ["区委网信办", "区数据局"]
    assert panel.lists.copy.text() == "已复制2家"


def test_that_a_section_can_be_shown_from_elsewhere(panel, workspace):
    panel.lists.show_list(BY_UNIT)
    panel.show_section(number_of(workspace, "大力发展在线新经济和数字贸易"))
    row = panel.lists.model.row(panel.lists.view.currentIndex())
    assert row.heading == "加强数据跨境流通探索"


def test_that_the_list_follows_the_reader(panel, workspace):
    workspace.enter_section(number_of(workspace, "促进外汇收支便利化"))
    index = panel.lists.model.index_of_section(number_of(workspace, "促进外汇收支便利化"))
    assert panel.lists.view.is_here(index)
    row = panel.lists.view.visualRect(index)
    assert panel.lists.view.viewport().rect().contains(row.adjusted(0, 0, 0, -1))  # Qt scrolls a pixel short


def test_that_own_units_may_change_while_the_document_is_open(panel, workspace):
    workspace.set_settings(workspace.settings.with_(own_units=("杨浦海关",)))
    panel.lists.show_list(BY_UNIT)
    assert panel.lists.model.rows()[0].name == "杨浦海关"


def test_that_it_all_fits_a_narrow_side_in_every_theme(panel, workspace):
    panel.resize(240, 600)
    workspace.enter_section(number_of(workspace, "促进外汇收支便利化"))
    panel.correcting.edit(panel.card.chips()[0].mention)
    assert panel.minimumSizeHint().width() <= 240
    for theme in ("paper", "green", "night"):
        workspace.set_settings(workspace.settings.with_(theme=theme))
        for number in (BY_CLAUSE, BY_UNIT, OPEN):
            panel.lists.show_list(number)
            assert not panel.grab().isNull()


def test_that_a_card_of_many_units_leaves_half_of_the_panel_to_the_list(panel, workspace):
    many = tuple(f"区第{i}个长名字的管理委员会" for i in range(60))
    workspace.show(document((Clause(0, "一、", "条", "正文", duty(*many)),), number=2), ())
    workspace.enter_section(1)
    panel.layout_.activate()
    assert panel.card_area.height() <= panel.content.height() / 2
    assert panel.card.height() > panel.card_area.height()
