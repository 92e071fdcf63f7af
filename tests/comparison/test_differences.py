"""What is told to differ inside a pair."""

from __future__ import annotations

import pytest

from reader.comparison.differences import changes
from reader.comparison.passages import Passage, passages
from reader.comparison.tokens import Tokenizer
from reader.text.folding import folded
from reader.text.spans import Span
from tests.comparison.applying import applied
from tests.comparison.builders import side


def passage(text: str, lines: str = "一、 标题|{}") -> Passage:
    return passages(side(lines.format(text)))[1]


def told(left: str, right: str, units: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    found = changes(passage(left), passage(right), Tokenizer(units))
    return [(change.left, change.right, change.kind) for change in found]


def test_that_words_numbers_and_dates_are_replaced_whole() -> None:
    found = told("应当建立健全责任体系，到2025年达到80%。", "可以建立完善责任机制，到2027年达到85%。")
    assert found == [
        ("应当", "可以", "obligation"),
        ("健全", "完善", "wording"),
        ("体系", "机制", "wording"),
        ("2025年", "2027年", "number"),
        ("80%", "85%", "number"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        (
            "按照沪府发〔2017〕92号执行",
            "按照沪府发〔2018〕12号执行",
            ("沪府发〔2017〕92号", "沪府发〔2018〕12号", "number"),
        ),
        ("期限为三十日。", "期限为十五个工作日。", ("三十日", "十五个工作日", "number")),
        ("由市科委、市教委负责", "由市科委、市财政局负责", ("市教委", "市财政局", "unit")),
        ("在全市推进改革", "在试点区推进改革", ("全市", "试点区", "scope")),
        ("单位不得擅自变更", "单位擅自变更", ("不得", "", "obligation")),
        ("积极推动产业发展", "大力推动产业发展", ("积极", "大力", "wording")),
        ("加强领导，抓好落实", "加强领导；抓好落实", ("，", "；", "form")),
        ("支持甲、乙、丁发展", "支持甲、乙、丙、丁发展", ("", "丙、", "wording")),
    ],
)
def test_that_a_change_is_told_whole_with_its_kind(left: str, right: str, change: tuple[str, str, str]) -> None:
    assert told(left, right, ("市科委", "市教委", "市财政局")) == [change]


def test_that_width_blanks_and_quotation_marks_are_no_change() -> None:
    assert told("推进“放管服”改革（试点），2024年", '推进"放管服"改革 (试点),２０２４年') == []


def test_that_a_sentence_put_between_others_is_one_insertion() -> None:
    found = told("加强组织领导。抓好任务落实。", "加强组织领导。另外建立专家咨询论证制度。抓好任务落实。")
    assert found == [("", "另外建立专家咨询论证制度。", "wording")]


def test_that_a_sentence_written_anew_is_no_confetti() -> None:
    left = "国家保护专利权人的合法权益，任何单位和个人不得侵犯专利权人的权益。"
    right = "县级以上人民政府加强对知识产权保护工作的领导，将知识产权事业纳入国民经济规划。"
    assert len(told(left, right)) == 1


def test_that_two_phrases_written_anew_are_one_change_though_a_comma_parts_them() -> None:
    found = told("统筹推进招商引资，优化服务流程", "全面落实减税降费，降低用能成本")
    assert found == [("统筹推进招商引资，优化服务流程", "全面落实减税降费，降低用能成本", "wording")]


def test_that_a_word_between_two_far_longer_changes_does_not_hold_them_apart() -> None:
    found = told(
        "公路运输管理站负责", "县级人民政府交通运输主管部门负责", ("公路运输管理站", "县级人民政府交通运输主管部门")
    )
    assert [(left, right) for left, right, _ in found] == [("公路运输管理站", "县级人民政府交通运输主管部门")]


def test_that_words_put_in_around_what_stays_do_not_replace_it() -> None:
    found = told("采取留置的", "采取强制到案、责令候查、留置或者禁闭措施的")
    assert [left for left, _, _ in found] == ["", ""]


def test_that_a_block_that_is_half_equal_is_not_replaced_as_a_whole() -> None:
    found = told("支持企业建设研发机构，引进高层次人才团队。", "支持企业建设研发机构，完善知识产权服务。")
    assert all("支持企业" not in left for left, _, _ in found)


def test_that_a_change_does_not_reach_over_a_section_that_stands_inside() -> None:
    """The paragraph behind a —— section belongs to its parent: the parent's text has a gap."""
    whole = "一、标题开头内容\n——夹在中间的条款\n结尾的内容"
    section = passages(side("一、 标题|开头内容"))[1].section
    gap = (Span(2, 4), Span(4, 8), Span(18, 23))
    left = Passage(section, whole, gap, "标题开头内容结尾的内容", "标题", False)
    right = passage("全然不同")
    found = changes(left, right, Tokenizer())
    assert folded(applied(left, found)) == right.text
    assert not any(change.left_span.start < 8 < change.left_span.end for change in found)


def test_that_two_numbers_changed_beside_each_other_are_two_changes() -> None:
    found = told("依照第八十六条和第八十七条办理", "依照第九十条和第九十一条办理")
    assert [(left, right) for left, right, _ in found] == [("第八十六条", "第九十条"), ("第八十七条", "第九十一条")]


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        # Words that the new text cut are told to be cut, where what is put in is long.
        ("提升科技服务能力", "提升科，建设公共服务平台，技服务能力", ("", "，建设公共服务平台，")),
        ("向行政机关申请", "向行政复议机关申请", ("", "复议")),
        ("列入本级财政预算", "列入本级预算", ("财政", "")),
        # A word in the place of another is told whole, and so is one that would lose its first character.
        ("健全工作体系", "健全工作体制", ("体系", "体制")),
        ("报市场部门备案", "报市政府备案", ("市场部门", "市政府")),
        ("单位应依法办理", "单位应当依法办理", ("应", "应当")),
        # Numbers are never cut.
        ("增长12.5%以上", "增长12.8%以上", ("12.5%", "12.8%")),
    ],
)
def test_that_what_both_sides_begin_and_end_with_stays_equal_where_that_is_readable(
    left: str, right: str, change: tuple[str, str]
) -> None:
    assert [found[:2] for found in told(left, right)] == [change]


