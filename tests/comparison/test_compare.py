"""Which section answers which, and how the outcome is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.compare import compare
from reader.comparison.options import Options
from reader.progress import Cancelled, CancelToken
from reader.structure.front_matter import FrontMatter
from tests.comparison.builders import side

if TYPE_CHECKING:
    from reader.comparison.records import Comparison, Side

OLD = """
一、 总体要求|全面贯彻落实国家决策部署，坚持稳中求进工作总基调，推动高质量发展。
二、 重点任务
  （一） 加强科技创新。|支持企业建设研发机构，到2025年达到100家。（责任单位：市科委）
  （二） 优化营商环境。|深化放管服改革，推动政务服务一网通办，提升服务水平。
  （三） 扩大对外开放。|鼓励外资企业设立地区总部，支持跨境贸易健康发展。
三、 保障措施|各区各部门应当加强组织领导，不得推诿扯皮，抓好任务落实。
"""
NEW = """
一、 总体要求|全面贯彻落实国家决策部署,坚持稳中求进工作总基调,推动高质量发展。
二、 发展目标|力争到2030年建成世界一流园区，产业规模突破千亿元大关。
三、 重点任务
  （一） 扩大对外开放。|鼓励外资企业设立地区总部，支持跨境贸易健康发展，建设进口示范区。
  （二） 加强科技创新。|支持企业建设研发机构，到2027年达到150家。（责任单位：市科委）
