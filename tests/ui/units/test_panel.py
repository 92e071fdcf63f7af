from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from reader.settings import Settings
from reader.ui.units.panel import UnitsPanel
from reader.ui.units.rows import UnitRow
from reader.ui.workspace import Workspace
from tests.ui.builders import Clause, document, duty
from tests.ui.keyboard import type_chinese


@pytest.fixture
def workspace(qapp):
    return Workspace(Settings(own_units=("区商务委",)))


@pytest.fixture
def panel(qtbot, workspace):
    made = UnitsPanel(workspace)
    qtbot.addWidget(made)
    made.resize(332, 720)
    workspace.show(document(), ())
    with qtbot.waitExposed(made):
        made.show()
    return made


def number_of(workspace, heading):
    return next(s.number for s in workspace.document.outline.sections if s.heading == heading)


def card_says(panel):
    return [label.text() for label in panel.card.findChildren(QLabel) if label.isVisible() and label.text()]


def chips(panel):
    return [chip.shown_text() for chip in panel.card.chips()]


def place_of(panel, name, section):
    """Return where a unit's name stands in the list."""
    rect = panel.view.visualRect(panel.model.index_of_section(section))
    for y in range(rect.top(), rect.bottom()):
        for x in range(rect.left(), rect.right(), 4):
            mention = panel.view.mention_at(QPoint(x, y))
            if mention is not None and mention.name == name:
                return QPoint(x, y)
    raise AssertionError(name)


def test_that_the_card_shows_the_clause_in_view(panel, workspace):
    workspace.enter_section(number_of(workspace, "深化基础研究体制机制创新"))
    assert card_says(panel) == ["二（一）2", "深化基础研究体制机制创新", "责任单位"]
    assert chips(panel) == ["区科技经济委", "杨浦海关"]


def test_that_the_card_names_each_role_and_the_own_unit(panel, workspace):
    workspace.enter_section(number_of(workspace, "鼓励拓展保税研发业务"))
    assert card_says(panel)[2:] == ["牵头单位", "配合单位"]
    assert chips(panel) == ["区商务委 · 本单位", "杨浦海关"]


def test_that_the_card_shows_an_open_end_and_a_restored_name_with_its_raw_text(panel, workspace):
    workspace.enter_section(number_of(workspace, "促进国际创新资源对接"))
    assert "等" in card_says(panel)
    workspace.enter_section(number_of(workspace, "促进外汇收支便利化"))
    assert "中国人民银行上海总部：据名录还原，原文作“中国人民银行上??偛?”" in card_says(panel)


def test_that_a_clause_without_units_says_so(panel, workspace):
    workspace.enter_section(number_of(workspace, "建设目标"))
    assert card_says(panel) == ["一（三）", "建设目标", "本条未写明责任单位"]
    assert chips(panel) == []


def test_that_a_heading_counts_the_clauses_below_it(panel, workspace):
    workspace.enter_section(number_of(workspace, "重点任务"))
    assert card_says(panel)[-1] == "下级条款中10项写明责任单位"


def test_that_the_top_of_the_document_sums_up(panel, workspace):
    assert card_says(panel)[-1] == "11项写明责任单位，涉及11家"


def test_that_a_bullet_takes_the_units_of_the_clause_it_belongs_to(panel, workspace):
    made = (Clause(0, "一、", "条", "正文", duty("甲局")), Clause(1, "——", "要点", "正文"))
    workspace.show(document(made, number=2), ())
    workspace.enter_section(2)
    assert chips(panel) == ["甲局"]
    assert "责任单位见上级条款 一" in card_says(panel)


def test_that_a_document_without_units_says_so_and_another_comes_back(panel, workspace):
    workspace.show(document((Clause(0, "一、", "条"),), number=2), ())
    assert panel.is_empty()
    workspace.activate(1) if workspace.document_of(1) else None
    assert not panel.is_empty()


def test_that_clicking_a_chip_leads_to_the_name_and_pointing_at_it_marks_it(qtbot, panel, workspace):
    workspace.enter_section(number_of(workspace, "深化基础研究体制机制创新"))
    chip = panel.card.chips()[1]
    with qtbot.waitSignal(panel.span_requested) as asked:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked.args[0].text(workspace.document.reading.simplified) == "杨浦海关"


