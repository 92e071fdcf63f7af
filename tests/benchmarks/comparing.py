"""Comparing two editions, against diffs of the bare texts: time, what is marked, the first screenful, growth."""

from __future__ import annotations

import gc
import importlib.util
import math
import random
import re
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_left
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.compare import compare
from reader.comparison.first_view import first_view
from reader.comparison.passages import passages
from reader.comparison.records import EDITIONS, Side
from reader.structure.front_matter import FrontMatter
from reader.structure.parser import parse
from reader.text.reading_text import ReadingText
from reader.text.words import words
from tests.benchmarks.ratios import Row, alternate, seconds
from tests.benchmarks.texts import long_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.comparison.records import Comparison

_SHORT, _MIDDLE, _LONG = 10_000, 100_000, 1_000_000
_SHARE, _LIGHT = 0.05, 0.005  # of the characters, edited
_LONGEST_EDIT = 28  # characters
_ONLY_LISTED = math.inf


class _Edited(NamedTuple):
    """A text, what became of it, and how many characters were put in or taken out."""

    left: str
    right: str
    true: int


class _Peer(NamedTuple):
    """Another diff: compares two texts and returns how many characters it marks."""

    name: str
    marks: Callable[[_Edited], int]


def rows() -> Iterator[Row]:
    """Yield the rows of the comparison."""
    words("暖机")
    peers = list(_peers())
    at_words = _edited(long_text(_MIDDLE), _SHARE, whole_words=True)
    anywhere = _edited(long_text(_MIDDLE), _SHARE, whole_words=False)
    yield from _times(at_words, peers)
    yield from _marks("改在词界", at_words, peers)
    yield from _marks("改在任意字", anywhere, peers)
    yield from _scale()


def _times(texts: _Edited, peers: list[_Peer]) -> Iterator[Row]:
    sides = _side(texts.left), _side(texts.right)
    what = "两稿比对，每侧10万字，改动5%"
    ours, theirs = alternate(
        lambda: seconds(lambda: compare(*sides, EDITIONS)),
        lambda: seconds(lambda: _indel_marks(texts)),
    )
    yield Row(what, "rapidfuzz Indel.opcodes 全文", ours, theirs, "s", 0.5)
    for peer in peers[1:]:
        once = seconds(partial(peer.marks, texts))
        yield Row(what, f"{peer.name} 全文（一次）", ours, once, "s", _ONLY_LISTED)


def _marks(where: str, texts: _Edited, peers: list[_Peer]) -> Iterator[Row]:
    left, right = _side(texts.left), _side(texts.right)
    marked = _marked(compare(left, right, EDITIONS), left, right)
    what = f"标出的字数，10万字改动5%，{where}"
    yield Row(what, "真正改动的字数", marked, texts.true, "字", 1.1)
    for peer in peers:
        yield Row(what, f"{peer.name} 标出的字数", marked, peer.marks(texts), "字", _ONLY_LISTED)


