from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.brackets import PAIRS, bracket_pairs, closing, first_outside

texts = st.text("（()）〔［[【〕］]】《》“”甲。", max_size=14)


def slowly(text: str, wanted: str) -> int:
    i = 0
    while i < len(text):
        if text[i] in wanted:
            return i
        i = closing(text, i) + 1 or i + 1 if text[i] in PAIRS else i + 1
    return -1


@given(texts)
def test_that_many_open_brackets_change_nothing_of_what_is_outside(text):
    assert first_outside(text, "。") == slowly(text, "。")


def test_that_what_a_line_of_open_brackets_holds_is_told_at_once():
    assert first_outside("（" * 1_000_000 + "。", "。") == 1_000_000


@given(texts)
def test_that_brackets_that_belong_together_are_nested_or_apart(text):
    pairs, unclosed = bracket_pairs(text, 0, len(text))
    assert pairs == sorted(pairs)
    assert not set(unclosed) & {place for pair in pairs for place in pair}
    assert not any(a < c < b < d for a, b in pairs for c, d in pairs)


def test_that_widths_may_mix_and_kinds_may_not():
    assert bracket_pairs("（甲)[乙】〔丙）", 0, 9) == ([(0, 2), (3, 5)], [6])
    assert bracket_pairs("（甲（乙）丙）", 0, 7) == ([(0, 6), (2, 4)], [])
