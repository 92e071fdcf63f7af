"""The section tree of texts that the five documents do not cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.structure.checks import check_outline
from reader.structure.parser import parse
from reader.structure.section import path_label


def paths(text: str) -> list[str]:
    return [s.path for s in parse(text).sections[1:]]


def headings(text: str) -> list[str]:
    return [s.heading for s in parse(text).sections[1:]]


def test_that_each_style_stands_under_the_one_above_it():
    text = "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n2.己\n（二）庚\n二、辛\n"
    assert paths(text) == [
        "一、", "一、/(一)", "一、/(一)/1.", "一、/(一)/1./(1)", "一、/(一)/1./(1)/1", "一、/(一)/2.", "一、/(二)", "二、",
    ]  # fmt: skip


def test_that_articles_stand_under_chapters_and_their_items_under_them():
    text = "第一章 总则\n第一条 为了规范。\n（一）甲；\n（二）乙。\n第二章 分则\n第二条 本法所称。\n"
    assert paths(text) == [
        "第一章",
        "第一章/第一条",
        "第一章/第一条/(一)",
        "第一章/第一条/(二)",
        "第二章",
        "第二章/第二条",
    ]


def test_that_brackets_stand_under_numbers_where_a_document_has_it_so():
    text = "1.总体要求。推进。\n（一）甲。推进。\n（二）乙。推进。\n2.重点任务。推进。\n（一）丙。推进。\n"
    assert paths(text) == ["1.", "1./(一)", "1./(二)", "2.", "2./(一)"]


def test_that_a_dash_section_is_its_own_paragraph():
    outline = parse("（一）甲\n——乙。乙的内容。\n丙属于甲。\n——丁：丁的内容。\n")
    first, second, third = outline.sections[1:]
    assert [s.heading for s in outline.sections[1:]] == ["甲", "乙", "丁"]
    assert [s.depth for s in (first, second, third)] == [0, 1, 1]
    assert len(first.body) == 1
    assert first.span.end == third.span.end


def test_that_a_run_in_heading_ends_at_a_full_stop_outside_quotation_marks():
    assert headings("1.深化“放管服。改革”试点（包干制。）。支持试点。\n") == ["深化“放管服。改革”试点（包干制。）"]


def test_that_a_heading_ends_before_its_unit_bracket():
    assert headings("1.拓展保税研发业务（责任单位：区商务委）\n2.推进转化（区科委牵头，区财政局配合）\n") == [
        "拓展保税研发业务",
        "推进转化",
    ]


def test_that_terms_end_at_a_colon():
    text = "一、甲\n内容。\n附件\n名词解释\n1.“四高城区”：高标准。\n2.双创指数：指以2013年为基期。\n"
    assert headings(text)[1:] == ["名词解释", "“四高城区”", "双创指数"]


def test_that_a_heading_below_its_marker_is_found():
    assert headings("第一章\n总则\n第一条\n为了规范。\n") == ["总则", "为了规范。"]


def test_that_an_announced_list_of_annexes_opens_none():
    text = (
        "一、甲\n内容。\n附件：1.任务表\n2.名单\n某区人民政府\n2024年1月2日\n附件1\n任务表\n一、乙\n附件2\n名单\n丙\n"
    )
    outline = parse(text)
    assert paths(text) == ["一、", "附件1", "附件1/一、", "附件2"]
    assert outline.at(text.index("某区人民政府")).number == 0


def test_that_signature_and_imprint_are_in_no_section():
    text = "一、甲\n内容。\n本意见自2024年1月1日起施行。\n某区人民政府\n2024年1月2日\n（此件公开发布）\n抄送：区委办。\n某区人民政府办公室  2024年1月3日印发\n"
    outline = parse(text)
    assert outline.at(text.index("本意见")).path == "一、"
    assert [outline.at(text.index(word)).number for word in ("某区人民政府\n", "（此件", "抄送", "2024年1月3日")] == [
        0
    ] * 4


def test_that_a_table_of_contents_is_no_section():
    text = "某区规划\n目录\n一、总体要求……1\n二、重点任务……3\n一、总体要求\n坚持创新。\n二、重点任务\n推进。\n"
    assert headings(text) == ["总体要求", "重点任务"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、甲\n内容。\n三、乙\n内容。\n", {("numbering_gap", "")}),
        ("一、甲\n（二）乙。内容。\n", {("numbering_gap", "一、")}),
        ("一、甲\n（一）乙\n1.丙。内。\n（二）丁\n2.戊。内。\n3.己。内。\n", set()),
        ("一、甲\n（一）乙\n1.丙。内。\n（二）丁\n1.戊。内。\n", set()),
        ("一、甲\n二、乙\n内容。\n", {("empty_section", "一、")}),
        ("第一条 有下列情形之一的：\n（一）甲；\n（二）乙。\n", set()),
    ],
)
def test_that_gaps_and_empty_headings_are_found(text, found):
    assert {(f.kind, f.path) for f in check_outline(parse(text))} == found


@pytest.mark.parametrize(
    ("path", "label"),
    [("二、/(一)/2.", "二（一）2"), ("附件1/3.", "附件1 3"), ("第三条/(二)", "第三条（二）"), ("", "")],
)
def test_that_a_path_is_written_for_people(path, label):
    assert path_label(path) == label


@given(
    st.lists(
        st.sampled_from(
            [
                "一、甲",
                "（一）乙。内容。",
                "1.丙",
                "——丁：内容",
                "附件1",
                "内容。",
                "①戊",
                "第一条 己。",
                "2024年1月2日",
                "抄送：某办。",
            ]
        ),
        max_size=30,
    )
)
def test_that_any_order_of_lines_gives_a_tree_that_covers_the_text(lines):
    text = "".join(line + "\n" for line in lines)
    outline = parse(text)
    assert [s.number for s in outline.sections] == list(range(len(outline.sections)))
    for section in outline.sections[1:]:
        assert outline.at(section.marker_span.start) is section
        assert section.depth == len(list(outline.ancestors(section)))
        if section.parent is not None:
            above = outline.sections[section.parent]
            assert above.number < section.number
            assert above.span.start < section.span.start
            assert section.span.end <= above.span.end


def test_that_decimal_numbers_make_a_tree_where_a_text_has_them_throughout():
    text = "1 总则\n1.1 目的\n为了防范。\n1.2 依据\n1.2.1 法律。内容。\n（1）甲。\n2 体系\n2.1 机构\n2.0版本上线。\n"
    assert paths(text) == ["1", "1/1.1", "1/1.2", "1/1.2/1.2.1", "1/1.2/1.2.1/(1)", "2", "2/2.1"]


def test_that_a_gap_in_decimal_numbers_is_named_as_they_are_written():
    found = check_outline(parse("1 总则\n1.1 甲\n内容。\n1.2 乙\n内容。\n2 体系\n2.1 丁\n内容。\n2.3 戊\n内容。\n"))
    assert [(f.path, f.detail) for f in found] == [("2", "缺2.2")]


def test_that_a_half_part_stands_under_a_part():
    assert paths("第二编 物权\n第一分编 通则\n第一章 甲\n第一条 乙。\n第二分编 所有权\n第二章 丙\n第二条 丁。\n") == [
        "第二编", "第二编/第一分编", "第二编/第一分编/第一章", "第二编/第一分编/第一章/第一条",
        "第二编/第二分编", "第二编/第二分编/第二章", "第二编/第二分编/第二章/第二条",
    ]  # fmt: skip


def test_that_an_annex_behind_the_signature_of_a_text_without_markers_opens():
    text = "某批复\n同意。\n附件：组建方案\n某市人民政府\n2024年1月2日\n附件\n组建方案\n一、甲\n内容。\n"
    outline = parse(text)
    assert paths(text) == ["附件", "附件/一、"]
    assert outline.sections[1].heading == "组建方案"


def test_that_an_annex_announced_below_the_body_is_not_opened_twice():
    assert paths("一、甲\n内容。\n附件：建设指引\n附件\n建设指引\n一、乙\n内容。\n") == ["一、", "附件", "附件/一、"]


def test_that_a_table_of_contents_without_its_title_is_no_section():
    text = "某规划\n一、总体要求\n二、重点任务\n三、保障措施\n一、总体要求\n坚持。\n二、重点任务\n推进。\n三、保障措施\n加强。\n"
    assert headings(text) == ["总体要求", "重点任务", "保障措施"]


def test_that_a_long_sentence_is_no_empty_heading():
    assert check_outline(parse("一、将第三条修改为：“甲。”\n二、乙\n内容。\n")) == []


def test_that_page_numbers_and_leaders_of_a_contents_are_no_part_of_its_entries():
    text = "某区规划\n目 录\n一、总体要求 ...... 12\n二、重点任务——３\n三、保障２０２５\n一、总体要求\n坚持。\n二、重点任务\n推进。\n"
    assert headings(text) == ["总体要求", "重点任务"]


def test_that_a_heading_full_of_blanks_or_dots_takes_no_time():
    for run in (" ", ".", "…", "1"):
        text = f"一、总体要求{run * 100_000}甲\n二、任务\n三、保障\n四、附则\n"
        assert len(headings(text)) == 4  # with a search from every blank on it would take hours
