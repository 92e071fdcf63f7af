"""Responsible units on the command line: the duties, the ledger, the own unit, the office's list, the task table."""

from __future__ import annotations

import json
from zipfile import ZipFile

import pytest

from main import main
from reader.library.library import Library
from reader.paths import resource_path
from reader.units.corrections import correction

WEB = str(resource_path("documents", "杨浦联动创新区实施意见（网页）.txt"))
XUHUI = str(resource_path("documents", "徐汇联动创新区建设方案（繁体）.txt"))

PLAN = """杨浦区人民政府关于优化滨江环境的实施方案

一、主要任务

（一）整治岸线。到2027年底，完成岸线修复不少于12公里。（牵头单位：区绿化市容局；配合单位：区水务局、区财政局）

（二）完善服务。推进社区食堂建设。

（三）加强巡查。（责任单位：区水务局、各街道办事处）
"""
LIST = "全称\t规范简称\t曾用名\t排序\t市级对口部门\n上海市杨浦区水务局\t区水务局\t\t1\t市水务局\n上海市杨浦区财政局\t区财政局\t\t2\t市财政局\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def call(path, capsys):
    """Run a command on a library of its own; return exit code, the JSON value and stderr."""

    def run(*words: str) -> tuple[int, dict, str]:
        code = main(["--library", str(path), *words, "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return run


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "方案.txt"
    file.write_text(PLAN, encoding="utf-8")
    return str(file)


def test_that_units_say_all_that_was_promised(call, plan):
    code, value, _ = call("units", plan)
    assert code == 0
    lead, support = (a for a in value["assignments"] if a["path"] == "一、/(一)")
    assert (lead["role"], lead["units"], lead["duties"]) == ("牵头单位", ["区绿化市容局"], ["lead"])
    assert (support["units"], support["duties"]) == (["区水务局", "区财政局"], ["support", "support"])
    assert (support["kinds"], support["jurisdiction"]) == (["organ"] * 2, ["上海市杨浦区"] * 2)
    assert support["raw_units"] == ["区水务局", "区财政局"]
    assert (support["restored"], support["by_user"]) == ([False] * 2, [False] * 2)
    assert support.keys() >= {"document", "section", "open_ended", "text", "source", "covers", "scope_note"}
    assert ("一、/(一)", "2027-12-31") in {(d["path"], d["due"]) for d in value["deadlines"]}
    assert 12 in {t["value"] for t in value["targets"] if t["path"] == "一、/(一)"}
    assert "nobody" in {g["kind"] for g in value["gaps"] if g["path"] == "一、/(二)"}
    assert value["scope_notes"] == value["unmet_corrections"] == []


def test_that_lists_of_units_run_side_by_side(call):
    for assignment in call("units", XUHUI)[1]["assignments"]:
        lists = ("raw_units", "restored", "duties", "kinds", "groups", "by_user", "jurisdiction", "full_names")
        assert {len(assignment[name]) for name in lists} == {len(assignment["units"])}


def test_that_a_file_that_cannot_be_read_is_named_beside_the_units_of_the_others(call, plan):
    code, value, _ = call("units", "没有.txt", plan)
    assert code == 1
    assert [error["file"] for error in value["errors"]] == ["没有.txt"]
    assert len(value["assignments"]) == 3


def test_that_the_ledger_counts_the_whole_library_or_the_documents_named(call, plan):
    call("import", plan, WEB)
    code, value, _ = call("units", "--ledger")
    assert code == 0
    assert [one["id"] for one in value["documents"]] == [1, 2]
    water = next(unit for unit in value["units"] if unit["name"] == "区水务局")
    assert (water["counts"], water["documents"]) == ({"support": 1, "responsible": 1}, 1)
    assert {"unit": water["key"], "document": 1, "counts": water["counts"]} in value["cells"]
    assert {cell["document"] for cell in call("units", plan, "--ledger")[1]["cells"]} == {1}


def test_that_a_ledger_is_filled_from_a_library_of_an_older_version(call, plan, path):
    call("import", plan)
    before = call("units", "--ledger")[1]
    with Library.open(path) as library, library._store.write() as database:
        database.execute("UPDATE readings SET derivation = 1")
        database.execute("DELETE FROM unit_duties")
    code, value, err = call("units", "--ledger")
    assert (code, value) == (0, before)
    assert "优化滨江环境" in err


def test_that_what_concerns_the_own_unit_is_told(call, plan):
    call("import", plan, WEB)
    code, value, _ = call("units", "--own", "杨浦区水务局", "--own", "杨浦区财政局")
    assert code == 0
    (document,) = value["documents"]
    assert (document["document"], document["total"], document["support"], document["responsible"]) == (1, 2, 1, 1)
    assert [(c["path"], c["unit"], c["duty"]) for c in value["clauses"]] == [
        ("一、/(一)", "区水务局", "support"),
        ("一、/(三)", "区水务局", "responsible"),
    ]
    assert call("units", WEB, "--own", "杨浦区水务局")[1]["documents"] == []


def test_that_the_task_table_can_hold_only_what_concerns_the_own_unit(call, plan, tmp_path):
    out = tmp_path / "任务.txt"
    assert call("export", plan, "--as", "units", "--out", str(out))[1]["parts"] == 2
    code, value, _ = call("export", plan, "--as", "units", "--out", str(out), "--own", "杨浦区绿化市容局")
    assert (code, value["parts"]) == (0, 1)
    table = out.read_text(encoding="utf-8")
    assert ("整治岸线" in table, "加强巡查" in table) == (True, False)


def test_that_ledger_and_own_unit_are_not_asked_for_at_once(capsys):
    assert main(["units", "--ledger", "--own", "区水务局"]) == 2
    assert "--own" in capsys.readouterr().err


def test_that_the_offices_list_is_replaced_and_shown(call, tmp_path):
    assert call("roster")[1] == {"roster": []}
    file = tmp_path / "名录.txt"
    file.write_text(LIST, encoding="utf-8")
    code, value, _ = call("roster", str(file))
    assert code == 0
    assert [entry["full_name"] for entry in value["roster"]] == ["上海市杨浦区水务局", "上海市杨浦区财政局"]
    assert value["roster"][0] == {
        "full_name": "上海市杨浦区水务局",
        "short_name": "区水务局",
        "former": [],
        "rank": 1,
        "counterpart": ["市水务局"],
    }
    assert call("roster")[1] == value
    table = tmp_path / "名录.csv"
    table.write_text(LIST.replace("\t", ","), encoding="gb18030")
    assert call("roster", str(table))[1] == value
    assert call("roster", "--clear")[1] == {"roster": []}


def test_that_a_list_without_units_changes_nothing(call, tmp_path):
    file = tmp_path / "名录.txt"
    file.write_text(LIST, encoding="utf-8")
    before = call("roster", str(file))[1]
    (tmp_path / "空.txt").write_text("全称\t规范简称\n\n", encoding="utf-8")
    for name in ("空.txt", "没有.txt"):
        code, value, err = call("roster", str(tmp_path / name))
        assert code == 1
        assert value["errors"][0]["file"].endswith(name)
        assert "Traceback" not in err
    assert call("roster")[1] == before


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".txt"])
def test_that_the_task_table_of_several_documents_is_written(call, plan, tmp_path, suffix):
    out = tmp_path / f"任务{suffix}"
    code, value, _ = call("export", plan, WEB, "--as", "units", "--out", str(out))
    assert (code, value["file"]) == (0, str(out))
    assert value["parts"] > 2
    held = out.read_bytes()
    if suffix in (".docx", ".xlsx"):
        with ZipFile(out) as package:
            held = b"".join(package.read(name) for name in package.namelist())
    assert "区绿化市容局".encode() in held


