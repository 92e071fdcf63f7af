"""Simplified and traditional script, through OpenCC.

Only conversions that keep the length are used (tw2s and s2t: measured over all of their dictionaries), so offsets hold
in every script. ``tw2s`` must see traditional text only: in simplified text it would turn 显著 into 显着.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile(r"[\u3400-\u9fff]")
_SAMPLE = 20_000
_TRADITIONAL_SHARE = 0.05  # of the Han characters; simplified official texts stay below 0.001, traditional above 0.2
# Glyphs of Hong Kong and old print that tw2s does not know, and 於, which it keeps where it might be a name (對於單筆).
_LEFT_BY_TW2S = tuple(zip("敍枱粧糭衞衹於", "叙台妆粽卫只于", strict=True))
_CHUNK = 200_000  # characters converted at once: OpenCC holds the interpreter lock


@lru_cache(maxsize=4)
def _converter(config: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(config)


def is_traditional(text: str) -> bool:
    """Tell whether the text is written in traditional script (judged by its first 20,000 Han characters)."""
    han = "".join(_HAN.findall(text[: 2 * _SAMPLE])[:_SAMPLE])
    if not han:
        return False
    changed = sum(a != b for a, b in zip(han, _converter("t2s").convert(han), strict=True))
    return bool(changed > _TRADITIONAL_SHARE * len(han))


def simplify(text: str) -> str:
    """Convert traditional text to simplified script, Taiwan glyphs included (著力 becomes 着力); same length."""
    done = _convert("tw2s", text)
    for traditional, simplified in _LEFT_BY_TW2S:
        done = done.replace(traditional, simplified)
    return done


def to_traditional(text: str) -> str:
    """Convert simplified text to traditional script; same length."""
    return _convert("s2t", text)


def _convert(config: str, text: str) -> str:
    convert = _converter(config).convert
    out = []
    for start in range(0, len(text), _CHUNK):
        piece = text[start : start + _CHUNK]
        # OpenCC stops at NUL and refuses lone surrogates; decoding lets neither through, a query or a note might.
        safe = piece.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
        done = convert(safe)
        out.append(done if len(done) == len(piece) else "".join(map(convert, safe)))
    return "".join(out)
