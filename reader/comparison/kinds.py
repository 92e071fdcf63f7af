"""What kind of change a difference is: what weighs most among the things it touches."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.comparison.tokens import MARK, NUMBER, UNIT, Token
from reader.text.numerals import HAN_NUMERAL, han_number
from reader.text.organs import is_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DUTY = {
    "must": ("应当", "必须", "应", "须", "务必", "一律", "必需", "应予", "应该", "确保"),
    "never": (
        "不得", "禁止", "严禁", "不准", "不许", "不能", "不予", "不可", "不应", "杜绝", "严格禁止", "一律不得",
    ),
    "may": ("可以", "可", "允许", "准许", "有权", "可予"),
    "hope": ("鼓励", "提倡", "倡导", "原则上", "力争", "争取", "尽量", "尽可能", "有条件"),
}  # fmt: skip
_STRENGTH = {word: strength for strength, duty in _DUTY.items() for word in duty}
# These say how strict something is only where one stands for another such word: 应当 → 要 changes nothing, 要 → 探索 does.
_SOFT = {"要": "must", "需": "must", "需要": "must", "支持": "hope", "引导": "hope", "探索": "hope"}
_NOT = frozenset("不 未 非 无 不再 并不 没有 无需 无须".split())
_TURNED = 4  # characters of a change that does nothing but deny
_SCOPE = frozenset(
    "全国 全省 全市 全区 全县 全州 全镇 全域 全部 全体 所有 一切 任何 各类 各级 各区 各市 各县 各地 各省 各部门 各单位"
    " 部分 个别 少数 试点 试点区 试行 先行 先行先试 先行区 示范区 局部 部分地区 本市 本区 本省 本县 本行政区域 境内 境外"
    " 辖区 辖区内 区域内 范围内 以外 之外 除外 除 不适用 仅 仅限 限于 包括 不包括 普遍 全面 逐步".split()
)
# What narrows or widens only where hardly anything else changes; in a sentence written anew it says nothing of the scope.
_WEAK_SCOPE = frozenset("有关 相关 重点 区域 范围 其他 其它 特定 符合条件 各 等 某些".split())
_HARDLY = 1  # characters that may change beside a weak word of scope
_BOUNDS = frozenset("不少于 不低于 不超过 不高于 少于 多于 低于 高于 超过 不足 不满 至少 至多 最多".split())
_LIMITS = frozenset("以上 以下 以内".split())  # they stand behind what they limit
_LITTLE = 8  # characters
_BETWEEN = re.compile(r"[、,;和与及或]+|以及|或者|会同")
_ORGAN_END = "委员会|管委会|政府|办公室|办公厅|委|局|厅|办|部|院|署|司|中心|集团|公司|银行|海关|街道|部门|机关|管理机构|监管机构|监督机构|协会|联合会|工会"
_ORGAN = re.compile(rf"[\u4e00-\u9fff]{{2,20}}(?:{_ORGAN_END})|海关|法院|检察院|国务院")
_ORGAN_TAIL = re.compile(rf"(?:行政)?(?:监督|监管)?(?:管理)?(?:{_ORGAN_END})")
_NO_ORGAN = re.compile(
    "[干内外全大局细乐]部$|^(?:有关|相关|其他|各)?(?:部门|机关)$|支持|推[动进]|建[立设]|完善|促进|引导|优化|提高"
)
_HAN_NUMBER = re.compile(f"[{HAN_NUMERAL}○两]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NO_NUMBER = re.compile("第三[人方]")
_NAME = re.compile("[十百][一二三四五六七八九]{2}")  # 十四五 is no number but the name of a plan
_DIGITS = re.compile(f"[{HAN_NUMERAL}○两]+|[0-9]+")


def kind_of(
    left: Sequence[Token], right: Sequence[Token], before: Token | None = None, after: Token | None = None
) -> str:
    """Return obligation, number, unit, scope, wording or form for what was replaced by what.

    ``before`` and ``after`` are the tokens in front and behind, where there are any: behind a number 以上 is a limit,
    and what stands before 管理局 is part of an organ's name.
    """
    if all(token.kind == MARK for token in (*left, *right)):
        return "form"
    moved = _bound_moved(left, right, before)
    if _stricter(left, right) or (not moved and _turned_round(left, right)):
        return "obligation"
    values, others = _values(left, right)
    if moved or values != others:
        return "number"
    if _units(left) != _units(right) or _organ_for_organ(left, right, before, after):
        return "unit"
    if _scopes(left, right) != _scopes(right, left):
        return "scope"
    return "wording"


def weighs(word: str) -> bool:
    """Tell whether a word says how strictly something is required."""
    return word in _STRENGTH or word in _NOT


def _stricter(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether what is required became stricter or laxer."""
    hard, soft = (
        [Counter(known[t.text] for t in side if t.text in known) for side in (left, right)]
        for known in (_STRENGTH, _SOFT)
    )
    if hard[0] != hard[1]:
        return hard[0] + soft[0] != hard[1] + soft[1]
    return bool(soft[0] and soft[1]) and set(soft[0]) != set(soft[1])


