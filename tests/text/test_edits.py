"""Edits: applying them, and doing two lists of them at once."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.text.edits import Edit, Reason, apply, compose
from reader.text.offset_map import OffsetMap
from reader.text.spans import Span

LETTERS = st.text(alphabet="甲乙丙丁 \n", max_size=12)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [
        Edit(start, end, draw(st.text("子丑寅", max_size=3)), draw(st.sampled_from(Reason))) for start, end in pairs
    ]


@st.composite
def text_and_two_lists(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    text = draw(LETTERS)
    first = draw(edits_of(text))
    return text, first, draw(edits_of(apply(text, first)))


def test_that_an_edit_replaces_its_stretch():
    assert apply("甲 乙", [Edit(1, 2, "", Reason.BLANK)]) == "甲乙"


@given(text_and_two_lists())
def test_that_composed_edits_do_what_both_lists_do(case):
    text, first, second = case
    assert apply(text, compose(first, second)) == apply(apply(text, first), second)


@given(text_and_two_lists())
def test_that_composed_edits_are_sorted_and_apart(case):
    text, first, second = case
    made = compose(first, second)
    assert all(a.end <= b.start for a, b in itertools.pairwise(made))
    assert all(0 <= e.start <= e.end <= len(text) for e in made)


@st.composite
def text_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(LETTERS)
    return text, draw(edits_of(text))


@given(text_and_edits())
def test_that_offsets_of_untouched_text_round_trip(case):
    text, edits = case
    reading, offsets = apply(text, edits), OffsetMap(edits)
    touched = {i for e in edits for i in range(e.start, e.end)}
    for i in set(range(len(text))) - touched:
        offset = offsets.to_reading(i)
        assert reading[offset] == text[i]
        assert offsets.to_source(offset) == i


@given(text_and_edits())
def test_that_both_directions_are_monotone(case):
    text, edits = case
    offsets, length = OffsetMap(edits), len(apply(text, edits))
    there = [offsets.to_reading(i) for i in range(len(text) + 1)]
    back = [offsets.to_source(i) for i in range(length + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert there[-1] == length
    assert back[-1] <= len(text)


@given(text_and_edits(), st.data())
def test_that_a_span_of_the_reading_text_finds_itself_again(case, data):
    text, edits = case
    edits = [e._replace(replacement="") for e in edits if e.end > e.start]
    reading, offsets = apply(text, edits), OffsetMap(edits)
    start = data.draw(st.integers(0, len(reading)))
    span = Span(start, data.draw(st.integers(start, len(reading))))
    source = offsets.span_to_source(span)
    assert offsets.span_to_reading(source) == span
    inside = [
        e._replace(start=e.start - source.start, end=e.end - source.start)
        for e in edits
        if source.start <= e.start < source.end
    ]
    assert apply(source.text(text), inside) == span.text(reading)


def test_that_a_span_takes_in_nothing_that_was_cut_at_its_edges():
    edits = [Edit(2, 5, "", Reason.PINYIN), Edit(6, 8, "", Reason.PINYIN)]
    assert OffsetMap(edits).span_to_source(Span(2, 3)) == Span(5, 6)
