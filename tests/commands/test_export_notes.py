from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from main import main
from tests.export.word import lines, opened

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "某市关于建设的意见\n一、总体要求\n加快建设。\n二、主要任务\n（一）引进机构\n到2027年底，引进机构12家。\n（二）服务企业\n设立窗口30个。\n"


@pytest.fixture
def call(tmp_path, capsys):
    (tmp_path / "意见.txt").write_text(TEXT, encoding="utf-8")

    def run(*words: str) -> tuple[int, dict]:
        code = main(["--library", str(tmp_path / "library.db"), "--json", *words])
        return code, json.loads(capsys.readouterr().out)

    marks = (("引进机构12家", "请核实", "疑问", "指标"), ("设立窗口30个", "本处意见", "重点", "内部"))
    for quote, note, colour, tag in marks:
        code, _ = run(
            "annotate", str(tmp_path / "意见.txt"), "--quote", quote, "--note", note, "--colour", colour, "--tag", tag,
            "--author", "王敏",
        )  # fmt: skip
        assert code == 0
    return run


def exported(call, tmp_path: Path, kind: str, *words: str, suffix: str = ".txt") -> tuple[int, Path]:
    out = tmp_path / f"导出{suffix}"
    code, value = call("export", "1", "--as", kind, "--out", str(out), *words)
    assert code == 0
    return value["parts"], out


@pytest.mark.parametrize("kind", ["notes", "points"])
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".txt", ".md"])
def test_that_notes_and_points_leave_in_every_format(call, tmp_path, kind, suffix):
    parts, out = exported(call, tmp_path, kind, suffix=suffix)
    assert parts == 2
    assert out.stat().st_size > 200


def test_that_an_annotated_document_has_the_notes_as_comments(call, tmp_path):
    parts, out = exported(call, tmp_path, "annotated", "--colour", "疑问", suffix=".docx")
    assert parts == 1
    (comment,) = opened(out.read_bytes()).comments
    assert "请核实" in comment.text


def test_that_what_is_chosen_leaves_and_nothing_else(call, tmp_path):
    assert exported(call, tmp_path, "notes", "--colour", "疑问", "待办")[0] == 1
    assert exported(call, tmp_path, "notes", "--tag", "内部")[0] == 1
    parts, out = exported(call, tmp_path, "notes", "--outward")
    assert parts == 1
    assert not any(word in out.read_text(encoding="utf-8") for word in ("王敏", "标签", "本处意见"))


def test_that_citations_are_short_by_choice(call, tmp_path):
    _, out = exported(call, tmp_path, "notes", "--short")
    assert "出处：《某市关于建设的意见》二（一）\n" in out.read_text(encoding="utf-8-sig")


def test_that_the_outline_has_headings_that_navigation_finds(call, tmp_path):
    _, out = exported(call, tmp_path, "points", suffix=".docx")
    document = opened(out.read_bytes())
    assert lines(document, "Heading1") == ["二、主要任务"]
    assert lines(document, "Heading2") == ["（一）引进机构", "（二）服务企业"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("1", "--as", "annotated", "--out", "a.xlsx"), "只能导出为 .docx"),
        (("1", "--as", "points", "--out", "a.pdf"), ".docx、.xlsx、.html、.txt、.md"),
        (("1", "1", "--as", "notes", "--out", "a.docx"), "一次导出一个文件"),
    ],
)
def test_that_what_cannot_be_is_told(call, words, reason):
    code, value = call("export", *words)
    assert code == 1
    assert reason in value["errors"][0]["reason"]
