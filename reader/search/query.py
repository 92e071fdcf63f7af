"""From what the user types to what is looked up in the index and verified in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.search.terms import OVERLAP
from reader.text.folding import folded
from reader.text.scripts import simplify

_CERTAIN = re.compile(r"[0-9a-z\u3400-\u4db5\u4e00-\u9fa5]+")  # what every version of FTS5 takes for a word character
_MATCHED = 40  # characters looked up; the rest is verified in the text
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Phrase:
    """One thing to find, in each form it may have in a simplified text; all forms are folded."""

    needles: tuple[str, ...]

    @property
    def match(self) -> str | None:
        """Return the query for the index, which finds at least all places; None where only a full scan does."""
        stretches = [max(_CERTAIN.findall(needle), key=len, default="") for needle in self.needles]
        if not all(stretches):
            return None
        return " OR ".join(f'"{" ".join(stretch[:_MATCHED])}"' for stretch in stretches)


@dataclass(frozen=True)
class Query:
    """The query as one phrase, blanks left out, and its parts where blanks divide it."""

    whole: Phrase
    parts: tuple[Phrase, ...]


def parse(text: str) -> Query | None:
    """Return what to look for; None where the text holds nothing that could be found. Cut at 1,000 characters."""
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    whole = _phrase(text)
    if whole is None:
        return None
    parts = tuple(phrase for part in text.split() if (phrase := _phrase(part)))
    return Query(whole, parts if len(parts) > 1 else ())


def _phrase(text: str) -> Phrase | None:
    forms = [folded(text)[:OVERLAP]]
    if _HAN.search(text):  # the query may be in traditional script; 著 and a few others stand in both
        forms.append(folded(simplify(text))[:OVERLAP])
    needles = tuple(dict.fromkeys(filter(None, forms)))
    return Phrase(needles) if needles else None
