from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester

from reader.library.records import Entry
from reader.ui.library.choose_dialog import ChooseDialog
from reader.ui.library.delegate import count_line, source_line, wrapped
from reader.ui.library.failures_dialog import FailuresDialog
from reader.ui.library.model import SHARED, LibraryModel
from reader.ui.theme import THEMES


def entry(number: int, title: str, **more) -> Entry:
    usual = {"doc_number": None, "issuer": None, "issued_on": None, "file": f"{number}.txt", "imported_at": "2026-11-22T00:00:00+00:00",
             "sections": 3, "units": 0, "notes": 0, "traditional": False, "binned_at": None, "title_typed": False, "characters": 10}  # fmt: skip
    return Entry(number=number, title=title, **{**usual, **more})


ENTRIES = (
    entry(
        1,
        "杨浦意见",
        doc_number="杨府发〔2024〕11号",
        issuer="上海市杨浦区人民政府",
        issued_on="2024-10-25",
        units=32,
        notes=2,
    ),
    entry(2, "徐汇方案", traditional=True),
    entry(3, "杨浦意见", doc_number="杨府发〔2024〕11号"),
)


@pytest.fixture
def model(qtmodeltester):
    made = LibraryModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_entries(ENTRIES)
    yield made
    del tester


def titles(model) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_that_the_newest_import_stands_first(model):
    assert [model.entry(model.index(row, 0)).number for row in range(3)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("query", "found"),
    [("杨府发 2024", [3, 1]), ("徐汇", [2]), ("徐匯", [2]), ("人民政府", [1]), ("没有的", []), ("", [3, 2, 1])],
)
def test_that_the_filter_looks_at_title_number_and_issuer(model, query, found):
    model.set_query(query)
    assert [model.entry(model.index(row, 0)).number for row in range(model.rowCount())] == found


def test_that_documents_of_the_same_title_are_told_apart(model):
    assert [bool(model.index(row, 0).data(SHARED)) for row in range(3)] == [True, False, True]


def test_that_an_edited_title_is_a_wish(model, qtbot):
    with qtbot.waitSignal(model.title_edited) as asked:
        assert model.setData(model.index(1, 0), " 新标题 ")
    assert asked.args == [2, "新标题"]
    assert titles(model)[1] == "徐汇方案"


def test_that_a_title_in_the_bin_is_not_edited():
    model = LibraryModel()
    model.set_entries([entry(1, "甲", binned_at="2026-11-22T00:00:00+00:00")])
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_that_markup_in_a_title_is_shown_as_it_is(model):
    model.set_entries([entry(1, "<img src=/tmp/x.png><b>甲</b>")])
    index = model.index(0, 0)
    assert index.data() == "<img src=/tmp/x.png><b>甲</b>"
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_lines_tell_what_is_known():
    assert source_line(ENTRIES[0]) == "杨府发〔2024〕11号 · 上海市杨浦区人民政府 · 2024年10月25日"
    assert source_line(ENTRIES[1]) == "2.txt"
    assert count_line(ENTRIES[0]) == "3 条 · 32 个单位 · 2 条批注"
    assert count_line(ENTRIES[1]) == "3 条 · 繁体"


def test_that_a_long_title_breaks_into_two_lines_and_loses_nothing_but_its_end(qapp):
    text = "关于加快推进上海自贸试验区𠮷联动创新区建设的实施意见" * 3
    lines = wrapped(text, QFont(), 200, 2)
    assert len(lines) == 2
    assert text.startswith(lines[0])
    assert lines[1].endswith("…")
    assert wrapped("短", QFont(), 200, 2) == ["短"]


def test_that_one_document_is_chosen_beside_the_one_on_the_desk(qtbot):
    dialog = ChooseDialog(ENTRIES, ENTRIES[1], THEMES["paper"])
    qtbot.addWidget(dialog)
    assert dialog.pair() is None
    dialog.view.setCurrentIndex(dialog.model.index_of(3))
    assert dialog.pair() == (2, 3)
    assert not dialog.model.index_of(2).isValid()


def test_that_two_documents_are_chosen_when_the_desk_is_empty(qtbot):
    dialog = ChooseDialog(ENTRIES, None, THEMES["paper"])
    qtbot.addWidget(dialog)
    selection = dialog.view.selectionModel()
    selection.select(dialog.model.index_of(1), selection.SelectionFlag.Select)
    assert dialog.pair() is None
    selection.select(dialog.model.index_of(2), selection.SelectionFlag.Select)
    assert sorted(dialog.pair()) == [1, 2]


def test_that_failures_are_listed_one_a_line(qtbot):
    from reader.library.records import Failure

    dialog = FailuresDialog([Failure("/a/甲.txt", "文件是空的"), Failure("乙.pdf", "这是 PDF 文件")])
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText() == "甲.txt：文件是空的\n乙.pdf：这是 PDF 文件"
