"""What of a section's text each bracket speaks of."""

from __future__ import annotations

from tests.units.texts import assignments


def covers(text: str) -> list[str | None]:
    return [a.covers.text(text) if a.covers else None for a in assignments(text)]


def test_that_several_brackets_go_each_with_the_sentences_before_them():
    text = "一、任务\n1.推进改革。支持甲。（责任单位：市教育局）支持乙。支持丙。（责任单位：市民政局）\n"
    assert covers(text) == ["支持甲。", "支持乙。支持丙。"]


def test_that_a_single_bracket_at_the_end_speaks_of_all():
    assert covers("一、任务\n1.推进改革。支持甲。（责任单位：市教育局）\n") == [None]
    assert covers("一、任务\n1.推进改革。支持甲。\n支持乙。\n（责任单位：市教育局）\n") == [None]


def test_that_a_bracket_before_further_text_speaks_of_what_stands_before_it():
    assert covers("一、任务\n1.推进改革。支持甲。（责任单位：市教育局）其余事项由各地结合实际研究推进。\n") == [
        "支持甲。"
    ]


def test_that_a_bracket_at_the_heading_speaks_of_all_below():
    assert covers("一、推进改革（责任单位：市教育局）\n支持各地先行先试，形成一批经验。\n") == [None]


def test_that_paragraphs_with_a_bracket_each_part_the_section():
    text = "一、任务\n（一）推进改革。总的要求如下。\n甲项：支持甲。（责任单位：市教育局）\n乙项：支持乙。（责任单位：市民政局）\n"
    assert covers(text) == ["总的要求如下。\n甲项：支持甲。", "乙项：支持乙。"]


def test_that_labels_side_by_side_speak_of_the_same():
    text = "一、任务\n1.推进改革。支持甲。（牵头单位：市教育局）（配合单位：市民政局）支持乙。（责任单位：市财政局）\n"
    assert covers(text) == ["支持甲。", "支持甲。", "支持乙。"]


def test_that_the_members_of_an_office_part_no_text():
    text = "一、任务\n1.推进改革。成立专班（成员单位：市教育局、市民政局），定期会商。支持乙。（责任单位：市财政局）\n"
    assert covers(text) == [None, None]
