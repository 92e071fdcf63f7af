"""Document numbers (发文字号, GB/T 9704-2012, 7.2.5): 杨府发〔2024〕11号."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.text.patterns import pattern
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLD = str.maketrans("（［[(﹝{【）］])﹞}】０１２３４５６７８９", "〔〔〔〔〔〔〔〕〕〕〕〕〕〕0123456789")
_NUMBER = pattern(
    r"(?P<organ>[\u4e00-\u9fff]{1,16})[ \u00a0\u3000]{0,3}〔[ ]{0,2}(?P<year>(?:19|20)\d{2})[ ]{0,2}年?[ ]{0,2}〕"
    r"[ \u00a0\u3000]{0,3}第?[ ]{0,2}(?P<serial>\d{1,5})[ \u00a0\u3000]{0,3}号"
)
_YEAR = pattern(r"[（［\[(﹝{【〔][ ]{0,2}(?:[12１２][09０９])[0-9０-９]{2}")
_BEFORE, _BEHIND = 20, 24  # characters around the year in which the rest of a number stands
# The characters before the bracket also catch the words before the number: cut behind these.
_LEADING = pattern(r".*(?:根据|按照|依据|执行|印发|转发|参照|以及|见|和|与|及|的|在|以|经|据|号)(?=.{2})", re.DOTALL)
_ENDING = ("发", "办", "函", "规", "字", "政", "令", "告", "文", "号", "通", "委", "议", "知", "审", "复", "工", "电")


class DocNumber(NamedTuple):
    """A document number in canonical form, and where it stands."""

    text: str
    span: Span


def find_doc_numbers(text: str) -> Iterator[DocNumber]:
    """Yield the document numbers in a text, written with any brackets, widths and blanks, in canonical form."""
    done = 0
    for year in _YEAR.finditer(text):
        window = max(done, year.start() - _BEFORE)
        found = _NUMBER.search(text[window : year.end() + _BEHIND].translate(_FOLD))
        if found is None:
            continue
        done = window + found.end()
        organ, start = found["organ"], window + found.start()
        if len(organ) > 3 and (leading := _LEADING.match(organ)):
            cut = leading.end()
            organ, start = organ[cut:], start + cut
        yield DocNumber(f"{organ}〔{found['year']}〕{int(found['serial'])}号", Span(start, done))


def only_doc_number(line: str) -> str | None:
    """Return the number of a line that holds a document number and nothing else (brackets around it allowed)."""
    plain = line.strip().strip("（）() ")
    for found in find_doc_numbers(plain):
        if found.span.end == len(plain) and found.span.start == 0:
            return found.text
    return None
