"""The pages of a comparison as LibreOffice sets them; skipped where there is none."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from reader.comparison.records import Pair
from reader.export.comparison_table import render
from tests.export.comparisons import paired, source, table, topics


@pytest.fixture
def pages(tmp_path):
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")

    def read(data: bytes, suffix: str) -> list[str]:
        (tmp_path / f"a{suffix}").write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        subprocess.run([*convert, str(tmp_path / f"a{suffix}")], check=True, capture_output=True)
        text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True)
        return ["".join(page.split()) for page in text.stdout.decode().split("\f")[:-1]]

    return read


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_that_each_page_has_the_head_and_its_number(pages, suffix):
    articles = "".join(f"第{n}条 {'公园应当免费开放。' * 12}\n" for n in "一二三四五六七八九")
    found = pages(
        render(table(paired("", articles, *(Pair(None, n, 0.0, "added") for n in range(1, 10)))), suffix), suffix
    )
    assert len(found) >= 2
    assert all("序号现行条文修订后条文修订说明（依据）" in page for page in found)
    assert all(f"第{n}页共{len(found)}页" in page for n, page in enumerate(found, start=1))


@pytest.mark.parametrize("made", [source(), topics(), topics("downward")], ids=["editions", "peers", "downward"])
def test_that_a_small_table_stands_on_one_page(pages, made):
    assert len(pages(render(table(made), ".docx"), ".docx")) == 1