def _scale() -> Iterator[Row]:
    """Yield the first screenful of a long text, and how the time grows with the length."""
    light = {n: _edited(long_text(n), _LIGHT, whole_words=True) for n in (_SHORT, _LONG)}
    sides = {n: (_side(texts.left), _side(texts.right)) for n, texts in light.items()}
    gc.freeze()  # the trees of texts of this length are not what is measured
    whole, short = alternate(
        lambda: seconds(lambda: compare(*sides[_LONG], EDITIONS)),
        lambda: min(seconds(lambda: compare(*sides[_SHORT], EDITIONS)) for _ in range(5)),
        runs=3,
    )
    place = tuple(len(side.outline.sections) // 2 for side in sides[_LONG])
    first = min(seconds(lambda: first_view(*sides[_LONG], (place[0], place[1]))) for _ in range(3))
    gc.unfreeze()
    yield Row("两稿比对，每侧100万字：第一屏", "全部比完", first, whole, "s", 0.2)
    yield Row("两稿比对，每侧100万字", "1万字的用时×100的1.2次方", whole, short * (_LONG / _SHORT) ** 1.2, "s", 1.0)


def _side(text: str) -> Side:
    return Side(ReadingText(text, text, ()), parse(text), FrontMatter())


def _marked(comparison: Comparison, left: Side, right: Side) -> int:
    """Count the characters told as changed; all of a section that only one side has."""
    mine, yours = ([len(passage.text) for passage in passages(side)] for side in (left, right))
    marked = sum(len(change.left) + len(change.right) for pair in comparison.pairs for change in pair.changes)
    for pair in comparison.pairs:
        if pair.right is None and pair.left is not None:
            marked += mine[pair.left]
        if pair.left is None and pair.right is not None:
            marked += yours[pair.right]
    return marked


def _edited(text: str, share: float, *, whole_words: bool, seed: int = 7) -> _Edited:
    """Put in, take out and replace 2 to 28 characters here and there, inside lines, until a share of the text is edited."""
    dice = random.Random(seed)
    borders = [0, *(end for _, _, end in words(text))] if whole_words else range(len(text) + 1)

    def stretch() -> tuple[int, int]:
        start = dice.randrange(len(text) - _LONGEST_EDIT)
        ends = (bisect_left(borders, at) for at in (start, start + dice.randint(2, _LONGEST_EDIT)))
        a, b = (borders[min(end, len(borders) - 1)] for end in ends)
        return a, b

    edits: dict[int, tuple[int, str]] = {}
    taken = bytearray(len(text) + 1)
    true = 0
    while true < share * len(text):
        (start, end), (a, b) = stretch(), stretch()
        how = dice.random()
        new = text[a:b].replace("\n", "") if how < 0.7 else ""
        end = start if how < 0.3 else end
        if (start == end and not new) or "\n" in text[start : end + 1] or any(taken[max(0, start - 1) : end + 2]):
            continue
        edits[start] = end, new
        taken[start : end + 1] = b"x" * (end + 1 - start)
        true += end - start + len(new)
    out, done = [], 0
    for start, (end, new) in sorted(edits.items()):
        out += text[done:start], new
        done = end
    return _Edited(text, "".join(out) + text[done:], true)


def _peers() -> Iterator[_Peer]:
    """Yield the diffs that are installed, rapidfuzz first; say which are not."""
    yield _Peer("rapidfuzz", _indel_marks)
    yield _Peer("difflib", _difflib_marks)
    if importlib.util.find_spec("diff_match_patch"):
        yield _Peer("diff-match-patch", _dmp_marks)
    else:
        print("（没有安装 diff-match-patch，未列）", file=sys.stderr)
    if shutil.which("git"):
        yield _Peer("git 逐字 word-diff", _git_marks)
    else:
        print("（没有安装 git，未列）", file=sys.stderr)


def _indel_marks(texts: _Edited) -> int:
    from rapidfuzz.distance import Indel

    codes = Indel.opcodes(texts.left, texts.right)
    return sum(c.src_end - c.src_start + c.dest_end - c.dest_start for c in codes if c.tag != "equal")


def _difflib_marks(texts: _Edited) -> int:
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, texts.left, texts.right).get_opcodes()
    return sum(i2 - i1 + j2 - j1 for tag, i1, i2, j1, j2 in codes if tag != "equal")


def _dmp_marks(texts: _Edited) -> int:
    from diff_match_patch import diff_match_patch  # type: ignore[import-not-found]

    tool = diff_match_patch()
    found = tool.diff_main(texts.left, texts.right)
    tool.diff_cleanupSemantic(found)
    return sum(len(text) for op, text in found if op)


def _git_marks(texts: _Edited) -> int:
    """Git's words are parted by blanks: in Chinese each character has to be one."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("left.txt", texts.left), ("right.txt", texts.right)):
            Path(folder, name).write_text(text, encoding="utf-8")
        done = subprocess.run(
            ["git", "diff", "--no-index", "--word-diff=porcelain", "--word-diff-regex=.", "left.txt", "right.txt"],
            cwd=folder, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
    return sum(len(line) - 1 for line in done.stdout.split("\n") if re.match(r"[+-](?![+-]{2} )", line))
