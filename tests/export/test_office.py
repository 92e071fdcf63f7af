"""What LibreOffice opens and saves again still says the same, of every kind; skipped where there is none."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from reader.comparison.compare import compare
from reader.export.comparison_records import ComparisonSource
from reader.export.comparison_table import render_comparison
from reader.export.digest import Clipping, Digest, DigestChoice, DigestSource
from reader.export.digest_files import render as render_digest
from reader.export.notes_files import SUFFIXES as LISTS
from reader.export.notes_files import render as render_notes
from reader.export.redline import redline_docx
from reader.export.tasks import render as render_tasks
from reader.export.tasks import task_table
from reader.export.word_comments import read_comments
from reader.export.xml_text import xml_safe
from reader.text.spans import Span
from tests.export import hostile
from tests.export.reopened import text_of, unsound

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
_AS = {".docx": "docx:MS Word 2007 XML", ".xlsx": "xlsx:Calc MS Excel 2007 XML"}
# LibreOffice drops soft hyphens and writes _x0041_ in its own way.
_ITS_OWN = ("\u00ad", "_x0041_", "_x000D_")
WORDS = tuple(
    xml_safe("始" + "中".join(c for c in found if c not in _ITS_OWN and "\r" not in c and "\n" not in c) + "终")
    for found in (
        hostile.PLANES,
        hostile.DIRECTIONS,
        hostile.UNSEEN,
        hostile.CONTROLS,
        hostile.BLANKS,
        hostile.QUOTES,
        hostile.MARKUP,
    )
)
TEXT = f"""\
关于口袋公园建设的实施意见
各街道办事处：
一、总体要求{WORDS[0]}
（一）建设口袋公园。{WORDS[1]}{WORDS[2]}（责任单位：区绿化市容局）
1.完善设施。到2027年新建口袋公园12座。{WORDS[3]}（牵头单位：区财政局；配合单位：区水务局等）
{WORDS[4]}
二、保障措施
（一）加强统筹。{WORDS[5]}{WORDS[6]}（责任单位：区审计局）
"""
LATER = TEXT.replace("12座", "20座").replace("区审计局", "区财政局").replace("各街道", "各镇、街道")


def made() -> dict[str, bytes]:
    """Return a file of each kind that an office opens, by its name."""
    sheet = hostile.sheet(
        TEXT,
        ("新建口袋公园12座", f"请核对{WORDS[1]}\n\n第三段{WORDS[4]}", {"tags": (WORDS[5],), "colour": "疑问"}),
        ("口袋公园12座。", WORDS[6], {"style": "wavy", "author": "张三"}),
        (f"总体要求{WORDS[0]}", "\n".join(WORDS), {"colour": "待办", "author": ""}),
        ("建设口袋公园", "=1+1", {"style": "double"}),
    )
    files = {f"{kind}{suffix}": render_notes(sheet, kind, suffix, author="王敏") for kind in LISTS for suffix in LISTS[kind] if suffix in _AS}  # fmt: skip
    source = DigestSource(1, sheet.front, sheet.outline, sheet.reading.simplified)
    clippings = tuple(
        Clipping(source, word, Span(0, 5), "环境" if n < 3 else word, word) for n, word in enumerate(WORDS)
    )
    left, right = hostile.compared(TEXT), hostile.compared(LATER)
    compared = ComparisonSource(left, right, compare(left, right, "editions"))
    tasks = task_table([hostile.task_source(TEXT), hostile.task_source(LATER)])
    for suffix in _AS:
        files[f"digest{suffix}"] = render_digest(Digest(clippings), suffix)
        files[f"digest_table{suffix}"] = render_digest(Digest(clippings, DigestChoice(table=True)), suffix)
        files[f"tasks{suffix}"] = render_tasks(tasks, suffix)
        files[f"comparison{suffix}"] = render_comparison(compared, suffix)
    return files | {"redline.docx": redline_docx(compared, author="王敏")}


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, tuple[bytes, bytes]]:
    """Return each file as it was made and as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("office")
    ours = made()
    for name, data in ours.items():
        (folder / name).write_bytes(data)
    for suffix, format_ in _AS.items():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        given = [str(folder / name) for name in ours if name.endswith(suffix)]
        command = [
            str(OFFICE),
            profile,
            "--headless",
            "--convert-to",
            format_,
            "--outdir",
            str(folder / "again"),
            *given,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=110)
    return {name: (data, (folder / "again" / name).read_bytes()) for name, data in ours.items()}


NAMES = [
    *(f"{kind}{suffix}" for kind, suffixes in LISTS.items() for suffix in suffixes if suffix in _AS),
    *(f"{kind}{suffix}" for kind in ("digest", "digest_table", "tasks", "comparison") for suffix in _AS),
    "redline.docx",
]


@pytest.mark.parametrize("name", NAMES)
def test_that_the_text_comes_through_unchanged(files, name):
    ours, again = files[name]
    suffix = "." + name.rpartition(".")[2]
    assert unsound(ours, suffix) == []
    assert text_of(again, suffix) == text_of(ours, suffix)
    assert len(text_of(ours, suffix)) > len(TEXT) // 2


def test_that_comments_come_through_on_their_words(files):
    ours, again = map(read_comments, files["annotated.docx"])
    assert again.text == ours.text
    assert again.origin == ours.origin
    # LibreOffice loses the tabs of a comment.
    before, after = (sorted(c._replace(note=c.note.replace("\t", "")) for c in one.comments) for one in (ours, again))
    assert after == before
    assert len(ours.comments) == 4
    assert all(comment.unchanged for comment in again.comments)
