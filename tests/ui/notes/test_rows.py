from __future__ import annotations

import pytest

from reader.ui.notes.rows import GroupRow, NoteFilter, NoteList, parse_tags
from tests.ui.builders import document, orphan, placement


@pytest.fixture
def opened():
    return document()


@pytest.fixture
def notes(opened):
    return NoteList(
        opened,
        (
            placement(opened, "争取一批", number=1, colour="重点", note="与市里不一致", tags=("机构",)),
            placement(opened, "到2027年", number=2, colour="疑问", style="wavy", tags=("时限", "机构")),
            orphan(opened, "每月28日前报送", (), number=3),
            placement(opened, "探索基础研究", number=4, colour="疑问"),
        ),
    )


def numbers(rows):
    return [row.number for row in rows]


def test_that_orphans_stand_first_and_the_rest_in_the_order_of_the_text(notes):
    assert numbers(notes.notes()) == [3, 2, 4, 1]


def test_that_notes_are_grouped_by_section_with_their_count(notes):
    heads = [row for row in notes.grouped(notes.notes()) if isinstance(row, GroupRow)]
    assert [(h.label, h.count, h.orphans) for h in heads] == [
        ("", 1, True),
        ("一（三）", 1, False),
        ("二（一）2", 2, False),
    ]


def test_that_the_quote_is_what_the_document_says_today_and_an_orphan_keeps_its_own(notes):
    assert [notes.get(n).quote for n in (1, 3)] == ["争取一批", "每月28日前报送"]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (NoteFilter(), [3, 2, 4, 1]),
        (NoteFilter(colours=frozenset({"疑问"})), [3, 2, 4]),
        (NoteFilter(colours=frozenset({"疑问", "重点"}), tags=frozenset({"机构"})), [2, 1]),
        (NoteFilter(styles=frozenset({"wavy"})), [2]),
        (NoteFilter(query="不一致"), [1]),
        (NoteFilter(query="時限"), [2]),
        (NoteFilter(query="报送"), [3]),
        (NoteFilter(query="王敏 机构"), [2, 1]),
        (NoteFilter(query="不一致", colours=frozenset({"疑问"})), []),
    ],
)
def test_that_values_of_a_kind_are_alternatives_and_kinds_add_up(notes, chosen, kept):
    assert numbers(notes.shown(chosen)) == kept


def test_that_the_note_in_hand_stays_whatever_the_filter(notes):
    assert numbers(notes.shown(NoteFilter(colours=frozenset({"待办"})), in_hand=4)) == [4]


def test_that_the_tags_in_use_are_offered_once(notes):
    assert notes.tags() == ("时限", "机构")


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("时限、机构", ("时限", "机构")),
        (" 时限，机构; 时限 ", ("时限", "机构")),
        ("#时限 #机构", ("时限", "机构")),
        ("、 ，", ()),
    ],
)
def test_that_tags_are_read_however_they_are_parted(line, tags):
    assert parse_tags(line) == tags
