"""What a document says before its first marker, without its front matter (title, number, notice, signature)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.dates import only_date
from reader.text.doc_numbers import only_doc_number
from reader.text.folding import folded
from reader.text.organs import is_organ

if TYPE_CHECKING:
    from reader.comparison.records import Side
    from reader.text.spans import Span

_FORMULA = re.compile(r"印发给你们|现印发|现予(?:印发|公布|发布)|^[(（][^()（）]{2,30}[)）]$|^抄送|印发$|文件$")
_SENTENCE = re.compile(r"[。；：:;!！?？]")
_LONGEST_FACT = 300  # characters; addressees can be many
_PROSE = 40  # characters from which a line without a sentence's end is text and not a heading of some kind


def opening(side: Side) -> tuple[Span, ...]:
    """Return the paragraphs in front of the first marker that belong to the text itself.

    What precedes the title of the text is the notice that carries it; what follows the last section is its signature.
    """
    root, *others = side.outline.sections
    text = side.reading.simplified
    end = others[0].span.start if others else len(text)
    pieces = [piece for piece in root.body if piece.start < end]
    facts = _facts(side)
    title = folded(side.front.title or "")
    titles = [k for k, piece in enumerate(pieces) if title and folded(piece.text(text)) == title]
    behind_title = pieces[titles[-1] + 1 :] if titles else pieces
    return tuple(p for p in behind_title if _says_something(p.text(text).strip(), facts, alone=not others))


def _facts(side: Side) -> frozenset[str]:
    front = side.front
    stated = (front.title, front.notice_title, front.doc_number, front.addressees, front.note, *front.issuers)
    return frozenset(folded(fact).rstrip(":") for fact in stated if fact)


def _says_something(line: str, facts: frozenset[str], *, alone: bool) -> bool:
    if len(line) > _LONGEST_FACT:
        return True
    if folded(line).rstrip(":") in facts or only_date(line) or only_doc_number(line):
        return False
    if _FORMULA.search(line) or is_organ(line):
        return False
    return alone or bool(_SENTENCE.search(line)) or len(line) >= _PROSE
