from __future__ import annotations

import itertools
from dataclasses import replace

from reader.library.comparing import compare_documents
from reader.ui.compare.difference_words import kind_label, numbers, place, renumbering
from reader.ui.compare.differences import DifferenceTexts
from reader.ui.compare.tinting import tints
from reader.ui.reading.extents import Extents
from tests.ui.reading.builders import TASKS, notice, opened


def both(old, new, mode="editions"):
    left, right = opened(old, number=1), opened(new, number=2)
    return compare_documents(left, right, mode), left, right


def rows_of(comparison, left, right):
    texts = left.reading.simplified, right.reading.simplified
    return DifferenceTexts(comparison, left.outline, right.outline, *texts).rows()


def tints_of(comparison, left, right):
    extents = [Extents(d.outline, len(d.reading.text)) for d in (left, right)]
    return tints(comparison, (left.outline, right.outline), (extents[0].pieces, extents[1].pieces))


def test_that_a_changed_number_is_a_row_with_both_sides():
    found = both(notice(), notice().replace("建成5个平台", "建成8个平台", 1))
    (row,) = rows_of(*found)
    assert kind_label(row.kind) == "数据"
    assert row.substantive
    assert "5个" in row.text
    assert "8个" in row.text
    assert row.path == "一1"


def test_that_what_is_only_on_one_side_says_behind_which_words():
    found = both(notice(), notice().replace("紧密对接，", "紧密对接，坚持问题导向，", 1))
    (row,) = rows_of(*found)
    assert row.text.startswith("增加 ")
    assert "之后" in row.text


def test_that_added_removed_and_renumbered_clauses_each_have_a_row():
    found = both(notice(TASKS[1:]), notice(TASKS[1:] + TASKS[:1]))
    assert [(row.kind, row.left is None) for row in rows_of(*found)] == [("added", True)]
    found = both(notice(), notice(TASKS[1:]))
    kinds = [row.kind for row in rows_of(*found)]
    assert kinds.count("removed") == 1
    assert kinds.count("renumbered") == len(TASKS) - 1
    assert [row.kind for row in rows_of(*found) if row.substantive] == ["removed"]


def test_that_removed_text_is_struck_and_added_text_underlined():
    found = both(notice(), notice().replace("建成5个平台", "建成8个平台", 1))
    left, right = tints_of(*found)
    assert {t.kind for t in left} == {"changed", "cut_key"}
    assert {t.kind for t in right} == {"changed", "put_key"}
    cut = next(t for t in left if t.kind == "cut_key")
    assert "5个" in cut.span.text(found[1].reading.simplified)


def test_that_a_moved_clause_says_where_it_went():
    found = both(notice(), notice((*TASKS[1:6], TASKS[0], *TASKS[6:])))
    left, right = tints_of(*found)
    moved = [t for t in left if t.kind == "moved"]
    assert [t.label for t in moved] == ["→ 现一6"]
    assert [t.label for t in right if t.kind == "moved"] == ["← 原一1"]


def test_that_by_topics_every_left_clause_is_answered_or_to_be_checked():
    found = both(notice(), notice(TASKS[:3]), "topics")
    rows = rows_of(*found)
    assert {row.kind for row in rows} <= {"answered", "unanswered"}
    assert all("待核" in row.text for row in rows if row.kind == "unanswered")


def test_that_shared_words_are_marked_once_however_many_pairs_share_them():
    left, right = tints_of(*both(notice(), notice(TASKS[:3]), "topics"))
    for side in (left, right):
        spans = sorted(t.span for t in side if t.kind == "shared")
        assert all(a.end < b.start for a, b in itertools.pairwise(spans))


def test_that_what_stands_before_the_first_clause_has_a_name():
    found = both(
        notice().replace("：\n", "：\n为推进科技创新与数字贸易发展，制定本意见。\n", 1), notice(TASKS[:2]), "topics"
    )
    assert not any(row.text.startswith("：") for row in rows_of(*found))
    preamble = [row.text for row in rows_of(*found) if row.left == 0]
    assert all(text.startswith("文首") for text in preamble)
    assert preamble


def test_that_a_split_and_a_merge_name_all_their_clauses():
    comparison, left, right = both(notice(), notice())
    split = replace(comparison.pairs[2], status="changed", also_right=(comparison.pairs[3].right,))
    merged = replace(comparison.pairs[5], status="changed", also_left=(comparison.pairs[6].left,))
    rows = rows_of(replace(comparison, pairs=(split, merged)), left, right)
    assert [(row.kind, row.text.split()[:3]) for row in rows] == [
        ("split", ["一1", "→", "一1、一2"]), ("merged", ["一4、一5", "→", "一4"])
    ]  # fmt: skip
    assert {row.remark for row in rows} == {"文字未变"}


def test_that_articles_go_by_their_numbers_and_not_by_their_chapters():
    law = opened("某某条例\n\n第一章 总则\n第一条 为了管理。\n第二条 本市适用。\n（一）道路。\n第三条 照此执行。\n")
    sections = {section.label: section for section in law.outline.sections}
    first, second = (next(s for s in sections.values() if s.marker == marker) for marker in ("第一条", "第二条"))
    assert renumbering([first], [first, second]) == "第一条 → 第一、二条"
    assert numbers([second]) == "第二条"
    assert place(next(s for s in sections.values() if s.depth == 2)) == "第二条（一）"


def test_that_a_clause_on_one_side_only_shows_how_it_begins():
    found = both(notice(TASKS[1:]), notice())
    (row,) = (row for row in rows_of(*found) if row.kind == "added")
    assert row.name == f"一1 {TASKS[0]}"
    assert row.remark.startswith(TASKS[0])
