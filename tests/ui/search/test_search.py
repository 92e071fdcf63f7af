from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from reader.library.records import NoteHit, SearchHit, SearchResult
from reader.ui.search.delegate import occurrences
from reader.ui.search.model import SearchModel

RESULT = SearchResult(
    "创新", 4,
    (SearchHit(1, 2, "二、/(一)/1.", "…科技创新平台…", 1, 30), SearchHit(2, 0, "", "创新区", 3, 0)),
    (NoteHit(9, 1, 2, "二、", "创新要核实"),),
)  # fmt: skip


def test_that_hits_stand_under_their_documents_the_fullest_first(qtbot):
    model = SearchModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_result(RESULT, {1: "甲", 2: "乙"})
    assert [(group.title, group.count) for group in model.groups()] == [("乙", 3), ("甲", 2)]
    assert [hit.place for hit in model.groups()[1].hits] == ["二（一）1", "批注 二"]
    assert model.groups()[0].hits[0].place == "文首"
    child = model.index(1, 0, model.index(1, 0))
    assert model.group_of(child).document == 1
    model.set_result(None, {})
    assert model.rowCount() == 0
    del tester


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("科技创新与创新", "创新", ["创新", "创新"]),
        ("杨府发〔2024〕11号", "[2024]11", ["〔2024〕11"]),
        ("２０２４年", "2024", ["２０２４"]),
        ("甲先乙后", "乙 甲", ["乙", "甲"]),
        ("甲乙丙", "丁", []),
        ("甲", "", []),
    ],
)
def test_that_what_was_found_is_marked(text, query, found):
    assert [span.text(text) for span in occurrences(text, query)] == found


@given(st.text(max_size=40), st.text(max_size=6))
def test_that_marking_never_fails_and_stays_inside(text, query):
    for span in occurrences(text, query):
        assert 0 <= span.start <= span.end <= len(text)
