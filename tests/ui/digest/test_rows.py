from __future__ import annotations

import pytest

from reader.library.excerpts import Excerpt
from reader.text.spans import Span
from reader.ui.digest.rows import Drop, ThemeRow, drop_at, drop_on, rows_of, step_of, theme_at, theme_step, themes_of


def excerpts(*themes: str) -> list[Excerpt]:
    """Return excerpts numbered from 1 under these themes."""
    return [Excerpt(n, 1, Span(n, n + 1), f"第{n}处", theme, "", n - 1, n) for n, theme in enumerate(themes, 1)]


# 0 head 甲, 1-2 excerpts 1 and 2, 3 head 乙, 4 excerpt 3, 5 head of the rest, 6 excerpt 4
ROWS = rows_of(excerpts("甲", "甲", "乙", ""), {})


def heads(rows):
    return [(row.label + row.theme, row.size) for row in rows if isinstance(row, ThemeRow)]


def test_that_themes_are_numbered_as_they_will_be_printed():
    assert heads(ROWS) == [("一、甲", 2), ("二、乙", 1), ("", 1)]
    assert themes_of(ROWS) == ("甲", "乙")


def test_that_without_a_theme_there_is_no_head():
    assert heads(rows_of(excerpts("", ""), {})) == []


def test_that_a_theme_may_wait_for_its_first_excerpt_before_those_without_one():
    assert heads(rows_of(excerpts("甲", ""), {}, ["新", "甲"])) == [("一、甲", 1), ("二、新", 0), ("", 1)]


@pytest.mark.parametrize(
    ("place", "drop"),
    [
        (0, Drop(1, "甲")),
        (1, Drop(1, "甲")),
        (2, Drop(2, "甲")),
        (3, Drop(None, "甲")),
        (4, Drop(3, "乙")),
        (5, Drop(None, "乙")),
        (6, Drop(4, "")),
        (7, Drop(None, "")),
    ],
)
def test_that_a_drop_between_rows_belongs_to_the_theme_above(place, drop):
    assert drop_at(ROWS, place) == drop


def test_that_a_drop_on_a_head_goes_to_the_end_of_its_theme():
    assert drop_on(ROWS, 0) == Drop(None, "甲")
    assert drop_on(ROWS, 4) == Drop(3, "乙")


def test_that_what_is_moving_is_no_neighbour():
    assert drop_at(ROWS, 1, {1}) == Drop(2, "甲")
    assert drop_at(ROWS, 1, {1, 2}) == Drop(None, "甲")


def test_that_without_heads_the_first_place_is_before_the_first_excerpt():
    rows = rows_of(excerpts("", ""), {})
    assert drop_at(rows, 0) == Drop(1, "")
    assert drop_at(rows, 2) == Drop(None, "")
    assert drop_at([], 0) == Drop(None, "")


def test_that_a_theme_dropped_anywhere_stands_before_the_next_one_that_is_filled():
    assert theme_at(ROWS, 0, "乙") == "甲"
    assert theme_at(ROWS, 2, "甲") == "乙"
    assert theme_at(ROWS, 5, "甲") == ""
    assert theme_at(ROWS, 7, "甲") is None
    waiting = rows_of(excerpts("甲"), {}, ["新"])
    assert theme_at(waiting, 2, "甲") is None


@pytest.mark.parametrize(
    ("chosen", "by", "drop"),
    [
        ({2}, -1, Drop(1, "甲")),
        ({1}, -1, None),
        ({1}, 1, Drop(None, "甲")),
        ({2}, 1, Drop(3, "乙")),
        ({3}, -1, Drop(None, "甲")),
        ({1, 2}, 1, Drop(3, "乙")),
        ({4}, 1, None),
        (set(), 1, None),
    ],
)
def test_that_a_step_leads_over_heads_into_the_next_theme(chosen, by, drop):
    assert step_of(ROWS, chosen, by) == drop


def test_that_a_theme_steps_over_its_neighbour():
    assert theme_step(ROWS, "乙", -1) == "甲"
    assert theme_step(ROWS, "甲", 1) is None
    assert theme_step(ROWS, "甲", -1) == "甲"
    assert theme_step(ROWS, "乙", 1) == "乙"
    assert theme_step(ROWS, "", -1) == ""
