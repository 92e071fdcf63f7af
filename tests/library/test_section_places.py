from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.library.derivation import derive
from reader.library.ingest import BUNDLED
from reader.library.preview import preview
from reader.library.section_places import section_at, start_of

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.records import OpenDocument


@pytest.mark.parametrize("file", sorted(BUNDLED.iterdir()), ids=lambda file: file.stem)
def test_that_each_section_of_a_document_is_found_where_it_starts(file: Path) -> None:
    document = preview(file)
    numbers = range(len(document.outline.sections))
    assert [section_at(document, start_of(document, number)) for number in numbers] == list(numbers)


@pytest.fixture
def document(tmp_path: Path) -> OpenDocument:
    file = tmp_path / "办法.txt"
    file.write_text("第一条 甲。\n　　第二条 乙。\n第三条 丙。\n", encoding="utf-8")
    return preview(file)


def test_that_what_stands_before_the_first_marker_is_not_the_first_section(document: OpenDocument) -> None:
    assert start_of(document, 0) != start_of(document, 1)


def test_that_blanks_make_no_difference(document: OpenDocument) -> None:
    second = document.source.index("第二条")
    assert [section_at(document, at) for at in range(second - 3, second + 1)] == [2, 2, 2, 2]
    assert section_at(document, second + 1) is None


@pytest.mark.parametrize("start", [4, 10_000])
def test_that_where_no_section_starts_there_is_none(document: OpenDocument, start: int) -> None:
    assert section_at(document, start) is None


def test_that_a_section_is_found_by_its_place_and_not_by_its_number(document: OpenDocument) -> None:
    third = start_of(document, 3)
    found = derive(document.source.replace("第二条", "第二跳"))
    assert section_at(replace(document, reading=found.reading, outline=found.outline), third) == 2