def _turned_round(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a change does little but deny what was said, or no longer deny it: 收费 → 不收费."""
    if max(_length(left), _length(right)) > _TURNED:
        return False
    mine, yours = ([token.text for token in side if token.text in _NOT] for side in (left, right))
    return bool(mine) != bool(yours)


def _length(tokens: Sequence[Token]) -> int:
    return sum(len(token.text) for token in tokens)


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def _values(left: Sequence[Token], right: Sequence[Token]) -> tuple[Counter[str], Counter[str]]:
    """Count the numbers of both sides by what they are worth, however they are written: 百分之三十 is 30%."""
    numbers = ([t.text for t in side if t.kind == NUMBER and not _NO_NUMBER.match(t.text)] for side in (left, right))
    sides = [[_value(text) for text in side] for side in numbers]
    bare = [[_value(token.text) for token in side if _DIGITS.fullmatch(token.text)] for side in (left, right)]
    if bare[0] and bare[1]:  # of the second item → of the third
        sides = [numbers + digits for numbers, digits in zip(sides, bare, strict=True)]
    return Counter(sides[0]), Counter(sides[1])


def _value(text: str) -> str:
    if _NAME.fullmatch(text):
        return text
    plain = _THOUSANDS.sub("", text.removesuffix("内"))
    share = plain.startswith("百分之")
    plain = _HAN_NUMBER.sub(lambda found: str(han_number(found[0])), plain.removeprefix("百分之"))
    return plain + "%" if share else plain


def _bounds(tokens: Sequence[Token]) -> frozenset[str]:
    return _BOUNDS.intersection(_words(tokens))


def _limits(tokens: Sequence[Token]) -> frozenset[str]:
    """Return whether a limit is an upper or a lower one; 三日内 is 三日以内."""
    within = {"以内"} if any(t.text == "内" or (t.kind == NUMBER and t.text.endswith("内")) for t in tokens) else set()
    return _LIMITS.intersection(_words(tokens)) | within


def _bound_moved(left: Sequence[Token], right: Sequence[Token], before: Token | None) -> bool:
    """Tell whether a limit became another one: 不少于 → 不超过, and 三年以上 → 三年以下."""
    if max(_length(left), _length(right)) > _LITTLE:
        return False
    mine, yours = _bounds(left), _bounds(right)
    if mine and yours and mine != yours:
        return True
    behind = (before is not None and before.kind == NUMBER) or any(t.kind == NUMBER for t in (*left, *right))
    return behind and _limits(left) != _limits(right)


def _units(tokens: Sequence[Token]) -> list[str]:
    return sorted(token.text for token in tokens if token.kind == UNIT)


def _organ_for_organ(left: Sequence[Token], right: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """Tell whether all that changes are names with the shape of an organ's: one for another, one more or one less."""
    tail = after.text if after and _ORGAN_TAIL.fullmatch(after.text) else ""
    mine, yours = _text(left), _text(right)
    shorter, longer = sorted((mine, yours), key=len)
    if longer.startswith(shorter):  # words were cut otherwise: 由市|科委 beside 由|市教委
        more = longer.removeprefix(shorter)
        said = before.text + shorter if before else shorter
        return any(_organs(one, tail) for one in (more, _turned(more, said)))
    names, others = _organs(mine, tail), _organs(yours, tail)
    return names is not None and others is not None and names != others


def _turned(text: str, before: str) -> str:
    """Return what was put in as beginning with what stands before it, too: 区甲局、 for 甲局、区 behind 由区."""
    longest = range(min(len(text), len(before)), 0, -1)
    same = next((n for n in longest if before.endswith(text[-n:])), 0)
    return text[len(text) - same :] + text[: len(text) - same]


def _organs(text: str, tail: str) -> set[str] | None:
    """Return the organs that a text names and nothing else; None for any other text."""
    names = [name for name in _BETWEEN.split(text.strip("。")) if name]
    if names and tail and text.endswith(names[-1]):
        names[-1] += tail
    organs = all(_ORGAN.fullmatch(name) and not _NO_ORGAN.search(name) and not is_phrase(name) for name in names)
    return set(names) if organs else None


def _scopes(tokens: Sequence[Token], others: Sequence[Token]) -> Counter[str]:
    found = Counter(word for word in _words(tokens) if word in _SCOPE)
    if max(_length(tokens), _length(others)) <= _LITTLE:
        found.update(_limits(tokens))
    if all(_length([t for t in side if t.text not in _WEAK_SCOPE]) <= _HARDLY for side in (tokens, others)):
        found.update(token.text for token in tokens if token.text in _WEAK_SCOPE)
    return found


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words, and each with the one behind it: 各区 and 不少于 are cut in two."""
    yield from (token.text for token in tokens)
    yield from (a.text + b.text for a, b in pairwise(tokens))
