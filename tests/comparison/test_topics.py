"""Two documents on one matter."""

from __future__ import annotations

import pytest

from reader.comparison.compare import compare
from reader.comparison.options import Options
from reader.comparison.records import ANSWER, NEAR, TOPICS, Comparison
from reader.progress import Cancelled, CancelToken
from tests.comparison.builders import side

LEFT = side("""
一、 重点任务
  1. 推动高质量孵化器建设。|支持人工智能领域符合条件的孵化器申报市级高质量孵化器。
  2. 拓宽科创企业融资渠道。|推广科创企业票据融资新模式，鼓励知识产权质押融资创新。
  3. 优化化妆品备案流程。|缩短普通化妆品备案办理时间，加强事中事后监管。
""")
RIGHT = side("""
一、 总体要求|坚持制度创新，完善体制机制。
二、 重点任务
  1. 强化金融服务科技创新。|支持推广科创企业票据融资新模式，开展股权激励贷款业务。
  2. 探索校企合作新模式。|布局建设中试验证平台，建成一批高质量孵化器。
  3. 加强宣传推介。|综合采用新闻报道、论坛活动等方式宣传建设成效。
""")


def test_that_documents_with_little_in_common_are_compared_by_topics() -> None:
    assert compare(LEFT, RIGHT).mode == "topics"


def test_that_the_same_title_makes_editions_of_rewritten_texts() -> None:
    from reader.comparison.records import Side
    from reader.structure.front_matter import FrontMatter

    def titled(one: Side, title: str) -> Side:
        return Side(one.reading, one.outline, FrontMatter(title=title))

    draft, final = titled(LEFT, "促进条例（草案）"), titled(RIGHT, "促进条例")
    assert compare(draft, final).mode == "editions"


def test_that_each_clause_finds_its_answer_or_none() -> None:
    best: dict[int | None, int | None] = {}
    for pair in compare(LEFT, RIGHT).pairs:
        best.setdefault(pair.left, pair.right)
    assert best == {1: 2, 2: 4, 3: 3, 4: None}


def test_that_answers_show_the_phrases_they_share() -> None:
    pair = next(p for p in compare(LEFT, RIGHT).pairs if p.left == 3)
    shared = {phrase.text for phrase in pair.shared}
    assert any("科创企业票据融资新模式" in text for text in shared)
    for phrase in pair.shared:
        assert phrase.left_span.text(LEFT.reading.simplified) == phrase.text
        assert phrase.right_span.text(RIGHT.reading.simplified) == phrase.text


def test_that_the_outcome_is_left_for_people_to_judge() -> None:
    comparison = compare(LEFT, RIGHT)
    assert comparison.verdict() == "有对应内容3条；未见对应内容（待核）1条"
    assert (comparison.summary()["answered"], comparison.summary()["unanswered"]) == (3, 1)


def answers(comparison: Comparison, section: int) -> list[int | None]:
    return [pair.right for pair in comparison.pairs if pair.left == section]


def test_that_right_clauses_that_answer_nothing_are_told() -> None:
    assert compare(LEFT, RIGHT).right_alone == (1, 5)


def test_that_an_answer_is_told_from_what_only_comes_near() -> None:
    left = side("""
一、 老年助餐|为八十岁以上老年人提供上门送餐，公示菜品价格。
二、 停车管理|规范路侧停车泊位，设置电子计时装置。
""")
    right = side("""
一、 社区食堂|公示菜品价格，为八十岁以上老年人提供上门送餐。
二、 充电设施|在居民小区增设充电桩，规范电动自行车停放，利用路侧停车泊位布设快充设备，由电网公司统一运维，分时计价，推广储能。
三、 河道整治|清理河道淤泥，拆除岸线违章建筑。
""")
    levels = {(pair.left, pair.right): pair.level for pair in compare(left, right, TOPICS).pairs}
    assert levels == {(1, 1): ANSWER, (2, 2): NEAR}


