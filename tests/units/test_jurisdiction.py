import pytest

from reader.structure.front_matter import FrontMatter
from reader.units.jurisdiction import NATION, UNKNOWN, Jurisdiction, jurisdiction_of
from tests.units.places import BEIJING, GUANGDONG, HANGZHOU, JIANGXI, SHANGHAI, TAICANG, YANBIAN, YANGPU


@pytest.mark.parametrize(
    ("issuers", "place"),
    [
        (("上海市杨浦区人民政府",), YANGPU),
        (("中共上海市杨浦区委办公室", "上海市杨浦区人民政府办公室"), YANGPU),
        (("太仓市人民政府办公室",), TAICANG),
        (("杭州市经济和信息化局", "杭州市财政局"), HANGZHOU),
        (("广东省发展和改革委员会",), GUANGDONG),
        (("深圳市财政局", "广东省财政厅"), GUANGDONG),
        (("国家税务总局上海市税务局",), SHANGHAI),
        (("中国人民银行上海总部", "上海市地方金融监督管理局"), SHANGHAI),
        (("中国（上海）自由贸易试验区管理委员会",), SHANGHAI),
        (("延边朝鲜族自治州人民政府",), YANBIAN),
        (("上海海关",), SHANGHAI),
        (("武汉东湖新技术开发区管理委员会",), Jurisdiction("湖北省", "武汉市", "东湖新技术开发区")),
        (("上海市浦东新区人民政府",), Jurisdiction("上海市", "", "浦东新区")),
        (("国务院办公厅",), NATION),
        (("中共中央办公厅", "国务院办公厅"), NATION),
        (("民政部办公厅", "教育部办公厅"), NATION),
        (("国家广播电视总局",), NATION),
        (("工业和信息化部", "上海市人民政府"), UNKNOWN),
        (("区委组织部",), UNKNOWN),
        (("市政府办公室",), UNKNOWN),
    ],
)
def test_that_the_issuer_tells_the_place(issuers, place):
    assert jurisdiction_of(FrontMatter(issuers=issuers)) == place


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("杭州市支持智能制造的若干措施（征求意见稿）", HANGZHOU),
        ("《北京市优化营商环境条例》", BEIJING),
        ("上海自贸试验区虹口联动创新区建设方案", SHANGHAI),
        ("天津滨海高新区关于加快产业发展的若干措施", Jurisdiction("天津市", "", "滨海高新区")),
        ("杨浦区促进科技创新若干政策", YANGPU),
        ("国务院关于加强数字政府建设的指导意见", NATION),
        ("中共中央 国务院关于推进乡村全面振兴的意见", NATION),
        ("关于支持浦东新区高水平改革开放的意见", UNKNOWN),
        ("关于促进人工智能发展的若干举措", UNKNOWN),
        ("朝阳区促进数字经济发展办法", UNKNOWN),
        ("安康工程实施方案", UNKNOWN),
        ("协同发展行动", UNKNOWN),
    ],
)
def test_that_without_an_issuer_the_title_tells_the_place_that_it_begins_with(title, place):
    assert jurisdiction_of(FrontMatter(title=title)) == place


def test_that_an_issuer_without_a_place_leaves_it_to_the_title():
    front = FrontMatter(
        issuers=("市政府办公室",),
        title="太仓市数字经济行动计划",
        notice_title="关于印发《太仓市数字经济行动计划》的通知",
    )
    assert jurisdiction_of(front) == TAICANG


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("国办发〔2024〕3号", NATION),
        ("沪府办规〔2023〕5号", SHANGHAI),
        ("赣府厅发〔2025〕6号", JIANGXI),
        ("粤发改高技〔2026〕78号", GUANGDONG),
        ("宁政发〔2020〕1号", UNKNOWN),
        ("杨府发〔2024〕11号", UNKNOWN),
    ],
)
def test_that_a_number_tells_the_place_only_where_no_other_place_writes_so(number, place):
    assert jurisdiction_of(FrontMatter(doc_number=number)) == place


def test_that_what_goes_to_all_provinces_comes_from_the_state():
    assert jurisdiction_of(FrontMatter(addressees="各省、自治区、直辖市人民政府，国务院各部委")) == NATION
    assert jurisdiction_of(FrontMatter(addressees="各区人民政府，市政府各委、办、局")) == UNKNOWN


@pytest.mark.parametrize(
    ("units", "place"),
    [
        (("市经信局", "杭州市科技局", "市财政局"), HANGZHOU),
        (("区教育局", "上海市税务局"), UNKNOWN),
        (("市财政局", "市教育局"), UNKNOWN),
        (("财政部", "省教育厅"), UNKNOWN),
    ],
)
def test_that_units_in_full_tell_the_place_of_a_document_without_a_head(units, place):
    assert jurisdiction_of(FrontMatter(), units) == place


def test_that_an_empty_document_has_no_place():
    assert jurisdiction_of(FrontMatter()) == UNKNOWN


@pytest.mark.parametrize("place", [UNKNOWN, NATION, YANGPU, HANGZHOU, TAICANG, Jurisdiction.of_document(12)])
def test_that_a_key_is_read_back(place):
    assert Jurisdiction.from_key(place.key) == place


def test_that_a_place_is_written_as_people_do():
    assert (YANGPU.label, YANGPU.name) == ("上海市杨浦区", "杨浦区")
    assert UNKNOWN.label == ""
    assert not UNKNOWN.known
    assert not Jurisdiction.of_document(3).known
    assert Jurisdiction.of_document(3).label == ""
