"""By when a clause is to be done."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.structure.parser import parse
from reader.text.spans import Span
from reader.units.deadlines import clause_deadlines, deadlines, is_overall


def times(text: str, issued_on: str | None = "2025-03-10") -> list[str]:
    return [found.text for found in deadlines(text, [Span(0, len(text))], issued_on)]


def read(text: str, issued_on: str | None = "2025-03-10") -> list[tuple[str, str | None, str]]:
    return [(found.text, found.due, found.kind.value) for found in deadlines(text, [Span(0, len(text))], issued_on)]


@pytest.mark.parametrize(
    ("sentence", "text", "due"),
    [
        ("建立部门会商制度，到2025年底基本建成。", "到2025年底", "2025-12-31"),
        ("2025年12月底前，全部窗口完成改造。", "2025年12月底前", "2025-12-31"),
        ("2026 年 6 月底前建成二期。", "2026 年 6 月底前", "2026-06-30"),
        ("2026年2月底前报送。", "2026年2月底前", "2026-02-28"),
        ("年内完成编制。", "年内", "2025-12-31"),
        ("各镇年底前书面报告。", "年底前", "2025-12-31"),
        ("上半年启动招标。", "上半年", "2025-06-30"),
        ("三季度形成方案。", "三季度", "2025-09-30"),
        ("力争第四季度前见效。", "第四季度前", "2025-12-31"),
        ("2026年一季度验收。", "2026年一季度", "2026-03-31"),
        ("明年3月底前完成。", "明年3月底前", "2026-03-31"),
        ("力争明年6月开工。", "明年6月", "2026-06-30"),
        ("到“十四五”末全面建成。", "到“十四五”末", "2025-12-31"),
        ("“十五五”期间新建两座泵站。", "“十五五”期间", "2030-12-31"),
        ("到二〇二九年初步建成示范区。", "到二〇二九年", "2029-12-31"),
        ("到二〇二五年“十四五”末，形成规模。", "到二〇二五年“十四五”末", "2025-12-31"),
        ("二〇二六年六月三十日前清理完毕。", "二〇二六年六月三十日前", "2026-06-30"),
        ("11月中旬公示结果。", "11月中旬", "2025-11-20"),
        ("请于7月15日（星期二）下班前反馈。", "7月15日（星期二）下班前", "2025-07-15"),
        ("2026—2028年，建成样板河段。", "2026—2028年", "2028-12-31"),
        ("集中整治阶段（2025年4月至10月）。", "2025年4月至10月", "2025-10-31"),
        ("（责任单位：市科委；完成时限：2025年6月）", "2025年6月", "2025-06-30"),
        ("完成时限：2025年12月31日。", "2025年12月31日", "2025-12-31"),
        ("升级改造供水管网（2025年底前）。", "2025年底前", "2025-12-31"),
        ("新疆维吾尔自治区2025年底前完成。", "2025年底前", "2025-12-31"),
        ("次年1月31日前向社会公开。", "次年1月31日前", None),
    ],
)
def test_that_a_date_is_kept_as_written_and_sorts_by_its_last_day(sentence, text, due):
    assert read(sentence) == [(text, due, "date")]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("每年3月底前报送上一年度总结。", "每年3月底前"),
        ("每季度通报一次进展。", "每季度"),
        ("各区每月5日前报送数据。", "每月5日前"),
        ("并于每年12月10日前汇总。", "每年12月10日前"),
        ("每季度首月10日前上报。", "每季度首月10日前"),
        ("市级平台每年组织不少于2场对接会。", "每年"),
        ("坚持每月一调度。", "每月"),
        ("每两年评估一次。", "每两年"),
    ],
)
def test_that_what_comes_round_is_recurring(sentence, text):
    assert read(sentence) == [(text, None, "recurring")]


@pytest.mark.parametrize(
    ("sentence", "text", "due"),
    [
        ("自本意见印发之日起30日内制定细则。", "自本意见印发之日起30日内", "2025-04-09"),
        ("方案印发后3个月内出台办法。", "印发后3个月内", "2025-06-10"),
        ("主管部门应当自收到申请之日起5个工作日内答复。", "自收到申请之日起5个工作日内", None),
        ("应当在取得执照后15日内备案。", "取得执照后15日内", None),
        ("材料不全的，3日内一次告知。", "3日内", None),
        ("发生险情的，24小时内报告。", "24小时内", None),
        ("三年内建成全域网络。", "三年内", "2028-03-10"),
        ("力争用3年时间补齐短板。", "用3年时间", None),
    ],
)
def test_that_what_is_counted_from_something_is_relative(sentence, text, due):
    assert read(sentence) == [(text, due, "relative")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("持续推进放管服改革，长期坚持。", ["持续推进", "长期坚持"]),
        ("二是持续开展清脏治乱。", ["持续开展"]),
        ("常态化开展政企对接。", ["常态化开展"]),
        ("长期", ["长期"]),
        ("完成时限：持续推进", ["持续推进"]),
        ("持续优化营商环境，实现可持续发展。", []),
        ("赋予科研人员长期使用权。", []),
    ],
)
def test_that_what_has_no_end_is_ongoing(sentence, found):
    assert read(sentence) == [(text, None, "ongoing") for text in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法自2025年9月1日起施行，有效期至2030年8月31日。",
        "本措施有效期5年，执行至2027年12月31日。",
        "自2025年1月1日至2027年12月31日，减半征收。",
        "对2025年1月1日至2025年12月31日期间新购的设备给予补助。",
        "2023年以来，全市建成12个街区。",
        "该计划于2020年印发，县发〔2024〕11号同时废止。",
        "《水务发展规划（2021—2025年）》已经批准。",
        "落实三年行动计划（2026—2028年）。",
        "2019年11月，调研组考察了滨江岸线。",
        "截至2024年底，共有36家企业。",
        "2024年底建成的园区。",
        "注册时间为2026年6月30日前。",
        "面向2035年生活方式的样板间。",
        "近三年内无违法记录，毕业2年内的高校毕业生。",
        "三年内不得再次申报，三年内免租。",
        "审批时间压缩至15个、7个工作日以内。",
        "逾期15日内未答复的视为同意。",
        "自公告之日起一年内无人认领的，归集体所有。",
        "按每人每月3000元标准，每年最高20万元。",
        "2026年春节期间保供。",
        "2025年度申报指南。",
        "2008年水上运动会保障方案",
        "最高“3月免租+3月减半”优惠。",
    ],
)
def test_that_validity_history_titles_and_conditions_are_no_deadlines(sentence):
    assert times(sentence) == []


def test_that_a_date_of_history_is_none_even_where_the_issue_is_unknown():
    assert times("《园区规划》于2020年印发，2019年，全镇成功创建达标。", None) == []


def test_that_without_the_day_of_issue_nothing_is_guessed():
    assert read("年内完成编制，明年底前见效。", None) == [("年内", None, "date"), ("明年底前", None, "date")]


def test_that_a_half_year_is_that_of_the_year_named_before_it():
    found = read("2027年全面推开，上半年试点；年底前验收。")
    assert [due for _, due, _ in found] == ["2027-12-31", "2027-06-30", "2027-12-31"]


def test_that_a_month_behind_a_recurring_time_recurs():
    found = read("每年2月底前各县自查，3月底前市级复核。次日前往。")
    assert found == [("每年2月底前", None, "recurring"), ("3月底前", None, "recurring")]


PLAN = (
    "一、总体要求\n（一）工作目标。到2027年，建成10个街区。\n二、重点任务\n（一）水网行动\n1.工作目标。到2026年底，接通三个镇。\n"
    "2.主要任务。持续推进管网改造。\n三、发展目标\n到2035年，全面建成。\n"
)


def test_that_a_goal_of_the_document_is_no_clauses_deadline():
    outline = parse(PLAN)
    overall = {s.label: is_overall(s, outline) for s in outline.sections[1:]}
    assert overall == {
        "一": True,
        "一（一）": True,
        "二": False,
        "二（一）": False,
        "二（一）1": False,
        "二（一）2": False,
        "三": True,
    }
    found = [d.text for s in outline.sections for d in clause_deadlines(PLAN, s, outline)]
    assert found == ["到2026年底", "持续推进"]


_PIECES = st.lists(
    st.sampled_from(
        "到2025年底 年内 每季度 每年3月底前 自印发之日起30日内 持续推进 2026—2028年 “十四五”末 三季度 5个工作日内 长期 "
        "， 。 、 的 （ ） 《 》 \n 起 后 建成 压缩至 各区 １２ 3 月 日 前 于 在 为".split(" ")
    ),
    max_size=30,
).map("".join)


@given(_PIECES, st.data())
def test_that_deadlines_lie_in_their_spans_and_never_overlap(text, data):
    cut = data.draw(st.integers(0, len(text)))
    spans = [Span(0, cut), Span(cut, len(text))]
    found = deadlines(text, spans, "2025-03-10")
    assert all(d.text == d.span.text(text) and d.text.strip() for d in found)
    assert all(any(s.start <= d.span.start and d.span.end <= s.end for s in spans) for d in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize("piece", ["每年3月底前", "自收到申请之日起5个工作日内", "《2025年底前", "十四五", "9"])
def test_that_the_time_it_takes_grows_with_the_text_and_no_faster(piece):
    def cost(count: int) -> float:
        text = piece * count
        start = time.process_time()
        deadlines(text, [Span(0, len(text))], "2025-03-10")
        return time.process_time() - start

    cost(100)
    small, large = min(cost(5_000) for _ in range(3)), min(cost(20_000) for _ in range(3))
    assert large < 9 * small + 0.05