def test_that_a_corrected_unit_is_shown_after_the_document_is_derived_anew(call, plan, path, tmp_path):
    """Import, correct, derive anew, and look at everything that shows units."""
    call("import", plan)
    with Library.open(path) as library:
        opened = library.documents.open(1)
        found = next((u, a) for a in opened.assignments for u in a.units if u.name == "区财政局")
        library.units.correct(1, correction("role", *found, opened.reading, role="牵头单位"))
        with library._store.write() as database:
            database.execute("UPDATE readings SET derivation = 0")
    assert call("check", "--rebuild")[0] == 0
    lead = next(a for a in call("units", "1")[1]["assignments"] if a["role"] == "牵头单位")
    assert (lead["units"], lead["by_user"]) == (["区绿化市容局", "区财政局"], [False, True])
    ledger = call("units", "--ledger")[1]
    assert next(u["counts"] for u in ledger["units"] if u["name"] == "区财政局") == {"lead": 1}
    assert call("units", "--own", "区财政局")[1]["documents"][0]["lead"] == 1
    out = tmp_path / "任务.txt"
    call("export", "1", "--as", "units", "--out", str(out))
    assert "区绿化市容局、区财政局" in out.read_text(encoding="utf-8-sig")


def test_that_the_place_of_a_document_without_a_head_is_that_of_its_units(call, tmp_path):
    path = tmp_path / "无头.txt"
    path.write_text(
        "一、主要任务\n\n（一）新建学校。年内开工。（责任单位：上海市教育委员会、上海市财政局、市水务局）\n",
        encoding="utf-8",
    )
    (assignment,) = call("units", str(path))[1]["assignments"]
    assert assignment["jurisdiction"] == ["上海市"] * 3
    ledger = call("units", "--ledger")[1]
    assert {unit["jurisdiction"] for unit in ledger["units"]} == {"上海市"}


def test_that_a_list_parted_by_semicolons_is_read_as_such(call, tmp_path):
    path = tmp_path / "名录.csv"
    path.write_text("全称;简称\n上海市杨浦区水务局;区水务局\n", encoding="utf-8")
    code, value, _ = call("roster", str(path))
    assert code == 0
    assert [(one["full_name"], one["short_name"]) for one in value["roster"]] == [("上海市杨浦区水务局", "区水务局")]
