"""What to look at where a lower document takes up a clause of an upper one: laxer, narrower, other numbers, copied.

Only parts that say much the same are held against each other; whether it matters is for the user to judge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.tokens import MARK, NUMBER
from reader.text.numerals import HAN_NUMERAL, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.comparison.matters import Clause
    from reader.comparison.tokens import Token

_ALIKE = 0.5  # share of their words that two parts of a sentence have in common, from which they say the same
_COMMON = 3  # words that they have in common, at least
_HARD = frozenset("应当 必须 须 务必 一律 不得 严禁 禁止 确保 不准 不许".split())
_SOFT = frozenset("可 可以 力争 争取 尽量 原则上 有条件 允许".split())
_WISHES = frozenset("鼓励 支持 引导 探索 倡导 提倡 研究".split())  # soft where a part begins so; 金融支持 is none
_BEGINNING = 2  # words
_BROAD = frozenset(
    "全国 全省 全市 全区 全县 全州 全域 全面 全部 所有 任何 各类 各级 各市 各区 各县 各地 普遍 一律".split()
)
_NARROW = frozenset("试点 先行 先行先试 部分 个别 有条件 符合条件 选取 选择 限于 仅限".split())
_SOME = frozenset("有关 相关 重点".split())  # narrow only where the upper clause speaks of all
_SENTENCE_END = frozenset("。;!?")
_AMOUNT = re.compile(rf"([\d.,]+|[{HAN_NUMERAL}]+)(.*)")
_YEAR = re.compile(r"(20\d\d)年(?!\d{1,2}月)")  # a day is when something was issued, a year by when it is to be done
_COPIED = 0.6  # share of a clause that stands so in the upper one
_RUN = 8  # characters that stand together; so many are rarely shared by chance
_LOOKED_AT = 10_000  # words of a clause; only a text without sections has more
_SHORTEST = 40  # characters; what is shorter says little by being copied
_UNITS = re.compile(r"\((?:牵头|责任|配合|主办|成员)(?:单位|部门)")


class _Part(NamedTuple):
    """What stands between two marks, and the words of the sentence around it."""

    words: frozenset[str]
    soft: bool
    amounts: frozenset[tuple[str, str]]  # value and measure
    sentence: frozenset[str]


def hints(upper: Clause, lower: Clause) -> tuple[str, ...]:
    """Return weaker, narrower, number and verbatim as far as they hold of the lower clause, in this order."""
    alike = list(_alike(_parts(upper), _parts(lower)))
    found = {
        "weaker": any(_weaker(a, b) for a, b in alike),
        "narrower": any(_narrower(a, b) for a, b in alike),
        "number": _other_amounts(alike) or _other_year(upper.passage.text, lower.passage.text),
        "verbatim": _copied(upper.passage.text, lower.passage.text),
    }
    return tuple(hint for hint, holds in found.items() if holds)


def _parts(clause: Clause) -> list[_Part]:
    ends = set(clause.passage.piece_ends)  # heading and paragraphs; no mark need stand there
    parts: list[_Part] = []
    sentence: list[list[Token]] = [[]]
    for token in clause.tokens[:_LOOKED_AT]:
        if token.kind != MARK:
            sentence[-1].append(token)
        elif token.text[0] not in _SENTENCE_END:
            sentence.append([])
        if token.end in ends or (token.kind == MARK and token.text[0] in _SENTENCE_END):
            parts += _of_sentence(sentence)
            sentence = [[]]
    return parts + list(_of_sentence(sentence))


def _of_sentence(parts: Sequence[Sequence[Token]]) -> Iterator[_Part]:
    whole = frozenset(token.text for part in parts for token in part if token.kind != NUMBER)
    for part in parts:
        words = frozenset(token.text for token in part if token.kind != NUMBER)
        soft = bool(words & _SOFT) or any(token.text in _WISHES for token in part[:_BEGINNING])
        amounts = frozenset(_amount(token.text) for token in part if token.kind == NUMBER)
        if words:
            yield _Part(words, soft, amounts - {("", "")}, whole)


def _amount(text: str) -> tuple[str, str]:
    """Return value and measure of a number; nothing for a year, an ordinal, the number of a document."""
    found = _AMOUNT.fullmatch(text)
    if not found or found[2].startswith("年"):
        return "", ""
    value = number(found[1]) if found[1][0] in HAN_NUMERAL else found[1].replace(",", "")
    return str(value), found[2]


def _alike(upper: Sequence[_Part], lower: Sequence[_Part]) -> Iterator[tuple[_Part, _Part]]:
    """Yield for each upper part the lower one that says most nearly the same, where one does."""
    holders: dict[str, list[int]] = {}
    for k, part in enumerate(lower):
        for word in part.words:
            holders.setdefault(word, []).append(k)
    for part in upper:
        near = {k for word in part.words for k in holders.get(word, ())}
        scored = [(_share(part.words, lower[k].words), -k) for k in near]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _ALIKE and len(part.words & lower[-best[1]].words) >= _COMMON:
            yield part, lower[-best[1]]


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def _weaker(upper: _Part, lower: _Part) -> bool:
    """Tell whether a duty became a wish, or lost the word that makes it one."""
    softened = lower.soft and not upper.sentence & (_SOFT | _WISHES)
    return softened or bool(upper.words & _HARD and not lower.sentence & _HARD)


def _narrower(upper: _Part, lower: _Part) -> bool:
    """Tell whether the lower part holds for fewer than the upper one."""
    if (lower.words & _NARROW) - upper.sentence:
        return True
    return bool(upper.words & _BROAD and not lower.words & _BROAD and (lower.words & _SOME) - upper.sentence)


def _other_amounts(alike: Sequence[tuple[_Part, _Part]]) -> bool:
    """Tell whether parts that say the same measure something differently."""
    for upper, lower in alike:
        for value, measure in upper.amounts:
            others = {other for other, its in lower.amounts if its == measure}
            if others and value not in others:
                return True
    return False


def _other_year(upper: str, lower: str) -> bool:
    """Tell whether both set a year and the last of them differs."""
    mine, yours = (_YEAR.findall(text) for text in (upper, lower))
    return bool(mine and yours) and max(mine) != max(yours)


def _copied(upper: str, lower: str) -> bool:
    """Tell whether most of the lower clause stands so in the upper one, the responsible units aside."""
    text = _UNITS.split(lower)[0]
    if len(text) < _SHORTEST:
        return False
    runs = {upper[i : i + _RUN] for i in range(len(upper) - _RUN + 1)}
    held = {i + k for i in range(len(text) - _RUN + 1) if text[i : i + _RUN] in runs for k in range(_RUN)}
    return len(held) >= _COPIED * len(text)
