from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.extents import Extents, Place
from tests.ui.builders import document
from tests.ui.reading.builders import notice, opened

DOCUMENT = document()
EXTENTS = Extents(DOCUMENT.outline, len(DOCUMENT.reading.text))


@given(st.floats(0, len(DOCUMENT.reading.text) - 1))
def test_that_every_place_leads_back_to_its_offset(offset):
    assert abs(EXTENTS.offset(EXTENTS.place(offset)) - offset) < 1e-6


def test_that_the_pieces_of_all_clauses_are_the_whole_text():
    pieces = sorted(p for s in DOCUMENT.outline.sections for p in EXTENTS.pieces(s.number))
    assert pieces[0].start == 0
    assert pieces[-1].end == len(DOCUMENT.reading.text)
    assert all(a.end == b.start for a, b in itertools.pairwise(pieces))


def test_that_a_clause_without_its_children_is_meant():
    tasks = next(s for s in DOCUMENT.outline.sections if s.heading == "重点任务")
    (piece,) = EXTENTS.pieces(tasks.number)
    assert piece.text(DOCUMENT.reading.text) == "二、重点任务\n"


def test_that_a_place_in_a_clause_that_is_gone_leads_to_the_last_one():
    last = DOCUMENT.outline.sections[-1]
    assert EXTENTS.offset(Place(999, 0.0)) == last.span.start


def test_that_a_signature_goes_with_the_clause_before_it():
    opened_notice = opened(notice(("甲项任务",)))
    text = opened_notice.reading.text
    extents = Extents(opened_notice.outline, len(text))
    at = text.index("上海市杨浦区人民政府\n")
    place = extents.place(at + 3)
    assert opened_notice.outline.sections[place.section].heading == "保障措施"
    assert place.fraction > 1
    assert abs(extents.offset(place) - at - 3) < 1e-6
    assert extents.place(3).section == 0


def test_that_text_behind_a_dash_clause_belongs_to_its_parent_again():
    whole = opened("关于测试的通知\n一、目标\n——甲区。建成一批。\n以上为全部目标。\n二、保障\n")
    outline, text = whole.outline, whole.reading.text
    goals = next(s for s in outline.sections if s.heading == "目标")
    pieces = Extents(outline, len(text)).pieces(goals.number)
    assert [p.text(text) for p in pieces] == ["一、目标\n", "以上为全部目标。\n"]
