from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.text.spans import Span
from reader.ui.units.gap_rows import GapGroup, GapRow
from reader.ui.units.model import UnitsModel
from reader.ui.units.rows import clause_rows, unit_rows
from tests.ui.builders import Clause, document, duty


@pytest.fixture
def clauses():
    return clause_rows(document())


def test_that_both_orders_keep_the_rules_of_qt(qapp, clauses):
    model = UnitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    gaps = (GapGroup("nobody", "未写明责任单位", (GapRow(1, "一", "条", Span(0, 1)),)), GapGroup("no_date", "无", ()))
    for rows in (clauses, unit_rows(clauses), (), gaps, clauses[:1]):
        model.set_rows(rows)
    assert tester.model() is model


def test_that_a_clause_is_found_by_its_section(qapp, clauses):
    model = UnitsModel()
    model.set_rows(clauses)
    assert model.row(model.index_of_section(clauses[2].section)) is clauses[2]
    assert not model.index_of_section(1).isValid()


def test_that_units_have_their_clauses_below_them(qapp, clauses):
    model = UnitsModel()
    model.set_rows(unit_rows(clauses))
    unit = next(i for i in range(model.rowCount()) if model.index(i, 0).data() == "杨浦海关")
    assert model.rowCount(model.index(unit, 0)) == 3


def test_that_a_tooltip_shows_raw_text_and_no_markup(qapp):
    named = duty(("中国人民银行上海总部", "<b>上??</b>"))
    model = UnitsModel()
    model.set_rows(clause_rows(document((Clause(0, "一、", "条", "正文", named),))))
    shown = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "据名录还原，原文作“&lt;b&gt;上??&lt;/b&gt;”" in shown
    assert "<b>" not in shown


def test_that_a_tooltip_tells_the_other_names_of_a_unit_and_what_it_leads(qapp, clauses):
    same = {"杨浦海关": "1", "区商务委": "1"}
    model = UnitsModel()
    model.set_rows([row for row in unit_rows(clauses, lambda n: same.get(n, n)) if row.name in same])
    assert "文中又作" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_that_what_the_user_corrected_is_said(qapp):
    row = clause_rows(document((Clause(0, "一、", "条", "正文", duty("甲局")),)))[0]
    line = row.lines[0]
    corrected = line._replace(mentions=tuple(m._replace(by_user=True) for m in line.mentions))
    model = UnitsModel()
    model.set_rows([row._replace(lines=(corrected,))])
    assert "甲局：人工更正" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
