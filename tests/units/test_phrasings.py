"""All the ways in which documents make units responsible, each with what it says."""

from __future__ import annotations

import pytest

from reader.cleaning import clean
from tests.units.texts import assignments, clause, duties, ranks

LEAD, SUPPORT, RESPONSIBLE, MEMBER, GUIDE = "lead", "support", "responsible", "member", "guide"

PHRASINGS = [
    # labels
    ("（责任单位：市教育局、市民政局）", [("责任单位", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE})]),
    ("（责任部门：区民政局）", [("责任部门", {"区民政局": RESPONSIBLE})]),
    ("（牵头单位：市教育局；配合单位：市民政局、市财政局）", [("牵头单位", {"市教育局": LEAD}), ("配合单位", {"市民政局": SUPPORT, "市财政局": SUPPORT})]),
    ("（牵头单位：市教育局，责任单位：市民政局）", [("牵头单位", {"市教育局": LEAD}), ("责任单位", {"市民政局": SUPPORT})]),
    ("（牵头单位：市教育局）（责任单位：市民政局）", [("牵头单位", {"市教育局": LEAD}), ("责任单位", {"市民政局": SUPPORT})]),
    ("（主办单位：市教育局；协办单位：市民政局）", [("主办单位", {"市教育局": LEAD}), ("协办单位", {"市民政局": SUPPORT})]),
    ("（牵头：市教育局；配合：市民政局）", [("牵头", {"市教育局": LEAD}), ("配合", {"市民政局": SUPPORT})]),
    ("（参与单位：市教育局；指导单位：省教育厅）", [("参与单位", {"市教育局": SUPPORT}), ("指导单位", {"省教育厅": GUIDE})]),
    ("（成员单位：市教育局、市民政局）", [("成员单位", {"市教育局": MEMBER, "市民政局": MEMBER})]),
    ("（责任单位：市教育局牵头，市民政局配合）", [("牵头", {"市教育局": LEAD}), ("配合", {"市民政局": SUPPORT})]),
    ("（责任单位：市教育局、市民政局，各区政府配合）", [("责任单位", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE}), ("配合", {"各区政府": SUPPORT})]),
    ("（责任单位：市教育局牵头，市民政局、市财政局）", [("牵头", {"市教育局": LEAD}), ("责任单位", {"市民政局": SUPPORT, "市财政局": SUPPORT})]),
    ("（责任单位：市教育局、市民政局按职责分工负责）", [("责任单位", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE})]),
    ("（责任单位：市教育局（牵头）、市民政局）", [("责任单位", {"市教育局": LEAD, "市民政局": SUPPORT})]),
    ("（责任单位：市教育局；完成时限：2027年6月底前）", [("责任单位", {"市教育局": RESPONSIBLE})]),
    ("（责任领导：张某某；责任单位：市教育局；联系人：李某）", [("责任单位", {"市教育局": RESPONSIBLE})]),
    ("（责任单位：市教育局，2027年底前完成）", [("责任单位", {"市教育局": RESPONSIBLE})]),
    # verbs
    ("（市教育局牵头，市民政局、市财政局配合）", [("牵头", {"市教育局": LEAD}), ("配合", {"市民政局": SUPPORT, "市财政局": SUPPORT})]),
    ("（市教育局、市民政局牵头）", [("牵头", {"市教育局": LEAD, "市民政局": LEAD})]),
    ("（市教育局牵头，市民政局、市财政局等按职责分工负责）", [("牵头", {"市教育局": LEAD}), ("按职责分工负责", {"市民政局": RESPONSIBLE, "市财政局": RESPONSIBLE})]),
    ("（市教育局、市民政局按照各自职责分工负责）", [("按职责分工负责", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE})]),
    ("（市教育局负责）", [("负责", {"市教育局": RESPONSIBLE})]),
    ("（由市教育局负责组织实施）", [("负责", {"市教育局": RESPONSIBLE})]),
    ("（市教育局负责，市民政局配合）", [("负责", {"市教育局": RESPONSIBLE}), ("配合", {"市民政局": SUPPORT})]),
    ("（市教育局牵头负责，市民政局、财政局，各县（市、区）政府配合）", [("牵头", {"市教育局": LEAD}), ("配合", {"市民政局": SUPPORT, "市财政局": SUPPORT, "各县（市、区）政府": SUPPORT})]),
    ("（市教育局会同市民政局、市财政局负责）", [("负责", {"市教育局": LEAD}), ("会同", {"市民政局": LEAD, "市财政局": LEAD})]),
    ("（市教育局会同有关部门负责）", [("负责", {"市教育局": LEAD}), ("会同", {"有关部门": LEAD})]),
    ("（市教育局牵头会同市民政局落实）", [("牵头", {"市教育局": LEAD}), ("会同", {"市民政局": LEAD})]),
    ("（市教育局牵头，市民政局参与，省教育厅指导）", [("牵头", {"市教育局": LEAD}), ("参与", {"市民政局": SUPPORT}), ("指导", {"省教育厅": GUIDE})]),
    ("（市教育局牵头，市民政局参加）", [("牵头", {"市教育局": LEAD}), ("参与", {"市民政局": SUPPORT})]),
    ("（市教育局负责牵头，市民政局积极配合）", [("牵头", {"市教育局": LEAD}), ("配合", {"市民政局": SUPPORT})]),
    ("（国务院教育督导委员会办公室牵头，各地区、各部门负责）", [("牵头", {"国务院教育督导委员会办公室": LEAD}), ("负责", {"各地区": RESPONSIBLE, "各部门": RESPONSIBLE})]),
    ("（市教育局为牵头单位，市民政局为配合单位）", [("牵头单位", {"市教育局": LEAD}), ("配合单位", {"市民政局": SUPPORT})]),
    ("（以上任务由市教育局牵头）", [("牵头", {"市教育局": LEAD})]),
    # outside brackets
    ("\n责任单位：市教育局、市民政局", [("责任单位", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE})]),
    ("\n牵头单位：市教育局\n责任单位：市民政局、市财政局", [("牵头单位", {"市教育局": LEAD}), ("责任单位", {"市民政局": SUPPORT, "市财政局": SUPPORT})]),
    ("\n牵头单位：市教育局  配合单位：市民政局", [("牵头单位", {"市教育局": LEAD}), ("配合单位", {"市民政局": SUPPORT})]),
    ("责任单位：市教育局、市民政局。", [("责任单位", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE})]),
    ("\n【牵头单位】市教育局【配合单位】市民政局、市财政局", [("牵头单位", {"市教育局": LEAD}), ("配合单位", {"市民政局": SUPPORT, "市财政局": SUPPORT})]),
    ("（责任单位：县人大办、县政协办、县法院）", [("责任单位", {"县人大办": RESPONSIBLE, "县政协办": RESPONSIBLE, "县法院": RESPONSIBLE})]),
    ("\n【责任单位】市教育局、市民政局", [("责任单位", {"市教育局": RESPONSIBLE, "市民政局": RESPONSIBLE})]),
    # in sentences
    ("由市教育局担任组长单位，统筹推进。", [("组长单位", {"市教育局": MEMBER})]),
    ("由市教育局担任组长单位，市民政局担任副组长单位。", [("组长单位", {"市教育局": MEMBER}), ("副组长单位", {"市民政局": MEMBER})]),
    ("由市教育局牵头建立专班。", [("牵头", {"市教育局": LEAD})]),
    ("由市教育局牵头，市民政局、市财政局配合，建立专班。", [("牵头", {"市教育局": LEAD}), ("配合", {"市民政局": SUPPORT, "市财政局": SUPPORT})]),
    ("市教育局牵头，会同各区制定方案。", [("牵头", {"市教育局": LEAD})]),
    ("由市教育局会同市民政局、市财政局等制定细则。", [("会同", {"市教育局": LEAD, "市民政局": LEAD, "市财政局": LEAD})]),
    ("由市教育局会同市民政局制定细则。", [("会同", {"市教育局": LEAD, "市民政局": LEAD})]),
    ("由市教育局会同有关部门制定细则。", [("会同", {"市教育局": LEAD, "有关部门": LEAD})]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), PHRASINGS, ids=[p[0].strip() for p in PHRASINGS])
