"""Decimal numbering: 1 总则, 1.1 编制目的, 1.2.3 …, as emergency plans and standards have it throughout."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reader.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BLANK = r"[ \t\u00a0\u2002\u2003\u3000]"
_PART = "[1-9１-９][0-9０-９]?"  # none is 0: 2.0 counts versions
_NUMBER = rf"{_PART}(?:[.．]{_PART}){{1,4}}"
# What a number measures stands right behind it: 1.5亿元, 2.0版本, 3.2个百分点, 10.1%.
_MEASURE = r"[0-9０-９.．亿万千百十％%‰倍元版米公吨个年月日号天小时分秒级度平—~～/、，,。；;：:）)×xX-]"
_SEVERAL = pattern(rf"({_NUMBER})[.．]?(?!{_MEASURE})")
_ONE = pattern(rf"({_PART}){_BLANK}{{1,6}}(?=[\u3400-\u9fff][^。；，,;]{{1,24}}$)")
_LINE = pattern(rf"^{_BLANK}{{0,12}}(?:#{{1,6}} )?({_NUMBER})[.．]?(?!{_MEASURE})", re.MULTILINE)
_FIRST = ("1.1", "1．1", "１．１", "１.１")  # no such text goes without
_ENOUGH = 4  # numbers of several parts that a text numbered throughout has at least
_REGULAR = 0.7  # share of them that follow from the one before


def match_decimal(line: str) -> re.Match[str] | None:
    """Return the match of a decimal number that a line begins with; group 1 is the number."""
    return _SEVERAL.match(line) or _ONE.match(line)


def parts_of(number: str) -> tuple[int, ...]:
    """Return the parts of a decimal number: 1.2.3 is (1, 2, 3)."""
    return tuple(int(part) for part in unicodedata.normalize("NFKC", number).split("."))


def is_numbered_throughout(text: str) -> bool:
    """Tell whether a text is numbered decimally: enough such numbers, and nearly all follow from one another."""
    if not any(first in text for first in _FIRST):
        return False
    found = [parts_of(m[1]) for m in _LINE.finditer(text)]
    if len(found) < _ENOUGH:
        return False
    regular = sum(_follows(before, after) for before, after in zip([(0,), *found], found, strict=False))
    return regular >= _REGULAR * len(found)


def _follows(before: Sequence[int], after: Sequence[int]) -> bool:
    """1.1 is followed by 1.1.1, 1.2 or 2.1; 1 by 1.1."""
    shared = _shared(before, after)
    rest = after[shared:]
    if shared == len(before):
        return all(part == 1 for part in rest)
    return bool(rest) and rest[0] == before[shared] + 1 and all(part == 1 for part in rest[1:])


def _shared(a: Iterable[int], b: Iterable[int]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count
