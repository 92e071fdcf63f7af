"""What a clause measures."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.spans import Span
from reader.units.deadlines import deadlines
from reader.units.targets import targets


def read(text: str) -> list[tuple[str, float, str, bool | None]]:
    return [(t.text, t.value, t.unit, t.at_least) for t in targets(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("新建泵站不少于12个。", ("不少于12个", 12, "个", True)),
        ("建设≥12个站点。", ("≥12个", 12, "个", True)),
        ("培育骨干企业不少于12家。", ("不少于12家", 12, "家", True)),
        ("覆盖率达到85%。", ("达到85%", 85, "%", True)),
        ("覆盖率85%以上。", ("85%以上", 85, "%", True)),
        ("单笔等值5万美元以下。", ("5万美元以下", 50_000, "美元", False)),
        ("单笔等值5万美元。", ("5万美元", 50_000, "美元", None)),
        ("总投资10亿元。", ("10亿元", 1e9, "元", None)),
        ("年产量突破100万吨。", ("突破100万吨", 1_000_000, "吨", True)),
        ("给予最高不超过50万元补助。", ("最高不超过50万元", 500_000, "元", False)),
        ("最高可再获得7.5万元。", ("最高可再获得7.5万元", 75_000, "元", False)),
        ("收费降低１０％。", ("１０％", 10, "%", None)),
        ("投入1,200万元。", ("1,200万元", 12_000_000, "元", None)),
        ("打造5—8家龙头企业。", ("5—8家", 5, "家", None)),
        ("奖励600万-700万元。", ("600万-700万元", 6_000_000, "元", None)),
        ("奖励5—8万元。", ("5—8万元", 50_000, "元", None)),
        ("奖励5000—1万元。", ("5000—1万元", 5000, "元", None)),
        ("降价10%—15%。", ("10%—15%", 10, "%", None)),
        ("利率下调50个基点。", ("50个基点", 50, "基点", None)),
        ("提高3.2个百分点。", ("3.2个百分点", 3.2, "百分点", None)),
        ("接通100余所学校。", ("100余所", 100, "所", None)),
        ("面积约45平方公里。", ("约45平方公里", 45, "平方公里", None)),
        ("建成20个左右。", ("20个左右", 20, "个", None)),
        ("租金不高于1.5万元/年。", ("不高于1.5万元/年", 15_000, "元/年", False)),
        ("浓度控制在30微克/立方米以下。", ("控制在30微克/立方米以下", 30, "微克/立方米", False)),
        ("人均预期寿命达到80岁。", ("达到80岁", 80, "岁", True)),
        ("满意度90分以上。", ("90分以上", 90, "分", True)),
        ("审批时间压缩到5个工作日以内。", ("压缩到5个工作日以内", 5, "工作日", False)),
        ("时间压缩三分之二以上。", ("三分之二以上", 2 / 3, "", True)),
        ("汇聚一万名开发者。", ("一万名", 10_000, "名", None)),
        ("完成率达百分之八十五。", ("达百分之八十五", 85, "%", True)),
        ("罚款一万元以上。", ("一万元以上", 10_000, "元", True)),
        ("每县设立不少于三家。", ("不少于三家", 3, "家", True)),
        ("每年至少两次。", ("至少两次", 2, "次", True)),
        ("每年支持金额不超过100万。", ("不超过100万", 1_000_000, "", False)),
    ],
)
def test_that_a_quantity_is_read_with_its_bound_value_and_unit(sentence, found):
    (target,) = read(sentence)
    assert target == (found[0], pytest.approx(found[1], rel=1e-5), *found[2:])


@pytest.mark.parametrize(
    "sentence",
    [
        "2025年12月31日前完成，30日内报送。",
        "县发〔2024〕11号、第707号令。",
        "第3条、第十二条、第5次会议、前10名。",
        "推广5G、4K，打造2.0版平台。",
        "三个一批、两个确保、五个专项行动、四个统一。",
        "建设一批、培育一批，进一步统一一家一策。",
        "形成“1+3+N”体系，热线12345，7×24小时服务。",
        "15分钟生活圈，补助期限3年，40周岁以下。",
        "产值翻一番，压缩一半。",
        "《优化环境三十条》共分三十条。",
        "二级以上公立医院，两个以上的企业，省红十字会。",
        "附件2所列内容，附件3份额。",
        "手术人数/总人数×100%。",
        "3家庭、5部门、2人间、7处理。",
        "截至2024年底，全镇集聚了36家企业，同比增长12%。",
    ],
)
def test_that_dates_numbers_of_articles_versions_and_slogans_are_no_quantities(sentence):
    assert read(sentence) == []


def test_that_several_quantities_of_a_sentence_are_all_read():
    found = read("改造小区120个、3.6万户、350万平方米，其中女性占比不低于40%。")
    assert [(value, unit) for _, value, unit, _ in found] == [
        (120, "个"),
        (36_000, "户"),
        (3_500_000, "平方米"),
        (40, "%"),
    ]


def test_that_quantities_lie_in_the_spans_that_are_asked_for():
    text = "建成10家。建成20家。"
    assert [t.value for t in targets(text, [Span(6, len(text))])] == [20]


_PIECES = st.lists(
    st.sampled_from(
        "12 5 万 亿 元 美元 % 个 家 名 百分之 三分之一 一百 二十 不少于 最高 不超过 压缩至 工作日 以上 左右 — 、 ， 。 第 《 》 "
        "2025年底前 月 ２ . , 已建成 附件 每年".split(" ")
    ),
    max_size=30,
).map("".join)


@given(_PIECES, st.data())
def test_that_targets_lie_in_their_spans_and_never_overlap(text, data):
    cut = data.draw(st.integers(0, len(text)))
    spans = [Span(0, cut), Span(cut, len(text))]
    found = targets(text, spans)
    assert all(t.text == t.span.text(text) and t.text for t in found)
    assert all(any(s.start <= t.span.start and t.span.end <= s.end for s in spans) for t in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@given(_PIECES)
def test_that_no_time_is_both_a_deadline_and_a_quantity(text):
    span = [Span(0, len(text))]
    times = [d.span for d in deadlines(text, span, "2025-01-01")]
    assert not any(t.span.overlaps(time) for t in targets(text, span) for time in times)


@pytest.mark.parametrize("piece", ["不少于12家，", "压缩至5个工作日", "10%—", "1,000,", "一二三四五六七八九十"])
def test_that_the_time_it_takes_grows_with_the_text_and_no_faster(piece):
    def cost(count: int) -> float:
        text = piece * count
        start = time.process_time()
        targets(text, [Span(0, len(text))])
        return time.process_time() - start

    cost(100)
    small, large = min(cost(5_000) for _ in range(3)), min(cost(20_000) for _ in range(3))
    assert large < 9 * small + 0.05


def test_that_a_long_row_of_digits_is_a_code_and_no_quantity():
    assert read(f"新建{'9' * 400}个泵站。") == []
