from __future__ import annotations

from reader.anchoring.quotes import find_quote
from tests.anchoring.builders import clauses


def test_that_every_place_of_a_quote_is_found() -> None:
    reading, outline = clauses("推进改革，再推进改革。", "推 进改革。")
    found = find_quote("推进改革", reading, outline)
    assert [span.text(reading.simplified) for span in found] == ["推进改革", "推进改革", "推 进改革"]


def test_that_a_quote_may_be_written_with_other_punctuation() -> None:
    reading, outline = clauses("按照“三原则”，推进改革（试点）。")
    assert len(find_quote('按照"三原则",推进改革(试点)', reading, outline)) == 1


def test_that_a_path_restricts_the_search_and_may_be_written_as_people_do() -> None:
    reading, outline = clauses("推进改革。", "推进改革。")
    first, second = find_quote("推进改革", reading, outline)
    assert find_quote("推进改革", reading, outline, "(2)") == [second]
    assert find_quote("推进改革", reading, outline, "（1）") == [first]
    assert find_quote("推进改革", reading, outline, "(9)") == []


def test_that_an_empty_quote_stands_nowhere() -> None:
    assert find_quote("  ", *clauses("推进改革。")) == []
