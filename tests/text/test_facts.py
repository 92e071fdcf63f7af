"""Numerals, dates, document numbers, damage, folding, scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.damage import damaged_spans
from reader.text.dates import find_dates, only_date
from reader.text.doc_numbers import find_doc_numbers, only_doc_number
from reader.text.folding import fold, folded
from reader.text.numerals import han_number, number, to_han
from reader.text.scripts import is_traditional, simplify, to_traditional
from reader.text.sentences import sentences
from reader.text.spans import Span


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("二十三", 23), ("一百零五", 105), ("二〇二四", 2024), ("甲", None), ("", None)]
)
def test_that_chinese_numerals_are_read(text, value):
    assert han_number(text) == value


@given(st.integers(0, 9_999))
def test_that_a_number_written_as_headings_do_reads_back(value):
    assert han_number(to_han(value)) == value


@pytest.mark.parametrize("text", ["12", "１２", "十二", "⑫", "(12)", "⒓"])
def test_that_a_number_reads_the_same_in_any_form(text):
    assert number(text) == 12


@pytest.mark.parametrize(
    "text", ["2024 年 10 月 25日", "2024年10月25日", "二〇二四年十月二十五日", "2024-10-25", "2024/10/25", "2024.10.25"]
)
def test_that_a_date_reads_the_same_in_any_form(text):
    assert only_date(text) == "2024-10-25"


@pytest.mark.parametrize("text", ["2024年13月1日", "2024年2月30日", "2024年10月", "12024-10-25"])
def test_that_what_is_no_day_is_no_date(text):
    assert not list(find_dates(text))


@pytest.mark.parametrize(
    "text",
    ["杨府发〔2024〕11号", "杨府发〔2024〕11 号", "杨府发[2024]11号", "杨府发(2024)第11号", "杨府发【2024年】011号"],
)
def test_that_a_document_number_has_one_form(text):
    assert only_doc_number(text) == "杨府发〔2024〕11号"


def test_that_the_words_before_a_document_number_are_not_part_of_it():
    text = "根据国发〔2020〕7号和沪府规〔2021〕3号"
    assert [n.text for n in find_doc_numbers(text)] == ["国发〔2020〕7号", "沪府规〔2021〕3号"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("支持上??茖W智能研究院等", ["??茖W"]),
        ("人民银行上??偛?、国家外汇", ["??偛?"]),
        ("上??偛俊彝鈪R管理局上海市", ["??偛俊彝鈪R"]),
        ("这是什么？", []),
        ("Really?? Yes", []),
        ("新一代IP网络、5G行业终端", []),
    ],
)
def test_that_damage_is_told_from_a_question(text, runs):
    assert [span.text(text) for span in damaged_spans(text)] == runs


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("（一）推进", "(一)推进"),
        ("“四高”", '"四高"'),
        ("2024 年", "2024年"),
        ("〔2024〕11号", "[2024]11号"),
        ("ＡＩ", "ai"),
    ],
)
def test_that_form_does_not_matter_once_folded(a, b):
    assert folded(a) == folded(b)


@given(st.text(alphabet="甲乙（）()，,１㈠ \u3000\u200b\n“”", max_size=40), st.data())
def test_that_a_folded_span_leads_back_to_what_was_folded(text, data):
    result = fold(text)
    start = data.draw(st.integers(0, len(result.text)))
    span = Span(start, data.draw(st.integers(start, len(result.text))))
    assert span.text(result.text) in folded(result.span(span).text(text)) or not span.text(result.text)


@given(st.text(max_size=60))
def test_that_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
def test_that_changing_the_script_keeps_the_length(text):
    assert len(simplify(text)) == len(text)
    assert len(to_traditional(text)) == len(text)


def test_that_taiwan_glyphs_become_mainland_ones():
    assert simplify("著力打造貿易試驗區") == "着力打造贸易试验区"


def test_that_simplified_text_is_not_taken_for_traditional():
    assert not is_traditional("显著增强，著名高校，重点任务")
    assert is_traditional("深化財政科研項目經費試點")


@given(st.text(alphabet="甲乙。！；”\n", max_size=40))
def test_that_sentences_cover_the_text(text):
    assert "".join(span.text(text) for span in sentences(text)) == text
