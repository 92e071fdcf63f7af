from __future__ import annotations

from reader.ui.reading.paragraphs import Paragraphs, Part
from tests.ui.reading.builders import notice, opened


def parts_of(source):
    document = opened(source)
    found = Paragraphs(document).between(0, len(source) + 1)
    text = document.reading.simplified
    return [(p.part, p.lead.text(text) or p.span.text(text)) for p in found]


def test_that_the_parts_of_a_notice_are_told_apart():
    found = parts_of(notice(("甲项任务", "乙项任务")))
    assert found[:4] == [
        (Part.TITLE, "关于加快推进联动创新区建设的实施意见"),
        (Part.DOC_NUMBER, "杨府发〔2024〕11号"),
        (Part.ADDRESSEES, "区政府各委、办、局："),
        (Part.FIRST, "一、重点任务"),
    ]
    assert (Part.THIRD, "1.甲项任务") in found
    assert found[-2:] == [(Part.SIGNATURE, "上海市杨浦区人民政府"), (Part.SIGNATURE, "2024年10月25日")]


def test_that_a_heading_that_runs_on_is_no_bare_heading():
    document = opened(notice(("甲项任务",)))
    found = {p.part: p for p in Paragraphs(document).between(0, 10_000)}
    assert found[Part.FIRST].bare
    assert not found[Part.THIRD].bare


def test_that_asking_in_stretches_finds_the_same():
    document = opened(notice())
    paragraphs = Paragraphs(document)
    whole = paragraphs.between(0, paragraphs.length + 1)
    pieces = [p for start in range(0, paragraphs.length + 1, 37) for p in paragraphs.between(start, start + 37)]
    assert pieces == whole


def test_that_a_title_set_in_two_lines_is_one_title():
    document = opened(notice().replace("联动创新区建设", "联动创新区\n建设", 1))
    titles = Paragraphs(document).titles
    text = document.reading.simplified
    assert "".join(t.span.text(text) for t in titles) == "关于加快推进联动创新区建设的实施意见"
    assert Paragraphs(document).first_title == titles[-1]
