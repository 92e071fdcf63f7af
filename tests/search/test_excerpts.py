from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.excerpts import AROUND, excerpt
from reader.text.folding import folded

TEXT = "一、总体要求\n" + "甲" * 30 + "科 技 创 新" + "乙" * 30 + "\n末段"


def test_that_an_excerpt_shows_the_text_as_it_is_read_around_what_was_found() -> None:
    found = excerpt(TEXT, ["科技创新"])
    assert found.text == "…" + "甲" * AROUND + "科 技 创 新" + "乙" * AROUND + "…"
    assert TEXT.startswith("科 技", found.offset)


def test_that_an_excerpt_stays_within_its_paragraph() -> None:
    assert excerpt(TEXT, ["总体"]) == ("一、总体要求", 2)


def test_that_the_first_of_several_needles_is_shown() -> None:
    assert excerpt(TEXT, ["末", "总体"]).offset == 2


def test_that_what_is_not_found_yields_the_beginning() -> None:
    assert excerpt(TEXT, ["无"]).offset == 0


@given(st.text(st.sampled_from("创新①㎏ﬁ\u200bＡ  "), min_size=1), st.data())
def test_that_the_offset_is_where_the_needle_begins(text: str, data: st.DataObject) -> None:
    whole = folded(text)
    if not whole:
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    needle = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    offset = excerpt(text, [needle]).offset
    assert folded(text[:offset]) == whole[: len(folded(text[:offset]))]
    assert len(folded(text[:offset])) <= whole.find(needle) < len(folded(text[: offset + 1]))
