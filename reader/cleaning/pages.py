"""Page furniture of a paginated text: page numbers and running heads."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.text.edits import Edit, Reason
from reader.text.numerals import number

if TYPE_CHECKING:
    from reader.cleaning.lines import Line

_NUMBERED = re.compile(
    r"[—―–─-]{1,3}\s{0,3}\d{1,4}\s{0,3}[—―–─-]{1,3}|第\s{0,3}\d{1,4}\s{0,3}页(?:\s{0,3}[/,，]?\s{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?|·\s{0,2}\d{1,4}\s{0,2}·"
)
_BARE = re.compile(r"\d{1,3}")
_HEAD = 40  # characters: no running head is longer
_REPEATED = 3  # a line beside page numbers that stands so often is a running head


def page_edits(lines: list[Line]) -> tuple[list[Line], list[Edit]]:
    """Return the lines without page numbers and running heads, and the edits that take those out."""
    numbers = {i for i, line in enumerate(lines) if _NUMBERED.fullmatch(line.plain)}
    numbers |= _bare_numbers(lines)
    if not numbers:
        return lines, []
    beside = [i for n in numbers for i in (n - 1, n + 1) if 0 <= i < len(lines) and i not in numbers]
    counted = Counter(lines[i].plain for i in beside if len(lines[i].plain) <= _HEAD)
    heads = {i for i in beside if counted[lines[i].plain] >= _REPEATED}
    gone = numbers | heads
    edits = [Edit(lines[i].start, lines[i].end, "", Reason.PAGE) for i in sorted(gone)]
    return [line for i, line in enumerate(lines) if i not in gone], edits


def _bare_numbers(lines: list[Line]) -> set[int]:
    """Lone numbers that count up by one through the text: 1 … 2 … 3; a single one may be anything."""
    found = [(i, number(line.plain) or 0) for i, line in enumerate(lines) if _BARE.fullmatch(line.plain)]
    if len(found) < 3:
        return set()
    rising = all(b[1] == a[1] + 1 and b[0] - a[0] > 3 for a, b in itertools.pairwise(found))
    return {i for i, _ in found} if rising else set()
