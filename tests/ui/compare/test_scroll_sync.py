from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.records import Comparison, Pair
from reader.ui.compare.scroll_sync import OneAtATime, ScrollSync
from reader.ui.reading.extents import Place

SECTIONS = st.integers(1, 30)


def comparison_of(pairs, mode="editions"):
    return Comparison(mode, tuple(Pair(a, b, s, "same") for a, b, s in pairs))


@st.composite
def comparisons(draw):
    count = draw(st.integers(1, 12))
    left = sorted(draw(st.sets(SECTIONS, min_size=count, max_size=count)))
    right = draw(st.permutations(sorted(draw(st.sets(SECTIONS, min_size=count, max_size=count)))))
    return comparison_of([(a, b, 1.0) for a, b in zip(left, right, strict=True)])


@st.composite
def split_comparisons(draw):
    """Clauses in order, of which some were split into several that follow each other."""
    pairs, right = [], 0
    for left in range(1, draw(st.integers(2, 10))):
        parts = draw(st.integers(1, 4))
        rights = tuple(range(right + 1, right + 1 + parts))
        right += parts
        main = draw(st.sampled_from(rights))
        pairs.append(Pair(left, main, 1.0, "changed", also_right=tuple(n for n in rights if n != main)))
    return Comparison("editions", tuple(pairs))


PLACES = [Place(section, fraction) for section in range(31) for fraction in (0.0, 0.3, 0.5, 0.8, 1.0)]


@given(comparisons())
def test_that_scrolling_on_never_scrolls_the_other_side_back(comparison):
    sync = ScrollSync(comparison)
    for answer in (sync.right_of, sync.left_of):
        answers = [answer(place) for place in PLACES]
        assert answers == sorted(answers)


@given(split_comparisons())
def test_that_scrolling_through_parts_never_scrolls_the_other_side_back(comparison):
    sync = ScrollSync(comparison)
    for answer in (sync.right_of, sync.left_of):
        answers = [answer(place) for place in PLACES]
        assert answers == sorted(answers)


@given(comparisons(), st.floats(0, 1))
def test_that_the_answer_of_an_answer_is_where_one_was(comparison, fraction):
    sync = ScrollSync(comparison)
    for section in range(31):
        there = sync.right_of(Place(section, fraction))
        back = sync.left_of(there)
        assert back.section <= section
        if back.section == section:
            assert back.fraction in (fraction, 1.0)


def test_that_pairs_answer_each_other_at_the_same_fraction():
    sync = ScrollSync(comparison_of([(1, 2, 1.0), (2, 3, 1.0)]))
    assert sync.right_of(Place(2, 0.25)) == Place(3, 0.25)
    assert sync.left_of(Place(2, 0.75)) == Place(1, 0.75)
    assert sync.right_of(Place(0, 0.5)) == Place(0, 0.5)


def test_that_a_clause_without_answer_holds_the_other_side():
    sync = ScrollSync(comparison_of([(1, 1, 1.0), (3, 2, 1.0)]))
    assert sync.right_of(Place(2, 0.1)) == sync.right_of(Place(2, 0.9)) == Place(1, 1.0)


def test_that_a_moved_clause_makes_no_leap():
    sync = ScrollSync(comparison_of([(1, 9, 1.0), (2, 2, 1.0), (3, 3, 1.0)]))
    assert [sync.right_of(Place(n, 0.0)).section for n in (1, 2, 3)] == [0, 2, 3]


def test_that_the_parts_of_a_clause_answer_it_by_their_length():
    pair = Pair(1, 2, 0.8, "changed", also_right=(3,))
    sync = ScrollSync(Comparison("editions", (pair,)), (lambda _n: 100, lambda n: {2: 30, 3: 90}[n]))
    assert sync.right_of(Place(1, 0.125)) == Place(2, 0.5)
    there = sync.right_of(Place(1, 0.625))
    assert there.section == 3
    assert there.fraction == pytest.approx(0.5)
    assert sync.left_of(Place(3, 0.5)) == Place(1, 0.625)
    assert sync.right_of(Place(2, 0.0)) == Place(3, 1.0)


def test_that_several_clauses_put_together_answer_one():
    pair = Pair(2, 1, 0.8, "changed", also_left=(1,))
    sync = ScrollSync(Comparison("editions", (pair,)))
    assert sync.right_of(Place(2, 0.5)) == Place(1, 0.75)
    assert sync.left_of(Place(1, 0.25)) == Place(1, 0.5)


def test_that_parts_far_apart_make_no_leap():
    pairs = (Pair(1, 1, 0.8, "changed", also_right=(4,)), Pair(2, 2, 1.0, "same"), Pair(3, 3, 1.0, "same"))
    sync = ScrollSync(Comparison("editions", pairs))
    assert [sync.right_of(Place(n, 0.9)).section for n in (1, 2, 3)] == [1, 2, 3]


def test_that_clauses_held_side_by_side_answer_each_other_until_one_is_left():
    sync = ScrollSync(comparison_of([(1, 9, 1.0), (2, 2, 1.0), (3, 3, 1.0)]))
    sync.hold(1, 9)
    assert sync.right_of(Place(1, 0.5)) == Place(9, 0.5)
    assert sync.left_of(Place(9, 0.5)) == Place(1, 0.5)
    assert sync.right_of(Place(2, 0.5)) == Place(2, 0.5)
    assert sync.right_of(Place(1, 0.5)) == Place(0, 1.0)


def test_that_by_topics_the_best_answer_is_gone_to():
    sync = ScrollSync(comparison_of([(1, 9, 0.4), (1, 7, 0.8), (2, 3, 0.5)], "topics"))
    assert sync.right_of(Place(1, 0.5)) == Place(7, 0.5)
    assert sync.right_of(Place(4, 0.5)) is None


def test_that_calls_set_off_by_a_call_come_to_nothing():
    guard, done = OneAtATime(), []

    def call(depth):
        with guard.entered() as first:
            if first:
                done.append((depth, guard.busy))
                call(depth + 1)

    call(0)
    call(0)
    assert done == [(0, True), (0, True)]
    assert not guard.busy
