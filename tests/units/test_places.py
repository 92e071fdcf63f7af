import pytest

from reader.units.places import UNKNOWN, Gazetteer, Jurisdiction, bare_name, gazetteer
from tests.units.places import BEIJING, SHANGHAI, TAICANG, YANBIAN, YANGPU

CHAOYANG = Jurisdiction("北京市", "", "朝阳区")


@pytest.mark.parametrize(
    ("name", "near", "place", "rest"),
    [
        ("上海市杨浦区科技和经济委员会", UNKNOWN, YANGPU, "科技和经济委员会"),
        ("江苏省苏州市太仓市人民政府", UNKNOWN, TAICANG, "人民政府"),
        ("太仓市人民政府", UNKNOWN, TAICANG, "人民政府"),
        ("江苏省太仓市财政局", UNKNOWN, TAICANG, "财政局"),
        ("延边州教育局", UNKNOWN, YANBIAN, "教育局"),
        ("朝阳区教委", BEIJING, CHAOYANG, "教委"),
        ("朝阳区教委", SHANGHAI, Jurisdiction("", "", "朝阳区"), "教委"),
        ("北京市朝阳区教委", SHANGHAI, CHAOYANG, "教委"),
        ("崇明县政府", UNKNOWN, Jurisdiction("上海市", "", "崇明区"), "政府"),
        ("上海市市场监管局", UNKNOWN, SHANGHAI, "市场监管局"),
        ("吉林市财政局", UNKNOWN, Jurisdiction("吉林省", "吉林市"), "财政局"),
    ],
)
def test_that_a_name_begins_with_its_smallest_place(name, near, place, rest):
    found = gazetteer().leading(name, near)
    assert (found.jurisdiction, name[found.end :]) == (place, rest)


@pytest.mark.parametrize("name", ["静安市场监管局", "市场监管局", "区域合作办", "科技经济委", "城区管理局", ""])
def test_that_a_word_is_no_place(name):
    assert gazetteer().leading(name) is None


@pytest.mark.parametrize(
    ("name", "near", "place"),
    [
        ("上海海关", UNKNOWN, SHANGHAI),
        ("杨浦海关", UNKNOWN, YANGPU),
        ("朝阳税务局", BEIJING, CHAOYANG),
        ("吉林证监局", UNKNOWN, Jurisdiction("吉林省")),
        ("安阳支行", Jurisdiction("河南省", "安阳市", "安阳县"), Jurisdiction("河南省", "安阳市")),
    ],
)
def test_that_a_place_is_known_without_its_last_character(name, near, place):
    assert gazetteer().leading_bare(name, near).jurisdiction == place


def test_that_a_bare_name_that_several_places_bear_is_none_from_afar():
    assert gazetteer().leading_bare("鼓楼税务局", SHANGHAI) is None
    assert gazetteer().bare(CHAOYANG) == "朝阳区"
    assert gazetteer().bare(YANGPU) == "杨浦"


@pytest.mark.parametrize(
    ("place", "name"), [(YANGPU, "上海市杨浦区"), (TAICANG, "太仓市"), (CHAOYANG, "北京市朝阳区"), (SHANGHAI, "上海市")]
)
def test_that_an_organs_full_name_begins_as_the_place_writes_it(place, name):
    assert gazetteer().official(place) == name


@pytest.mark.parametrize(
    ("name", "bare"),
    [("上海市", "上海"), ("浦东新区", "浦东"), ("广西壮族自治区", "广西"), ("和田地区", "和田"), ("唐县", "唐县")],
)
def test_that_the_last_word_of_a_place_may_be_left_out(name, bare):
    assert bare_name(name) == bare


def test_that_every_place_is_found_by_its_whole_name():
    places = gazetteer().places()
    assert len(places) > 3000
    lost = [p for p in places if (found := gazetteer().leading(p.label)) is None or found.jurisdiction != p]
    assert lost == []


def test_that_rows_name_a_prefecture_and_its_counties():
    small = Gazetteer("# head\n甲省 乙市 丙县 丁族自治县=丁县\n甲省 - 戊区\n")
    assert small.leading("丁县政府").jurisdiction == Jurisdiction("甲省", "乙市", "丁族自治县")
    assert small.leading("甲省戊区").jurisdiction == Jurisdiction("甲省", "", "戊区")
