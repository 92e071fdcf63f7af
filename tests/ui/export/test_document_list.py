from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from reader.library.records import Entry
from reader.ui.export.document_list import DocumentsModel
from reader.ui.export.ticked import FILE, source_line

TITLE = "临江区人民政府关于推进港口建设的实施意见"


def entry(number: int, file: str, doc_number: str | None = "临府发〔2025〕3号", title: str = TITLE) -> Entry:
    return Entry(number, title, doc_number, "临江区人民政府", None, file, "", 3, 4, 0, False, None, False, 100)


def test_that_documents_of_one_title_and_number_are_told_apart_by_their_files(qtbot):
    other = entry(3, "通知.txt", "临府发〔2025〕4号")
    model = DocumentsModel([entry(1, "意见.txt"), entry(2, "意见.docx"), other], ())
    rows = [model.index(row) for row in range(3)]
    assert [row.data(FILE) for row in rows] == ["意见.txt", "意见.docx", ""]
    assert [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows] == [
        f"{TITLE} · 意见.txt",
        f"{TITLE} · 意见.docx",
        TITLE,
    ]


def test_that_documents_without_a_number_are_told_apart_too(qtbot):
    model = DocumentsModel([entry(1, "甲.txt", None), entry(2, "乙.txt", None)], ())
    assert [model.index(row).data(FILE) for row in range(2)] == ["甲.txt", "乙.txt"]


def test_that_a_long_name_of_a_file_gives_way_in_its_middle(qtbot):
    metrics = QFontMetrics(QApplication.font())
    line = "临府发〔2025〕3号 · 4 个单位"
    width = metrics.horizontalAdvance(line) * 3
    shown = source_line(entry(1, ""), f"甲{TITLE}{TITLE}征求意见稿(1).txt", metrics, width)
    assert shown.startswith(f"{line} · 甲")
    assert shown.endswith(".txt")
    assert "…" in shown
    assert metrics.horizontalAdvance(shown) <= width
    assert source_line(entry(1, ""), "", metrics, width) == line


def test_that_long_names_of_files_stay_apart_where_there_is_little_room(qtbot):
    metrics = QFontMetrics(QApplication.font())
    width = metrics.horizontalAdvance("字") * 20
    shown = {source_line(entry(1, ""), f"{TITLE}征求意见稿({n}).docx", metrics, width) for n in (1, 2)}
    assert len(shown) == 2
    assert all(line.startswith("临府发") for line in shown)
