from __future__ import annotations

import re

import pytest

from reader.paths import resource_path
from reader.ui.theme import MARK_COLOURS, THEMES, palette, stylesheet

COLOUR = re.compile(r"#[0-9a-f]{6}")


@pytest.mark.parametrize("name", THEMES)
def test_that_every_name_in_a_theme_is_a_colour(name):
    theme = THEMES[name]
    named = {k: v for k, v in vars(theme).items() if isinstance(v, str) and k not in ("name", "label")}
    assert all(COLOUR.fullmatch(value) for value in named.values())
    assert all(COLOUR.fullmatch(value) for value in (*theme.marks.values(), *theme.kinds.values()))


@pytest.mark.parametrize("name", THEMES)
def test_that_the_style_sheet_has_no_name_left_open(name):
    sheet = stylesheet(THEMES[name])
    assert "$" not in sheet
    assert THEMES[name].red in sheet


@pytest.mark.parametrize("name", THEMES)
def test_that_every_picture_of_the_style_sheet_is_there(name):
    pictures = re.findall(r'url\("([^"]+)"\)', stylesheet(THEMES[name]))
    assert pictures
    folder = resource_path("icons").as_posix()
    assert [
        p for p in pictures if not (p.startswith(folder) and resource_path("icons", p.rpartition("/")[2]).exists())
    ] == []


def test_that_the_style_sheet_holds_no_colour_of_its_own():
    template = resource_path("themes", "window.qss").read_text(encoding="utf-8")
    assert COLOUR.findall(template) == []


@pytest.mark.parametrize("name", THEMES)
def test_that_letters_stand_out_from_their_ground(name):
    theme = THEMES[name]
    for letters, ground in (
        (theme.ink, theme.paper), (theme.ink, theme.panel), (theme.ink, theme.selection), (theme.unit, theme.unit_ground),
        (theme.ink, theme.mark_fill("重点")), (theme.secondary, theme.panel),
    ):  # fmt: skip
        assert contrast(letters, ground) >= 4.5, (letters, ground)


@pytest.mark.parametrize("name", THEMES)
def test_that_each_mark_colour_has_a_line_and_an_unknown_one_looks_like_the_last(name):
    theme = THEMES[name]
    assert len({theme.mark_line(colour) for colour in MARK_COLOURS}) == len(MARK_COLOURS)
    assert theme.mark_line("没有的") == theme.mark_line(MARK_COLOURS[-1])


def test_that_the_palette_follows_the_theme(qapp):
    assert palette(THEMES["night"]).window().color().name() == THEMES["night"].panel


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2."""
    a, b = sorted((luminance(one), luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