def test_that_each_phrasing_is_read_with_role_and_duty(written, said):
    assert ranks(written) == [(role, list(units.items())) for role, units in said]


@pytest.mark.parametrize("opening_closing", ["（）", "()", "〔〕", "[]", "［］", "【】", "（)", "[】"])
@pytest.mark.parametrize(
    "written", ["责任单位：市教育局、市民政局", "牵头单位：市教育局；配合单位：市民政局", "市教育局牵头，市民政局配合"]
)
def test_that_the_kind_of_bracket_is_all_the_same(opening_closing, written):
    opening, closing = opening_closing
    assert duties(f"{opening}{written}{closing}") == duties(f"（{written}）") != []


@pytest.mark.parametrize(
    "written",
    [
        "推进政府和社会资本合作（PPP）。",
        "（含开发区，下同）",
        "（征求意见稿）",
        "（试行，由各区落实）",
        "（企业负责人签字）",
        "单位负责人应当签字。",
        "由政府负责人牵头推进。",
        "由分管副市长牵头。",
        "由高校牵头组建联合体。",
        "由龙头企业牵头，联合上下游。",
        "由行业协会牵头制定标准。",
        "由第三方专业机构牵头评估。",
        "强化市教育局牵头抓总作用。",
        "项目牵头单位应为独立法人。",
        "（费用由企业负责）",
        "（政府指导，市场参与）",
        "（以下简称市教育局）",
        "（责任单位：详见附件）",
        "（责任单位：另行确定）",
        "本办法由市教育局会同市民政局负责解释。",
        "\n主办单位：市教育局",
        "\n责任单位：要切实提高认识，加强领导",
        "\n责任单位：______",
        "（责任人：张三）",
        "要明确责任单位：一是加强领导，二是落实责任。",
    ],
)
def test_that_what_makes_no_unit_responsible_is_not_read(written):
    assert duties(written) == []


