from __future__ import annotations

from reader.comparison.judgement import Judgement, Verdict
from reader.comparison.records import DOWNWARD, TOPICS, Comparison, Pair
from reader.export.comparison_records import ComparisonColumn, ComparisonSource
from reader.export.table_layout import Merge
from tests.export.comparisons import LOWER, UPPER, column, paper, row, shared, table, topics

PARKS, NIGHT = 2, 3  # sections of UPPER
AIM, NEW_PARKS, WASTE = 1, 3, 4  # and of LOWER


def made(*pairs: Pair, direction: str = DOWNWARD, right_alone=(), **fields) -> ComparisonSource:
    papers = paper(UPPER, "全市公园城市建设方案"), paper(LOWER, "明珠区公园城市实施方案")
    return ComparisonSource(*papers, Comparison(TOPICS, pairs, direction=direction, right_alone=right_alone), **fields)


BOTH = (
    Pair(PARKS, NEW_PARKS, 0.6, "answered", level="answer", hints=("number", "verbatim")),
    Pair(PARKS, AIM, 0.2, "answered", level="near"),
    Pair(NIGHT, None, 0.0, "unanswered"),
)


def test_that_peers_are_headed_by_their_titles():
    found = table(topics())
    assert found.title == "《全市公园城市建设方案》与《明珠区公园城市实施方案》横向比较表"
    heads = ("序号", "《全市公园城市建设方案》", "《明珠区公园城市实施方案》", "对应情况", "备注")
    assert found.heads == heads


def test_that_an_upper_document_is_told_from_the_lower_one():
    found = table(topics(DOWNWARD))
    assert found.title == "《明珠区公园城市实施方案》对《全市公园城市建设方案》承接情况表"
    assert found.heads == ("序号", "上级条款", "本级对应条款", "承接情况", "差异提示", "备注")
    assert found.source_lines == ("上级文件：《全市公园城市建设方案》", "本级文件：《明珠区公园城市实施方案》")


def test_that_clauses_bear_their_whole_number():
    found = row(table(topics()), "口袋公园")
    assert found["left"].startswith("一、（一）")
    assert found["right"].startswith("二、1.")


def test_that_what_both_say_is_set_apart_on_both_sides():
    words = shared(UPPER, LOWER, "完善座椅")
    found = row(table(made(Pair(PARKS, NEW_PARKS, 0.6, "answered", shared=(words,)))), "口袋公园")
    assert "〈完善座椅〉、步道和照明" in found["left"]
    assert "〈完善座椅〉和步道" in found["right"]


def test_that_a_clause_with_several_answers_is_one_cell():
    found = table(made(*BOTH))
    assert column(found, "number") == ["1", "1", "2"]
    assert {merge.column for merge in found.merges} == {0, 1, 5}
    assert set(found.merges) == {Merge(place, 0, 1) for place in (0, 1, 5)}


def test_that_answers_are_graded_and_missing_ones_are_to_be_checked():
    found = table(made(*BOTH))
    assert column(found, "status") == ["有对应", "相近", "未见对应内容（待核）"]
    assert column(found, "hints")[0] == "指标数据不一致\n与上级表述大部分相同"


def test_that_the_verdict_is_the_users():
    said = {NIGHT: Judgement(Verdict.NOT_OURS, "我区无商圈"), PARKS: Judgement(Verdict.WEAKENED, "座数减少")}
    found = table(made(*BOTH, judgements=said))
    assert column(found, "status") == ["弱化", "弱化", "不涉及"]
    assert column(found, "remark") == ["座数减少", "座数减少", "我区无商圈"]
    assert Merge(found.columns.index(ComparisonColumn.STATUS), 0, 1) in found.merges


def test_that_a_remark_alone_is_no_verdict():
    found = table(made(*BOTH, judgements={NIGHT: Judgement(None, "待商务委明确")}))
    assert column(found, "status")[2] == "未见对应内容（待核）"
    assert column(found, "remark")[2] == "待商务委明确"


def test_that_what_only_the_right_has_stands_at_the_end():
    found = table(made(*BOTH, right_alone=(WASTE,)))
    divider, last = found.rows[-2:]
    assert divider.across
    assert divider.cells[0].text == "本级文件中未见上级对应条款的内容（待核）"
    assert last.rights == (WASTE,)
    assert column(found, "status")[-1] == "未见上级对应条款（待核）"
    assert found.listed == 4
    peers = table(made(*BOTH, direction="peers", right_alone=(WASTE,)))
    assert (
        peers.rows[-2].cells[0].text == "《明珠区公园城市实施方案》中，《全市公园城市建设方案》未见对应的内容（待核）"
    )


def test_that_headings_are_no_clauses():
    found = table(made(Pair(1, 2, 1.0, "answered"), *BOTH))
    assert "一、重点任务" not in column(found, "left")


def test_that_units_stand_beside_each_text():
    found = row(table(made(*BOTH), units=True), "口袋公园")
    assert (found["left_units"], found["right_units"]) == ("市绿化市容局", "区绿化市容局")


def test_that_notes_stand_beside_their_pair():
    noted = table(made(*BOTH, notes={(NIGHT, None): ("请商务委研究",)}), notes=True)
    assert column(noted, "notes") == ["", "", "请商务委研究"]
