from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.chains import Weighed, heaviest_chain
from reader.comparison.sequences import increasing, stretches

WORDS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=20)


@given(WORDS, WORDS, st.booleans())
def test_that_stretches_cover_both_sequences_in_turns(left: list[str], right: list[str], unique_first: bool) -> None:
    turns = stretches(left, right, unique_first=unique_first)
    assert [w for t in turns for w in left[t.left.start : t.left.end]] == left
    assert [w for t in turns for w in right[t.right.start : t.right.end]] == right
    assert all(a.equal != b.equal for a, b in pairwise(turns))
    for turn in turns:
        same = left[turn.left.start : turn.left.end] == right[turn.right.start : turn.right.end]
        assert same == turn.equal


def test_that_a_long_text_that_repeats_itself_is_still_followed() -> None:
    left = [str(number) for number in range(350)] * 7
    right = list(left)
    for at in range(100, len(right), 400):
        right[at] = f"新{at}"
    turns = stretches(left, right)
    assert sum(turn.left.end - turn.left.start for turn in turns if not turn.equal) == 6


@given(st.permutations(range(12)))
def test_that_a_longest_rising_chain_is_found(order: list[int]) -> None:
    chain = increasing(list(enumerate(order)))
    assert all(a[1] < b[1] for a, b in pairwise(chain))
    lengths: list[int] = []
    for k, value in enumerate(order):
        lengths.append(1 + max((lengths[i] for i in range(k) if order[i] < value), default=0))
    assert len(chain) == max(lengths)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 5)), max_size=10, unique_by=lambda t: t[:2])
)
def test_that_the_heaviest_chain_is_found(pairs: list[tuple[int, int, int]]) -> None:
    chain = heaviest_chain([Weighed(*pair) for pair in pairs])
    assert all(a.left < b.left and a.right < b.right for a, b in pairwise(chain))
    best: dict[tuple[int, int, int], int] = {}
    for pair in sorted(pairs):
        before = [best[other] for other in best if other[0] < pair[0] and other[1] < pair[1]]
        best[pair] = pair[2] + max(before, default=0)
    assert sum(pair.weight for pair in chain) == max(best.values(), default=0)
