"""What weighs most in a difference."""

from __future__ import annotations

import pytest

from reader.comparison.kinds import kind_of, weighs
from reader.comparison.tokens import WORD, Token, Tokenizer
from reader.text.folding import folded

TOKENIZER = Tokenizer(["市科委", "市教委", "区发展改革委"])


def tokens(text: str) -> list[Token]:
    return TOKENIZER.tokens(folded(text))


def kind(left: str, right: str, before: str = "", after: str = "") -> str:
    return kind_of(tokens(left), tokens(right), *([*tokens(text), None][0] for text in (before, after)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("应当", "可以"),
        ("应当", "鼓励"),
        ("必须", "支持"),
        ("要", "探索"),
        ("须", "可"),
        ("可以", "应当"),
        ("", "不得"),
        ("严禁", "可以"),
        ("应当", ""),
        ("", "企业应当建立台账。"),
        ("", "不"),
        ("没有", ""),
        ("确保", "力争"),
    ],
)
def test_that_what_is_required_more_or_less_strictly_is_an_obligation(left: str, right: str) -> None:
    assert kind(left, right) == "obligation"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("应当", "要"),
        ("必须", "应当"),
        ("鼓励", "支持"),
        ("不得", "严禁"),
        ("推动", "支持"),
        ("支持", ""),
        ("加强引导服务", "加强服务"),
        ("健全", "完善"),
        ("不断优化营商环境", "持续优化营商环境"),
    ],
)
def test_that_another_word_of_the_same_strictness_is_wording(left: str, right: str) -> None:
    assert kind(left, right) == "wording"


@pytest.mark.parametrize(
    ("left", "right", "before"),
    [
        ("30日", "15个工作日", ""),
        ("2025年", "2027年底", ""),
        ("80%", "85%", ""),
        ("〔2024〕11号", "〔2025〕3号", ""),
        ("不少于", "不超过", ""),
        ("以上", "以下", "三年"),
        ("二", "三", ""),
        ("第八条", "第十一条", ""),
        ("", "到2027年，", ""),
        ("“十四五”", "“十五五”", ""),
        ("1,000万元", "1,100万元", ""),
    ],
)
def test_that_numbers_dates_and_limits_are_numbers(left: str, right: str, before: str) -> None:
    assert kind(left, right, before) == "number"


@pytest.mark.parametrize(
    ("left", "right", "before"),
    [
        ("百分之三十", "30%", ""),
        ("三十日", "30日", ""),
        ("三日内", "三日以内", ""),
        ("内", "以内", "十日"),
        ("", "、第三人", ""),
        ("1,000万元", "1000万元", ""),
    ],
)
def test_that_the_same_number_written_otherwise_is_wording(left: str, right: str, before: str) -> None:
    assert kind(left, right, before) == "wording"


@pytest.mark.parametrize(
    ("left", "right", "after"),
    [
        ("市科委", "市教委", ""),
        ("", "市教委、", ""),
        ("县教育局", "县财政局", ""),
        ("口岸检疫机关", "海关", ""),
        ("、公安机关", "、公安机关、监察机关", ""),
        ("工商行政", "市场监督", "管理局"),
        ("农业主管部门", "水利主管部门", ""),
    ],
)
def test_that_organs_are_units_known_or_by_their_shape(left: str, right: str, after: str) -> None:
    assert kind(left, right, after=after) == "unit"


@pytest.mark.parametrize(
    ("left", "right", "before"),
    [
        (["由县", "农委", "、"], ["由"], "并"),
        (["由"], ["由县", "农委", "、"], "并"),
        (["农业", "委", "、", "县"], [], "由县"),
    ],
)
def test_that_an_organ_more_or_less_is_a_unit_however_its_words_were_cut(
    left: list[str], right: list[str], before: str
) -> None:
    sides = [[Token(word, 0, len(word), WORD) for word in words] for words in (left, right)]
    assert kind_of(*sides, Token(before, 0, len(before), WORD)) == "unit"


@pytest.mark.parametrize(
    ("left", "right"), [("领导干部", "工作人员"), ("相关部门", "部门"), ("积极支持政府", "大力支持政府")]
)
def test_that_what_only_ends_like_an_organ_is_none(left: str, right: str) -> None:
    assert kind(left, right) != "unit"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("全市", "试点区"),
        ("各", "有关"),
        ("各区", "有关区"),
        ("所有企业", "部分企业"),
        ("", "相关"),
        ("等", "和其他"),
        ("以上", "以下"),
    ],
)
def test_that_wider_and_narrower_are_scope(left: str, right: str) -> None:
    assert kind(left, right) == "scope"


def test_that_a_weak_word_of_scope_says_nothing_in_a_phrase_written_anew() -> None:
    assert kind("完善政策措施", "健全相关制度体系") == "wording"


def test_that_punctuation_alone_is_form() -> None:
    assert kind("，", "；") == "form"


def test_that_what_weighs_more_decides() -> None:
    assert kind("市科委应当在30日内", "市教委可以在15日内") == "obligation"
    assert kind("市科委在30日内", "市教委在15日内") == "number"
    assert kind("市科委在全市", "市教委在试点区") == "unit"


def test_that_words_of_duty_and_denial_weigh() -> None:
    assert weighs("应当")
    assert weighs("不")
    assert not weighs("推进")
