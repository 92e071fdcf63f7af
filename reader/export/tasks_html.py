"""The task table as one HTML file that prints on A4."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reader.export.tasks_layout import widths
from reader.export.tasks_table import KIND, NOTHING, SOURCES, TaskColumn, TaskTable
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH, _PADDING = 257.0, 2.4  # millimetres of a landscape A4, and what the sides of a cell take
_STYLE = """
@page { size: A4 landscape; margin: 20mm 20mm 18mm;
  @bottom-center { content: "第" counter(page) "页　共" counter(pages) "页"; font: 10.5pt "宋体", SimSun, serif } }
body { max-width: 257mm; margin: 2em auto; padding: 0 1em; color: #1f2328; background: #fff;
  font: 10.5pt/1.5 "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif }
h1 { font: normal 22pt/1.4 "方正小标宋简体", "小标宋", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance }
.about { text-align: center; font: 14pt/1.6 "楷体_GB2312", "楷体", KaiTi, serif }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
thead { display: table-header-group }
th, td { border: 1px solid #000; padding: .3em 1.2mm; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-wrap }
th { font: normal 10.5pt/1.4 "黑体", SimHei, "Noto Sans CJK SC", sans-serif }
tr { break-inside: avoid }
td.centre { text-align: center }
td.measure { text-align: justify }
.sources { margin-top: 1em; white-space: pre-wrap }
@media print { body { margin: 0; max-width: none; padding: 0 } }
"""
_HEAD = (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
)
_CENTRED = (TaskColumn.NUMBER, TaskColumn.SOURCE, TaskColumn.CATEGORY, TaskColumn.CLAUSE)


def tasks_html(table: TaskTable) -> bytes:
    """Return the table as one file in UTF-8; all text is escaped, there are no scripts, links or images."""
    body = "\n".join(_body(table))
    title = _safe(table.title)
    page = f"{_HEAD}<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    return page.encode()


def _body(table: TaskTable) -> Iterator[str]:
    name = table.title.removesuffix(KIND)
    divided = name and name != table.title
    yield f"<h1>{_safe(name)}<br>{KIND}</h1>" if divided else f"<h1>{_safe(table.title)}</h1>"
    if table.source_lines and not table.several:
        yield f'<p class="about">{_safe("　".join(table.source_lines))}</p>'
    if not table.rows:
        yield f"<p>{NOTHING}</p>"
        return
    shares = widths(table, _WIDTH, _PADDING)
    yield "<table>\n<colgroup>"
    yield from (f'<col style="width:{100 * share / sum(shares):.2f}%">' for share in shares)
    yield "</colgroup>\n<thead><tr>"
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
        yield '<p class="sources">' + "\n".join(map(_safe, (SOURCES, *table.source_lines))) + "</p>"


def _cell(column: TaskColumn, text: str, rows: int) -> str:
    kind = "measure" if column is TaskColumn.MEASURE else "centre" if column in _CENTRED else ""
    attributes = (f' class="{kind}"' if kind else "") + (f' rowspan="{rows}"' if rows > 1 else "")
    return f"<td{attributes}>{_safe(text)}</td>"


def _safe(text: str) -> str:
    return escape(xml_safe(text))
