"""Comparisons made by hand, so that a test of the list says itself what was found."""

from __future__ import annotations

from reader.comparison.records import DOWNWARD, EDITIONS, NEAR, PEERS, TOPICS, Change, Comparison, Pair, Shared
from reader.text.spans import Span
from tests.ui.builders import Clause, document

OLD = (
    Clause(0, "一、", "重点任务"),
    Clause(1, "(一)", "建设平台", "必须在2025年底前建成3家平台，由区科技经济委负责。"),
    Clause(1, "(二)", "引进人才", "吸引各类人才落户。"),
    Clause(1, "(三)", "盘活载体", "用好存量载体。"),
    Clause(0, "二、", "保障措施", "加强组织领导。"),
)
NEW = (
    Clause(0, "一、", "重点任务"),
    Clause(1, "(一)", "建设平台", "鼓励在2027年底前建成5家平台，由区科技经济委负责。"),
    Clause(1, "(二)", "盘活载体", "用好存量载体。"),
    Clause(1, "(三)", "拓展场景", "开放一批应用场景。"),
    Clause(0, "二、", "保障措施", "切实加强组织领导。"),
)
LEFT, RIGHT = document(OLD, number=1, title="征求意见稿"), document(NEW, number=2, title="印发稿")


def section(opened, heading):
    return next(s.number for s in opened.outline.sections if s.heading == heading)


def change(op, left, right, kind, *, near_left="", near_right=""):
    """Return a change at the first place of its words; an empty side stands behind the words ``near_…``."""
    spans = []
    for opened, words, near in ((LEFT, left, near_left), (RIGHT, right, near_right)):
        text = opened.reading.simplified
        start = text.index(words or near) + (0 if words else len(near))
        spans.append(Span(start, start + len(words)))
    return Change(op, left, right, kind, *spans)


CHANGES = (
    change("replace", "必须", "鼓励", "obligation"),
    change("replace", "2025年", "2027年", "number"),
    change("replace", "3家", "5家", "number"),
)


def editions(*more: Pair) -> Comparison:
    """Return what differs between the two: three places in one clause, one word, one clause each way, one moved up."""
    put = change("insert", "", "切实", "wording", near_left="保障措施。", near_right="切实")
    pairs = (
        Pair(1, 1, 1.0, "same"),
        Pair(2, 2, 0.9, "changed", CHANGES),
        Pair(3, None, 0.0, "removed"),
        Pair(4, 3, 1.0, "renumbered"),
        Pair(None, 4, 0.0, "added"),
        Pair(5, 5, 0.9, "changed", (put,)),
    )
    return Comparison(EDITIONS, (*pairs, *more))


def topics(direction: str = PEERS) -> Comparison:
    """Return one clause with an answer, one with a near one, two without."""
    text = LEFT.reading.simplified, RIGHT.reading.simplified
    spans = (Span(one.index("平台"), one.index("平台") + 2) for one in text)
    hints = ("weaker", "number") if direction == DOWNWARD else ()
    pairs = (
        Pair(2, 2, 0.82, "answered", shared=(Shared("平台", *spans),), level="answer", hints=hints),
        Pair(3, 4, 0.2, "answered", level=NEAR),
        Pair(4, None, 0.0, "unanswered"),
        Pair(5, None, 0.0, "unanswered"),
    )
    return Comparison(TOPICS, pairs, direction=direction, right_alone=(5,))
