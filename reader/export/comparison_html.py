"""The table of a comparison as one HTML file that prints on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.comparison_layout import CENTRED, widths
from reader.export.comparison_records import NOTHING, TEXTS, ComparisonColumn, Mark
from reader.export.html_page import PADDING, WIDTH, columns, heading, html_page, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.comparison_records import ComparisonCell, ComparisonRow, ComparisonTable, Run

_STYLE = """ins, b { font: 10.5pt/1.5 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; font-weight: 500; text-decoration: none }
del { text-decoration: line-through }
i { font: 10.5pt/1.5 "楷体_GB2312", "楷体", KaiTi, serif }
.note { font: 10.5pt/1.6 "楷体_GB2312", "楷体", KaiTi, serif; margin: .5em 0 }
td { text-align: left }
td.text { text-align: justify; vertical-align: top }
td p { margin: 0 }
td.text p { text-indent: 2em }
tr.heading td { text-align: center }
tr.heading td p { text-indent: 0 }
tr.heading { break-after: avoid }
tr.long { break-inside: auto }
tr.across td { font: 10.5pt/1.5 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; text-align: center }
"""
_TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del", Mark.SHARED: "b", Mark.PLACE: "i"}
_LONG = 600  # characters: a row of more may break over two pages


def comparison_html(table: ComparisonTable) -> bytes:
    """Return the table as one file in UTF-8; all text is escaped."""
    return html_page(table.title, "\n".join(_body(table)), _STYLE)


def _body(table: ComparisonTable) -> Iterator[str]:
    yield heading(table.name, table.kind)
    if table.source_lines:
        yield f'<p class="about">{"<br>".join(map(safe, table.source_lines))}</p>'
    if table.note:
        yield f'<p class="note">{safe(table.note)}</p>'
    if not table.rows:
        yield f"<p>{NOTHING}</p>"
        return
    yield "<table>\n" + columns(widths(table, WIDTH, PADDING))
    yield f"<thead><tr>{''.join(f'<th>{safe(head)}</th>' for head in table.heads)}</tr></thead>\n<tbody>"
    spans = {(m.column, m.first): m.last - m.first + 1 for m in table.merges}
    joined = {(m.column, row) for m in table.merges for row in range(m.first + 1, m.last + 1)}
    for number, row in enumerate(table.rows):
        if row.across:
            yield f'<tr class="heading across"><td colspan="{len(table.columns)}">{safe(row.cells[0].text)}</td></tr>'
            continue
        cells = (
            _cell(table.columns[place], cell, spans.get((place, number), 1))
            for place, cell in enumerate(row.cells)
            if (place, number) not in joined
        )
        yield f"<tr{_kind(row)}>{''.join(cells)}</tr>"
    yield "</tbody>\n</table>"


def _kind(row: ComparisonRow) -> str:
    if row.heading:
        return ' class="heading"'
    return ' class="long"' if max(len(cell.text) for cell in row.cells) > _LONG else ""


def _cell(column: ComparisonColumn, cell: ComparisonCell, rows: int) -> str:
    kind = "text" if column in TEXTS else "centre" if column in CENTRED else ""
    attributes = (f' class="{kind}"' if kind else "") + (f' rowspan="{rows}"' if rows > 1 else "")
    paragraphs = ("".join(map(_run, line)) for line in cell.lines)
    return f"<td{attributes}>{''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)}</td>"


def _run(run: Run) -> str:
    tag = _TAGS.get(run.mark)
    return f"<{tag}>{safe(run.text)}</{tag}>" if tag else safe(run.text)
