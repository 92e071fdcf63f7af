from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from reader.export.tasks_table import TaskTableOptions
from reader.library.exporting import export_notes, export_tasks
from reader.text.spans import Span
from reader.units.corrections import correction

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


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".txt"])
def test_that_the_tasks_of_several_documents_are_written_as_one_table(
    library: Library, add_text, tmp_path: Path, text: str, suffix: str
) -> None:
    numbers = add_text(), add_text(text.replace("区财政局", "区民政局"), "另一份.txt")
    out = tmp_path / f"任务分解表{suffix}"
    assert export_tasks([library.documents.open(number) for number in numbers], out) == 4
    written = held_in(out)
    assert "区财政局" in written
    assert "区民政局" in written


def test_that_the_task_table_is_that_of_the_corrected_document(library: Library, add_text, tmp_path: Path) -> None:
    number, out = add_text(), tmp_path / "任务.txt"
    opened = library.documents.open(number)
    made = correction("rename", opened.assignments[0].units[1], opened.assignments[0], opened.reading, name="区审计局")
    library.units.correct(number, made)
    export_tasks([library.documents.open(number)], out, options=TaskTableOptions(order="roster"))
    assert "区审计局" in held_in(out)
    assert "区财政局" not in held_in(out)


def test_that_a_task_table_in_an_unknown_format_is_refused(library: Library, add_text, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pdf"):
        export_tasks([library.documents.open(add_text())], tmp_path / "任务.pdf")
    assert not (tmp_path / "任务.pdf").exists()


def held_in(path: Path) -> str:
    """Return the text of a written file, of its parts if it is a package."""
    if path.suffix not in (".docx", ".xlsx"):
        return path.read_text(encoding="utf-8-sig")
    with ZipFile(path) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
