"""The tables and the redline of a comparison, on the command line."""

from __future__ import annotations

import json

import pytest
from docx import Document

from main import main
from reader.comparison.judgement import Judgement, Verdict
from reader.library.library import Library
from tests.export.comparisons import LOWER, NEW, OLD, UPPER


@pytest.fixture
def call(tmp_path, capsys):
    """Run a command on a library of its own; return exit code, the JSON value and stderr."""

    def run(*words: object) -> tuple[int, dict, str]:
        code = main(["--library", str(tmp_path / "library.db"), *map(str, words), "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out) if out else {}, err

    return run


@pytest.fixture
def files(tmp_path):
    def write(left: str, right: str) -> list[str]:
        paths = [tmp_path / name for name in ("旧稿.txt", "新稿.txt")]
        for path, text in zip(paths, (left, right), strict=True):
            path.write_text(f"公园管理办法\n{text}", encoding="utf-8")
        return [str(path) for path in paths]

    return write


def test_that_the_table_of_two_editions_is_written(call, files, tmp_path):
    out = tmp_path / "对照表.docx"
    code, value, _ = call("export", *files(OLD, NEW), "--as", "comparison", "--out", out, "--kinds")
    assert (code, value) == (0, {"file": str(out), "parts": 4})
    heads = [cell.text for cell in Document(str(out)).tables[0].rows[0].cells]
    assert heads == ["序号", "现行条文", "修订后条文", "变化类型", "修订说明（依据）"]


def test_that_unchanged_articles_are_listed_on_demand(call, files, tmp_path):
    words = ("export", *files(OLD, NEW), "--as", "comparison", "--out", tmp_path / "a.xlsx")
    assert call(*words, "--unchanged")[1]["parts"] == call(*words)[1]["parts"] + 3


def test_that_an_upper_document_is_laid_against_a_lower_one(call, files, tmp_path):
    out = tmp_path / "承接.txt"
    words = ("--mode", "topics", "--direction", "downward")
    assert call("export", *files(UPPER, LOWER), "--as", "comparison", "--out", out, *words)[0] == 0
    assert "承接情况表" in out.read_text(encoding="utf-8-sig").splitlines()[0]


def test_that_what_was_judged_in_the_window_is_written(call, files, tmp_path):
    left, right = files(UPPER, LOWER)
    numbers = [entry["id"] for entry in call("import", left, right)[1]["imported"]]
    library = Library.open(tmp_path / "library.db")
    kept = library.comparisons.open(*numbers)
    library.comparisons.judge(kept.number, 3, Judgement(Verdict.NOT_OURS, "无商圈"))
    library.close()
    out = tmp_path / "承接.txt"
    words = ("--mode", "topics", "--direction", "downward")
    call("export", *numbers, "--as", "comparison", "--out", out, *words)
    text = out.read_text(encoding="utf-8-sig")
    assert "承接情况：不涉及" in text
    assert "备注：无商圈" in text


def test_that_the_redline_is_written(call, files, tmp_path):
    out = tmp_path / "花脸稿.docx"
    code, value, _ = call("export", *files(OLD, NEW), "--as", "redline", "--out", out)
    assert (code, value["file"]) == (0, str(out))
    assert "w:ins" in Document(str(out)).element.xml


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--as", "comparison", "--out", "a.md"), ".docx、.xlsx、.html、.txt"),
        (("--as", "redline", "--out", "a.txt"), ".docx"),
        (("--as", "redline", "--out", "a.docx", "--mode", "topics"), "稿件比对"),
        (("--as", "annotated", "--out", "a.docx"), "批注稿"),
    ],
)
def test_that_what_cannot_be_written_is_refused_with_a_reason(call, files, words, reason, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    code, value, _ = call("export", *files(OLD, NEW), *words)
    assert code == 1
    assert reason in value["errors"][0]["reason"]
    assert not list(tmp_path.glob("a.*"))


def test_that_two_documents_are_asked_for(call, files, tmp_path):
    code, value, _ = call("export", files(OLD, NEW)[0], "--as", "comparison", "--out", tmp_path / "a.docx")
    assert code == 1
    assert "两个文件" in value["errors"][0]["reason"]