def test_that_clicking_a_clause_asks_for_it(qtbot, panel, workspace):
    section = number_of(workspace, "协同打造高能级创新平台")
    rect = panel.view.visualRect(panel.model.index_of_section(section))
    with qtbot.waitSignal(panel.section_requested) as asked:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 12))
    assert asked.args == [section]


def test_that_clicking_a_name_in_the_list_asks_for_its_place(qtbot, panel, workspace):
    section = number_of(workspace, "协同打造高能级创新平台")
    place = place_of(panel, "区市场监管局", section)
    with qtbot.waitSignal(panel.span_requested) as asked:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args[0].text(workspace.document.reading.simplified) == "区市场监管局"


def test_that_pointing_at_a_name_asks_to_mark_it_and_leaving_to_unmark(qtbot, panel, workspace):
    place = place_of(panel, "区市场监管局", number_of(workspace, "协同打造高能级创新平台"))
    with qtbot.waitSignal(panel.span_hovered) as marked:
        panel.view.pointed_at(panel.view.indexAt(place), place)
    assert marked.args[0].text(workspace.document.reading.simplified) == "区市场监管局"
    with qtbot.waitSignal(panel.span_hovered) as unmarked:
        panel.view.pointed_at(panel.view.indexAt(QPoint(60, 2)), QPoint(2, 2))
    assert unmarked.args == [None]


def test_that_the_list_turns_round(qtbot, panel):
    qtbot.mouseClick(panel.by_unit, Qt.MouseButton.LeftButton)
    rows = panel.model.rows()
    assert all(isinstance(row, UnitRow) for row in rows)
    assert rows[0].name == "区商务委"
    assert panel.by_clause.text() == "按条款 11"
    assert panel.by_unit.text() == "按单位 11"


def test_that_a_unit_opens_by_click_and_its_clause_leads_to_the_name(qtbot, panel, workspace):
    panel.set_by_unit(by_unit=True)
    viewport = panel.view.viewport()
    unit = panel.model.index(0, 0)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=panel.view.visualRect(unit).center())
    assert panel.view.isExpanded(unit)
    clause = panel.view.visualRect(panel.model.index(0, 0, unit)).center()
    with qtbot.waitSignal(panel.span_requested) as asked:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=clause)
    assert asked.args[0].text(workspace.document.reading.simplified) == "区商务委"


def test_that_typing_filters_the_list_and_the_counts(qtbot, panel):
    type_chinese(panel.box, "海关")
    assert [row.marker for row in panel.model.rows()] == ["2.", "5.", "7."]
    assert panel.by_clause.text() == "按条款 3"
    assert panel.by_unit.text() == "按单位 1"
    type_chinese(panel.box, "无此单位")
    assert panel.none_found.isVisible()


def test_that_the_distinct_names_of_what_is_shown_are_copied_in_one_line(qtbot, panel):
    type_chinese(panel.box, "数据局")
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "区委网信办、区数据局"
    assert panel.copy.text() == "已复制2家"


def test_that_a_section_can_be_shown_from_elsewhere(panel, workspace):
    panel.set_by_unit(by_unit=True)
    panel.show_section(number_of(workspace, "大力发展在线新经济和数字贸易"))
    row = panel.model.row(panel.view.currentIndex())
    assert row.heading == "加强数据跨境流通探索"


def test_that_the_list_follows_the_reader(panel, workspace):
    workspace.enter_section(number_of(workspace, "促进外汇收支便利化"))
    index = panel.model.index_of_section(number_of(workspace, "促进外汇收支便利化"))
    assert panel.view.is_here(index)
    row = panel.view.visualRect(index)
    assert panel.view.viewport().rect().contains(row.adjusted(0, 0, 0, -1))  # Qt scrolls a pixel short


def test_that_own_units_may_change_while_the_document_is_open(panel, workspace):
    workspace.set_settings(workspace.settings.with_(own_units=("杨浦海关",)))
    panel.set_by_unit(by_unit=True)
    assert panel.model.rows()[0].name == "杨浦海关"


def test_that_it_all_fits_a_narrow_side_in_every_theme(panel, workspace):
    panel.resize(240, 600)
    workspace.enter_section(number_of(workspace, "促进外汇收支便利化"))
    assert panel.minimumSizeHint().width() <= 240
    for theme in ("paper", "green", "night"):
        workspace.set_settings(workspace.settings.with_(theme=theme))
        assert not panel.grab().isNull()
