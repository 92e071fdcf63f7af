import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.units.aliases import shipped
from reader.units.identity import Identifier, Same
from reader.units.jurisdiction import NATION, UNKNOWN, Jurisdiction
from reader.units.roster import RosterEntry
from tests.units.places import EVERYWHERE, HANGZHOU, JIANGSU, SHANGHAI, XUHUI, YANGPU

IDENTIFIER = Identifier()
ROSTER = (
    RosterEntry("上海市杨浦区科技和经济委员会", "区科技经济委", ("区科委", "区经委"), 2, ("市科委", "市经济信息化委")),
    RosterEntry("上海市杨浦区商务委员会", "区商务委", ("区经委",), 1, ("市商务委", "市经济信息化委")),
    RosterEntry("上海市杨浦区城市运行和应急办公室", "区城运应急办", (), 3),
)


def test_that_a_unit_is_shown_by_its_usual_short_name_and_in_full():
    found = IDENTIFIER.identify("杨浦区科技和经济委员会", YANGPU)
    assert (found.name, found.full_name, found.jurisdiction, found.sure) == (
        "区科技经济委",
        "上海市杨浦区科技和经济委员会",
        YANGPU,
        True,
    )


@pytest.mark.parametrize(
    ("name", "where", "place"),
    [
        ("区科技经济委", YANGPU, YANGPU),
        ("市科委", YANGPU, SHANGHAI),
        ("科技经济委", YANGPU, YANGPU),
        ("徐汇区发改委", YANGPU, XUHUI),
        ("财政部", YANGPU, NATION),
        ("发展改革委", NATION, NATION),
        ("发展改革委", HANGZHOU, HANGZHOU),
        ("省科技厅", HANGZHOU, Jurisdiction("浙江省")),
        ("杨浦海关", SHANGHAI, YANGPU),
        ("上海海关", YANGPU, SHANGHAI),
        ("国家税务总局上海市杨浦区税务局", NATION, YANGPU),
        ("市发改委", Jurisdiction("江苏省", "苏州市", "太仓市"), Jurisdiction("江苏省", "苏州市", "太仓市")),
        ("市场监管局", YANGPU, YANGPU),
        ("市政府办公厅", YANGPU, SHANGHAI),
        ("市容环卫局", HANGZHOU, HANGZHOU),
        ("深圳金融监管局", Jurisdiction("广东省"), Jurisdiction("广东省", "深圳市")),
    ],
)
def test_that_a_unit_follows_its_own_level_or_place_before_the_documents(name, where, place):
    assert IDENTIFIER.identify(name, where).jurisdiction == place


@pytest.mark.parametrize(
    ("name", "where"),
    [("区教育局", SHANGHAI), ("市发改委", JIANGSU), ("市发改委", UNKNOWN), ("发改委", UNKNOWN), ("各区政府", SHANGHAI)],
)
def test_that_a_name_of_any_of_several_places_is_unsure(name, where):
    assert not IDENTIFIER.identify(name, where).sure


def test_that_a_district_of_no_name_is_not_the_city_and_not_a_certain_district():
    keys = {
        IDENTIFIER.identify("区教育局", SHANGHAI).key,
        IDENTIFIER.identify("市教育局", SHANGHAI).key,
        IDENTIFIER.identify("区教育局", YANGPU).key,
    }
    assert len(keys) == 3


def test_that_documents_of_unknown_places_share_no_unit():
    one, other = (IDENTIFIER.identify("市发改委", Jurisdiction.of_document(number)) for number in (1, 2))
    assert one.key != other.key
    assert one.name == "市发展改革委"
    assert one.jurisdiction.label == ""


def test_that_a_name_that_meant_two_organs_in_turn_is_read_by_the_date():
    before = IDENTIFIER.identify("市金融办", HANGZHOU, "2017-05-01")
    after = IDENTIFIER.identify("市金融办", HANGZHOU, "2024-05-01")
    undated = IDENTIFIER.identify("市金融办", HANGZHOU)
    assert before.key == IDENTIFIER.identify("市金融服务办公室", HANGZHOU).key
    assert after.key == IDENTIFIER.identify("市委金融办", HANGZHOU).key
    assert undated.key not in (before.key, after.key)
    assert not undated.sure


def test_that_an_office_that_each_department_has_is_not_that_of_the_state():
    keys = {IDENTIFIER.identify(name, NATION).key for name in ("办公厅", "国务院办公厅")}
    assert len(keys) == 2


def test_that_an_old_name_is_shown_by_that_of_today():
    found = IDENTIFIER.identify("市卫计委", SHANGHAI, "2016-01-01")
    assert (found.name, found.full_name) == ("市卫生健康委", "上海市卫生健康委员会")


def test_that_a_unit_elsewhere_is_shown_with_its_place():
    assert IDENTIFIER.identify("徐汇区发改委", YANGPU).name == "徐汇区发展改革委"


stems = st.sampled_from(sorted({re.split("[}>]", organ.full)[-1] for organ in shipped().organs("地")}))
made_up = st.builds(
    "".join,
    st.tuples(
        st.text("科技经济创新城市管理区街道和与市省委", min_size=1, max_size=6),
        st.sampled_from("局委厅办 办公室 委员会 集团 街道 管委会 中心".split()),
    ),
)
leads = st.sampled_from(
    [
        "",
        "市",
        "区",
        "县",
        "省",
        "州",
        "本市",
        "上海市",
        "上海",
        "杨浦区",
        "上海市杨浦区",
        "江苏省苏州市太仓市",
        "南京市玄武区",
        "朝阳区",
        "国家",
        "中共",
        "团",
        "浦东",
    ]
)
asides = st.sampled_from(["", "", "", "（人才办）", "(市数据局)"])
names = st.builds(lambda lead, stem, aside: lead + stem + aside, leads, stems | made_up, asides)
wheres = st.sampled_from((*EVERYWHERE, UNKNOWN, Jurisdiction.of_document(7)))


