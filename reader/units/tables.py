"""Tables pasted as text: a head that names 责任单位, and rows whose cells are parted by tabs or runs of blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.text.duties import COLUMN
from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.found import Block, read
from reader.units.phrases import labelled_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.structure.section import Outline
    from reader.units.lexicon import Lexicon

_LABEL_CELL = pattern(r"(?:单位|部门|主体)(?:[（(][^（()）\n]{1,30}[)）])?[\t \u3000|｜\n]")
_HEAD_WORDS = pattern(
    "序号|任务|事项|措施|内容|项目|时限|时间|目标|备注|工作|领域|类别|指标|要点|举措|名称|领导|责任人|进度|职责|环节|节点"
)
_NUMBER = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[.、．]?")
_EMPTY = re.compile(r"[\s/\\—\-–－无]*")
_ASIDE = re.compile("[（(][^（()）]{3,30}[)）]$")  # 责任单位（列首位的为牵头单位）
_LONGEST_HEAD = 16  # characters of a cell of the head
_BETWEEN = 3  # lines without cells that may stand between two rows
_PARAGRAPH = 80  # characters: a line without cells that is longer ends the table


class Tables(NamedTuple):
    """The blocks of all tables by the number of their section, and the lines that are rows."""

    blocks: dict[int, list[Block]]
    rows: tuple[Span, ...]


class _Head(NamedTuple):
    columns: int
    roles: dict[int, str]  # by column
    kind: str  # what parts the cells
    numbered: bool


def table_blocks(text: str, outline: Outline, lexicon: Lexicon) -> Tables:
    """Read the tables of a text."""
    blocks: dict[int, list[Block]] = {}
    rows: list[Span] = []
    done = 0
    for cell in _LABEL_CELL.finditer(text):
        if cell.start() < done:
            continue
        line = _line_at(text, cell.start())
        done = line.end
        head = _head(text, line)
        if head:
            rows.append(line)
            for row in _rows(text, line.end, head):
                rows.append(row)
                done = row.end
                found = _row(text, row, head, lexicon)
                if found:
                    blocks.setdefault(outline.at(row.start).number, []).extend(found)
    return Tables(blocks, tuple(rows))


def _line_at(text: str, at: int) -> Span:
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)


def _head(text: str, line: Span) -> _Head | None:
    """Read the head of a table: short cells, one of them a label."""
    written = line.text(text)
    if len(written) > 200 or re.search("[：:。；，]", written):
        return None
    kind = "\t" if "\t" in written else "|" if "|" in written or "｜" in written else " "
    cells = _cells(text, line, kind)
    names = [_ASIDE.sub("", "".join(cell.text(text).split())) for cell in cells]
    roles = {i: role["role"] for i, name in enumerate(names) if (role := COLUMN.fullmatch(name))}
    others = [name for i, name in enumerate(names) if i not in roles and _HEAD_WORDS.search(name)]
    if len(cells) < 2 or not roles or not (others or len(roles) > 1) or max(map(len, names)) > _LONGEST_HEAD:
        return None
    return _Head(len(cells), roles, kind, "序号" in names[0] or names[0] == "编号")


def _cells(text: str, line: Span, kind: str) -> list[Span]:
    """Return the cells of a line, without the blanks around them."""
    if kind == " ":
        return [Span(*m.span()) for m in _SPACED.finditer(text, line.start, line.end)]
    found = []
    start = line.start
    for i in range(line.start, line.end + 1):
        if i == line.end or text[i] in ("\t" if kind == "\t" else "|｜"):
            found.append(_stripped(text, start, i))
            start = i + 1
    if kind == "|":  # the outer lines of a table in Markdown
        while found and found[0].start == found[0].end:
            del found[0]
        while found and found[-1].start == found[-1].end:
            del found[-1]
    return found


_SPACED = re.compile(r"[^\s\u3000]+(?: [^\s\u3000]+)*")


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _rows(text: str, start: int, head: _Head) -> Iterator[Span]:
    """Yield the lines below a head that are rows."""
    missing = 0
    while start < len(text) and missing <= _BETWEEN:
        line = _line_at(text, start + 1)
        start = line.end
        if not 1 < len(_cells(text, line, head.kind)) <= head.columns or _head(text, line):
            if len(line.text(text)) > _PARAGRAPH or _head(text, line):
                return
            missing += 1
            continue
        missing = 0
        yield line


def _row(text: str, line: Span, head: _Head, lexicon: Lexicon) -> list[Block]:
    """Read the cells of a row that name units; where cells are missing, as the names tell where they belong."""
    cells = _cells(text, line, head.kind)
    lacking = head.columns - len(cells)
    numbered = bool(_NUMBER.fullmatch(cells[0].text(text)))
    shifts = range(lacking + 1) if numbered or not head.numbered else range(lacking, -1, -1)
    for shift in shifts:
        found = _placed(text, line, [*cells], head, shift, lexicon)
        if found:
            return found
    return []


def _placed(text: str, line: Span, cells: Sequence[Span], head: _Head, shift: int, lexicon: Lexicon) -> list[Block]:
    """Read the cells as if ``shift`` columns were missing before them; nothing where a cell does not fit its column."""
    found: list[Block] = []
    task = _task(cells, head, shift) or line
    for column, role in head.roles.items():
        at = column - shift
        if not 0 <= at < len(cells) or _EMPTY.fullmatch(cells[at].text(text)):
            continue
        said = read(text, labelled_parts(text, role, cells[at]), lexicon)
        if not said or not all(f.units.names_units for f in said):
            return []
        found.append(Block(cells[at], said, "table", task))
    return found


def _task(cells: Sequence[Span], head: _Head, shift: int) -> Span | None:
    """Return the longest stretch of cells that are neither a number nor units: what is to be done."""
    runs: list[Span] = []
    fresh = True
    for i, cell in enumerate(cells):
        column = i + shift
        if column in head.roles or (head.numbered and column == 0):
            fresh = True
        elif cell.end > cell.start:
            runs[len(runs) - (not fresh) :] = [cell if fresh else Span(runs[-1].start, cell.end)]
            fresh = False
    return max(runs, key=lambda run: run.end - run.start, default=None)
