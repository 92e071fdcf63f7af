from __future__ import annotations

import pytest

from reader.text.reading_text import ReadingText
from reader.ui.reading.finding import Finder


def found_in(text, query):
    reading = ReadingText.of(text, ())
    return [span.text(reading.simplified) for span in Finder(reading).find(query)]


@pytest.mark.parametrize("query", ["着力", "著力", "着 力"])
def test_that_a_traditional_text_is_found_in_either_script(query):
    assert found_in("著力推動數據跨境流通，著力優化環境，" * 3, query) == ["着力"] * 6


@pytest.mark.parametrize("query", ["显著", "顯著"])
def test_that_simplified_words_are_not_bent_by_the_conversion(query):
    assert found_in("成效显著。", query) == ["显著"]


def test_that_full_width_and_half_width_are_the_same():
    assert found_in("５Ｇ网络和5G应用（试行）", "5g") == ["５Ｇ", "5G"]
    assert found_in("方案（试行）", "(试行)") == ["（试行）"]


def test_that_nothing_is_found_for_nothing():
    assert found_in("正文", "  ") == []
