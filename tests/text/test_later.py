"""A sequence that is made when somebody looks into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.later import Later


def later(items: list[int], made: list[int] | None = None, *, known: bool = True) -> Later[int]:
    def make(start: int, end: int) -> list[int]:
        if made is not None:
            made.append(start)
        return items[start:end] if known else items

    return Later(len(items) if known else None, make)


@given(st.lists(st.integers(), max_size=700), st.booleans())
def test_that_it_is_the_sequence_it_stands_for(items, known):
    made = later(items, known=known)
    assert made == tuple(items)
    assert len(made) == len(items)
    assert made[1:-1] == tuple(items[1:-1])
    assert all(made[-i - 1] == items[-i - 1] for i in range(min(3, len(items))))


def test_that_only_the_piece_looked_at_is_made():
    made: list[int] = []
    sequence = later(list(range(1000)), made)
    assert len(sequence) == 1000
    assert made == []
    assert sequence[300] == 300
    assert next(iter(sequence)) == 0
    assert made == [256, 0]


def test_that_an_index_beyond_the_end_fails():
    with pytest.raises(IndexError):
        later([1, 2])[2]
