import re

import pytest

from reader.paths import resource_path
from reader.units.aliases import LOCAL, NATIONAL, Aliases, core_of, fold, read_rows, shipped
from reader.units.places import gazetteer

SCOPES = {"国", "地", "省", "市", "县"}
KINDS = {"更名", "并入", "相近", "异义"}


def rows(name):
    text = resource_path("lexicons", name).read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("发展和改革委员会", "发展改革委"),
        ("市场监督管理局", "市场监管局"),
        ("政府办公室", "人民政府办"),
        ("临港新片区管理委员会", "临港新片区管委会"),
        ("平凉路街道办事处", "人民政府平凉路街道办事处"),
        ("梅溪镇人民政府", "梅溪镇"),
        ("级机关工作委员会", "级机关工委"),
        ("科技与经济委员会", "科技经济委"),
    ],
)
def test_that_two_spellings_of_a_name_fold_to_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("name", ["和谐办", "构建和谐关系办", "公众参与办", "办公室", "镇政府", "政府"])
def test_that_a_word_that_holds_such_a_character_stays_whole(name):
    assert fold(name) == name


@pytest.mark.parametrize(
    ("key", "core"),
    [("发展改革委", "发展改革"), ("财政局", "财政"), ("政府办", "政府办"), ("委办", "委办"), ("委", "委")],
)
def test_that_the_core_of_an_organ_is_its_work(key, core):
    assert core_of(key) == core


def test_that_a_row_with_a_star_names_an_organ_for_each_suffix():
    aliases = Aliases("地 发展和改革* 发展改革* 发改* @ 委 局")
    council, office = (aliases.local("", name, (LOCAL,)) for name in ("发改委", "发改局"))
    assert (council.full, council.short) == ("发展和改革委员会", "发展改革委")
    assert (office.full, office.short) == ("发展和改革局", "发展改革局")
    assert council.id != office.id
    assert council.core == office.core


def test_that_a_place_has_its_own_row_before_that_of_all_places():
    aliases = Aliases(
        "地 住房和城乡建设委员会 住房城乡建设委 住建委\n上海市 住房和城乡建设管理委员会 住房城乡建设管理委 住建委"
    )
    assert aliases.local("", "住建委", ("上海市", LOCAL)).short == "住房城乡建设管理委"
    assert aliases.local("", "住建委", ("北京市", LOCAL)).short == "住房城乡建设委"


def test_that_only_a_change_of_name_is_followed():
    aliases = Aliases("地 甲局\n地 乙局\n地 丙局", "地 甲局 乙局 2018-03 更名\n地 丙局 乙局 2018-03 并入")
    newest = aliases.latest(aliases.local("", "甲局", (LOCAL,)), (LOCAL,))
    assert newest.short == "乙局"
    assert aliases.latest(aliases.local("", "丙局", (LOCAL,)), (LOCAL,)).short == "丙局"
    assert [change.old for change in aliases.doubtful[LOCAL]] == ["丙局"]


def test_that_a_ring_of_changes_ends():
    aliases = Aliases("地 甲局\n地 乙局", "地 甲局 乙局 2018-03 更名\n地 乙局 甲局 2019-03 更名")
    assert aliases.latest(aliases.local("", "甲局", (LOCAL,)), (LOCAL,)).short in ("甲局", "乙局")


def test_that_no_name_of_one_scope_is_two_organs():
    claimed = {}
    doubled = []
    for scope, forms in read_rows("\n".join(rows("aliases.txt"))):
        short = fold(forms[1].replace("<>", "{}"))
        for form in forms:
            key = (scope, fold(form.replace("<>", "{}").removeprefix("{}")))
            if claimed.setdefault(key, short) != short:
                doubled.append((scope, form))
    assert doubled == []


def test_that_every_row_of_a_place_names_a_place_of_the_gazetteer():
    scopes = {row.split()[0].removeprefix("=") for name in ("aliases.txt", "renames.txt") for row in rows(name)}
    unknown = [
        scope for scope in scopes - SCOPES if (found := gazetteer().leading(scope)) is None or found.end != len(scope)
    ]
    assert unknown == []


def test_that_every_change_speaks_of_known_organs_in_a_known_way():
    odd = []
    for scope, row in read_rows("\n".join(rows("renames.txt"))):
        *names, month, kind = row
        scopes = (NATIONAL,) if scope == NATIONAL else (scope, LOCAL)
        known = [shipped().named(name, scopes) for name in (names[1:] if kind == "异义" else names)]
        if (
            None in known
            or len(known) != 2
            or kind not in KINDS
            or not re.fullmatch(r"20[012]\d-(?:0[1-9]|1[0-2])", month)
        ):
            odd.append((scope, row))
    assert odd == []
