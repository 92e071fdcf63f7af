from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from reader.text.edits import Edit, Reason, apply
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.ui.reading.receipt import ReceiptLine, count, excerpt, groups, meta_line
from reader.ui.reading.receipt_model import TAKEN_BACK_ROLE, ReceiptModel
from reader.ui.reading.receipt_panel import ReceiptPanel
from reader.ui.workspace import Workspace
from tests.ui.reading.builders import FURNISHED, opened


class Writes:
    """Takes down what the panel asks for, as the operations would."""

    def __init__(self):
        self.taken_back, self.applied = [], []

    def take_back(self, edit):
        self.taken_back.append(edit)

    def apply_again(self, edit):
        self.applied.append(edit)


@pytest.fixture
def panel(qtbot):
    workspace = Workspace()
    made = ReceiptPanel(workspace, Writes())
    qtbot.addWidget(made)
    workspace.show(opened(FURNISHED), ())
    return made


def row_with(panel, words):
    model = panel.model
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if words in index.data():
                return index
    raise AssertionError(words)


def test_that_edits_are_grouped_by_reason_with_furniture_first():
    found = groups(opened(FURNISHED))
    assert found[0].reason is Reason.FURNITURE
    assert sum(len(g.lines) for g in found) == len(opened(FURNISHED).reading.edits)


def test_that_blanks_of_the_layout_are_counted_and_not_listed(qapp):
    source = "甲乙\n" * 50
    edits = tuple(Edit(i * 3 + 1, i * 3 + 1, " ", Reason.LAYOUT) for i in range(50))
    text = apply(source, edits)
    document = opened("甲\n")
    document = type(document)(**{**vars(document), "source": source, "reading": ReadingText(text, text, edits)})
    model = ReceiptModel()
    model.set_receipt(groups(document), (), source)
    assert model.index(0, 0).data() == "版面空白　50"
    assert model.rowCount(model.index(0, 0)) == 0
    assert count(document) == 0


def test_that_an_excerpt_shows_what_was_removed():
    source = "貿(mào)易，12 月"
    assert excerpt(ReceiptLine(Edit(1, 6, "", Reason.PINYIN), 1), source) == "(mào)"
    assert excerpt(ReceiptLine(Edit(10, 11, "", Reason.BLANK), 5), source) == "…o)易，12｜月…"
    assert excerpt(ReceiptLine(Edit(7, 8, "、", Reason.PUNCTUATION), 2), source).startswith("， → 、")


def test_that_the_line_under_the_title_says_how_much_was_cleaned():
    document = opened(FURNISHED)
    assert meta_line(document).endswith(f"已整理{count(document)}处")


def test_that_the_tree_keeps_the_rules_of_qt(panel, qapp):
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.reload()


def test_that_a_click_on_furniture_asks_to_see_it_again(panel, qtbot):
    with qtbot.waitSignal(panel.edit_requested) as wished:
        panel.view.clicked.emit(row_with(panel, "首页"))
    assert "首页" in FURNISHED[wished.args[0].start : wished.args[0].end]


def test_that_an_edit_taken_back_is_offered_to_be_made_again(panel):
    index = row_with(panel, "首页")
    edit = panel.model.line(index).edit
    panel.view.setCurrentIndex(index)
    panel.restore.click()
    assert panel._operations.taken_back == [edit]
    before = panel._workspace.document
    kept = tuple(e for e in before.reading.edits if e != edit)
    text = apply(before.source, kept)
    reading = ReadingText(text, text, kept)
    panel._workspace.show(
        type(before)(**{**vars(before), "reading": reading, "kept": (Span(edit.start, edit.end),)}), ()
    )
    index = row_with(panel, "首页")
    assert index.data(TAKEN_BACK_ROLE)
    panel.view.setCurrentIndex(index)
    assert panel.restore.text() == "重新整理"
    panel.restore.click()
    assert [tuple(again[:2]) for again in panel._operations.applied] == [(edit.start, edit.end)]


def test_that_a_document_that_was_not_cleaned_says_so(qtbot):
    workspace = Workspace()
    panel = ReceiptPanel(workspace, None)
    qtbot.addWidget(panel)
    workspace.show(opened("关于测试的通知\n正文。\n"), ())
    assert panel.is_empty()


def test_that_without_a_document_nothing_is_said_about_one(qtbot):
    panel = ReceiptPanel(Workspace(), None)
    qtbot.addWidget(panel)
    assert panel.is_empty()
    assert panel.empty_text() == "打开一份文件，这里列出对它的整理。"
