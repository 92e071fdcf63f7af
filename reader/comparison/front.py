"""What the front matter of two documents states differently, or only one of them states."""

from __future__ import annotations

import re

from reader.comparison.records import FrontDifference, Side
from reader.text.folding import folded

FACTS = (
    "secrecy", "urgency", "letterhead", "doc_number", "notice_title", "title", "addressees", "issuer", "issued_on",
    "published_on", "effective_on", "expires_on", "note", "copied_to", "printed_by", "printed_on",
)  # fmt: skip
# 发文机关标志 (GB/T 9704-2012, 7.2.4): the issuer's name, followed by 文件.
_LETTERHEAD = re.compile(
    r"^[ \t\u00a0\u3000]{0,40}([^\n。，：；、]{3,60}文[ \u3000]{0,4}件)[ \t\u00a0\u3000]{0,40}$", re.MULTILINE
)
_HEAD = 600  # characters at the start of the text in which a letterhead can stand


def front_differences(left: Side, right: Side) -> tuple[FrontDifference, ...]:
    """Return the facts that stand on one side only or differ, in the order in which a document states them."""
    pairs = ((fact, _stated(left, fact), _stated(right, fact)) for fact in FACTS)
    return tuple(FrontDifference(*pair) for pair in pairs if folded(pair[1] or "") != folded(pair[2] or ""))


def _stated(side: Side, fact: str) -> str | None:
    if fact == "letterhead":
        found = _LETTERHEAD.search(side.reading.simplified[:_HEAD])
        return "".join(found[1].split()) if found else None
    value = getattr(side.front, fact)
    return str(value) if value else None
