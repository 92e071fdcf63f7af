"""Chinese and Arabic numerals of official documents."""

from __future__ import annotations

import unicodedata

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0, "两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
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
    """Write 1 to 99 as official headings do: 21 is 二十一."""
    digits = "〇一二三四五六七八九"
    if value < 10:
        return digits[value]
    tens, ones = divmod(value, 10)
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