@pytest.mark.parametrize(
    ("left", "right", "put_in"),
    [
        ("所称“五日”是指工作日", "所称“三日”、“五日”是指工作日", "“三日”、"),
        ("保障被留置人员的休息", "保障被管护人员、被留置人员的休息", "被管护人员、"),
        ("公开（含网上）办理", "公开（含网上）（含掌上）办理", "（含掌上）"),
        ("加强审查和监督", "加强审查、调查和监督", "、调查"),
    ],
)
def test_that_what_is_put_in_begins_and_ends_where_a_phrase_does(left: str, right: str, put_in: str) -> None:
    assert [found[:2] for found in told(left, right)] == [("", put_in)]


def paragraphs(*texts: str) -> Passage:
    section = passages(side("一、 标题|正文"))[1].section
    whole = "\n".join(texts) + "\n"
    starts = [whole.index(text) for text in texts]
    spans = tuple(Span(start, start + len(text)) for start, text in zip(starts, texts, strict=True))
    return Passage(section, whole, spans, folded("".join(texts)), "", structural=False)


def test_that_what_is_put_before_a_paragraph_stands_before_it_not_behind_the_one_above() -> None:
    left = paragraphs("委员长会议审议。", "法律委员会列席会议。")
    right = paragraphs("委员长会议审议。", "宪法和法律委员会列席会议。")
    (change,) = changes(left, right, Tokenizer())
    assert (change.right, change.left_span) == ("宪法和", Span(9, 9))
    (back,) = changes(right, left, Tokenizer())
    assert (back.left, back.right_span) == ("宪法和", Span(9, 9))


def test_that_a_paragraph_put_in_stands_behind_the_one_above() -> None:
    left = paragraphs("委员长会议审议。", "法律委员会列席会议。")
    right = paragraphs("委员长会议审议。", "审议情况应当公开。", "法律委员会列席会议。")
    (change,) = changes(left, right, Tokenizer())
    assert (change.right, change.left_span) == ("审议情况应当公开。", Span(8, 8))
