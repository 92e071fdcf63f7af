from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from reader.library.exporting import export_notes, export_units
from reader.text.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.library import Library


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".md"])
def test_that_notes_are_written_in_the_format_that_the_name_asks_for(
    library: Library, add_text, tmp_path: Path, suffix: str
) -> None:
    number = add_text()
    library.annotations.add(number, Span(3, 9), colour="重点", note="请核对", author="")
    out = tmp_path / f"批注{suffix}"
    assert export_notes(library.documents.open(number), library.annotations.placements(number), out) == 1
    written = ZipFile(out).read("word/document.xml") if suffix == ".docx" else out.read_bytes()
    assert "请核对" in written.decode()


def test_that_an_unknown_format_is_refused_and_nothing_written(library: Library, add_text, tmp_path: Path) -> None:
    out = tmp_path / "批注.pdf"
    with pytest.raises(ValueError, match="pdf"):
        export_notes(library.documents.open(add_text()), (), out)
    assert not out.exists()


def test_that_units_are_written_as_a_table(library: Library, add_text, tmp_path: Path) -> None:
    out = tmp_path / "责任单位.docx"
    assert export_units(library.documents.open(add_text()), out) == 2
    assert "区科技经济委" in ZipFile(out).read("word/document.xml").decode()
