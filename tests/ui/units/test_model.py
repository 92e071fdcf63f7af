from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.ui.units.model import UnitsModel
from reader.ui.units.rows import clause_rows, unit_rows
from tests.ui.builders import Clause, document, duty


@pytest.fixture
def clauses():
    return clause_rows(document())


def test_that_both_orders_keep_the_rules_of_qt(qapp, clauses):
    model = UnitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (clauses, unit_rows(clauses), (), clauses[:1]):
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