def test_that_a_bracket_that_is_never_closed_ends_with_its_sentence():
    assert duties("（责任单位：市教育局、市民政局") == [("责任单位", ["市教育局", "市民政局"])]
    assert duties("（责任单位：市教育局。支持开展试点，推动改革") == [("责任单位", ["市教育局"])]


def test_that_a_bracket_may_run_over_a_line():
    assert duties("（责任单位：市教育局、市民\n政局、市财政局）") == [
        ("责任单位", ["市教育局", "市民政局", "市财政局"])
    ]
    assert duties("\n责任单位：市教育局、\n市民政局") == [("责任单位", ["市教育局", "市民政局"])]


def test_that_two_levels_of_numbering_have_their_own_units():
    text = "一、任务\n1.推进改革。（市教育局牵头）\n（1）开展试点。（市民政局负责）\n"
    assert [(a.path, a.units[0].name) for a in assignments(text)] == [
        ("一、/1.", "市教育局"),
        ("一、/1./(1)", "市民政局"),
    ]


def test_that_a_bracket_behind_a_heading_belongs_to_the_section():
    text = "一、推进改革（责任单位：市教育局）\n支持开展试点。\n"
    (only,) = assignments(text)
    assert (only.path, only.covers) == ("一、", None)


def test_that_the_source_tells_how_it_was_written():
    sources = [
        assignments(clause(written))[0].source
        for written in ("（责任单位：市教育局）", "\n责任单位：市教育局", "由市教育局牵头。")
    ]
    assert sources == ["bracket", "line", "prose"]


def test_that_the_text_is_the_bracket_as_written():
    (only,) = assignments(clause("（责任单位：市教育局、民政局）"))
    assert only.text == "（责任单位：市教育局、民政局）"
    assert [(u.name, u.raw) for u in only.units] == [("市教育局", "市教育局"), ("市民政局", "民政局")]


def test_that_an_article_of_a_law_makes_no_one_responsible_who_acts_with_others():
    assert assignments("第一条　为了规范管理，制定本法。\n第二条　由国家统计局会同有关部门制定办法。\n") == ()


def test_that_a_document_in_traditional_script_is_read_in_simplified():
    text = clean(clause("（責任單位：市教育局、民政局，各區政府）")).simplified
    (only,) = assignments(text)
    assert (only.role, [u.name for u in only.units]) == ("责任单位", ["市教育局", "市民政局", "各区政府"])
