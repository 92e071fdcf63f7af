from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.ui.export.parts import part_choices, with_lower
from tests.ui.builders import YANGPU, Clause, document, placement


def test_that_a_section_is_meant_with_all_that_stands_under_it():
    opened = document(YANGPU)
    first = next(s for s in opened.outline.sections if s.heading == "总体要求")
    second = next(s for s in opened.outline.sections if s.heading == "重点任务")
    assert with_lower(opened.outline, first.number) == frozenset(range(first.number, second.number))


def test_that_only_parts_with_marks_are_offered_and_the_one_in_view_first():
    opened = document(YANGPU)
    mark = placement(opened, "支持企业开展保税研发")
    choices = list(part_choices(opened.outline, [mark], mark.section))
    assert [choice.text for choice in choices] == [
        "全文",
        "当前条款：二（一）7 鼓励拓展保税研发业务",
        "二 重点任务",
        "　二（一）推动国际化科技创新协同",
    ]
    assert choices[0].sections is None
    assert all(mark.section in choice.sections for choice in choices[1:])


class Counted(Sequence):
    """Sections that count how often one of them is asked for."""

    def __init__(self, sections) -> None:
        self.sections = sections
        self.asked = 0

    def __len__(self) -> int:
        return len(self.sections)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[place] for place in range(len(self))[index]]
        self.asked += 1
        return self.sections[index]


def test_that_many_sections_are_each_looked_at_a_few_times():
    clauses = tuple(Clause(0, f"第{number}条", f"办好第{number}件事") for number in range(1, 301))
    opened = document(clauses)
    counted = Counted(opened.outline.sections)
    mark = placement(opened, "第300件事")
    assert len(counted) > 300
    choices = list(part_choices(replace(opened.outline, sections=counted), [mark], None))
    assert [choice.text for choice in choices] == ["全文", "第300条 办好第300件事"]
    assert counted.asked < 10 * len(counted)
