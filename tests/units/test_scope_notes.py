"""Notes on how the lists of units are to be read."""

from __future__ import annotations

import pytest

from reader.structure.parser import parse
from reader.units.scope_notes import scope_notes
from tests.units.texts import assignments


def notes(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(note.kind, note.text, note.units) for note in scope_notes(text, parse(text))]


def of_clause(written: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return notes(f"一、任务\n1.深化改革。{written}\n")


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("（责任单位：市教育局、市民政局，列第一位的为牵头单位，下同）", "first_leads", "列第一位的为牵头单位，下同"),
        ("（市教育局、市民政局负责，排在第一位的部门为牵头部门，下同）", "first_leads", "排在第一位的部门为牵头部门，下同"),
        ("（责任单位：市教育局；列首位者为牵头单位，下同）", "first_leads", "列首位者为牵头单位，下同"),
        ("各项任务中，排名第一的为牵头单位。", "first_leads", "各项任务中，排名第一的为牵头单位"),
        ("（责任单位：市教育局，市民政局；第一个逗号前为牵头单位，多个牵头部门的按照职责分工负责，下同）", "before_comma_leads", "第一个逗号前为牵头单位，多个牵头部门的按照职责分工负责，下同"),
        ("（责任单位：市教育局，带*的为牵头单位，下同）", "star_leads", "带*的为牵头单位，下同"),
        ("\n注：★为牵头单位", "star_leads", "注：★为牵头单位"),
    ],
)  # fmt: skip
def test_that_a_note_on_who_leads_is_read(written, kind, text):
    assert of_clause(written) == [(kind, text, ())]


@pytest.mark.parametrize(
    ("written", "text", "units"),
    [
        ("[责任单位：市教育局，各区、县（市）政府。以下均需各区、县（市）政府落实，不再列出]", "以下均需各区、县（市）政府落实，不再列出", ("各区、县（市）政府",)),
        ("（市教育局按职责分工负责。以下责任单位均包括各设区市人民政府、甲江新区管委会，不再列出）", "以下责任单位均包括各设区市人民政府、甲江新区管委会，不再列出", ("各设区市人民政府", "甲江新区管委会")),
        ("〔责任单位：省教育厅。具体任务均涉及相关市（州）人民政府，不再做分工，下同。〕", "具体任务均涉及相关市（州）人民政府，不再做分工", ("相关市（州）人民政府",)),
        ("（责任单位：市教育局，各县区，以下均涉及各县区、功能区，不再重复列出）", "以下均涉及各县区、功能区，不再重复列出", ("各县区", "功能区")),
    ],
)  # fmt: skip
def test_that_a_note_on_who_bears_all_names_them(written, text, units):
    assert of_clause(written) == [("everywhere", text, units)]


@pytest.mark.parametrize(
    "written",
    [
        "（各区人民政府〈含开发区，下同〉）",
        "第一季度由市教育局牵头。",
        "不再列入计划。",
        "坚持第一责任人牵头抓。",
        "第一时间由牵头单位处置。",
    ],
)
def test_that_other_sentences_are_no_notes(written):
    assert of_clause(written) == []


def ranked(text: str) -> list[tuple[str, list[tuple[str, str]], bool]]:
    return [(a.path, [(u.name, u.duty.value) for u in a.units], a.note is not None) for a in assignments(text)]


BEFORE = "一、任务\n1.甲。（责任单位：市教育局、市民政局）\n"


def test_that_a_note_ranks_from_where_it_stands():
    text = (
        BEFORE
        + "2.乙。（责任单位：市财政局、市水利局，列第一位的为牵头单位，下同）\n3.丙。（责任单位：市林业局、市体育局）\n"
    )
    assert ranked(text) == [
        ("一、/1.", [("市教育局", "responsible"), ("市民政局", "responsible")], False),
        ("一、/2.", [("市财政局", "lead"), ("市水利局", "support")], True),
        ("一、/3.", [("市林业局", "lead"), ("市体育局", "support")], True),
    ]


def test_that_a_note_without_more_ranks_only_the_bracket_it_ends():
    text = (
        "一、任务\n1.甲。（责任单位：市财政局、市水利局；第一位为牵头单位）\n2.乙。（责任单位：市林业局、市体育局）\n"
    )
    assert [note for *_, note in ranked(text)] == [True, False]


def test_that_a_note_before_all_tasks_ranks_them():
    text = "为明确责任，各项任务列第一位的为牵头单位。\n" + BEFORE
    assert ranked(text) == [("一、/1.", [("市教育局", "lead"), ("市民政局", "support")], True)]


def test_that_those_before_the_first_comma_lead_together():
    text = "一、任务\n1.甲。（责任单位：市财政局、市水利局，市林业局；第一个逗号前为牵头单位，下同）\n2.乙。（责任单位：市体育局、市民政局）\n"
    assert [units for _, units, _ in ranked(text)] == [
        [("市财政局", "lead"), ("市水利局", "lead"), ("市林业局", "support")],
        [("市体育局", "lead"), ("市民政局", "lead")],
    ]


def test_that_stars_rank_wherever_the_note_stands():
    text = "一、任务\n1.甲。（责任单位：市财政局*、市水利局）\n2.乙。（责任单位：市体育局、*市民政局）\n注：*为牵头单位。\n"
    assert [units for _, units, _ in ranked(text)] == [
        [("市财政局", "lead"), ("市水利局", "support")],
        [("市体育局", "support"), ("市民政局", "lead")],
    ]


def test_that_without_a_note_no_one_leads():
    text = "一、任务\n1.甲。（责任单位：市财政局*、市水利局，市林业局）\n"
    assert ranked(text) == [
        ("一、/1.", [("市财政局", "responsible"), ("市水利局", "responsible"), ("市林业局", "responsible")], False)
    ]


def test_that_a_named_leader_outranks_the_note():
    text = "各项任务列第一位的为牵头单位。\n一、任务\n1.甲。（牵头单位：市财政局；责任单位：市水利局、市林业局）\n"
    assert [units for _, units, _ in ranked(text)] == [
        [("市财政局", "lead")],
        [("市水利局", "support"), ("市林业局", "support")],
    ]


def test_that_a_note_on_who_bears_all_adds_no_one():
    text = "一、任务\n1.甲。（责任单位：市教育局。以下均需各区政府落实，不再列出）\n2.乙。（责任单位：市民政局）\n"
    assert ranked(text) == [
        ("一、/1.", [("市教育局", "responsible")], False),
        ("一、/2.", [("市民政局", "responsible")], False),
    ]


def test_that_two_notes_in_one_bracket_are_told_apart():
    text = (
        "一、任务\n1.甲。（责任单位：市教育局，各区政府。列第一位的为牵头单位，下同。以下均需各区政府落实，不再列出）\n"
    )
    assert [kind for kind, _, _ in notes(text)] == ["first_leads", "everywhere"]
    assert [units for _, units, _ in ranked(text)] == [[("市教育局", "lead"), ("各区政府", "support")]]
