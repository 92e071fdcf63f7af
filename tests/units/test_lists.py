"""Lists of units."""

from __future__ import annotations

import pytest

from reader.text.spans import Span
from reader.units.assignment import UnitKind
from reader.units.lexicon import shipped
from reader.units.lists import read_list


def read(written: str):
    return read_list(written, Span(0, len(written)), shipped())


def names(written: str) -> list[str]:
    return [unit.name for unit in read(written).units]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "市教育局、市民政局，市财政局；市水利局和市林业局",
            ["市教育局", "市民政局", "市财政局", "市水利局", "市林业局"],
        ),
        ("市委组织部（人才办）、市政府办（金融）", ["市委组织部（人才办）", "市政府办（金融）"]),
        ("各县（市、区）政府、市直有关部门", ["各县（市、区）政府", "市直有关部门"]),
        ("各区、县（市）政府", ["各区、县（市）政府"]),
        ("市委改革办〔市营商环境局〕，各区〔县、市〕政府", ["市委改革办〔市营商环境局〕", "各区〔县、市〕政府"]),
        ("各市、州人民政府，各有关部门", ["各市、州人民政府", "各有关部门"]),
        ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
        ("各地区、各部门", ["各地区", "各部门"]),
        ("各县区、功能区", ["各县区", "功能区"]),
        ("甲州、乙州、丙州市政府", ["甲州市政府", "乙州市政府", "丙州市政府"]),
        ("市教育局及各区政府", ["市教育局", "各区政府"]),
        ("市住房和城乡建设局、市规划和自然资源局", ["市住房和城乡建设局", "市规划和自然资源局"]),
        ("和平区政府、市和平医院", ["和平区政府", "市和平医院"]),
        ("市教育局、教育局下属中心等", ["市教育局", "教育局下属中心"]),
        ("市教育局 市民政局", ["市教育局", "市民政局"]),
        ("市 教 育 局、市 民 政 局", ["市教育局", "市民政局"]),
        ("市教育局市民政局", ["市教育局", "市民政局"]),
        ("市教育局 张某、市民政局（李某 13800000000）", ["市教育局", "市民政局"]),
        ("各区人民政府〈含开发区、新区管委会，下同〉、市教育局", ["各区人民政府", "市教育局"]),
        ("市教育局/市民政局", ["市教育局", "市民政局"]),
        ("杭州资本、市城投集团", ["杭州资本", "市城投集团"]),
        ("市发展改革委、高等法院、区等级办", ["市发展改革委", "高等法院", "区等级办"]),
    ],
)
def test_that_a_list_is_split_into_its_units(written, expected):
    assert names(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("省发展改革委、交通运输厅", ["省发展改革委", "省交通运输厅"]),
        ("市发改委、经信局、市场监管局", ["市发改委", "市经信局", "市市场监管局"]),
        ("自治区教育厅、人力资源社会保障厅", ["自治区教育厅", "自治区人力资源社会保障厅"]),
        ("市委组织部、宣传部，市教育局、体育局", ["市委组织部", "市委宣传部", "市教育局", "市体育局"]),
        ("甲县教育局、民政局", ["甲县教育局", "甲县民政局"]),
        ("省委宣传部（网信办）、科技厅", ["省委宣传部（网信办）", "省科技厅"]),
        ("区商务局、工信局及区委人才办", ["区商务局", "区工信局", "区委人才办"]),
        # whose name has a level of its own, or belongs to no level
        ("省发展改革委、各市政府", ["省发展改革委", "各市政府"]),
        ("市发改委、人行南京分行、国网公司、高新区管委会", ["市发改委", "人行南京分行", "国网公司", "高新区管委会"]),
        ("市教育局、上海海关、金融监管局", ["市教育局", "上海海关", "金融监管局"]),
        ("市场监管总局、发展改革委、司法部", ["市场监管总局", "发展改革委", "司法部"]),
        ("各区政府、教育局", ["各区政府", "教育局"]),
    ],
)
def test_that_a_department_shares_the_level_of_those_before_it(written, expected):
    assert names(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("市教育局、市民政局等", ["市教育局", "市民政局"]),
        ("市教育局、市民政局等有关部门", ["市教育局", "市民政局"]),
        ("市教育局、市民政局等8个部门", ["市教育局", "市民政局"]),
        ("财政部、教育部等部门和企业", ["财政部", "教育部"]),
        ("公安部、税务总局等国务院相关部门以及各地区", ["公安部", "税务总局", "各地区"]),
        ("市教育局、市民政局等；各区政府", ["市教育局", "市民政局", "各区政府"]),
        ("市教育局等部门、单位", ["市教育局"]),
    ],
)
def test_that_an_open_end_is_told_and_names_no_unit(written, expected):
    found = read(written)
    assert [unit.name for unit in found.units] == expected
    assert found.open_ended


def test_that_groups_are_told_apart():
    assert [unit.group for unit in read("市教育局、市民政局，市财政局；各区政府").units] == [0, 0, 1, 2]


def test_that_each_unit_has_its_kind():
    kinds = [
        unit.kind
        for unit in read("市教育局、各区政府、属地政府、各镇（街道）、有关部门、各成员单位、赣州新区管委会").units
    ]
    organ, local, group = UnitKind
    assert kinds == [organ, local, local, local, group, group, organ]


def test_that_the_place_of_each_name_is_known():
    written = "责任单位：市教育局 、*市民政局（牵头）和各区政府等"
    span = Span(5, len(written))
    found = read_list(written, span, shipped())
    assert [unit.span.text(written) for unit in found.units] == ["市教育局", "市民政局", "各区政府"]
    assert read("*市民政局、市教育局（牵头）和各区政府").marks == ("*", "牵头", "")


@pytest.mark.parametrize(
    "written", ["2027年底前", "持续推进", "同上", "加强组织领导", "12", "ABC", "单位", "……", "按照规定执行"]
)
def test_that_what_is_no_name_is_no_unit(written):
    assert names(written) == []


def test_that_a_list_of_a_million_separators_is_read_at_once():
    assert read("、" * 1_000_000).units == ()
