"""What a document leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.structure.parser import parse
from reader.text.spans import Span
from reader.units.assignment import Assignment
from reader.units.gaps import Gap, gaps

if TYPE_CHECKING:
    from reader.structure.section import Outline


def assigned(text: str, outline: Outline) -> list[Assignment]:
    """Assign every section whose own text holds a bracket that names units."""
    found = []
    for section in outline.sections[1:]:
        for span in (section.heading_span, *section.body):
            at = text.find("（责任单位：", span.start, span.end)
            if at >= 0:
                end = text.index("）", at) + 1
                where = Span(at, end)
                found.append(
                    Assignment(section.number, section.path, "责任单位", (), False, text[at:end], where, "bracket")
                )
    return found


def read(text: str, issued_on: str | None = "2025-03-10") -> tuple[Gap, ...]:
    outline = parse(text)
    return gaps(text, outline, assigned(text, outline), issued_on)


def labels(text: str, kind: str) -> list[str]:
    outline = parse(text)
    return [outline.sections[gap.section].label for gap in read(text) if gap.kind.value == kind]


TASKS = """一、总体要求
坚持系统治理，到2027年建成3条样板河。
二、重点任务
（一）水网建设
1.推进泵站改造。年底前完成5座泵站改造。（责任单位：市水务局）
2.完善巡查制度。建立网格化巡查制度。
3.加强数据共享。2026年6月底前接通平台。（责任单位：市数据局）
（二）岸线治理
4.开展清障行动。上半年清理占用岸线。（责任单位：市水务局）
5.打造滨水步道。到2026年贯通步道。（责任单位：市住建局）
三、保障措施
（一）加强组织领导。要压实责任。
（二）营造良好氛围。开展集中宣传。
四、附则
本方案由市水务局负责解释。
"""


def test_that_a_clause_among_assigned_ones_that_names_nobody_is_a_gap():
    assert labels(TASKS, "nobody") == ["二（一）2"]


def test_that_a_clause_without_a_time_among_dated_ones_is_a_gap():
    assert labels(TASKS, "no_date") == ["二（一）2"]


def test_that_a_gap_is_shown_by_its_heading():
    gap = next(gap for gap in read(TASKS) if gap.kind == "nobody")
    assert (gap.text, gap.path, gap.span.text(TASKS)) == ("完善巡查制度", "二、/(一)/2.", "完善巡查制度")


def test_that_of_two_clauses_the_open_one_is_found():
    text = "一、推进管网改造。2025年底前完成。（责任单位：市水务局）\n二、建立巡查制度。每日巡查。\n三、完善台账。全面梳理。\n"
    assert labels(text, "nobody") == ["二", "三"]
    assert labels(text, "no_date") == ["三"]


def test_that_the_units_and_the_date_of_an_ancestor_go_for_its_clauses():
    text = (
        "一、推进管网改造。2025年底前完成。（责任单位：市水务局）\n（一）改造老旧管网。\n（二）建设智能水表。\n"
        "二、完善制度。2026年底前出台。（责任单位：市司法局）\n"
    )
    assert read(text) == ()


def test_that_the_last_of_a_list_names_the_units_for_all():
    text = "一、任务\n（一）推进改造。（责任单位：市水务局）\n（二）完善制度：\n1.制定办法；\n2.建立台账；\n3.加强监测。（责任单位：市数据局）\n"
    assert labels(text, "nobody") == []


def test_that_whom_a_sentence_names_is_somebody():
    text = "一、任务\n1.推进改造。（责任单位：市水务局）\n2.完善制度。各区要建立台账。\n3.开展巡查。由市城管局负责日常巡查。\n"
    assert labels(text, "nobody") == []


def test_that_nobody_is_missed_where_the_document_names_nobody_and_no_date_where_it_has_none():
    assert read("一、任务\n1.推进改造。\n2.完善制度。\n") == ()


def test_that_a_single_date_in_a_long_document_makes_no_gaps():
    clauses = "".join(f"{i}.推进第{i}片区改造。\n" for i in range(2, 12))
    assert read(f"一、任务\n1.推进改造。2025年底前完成。\n{clauses}") == ()


@pytest.mark.parametrize(
    "heading", ["加强组织领导", "强化督促检查", "适用范围", "名词解释", "营造浓厚氛围", "申报条件", "附则"]
)
def test_that_platitudes_and_definitions_are_no_gaps(heading):
    text = f"一、任务\n1.推进改造。2025年底前完成。（责任单位：市水务局）\n2.{heading}。要加强统筹，建立机制。\n"
    assert read(text) == ()


def test_that_what_orders_nothing_is_no_gap():
    text = "一、任务\n1.推进改造。2025年底前完成。（责任单位：市水务局）\n2.滨江片区。东起一号桥，西至二号桥。\n"
    assert read(text) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "一、任务\n",
                "（一）推进改造。",
                "1.完善制度；\n",
                "到2026年底建成。",
                "（责任单位：市水务局）",
                "\n",
                "要落实。",
                "2.加强监测。\n",
                "附件1\n",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_that_a_gap_is_shown_by_what_stands_in_its_clause(text):
    outline = parse(text)
    found = gaps(text, outline, assigned(text, outline), "2025-03-10")
    for gap in found:
        assert gap.text
        assert gap.text == gap.span.text(text)
        assert outline.sections[gap.section].span.start <= gap.span.start
        assert gap.span.end <= outline.sections[gap.section].span.end
    assert len({(gap.section, gap.kind) for gap in found}) == len(found)
