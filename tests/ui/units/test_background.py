from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.ui.units.gap_rows import GapFilter, GapGroup
from reader.ui.units.list_head import BY_CLAUSE, BY_UNIT, OPEN
from reader.units.gaps import Gap, GapKind
from reader.units.roster import RosterEntry
from tests.ui.builders import document

TRADE, SERVICE = "促进贸易", "优化服务"


def known(qtbot, desk):
    qtbot.waitUntil(lambda: desk.panel.background.facts.known)
    return desk.panel.lists


def test_that_what_is_left_open_is_listed_by_kind_and_leads_into_the_text(qtbot, desk):
    lists = known(qtbot, desk)
    lists.show_list(OPEN)
    [nobody] = [row for row in lists.model.rows() if row.kind == "nobody"]
    assert (nobody.name, [row.heading for row in nobody.gaps]) == ("未写明责任单位", [SERVICE])
    assert lists.head.buttons[OPEN].text() == f"待明确 {sum(len(row.gaps) for row in lists.model.rows())}"
    top = lists.model.index(lists.model.rows().index(nobody), 0)
    assert lists.view.isExpanded(top)
    place = lists.view.visualRect(lists.model.index(0, 0, top)).center()
    with qtbot.waitSignal(desk.panel.span_requested) as asked:
        qtbot.mouseClick(lists.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.document.outline.at(asked.args[0].start).number == desk.section(SERVICE)
    with qtbot.waitSignal(desk.panel.span_hovered) as marked:
        lists.view.pointed_at(lists.view.indexAt(place), place)
    assert marked.args == asked.args


def test_that_a_gap_is_closed_from_its_row(qtbot, desk):
    lists = known(qtbot, desk)
    lists.show_list(OPEN)
    lists.view.setCurrentIndex(lists.model.index(0, 0, lists.model.index(0, 0)))
    assert lists.model.rows()[0].kind == "nobody"
    qtbot.keyClick(lists.view, Qt.Key.Key_Insert)
    assert desk.panel.editor.subject().clause == "二（三）优化服务"
    desk.panel.correcting.add_units("区投资促进办", "责任单位", desk.section(SERVICE))
    qtbot.waitUntil(lambda: not any(row.kind == "nobody" for row in lists.model.rows()))
    assert lists.head.current() == OPEN


OF_ONE = "关于办事的意见\n\n一、任务\n（一）收费。{0}办好收费。（责任单位：区财政局）\n（二）缴费。{0}办好缴费。（责任单位：区税务局）\n"


def test_that_a_document_that_gives_no_times_says_why_none_is_listed(qtbot, desk):
    none, undated = "没有发现待明确的事项", "各条普遍未写完成时限，未逐条列出。"
    for name, when, said in (("无时限.txt", "", f"{none}\n{undated}"), ("有时限.txt", "每年12月底前", none)):
        desk.open(OF_ONE.format(when), name)
        lists = known(qtbot, desk)
        lists.show_list(OPEN)
        assert (lists.model.rows(), lists.none_found.text()) == ((), said)


def test_that_gaps_are_filtered_and_counted():
    opened = document()
    gaps = tuple(
        Gap(number, opened.outline.sections[number].path, kind, opened.outline.sections[number].heading_span, "")
        for number, kind in ((5, GapKind.NOBODY), (6, GapKind.NOBODY), (6, GapKind.NO_DATE))
    )
    found = GapFilter(gaps, opened.outline.sections)
    assert [(type(group), group.kind, len(group.gaps)) for group in found.groups("")] == [
        (GapGroup, "nobody", 2), (GapGroup, "no_date", 1)
    ]  # fmt: skip
    assert found.count("建设目标") == 2
    assert [group.kind for group in found.groups("时限")] == ["no_date"]


def test_that_names_are_copied_in_the_order_of_the_office(qtbot, desk):
    lists = known(qtbot, desk)
    lists.copy.click()
    before = QGuiApplication.clipboard().text().split("、")
    entries = tuple(RosterEntry(name, name, (), rank) for rank, name in enumerate(reversed(before)))
    desk.jobs.library_call(lambda library: library.units.set_roster(entries), desk.workspace.announce)
    desk.written()
    desk.written()
    lists.copy.click()
    assert QGuiApplication.clipboard().text().split("、") == before[::-1]


def test_that_an_own_unit_is_known_under_its_other_names(qtbot, desk):
    known(qtbot, desk)
    assert desk.mention("区科技经济委").own is False
    desk.workspace.set_settings(desk.workspace.settings.with_(own_units=("上海市杨浦区商务委员会",)))
    qtbot.waitUntil(lambda: desk.mention("区商务委").own)
    desk.enter(TRADE)
    assert desk.panel.card.chips()[0].shown_text() == "区商务委 · 本单位"
    desk.workspace.set_settings(desk.workspace.settings.with_(own_units=()))
    qtbot.waitUntil(lambda: not desk.mention("区商务委").own)


def test_that_names_of_one_unit_are_one_row_once_it_is_known(qtbot, desk):
    text = desk.document.source.replace("区财政局", "区商务委员会")
    desk.open(text, "别的.txt")
    lists = known(qtbot, desk)
    qtbot.waitUntil(lambda: lists.head.buttons[BY_UNIT].text() == "按单位 3")
    lists.show_list(BY_UNIT)
    [both] = [row for row in lists.model.rows() if len({m.name for m in row.mentions}) > 1]
    assert {m.name for m in both.mentions} == {"区商务委", "区商务委员会"}


def test_that_what_is_late_for_another_document_is_dropped(qtbot, desk):
    desk.open("关于别的事\n\n一、别的\n（一）事项。办好。（责任单位：区财政局）\n", "别的.txt")
    assert not desk.panel.background.facts.known
    assert desk.panel.lists.head.buttons[OPEN].text() == "待明确"
    facts = known(qtbot, desk) and desk.panel.background.facts
    assert set(facts.identities) == {"区财政局"}
    desk.panel.lists.show_list(BY_CLAUSE)
    assert len(desk.panel.lists.model.rows()) == 1
