from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import parse
from reader.search.terms import OVERLAP


@pytest.mark.parametrize("text", ["", "  \n\u3000", "\u200b\ufeff"])
def test_that_a_query_of_nothing_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("着力", "着力"),
        ("著力", "着力"),
        ("創新驅動", "创新驱动"),
        ("２０２４ 年", "2024年"),
        ("ＡＩ", "ai"),
        ("〔2024〕11号", "[2024]11号"),
    ],
)
def test_that_a_query_is_looked_for_as_it_stands_in_simplified_folded_text(typed: str, looked_for: str) -> None:
    query = parse(typed)
    assert query is not None
    assert looked_for in query.whole.needles


def test_that_a_simplified_query_is_looked_for_as_it_was_typed() -> None:
    query = parse("显著")
    assert query is not None
    assert query.whole.needles[0] == "显著"


def test_that_blanks_divide_a_query_into_parts() -> None:
    query = parse("创新 人才")
    assert query is not None
    assert query.whole.needles == ("创新人才",)
    assert [part.needles for part in query.parts] == [("创新",), ("人才",)]


def test_that_the_index_is_asked_for_whole_stretches_of_word_characters() -> None:
    query = parse("（责任单位：市科委）")
    assert query is not None
    assert query.whole.match == '"责 任 单 位"'


@pytest.mark.parametrize("text", ["，", "——", "𠮷", "《》"])
def test_that_the_index_is_not_asked_for_what_it_may_not_hold(text: str) -> None:
    query = parse(text)
    assert query is not None
    assert query.whole.match is None


@given(st.text(max_size=2 * OVERLAP))
def test_that_any_text_makes_a_query_or_none(text: str) -> None:
    query = parse(text)
    assert query is None or all(0 < len(needle) <= OVERLAP and "\n" not in needle for needle in query.whole.needles)
