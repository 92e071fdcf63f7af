from __future__ import annotations

import pytest

from reader.anchoring.anchor import Anchor, Annotation, Placement
from reader.comparison.judgement import Judgement, Verdict
from reader.comparison.records import DOWNWARD, PEERS, Pair
from reader.library.comparisons import DifferenceNote
from reader.text.spans import Span
from reader.ui.compare.difference_rows import Chosen, DifferenceRows, Head, Item, NoteLine
from reader.ui.compare.differences import DifferenceTexts
from reader.ui.compare.notes_of_differences import notes_of
from tests.ui.compare.comparisons import LEFT, RIGHT, editions, topics


def texts(comparison):
    sides = (LEFT.outline, RIGHT.outline, LEFT.reading.simplified, RIGHT.reading.simplified)
    return DifferenceTexts(comparison, *sides).rows()


@pytest.fixture
def rows():
    return DifferenceRows(texts(editions()))


def kinds(differences):
    return [row.kind for row in differences]


def placed(number, start, note="请核"):
    anchor = Anchor(start, start + 2, "", "", "", "")
    annotation = Annotation(number, "", 2, anchor, "highlight", "疑问", (), note, "王敏", "", "")
    return Placement(annotation, "located", 2, "", Span(start, start + 2))


def test_that_each_class_is_counted_by_places_or_clauses(rows):
    assert rows.counts() == {"obligation": 1, "number": 2, "wording": 1, "added": 1, "removed": 1, "renumbered": 1}
    assert DifferenceRows(texts(topics()), topics=True).counts() == {
        "answered": 1, "near": 1, "unanswered": 2, "alone": 1
    }  # fmt: skip


def test_that_only_what_matters_leaves_out_wording_and_numbering(rows):
    assert kinds(rows.shown(Chosen(substantive=True))) == ["obligation", "number", "number", "removed", "added"]


def test_that_a_move_matters_as_far_as_it_changed_anything_that_does():
    moved = texts(editions(Pair(3, 4, 0.9, "moved"), Pair(4, 3, 0.9, "moved", editions().pairs[1].changes)))
    assert [row.substantive for row in moved if row.kind == "moved"] == [False, True]


def test_that_an_ignored_class_is_left_out(rows):
    assert kinds(rows.shown(Chosen(ignored=frozenset({"number", "removed"})))) == [
        "obligation", "renumbered", "added", "wording"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("平台", 3),
        ("2027年", 1),
        ("指标数据", 2),
        ("一（一）", 3),
        ("力度 鼓励", 1),
        ("沒有的", 0),
        ("鼓勵", 1),
        ("", 7),
    ],
)
def test_that_the_text_filter_looks_at_words_clause_and_kind(rows, query, found):
    assert len(rows.shown(Chosen(query))) == found


def test_that_places_of_one_clause_stand_under_its_name(rows):
    lines = rows.lines(rows.shown(Chosen()))
    assert lines[0] == Head(2, 0, "一（一）建设平台")
    assert [line.place for line in lines if isinstance(line, Item)] == list(range(7))
    assert [line.first for line in lines if isinstance(line, Item)] == [False] * 3 + [True] * 3 + [False]


def test_that_a_clause_whose_own_row_is_ignored_is_named_all_the_same():
    comparison = editions(Pair(4, 3, 0.9, "moved", editions().pairs[1].changes))
    rows = DifferenceRows(texts(comparison)[-4:])
    lines = rows.lines(rows.shown(Chosen(ignored=frozenset({"moved"}))))
    assert isinstance(lines[0], Head)
    assert lines[0].name == "一（二）盘活载体"


def test_that_answers_stand_under_the_clause_that_asks():
    rows = DifferenceRows(texts(topics()), topics=True)
    heads = [line for line in rows.lines(rows.shown(Chosen())) if isinstance(line, Head)]
    assert [head.section for head in heads] == [2, 3, 4, 5, None]
    assert heads[-1].name == "仅右侧文件有"


def test_that_judged_clauses_can_be_left_out_but_not_the_one_in_hand():
    rows = DifferenceRows(texts(topics(DOWNWARD)), DOWNWARD, topics=True)
    rows.judgements = {2: Judgement(Verdict.WEAKENED), 3: Judgement(None, "待核实")}
    assert {row.left for row in rows.shown(Chosen(unjudged=True))} == {3, 4, 5}
    assert {row.left for row in rows.shown(Chosen(unjudged=True), in_hand=2)} == {2, 3, 4, 5}
    head = rows.lines(rows.shown(Chosen()))[0]
    assert (head.judging, head.judgement.verdict) == (True, Verdict.WEAKENED)


def test_that_peers_are_not_judged():
    assert not DifferenceRows(texts(topics()), PEERS, topics=True).judging


def test_that_a_note_stands_under_the_difference_it_was_made_on(rows):
    number = rows.differences[2]
    assert number.new == "5家"
    notes = (DifferenceNote(7, 2, 2, "number", "3家", "right"), DifferenceNote(8, None, 4, "added", "", "right"))
    rows.notes = notes_of(rows.differences, notes, {7: placed(7, number.right_span.start), 8: placed(8, 0, "补依据")})
    lines = rows.lines(rows.shown(Chosen()))
    at = [(lines[i - 1].difference.text, line.note.text) for i, line in enumerate(lines) if isinstance(line, NoteLine)]
    assert at == [("3家 → 5家", "请核"), ("一（三）拓展场景", "补依据")]


def test_that_a_note_whose_difference_is_gone_is_kept_at_the_end(rows):
    rows.notes = notes_of(rows.differences, (DifferenceNote(7, 1, 1, "number", "9家"),), {7: placed(7, 0)})
    assert rows.lines(rows.shown(Chosen()))[-1] == NoteLine(None, rows.notes.lost[0])


def test_that_a_deleted_note_is_not_shown(rows):
    assert notes_of(rows.differences, (DifferenceNote(7, 2, 2, "number", "3家"),), {}) == ({}, ())
