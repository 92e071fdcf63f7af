from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.text.findings import Finding
from reader.ui.outline.filtering import OutlineFilter
from reader.ui.outline.model import OutlineModel, OutlineRole, row_text
from tests.ui.builders import Clause, document, placement


def rows(model, parent=QModelIndex()):  # noqa: B008
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(), rows(model, index)) for index in indexes]


@pytest.fixture
def model(qapp):
    made = OutlineModel()
    made.set_document(document())
    return made


def test_that_the_tree_keeps_the_rules_of_qt(qapp, model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_placements([placement(document(), "到2027年")])
    model.set_document(None)
    model.set_document(document((Clause(0, "一、", "单条"),)))
    assert tester.model() is model


def test_that_the_filtered_tree_keeps_the_rules_of_qt(qapp, model):
    proxy = OutlineFilter(model)
    tester = QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for query in ("数据", "无此条款", "", "海关"):
        proxy.set_query(query)
    model.set_document(None)
    assert tester.model() is proxy


def test_that_rows_are_nested_as_the_sections_are(qapp):
    model = OutlineModel()
    model.set_document(
        document((Clause(0, "一、", "甲"), Clause(1, "(一)", "乙"), Clause(2, "1.", "丙"), Clause(0, "附件1", "丁")))
    )
    assert rows(model) == [("一、甲", [("（一）乙", [("1. 丙", [])])]), ("附件1 丁", [])]


def test_that_a_marker_in_either_kind_of_bracket_is_shown_full_width():
    sections = document((Clause(0, "(一)", "甲"), Clause(0, "（二）", "乙"), Clause(0, "1.", ""))).outline.sections
    assert [row_text(s) for s in sections[1:]] == ["（一）甲", "（二）乙", "1."]


def test_that_only_rows_whose_badge_changed_are_painted_again(qtbot, model):
    opened = document()
    model.set_document(opened)
    changed = []
    model.dataChanged.connect(lambda index, _last: changed.append(index.data(OutlineRole.SECTION)))
    mark = placement(opened, "探索基础研究")
    model.set_placements([mark])
    above = {s.number for s in opened.outline.ancestors(opened.outline.sections[mark.section])}
    assert set(changed) == {mark.section} | above


def test_that_a_tooltip_never_shows_a_heading_as_markup(qapp):
    model = OutlineModel()
    model.set_document(document((Clause(0, "一、", "<img src=/tmp/canary.png>"),)))
    shown = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in shown
    assert "<img" not in shown


def test_that_a_tooltip_tells_counts_and_findings(qapp):
    opened = document(findings=(Finding("numbering_gap", "二、/(一)/2.", "缺第1项"),))
    model = OutlineModel()
    model.set_document(opened, [placement(opened, "探索基础研究", colour="疑问")])
    number = next(s.number for s in opened.outline.sections if s.path == "二、/(一)/2.")
    shown = model.index_of(number).data(Qt.ItemDataRole.ToolTipRole)
    assert "批注1条（疑问）" in shown
    assert "责任单位2家" in shown
    assert "序号不连续：缺第1项" in shown


def test_that_the_filter_keeps_the_parents_of_a_match(qapp, model):
    proxy = OutlineFilter(model)
    proxy.set_query("保税")
    assert rows(proxy) == [("二、重点任务", [("（一）推动国际化科技创新协同", [("7. 鼓励拓展保税研发业务", [])])])]


@pytest.mark.parametrize("query", ["３．", "7.", "保 税", "二（一）7", "數據"])
def test_that_the_filter_matches_folded_text_paths_and_traditional_script(qapp, model, query):
    proxy = OutlineFilter(model)
    proxy.set_query(query)
    assert proxy.matches()


def test_that_another_document_is_shown_unfiltered(qapp, model):
    proxy = OutlineFilter(model)
    proxy.set_query("无此条款")
    model.set_document(document((Clause(0, "一、", "甲"),)))
    assert rows(proxy) == [("一、甲", [])]
