"""Anchors find their place again, or say that they cannot."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.anchoring.anchor import Annotation
from reader.anchoring.describe import describe
from reader.anchoring.locate import Located, Orphan, locate, place, place_all
from reader.text.edits import Edit, Reason
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from tests.anchoring.builders import anchor_of, clauses, cleaned_texts, one_section, plain

GOAL = "各区人民政府要在{}年12月底前完成老旧小区改造任务{}，并向市住房城乡建设管理委报告。"
BEFORE = "加强组织领导，健全统筹协调机制，形成工作合力，确保各项任务落到实处。"
AFTER = "做好宣传引导，及时总结推广好的经验做法，营造全社会支持改革的良好氛围。"


@given(cleaned_texts(), st.data())
def test_that_a_span_is_found_where_it_was_described(reading: ReadingText, data: st.DataObject) -> None:
    text = reading.simplified
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    outline = one_section(text)
    assert locate(describe(reading, outline, span), reading, outline) == Located(span, "located")


@given(st.text("应当推进科技创新，。2025年", max_size=40), st.text("加快建设；80%", max_size=40))
def test_that_text_added_around_a_quote_does_not_lose_it(before: str, after: str) -> None:
    quote = "建立健全知识产权质押融资风险分担机制和补偿机制"
    anchor = anchor_of(quote, clauses(BEFORE, f"鼓励银行{quote}。", AFTER))
    reading, outline = clauses(BEFORE, f"{before}鼓励银行{quote}。{after}", AFTER)
    found = locate(anchor, reading, outline)
    assert isinstance(found, Located)
    assert found.span.text(reading.simplified) == quote


def test_that_cleaning_done_otherwise_moves_no_anchor() -> None:
    source = "分享到微信\n一、总体要求,全面推进  改革。"
    rough = ReadingText.of(source, ())
    fine = ReadingText.of(
        source,
        (Edit(0, 6, "", Reason.FURNITURE), Edit(12, 13, "，", Reason.PUNCTUATION), Edit(17, 19, "", Reason.BLANK)),
    )
    start = rough.simplified.index("要求")
    anchor = describe(rough, one_section(rough.text), Span(start, len(rough.text)))
    found = locate(anchor, fine, one_section(fine.text))
    assert isinstance(found, Located)
    assert found.span.text(fine.text) == "要求，全面推进改革。"
    assert found.status == "located"


@pytest.mark.parametrize(
    ("lost", "twin"),
    [
        (GOAL.format(2025, ""), GOAL.format(2026, "")),
        (GOAL.format(2025, "的80%"), GOAL.format(2025, "的85%")),
        (GOAL.format("二〇二五", ""), GOAL.format("二〇二六", "")),
        ("按照沪府发〔2024〕11号文件要求落实各项扶持政策。", "按照沪府发〔2024〕12号文件要求落实各项扶持政策。"),
        ("由区科技经济委牵头组织实施并定期通报工作进展情况。", "由区市场监管局牵头组织实施并定期通报工作进展情况。"),
        (
            "支持民间投资参与国家重大工程项目建设和运营管理工作。",
            "支持民间投资参与国家重大科研项目建设和运营管理工作。",
        ),
    ],
)
@pytest.mark.parametrize("twin_first", [False, True])
def test_that_a_note_on_a_deleted_clause_does_not_land_on_its_twin(lost: str, twin: str, twin_first: bool) -> None:
    both = (twin, lost) if twin_first else (lost, twin)
    anchor = anchor_of(lost, clauses(BEFORE, *both, AFTER))
    found = locate(anchor, *clauses(BEFORE, twin, AFTER))
    assert isinstance(found, Orphan)


@pytest.mark.parametrize("twin_first", [False, True])
def test_that_a_short_quote_does_not_land_in_another_sentence(twin_first: bool) -> None:
    lost, twin = "2025年完成任务，并报市政府备案。", "2026年完成任务，并报市政府备案。"
    both = (twin, lost) if twin_first else (lost, twin)
    document = clauses(BEFORE, "".join(both), AFTER)
    start = document[0].simplified.index(lost) + len("2025年")
    anchor = describe(*document, Span(start, start + len("完成任务")))
    shorter = clauses("删去本条内容。", twin, AFTER)
    assert isinstance(locate(anchor, *shorter), Orphan)


def test_that_a_moved_clause_takes_its_note_along() -> None:
    clause = GOAL.format(2025, "")
    anchor = anchor_of(clause, clauses(clause, BEFORE, AFTER))
    reading, outline = clauses(BEFORE, AFTER, clause)
    found = locate(anchor, reading, outline)
    assert isinstance(found, Located)
    assert (found.status, found.span.text(reading.simplified)) == ("moved", clause)


def test_that_a_slightly_edited_quote_is_found_between_its_neighbours() -> None:
    old = "支持区域内各类高校打造国际一流的基础创新高地，构建开放创新网络。"
    new = "支持区域内各类高校建设国际一流的基础创新高地，构建开放创新的网络。"
    anchor = anchor_of(old, clauses(BEFORE, old, AFTER))
    reading, outline = clauses("新增一条。" * 9, BEFORE, new, AFTER)
    found = locate(anchor, reading, outline)
    assert isinstance(found, Located)
    assert (found.status, found.span.text(reading.simplified)) == ("moved", new)


def test_that_punctuation_width_and_blanks_do_not_matter() -> None:
    quote = "推进科技创新,提升服务能级(试点区域)和水平"
    anchor = anchor_of(quote, clauses(BEFORE, quote, AFTER))
    reading, outline = clauses("新增一条内容。", BEFORE, "推进科技 创新，提升服务能级（试点区域）和水平", AFTER)
    found = locate(anchor, reading, outline)
    assert isinstance(found, Located)
    assert found.span.text(reading.simplified) == "推进科技 创新，提升服务能级（试点区域）和水平"


def test_that_of_equal_quotes_the_one_between_the_same_words_is_taken() -> None:
    twice = "甲类企业给予一次性研发补助；乙类企业给予一次性研发补助。"
    document = clauses(twice)
    start = document[0].simplified.rindex("给予一次性研发补助")
    anchor = describe(*document, Span(start, start + len("给予一次性研发补助")))
    reading, outline = clauses("前言部分新增内容。", twice)
    found = locate(anchor, reading, outline)
    assert isinstance(found, Located)
    assert found.span.start == reading.simplified.rindex("给予一次性研发补助")


def test_that_an_orphan_names_its_candidates_and_nearest_section() -> None:
    anchor = anchor_of("给予一次性研发补助五十万元整", clauses(BEFORE, "对企业给予一次性研发补助五十万元整。"))
    reading, outline = clauses(
        AFTER, "无关的内容。", "给予一次性研发补助五十万元整。", "另行给予一次性研发补助五十万元整。"
    )
    found = locate(anchor, reading, outline)
    assert isinstance(found, Orphan)
    assert [span.text(reading.simplified) for span in found.candidates] == ["给予一次性研发补助五十万元整"] * 2
    assert found.section == 2


def _annotation(number: int, quote: str, document: tuple[ReadingText, object]) -> Annotation:
    anchor = anchor_of(quote, document)  # type: ignore[arg-type]
    return Annotation(number, str(number), 1, anchor, "highlight", "重点", (), "", "", "", "")


def test_that_every_annotation_gets_one_placement() -> None:
    document = clauses(BEFORE, GOAL.format(2025, ""), AFTER)
    notes = [_annotation(1, BEFORE, document), _annotation(2, GOAL.format(2025, ""), document)]
    placements = place_all(notes, *clauses(BEFORE, AFTER))
    assert [(p.annotation.number, p.status) for p in placements] == [(1, "located"), (2, "orphan")]
    assert placements[0] == place(notes[0], *clauses(BEFORE, AFTER))
    assert placements[1].span is None


def test_that_nothing_can_be_described_by_an_empty_span() -> None:
    with pytest.raises(ValueError, match="no text"):
        describe(plain("全文"), one_section("全文"), Span(1, 1))
