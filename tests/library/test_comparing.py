from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.comparison.memo import Memo
from reader.comparison.options import Options
from reader.library.comparing import compare_documents, first_view_of

if TYPE_CHECKING:
    from reader.library.library import Library


def test_that_a_document_compared_with_itself_is_the_same(library: Library, add_text) -> None:
    opened = library.documents.open(add_text())
    found = compare_documents(opened, opened, "editions")
    assert found.mode == "editions"
    assert {pair.status for pair in found.pairs} == {"same"}


def test_that_a_changed_clause_is_found(library: Library, add_text, text: str) -> None:
    left = library.documents.open(add_text())
    right = library.documents.open(add_text(text.replace("3000家", "5000家"), "新稿.txt"))
    found = compare_documents(left, right, "editions")
    assert [left.outline.sections[p.left].path for p in found.pairs if p.status == "changed"] == ["一、"]


def test_that_a_mode_that_does_not_exist_is_refused(library: Library, add_text) -> None:
    opened = library.documents.open(add_text())
    with pytest.raises(ValueError, match="sideways"):
        compare_documents(opened, opened, "sideways")


def test_that_pins_and_a_memo_are_handed_on(library: Library, add_text) -> None:
    opened = library.documents.open(add_text())
    memo = Memo()
    found = compare_documents(opened, opened, "editions", options=Options(pins=((1, 2),)), memo=memo)
    assert [(pair.left, pair.right) for pair in found.pairs if pair.pinned] == [(1, 2)]


def test_that_the_direction_is_kept(library: Library, add_text) -> None:
    opened = library.documents.open(add_text())
    assert compare_documents(opened, opened, "topics", direction="downward").direction == "downward"


def test_that_a_first_view_is_partial(library: Library, add_text) -> None:
    opened = library.documents.open(add_text())
    found = first_view_of(opened, opened)
    assert found.partial
    assert {pair.status for pair in found.pairs} == {"same"}
