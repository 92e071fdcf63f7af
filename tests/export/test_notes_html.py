from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.notes_html import notes_html
from reader.export.xml_text import xml_safe
from tests.export.builders import LINES, built, notes_sheet, orphan

ALLOWED = {"html", "head", "meta", "title", "style", "body", "br", "h1", "h2", "h3", "h4", "p", "blockquote", "b"}
DOCUMENT = built(*LINES)


class Read(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def page(note: str) -> str:
    return notes_html(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", note), orphan("删去", "x"))).decode()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_that_text_is_never_taken_for_markup(note):
    read = Read(page(f"「{note}」"))
    assert f"「{xml_safe(note)}」" in "".join(read.text)
    assert set(read.tags) <= ALLOWED


def test_that_the_file_stands_alone():
    html = page("<img src=http://a.b/c><script>alert(1)</script>")
    assert "default-src 'none'" in html
    assert not {"img", "script", "link", "a"} & set(Read(html).tags)
    assert "<h2>待重新定位的批注</h2>" in html
