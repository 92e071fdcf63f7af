"""The mark of secrecy in the place of the 版头 (GB/T 9704-2012, 7.2.2): a text that bears it is not for this program."""

from __future__ import annotations

import re

from reader.text.scripts import simplify

_LINES = 12  # lines that are not blank, in which the letterhead stands
_WIDEST = 40  # characters: the mark shares its line with a copy number and an urgency at most
_B = r"[ \t\u00a0\u2002\u2003\u3000]{0,4}"
_TERM = rf"(?:{_B}(?:[0-9０-９一二三四五六七八九十]{{1,3}}{_B}(?:年|个月|月|日|天)|长期|启用前|解密前|公布前))?"
_STARRED = re.compile(rf"(?:绝{_B}密|机{_B}密|秘{_B}密){_B}[★☆＊*]{_TERM}")
_ALONE = re.compile(rf"(?:密{_B}级{_B}[:：]{_B})?(绝{_B}密|机{_B}密|秘{_B}密){_TERM}")


def secrecy_mark(source: str) -> str | None:
    """Return the mark (机密★1年) that stands in the letterhead of a source text, or None; the mere word is no mark."""
    head = [line.strip() for line in source[:4000].split("\n") if line.strip()][:_LINES]
    for line in head:
        plain = simplify(line).replace("祕", "秘")
        if len(plain) > _WIDEST:
            continue
        found = _STARRED.search(plain) or _ALONE.fullmatch(plain)
        if found and not re.search(r"[，。；]", plain):
            return "".join(found[0].split())
    return None
