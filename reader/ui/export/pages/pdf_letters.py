"""Corrects what a PDF file says its letters are.

Where a font has one shape for a character and for the radical that looks like it, Qt names the radical: 人民 would be
found, and copied, as ⼈⺠. Both names are as long, so they are changed in place.
"""

from __future__ import annotations

import re
import unicodedata

_TABLE = re.compile(rb"beginbfrange(.{1,400000}?)endbfrange", re.DOTALL)
_RADICAL = re.compile(rb"<(2E[89A-F][0-9A-F]|2F[0-9A-D][0-9A-F])>")
_FIRST, _LAST = 0x2F00, 0x2FD5  # radicals whose character Unicode knows
# Others that stand for themselves as words, each before its character.
_PAIRS = (
    "⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟"
)
_OTHERS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))


def with_true_letters(data: bytes) -> bytes:
    """Return the file with the names of characters in the place of those of radicals."""
    return _TABLE.sub(lambda table: b"beginbfrange" + _RADICAL.sub(_character, table[1]) + b"endbfrange", data)


def _character(found: re.Match[bytes]) -> bytes:
    radical = chr(int(found[1], 16))
    known = _FIRST <= ord(radical) <= _LAST
    character = unicodedata.normalize("NFKC", radical) if known else _OTHERS.get(radical, radical)
    return f"<{ord(character):04X}>".encode()
