"""Pinyin notes behind characters: 貿(mào)易. They go only where the letters are a reading of the character before."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.text.damage import damaged_spans
from reader.text.edits import Edit, Reason
from reader.text.scripts import is_traditional

_NOTE = re.compile(
    r"(?<=[\u3400-\u9fff\ufffd?A-Z])[ ]?[（(][ ]?([a-züêńňǹḿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɡ]{1,8}(?:[ '][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,8}){0,3})[ ]{0,2}[）)]"
)
_MANY = 10  # so many notes in simplified text are pollution as well; a few are the author's own (甪(lù)直镇)
_FRONT = 4  # characters that one note may stand for


@lru_cache(maxsize=4096)
def _readings(character: str) -> frozenset[str]:
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(_plain(reading) for readings in found for reading in readings)


@lru_cache(maxsize=4096)
def _plain(letters: str) -> str:
    """Return the letters without tone marks; ü (which some write v) counts as u."""
    bare = unicodedata.normalize("NFD", letters.replace("ɡ", "g").replace("v", "u"))
    return "".join(c for c in bare if c.isalpha())


def _is_reading(before: str, letters: str) -> bool:
    """Tell whether the letters read the last character (or the last few) of the text before them."""
    rests = {_plain(letters)}
    for character in reversed(before[-_FRONT:]):
        spoken = _readings(character)
        rests = {rest.removesuffix(reading) for rest in rests for reading in spoken if rest.endswith(reading)}
        if "" in rests:
            return True
        if not rests:
            return False
    return False


def pinyin_edits(text: str) -> list[Edit]:
    """Return the edits that take pinyin notes out of a polluted text; in a text that is not polluted there are none."""
    notes = list(_NOTE.finditer(text))
    if not notes or not (len(notes) >= _MANY or is_traditional(text)):
        return []
    damaged = {offset for span in damaged_spans(text) for offset in range(span.start, span.end + 1)}
    return [
        Edit(note.start(), note.end(), "", Reason.PINYIN)
        for note in notes
        if _is_reading(text[max(0, note.start() - _FRONT) : note.start()], note[1]) or note.start() in damaged
    ]
