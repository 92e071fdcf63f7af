"""Notes into Word, against python-docx writing the same bare paragraphs: time, memory, and the way back."""

from __future__ import annotations

import ctypes
import gc
import io
import math
import random
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.anchoring.anchor import Annotation, Placement
from reader.anchoring.describe import describe
from reader.export.annotated import annotated_docx
from reader.export.note_list import NotesSheet
from reader.export.notes import notes_docx
from reader.export.notes_xlsx import notes_xlsx
from reader.export.word_comments import read_comments
from reader.library.derivation import derive
from reader.text.spans import Span
from reader.text.words import words
from tests.benchmarks.ratios import Row, alternate, seconds
from tests.benchmarks.texts import long_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_CHARACTERS, _NOTES = 100_000, 1_000
_COLOURS, _STYLES = ("重点", "疑问", "待办", "引用", "其他"), ("highlight", "highlight", "underline", "wavy", "double")
_ONLY_LISTED = math.inf
_BARE = "python-docx 写同样的段落"
_BARE_COMMENTS = "python-docx 写同样的段落和批注"


def rows() -> Iterator[Row]:
    """Yield the rows of the export."""
    sheet = notes()
    yield from _lists(sheet)
    yield from _annotated(sheet)


def _lists(sheet: NotesSheet) -> Iterator[Row]:
    said, cells = _paragraphs(notes_docx(sheet)), _cells(notes_xlsx(sheet))
    if len(said) < 3 * _NOTES or len(cells) < _NOTES:
        raise RuntimeError("not all notes are in the list")
    times = _times(lambda: notes_docx(sheet), lambda: bare_docx(said))
    yield Row("1000条批注导出批注清单 .docx", _BARE, *times, "s", 2.0)
    times = _times(lambda: notes_xlsx(sheet), lambda: _bare_xlsx(cells))
    yield Row("1000条批注导出批注清单 .xlsx", "XlsxWriter 写同样的单元格", *times, "s", _ONLY_LISTED)


def _annotated(sheet: NotesSheet) -> Iterator[Row]:
    data = annotated_docx(sheet)
    said = _paragraphs(data)
    if len(read_comments(data).comments) != _NOTES or sum(map(len, said)) < _CHARACTERS * 0.9:
        raise RuntimeError("not all of the document is in the file")
    what = "10万字、1000条批注导出批注稿 .docx"
    times = _times(lambda: annotated_docx(sheet), lambda: bare_docx(said))
    yield Row(what, _BARE, *times, "s", _ONLY_LISTED)
    again = _times(lambda: annotated_docx(sheet), lambda: bare_docx(said, _NOTES), runs=3)
    yield Row(what, _BARE_COMMENTS, *again, "s", _ONLY_LISTED)
    yield Row(f"{what}：多占的内存", _BARE_COMMENTS, _memory("ours"), _memory("bare"), "MiB", _ONLY_LISTED)
    times = _times(lambda: read_comments(data), lambda: _read_with_python_docx(data))
    yield Row("读回批注稿的1000条批注", "python-docx 读出段落和批注", *times, "s", _ONLY_LISTED)


def _times(ours: Callable[[], object], theirs: Callable[[], object], runs: int = 5) -> tuple[float, float]:
    return alternate(partial(seconds, ours), partial(seconds, theirs), runs)


@cache
def notes() -> NotesSheet:
    """Return a document with notes all over it, some of them over one another."""
    dice = random.Random(5)
    derived = derive(long_text(_CHARACTERS))
    text, outline = derived.reading.simplified, derived.outline
    placements = []
    for number in range(1, _NOTES + 1):
        span = _stretch(text, dice)
        section = outline.at(span.start)
        mark = Annotation(
            number=number,
            uuid=f"{number:032x}",
            document=1,
            anchor=describe(derived.reading, outline, span),
            style=dice.choice(_STYLES),
            colour=dice.choice(_COLOURS),
            tags=("核心",) if number % 7 == 0 else (),
            note=f"第{number}处：请牵头单位核对数据口径，"
            + text[span.start : span.start + dice.randint(4, 40)].replace("\n", ""),
            author="王敏",
            created="2026-11-22T02:15:00+00:00",
            modified="2026-11-22T02:15:00+00:00",
        )
        placements.append(Placement(mark, "located", section.number, section.path, span))
    return NotesSheet(derived.front, outline, derived.reading, tuple(placements), derived.assignments)


def _stretch(text: str, dice: random.Random) -> Span:
    """Return a stretch of 4 to 60 characters that neither begins nor ends with a blank."""
    while True:
        start = dice.randrange(len(text) - 60)
        span = Span(start, start + dice.randint(4, 60))
        said = span.text(text)
        if said == said.strip():
            return span


def bare_docx(paragraphs: Sequence[str], comments: int = 0) -> bytes:
    """Write paragraphs with python-docx as anyone would, and comments on every so many runs."""
    from docx import Document

    document: Any = Document()
    made = [document.add_paragraph(text) for text in paragraphs]
    with_text = [paragraph for paragraph in made if paragraph.runs]
    for number in range(comments):
        run = with_text[number * len(with_text) // comments].runs[0]
        document.add_comment(run, "请牵头单位核对数据口径，并于月底前报送书面意见。", author="王敏", initials="王")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _bare_xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write(number, place, text)
    return out.getvalue()


def _paragraphs(data: bytes) -> list[str]:
    from docx import Document

    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def _cells(data: bytes) -> list[list[Any]]:
    from openpyxl import load_workbook

    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(data)).active.iter_rows()]


def _read_with_python_docx(data: bytes) -> int:
    from docx import Document

    document: Any = Document(io.BytesIO(data))
    return sum(len(p.text) for p in document.paragraphs) + sum(len(comment.text) for comment in document.comments)


def _memory(what: str) -> float:
    """Return by how many MiB a process of its own grows that writes the file once, at the most."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.exporting", what],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, check=True,
    )  # fmt: skip
    return float(done.stdout)


def _grown(what: str) -> float:
    """Write the file once in this process; return by how many MiB its peak is above what it held before."""
    import docx  # noqa: F401, loaded before it is measured

    sheet = notes()
    said = [line for line in sheet.reading.simplified.split("\n") if line.strip()]
    words("暖机")  # the dictionary by which titles are broken belongs to the whole program
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak starts again from here
    before = _status("VmRSS")
    annotated_docx(sheet) if what == "ours" else bare_docx(said, _NOTES)
    return (_status("VmHWM") - before) / 1024


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1])


if __name__ == "__main__":
    print(_grown(sys.argv[1]))
