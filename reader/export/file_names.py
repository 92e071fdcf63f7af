"""Names that are proposed for what is exported."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "notes": "批注清单",
    "units": "任务分解表",
    "annotated": "批注稿",
    "comparison": "修订对照表",
}
_RESERVED = str.maketrans(
    {"/": "／", "\\": "＼", ":": "：", "*": "＊", "?": "？", '"': "＂", "<": "〈", ">": "〉", "|": "｜"}
)
# Many file systems stop at 255 bytes, encrypted home folders of domestic systems at 143.
_MOST_BYTES = 140


def suggest_name(title: str | None, kind: str, suffix: str = ".docx") -> str:
    """Return a file name that every system takes: ``标题（批注清单）.docx``; ``kind`` is a key of KINDS."""
    tail = f"（{KINDS.get(kind, kind)}）{suffix}"
    return _cut(_clean(title or "") or "未命名文件", _MOST_BYTES - len(tail.encode())) + tail


def free_name(path: Path) -> Path:
    """Return the path itself, or the first of ``名称（2）.docx``, ``名称（3）.docx`` … that is not taken."""
    if not path.exists():
        return path
    return next(p for n in count(2) if not (p := path.with_name(f"{path.stem}（{n}）{path.suffix}")).exists())


def _clean(title: str) -> str:
    visible = "".join(" " if c.isspace() else c for c in title if c.isspace() or unicodedata.category(c)[0] != "C")
    return re.sub(r" {1,1000}", " ", visible.translate(_RESERVED)).strip(" .")


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore").rstrip(" .")
