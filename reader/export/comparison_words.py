"""What the tables of a comparison say in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.judgement import Verdict
from reader.export.comparison_records import ComparisonColumn
from reader.export.note_list import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.export.comparison_records import ComparedPaper

KIND_NAMES: Mapping[str, str] = {
    "obligation": "要求力度",
    "number": "指标数据",
    "unit": "责任单位",
    "scope": "适用范围",
    "wording": "文字表述",
    "form": "格式",
}
ADDED, REMOVED, MOVED, RENUMBERED = "新增", "删除", "位置调整", "序号调整"
ANSWERED, NEAR_ANSWER, UNANSWERED = "有对应", "相近", "未见对应内容（待核）"
UNANSWERED_ABOVE = "未见上级对应条款（待核）"
VERDICTS: Mapping[Verdict, str] = {
    Verdict.TAKEN_UP: "已承接",
    Verdict.REFINED: "细化",
    Verdict.WEAKENED: "弱化",
    Verdict.NARROWED: "缩小范围",
    Verdict.MISSING: "未承接",
    Verdict.NOT_OURS: "不涉及",
}
HINTS: Mapping[str, str] = {
    "weaker": "要求力度可能减弱",
    "narrower": "适用范围可能缩小",
    "number": "指标数据不一致",
    "verbatim": "与上级表述大部分相同",
}
COLUMN_TITLES: Mapping[ComparisonColumn, str] = {
    ComparisonColumn.NUMBER: "序号",
    ComparisonColumn.LEFT_UNITS: "涉及单位",
    ComparisonColumn.RIGHT_UNITS: "涉及单位",
    ComparisonColumn.KINDS: "变化类型",
    ComparisonColumn.UNITS: "涉及单位",
    ComparisonColumn.HINTS: "差异提示",
    ComparisonColumn.NOTES: "批注",
    ComparisonColumn.REMARK: "备注",
}


def source_lines(left: ComparedPaper, right: ComparedPaper, names: tuple[str, str]) -> Iterator[str]:
    """Yield which two documents these are: by title and number where the titles differ, else by what tells them apart."""
    papers = tuple(zip((left, right), names, strict=True))
    if left.name != right.name:
        for paper, name in papers:
            told = paper.front.doc_number or about(paper.front)
            yield f"{name}：{paper.name}" + (f"（{told}）" if told else "")
    elif about(left.front) != about(right.front):
        yield from (f"{name}：{told}" for paper, name in papers if (told := about(paper.front)))
