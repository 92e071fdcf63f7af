"""Digests for the tests of the export: excerpts of a plan and of a regulation."""

from __future__ import annotations

from reader.export.digest import Clipping, Digest, DigestChoice, DigestSource
from reader.structure.front_matter import FrontMatter
from reader.text.spans import Span
from tests.export.builders import FRONT, LINES, Built, built

RULES = (
    "第一条 为规范临江区企业服务，制定本办法。",
    "第二条 区商务委应当在5个工作日内答复。",
    "对情况复杂的，可以延长3个工作日。",
    "第三条 有下列情形之一的，不予受理：",
    "（一）不属于本办法规定的事项；",
    "（二）重复提出的事项。",
    "第四条 本办法自2026年1月1日起施行。",
)
RULES_FRONT = FrontMatter(title="临江区企业服务办法", issuers=("临江区人民政府",), issued_on="2025-11-03")


def source(number: int, document: Built, front: FrontMatter) -> DigestSource:
    return DigestSource(number, front, document.outline, document.reading.simplified, front.title)


PLAN = source(1, built(*LINES), FRONT)
RULE = source(2, built(*RULES), RULES_FRONT)


def clipping(of: DigestSource, words: str, theme: str = "", remark: str = "", **fields) -> Clipping:
    at = of.simplified.index(words)
    return Clipping(of, words, Span(at, at + len(words)), theme, remark, **fields)


def clause(of: DigestSource, path: str, theme: str = "", remark: str = "") -> Clipping:
    section = next(one for one in of.outline.sections if one.path == path)
    return clipping(of, section.span.text(of.simplified).rstrip(), theme, remark)


def lost(of: DigestSource, words: str, path: str, theme: str = "") -> Clipping:
    return Clipping(of, words, None, theme, path=path)


def digest(*clippings: Clipping, **choice) -> Digest:
    return Digest(clippings, DigestChoice(**choice))


def usual(**choice) -> Digest:
    return digest(
        clause(PLAN, "二、/(一)", "科技创新", "与市里核对。"),
        clause(RULE, "第二条", "科技创新"),
        clipping(PLAN, "引进机构12家", "营商环境"),
        clause(RULE, "第四条"),
        **choice,
    )
