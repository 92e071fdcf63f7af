"""digest and export --as digest, as a script would use them."""

from __future__ import annotations

import json

import pytest

from main import main
from tests.export.word import lines, opened

TEXT = """临江区促进创新若干措施

一、支持研发

——对新设研发中心给予补助。

——对首台套装备给予奖励。

二、保障

区科技局会同区财政局兑现。
"""


@pytest.fixture
def call(tmp_path, capsys):
    def run(*words, code=0):
        assert main(["--library", str(tmp_path / "library.db"), *map(str, words), "--json"]) == code
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "措施.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_that_a_clause_is_taken_by_its_path_and_a_passage_by_its_words(call, file):
    clause = call("digest", "--add", file, "--path", "二", "--theme", "保障")
    assert clause == {
        "id": 1, "document": 1, "section": 4, "path": "二、", "quote": "二、保障\n区科技局会同区财政局兑现。",
        "theme": "保障", "remark": "", "status": "located",
    }  # fmt: skip
    words = call("digest", "--add", 1, "--quote", "首台套装备", "--remark", "请核")
    assert (words["path"], words["quote"], words["remark"]) == ("一、/——", "首台套装备", "请核")
    assert call("digest") == {"excerpts": [clause, words]}


def test_that_what_is_not_told_with_certainty_is_refused_with_the_candidates(call, file):
    call("import", file)
    several = call("digest", "--add", 1, "--path", "一、/——", code=1)["errors"][0]
    assert several["reason"] == "有2条同样编号的条款，请用 --quote 写出要摘录的文字"
    assert [candidate["section"] for candidate in several["candidates"]] == [2, 3]
    reasons = [
        call("digest", "--add", 1, *words, code=1)["errors"][0]["reason"]
        for words in ((), ("--path", "九、"), ("--quote", "没有的话"), ("--quote", "给予"))
    ]
    assert reasons == [
        "请用 --path 指明条款，或用 --quote 写出要摘录的文字",
        "没有这一条款",
        "没有找到这段文字",
        "有2处相同的文字，请用 --path 指明条款",
    ]
    assert call("digest") == {"excerpts": []}


def test_that_excerpts_are_taken_out(call, file):
    for words in ("研发中心", "首台套装备", "区财政局"):
        call("digest", "--add", file, "--quote", words)
    assert [one["id"] for one in call("digest", "--remove", 1, 3)["excerpts"]] == [2]
    assert "没有编号为9的摘编" in call("digest", "--remove", 9, code=1)["errors"][0]["reason"]
    assert call("digest", "--clear") == {"excerpts": []}


def test_that_a_person_sees_a_line_an_excerpt(call, file, tmp_path, capsys):
    call("digest", "--add", file, "--path", "二、", "--theme", "保障", "--remark", "请核")
    assert main(["--library", str(tmp_path / "library.db"), "digest"]) == 0
    line = "1\t保障\t《临江区促进创新若干措施》二\t“二、保障 区科技局会同区财政局兑现。”　请核\n"
    assert capsys.readouterr().out == line


def test_that_the_digest_is_exported_without_naming_documents(call, file, tmp_path):
    call("digest", "--add", file, "--path", "二、", "--theme", "保障", "--remark", "请核")
    out = tmp_path / "摘编.docx"
    assert call("export", "--as", "digest", "--out", out, "--title", "创新摘编") == {"file": str(out), "parts": 1}
    document = opened(out.read_bytes())
    assert (lines(document, "Title"), lines(document, "Heading1")) == (["创新摘编"], ["一、保障"])
    assert lines(document, "Note") == ["备注：请核"]
    call("export", "--as", "digest", "--out", out, "--table", "--outward")
    (table,) = opened(out.read_bytes()).tables
    assert [cell.text for cell in table.rows[0].cells] == ["主题", "内容", "出处"]


def test_that_a_digest_of_some_documents_leaves_out_the_others(call, file, tmp_path):
    other = tmp_path / "另.txt"
    other.write_text(TEXT.replace("临江", "临海"), encoding="utf-8")
    for document in (file, other):
        call("digest", "--add", document, "--path", "二、")
    assert call("export", other, "--as", "digest", "--out", tmp_path / "摘编.txt")["parts"] == 1
    assert "临海区" in (tmp_path / "摘编.txt").read_text(encoding="utf-8")


def test_that_other_kinds_need_a_document_and_a_digest_a_format_it_has(call, tmp_path, capsys):
    words = ["--library", str(tmp_path / "library.db"), "export", "--out", str(tmp_path / "a.pdf"), "--as"]
    assert main([*words, "notes"]) == 2
    assert main([*words, "digest"]) == 1
    assert "只能导出为 .docx、.xlsx、.html、.txt、.md" in capsys.readouterr().err
