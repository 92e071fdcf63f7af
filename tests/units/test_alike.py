import pytest

from reader.units.identity import Identifier, Proposal, Same
from reader.units.jurisdiction import UNKNOWN, Jurisdiction
from tests.units.places import HANGZHOU, NATION, SHANGHAI, XUHUI, YANGPU


def pairs(*names, where=HANGZHOU, decided=()):
    found = Identifier(decided=decided).proposals([(name, where) for name in names])
    return {frozenset((proposal.one, proposal.other)) for proposal in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市经济信息化委", "市经济信息化局"),
        ("市卫生健康委", "市卫生健康局"),
        ("市市场监管局", "市工商局"),
        ("市数据局", "市大数据管理局"),
        ("市委金融办", "市地方金融管理局"),
        ("市人才局", "市人才工作局"),
        ("市委组织部", "市委组织部（人才办）"),
        ("市委人才办", "市委组织部（人才办）"),
        ("市文化旅游局", "市文化广电旅游局"),
    ],
)
def test_that_a_doubtful_pair_is_proposed_once(one, other):
    assert pairs(one, other, "市财政局") == {frozenset((one, other))}


@pytest.mark.parametrize(
    "names",
    [
        ("市政府", "市政府办公厅", "市委", "市委办公厅"),
        ("市财政局", "市教育局", "市公安局", "市民政局", "市发展改革委"),
        ("市发改委", "市发展改革委", "杭州市发展和改革委员会"),
        ("五角场街道", "五角场镇", "大桥街道"),
        ("各区政府", "各区人民政府", "有关部门"),
        ("科创集团", "科创投资集团"),
    ],
)
def test_that_what_is_one_or_plainly_two_is_not_proposed(names):
    assert pairs(*names) == set()


def test_that_units_of_two_places_are_never_paired():
    named = [("区经信委", YANGPU), ("区经信局", XUHUI), ("市经信局", HANGZHOU), ("市经信委", SHANGHAI)]
    assert Identifier().proposals(named) == ()


def test_that_units_of_unknown_places_are_paired_only_within_a_document():
    assert pairs("市经信委", "市经信局", where=UNKNOWN) == set()
    assert len(pairs("市经信委", "市经信局", where=Jurisdiction.of_document(3))) == 1


def test_that_a_proposal_names_place_and_reason():
    found = Identifier().proposals([("工商总局", NATION), ("市场监管总局", NATION)])
    assert found == (
        Proposal("市场监管总局", "工商总局", NATION.key, "机构改革中职责调整（2018年3月前后），未必是同一单位"),
    )


@pytest.mark.parametrize("same", [True, False])
def test_that_what_the_user_decided_is_not_proposed_again(same):
    decided = [Same("市经济信息化局", "市经济信息化委", HANGZHOU.key, same)]
    assert pairs("市经信局", "市经信委", decided=decided) == set()


def test_that_a_proposal_accepted_makes_one_unit():
    named = [("市经信局", HANGZHOU), ("市经信委", HANGZHOU)]
    (proposal,) = Identifier().proposals(named)
    identifier = Identifier(decided=[Same(proposal.one, proposal.other, proposal.jurisdiction)])
    assert len({identifier.identify(name, where).key for name, where in named}) == 1
    assert identifier.proposals(named) == ()
