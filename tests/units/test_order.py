import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.paths import resource_path
from reader.units.aliases import LOCAL, NATIONAL, shipped
from reader.units.order import order_key, order_of
from reader.units.roster import RosterEntry

DISTRICT = (
    "区委办公室、区委组织部、区委宣传部、区委网信办、区委党校、区人大常委会办公室、区政府办公室、区发展改革委、区科技经济委、区商务委、区教育局、区公安分局、"
    "区民政局、区司法局、区财政局、区人力资源社会保障局、区规划资源局、区生态环境局、区建设管理委、区文化旅游局、区卫生健康委、区应急局、区审计局、区国资委、"
    "区市场监管局、区体育局、区统计局、区医保局、区数据局、区人才局、区税务局、杨浦海关、区政协办公室、区法院、区检察院、区工商联、区总工会、团区委、区妇联、区科协、"
    "五角场街道、大桥街道、科创集团、各有关单位"
).split("、")
STATE = "国务院办公厅、发展改革委、商务部、教育部、科技部、工业和信息化部、公安部、民政部、司法部、财政部、交通运输部、人民银行、海关总署、市场监管总局、知识产权局".split(
    "、"
)


@pytest.mark.parametrize("names", [DISTRICT, STATE], ids=["district", "state"])
def test_that_organs_stand_as_official_lists_set_them(names):
    for seed in range(5):
        mixed = random.Random(seed).sample(names, len(names))
        streets = [n for n in mixed if n.endswith("街道")]
        expected = [n for n in names if not n.endswith("街道")]
        found = sorted(mixed, key=order_key)
        assert [n for n in found if n not in streets] == expected
        assert [n for n in found if n in streets] == streets


def test_that_the_state_stands_before_the_city_and_the_city_before_the_district():
    names = ["区财政局", "市财政局", "省财政厅", "财政部", "市发展改革委"]
    assert sorted(names, key=order_key) == ["财政部", "省财政厅", "市发展改革委", "市财政局", "区财政局"]


def test_that_all_names_of_an_organ_have_one_place():
    assert order_key("市发改委") == order_key("上海市发展和改革委员会") == order_key("市发展改革委")


def test_that_equal_places_keep_their_first_appearance():
    assert sorted(["大桥街道", "长白新村街道", "五角场街道"], key=order_key) == [
        "大桥街道",
        "长白新村街道",
        "五角场街道",
    ]
    assert sorted(["区丁局", "区甲局"], key=order_key) == ["区丁局", "区甲局"]


def test_that_the_list_goes_before_the_usual_order():
    roster = (
        RosterEntry("上海市杨浦区财政局", "区财政局", (), 1),
        RosterEntry("上海市杨浦区科技和经济委员会", "区科技经济委", ("区科委",), 2),
        RosterEntry("上海市杨浦区发展和改革委员会", "区发展改革委", (), 3),
    )
    names = ["区委办公室", "区发改委", "杨浦区科技经济委", "区财政局", "市财政局", "区科委", "科技经济委"]
    assert sorted(names, key=order_of(roster)) == [
        "区财政局",
        "杨浦区科技经济委",
        "区科委",
        "科技经济委",
        "区发改委",
        "市财政局",
        "区委办公室",
    ]
    assert order_key("区财政局", list(roster)) == (0, 1)


names = st.sampled_from([*DISTRICT, *STATE, "市科委", "各区政府", "上海海关", "省科技厅", "某某中心"]) | st.text(
    max_size=12
)


@given(st.lists(names, max_size=12), st.randoms())
@settings(max_examples=200, deadline=None)
def test_that_the_order_is_total_and_does_not_hang_on_where_a_name_stood(listed, chance):
    keys = [order_key(name) for name in sorted(listed, key=order_key)]
    mixed = chance.sample(listed, len(listed))
    assert keys == sorted(keys)
    assert [order_key(name) for name in sorted(mixed, key=order_key)] == keys


def test_that_every_row_of_the_order_names_an_organ_of_the_lexicon():
    organs = [
        *shipped().organs(LOCAL),
        *shipped().organs(NATIONAL),
        *shipped().organs("省"),
        *shipped().organs("市"),
        *shipped().organs("上海市"),
        *shipped().organs("县"),
        *shipped().organs("海南省"),
    ]
    known = {organ.id for organ in organs} | {organ.core for organ in organs}
    rows = resource_path("lexicons", "order.txt").read_text(encoding="utf-8").splitlines()
    named = {name for row in rows if row and not row.startswith("#") for name in row.split()[1:]}
    assert named - known == set()
