"""Who a clause makes responsible."""

from __future__ import annotations

import pytest

from reader.structure.parser import parse
from reader.units.extraction import extract
from reader.units.lexicon import Lexicon, shipped
from reader.units.restoring import restore


def duties(paragraph: str) -> list[tuple[str, list[str], bool]]:
    text = f"一、重点任务\n1.深化试点。支持试点。{paragraph}\n"
    return [(a.role, [u.name for u in a.units], a.open_ended) for a in extract(text, parse(text))]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("（责任单位：市科委、市财政局）", [("责任单位", ["市科委", "市财政局"], False)]),
        ("(责任部门:市科委)", [("责任部门", ["市科委"], False)]),
        ("〔责任单位：市科技局，市经信局、各县（市、区）政府〕", [("责任单位", ["市科技局", "市经信局", "各县（市、区）政府"], False)]),
        ("（牵头单位：市科技局；配合单位：市财政局、市数据局）", [("牵头单位", ["市科技局"], False), ("配合单位", ["市财政局", "市数据局"], False)]),
        ("（牵头单位：市委组织部（人才办），责任单位：市教育局）", [("牵头单位", ["市委组织部（人才办）"], False), ("责任单位", ["市教育局"], False)]),
        ("（成员单位：区委办公室、各产业链秘书长单位等）", [("成员单位", ["区委办公室", "各产业链秘书长单位"], True)]),
        ("（责 任 单 位：市 数 据 局）", [("责任单位", ["市数据局"], False)]),
        ("由区发展改革委担任组长单位，做好对接。", [("组长单位", ["区发展改革委"], False)]),
        ("（市科技局牵头，市财政局、市数据局配合）", [("牵头", ["市科技局"], False), ("配合", ["市财政局", "市数据局"], False)]),
        ("（省卫生健康委、省科协、省计生协等按职责分工负责。以下均包括各市政府，不再列出）", [("按职责分工负责", ["省卫生健康委", "省科协", "省计生协"], True)]),
        ("（财政部、国资委、邮政局等部门和企业按职责分工负责）", [("按职责分工负责", ["财政部", "国资委", "邮政局"], True)]),
        ("（责任单位：各区人民政府〈含开发区、风景区管委会，下同〉）", [("责任单位", ["各区人民政府"], False)]),
        ("（教育部、财政部按职责分工负责）", [("按职责分工负责", ["教育部", "财政部"], False)]),
    ],
)  # fmt: skip
def test_that_the_units_of_a_clause_are_read_with_their_role(paragraph, found):
    squeezed = paragraph.replace("责 任 单 位", "责任单位").replace("市 数 据 局", "市数据局")
    assert duties(squeezed if "责 任" in paragraph else paragraph) == found


@pytest.mark.parametrize(
    "paragraph",
    [
        "推进政府和社会资本合作（PPP）。",
        "（含开发区，下同）",
        "由政府负责人牵头推进。",
        "（征求意见稿）",
        "单位负责人应当签字。",
        "（试行，由各区落实）",
    ],
)
def test_that_what_names_no_organ_is_no_unit(paragraph):
    assert duties(paragraph) == []


def test_that_the_span_of_a_unit_is_where_it_stands():
    text = "一、任务\n1.深化。（责任单位：市科委、市财政局）\n"
    units = extract(text, parse(text))[0].units
    assert [u.span.text(text) for u in units] == ["市科委", "市财政局"]


def test_that_several_brackets_in_a_paragraph_are_all_read():
    found = duties("支持甲。（责任单位：市科委）支持乙。（责任单位：市财政局）")
    assert [units for _, units, _ in found] == [["市科委"], ["市财政局"]]


def test_that_a_damaged_name_is_restored_only_where_one_entry_fits():
    one = Lexicon(["中国人民银行上海总部"])
    two = Lexicon(["中国人民银行上海总部", "中国人民银行上海分行"])
    assert restore("中国人民银行上??偛?", one) == ("中国人民银行上海总部",)
    assert restore("中国人民银行上??偛?", two) == ()
    assert restore("??", one) == ()


def test_that_two_names_glued_by_damage_come_apart():
    lexicon = Lexicon(["中国人民银行上海总部", "国家外汇管理局上海市分局"])
    assert restore("中国人民银行上??偛俊彝鈪R管理局上海市分局", lexicon) == (
        "中国人民银行上海总部",
        "国家外汇管理局上海市分局",
    )


def test_that_what_a_document_spells_out_restores_its_own_damage():
    text = "一、任务\n1.甲。（责任单位：甲州数字产业促进中心）\n2.乙。（责任单位：甲州数字??茖W中心）\n"
    names = [u.name for a in extract(text, parse(text)) for u in a.units]
    assert names == ["甲州数字产业促进中心", "甲州数字产业促进中心"]


def test_that_the_shipped_lexicon_knows_the_organs_of_a_city():
    assert "市科委" in shipped()
    assert "国家外汇管理局上海市分局" in shipped()
