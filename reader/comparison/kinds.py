"""What kind of change a difference is: what weighs most among the things it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.tokens import MARK, NUMBER, UNIT, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DUTY = {
    "must": ("应当", "必须", "应", "须", "务必", "一律", "必需", "应予", "应该", "确保", "不少于", "不得少于"),
    "never": (
        "不得", "禁止", "严禁", "不准", "不许", "不能", "不予", "不可", "不应", "杜绝", "严格禁止", "一律不得",
    ),
    "may": ("可以", "可", "允许", "准许", "有权", "可予"),
    "hope": ("鼓励", "提倡", "倡导", "原则上", "力争", "争取", "尽量", "尽可能", "有条件"),
}  # fmt: skip
_STRENGTH = {word: strength for strength, duty in _DUTY.items() for word in duty}
_SCOPE = frozenset(
    "全国 全省 全市 全区 全县 全域 全部 所有 一切 任何 各类 各级 各区 各地 部分 个别 试点 试行 先行 先行先试 局部 部分地区"
    " 有关 相关 重点 区域 区域内 范围 范围内 境内 辖区 辖区内 本市 本区 本省 本行政区域 行政区域 以上 以下 以内 以外 之外"
    " 除外 除 其他 特定 符合条件 符合 规模 普遍 全面 逐步 适用 不适用 仅 仅限 限于 包括 不包括".split()
)


def kind_of(left: Sequence[Token], right: Sequence[Token]) -> str:
    """Return obligation, number, unit, scope, wording or form for what was replaced by what."""
    if all(token.kind == MARK for token in (*left, *right)):
        return "form"
    if _strengths(left) != _strengths(right):
        return "obligation"
    if _texts(left, NUMBER) != _texts(right, NUMBER):
        return "number"
    if _texts(left, UNIT) != _texts(right, UNIT):
        return "unit"
    if _scopes(left) != _scopes(right):
        return "scope"
    return "wording"


def _strengths(tokens: Iterable[Token]) -> list[str]:
    return sorted(_STRENGTH[token.text] for token in tokens if token.text in _STRENGTH)


def _texts(tokens: Iterable[Token], kind: str) -> list[str]:
    return sorted(token.text for token in tokens if token.kind == kind)


def _scopes(tokens: Iterable[Token]) -> list[str]:
    return sorted(token.text for token in tokens if token.text in _SCOPE)
