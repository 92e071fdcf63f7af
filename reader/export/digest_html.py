"""A digest as one HTML file that prints on A4 and fetches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.digest_blocks import TEXT, THEME, digest_blocks
from reader.export.digest_table import digest_table, widths
from reader.export.html_page import PADDING, WIDTH, columns, heading, html_page, safe
from reader.export.notes_html import blocks_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.digest import Digest

_STYLE = """td.text { text-align: justify }
"""
_CLASSES = {THEME: ' class="centre"', TEXT: ' class="text"'}


def digest_html(digest: Digest) -> bytes:
    """Return a digest in UTF-8, as running text or as a table; all text is escaped, there are no links or scripts."""
    if digest.choice.table and digest.clippings:
        return html_page(digest.title, "\n".join(_table(digest)), _STYLE)
    return blocks_html(digest_blocks(digest))


def _table(digest: Digest) -> Iterator[str]:
    table = digest_table(digest)
    yield heading("", digest.title)
    yield "<table>\n" + columns(widths(table.heads, WIDTH, PADDING))
    yield f"<thead><tr>{''.join(f'<th>{head}</th>' for head in table.heads)}</tr></thead>\n<tbody>"
    spans = {(m.column, m.first): m.last - m.first + 1 for m in table.merges}
    joined = {(m.column, row) for m in table.merges for row in range(m.first + 1, m.last + 1)}
    for number, row in enumerate(table.rows):
        cells = (
            _cell(table.heads[place], text, spans.get((place, number), 1))
            for place, text in enumerate(row)
            if (place, number) not in joined
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>\n</table>"


def _cell(head: str, text: str, rows: int) -> str:
    attributes = _CLASSES.get(head, "") + (f' rowspan="{rows}"' if rows > 1 else "")
    return f"<td{attributes}>{safe(text)}</td>"
