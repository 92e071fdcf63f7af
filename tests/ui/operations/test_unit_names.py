from __future__ import annotations

from reader.library.ledger import LedgerUnit
from reader.ui.operations.unit_names import UnitNames, suggestions
from reader.units.roster import RosterEntry

ROSTER = (RosterEntry("临江区科技和经济委员会", "区科技经济委", ("区经委",), 1), RosterEntry("临江海关", rank=2))


def unit(name: str, kind: str = "organ") -> LedgerUnit:
    return LedgerUnit(f"临江区|{name}", name, f"临江{name}", "临江区", {}, 3, kind)


def test_that_the_offices_list_comes_first_and_no_unit_twice():
    found = list(suggestions(UnitNames(ROSTER, (unit("区经委"), unit("区财政局"), unit("各区政府", "local")))))
    assert [one.name for one in found] == ["区科技经济委", "临江海关", "区财政局"]


def test_that_a_unit_is_found_by_its_other_names_and_says_where_it_is_from():
    listed, _, read = suggestions(UnitNames(ROSTER, (unit("区财政局"),)))
    assert "区经委" in listed.also
    assert listed.remark == "临江区科技和经济委员会"
    assert read.remark == "临江区 · 3 份文件"
