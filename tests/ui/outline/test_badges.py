from __future__ import annotations

from reader.text.findings import Finding
from reader.text.spans import Span
from reader.ui.outline.badges import badges, section_of
from tests.ui.builders import document, orphan, placement


def numbers(opened):
    return {section.heading: section.number for section in opened.outline.sections}


def test_that_units_are_counted_once_however_many_roles_they_have():
    opened = document()
    found = badges(opened, ())
    assert found[numbers(opened)["鼓励拓展保税研发业务"]].units == 2


def test_that_a_section_sums_up_the_clauses_below_it():
    opened = document()
    found = badges(opened, ())
    assert found[numbers(opened)["重点任务"]].items_below == 10
    assert found[numbers(opened)["重点任务"]].items == 0


def test_that_notes_count_for_their_section_and_all_above_it():
    opened = document()
    here = numbers(opened)["深化基础研究体制机制创新"]
    found = badges(opened, [placement(opened, "探索基础研究", number=1), placement(opened, "争取一批", number=2)])
    assert found[here].notes == 2
    assert found[numbers(opened)["重点任务"]].notes_below == 2
    assert found[numbers(opened)["总体要求"]].notes_below == 0


def test_that_each_colour_is_named_once():
    opened = document()
    marks = [
        placement(opened, "探索基础研究", number=1, colour="疑问"),
        placement(opened, "争取一批", number=2, colour="疑问"),
        placement(opened, "吸引国际", number=3, colour="重点"),
    ]
    assert badges(opened, marks)[numbers(opened)["重点任务"]].colours_below == ("疑问", "重点")


def test_that_an_orphan_counts_where_it_is_shown():
    opened = document()
    assert badges(opened, [orphan(opened, "已删的话", (), section=3)])[3].notes == 1


def test_that_a_finding_stands_at_the_section_of_its_place_or_path():
    opened = document()
    sections = opened.outline.sections
    by_path = Finding("numbering_gap", "三、/(三)", "(一)之后是(三)")
    by_place = Finding("damaged", "", "", Span(sections[9].span.start + 3, sections[9].span.start + 5))
    assert sections[section_of(by_path, opened.outline)].heading == "加强督促检查"
    assert section_of(by_place, opened.outline) == 9
    assert section_of(Finding("no_title", "", ""), opened.outline) is None


def test_that_what_differs_counts_for_its_section_and_all_above_it():
    opened = document()
    found_in = numbers(opened)
    first, second = found_in["深化基础研究体制机制创新"], found_in["促进国际创新资源对接"]
    found = badges(opened, (), {first: "changed", second: "moved", found_in["建设目标"]: "answered"})
    assert (found[first].difference, found[first].differences_below) == ("changed", 1)
    assert (found[found_in["重点任务"]].difference, found[found_in["重点任务"]].differences_below) == ("", 2)
    assert found[found_in["总体要求"]].differences_below == 0


def test_that_marks_of_another_edition_of_the_text_do_no_harm():
    opened = document()
    assert len(badges(opened, (), {9_999: "changed"})) == len(opened.outline.sections)
