from __future__ import annotations

from reader.comparison.records import Pair
from reader.export.comparison_table import render
from tests.export.comparisons import OLD, paper, source, table, topics


def told(found) -> list[str]:
    return render(found, ".txt").decode("utf-8-sig").splitlines()


def test_that_marks_say_what_type_would():
    lines = told(table())
    assert lines[:2] == [
        "《公园管理办法》修订对照表",
        "说明：［］内为删去的内容，【】内为新增的内容。内容未改动的3条从略。",
    ]
    assert "　　现行条文：第三条　公园管理单位［可以］设置无障碍通道。" in lines
    assert "　　修订后条文：第三条　公园管理单位【应当】设置无障碍通道。" in lines


def test_that_a_heading_stands_once():
    assert told(table()).count("第一章　总则") == 1


def test_that_a_row_tells_only_what_it_holds():
    lines = told(table())
    start = next(n for n, line in enumerate(lines) if "志愿服务" in line)
    assert lines[start - 1].endswith(".")
    assert lines[start + 1] == "　　修订说明（依据）：新增。"


def test_that_a_clause_with_several_answers_is_told_once():
    made = topics("downward")
    pairs = (Pair(2, 3, 0.6, "answered"), Pair(2, 4, 0.3, "answered"))
    comparison = type(made.comparison)("topics", pairs, direction="downward", right_alone=(1,))
    lines = told(table(made._replace(comparison=comparison)))
    assert sum("上级条款" in line for line in lines) == 1
    assert sum("本级对应条款" in line for line in lines) == 3
    assert "本级文件中未见上级对应条款的内容（待核）" in lines
    assert not any("黑体" in line for line in lines)


def test_that_a_table_without_rows_says_so():
    assert told(table(source(paper(OLD), paper(OLD))))[-1] == "两个文件的条款没有需要列出的差异。"
