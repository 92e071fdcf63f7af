"""The task table as one HTML file that prints on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.html_page import PADDING, WIDTH, columns, heading, html_page, safe
from reader.export.tasks_layout import widths
from reader.export.tasks_table import KIND, NOTHING, SOURCES, TaskColumn, TaskTable

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLE = """td.measure { text-align: justify }
.sources { margin-top: 1em; white-space: pre-wrap }
"""
_CENTRED = (TaskColumn.NUMBER, TaskColumn.SOURCE, TaskColumn.CATEGORY, TaskColumn.CLAUSE)


def tasks_html(table: TaskTable) -> bytes:
    """Return the table as one file in UTF-8; all text is escaped, there are no scripts, links or images."""
    return html_page(table.title, "\n".join(_body(table)), _STYLE)


def _body(table: TaskTable) -> Iterator[str]:
    name = table.title.removesuffix(KIND)
    divided = name and name != table.title
    yield heading(name, KIND) if divided else heading("", table.title)
    if table.source_lines and not table.several:
        yield f'<p class="about">{safe("　".join(table.source_lines))}</p>'
    if not table.rows:
        yield f"<p>{NOTHING}</p>"
        return
    yield "<table>\n" + columns(widths(table, WIDTH, PADDING))
    yield "<thead><tr>"
    yield from (f"<th>{head}</th>" for head in table.heads)
    yield "</tr></thead>\n<tbody>"
    spans = {(m.column, m.first): m.last - m.first + 1 for m in table.merges}
    joined = {(m.column, row) for m in table.merges for row in range(m.first + 1, m.last + 1)}
    for number, row in enumerate(table.rows):
        cells = (
            _cell(table.columns[place], text, spans.get((place, number), 1))
            for place, text in enumerate(row.cells)
            if (place, number) not in joined
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>\n</table>"
    if table.several:
        yield '<p class="sources">' + "\n".join(map(safe, (SOURCES, *table.source_lines))) + "</p>"


def _cell(column: TaskColumn, text: str, rows: int) -> str:
    kind = "measure" if column is TaskColumn.MEASURE else "centre" if column in _CENTRED else ""
    attributes = (f' class="{kind}"' if kind else "") + (f' rowspan="{rows}"' if rows > 1 else "")
    return f"<td{attributes}>{safe(text)}</td>"
