"""The page as LibreOffice sets it; skipped where there is none."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from reader.export.fonts import Fonts
from reader.export.gongwen import Gongwen, Properties
from reader.export.styles import GongwenType
from reader.export.tasks import render, task_table
from tests.export.task_tables import source

FONT = "Noto Serif CJK SC"  # the fonts of the standard are not free; its squares are as wide


def missing() -> str | None:
    for program in ("soffice", "pdftotext", "fc-list"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    fonts = subprocess.run(["fc-list", FONT], capture_output=True, check=False).stdout
    return None if fonts else f"{FONT} is not installed"


@pytest.fixture
def rendered(tmp_path):
    if reason := missing():
        pytest.skip(reason)

    def render(data: bytes, page: int) -> list[str]:
        (tmp_path / "a.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        subprocess.run([*convert, str(tmp_path / "a.docx")], check=True, capture_output=True)
        read = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(tmp_path / "a.pdf"), "-"]
        text = subprocess.run(read, check=True, capture_output=True).stdout.decode()
        return ["".join(line.split()) for line in text.splitlines() if line.strip()]

    return render


def test_that_a_full_page_has_22_lines_of_28_characters_and_its_number(rendered):
    paper = Gongwen(Properties(), GongwenType(Fonts(FONT, FONT, FONT, FONT, FONT, FONT)))
    paper.paragraph("BodyText", "国" * 28 * 30)
    first, *others, number = rendered(paper.bytes(), page=1)
    assert [len(first), len(others), {len(line) for line in others}] == [26, 21, {28}]
    assert number == "—1—"


def test_that_a_task_table_has_its_head_and_its_category_on_each_page(rendered):
    clauses = "".join(f"{n}.建{n}库。{'建' * 200}。（责任单位：区数据局）\n" for n in range(1, 21))
    table = task_table(
        [source(f"一、任务\n（一）夯实数据底座\n{clauses}（二）归集\n1.归集。归集数据。（责任单位：区数据局）\n")]
    )
    data = render(table, ".docx", GongwenType(Fonts(FONT, FONT, FONT, FONT, FONT, FONT)))
    for page in (1, 2, 3):
        text = "".join(rendered(data, page=page))
        assert "序号任务类别重点任务具体举措牵头单位责任单位配合单位完成时限备注" in text
        assert "（一）夯实" in text
        assert f"第{page}页共" in text