def test_that_what_is_common_to_all_documents_answers_nothing() -> None:
    left = side("一、 |各部门要加强统筹协调，完善工作机制，推动政策落实。\n二、 |修缮历史建筑外墙，恢复传统店招。")
    right = side("一、 |各单位要加强组织领导，完善服务体系，推动项目建设。\n二、 |疏浚内河航道，更换助航标志。")
    assert {pair.status for pair in compare(left, right, TOPICS).pairs} == {"unanswered"}


def test_that_what_is_aimed_at_does_not_answer_a_task() -> None:
    left = side("一、 重点任务|建设老年助餐点，推广家庭养老床位。\n二、 环境整治|拆除违章建筑，清理河道。")
    right = side("""
一、 工作目标|建成老年助餐点，推广家庭养老床位，城区河道清澈，街巷整洁，市民满意。
二、 养老服务|推广家庭养老床位，在街道开设老年助餐点，培训护理员，建立探访制度。
""")
    assert answers(compare(left, right, TOPICS), 1)[0] == 2


def test_that_the_opening_is_no_clause() -> None:
    left = side("一、 |修缮历史建筑外墙。\n二、 |疏浚内河航道。", "为保护名城风貌，制定本办法。")
    right = side("一、 |修缮历史建筑外墙。\n二、 |疏浚内河航道。", "根据上级部署，提出如下意见。")
    comparison = compare(left, right, TOPICS)
    assert answers(comparison, 0) == []
    assert comparison.right_alone == ()
    assert comparison.summary()["unanswered"] == 0


def test_that_a_text_without_markers_can_be_compared() -> None:
    left = side("", "修缮历史建筑外墙，恢复传统店招，保护名城风貌。")
    right = side("一、 |修缮历史建筑外墙，恢复传统店招。\n二、 |疏浚内河航道。")
    assert answers(compare(left, right, TOPICS), 0) == [1]


def test_that_a_pinned_pair_comes_first_and_the_rest_follows() -> None:
    comparison = compare(LEFT, RIGHT, options=Options(pins=((3, 5), (4, 1), (1, 4))))
    assert answers(comparison, 3) == [5, 3]
    assert answers(comparison, 4) == [1]
    assert answers(comparison, 1)[0] == 4
    assert [pair.level for pair in comparison.pairs if pair.pinned] == [ANSWER] * 3
    assert comparison.right_alone == ()


def test_that_a_broken_pair_does_not_come_back() -> None:
    comparison = compare(LEFT, RIGHT, options=Options(breaks=((3, 3), (1, 2))))
    assert answers(comparison, 3) == [None]
    assert answers(comparison, 1) == []
    assert 3 in comparison.right_alone


def test_that_a_pin_to_a_section_that_is_gone_is_passed_over() -> None:
    comparison = compare(LEFT, RIGHT, options=Options(pins=((3, 99),)))
    assert answers(comparison, 3) == [3]


def test_that_no_phrase_begins_or_ends_with_a_joint() -> None:
    left = side("一、 |检查养老院的卫生和安全。\n二、 |疏浚内河航道。")
    right = side("一、 |监督养老院的卫生和消防。\n二、 |更换助航标志。")
    phrases = [phrase.text for pair in compare(left, right, TOPICS).pairs for phrase in pair.shared]
    assert "养老院的卫生" in phrases


def test_that_a_phrase_within_a_longer_one_is_not_shown_again() -> None:
    left = side("一、 养老院|检查养老院的卫生。\n二、 |疏浚内河航道。")
    right = side("一、 |监督养老院的卫生。\n二、 |更换助航标志。")
    shared = [[phrase.text for phrase in pair.shared] for pair in compare(left, right, TOPICS).pairs]
    assert shared[0] == ["养老院的卫生"]


def test_that_empty_documents_have_no_answers() -> None:
    assert compare(side(""), RIGHT, TOPICS).pairs == ()
    assert {pair.right for pair in compare(LEFT, side(""), TOPICS).pairs} <= {None}


def test_that_cancelling_stops_the_search_for_answers() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        compare(LEFT, RIGHT, TOPICS, cancel)
