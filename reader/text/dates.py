"""Dates as official documents write them, to ISO and back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reader.text.numerals import han_number
from reader.text.patterns import pattern
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "〇○零Oo一二三四五六七八九十"
_DAY = pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})[ \u00a0\u3000]{0,4}(?:年|[-/.])[ \u00a0\u3000]{0,4}(?P<month>\d{1,2})"
    r"[ \u00a0\u3000]{0,4}(?:月|[-/.])[ \u00a0\u3000]{0,4}(?P<day>\d{1,2})(?!\d)[ \u00a0\u3000]{0,4}日?"
    rf"|(?P<han_year>[一二][{_HAN}]{{3}})年(?P<han_month>[{_HAN}]{{1,2}})月(?P<han_day>[{_HAN}]{{1,3}})日"
)


_LONGEST = 30  # characters of a full date, blanks included


class FoundDate(NamedTuple):
    """A full date: ISO form and where it stands."""

    iso: str
    span: Span


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield every valid full date (年月日 in Arabic or Chinese numerals, or 2024-10-25, 2024/10/25, 2024.10.25)."""
    for found in _DAY.finditer(text):
        if found["year"]:
            parts = [int(found["year"]), int(found["month"]), int(found["day"])]
        else:
            read = (han_number(found[name].replace("o", "〇")) for name in ("han_year", "han_month", "han_day"))
            parts = [value or 0 for value in read]
        try:
            yield FoundDate(date(*parts).isoformat(), Span(*found.span()))
        except ValueError:
            continue


def only_date(line: str) -> str | None:
    """Return the ISO date of a line that holds a date and nothing else."""
    plain = line.strip()
    if len(plain) > _LONGEST:
        return None
    for found in find_dates(plain):
        if found.span == (0, len(plain)):
            return found.iso
    return None
