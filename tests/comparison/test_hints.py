"""What to look at where a lower document takes up a clause of an upper one."""

from __future__ import annotations

import pytest

from reader.comparison.compare import compare
from reader.comparison.records import DOWNWARD, PEERS, TOPICS, Comparison
from tests.comparison.builders import side

OTHERS = """
二、 |加强古树名木保护，建立养护台账，每年开展一次巡查。
三、 |推行垃圾分类投放，配置收运车辆，公布收运时间。
四、 |做好防汛物资储备，修订应急预案，组织抢险演练。
"""


def compared(upper: str, lower: str, direction: str = DOWNWARD) -> Comparison:
    left, right = side(f"一、 |{upper}{OTHERS}"), side(f"一、 |{lower}{OTHERS}")
    return compare(left, right, TOPICS, direction=direction)


def hints(upper: str, lower: str) -> set[str]:
    first = compared(upper, lower).pairs[0]
    assert (first.left, first.right) == (1, 1)
    return set(first.hints)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("社区食堂应当公示菜品价格和食材来源。", "社区食堂可以公示菜品价格和食材来源。"),
        ("社区食堂不得使用隔夜食材加工饭菜。", "社区食堂减少使用隔夜食材加工饭菜。"),
        ("建设社区食堂智慧结算系统，方便老年人就餐。", "探索建设社区食堂智慧结算系统，方便老年人就餐。"),
    ],
)
def test_that_a_duty_made_laxer_is_pointed_out(upper: str, lower: str) -> None:
    assert "weaker" in hints(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("鼓励社区食堂公示菜品价格和食材来源。", "支持社区食堂公示菜品价格和食材来源。"),
        ("社区食堂公示菜品价格和食材来源。", "社区食堂必须公示菜品价格和食材来源。"),
        ("优化社区食堂结算服务。", "优化社区食堂结算服务，加大金融支持力度。"),
    ],
)
def test_that_a_duty_as_strict_as_before_is_not_pointed_out(upper: str, lower: str) -> None:
    assert "weaker" not in hints(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("全市社区食堂配备助餐车辆和保温设备。", "试点社区食堂配备助餐车辆和保温设备。"),
        ("各区社区食堂配备助餐车辆和保温设备。", "有关社区食堂配备助餐车辆和保温设备。"),
    ],
)
def test_that_a_narrower_scope_is_pointed_out(upper: str, lower: str) -> None:
    assert hints(upper, lower) == {"narrower"}


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("到2028年，新增社区食堂助餐点300个。", "到2028年，新增社区食堂助餐点40个。"),
        ("新增社区食堂助餐点三十个。", "新增社区食堂助餐点二十个。"),
        ("2027年底前实现社区食堂刷卡就餐。", "2029年底前实现社区食堂刷卡就餐。"),
        ("2027年底前实现社区食堂刷卡就餐，每月评比。", "2029年底前实现社区食堂刷卡就餐，每月评比。"),
    ],
)
def test_that_other_numbers_for_the_same_matter_are_pointed_out(upper: str, lower: str) -> None:
    assert hints(upper, lower) == {"number"}


def test_that_numbers_of_different_matters_are_not_held_against_each_other() -> None:
    upper = "新增社区食堂助餐点300个，培训社区食堂厨师50名。"
    lower = "新增社区食堂助餐点300个，选派社区食堂督导员20名。"
    assert "number" not in hints(upper, lower)


def test_that_a_clause_taken_over_word_by_word_is_pointed_out() -> None:
    text = "社区食堂为老年人提供助餐服务，按照营养均衡的原则制定食谱，公示食材来源和菜品价格，接受居民监督。"
    assert hints(text, text) == {"verbatim"}
    assert (
        hints(text, "社区食堂为老年人提供助餐服务，由街道委托专业餐饮机构运营，周末与节假日照常开放，并送餐上门。")
        == set()
    )


def test_that_peers_are_compared_without_hints() -> None:
    pairs = compared("社区食堂应当公示菜品价格。", "社区食堂可以公示菜品价格。", PEERS).pairs
    assert not any(pair.hints for pair in pairs)
