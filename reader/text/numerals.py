"""Chinese and Arabic numerals of official documents."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0, "两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = "〇一二三四五六七八九"
_PLACES = ("千", "百", "十", "")
_ZEROS = re.compile("零+")
HAN_NUMERAL = "一二三四五六七八九十百零〇"


def han_number(text: str) -> int | None:
    """Return the value of a Chinese numeral: 二十三 is 23, 二〇二四 is 2024, 一百零五 is 105; None if it is none."""
    if not text or any(c not in _DIGITS and c not in _TENS for c in text):
        return None
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def number(text: str) -> int | None:
    """Return the value of a numeral in any form: 12, １２, 十二, ⑫, ㈫; None if it is none."""
    plain = unicodedata.normalize("NFKC", text).strip("() .")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return han_number(plain)


def to_han(value: int) -> str:
    """Write 0 to 9999 as official headings do: 21 is 二十一, 105 is 一百零五; what is more stays in figures."""
    if value >= 10_000:
        return str(value)
    if value < 10:
        return _WRITTEN[value]
    figures = str(value)
    written = "".join(
        _WRITTEN[int(figure)] + place if figure != "0" else "零"
        for figure, place in zip(figures, _PLACES[-len(figures) :], strict=True)
    )
    return _ZEROS.sub("零", written).removesuffix("零").removeprefix("一" if value < 20 else "")
