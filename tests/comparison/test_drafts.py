from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.comparison.drafts import STAGES, is_issued, series_key, stage_of, stage_order


@pytest.mark.parametrize(
    ("title", "file", "stage"),
    [
        ("临江区支持企业创新的若干措施（征求意见稿）", "a.txt", "征求意见稿"),
        ("临江区支持企业创新的若干措施（试行）（送审稿）", "a.txt", "送审稿"),
        ("临江区支持企业创新的若干措施（审议稿）（2024年3月）", "a.txt", "审议稿"),
        ("《临江市数据条例（草案）》", "a.txt", "草案"),
        ("临江市数据条例（修订草案征求意见稿）", "a.txt", "修订草案征求意见稿"),
        ("临江市数据条例（草案）（二次审议稿）", "a.txt", "二次审议稿"),
        ("临江市数据条例（草案 · 征求意见稿）", "a.txt", "草案·征求意见稿"),
        ("临江市数据条例修正案（草案）", "a.txt", "草案"),
        ("临江区实施意见（第二次征求意见稿）", "a.txt", "第二次征求意见稿"),
        ("临江区实施意见讨论稿", "a.txt", "讨论稿"),
        ("临江区实施意见（送审稿", "a.txt", "送审稿"),  # the bracket lost by a scraper
        ("临江区实施意见", "临江区实施意见-审议稿v3.docx", "审议稿"),
        ("临江区实施意见", "【征求意见稿】临江区实施意见.docx", "征求意见稿"),
        ("临江区实施意见", "实施意见征求意见稿0812.docx", "征求意见稿"),
        ("临江区实施意见", "临江区实施意见 征求意见稿 (2).docx", "征求意见稿"),
        ("临江区实施意见（送审稿）", "征求意见稿.docx", "送审稿"),  # the text knows better than the file
    ],
)
def test_that_title_or_file_tell_the_stage_as_it_is_written(title: str, file: str, stage: str) -> None:
    assert stage_of(title, file) == stage


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("临江区支持企业创新的若干措施", "措施.txt"),
        ("临江市数据条例（2023年修订）", "临江市数据条例_20230812.txt"),
        ("关于《临江市数据条例（草案）》的说明", "关于《临江市数据条例（草案）》的说明.docx"),
        ("关于公开征求《临江市数据条例（征求意见稿）》意见的公告", "公告.docx"),
        ("临江区实施意见", "临江区实施意见（征求意见稿）修改说明.docx"),
        ("《临江区实施意见（征求意见稿）》起草说明", "临江区实施意见征求意见稿起草说明.docx"),
        ("关于临江区2023年预算执行情况和2024年预算草案的报告", "报告.txt"),
        ("区长在动员会上的讲话稿", "讲话稿.docx"),
    ],
)
def test_that_a_text_about_a_draft_or_no_draft_at_all_has_no_stage(title: str, file: str) -> None:
    assert stage_of(title, file) == ""


def test_that_stages_sort_as_a_text_passes_them() -> None:
    passed = [
        "讨论稿",
        "草案",
        "征求意见稿",
        "第二次征求意见稿",
        "送审稿",
        "草案审议稿",
        "草案二次审议稿",
        "表决稿",
        "印发稿",
    ]
    assert sorted(reversed(passed), key=stage_order) == passed
    assert sorted(STAGES, key=stage_order) == list(STAGES)


def test_that_files_of_one_stage_sort_by_their_version() -> None:
    assert stage_order("送审稿", "意见v2.docx") < stage_order("送审稿", "意见v10.docx")
    assert stage_order("送审稿", "意见二稿.docx") < stage_order("送审稿", "意见第十一稿.docx")


@pytest.mark.parametrize(
    ("stage", "issued"), [("", True), ("印发稿", True), ("定稿", True), ("送审稿", False), ("草案", False)]
)
def test_that_what_is_no_draft_was_issued(stage: str, issued: bool) -> None:
    assert is_issued(stage) is issued


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("临江区支持企业创新的若干措施（征求意见稿）", "a.txt"),
        ("临江区支持企业创新的若干措施（试行）", "a.txt"),
        ("临江区支持企业创新的若干措施(送审稿)（2024年3月）", "a.txt"),
        ("附件1：临江区支持企业创新的若干措施（讨论稿）", "附件1.docx"),
        ("临江区人民政府关于印发《临江区支持企业创新的若干措施（试行）》的通知", "通知.txt"),
        ("临江区支持企业创新的若干措施-送审稿v3", "临江区支持企业创新的若干措施-送审稿v3.docx"),
        ("临江区支持企业创新的若干措施_20240812", "临江区支持企业创新的若干措施_20240812.docx"),
    ],
)
def test_that_drafts_and_what_was_issued_are_one_series(title: str, file: str) -> None:
    assert series_key(title, file) == "临江区支持企业创新的若干措施"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023年重点工作安排", "2024年重点工作安排"),
        ("临江市数据条例（草案）", "关于《临江市数据条例（草案）》的说明"),
        ("甲区支持企业创新的若干措施（征求意见稿）", "乙区支持企业创新的若干措施（征求意见稿）"),
    ],
)
def test_that_other_texts_are_another_series(one: str, other: str) -> None:
    assert series_key(one, f"{one}.txt") != series_key(other, f"{other}.txt")


def test_that_a_name_that_only_tells_the_stage_is_no_series() -> None:
    assert series_key("征求意见稿", "征求意见稿.docx") == ""


@example("", "0二次")
@given(st.text(alphabet="第二2次征求意见稿草案（）()《》的 v-送审修订", max_size=40), st.text(max_size=20))
def test_that_whatever_the_words_the_stage_is_among_them(title: str, file: str) -> None:
    stage = stage_of(title, file)
    assert stage in "".join(f"{title} {file}".split())
    assert stage_order(stage, file) >= (0, 0)
    assert isinstance(series_key(title, file), str)
