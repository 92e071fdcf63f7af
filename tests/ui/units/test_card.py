from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.text.spans import Span
from reader.ui.units.background import Facts
from reader.ui.units.card_text import CardWriter, Found
from reader.ui.units.decisions import Decisions
from reader.ui.units.listing import Listing
from reader.units.assignment import Duty as Does
from reader.units.assignment import UnitKind
from reader.units.identity import Identity
from reader.units.jurisdiction import Jurisdiction
from reader.units.roster import RosterEntry
from reader.units.scope_notes import ScopeNote
from tests.ui.builders import Clause, document, duty

RESEARCH, TRADE, SERVICE = "支持高校开展研究", "促进贸易", "优化服务"
YANGPU = Jurisdiction("上海市", "", "杨浦区")


def links(panel):
    return {link.shown_text(): link for link in panel.card.links()}


def says(panel):
    return [label.text() for label in panel.card.findChildren(QLabel) if label.isVisible() and label.text()]


def write(opened, number=1, facts=None):
    """Return the card of one clause of a document made by hand."""
    facts = facts or Facts()
    writer = CardWriter(opened, Listing(opened, (), facts), facts, Decisions(opened))
    return writer.clause(opened.outline.sections[number])


def test_that_deadlines_and_quantities_of_the_clause_lead_to_their_places(qtbot, desk):
    desk.enter(RESEARCH)
    date = links(desk.panel)["到2025年底"]
    with qtbot.waitSignal(desk.panel.span_requested) as asked:
        qtbot.mouseClick(date, Qt.MouseButton.LeftButton)
    assert asked.args[0] == desk.span("到2025年底")
    quantity = links(desk.panel)["不少于12个"]
    with qtbot.waitSignal(desk.panel.span_hovered) as marked:
        quantity.hovered.emit(desk.span("不少于12个"))
    assert marked.args[0] == desk.span("不少于12个")


def test_that_a_clause_with_units_and_no_date_says_so_and_a_heading_does_not(desk):
    desk.enter(TRADE)
    assert {"时限", "未写明"} <= set(says(desk.panel))
    desk.workspace.enter_section(desk.document.outline.sections[desk.section(TRADE)].parent)
    assert "时限" not in says(desk.panel)


def test_that_more_dates_than_the_card_holds_are_counted():
    text = "".join(f"{year}年底前完成一批，" for year in range(2025, 2045))
    card = write(document((Clause(0, "一、", "条", text, duty("甲局")),)))
    assert (len(card.deadlines.shown), card.deadlines.more) == (12, 8)


def test_that_a_clause_as_long_as_a_book_is_not_said_to_have_no_date():
    card = write(document((Clause(0, "一、", "条", "推进工作。" * 5000, duty("甲局")),)))
    assert card.deadlines is None


def ranked(note):
    opened = document((Clause(0, "一、", "条", "列第一位的为牵头单位，下同。", duty("甲局", "乙局")),))
    [one] = opened.assignments
    units = (one.units[0]._replace(duty=Does.LEAD), *one.units[1:])
    return replace(opened, assignments=(one._replace(units=units, note=note),))


def test_that_a_rank_tells_where_it_comes_from_and_no_lead_is_offered():
    plain = document((Clause(0, "一、", "条", "列第一位的为牵头单位，下同。", duty("甲局", "乙局")),))
    start = plain.reading.simplified.index("列第一位")
    note = Span(start, start + 13)
    card = write(ranked(note))
    assert [chip.shown for chip in card.lines[0].groups[0]] == ["甲局 · 牵头", "乙局"]
    assert card.notes == (("依“列第一位的为牵头单位，下同”", note),)
    assert card.lines[0].by_custom == ()
    assert [m.name for m in write(plain).lines[0].by_custom] == ["甲局"]


