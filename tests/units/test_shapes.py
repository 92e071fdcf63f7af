from __future__ import annotations

import pytest

from reader.units.assignment import UnitKind
from reader.units.lexicon import Lexicon, shipped
from reader.units.shapes import Shape, is_specific, kind_of, level_of, shape_of, with_level


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("市教育局", Shape.KNOWN),
        ("市城市运行和政务服务办", Shape.KNOWN),
        ("甲州海关", Shape.KNOWN),
        ("各区政府", Shape.KNOWN),
        ("有关部门", Shape.KNOWN),
        ("高新区", Shape.SHAPED),
        ("行业协会", Shape.SHAPED),
        ("杭州资本", Shape.ODD),
        ("2027年底前", Shape.NONE),
        ("持续推进", Shape.NONE),
        ("加强领导", Shape.NONE),
        ("试行", Shape.NONE),
        ("局", Shape.NONE),
    ],
)
def test_that_a_name_is_told_from_what_is_none(name, shape):
    assert shape_of(name, shipped()) is shape


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (
            "各区政府 各地区 各县（市、区） 各市、县人民政府 有关市州人民政府 属地政府 县（市、区）政府 各镇街 市县两级政府 市各功能区管委会",
            UnitKind.LOCAL,
        ),
        (
            "各部门 有关部门 市直有关单位 各成员单位 国务院相关部门 市属企业 各OPC社区 各产业主管部门 金融机构",
            UnitKind.GROUP,
        ),
        ("市教育局 甲江新区管委会 甲州市政府 市直机关工委 甲州海关 和平区政府", UnitKind.ORGAN),
    ],
)
def test_that_names_have_their_kind(names, kind):
    assert {name: kind_of(name) for name in names.split()} == dict.fromkeys(names.split(), kind)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("省发展改革委", "省"),
        ("市市场监管局", "市"),
        ("自治区教育厅", "自治区"),
        ("甲州市教育局", "甲州市"),
        ("市委组织部（人才办）", "市"),
        ("市场监管局", ""),
        ("市场监管总局", ""),
        ("各区政府", ""),
        ("甲州海关", ""),
    ],
)
def test_that_the_level_of_a_name_is_known(name, level):
    assert level_of(name, shipped()) == level


def test_that_only_a_department_takes_a_level():
    taken = [
        with_level(name, "省", shipped())
        for name in ("财政厅", "宣传部", "政务和数据局", "市财政局", "教育部", "国网公司", "海关", "")
    ]
    assert taken == ["省财政厅", "省委宣传部", "省政务和数据局", "市财政局", "教育部", "国网公司", "海关", ""]
    assert with_level("财政厅", "", shipped()) == "财政厅"


@pytest.mark.parametrize(
    "name",
    ["高校", "龙头企业", "行业协会", "领导小组", "有关部门", "第三方机构", "基层政府工作人员", "高水平研究型大学"],
)
def test_that_a_kind_of_body_is_no_one_in_a_sentence(name):
    assert not is_specific(name, shipped())


def test_that_a_lexicon_tells_departments_by_their_parts():
    lexicon = Lexicon(["甲"], ["教育", "体育"], ["局", "委"])
    assert [
        lexicon.is_department(name) for name in ("教育局", "教育体育局", "教育和体育委", "市教育局", "局", "教育")
    ] == [True] * 3 + [False] * 3
    assert not Lexicon(["甲"]).is_department("教育局")
