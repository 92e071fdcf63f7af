"""What holds for the changes of any pair of passages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.differences import changes
from reader.comparison.passages import Passage, passages
from reader.comparison.records import KINDS
from reader.comparison.tokens import NUMBER, UNIT, Tokenizer
from reader.text.folding import folded
from reader.text.scripts import simplify
from reader.text.spans import Span
from tests.comparison.applying import applied, said
from tests.comparison.builders import side

CHARACTERS = "应当可以推进科技创新，。；：、2025年80%（）《》责任单位区委市不得…㎡½Ⅳ“”\"'～ 　,Ａa"
TEXTS = st.text(CHARACTERS, max_size=60)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "推进科技创新。",
            "应当按时完成；",
            "到2025年达到80%。",
            "优化营商环境，",
            "鼓励",
            "由市科委、市教委负责。",
            "\n",
            "（试点）",
        ]
    ),
    max_size=12,
)
TOKENIZER = Tokenizer(["市科委", "市教委"])


def passage(text: str) -> Passage:
    return passages(side(f"一、 标题|{text}"))[1]


def pieces(texts: list[str]) -> Passage:
    """Return a passage of several pieces, as the paragraphs around a —— section are."""
    section = passages(side("一、 标题|正文"))[1].section
    whole, spans = "", []
    for text in texts:
        whole += "\n　　"
        spans.append(Span(len(whole), len(whole) + len(text)))
        whole += text
    kept = tuple(span for span in spans if span.start < span.end)
    return Passage(section, whole + "\n", kept, folded("".join(texts)), "", structural=False)


PASSAGES = st.one_of(
    TEXTS.map(lambda text: passage(text.replace("\n", ""))),
    st.lists(TEXTS, max_size=4).map(pieces),
    st.lists(SENTENCES.map("".join), max_size=4).map(pieces),
)


@given(PASSAGES, PASSAGES)
def test_that_the_changes_applied_to_the_left_give_the_right_once_folded(left: Passage, right: Passage) -> None:
    found = changes(left, right, TOKENIZER)
    assert folded(applied(left, found)) == right.text
    assert bool(found) == (left.text != right.text)


@given(PASSAGES, PASSAGES)
def test_that_with_form_they_give_the_right_character_for_character(left: Passage, right: Passage) -> None:
    found = changes(left, right, TOKENIZER, form=True)
    assert applied(left, found) == said(right)
    assert bool(found) == (said(left) != said(right))


@given(st.text("應當推進科技创新，。“”", max_size=30), st.text('应当推进科技创新,。"', max_size=30))
def test_that_with_the_scripts_they_give_the_right_as_it_is_written(old: str, new: str) -> None:
    left, right = pieces([simplify(old)]), pieces([simplify(new)])
    written = (left.whole.replace(simplify(old), old) if old else left.whole, right.whole)
    found = changes(left, right, TOKENIZER, form=True, written=written)
    shown = applied(left, found, written[0])
    assert simplify(shown) == said(right)
    assert not any(c.kind == "form" and c.left == c.right for c in found)


@given(PASSAGES, PASSAGES, st.booleans())
def test_that_every_change_shows_what_its_spans_hold(left: Passage, right: Passage, form: bool) -> None:
    found = changes(left, right, TOKENIZER, form=form)
    for change in found:
        assert change.left == change.left_span.text(left.whole)
        assert change.right == change.right_span.text(right.whole)
        assert change.left or change.right
        assert change.op == ("replace" if change.left and change.right else "delete" if change.left else "insert")
        assert change.kind in KINDS


@given(PASSAGES, PASSAGES, st.booleans())
def test_that_changes_stand_in_order_on_both_sides_inside_the_pieces(left: Passage, right: Passage, form: bool) -> None:
    found = changes(left, right, TOKENIZER, form=form)
    for a, b in pairwise(found):
        assert a.left_span.end <= b.left_span.start
        assert a.right_span.end <= b.right_span.start
    for one in found:
        for span, passage_ in ((one.left_span, left), (one.right_span, right)):
            inside = any(p.start <= span.start and span.end <= p.end for p in passage_.pieces)
            assert inside or not passage_.pieces


@given(SENTENCES.map("".join), SENTENCES.map("".join))
def test_that_numbers_and_organs_stay_whole(old: str, new: str) -> None:
    left, right = passage(old.replace("\n", "")), passage(new.replace("\n", ""))
    tokens = TOKENIZER.tokens(left.text)
    whole = [Span(t.start, t.end) for t in tokens if t.kind in (NUMBER, UNIT)]
    for change in changes(left, right, TOKENIZER):
        start = change.left_span.start - left.pieces[0].start
        end = start + len(change.left)
        assert not any(span.start < start < span.end or span.start < end < span.end for span in whole)


@given(SENTENCES, st.data())
def test_that_sentences_put_in_another_order_are_still_told_rightly(sentences: list[str], data: st.DataObject) -> None:
    left, right = pieces(sentences), pieces(data.draw(st.permutations(sentences)))
    assert folded(applied(left, changes(left, right, TOKENIZER))) == right.text
