from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.clipboard import notes_clip, quote_clip
from reader.export.fonts import PLAIN, Fonts
from reader.export.styles import GongwenType
from tests.export.builders import LINES, built, notes_sheet
from tests.export.test_notes_html import Read

DOCUMENT = built(*LINES)


def test_that_a_quote_takes_its_citation_along():
    clip = quote_clip("引进机构12家\n", "《X》（Y〔2024〕1号）二、（一）2.")
    assert clip.text == "引进机构12家\n——《X》（Y〔2024〕1号）二、（一）2."
    assert clip.html.count("<p ") == 2


def test_that_every_piece_names_its_fonts_inline_and_nothing_else_does():
    html = notes_clip(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "注"))).html
    spans = re.findall(r"<span [^>]*>", html)
    assert spans
    assert all("mso-fareast-font-family:'" in s and "mso-ascii-font-family:'Times New Roman'" in s for s in spans)
    assert "mso-line-height-rule:exactly" in html
    assert all("margin-top:0cm;margin-bottom:0cm" in p for p in re.findall(r"<p [^>]*>", html))
    assert "mso-outline-level:1" in html
    assert not re.search(r"<(style|link|a|img)\b|href|file:", html)


def test_that_plain_text_and_html_say_the_same():
    clip = notes_clip(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "核实")))
    strip = str.maketrans("", "", "\n　 ")
    assert "".join(Read(clip.html).text).translate(strip) == clip.text.translate(strip)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_that_text_is_never_taken_for_markup(text):
    clip = quote_clip(text, "《X》")
    assert set(Read(clip.html).tags) <= {"html", "head", "meta", "body", "p", "span"}
    assert "<script" not in quote_clip(f"<script>{text}", "《X》").html


def test_that_the_chosen_fonts_are_used_and_cannot_break_out_of_the_attribute():
    assert "'仿宋'" in quote_clip("x", "y", GongwenType(fonts=PLAIN)).html
    html = quote_clip("x", "y", GongwenType(fonts=Fonts(body="a'\";><b>"))).html
    assert "b" not in Read(html).tags