四、 保障措施|各区各部门可以加强组织领导，抓好任务落实。
"""
ORDINALS = "一二三四五六七八九十"
MATTERS = (
    "推进数据要素市场建设，培育数据服务企业", "完善公共文化服务体系，丰富群众生活", "加强生态环境保护，严守红线底线",
    "健全多层次社会保障制度，兜牢民生底线", "优化综合交通运输网络，提高通行效率", "强化耕地保护，确保粮食安全稳定供给",
    "深化国有企业改革，提升核心竞争能力", "发展职业教育，培养高素质技能型人才", "改善城乡人居环境，推进厕所垃圾治理",
)  # fmt: skip


def told(comparison: Comparison, left: Side, right: Side) -> list[tuple[str | None, str | None, str]]:
    def path(one: Side, number: int | None) -> str | None:
        return None if number is None else one.outline.sections[number].path

    return [(path(left, p.left), path(right, p.right), p.status) for p in comparison.pairs]


def listed(matters: list[str]) -> Side:
    return side("\n".join(f"{ORDINALS[k]}、 |{matter}。" for k, matter in enumerate(matters)))


def test_that_each_section_is_told_with_what_became_of_it() -> None:
    left, right = side(OLD), side(NEW)
    assert told(compare(left, right, "editions"), left, right) == [
        ("一、", "一、", "same"),
        (None, "二、", "added"),
        ("二、", "三、", "renumbered"),
        ("二、/（三）", "三、/（一）", "moved"),
        ("二、/（一）", "三、/（二）", "changed"),
        ("二、/（二）", None, "removed"),
        ("三、", "四、", "changed"),
    ]


def test_that_an_edited_section_that_moved_shows_its_edits() -> None:
    moved = next(p for p in compare(side(OLD), side(NEW), "editions").pairs if p.status == "moved")
    assert [(change.left, change.right) for change in moved.changes] == [("", "，建设进口示范区")]


def test_that_the_verdict_counts_clauses_and_places_apart() -> None:
    comparison = compare(side(OLD), side(NEW), "editions")
    assert comparison.verdict() == "修改2条，共4处；新增1条；删除1条；位置调整1条，其中修改1处；仅序号调整1条"
    assert comparison.summary() == {"same": 1, "changed": 2, "moved": 1, "added": 1, "removed": 1, "renumbered": 1}


def test_that_a_document_compared_with_itself_is_the_same_throughout() -> None:
    comparison = compare(side(OLD), side(OLD))
    assert comparison.mode == "editions"
    assert comparison.identical
    assert comparison.verdict() == "正文一致"


@given(st.lists(st.sampled_from(MATTERS), unique=True, min_size=2), st.data())
def test_that_whatever_is_put_in_between_only_renumbers_the_rest(matters: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(matters)))
    new = [*matters[:at], "新设立战略性新兴产业引导基金并明确出资比例", *matters[at:]]
    comparison = compare(listed(matters), listed(new), "editions")
    expected = {"same": at, "added": 1, "renumbered": len(matters) - at}
    assert {status: count for status, count in comparison.summary().items() if count} == {
        k: v for k, v in expected.items() if v
    }


@given(st.permutations(MATTERS))
def test_that_sections_in_another_order_are_moved_and_never_changed(order: list[str]) -> None:
    comparison = compare(listed(list(MATTERS)), listed(order), "editions")
    assert all(p.status in ("same", "renumbered", "moved") and not p.changes for p in comparison.pairs)


@given(st.lists(st.sampled_from(MATTERS), max_size=9), st.lists(st.sampled_from(MATTERS), max_size=9))
def test_that_every_section_stands_in_exactly_one_pair(old: list[str], new: list[str]) -> None:
    left, right = listed(old), listed(new)
    pairs = compare(left, right, "editions").pairs
    assert sorted(number for p in pairs for number in p.lefts) == list(range(1, len(old) + 1))
    assert sorted(number for p in pairs for number in p.rights) == list(range(1, len(new) + 1))


def test_that_a_deleted_twin_is_not_taken_for_its_neighbour() -> None:
    twin = "到{}年底前完成{}的目标任务，并向主管部门书面报告。"
    left = listed([twin.format(2025, "80%"), twin.format(2026, "85%"), twin.format(2027, "90%")])
    right = listed([twin.format(2025, "80%"), twin.format(2027, "90%")])
    assert told(compare(left, right, "editions"), left, right) == [
        ("一、", "一、", "same"),
        ("二、", None, "removed"),
        ("三、", "二、", "renumbered"),
    ]


def test_that_an_article_keeps_its_number_when_only_its_chapter_changes() -> None:
    left = side("第一章 总则\n  第一条 |为了加强管理工作，制定本条例。\n  第二条 |本条例适用于本市行政区域。")
    right = side(
        "第一章 总则\n  第一条 |为了加强管理工作，制定本条例。\n第二章 适用\n  第二条 |本条例适用于本市行政区域。"
    )
    assert ("第一章/第二条", "第二章/第二条", "same") in told(compare(left, right, "editions"), left, right)


def test_that_what_stands_before_the_first_marker_is_compared_without_the_front_matter() -> None:
    front = FrontMatter(title="关于推进改革的意见", doc_number="府发〔2024〕1号")
    left = side(OLD, "关于推进改革的意见", front)
    right = side(OLD, "为深入推进改革，现提出如下意见。", front)
    assert told(compare(left, right, "editions"), left, right)[0] == (None, "", "added")
    assert compare(left, side(OLD, "", front), "editions").identical


def test_that_a_finding_aid_of_both_directions_is_given() -> None:
    comparison = compare(side(OLD), side(NEW), "editions")
    assert comparison.counterpart_of_left(5) == 4
    assert comparison.counterpart_of_right(4) == 5
    assert comparison.counterpart_of_left(4) is None


def test_that_only_what_matters_can_be_asked_for() -> None:
    new = NEW.replace("建设进口示范区", "不断提升服务水平")
    by_status = {p.status: p.substantive for p in compare(side(OLD), side(new), "editions").pairs}
    assert by_status == {
        "same": False, "added": True, "renumbered": False, "moved": False, "changed": True, "removed": True,
    }  # fmt: skip


def test_that_empty_documents_can_be_compared() -> None:
    assert compare(side(""), side("")).pairs == ()
    assert compare(side(""), side(OLD), "editions").summary()["added"] == 6


def test_that_cancelling_stops_the_comparison() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        compare(side(OLD), side(NEW), cancel=cancel)


def test_that_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="no such mode"):
        compare(side(OLD), side(NEW), "drafts")


def test_that_an_unknown_direction_is_refused() -> None:
    with pytest.raises(ValueError, match="no such direction"):
        compare(side(OLD), side(NEW), "topics", direction="upward")


def test_that_a_pin_is_marked_and_shows_what_differs() -> None:
    pinned = next(
        p for p in compare(side(OLD), side(NEW), "editions", options=Options(pins=((4, 2),))).pairs if p.pinned
    )
    assert (pinned.left, pinned.right) == (4, 2)
    assert pinned.changes


def test_that_differences_of_form_are_told_when_asked_for() -> None:
    left, right = side(OLD), side(NEW)
    assert compare(left, right, "editions").pairs[0].status == "same"
    first = compare(left, right, "editions", options=Options(form=True)).pairs[0]
    assert first.status == "changed"
    assert {(c.left, c.right, c.kind) for c in first.changes} == {("，", ",", "form")}
