from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.excerpts import ExcerptRow
from reader.library.excerpt_order import Place, arranged, grouped, moved, theme_moved

PLACES = st.lists(
    st.builds(Place, st.integers(1, 9), st.sampled_from(["", "甲", "乙"])), unique_by=lambda place: place.number
)


def places(*words: str) -> list[Place]:
    """Return places for words like ``1甲``; ``1`` has no theme."""
    return [Place(int(word[0]), word[1:]) for word in words]


def row(number: int, place: int, theme: str = "") -> ExcerptRow:
    return ExcerptRow(number, 1, 0, 1, "", "", "", "", theme, "", place, "", None)


def test_that_themes_stand_as_they_first_came_and_what_has_none_comes_last() -> None:
    assert grouped(places("1", "2甲", "3乙", "4", "5甲")) == places("2甲", "5甲", "3乙", "1", "4")


def test_that_an_excerpt_is_put_before_another_or_at_the_end_of_its_theme() -> None:
    before = places("1甲", "2甲", "3乙", "4乙")
    assert moved(before, Place(4, "甲"), 2) == places("1甲", "4甲", "2甲", "3乙")
    assert moved(before, Place(1, "甲"), None) == places("2甲", "1甲", "3乙", "4乙")
    assert moved(before, Place(1, "丙"), None) == places("2甲", "3乙", "4乙", "1丙")
    assert moved(before, Place(1, ""), None) == places("2甲", "3乙", "4乙", "1")


def test_that_an_excerpt_alone_in_its_theme_keeps_its_place() -> None:
    before = places("1甲", "2乙", "3乙")
    assert moved(before, Place(1, "甲"), None) == before


def test_that_a_theme_is_put_before_another_or_behind_all() -> None:
    before = places("1甲", "2乙", "3乙", "4丙", "5")
    assert theme_moved(before, "丙", "乙") == places("1甲", "4丙", "2乙", "3乙", "5")
    assert theme_moved(before, "甲", None) == places("2乙", "3乙", "4丙", "1甲", "5")


@given(PLACES, PLACES)
def test_that_every_row_is_arranged_once_and_those_named_as_wanted(there: list[Place], wanted: list[Place]) -> None:
    rows = [row(number, place, theme) for place, (number, theme) in enumerate(there, start=1)]
    after = arranged(rows, wanted)
    assert sorted(r.number for r in after) == sorted(r.number for r in rows)
    assert [r.place for r in after] == list(range(1, len(rows) + 1))
    known = {place.number for place in there}
    named = {place.number for place in wanted}
    assert [Place(r.number, r.theme) for r in after if r.number in named] == [p for p in wanted if p.number in known]


def test_that_a_row_that_is_not_named_goes_on_following_the_one_before_it() -> None:
    rows = [row(number, number) for number in (1, 2, 3, 4)]
    assert [r.number for r in arranged(rows, places("3", "1"))] == [3, 4, 1, 2]
    assert [r.number for r in arranged(rows, places("4", "2"))] == [1, 4, 2, 3]