@given(names, wheres)
@settings(max_examples=600, deadline=None)
def test_that_the_full_name_of_a_unit_is_that_units(name, where):
    found = IDENTIFIER.identify(name, where)
    again = IDENTIFIER.identify(found.full_name, where)
    assert again.key == found.key


@given(names, wheres)
@settings(max_examples=300, deadline=None)
def test_that_the_shown_name_of_a_unit_is_that_units(name, where):
    found = IDENTIFIER.identify(name, where)
    assert IDENTIFIER.identify(found.name, where).key == found.key


@given(names, names, wheres, wheres)
@settings(max_examples=300, deadline=None)
def test_that_units_of_two_places_never_share_a_key(one, other, where, elsewhere):
    first, second = IDENTIFIER.identify(one, where), IDENTIFIER.identify(other, elsewhere)
    assert first.jurisdiction == second.jurisdiction or first.key != second.key


@given(st.text(max_size=40), wheres)
@settings(max_examples=300, deadline=None)
def test_that_any_text_has_an_identity(name, where):
    assert IDENTIFIER.identify(name, where).key


def test_that_the_list_makes_short_and_former_names_one_unit():
    identifier = Identifier(ROSTER)
    unit = identifier.identify("区科委", YANGPU)
    assert unit.key == identifier.identify("上海市杨浦区科技和经济委员会", YANGPU).key
    assert (unit.name, unit.full_name) == ("区科技经济委", "上海市杨浦区科技和经济委员会")
    assert (
        identifier.identify("区城运应急办", YANGPU).key == identifier.identify("杨浦区城市运行和应急办公室", YANGPU).key
    )


def test_that_a_former_name_that_two_units_claim_is_neither():
    identifier = Identifier(ROSTER)
    keys = {identifier.identify(name, YANGPU).key for name in ("区经委", "区科技经济委", "区商务委")}
    assert len(keys) == 3


def test_that_the_list_of_one_district_says_nothing_of_another():
    identifier = Identifier(ROSTER)
    assert identifier.identify("区科委", XUHUI).key != identifier.identify("区科技经济委", XUHUI).key


def test_that_a_list_without_places_merges_nothing():
    identifier = Identifier([RosterEntry("区科技经济委", "", ("区科委",), 1)])
    assert identifier.identify("区科委", XUHUI).key != identifier.identify("区科技经济委", XUHUI).key


def test_that_the_users_word_joins_and_parts_in_its_place_alone():
    joined = Identifier(decided=[Same("市经信局", "市经信委", HANGZHOU.key)])
    assert joined.identify("市经信委", HANGZHOU) == joined.identify("市经信局", HANGZHOU)
    assert joined.identify("市经信委", SHANGHAI).key != joined.identify("市经信局", SHANGHAI).key
    parted = Identifier(decided=[Same("市卫健委", "市卫计委", HANGZHOU.key, same=False)])
    assert parted.identify("市卫计委", HANGZHOU).key != parted.identify("市卫健委", HANGZHOU).key
    assert parted.identify("市卫计委", SHANGHAI).key == parted.identify("市卫健委", SHANGHAI).key


def test_that_the_users_word_for_anywhere_holds_in_each_place_apart():
    identifier = Identifier(decided=[Same("市经信局", "市经信委", "")])
    for place in (HANGZHOU, SHANGHAI):
        assert identifier.identify("市经信委", place).key == identifier.identify("市经信局", place).key
    assert identifier.identify("市经信委", HANGZHOU).key != identifier.identify("市经信委", SHANGHAI).key


def test_that_the_users_word_goes_before_the_list():
    identifier = Identifier(ROSTER, [Same("区科技经济委", "区科委", YANGPU.key, same=False)])
    assert identifier.identify("区科委", YANGPU).key != identifier.identify("区科技经济委", YANGPU).key


def test_that_joining_in_a_ring_ends():
    ring = [
        Same("区甲局", "区乙局", YANGPU.key),
        Same("区乙局", "区丙局", YANGPU.key),
        Same("区丙局", "区甲局", YANGPU.key),
    ]
    identifier = Identifier(decided=ring)
    assert len({identifier.identify(name, YANGPU).key for name in ("区甲局", "区乙局", "区丙局")}) == 1


def test_that_a_city_organ_has_its_counterpart_in_the_list():
    identifier = Identifier(ROSTER)
    assert identifier.counterpart("上海市科学技术委员会", YANGPU) == "区科技经济委"
    assert identifier.counterpart("市经信委", YANGPU) == "区科技经济委、区商务委"
    assert identifier.counterpart("市教委", YANGPU) is None
    assert identifier.counterpart("市科委", HANGZHOU) is None


def test_that_a_known_name_costs_next_to_nothing():
    identifier = Identifier(ROSTER)
    asked = [(f"区第{number}局", YANGPU) for number in range(500)]
    for name, where in asked:
        identifier.identify(name, where, "2024-01-01")
    started = time.perf_counter()
    for name, where in asked:
        identifier.identify(name, where, "2024-01-01")
    assert (time.perf_counter() - started) / len(asked) < 20e-6


def test_that_the_date_tells_the_organ_whatever_the_spelling_of_its_name():
    for name in ("市金融监管局", "市金融监督管理局"):
        before = IDENTIFIER.identify(name, HANGZHOU, "2017-01")
        assert before.key == IDENTIFIER.identify("市地方金融管理局", HANGZHOU).key, name
