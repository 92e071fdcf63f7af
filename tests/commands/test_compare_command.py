"""compare and the stages of list, as a script would use them."""

from __future__ import annotations

import json

import pytest

from main import main
from reader.comparison.records import DOWNWARD, EDITIONS, TOPICS, Comparison, Pair
from reader.library.library import Library

OLD = """临江区企业服务办法

第一条 为服务企业，制定本办法。

第二条 区商务委应当在5个工作日内答复企业提出的政策咨询。

第三条 街道设立企业服务站，配备专职服务人员。

第四条 本办法自2024年1月1日起施行。
"""
NEW = (
    OLD.replace("应当", "可以")
    .replace("第四条", "第五条")
    .replace("第五条 本", "第四条 区财政局安排专项资金，用于企业培训。\n\n第五条 本")
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def files(tmp_path):
    names = []
    for name, text in (("服务办法（征求意见稿）.txt", OLD), ("服务办法.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    return names


@pytest.fixture
def call(path, capsys):
    def run(*words, lines=False):
        assert main(["--library", str(path), *words, *([] if lines else ["--json"])]) == 0
        out = capsys.readouterr().out
        return out.splitlines() if lines else json.loads(out)

    return run


def test_that_the_promised_shape_is_kept(call, files):
    value = call("compare", *files)
    assert value.keys() == {"mode", "summary", "pairs"}
    assert value["mode"] == EDITIONS
    summary = {"same": 2, "changed": 1, "moved": 0, "added": 1, "removed": 0, "renumbered": 1}
    assert value["summary"] == summary
    changed = next(pair for pair in value["pairs"] if pair["status"] == "changed")
    assert changed["changes"] == [{"op": "replace", "left": "应当", "right": "可以", "kind": "obligation"}]
    assert (changed["left"], changed["right"], changed["left_section"], changed["right_section"]) == (
        "第二条", "第二条", 2, 2,
    )  # fmt: skip
    assert changed.keys() == {
        "left", "right", "left_section", "right_section", "similarity", "status", "changes", "also_left", "also_right",
        "joined", "pinned", "level", "hints",
    }  # fmt: skip


def test_that_topics_tell_their_direction_and_what_answers_nothing(call, files):
    value = call("compare", *files, "--mode", "topics", "--direction", "downward")
    assert (value["mode"], value["direction"]) == (TOPICS, DOWNWARD)
    assert "第四条" in value["right_only"]
    assert {pair["level"] for pair in value["pairs"]} <= {"", "answer", "near"}


def test_that_what_was_decided_in_the_window_holds(call, files, path):
    call("compare", *files)
    with Library.open(path) as library:
        kept = library.comparisons.open(1, 2)
        library.comparisons.pin(kept.number, 3, 4)
        library.comparisons.part(kept.number, 2, 2)
    pairs = {(p["left"], p["right"]): p for p in call("compare", *files)["pairs"]}
    assert pairs["第三条", "第四条"]["pinned"]
    assert ("第二条", "第二条") not in pairs
    assert ("第三条", "第四条") not in {(p["left"], p["right"]) for p in call("compare", *reversed(files))["pairs"]}
    assert any("手动配对" in line for line in call("compare", "1", "2", lines=True))


def test_that_differences_of_form_are_told_when_asked_for(call, tmp_path):
    names = []
    for name, text in (("甲.txt", OLD), ("乙.txt", OLD.replace("5个", "５个"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    assert not any(pair["changes"] for pair in call("compare", *names)["pairs"])
    changes = [c for pair in call("compare", *names, "--form")["pairs"] for c in pair["changes"]]
    assert {change["kind"] for change in changes} == {"form"}


def split_and_merged():
    return Comparison(
        EDITIONS,
        (
            Pair(1, 1, 1.0, "same"),
            Pair(2, 3, 0.6, "changed", also_right=(2,)),
            Pair(4, 4, 0.7, "moved", also_left=(3,)),
        ),
    )


def test_that_each_further_clause_of_a_split_or_a_merge_has_a_row_behind_it(call, files, monkeypatch):
    monkeypatch.setattr("reader.commands.compare.compare_documents", lambda *_words, **_more: split_and_merged())
    value = call("compare", *files)
    rows = [(p["left"], p["right"], p["status"], p["joined"]) for p in value["pairs"]]
    assert rows == [
        ("第一条", "第一条", "same", False),
        ("第二条", "第三条", "changed", False),
        ("第二条", "第二条", "changed", True),
        ("第四条", "第四条", "moved", False),
        ("第三条", "第四条", "moved", True),
    ]
    assert [p["also_right"] for p in value["pairs"]] == [[], ["第二条"], [], [], []]
    assert [p["also_left"] for p in value["pairs"]] == [[], [], [], ["第三条"], []]
    assert sum(value["summary"].values()) == 3
    lines = call("compare", *files, lines=True)
    assert "修改\t第二条 → 第二、三条\t0.60" in lines
    assert "位置调整\t第三、四条 → 第四条\t0.70" in lines


def test_that_hints_are_told_where_a_lower_document_takes_up_an_upper_one(call, files, monkeypatch):
    pair = Pair(2, 2, 0.6, "answered", level="near", hints=("weaker", "number"))
    found = Comparison(TOPICS, (pair,), direction=DOWNWARD, right_alone=(3,))
    monkeypatch.setattr("reader.commands.compare.compare_documents", lambda *_words, **_more: found)
    value = call("compare", *files)
    assert value["pairs"][0]["hints"] == ["weaker", "number"]
    assert value["right_only"] == ["第三条"]
    line = call("compare", *files, lines=True)[1]
    assert line.startswith("相近\t第二条 → 第二条\t0.60\t要求力度")


def test_that_a_library_that_cannot_be_written_compares_new_files(call, files, path, monkeypatch):
    Library.open(path).close()
    monkeypatch.setattr("db.opening.os.access", lambda _path, mode: mode != 2)
    assert call("compare", *files)["summary"]["changed"] == 1
    assert call("list")["documents"] == []


def test_that_the_list_tells_the_stage_of_a_draft(call, files, path):
    call("import", *files)
    assert [d["stage"] for d in call("list")["documents"]] == ["征求意见稿", None]
    with Library.open(path) as library:
        library.drafts.set(2, stage="印发稿")
    assert [d["stage"] for d in call("list")["documents"]] == ["征求意见稿", "印发稿"]
    assert [line.split("\t")[1] for line in call("list", lines=True)] == [
        "临江区企业服务办法（征求意见稿）", "临江区企业服务办法（印发稿）",
    ]  # fmt: skip
