from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.export.xml_text import xml_safe

ANY = st.text(st.characters(exclude_categories=()))


@settings(deadline=None)
@given(ANY)
def test_that_any_text_becomes_one_that_xml_carries_unchanged(text):
    element = etree.Element("t")
    element.text = xml_safe(text)
    back = etree.fromstring(etree.tostring(element, encoding="utf-8")).text or ""
    assert back == xml_safe(text)


@settings(deadline=None)
@given(st.text("甲𠮷a\t\n \u200b\u202e“”…—"))
def test_that_permitted_text_stays_as_it_is(text):
    assert xml_safe(text) == text


def test_that_carriage_returns_become_newlines_and_control_characters_go():
    assert xml_safe("a\r\nb\rc\x01\x0b\ufffe\ud800d") == "a\nb\ncd"
