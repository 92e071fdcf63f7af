"""What is told to differ inside a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.differences import changes
from reader.comparison.passages import Passage, passages
from reader.comparison.tokens import Tokenizer
from reader.text.folding import folded
from reader.text.spans import Span
from tests.comparison.builders import side

if TYPE_CHECKING:
    from reader.comparison.records import Change

CHARACTERS = "应当可以推进科技创新，。；2025年80%（）责任单位区委…㎡½“” ,"
TEXTS = st.text(CHARACTERS, max_size=60)


def passage(text: str, lines: str = "一、 标题|{}") -> Passage:
    return passages(side(lines.format(text)))[1]


def told(left: str, right: str, units: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    found = changes(passage(left), passage(right), Tokenizer(units))
    return [(change.left, change.right, change.kind) for change in found]


def applied(left: Passage, found: tuple[Change, ...]) -> str:
    """Apply the changes to the pieces of the left's reading text."""
    out, waiting = [], list(found)
    for piece in left.pieces:
        done = piece.start
        while waiting and (waiting[0].left_span.start < piece.end or waiting[0].left_span == (piece.end, piece.end)):
            change = waiting.pop(0)
            out += (left.whole[done : change.left_span.start], change.right)
            done = change.left_span.end
        out.append(left.whole[done : piece.end])
    return folded("".join(out) + "".join(change.right for change in waiting))


@given(TEXTS, TEXTS)
def test_that_the_changes_applied_to_the_left_give_the_right(left: str, right: str) -> None:
    here, there = passage(left), passage(right)
    found = changes(here, there, Tokenizer())
    assert applied(here, found) == there.text
    assert bool(found) == (here.text != there.text)


@given(
    st.lists(
        st.sampled_from(["推进科技创新。", "应当按时完成；", "到2025年达到80%。", "优化营商环境，", "鼓励"]),
        max_size=12,
    ),
    st.data(),
)
def test_that_sentences_put_in_another_order_are_still_told_rightly(sentences: list[str], data: st.DataObject) -> None:
    here, there = passage("".join(sentences)), passage("".join(data.draw(st.permutations(sentences))))
    assert applied(here, changes(here, there, Tokenizer())) == there.text


@given(TEXTS, TEXTS)
def test_that_every_change_shows_what_its_spans_hold(left: str, right: str) -> None:
    here, there = passage(left), passage(right)
    for change in changes(here, there, Tokenizer()):
        assert change.left == change.left_span.text(here.whole)
        assert change.right == change.right_span.text(there.whole)
        assert (
            change.op
            == {(True, True): "replace", (True, False): "delete", (False, True): "insert"}[
                bool(change.left), bool(change.right)
            ]
        )


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
    assert applied(left, found) == right.text
    assert not any(change.left_span.start < 8 < change.left_span.end for change in found)
