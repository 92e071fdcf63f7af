from __future__ import annotations

from reader.ui.digest.themes import Themes
from tests.ui.digest.test_rows import excerpts


def test_that_what_is_taken_next_goes_where_the_last_one_went():
    assert Themes().target(()) == ""
    assert Themes().target(excerpts("甲", "乙")) == "乙"


def test_that_a_theme_that_was_chosen_is_filled_until_it_is_gone():
    themes = Themes()
    themes.wanted = "甲"
    assert themes.target(excerpts("甲", "乙")) == "甲"
    assert themes.target(excerpts("丙", "乙")) == "乙"
    assert themes.wanted is None


def test_that_no_theme_may_be_chosen_too():
    themes = Themes()
    themes.wanted = ""
    assert themes.target(excerpts("甲")) == ""


def test_that_a_new_theme_has_a_name_of_its_own():
    themes = Themes()
    names = [themes.add({"新主题2"}, "新主题") for _ in range(2)]
    assert names == ["新主题", "新主题3"]
    assert themes.empty == names


def test_that_a_renamed_theme_is_still_the_one_that_is_filled():
    themes = Themes()
    themes.wanted = themes.add((), "新主题")
    themes.rename("新主题", "人才")
    assert (themes.empty, themes.wanted) == (["人才"], "人才")
    themes.drop("人才")
    assert (themes.empty, themes.wanted) == ([], None)
