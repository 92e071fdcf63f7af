"""Sentences that make units responsible: 由市科技局牵头, 由市科技局担任组长单位, 由市科技局会同市财政局制定."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.lists import UnitList, pieces, read_list
from reader.units.rules import FOLLOWING, PROSE_RULES, SIGN
from reader.units.shapes import is_specific, level_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reader.units.lexicon import Lexicon

_OPEN_END = pattern("等")
_OTHERS = pattern("[省市区县]?[级直]?各?(?:有关|相关)(?:职能|业务|主管)?(?:部门|单位|方面)")
_INTERPRETS = pattern("[^，。；]{0,8}解释")
_LONGEST = 24  # characters of a name in running text


class Said(NamedTuple):
    """A phrase that makes units responsible."""

    span: Span
    role: str
    units: UnitList


def phrases(text: str, region: Span, lexicon: Lexicon, *, statutory: bool = False) -> Iterator[Said]:
    """Yield the phrases of a stretch that make units responsible.

    ``statutory``: the stretch is an article; whom a law has act together with others bears no task of a plan.
    """
    signs = set(SIGN.findall(text, region.start, region.end))
    for rule in PROSE_RULES if signs else ():
        if rule.sign not in signs or (statutory and rule.role == "会同"):
            continue
        for found in rule.pattern.finditer(text, region.start, region.end):
            said = _together(text, found, lexicon) if rule.role == "会同" else _said(text, found, rule.role, lexicon)
            if said:
                yield said
                following = FOLLOWING.pattern.match(text, said.span.end, region.end)
                if following and (more := _said(text, following, FOLLOWING.role, lexicon)):
                    yield more


def _said(text: str, found: re.Match[str], role: str, lexicon: Lexicon) -> Said | None:
    units = _units(text, Span(*found.span("units")), lexicon)
    return Said(Span(*found.span()), role, units) if units else None


def _units(text: str, span: Span, lexicon: Lexicon) -> UnitList | None:
    """Read a list in running text: all that stands in it must be units of their own name."""
    units = read_list(text, span, lexicon)
    whole = units.clean and all(is_specific(unit.name, lexicon) for unit in units.units)
    return units if units.units and whole else None


def _together(text: str, found: re.Match[str], lexicon: Lexicon) -> Said | None:
    """Read 由A会同B、C等制定…: both act together."""
    first = _units(text, Span(*found.span("units")), lexicon)
    if not first:
        return None
    others = Span(*found.span("others"))
    end = _names_end(text, others, lexicon)
    if _INTERPRETS.match(text, end):  # 本办法由A会同B解释 orders nothing
        return None
    second = read_list(text, Span(others.start, end), lexicon)
    if not second.units or not second.clean:
        return None
    units = UnitList(
        first.units + second.units,
        first.shapes + second.shapes,
        first.marks + second.marks,
        first.open_ended or second.open_ended,
        clean=True,
    )
    return Said(Span(found.start(), end), "会同", units)


def _names_end(text: str, span: Span, lexicon: Lexicon) -> int:
    """Return where the names behind 会同 end: at 等, or behind the longest known name that the last piece begins with."""
    if open_end := _OPEN_END.search(text, span.start, span.end):
        return open_end.end()
    last = pieces(text, span)[-1]
    if others := _OTHERS.match(text, last.start, last.end):
        return others.end()
    for end in range(min(last.end, last.start + _LONGEST), last.start + 2, -1):
        name = text[last.start : end]
        level = level_of(name, lexicon)
        if name in lexicon or (level and lexicon.is_department(name[len(level) :])):
            return end
    return span.start
