"""Source text to reading text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import clean
from reader.importers import read_document
from reader.paths import resource_path
from reader.text.edits import Reason, apply
from reader.text.spans import Span

BUNDLED = sorted(resource_path("documents").glob("*.txt"))
SENTENCE = "支持区域内高校院所开展科技成果转化创新改革试点，推动试点单位赋予科研人员长期使用权。"


def wrapped(paragraphs: list[str], width: int = 28, between: str = "\n\n") -> str:
    """Break paragraphs as the text of a PDF is broken: an indent of two characters, then full lines."""
    lines = []
    for paragraph in paragraphs:
        text = "　　" + paragraph
        lines += [text[i : i + width].strip("　") for i in range(0, len(text), width)]
    return between.join(lines)


def removed(text: str, reason: Reason) -> list[str]:
    return [text[e.start : e.end] for e in clean(text).edits if e.reason is reason]


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
def test_that_cleaning_a_clean_text_changes_nothing(path):
    once = clean(read_document(path).source)
    assert clean(once.text).edits == ()


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
def test_that_the_receipt_accounts_for_every_change(path):
    source = read_document(path).source
    reading = clean(source)
    assert apply(source, reading.edits) == reading.text
    assert reading.text.endswith("\n")
    assert "\n\n" not in reading.text


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["一、总体要求", "（一）功能定位", "1.协同打造。" + SENTENCE, SENTENCE * 2, SENTENCE]),
        min_size=14,
        max_size=30,
    ),
    st.integers(22, 32),
    st.sampled_from(["\n", "\n\n", " \n\n"]),
)
def test_that_a_broken_text_is_whole_again_and_stays_so(paragraphs, width, between):
    reading = clean(wrapped(paragraphs, width, between))
    assert "".join(reading.text.split()) == "".join("".join(paragraphs).split())
    assert clean(reading.text).text == reading.text


@given(st.text(alphabet="一、（）(1).,:;?!甲乙丙 \n\u3000\u00a0—“”《》0A%?", max_size=80))
def test_that_cleaning_loses_nothing_but_what_it_lists(source):
    reading = clean(source)
    assert apply(source, reading.edits) == reading.text
    assert len(reading.simplified) == len(reading.text)


def test_that_hard_breaks_go_and_headings_stay():
    paragraphs = [
        "一、总体要求",
        *[SENTENCE * 3] * 6,
        "二、重点任务",
        *[f"{i}.协同打造高能级平台。{SENTENCE * 2}" for i in range(1, 7)],
    ]
    assert clean(wrapped(paragraphs)).text.split("\n")[:-1] == paragraphs


def test_that_a_number_at_the_start_of_a_broken_line_opens_no_item():
    text = "推动平台升级到" + "2.0版本，建设规模达到" + SENTENCE
    lines = clean(wrapped([text, *[SENTENCE * 3] * 8], width=9 + 18)).text.split("\n")
    assert lines[0] == text


def test_that_a_unit_list_broken_over_lines_is_joined():
    assert clean("1.深化试点。支持开展试点。（责任单位：市科委、\n市财政局）\n2.推动建设。").text == (
        "1.深化试点。支持开展试点。（责任单位：市科委、市财政局）\n2.推动建设。\n"
    )


def test_that_pinyin_notes_go_from_polluted_traditional_text_only():
    assert clean("上海自貿(mào)試驗區(qū)聯(lián)動創(chuàng)新").text == "上海自貿試驗區聯動創新\n"
    kept = "本办法所称甪(lù)直镇，人工智能(AI)，（PPP），(a)项"
    assert "（lù）" in clean(kept).text or "(lù)" in clean(kept).text
    assert "PPP" in clean(kept).text


def test_that_a_pinyin_note_behind_damage_goes_too():
    assert "xué" not in clean("支持上??茖W(xué)智能研究院等機構(gòu)開展積極探索，優(yōu)化環(huán)境").text


def test_that_half_width_punctuation_beside_chinese_becomes_full_width():
    assert (
        clean("打造平台(含知识产权),支持发展:包括AEO(认证)").text
        == "打造平台（含知识产权），支持发展：包括AEO（认证）\n"
    )


@pytest.mark.parametrize("kept", ["GDP 1,000 at 12:30", "f(x), g(y)", "http://example.gov.cn", "上??茖W智能"])
def test_that_numbers_latin_text_and_damage_keep_their_punctuation(kept):
    assert clean(kept).text == kept + "\n"


def test_that_blanks_in_dates_and_numbers_go():
    assert clean("2024 年 10 月 25日印发，杨府发〔2024〕11 号").text == "2024年10月25日印发，杨府发〔2024〕11号\n"


WEB = """您的位置: 首页 > 政策

关于印发《某区实施方案》的通知发布时间: 2023-06-20

关于印发《某区实施方案》的通知

各街道办事处:

现将《某区实施方案》印发给你们。

某区人民政府

2021年7月27日

某区实施方案

一、总体要求

坚持创新。

免责声明:本文不代表本站立场

为您推荐

关于印发《另一方案》的通知
"""


def test_that_the_furniture_of_a_page_goes_and_the_document_stays():
    text = clean(WEB).text
    assert text.split("\n")[0] == "关于印发《某区实施方案》的通知"
    assert text.endswith("坚持创新。\n")
    assert "发布时间" not in text
    assert "发布时间: 2023-06-20" in removed(WEB, Reason.FURNITURE)


def test_that_a_list_of_names_in_an_annex_is_no_menu():
    text = "一、总体要求\n坚持创新。\n附件\n示范企业名单\n华兴科技\n大江集团\n联合制造\n远东电气\n中原重工\n"
    assert clean(text).text == text


def test_that_page_numbers_and_running_heads_go():
    page = "某区规划\n" + wrapped([SENTENCE * 3] * 5, between="\n")
    text = "".join(f"{page}\n— {n} —\n" for n in range(1, 5))
    cleaned = clean(text).text
    assert "— 1 —" not in cleaned
    assert cleaned.count("某区规划") == 1  # at the top it may be the title


def test_that_an_edit_taken_back_leaves_the_source_as_it_was():
    edit = next(e for e in clean(WEB).edits if "免责声明" in WEB[e.start : e.end])
    assert "免责声明" in clean(WEB, (Span(edit.start, edit.end),)).text


@pytest.mark.parametrize(
    "line", [" " * 100_000, "一" * 100_000, "（" * 100_000, "1." * 50_000, "?" * 100_000, "a(" * 50_000]
)
def test_that_a_pathological_line_is_cleaned_at_once(line):
    assert clean(line).text is not None