def test_that_a_note_is_said_once_where_it_stands_and_one_for_all_goes_on():
    opened = document((
        Clause(0, "一、", "条", "正文", duty("甲局")), Clause(0, "二、", "条", "正文", duty("乙局")),
        Clause(0, "附件1", "名单"),
    ))  # fmt: skip
    notes = (
        ScopeNote("star_leads", "*为牵头单位", Span(0, 3), 1, ()),
        ScopeNote("everywhere", "以下均需各区政府落实，不再列出", Span(4, 9), 1, ("各区政府",)),
    )
    said = [[text for text, _span in write(opened, number, Facts(True, notes=notes)).notes] for number in (1, 2, 3)]
    assert said[0] == ["说明：*为牵头单位", "说明：以下均需各区政府落实，不再列出"]
    assert said[1] == ["另依“以下均需各区政府落实，不再列出”"]
    assert said[2] == []


def identity(name, place):
    return Identity(f"{place.key}|{name}", name, name, place, True)


@pytest.mark.parametrize(
    ("name", "place", "shown"),
    [
        ("市商务委", Jurisdiction("上海市"), "市商务委 · 上海市"),
        ("区商务委", YANGPU, "区商务委"),
        ("上海海关", Jurisdiction("上海市"), "上海海关"),
        ("商务部", Jurisdiction("全国"), "商务部 · 全国"),
    ],
)
def test_that_a_place_is_told_where_it_is_not_that_of_the_document_nor_in_the_name(name, place, shown):
    facts = Facts(True, identities={name: identity(name, place)}, where=YANGPU)
    card = write(document((Clause(0, "一、", "条", "正文", duty(name)),)), 1, facts)
    assert card.lines[0].groups[0][0].shown == shown


def test_that_governments_named_together_are_shown_as_such():
    opened = document((Clause(0, "一、", "条", "正文", duty("甲局", "各区政府")),))
    [one] = opened.assignments
    units = (one.units[0], one.units[1]._replace(kind=UnitKind.LOCAL))
    card = write(replace(opened, assignments=(one._replace(units=units),)))
    assert [chip.shown for chip in card.lines[0].groups[0]] == ["甲局", "各区政府 · 属地落实"]


def test_that_brackets_of_one_clause_tell_what_they_answer_for():
    opened = document((Clause(0, "一、", "条", "先做这件事。", duty("甲局", "乙局") + duty("丙局")),))
    first, second = opened.assignments
    covers = Span(opened.reading.simplified.index("先做"), opened.reading.simplified.index("先做") + 6)
    card = write(replace(opened, assignments=(first._replace(covers=covers), second)))
    assert [line.covers for line in card.lines] == [("先做这件事。", covers), None]
    assert Found() == card.targets


def test_that_a_unit_of_the_list_that_answers_to_one_above_is_offered_and_added_on_a_click(qtbot, desk):
    text = desk.document.source.replace("区财政局", "市财政局")
    entries = (RosterEntry("上海市杨浦区财政局", "区财政局", (), 1, ("市财政局",)),)
    desk.jobs.library_call(lambda library: library.units.set_roster(entries), desk.workspace.announce)
    desk.written()
    desk.open(text, "别的.txt")
    desk.enter(TRADE)
    qtbot.waitUntil(lambda: "区财政局（据名录，待核）" in links(desk.panel))
    qtbot.mouseClick(links(desk.panel)["区财政局（据名录，待核）"], Qt.MouseButton.LeftButton)
    desk.written()
    assert (TRADE, "配合单位", ["市财政局"]) in desk.said()
    assert "区财政局" in [name for _heading, _role, names in desk.said() for name in names]
    assert "区财政局（据名录，待核）" not in links(desk.panel)


def test_that_the_same_words_are_not_built_twice(desk):
    desk.enter(RESEARCH)
    chips = desk.panel.card.chips()
    desk.workspace.show(desk.document, ())
    desk.enter(RESEARCH)
    assert desk.panel.card.chips()[0] is chips[0]
