"""What LibreOffice opens and saves again is still the same text with the same comments on the same words."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from reader.export.annotated import annotated_docx
from reader.export.word_comments import read_comments
from tests.export.builders import LINES, built, notes_sheet, orphan

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
DOCUMENT = built("关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见", *LINES)


def saved_again(data: bytes, folder) -> bytes:
    source = folder / "批注稿.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(out),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (out / source.name).read_bytes()


def test_that_comments_come_through_another_program_unchanged(tmp_path):
    data = annotated_docx(
        notes_sheet(
            DOCUMENT,
            DOCUMENT.placement(
                "引进机构12家", "请核对\n\n第三段“引号”——破折号", 1, colour="疑问", tags=("核心", "区领导关注")
            ),
            DOCUMENT.placement("2025年底，引进机构", "重叠的批注", 2, style="wavy"),
            DOCUMENT.placement("引进机构12家", "同一处的另一条", 3, author="张三"),
            DOCUMENT.placement("面向全球。\n2.建设", "跨段", 4, colour="待办"),
            orphan("已删去的文字", "原来的意见"),
        )
    )
    before, after = read_comments(data), read_comments(saved_again(data, tmp_path))
    assert after.text == before.text
    assert after.origin == before.origin
    assert sorted(after.comments) == sorted(before.comments)
    assert len(after.comments) == 5
    assert all(comment.unchanged for comment in after.comments)
