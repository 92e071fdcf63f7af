"""The first rows of a comparison's file, as markup for a text view: every text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from reader.export.comparison_layout import widths
from reader.export.comparison_records import TEXTS, Mark
from reader.export.redline_pieces import Op
from reader.export.redline_script import Script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.comparison_records import ComparisonCell, ComparisonTable
    from reader.ui.theme import Theme

ROWS = 20  # of a table
PARAGRAPHS = 20  # of a redline, in which something differs
_LONGEST = 400  # characters of a cell or paragraph that are shown
_MM = 240.0  # width of the table that the columns share
_CUT = "……"


class Preview(NamedTuple):
    """``total`` rows or places there are in all, ``shown`` rows or paragraphs are in the markup.

    ``title`` and ``kind`` are the two lines of a table's title, empty for a redline.
    """

    markup: str
    total: int
    shown: int
    whole: bool
    title: str = ""
    kind: str = ""


def preview_of(made: ComparisonTable | Script, theme: Theme) -> Preview:
    """Show what a file begins with."""
    return redline_preview(made, theme) if isinstance(made, Script) else table_preview(made, theme)


def table_preview(table: ComparisonTable, theme: Theme) -> Preview:
    """Show the first rows of a table."""
    rows = table.rows[:ROWS]
    shares = widths(table, _MM, 2)
    total = sum(shares)
    heads = "".join(
        f'<th width="{share / total:.0%}" bgcolor="{theme.head}">{escape(head)}</th>'
        for head, share in zip(table.heads, shares, strict=True)
    )
    body = "".join(f"<tr>{''.join(_cells(table, number, theme))}</tr>" for number in range(len(rows)))
    lines = f"border-collapse: collapse; border-style: solid; border-color: {theme.faint}"
    style = f'border="1" cellspacing="0" cellpadding="5" width="100%" style="{lines}"'
    markup = f"<table {style}><thead><tr>{heads}</tr></thead>{body}</table>" if rows else ""
    listed = sum(not row.heading and not row.across for row in rows)
    return Preview(markup, table.listed, listed, len(rows) == len(table.rows), table.name, table.kind)


def redline_preview(script: Script, theme: Theme) -> Preview:
    """Show the first paragraphs that differ; what stands between two of them is left out."""
    shown: list[str] = []
    number = 0
    skipped = more = False
    for text, differs in _paragraphs(script, theme):
        if not differs:
            skipped = True
            continue
        if number == PARAGRAPHS:
            more = True
            break
        if skipped and shown:
            shown.append(f'<p style="color: {theme.faint}">{_CUT}</p>')
        shown.append(f'<p style="margin-bottom: 6px">{text}</p>')
        number, skipped = number + 1, False
    return Preview("".join(shown), script.places, number, not more)


def _cells(table: ComparisonTable, number: int, theme: Theme) -> Iterator[str]:
    row = table.rows[number]
    if row.across:
        yield f'<td colspan="{len(table.columns)}" align="center"><b>{escape(row.cells[0].text)}</b></td>'
        return
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        merge = next((m for m in table.merges if m.column == place and m.first <= number <= m.last), None)
        if merge is not None and merge.first < number:
            continue
        high = min(merge.last, ROWS - 1) - number + 1 if merge is not None else 1
        side = "left" if column in TEXTS and not row.heading else "center"
        yield f'<td align="{side}" valign="top" rowspan="{high}">{_marked(cell, theme)}</td>'


def _marked(cell: ComparisonCell, theme: Theme) -> str:
    left = _LONGEST
    lines: list[str] = []
    for line in cell.lines:
        told = ""
        for run in line:
            told += _run(run.text[:left], run.mark, theme)
            left -= len(run.text)
            if left <= 0:
                return "<br>".join([*lines, told + _CUT])
        lines.append(told)
    return "<br>".join(lines)


def _run(text: str, mark: Mark, theme: Theme) -> str:
    said = escape(text)
    if mark in (Mark.ADDED, Mark.SHARED):
        return f"<b>{said}</b>"
    if mark is Mark.REMOVED:
        return f"<s>{said}</s>"
    if mark is Mark.PLACE:
        return f'<span style="color: {theme.secondary}">{said}</span>'
    return said


def _paragraphs(script: Script, theme: Theme) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs with their changes, and whether they have any; a mark that is deleted joins two."""
    text, differs, length = "", False, 0
    for piece in script.pieces:
        for number, line in enumerate(script.text(piece).split("\n")):
            if number:
                yield text, differs or piece.op is not Op.KEEP
                text, differs, length = "", False, 0
            if not line:
                continue
            differs |= piece.op is not Op.KEEP
            if length < _LONGEST:
                said = line[: _LONGEST - length]
                text += _tracked(escape(said), piece.op, theme) + (_CUT if len(said) < len(line) else "")
            length += len(line)
    yield text, differs


def _tracked(said: str, op: Op, theme: Theme) -> str:
    if op is Op.KEEP:
        return said
    colour, tag = (theme.added, "u") if op is Op.INSERT else (theme.removed, "s")
    return f'<{tag} style="color: {colour}">{said}</{tag}>'
