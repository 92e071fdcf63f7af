"""The command line, as a script would use it."""

from __future__ import annotations

import json

import pytest

from main import main
from reader.commands.names import COMMANDS, names_command
from reader.commands.parser import build_parser
from reader.paths import resource_path

DOCUMENTS = resource_path("documents")
WEB, PDF = (str(DOCUMENTS / f"杨浦联动创新区实施意见（{kind}）.txt") for kind in ("网页", "PDF文本"))
XUHUI = str(DOCUMENTS / "徐汇联动创新区建设方案（繁体）.txt")


@pytest.fixture
def call(tmp_path, capsys):
    """Run a command on a library of its own; return exit code, the JSON value and stderr."""

    def run(*words: str) -> tuple[int, dict, str]:
        code = main(["--library", str(tmp_path / "library.db"), *words, "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return run


def test_that_files_and_folders_are_imported_and_known_the_second_time(call):
    code, value, err = call("import", str(DOCUMENTS))
    assert code == 0
    assert [i["status"] for i in value["imported"]] == ["new"] * 5
    assert "[1/5]" in err
    assert {i["status"] for i in call("import", WEB, PDF)[1]["imported"]} == {"known"}
    assert [d["id"] for d in call("list")[1]["documents"]] == [1, 2, 3, 4, 5]


def test_that_a_bad_file_never_stops_the_rest(call, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "空文件夹").mkdir()
    bad = [str(tmp_path / name) for name in ("空.txt", "没有.txt", "空文件夹")]
    code, value, err = call("import", bad[0], WEB, bad[1], bad[2])
    assert code == 1
    assert len(value["imported"]) == 1
    assert sorted(e["file"] for e in value["errors"]) == sorted(bad)
    assert all(e["reason"] for e in value["errors"])
    assert "Traceback" not in err


def test_that_outline_has_the_promised_shape(call):
    _, value, _ = call("outline", WEB)
    assert value["doc_number"] == "杨府发〔2024〕11号"
    assert value["outline"][0].keys() >= {"section", "depth", "marker", "heading", "path", "text", "rule"}
    edit = next(e for e in value["receipt"] if e["reason"] == "furniture")
    assert edit.keys() == {"source_start", "source_end", "removed", "replacement", "reason"}


def test_that_annexes_hold_their_own_sections(call):
    _, value, _ = call("outline", str(DOCUMENTS / "杨浦区科技创新“十四五”规划.txt"))
    (annex,) = value["annexes"]
    assert annex["path"] == "附件"
    assert [s["path"] for s in annex["outline"]] == [f"附件/{n}." for n in range(1, 9)]
    assert not any(s["path"].startswith("附件") for s in value["outline"])


def test_that_text_comes_in_each_script(call):
    simplified = call("text", XUHUI)[1]["text"]
    source = call("text", XUHUI, "--script", "source")[1]["text"]
    traditional = call("text", XUHUI, "--script", "traditional")[1]["text"]
    assert "着力打造" in simplified
    assert "著力打造" in source
    assert len(simplified) == len(source) == len(traditional)


def test_that_units_of_one_document_or_of_the_library_are_listed(call):
    call("import", WEB, XUHUI)
    of_one = call("units", "2")[1]["assignments"]
    of_all = call("units")[1]["assignments"]
    assert {a["document"] for a in of_all} == {1, 2}
    assert len(of_all) > len(of_one) > 0
    assert any(any(a["restored"]) for a in of_one)


def test_that_an_annotation_is_kept_and_found(call):
    call("import", WEB)
    quote = "杨浦海关"
    code, value, _ = call("annotate", "1", "--quote", quote)
    assert code == 1
    assert len(value["errors"][0]["candidates"]) > 1
    code, value, _ = call(
        "annotate", "1", "--quote", quote, "--path", "二、/(一)/2.", "--note", "请核", "--tag", "海关", "通关"
    )
    assert code == 0
    assert value["path"] == "二、/(一)/2."
    (note,) = call("notes")[1]["notes"]
    assert (note["quote"], note["note"], note["tags"], note["status"]) == (quote, "请核", ["海关", "通关"], "located")
    assert call("search", "请核")[1]["notes"]
    assert call("search", "數據跨境")[1]["total"] == call("search", "数据跨境")[1]["total"] > 0


def test_that_a_quote_found_nowhere_fails(call):
    code, value, err = call("annotate", WEB, "--quote", "没有这样的文字")
    assert code == 1
    assert value["errors"][0]["file"] == WEB
    assert "没有找到" in err


def test_that_two_copies_of_a_document_do_not_differ(call):
    code, value, _ = call("compare", WEB, PDF)
    assert code == 0
    assert value["mode"] == "editions"
    assert {pair["status"] for pair in value["pairs"]} == {"same"}
    assert {k: v for k, v in value["summary"].items() if v} == {"same": len(value["pairs"])}


def test_that_two_plans_are_compared_by_topics(call):
    _, value, _ = call("compare", XUHUI, WEB)
    assert value["mode"] == "topics"
    answered = {p["left"] for p in value["pairs"] if p["status"] == "answered"}
    assert "三、/18." in answered


@pytest.mark.parametrize(("kind", "name"), [("notes", "批注.docx"), ("units", "单位.docx"), ("notes", "批注.html")])
def test_that_exports_are_written(call, tmp_path, kind, name):
    call("annotate", XUHUI, "--quote", "着力打造科技创新标杆城区", "--note", "要点")
    out = tmp_path / name
    code, value, _ = call("export", "1", "--as", kind, "--out", str(out))
    assert code == 0
    assert value["file"] == str(out)
    assert out.stat().st_size > 500


def test_that_a_text_with_a_secrecy_mark_leaves_no_trace(call, tmp_path):
    path = tmp_path / "绝密文件样本.txt"
    path.write_text("机密★1年\n某市人民政府文件\n关于某事的通知\n一、甲\n内容。\n", encoding="utf-8")
    code, value, _ = call("import", str(path))
    assert code == 1
    assert "机密" in value["errors"][0]["reason"]
    assert call("list")[1]["documents"] == []
    for file in tmp_path.glob("library*"):
        assert "绝密文件样本".encode() not in file.read_bytes()
    assert call("import", str(path), "--false-alarm")[0] == 0


def test_that_check_finds_a_fresh_library_whole(call):
    call("import", WEB)
    code, value, _ = call("check", "--rebuild")
    assert code == 0
    assert value["ok"]
    assert value["findings"] == []


def test_that_a_file_that_is_no_library_is_left_alone(tmp_path, capsys):
    path = tmp_path / "library.db"
    path.write_bytes(b"this is no library at all" * 100)
    before = path.read_bytes()
    assert main(["--library", str(path), "list"]) == 1
    assert path.read_bytes() == before
    assert str(path) in capsys.readouterr().err


def test_that_wrong_usage_exits_with_two(capsys):
    assert main(["outline"]) == 2
    assert main(["export", "1", "--as", "poem", "--out", "x"]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "is_command"),
    [
        (["list"], True),
        (["./list"], False),
        (["--library", "import", "a.txt"], False),
        (["--json", "list"], True),
        ([], False),
        (["--help"], True),
    ],
)
def test_that_a_command_is_told_from_a_file(arguments, is_command):
    assert names_command(arguments) is is_command


def test_that_the_parser_knows_the_commands_that_are_named():
    choices = build_parser()._subparsers._group_actions[0].choices
    assert sorted(choices) == sorted(COMMANDS)
