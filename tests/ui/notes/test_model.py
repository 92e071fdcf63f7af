from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.ui.notes.model import NotesModel
from reader.ui.notes.rows import NoteList
from tests.ui.builders import document, orphan, placement


@pytest.fixture
def opened():
    return document()


def rows(opened, *placements):
    notes = NoteList(opened, placements)
    return notes.grouped(notes.notes())


def test_that_the_list_keeps_the_rules_of_qt(qapp, opened):
    model = NotesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    one, two = placement(opened, "到2027年", number=1), placement(opened, "探索基础", number=2)
    for shown in (rows(opened, one, two), rows(opened, one), (), rows(opened, orphan(opened, "没了", ()))):
        model.set_rows(shown)
    assert tester.model() is model


def test_that_a_changed_note_keeps_its_row_and_a_new_one_makes_new_rows(qtbot, opened):
    model = NotesModel()
    model.set_rows(rows(opened, placement(opened, "到2027年", number=1)))
    resets, changed = [], []
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda index, _last: changed.append(index.row()))
    model.set_rows(rows(opened, placement(opened, "到2027年", number=1, note="核对")))
    assert (resets, changed) == ([], [1])
    model.set_rows(rows(opened, placement(opened, "到2027年", number=1), placement(opened, "探索", number=2)))
    assert resets == [True]


def test_that_heads_of_groups_cannot_be_chosen(qapp, opened):
    model = NotesModel()
    model.set_rows(rows(opened, orphan(opened, "没了", ())))
    assert model.index(0).data() == "待重新定位的批注"
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_that_a_note_is_never_shown_as_markup(qapp, opened):
    model = NotesModel()
    model.set_rows(rows(opened, placement(opened, "到2027年", note="<img src=/tmp/canary.png>")))
    shown = model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in shown
    assert "&lt;img" in shown
