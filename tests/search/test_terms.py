from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.terms import LONGEST, OVERLAP, PIECE, count, fold_lines, pieces
from reader.text.folding import folded

TEXTS = st.text(st.sampled_from("一二三创新 \n\u3000Ａa（(“㎏"), max_size=300)


@given(st.text())
def test_that_folding_by_lines_is_folding_but_for_the_line_ends(text: str) -> None:
    assert fold_lines(text) == "\n".join(folded(line) for line in text.split("\n"))


@given(TEXTS, st.lists(st.integers(0, 300), max_size=5))
def test_that_the_pieces_hold_the_whole_text_and_their_sections(text: str, cuts: list[int]) -> None:
    starts = sorted({0, *(cut for cut in cuts if cut < len(text))})
    found = list(pieces(text, starts, range(len(starts))))
    assert "".join(piece.folded[: piece.own] for piece in found).replace("\n", "") == folded(text)
    for piece in found:
        assert text.startswith(piece.text, piece.start)
        assert starts[piece.section] <= piece.start
        assert piece.folded == fold_lines(piece.text)


def test_that_long_texts_are_cut_between_paragraphs() -> None:
    text = ("字" * 99 + "\n") * 1000
    found = list(pieces(text, [0], [0]))
    assert len(found) > 20
    assert all(piece.text.endswith("\n") and len(piece.text) <= PIECE + 100 for piece in found)
    assert "".join(piece.text for piece in found) == text


def test_that_a_paragraph_without_end_is_cut_and_no_place_lost_or_counted_twice() -> None:
    text = "".join(chr(0x4E00 + i % 5000) for i in range(5 * LONGEST + 77))
    found = list(pieces(text, [0], [0]))
    assert len(found) == 6
    assert max(len(piece.folded) for piece in found) == LONGEST + OVERLAP
    for at in (LONGEST - 1, 2 * LONGEST - 3, 4 * LONGEST, len(text) - 4):
        needle = text[at : at + 4]
        assert sum(count(piece.folded, piece.own, [needle]) for piece in found) == text.count(needle)


def test_that_a_cut_paragraph_does_not_reach_into_the_next() -> None:
    text = "甲" * (LONGEST + 5) + "\n" + "乙" * 50
    found = list(pieces(text, [0], [0]))
    assert [(piece.start, piece.text.count("乙")) for piece in found] == [(0, 0), (LONGEST, 50)]


@given(TEXTS, st.text(st.sampled_from("一二三创新a("), min_size=1, max_size=3))
def test_that_one_needle_is_counted_as_python_counts(text: str, needle: str) -> None:
    assert count(text, len(text), [needle]) == text.count(needle)


def test_that_a_place_found_in_two_forms_counts_once() -> None:
    assert count("显著显着", 4, ["显著", "显著"]) == 1
    assert count("显著显着", 4, ["显著", "显着"]) == 2
    assert count("显著显着", 2, ["显著", "显着"]) == 1


@given(st.text(alphabet="甲乙（）()，,１㈠Ａ \u3000\u200b\n“”\ue000\ue001𠮷", max_size=60))
def test_that_a_text_folded_at_once_is_folded_as_its_pieces_are(text: str) -> None:
    whole = "".join(piece.folded for piece in pieces(text, (0,), (0,)))
    assert whole == (fold_lines(text) if fold_lines(text).strip("\n") else "")
