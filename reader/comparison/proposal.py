"""Whether two documents are editions of one text or two texts on one matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.comparison.passages import passages_at
from reader.comparison.records import EDITIONS, TOPICS
from reader.text.folding import folded

if TYPE_CHECKING:
    from reader.comparison.records import Side

_SHINGLE = 6
_ALIKE = 0.55  # the share of the shorter text's runs of six characters that the other holds too
_ALIKE_TITLED = 0.05  # under the same title far less will do
_LOOKED_AT = 60_000
# What a title says of the stage of its text, not of its matter.
_STAGE = re.compile(
    r"\([^()]{0,30}\)|(?:19|20)\d\d年?(?:版|修订|修正)?|征求意见稿|送审稿|审议稿|修订稿|草案|全文|^关于(?:印发|发布)?|的通知$"
)


def proposed_mode(left: Side, right: Side) -> str:
    """Return editions for two states of one text, topics for two texts; the user can choose otherwise."""
    floor = _ALIKE_TITLED if _same_title(left, right) else _ALIKE
    return EDITIONS if _held(left, right) >= floor else TOPICS


def _same_title(left: Side, right: Side) -> bool:
    titles = [_STAGE.sub("", folded(side.front.title or "")).strip("<>《》\"'") for side in (left, right)]
    return bool(titles[0]) and titles[0] == titles[1]


def _held(left: Side, right: Side) -> float:
    mine, yours = _shingles(left), _shingles(right)
    if not mine or not yours:
        return 1.0 if mine == yours else 0.0
    return len(mine & yours) / min(len(mine), len(yours))


def _shingles(side: Side) -> set[str]:
    text = _start(side)
    return {text[i : i + _SHINGLE] for i in range(len(text) - _SHINGLE + 1)}


def _start(side: Side) -> str:
    """Return what the first sections say, as far as it is looked at."""
    sections = side.outline.sections
    near = range(next((s.number for s in sections if s.span.start > _LOOKED_AT), len(sections)))
    return "".join(passage.text for passage in passages_at(side, near))[:_LOOKED_AT]
