from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.comparing import compare_documents

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
