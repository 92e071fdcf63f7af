from __future__ import annotations

from reader.comparison.records import Change, Comparison, Pair
from reader.text.spans import Span
from reader.ui.compare.tinting import tints
from tests.ui.builders import Clause, document

ARTICLES = document(tuple(Clause(0, f"第{n}条", "", f" 本办法第{n}项规定。") for n in "一二三四五"))


def tints_of(*pairs, mode="editions", alone=()):
    outline = ARTICLES.outline
    pieces = [lambda n: (outline.sections[n].span,)] * 2
    return tints(Comparison(mode, pairs, right_alone=alone), (outline, outline), tuple(pieces))


def test_that_a_split_says_into_what_and_its_parts_from_what():
    left, right = tints_of(Pair(2, 3, 0.8, "changed", also_right=(4,)))
    assert [(t.kind, t.label) for t in left] == [("changed", "→ 分为第三、四条")]
    assert [(t.kind, t.label) for t in right] == [("changed", "← 拆自第二条"), ("changed", "")]


def test_that_a_merge_says_into_what_and_of_what():
    left, right = tints_of(Pair(2, 2, 0.8, "changed", also_left=(3,)))
    assert [t.label for t in left] == ["→ 并入第二条", ""]
    assert [t.label for t in right] == ["← 合并第二、三条"]


def test_that_what_matters_stands_on_gold():
    span = Span(3, 5)
    key, plain = (Change("replace", "应当", "可以", kind, span, span) for kind in ("obligation", "wording"))
    left, right = tints_of(Pair(1, 1, 0.8, "changed", (key, plain)))
    assert [t.kind for t in left] == ["changed", "cut_key", "cut"]
    assert [t.kind for t in right] == ["changed", "put_key", "put"]


def test_that_by_topics_clauses_without_an_answer_are_barred_on_either_side():
    left, right = tints_of(Pair(1, 2, 0.8, "answered"), Pair(3, None, 0.0, "unanswered"), mode="topics", alone=(4,))
    assert [(t.kind, t.span) for t in left] == [("alone", ARTICLES.outline.sections[3].span)]
    assert [(t.kind, t.span) for t in right] == [("alone", ARTICLES.outline.sections[4].span)]
