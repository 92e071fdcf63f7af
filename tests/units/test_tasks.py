from __future__ import annotations

import sys
from typing import NamedTuple

import pytest

from reader.cleaning import clean
from reader.structure.parser import parse
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment, Duty
from reader.units.corrections import Correction, addition, apply, correction
from reader.units.extraction import extract
from reader.units.scope_notes import ScopeNote
from reader.units.task_text import is_generic, name_of
from reader.units.tasks import BY_USER, DAMAGED, RESTORED, tasks

TEXT = """\
明珠湖片区建设实施意见
一、总体要求
（一）工作目标。到2030年，基本建成示范片区。（责任单位：区发展改革委）
二、重点任务
（一）完善片区路网
1.打通断头路。2026年6月底前打通3条断头路。（责任单位：区建设交通委、区财政局）
2.优化公交线路。新辟公交线路。（牵头单位：区建设交通委；配合单位：区公安分局、区财政局等）
（二）提升环境品质
3.整治河道。清淤疏浚。（责任单位：区水务局）种植水生植物。（责任单位：区绿化市容局）
4.规范停车管理
（责任单位：区公安分局）
三、保障措施
（一）加强统筹。组建工作专班（成员单位：区财政局、区水务局）。
"""
PLAIN = {"责任单位": Duty.RESPONSIBLE, "牵头单位": Duty.LEAD, "配合单位": Duty.SUPPORT, "成员单位": Duty.MEMBER}


class Sample:
    """A text with assignments made by hand, so that only the tasks are tested."""

    def __init__(self, text: str = TEXT) -> None:
        self.text, self.outline = text, parse(text)
        self.assignments: list[Assignment] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def assign(self, bracket: str, role: str, *names: str, covers: str = "", **fields) -> Sample:
        span = self.span(bracket)
        unit = {"duty": PLAIN.get(role, Duty.RESPONSIBLE)} | {
            key: fields.pop(key) for key in ("duty", "by_user", "restored", "group") if key in fields
        }
        units = tuple(AssignedUnit(**{"name": n, "raw": n, "restored": False, "span": span} | unit) for n in names)
        section = self.outline.at(span.start)
        values = {"open_ended": False, "source": "bracket", "covers": self.span(covers) if covers else None} | fields
        self.assignments.append(
            Assignment(section.number, section.path, role, units, text=bracket, span=span, **values)
        )
        return self

    def tasks(self, **fields):
        return tasks(self.text, self.outline, self.assignments, **fields)


def names(task, duty):
    return [unit.name for unit in task.duties.get(duty, ())]


def whole_sample() -> Sample:
    lead = "（牵头单位：区建设交通委；配合单位：区公安分局、区财政局等）"
    return (
        Sample()
        .assign("（责任单位：区发展改革委）", "责任单位", "区发展改革委")
        .assign("（责任单位：区建设交通委、区财政局）", "责任单位", "区建设交通委", "区财政局")
        .assign(lead, "牵头单位", "区建设交通委")
        .assign(lead, "配合单位", "区公安分局", "区财政局", open_ended=True)
        .assign("（责任单位：区水务局）", "责任单位", "区水务局", covers="清淤疏浚。")
        .assign("（责任单位：区绿化市容局）", "责任单位", "区绿化市容局", covers="种植水生植物。")
        .assign("（责任单位：区公安分局）", "责任单位", "区公安分局", source="line")
        .assign("（成员单位：区财政局、区水务局）", "成员单位", "区财政局", "区水务局")
    )


def test_that_there_is_a_task_for_each_clause_and_each_part_of_one():
    found = whole_sample().tasks()
    assert [(t.label, t.part, t.heading, t.measure) for t in found] == [
        ("一（一）", 0, "工作目标", "到2030年，基本建成示范片区。"),
        ("二（一）1", 0, "打通断头路", "2026年6月底前打通3条断头路。"),
        ("二（一）2", 0, "优化公交线路", "新辟公交线路。"),
        ("二（二）3", 0, "整治河道", "清淤疏浚。"),
        ("二（二）3", 1, "整治河道", "种植水生植物。"),
        ("二（二）4", 0, "规范停车管理", "规范停车管理"),
        ("三（一）", 0, "加强统筹", "组建工作专班。"),
    ]


def test_that_units_stand_by_what_is_written_of_them():
    third = whole_sample().tasks()[2]
    assert list(third.duties) == [Duty.LEAD, Duty.SUPPORT]
    assert names(third, Duty.LEAD) == ["区建设交通委"]
    assert names(third, Duty.SUPPORT) == ["区公安分局", "区财政局"]
    assert [unit.open_ended for unit in third.duties[Duty.SUPPORT]] == [False, True]
    assert {unit.role for unit in third.duties[Duty.SUPPORT]} == {"配合单位"}


def test_that_responsible_units_that_support_a_lead_stay_responsible_units():
    sample = Sample().assign("（责任单位：区水务局）", "责任单位", "区水务局", duty=Duty.SUPPORT)
    assert list(sample.tasks()[0].duties) == [Duty.RESPONSIBLE]


def test_that_a_unit_that_a_note_puts_first_leads():
    sample = Sample().assign("（责任单位：区水务局）", "责任单位", "区水务局", duty=Duty.LEAD)
    assert list(sample.tasks()[0].duties) == [Duty.LEAD]


def test_that_the_category_is_the_telling_headings_above():
    found = whole_sample().tasks()
    assert [t.category for t in found] == [
        ("总体要求",),
        ("完善片区路网",),
        ("完善片区路网",),
        ("提升环境品质",),
        ("提升环境品质",),
        ("提升环境品质",),
        ("保障措施",),
    ]


def test_that_a_heading_above_all_tasks_is_left_out_but_where_it_is_the_only_one():
    under = Sample(
        "一、推广举措\n（一）搭建平台\n1.建库。建成一个库。（责任单位：区数据局）\n2.建网。（责任单位：区科委）\n"
    )
    under.assign("（责任单位：区数据局）", "责任单位", "区数据局").assign("（责任单位：区科委）", "责任单位", "区科委")
    assert [t.category for t in under.tasks()] == [("搭建平台",), ("搭建平台",)]
    flat = Sample("一、重点任务\n1.建库。建成一个库。（责任单位：区数据局）\n")
    assert flat.assign("（责任单位：区数据局）", "责任单位", "区数据局").tasks()[0].category == ("重点任务",)


SENTENCES = """\
一、任务分工
（一）放权
1.对现有审批事项逐一深入论证，能取消的坚决取消，能下放的尽快下放，不再保留。（责任单位：省审改办）
主要措施：
（1）上半年对全省现有行政许可事项进行一次全面摸底，并对外公布清单和办理流程。（责任单位：省司法厅）
（2）持续精简事项，成熟一批推出一批，全年再取消部分行政许可等事项，并做好衔接。（责任单位：省审改办）
（二）监管
2.把更多行政资源从事前审批转到事中事后监管上来，并加快建立健全信用联合惩戒制度。（责任单位：省市场监管局）
"""


def test_that_sentences_without_title_are_named_by_what_stands_above_them():
    sample = Sample(SENTENCES)
    for unit in ("省审改办", "省司法厅", "省市场监管局"):
        sample.assign(f"（责任单位：{unit}）", "责任单位", unit)
    first, second, third = sample.tasks()
    assert first.measure == "对现有审批事项逐一深入论证，能取消的坚决取消，能下放的尽快下放，不再保留。"
    assert first.heading == second.heading == "对现有审批事项逐一深入论证，能取消的坚决取消……"
    assert second.measure.startswith("上半年对全省现有行政许可事项")
    assert first.named_by == second.named_by == first.section
    assert [t.category for t in (first, second, third)] == [("放权",), ("放权",), ("监管",)]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("打通断头路", "打通断头路"),
        ("坚持党的领导，凝聚工作合力", "坚持党的领导，凝聚工作合力"),
        ("全面摸底" * 20, ("全面摸底" * 20)[:30] + "……"),
        ("创新监管的理念和方式，五年内健全以“双随机、一公开，互联网+”为主的监管体系", "创新监管的理念和方式……"),
        ("加快建设区域性交通枢纽，统筹推进高速公路和普通国省干线的升级改造", "加快建设区域性交通枢纽……"),
    ],
)
def test_that_a_sentence_is_cut_to_a_name(heading, name):
    assert name_of(heading) == name


@pytest.mark.parametrize("heading", ["重点任务", "主要任务和措施", "工作内容", "任务分工", "重点工作任务及责任分工"])
def test_that_headings_which_only_announce_tasks_are_known(heading):
    assert is_generic(heading)


@pytest.mark.parametrize("heading", ["创新发展", "保障民生", "任务艰巨", "", "完善保障措施"])
def test_that_headings_which_tell_something_are_kept(heading):
    assert not is_generic(heading)


def test_that_of_two_stops_around_a_bracket_one_is_left():
    for written, read in (
        ("建成一个库。（责任单位：区数据局）。", "建成一个库。"),
        ("建成一个库（责任单位：区数据局）。", "建成一个库。"),
        ("建成一个库；（责任单位：区数据局）；", "建成一个库；"),
        ("建成一个库。（责任单位：区数据局）另建一个网。", "建成一个库。另建一个网。"),
    ):
        sample = Sample(f"一、建库。{written}\n").assign("（责任单位：区数据局）", "责任单位", "区数据局")
        assert sample.tasks()[0].measure == read


def test_that_a_bracket_behind_a_heading_covers_the_clauses_below_that_name_nobody():
    sample = Sample(
        "一、安全\n（一）守住底线（责任单位：区应急局）\n1.排查隐患。每月排查。\n2.开展演练。（责任单位：区消防支队）\n"
    )
    sample.assign("（责任单位：区应急局）", "责任单位", "区应急局")
    sample.assign("（责任单位：区消防支队）", "责任单位", "区消防支队")
    assert sample.tasks()[0].measure == "1.排查隐患。每月排查。"


def test_that_deadlines_and_targets_are_those_of_the_part():
    first, second = (
        Sample("一、路网。2026年6月底前打通3条道路。（责任单位：区建委）新建公厕5座。（责任单位：区绿容局）\n")
        .assign("（责任单位：区建委）", "责任单位", "区建委", covers="2026年6月底前打通3条道路。")
        .assign("（责任单位：区绿容局）", "责任单位", "区绿容局", covers="新建公厕5座。")
        .tasks(issued_on="2026-01-05")
    )
    assert [d.text for d in first.deadlines] == ["2026年6月底前"]
    assert [t.text for t in first.targets] == ["3条"]
    assert not second.deadlines
    assert [t.text for t in second.targets] == ["5座"]


def test_that_a_sentence_in_place_of_a_heading_is_of_the_first_part():
    sample = Sample(
        "一、到2026年6月底打通3条断头路。做好养护。（责任单位：区建委）新建公厕5座。（责任单位：区绿容局）\n"
        "二、全面排查道路桥梁隧道等各类设施的安全隐患，建立台账，逐项整改销号。\n"
        "三、压实各级各部门的安全生产责任，健全考核机制，严肃追究失职渎职行为。\n"
    )
    sample.assign("（责任单位：区建委）", "责任单位", "区建委", covers="做好养护。")
    sample.assign("（责任单位：区绿容局）", "责任单位", "区绿容局", covers="新建公厕5座。")
    first, second = sample.tasks()
    assert first.measure == "到2026年6月底打通3条断头路。做好养护。"
    assert [d.text for d in first.deadlines] == ["到2026年6月底"]
    assert (second.measure, second.deadlines) == ("新建公厕5座。", ())


def test_that_a_deadline_within_the_bracket_counts():
    bracket = "（责任单位：区数据局；完成时限：2026年9月底前）"
    sample = Sample(f"一、建库。建成一个库。{bracket}\n").assign(bracket, "责任单位", "区数据局")
    assert [d.text for d in sample.tasks()[0].deadlines] == ["2026年9月底前"]
    assert sample.tasks()[0].measure == "建成一个库。"


def test_that_goals_of_the_whole_are_no_deadlines():
    assert whole_sample().tasks()[0].deadlines == ()


def test_that_restored_damaged_and_corrected_units_are_remarked():
    bracket = "（责任单位：区水务局）"
    restored = Sample().assign(bracket, "责任单位", "区水务局", restored=True)
    assert restored.tasks()[0].remarks == (f"区水务局：{RESTORED}",)
    damaged = Sample().assign(bracket, "责任单位", "区水??偛局")
    assert damaged.tasks()[0].remarks == (f"区水??偛局：{DAMAGED}",)
    corrected = Sample().assign(bracket, "责任单位", "区水务局", by_user=True)
    assert corrected.tasks()[0].remarks == (BY_USER,)


def test_that_damage_in_the_text_is_remarked():
    sample = Sample("一、建库。在上??偛建成一个库。（责任单位：区数据局）\n")
    task = sample.assign("（责任单位：区数据局）", "责任单位", "区数据局").tasks()[0]
    assert task.remarks == (f"具体举措：{DAMAGED}",)
    sample = Sample("一、建设上??偛库。建成一个库。（责任单位：区数据局）\n")
    task = sample.assign("（责任单位：区数据局）", "责任单位", "区数据局").tasks()[0]
    assert task.remarks == (f"重点任务：{DAMAGED}",)


def test_that_units_that_all_later_clauses_fall_to_are_a_remark_there():
    sample = whole_sample().assign("（责任单位：区公安分局）", "配合单位", "各街镇", source="line")
    span = sample.span("2.优化")
    note = ScopeNote("everywhere", "", span, sample.outline.at(span.start).number, ("各街镇",))
    remarks = [t.remarks for t in sample.tasks(notes=(note,))]
    assert remarks == [(), (), (), ("各街镇均需落实",), ("各街镇均需落实",), (), ("各街镇均需落实",)]


def test_that_a_note_in_brackets_of_its_own_is_no_part_of_the_task():
    text = "一、建库。建成一个库。（以下均需各街镇落实，不再列出）（责任单位：区数据局）\n"
    sample = Sample(text).assign("（责任单位：区数据局）", "责任单位", "区数据局")
    note = ScopeNote("everywhere", "", sample.span("以下均需各街镇落实，不再列出"), 1, ("各街镇",))
    assert sample.tasks(notes=(note,))[0].measure == "建成一个库。"


def test_that_a_unit_added_by_hand_joins_the_part_it_was_found_in():
    sample = whole_sample().assign("种植水生植物", "配合单位", "区园林所", source="user", by_user=True)
    parts = [t for t in sample.tasks() if t.label == "二（二）3"]
    assert [names(t, Duty.SUPPORT) for t in parts] == [[], ["区园林所"]]


def test_that_a_second_list_of_the_same_kind_stays_apart():
    sample = Sample("一、建库。建成一个库。（责任单位：区数据局）（责任单位：区科委）\n")
    sample.assign("（责任单位：区数据局）", "责任单位", "区数据局").assign("（责任单位：区科委）", "责任单位", "区科委")
    assert [(u.name, u.group) for u in sample.tasks()[0].duties[Duty.RESPONSIBLE]] == [("区数据局", 0), ("区科委", 1)]


def test_that_membership_alone_is_told():
    assert [t.is_membership for t in whole_sample().tasks()] == [*[False] * 6, True]


def test_that_what_stands_before_the_first_marker_is_read_by_its_line():
    sample = Sample("关于建库的通知\n请区数据局建库。\n一、建网。建成一个网。\n")
    sample.assign("区数据局", "责任单位", "区数据局", source="user")
    assert [(t.section, t.measure) for t in sample.tasks()] == [(0, "请区数据局建库。")]


def test_that_no_assignments_make_no_tasks():
    assert Sample().tasks() == ()


CORRECTED = """\
关于推进项目建设的方案
一、重点任务
（一）加快项目建设。加快推进项目建设工作。（责任单位：市教育局）
（二）完善养老服务。新建养老机构。（责任单位：市民政局；完成时限：2026年9月底前）培训护理人员。（责任单位：市人社局）
（三）整治河道。清淤疏浚。（责任单位：市水务局、市财政局）
二、保障措施
（一）加强督查。
1.每月通报进展。（责任单位：市统计局）
2.年底开展考核。（责任单位：市审计局）
"""


class Corrected(NamedTuple):
    """A text as read, with what the user corrects in it."""

    source: str = CORRECTED

    def tasks(self, *decisions: tuple[str, ...]) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
        """Return measure, deadlines and units of each row, by the label of its clause."""
        reading = clean(self.source)
        outline = parse(reading.simplified)
        read = extract(reading.simplified, outline)
        sections = {section.label: section for section in outline.sections}

        def made(op: str, name: str, what: str, words: str = "") -> Correction:
            if op == "add":
                start = reading.simplified.find(words)
                mention = Span(start, start + len(words)) if words else None
                return addition(name, "责任单位", sections[what], reading, mention=mention)
            unit, assignment = next((u, a) for a in read for u in a.units if u.name == name)
            if op == "move":
                return correction(op, unit, assignment, reading, section=sections[what])
            return correction(op, unit, assignment, reading, role=what if op == "role" else "")

        wanted = apply(read, [made(*decision) for decision in decisions], reading, outline)
        rows: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for task in tasks(reading.simplified, outline, wanted, issued_on="2026-01-05", as_read=read):
            units = tuple(unit.name for listed in task.duties.values() for unit in listed)
            times = "；".join(deadline.text for deadline in task.deadlines)
            rows.setdefault(task.label, []).append((task.measure, times, units))
        return rows


def test_that_the_bracket_of_a_unit_with_another_role_is_no_part_of_the_task():
    rows = Corrected().tasks(("role", "市教育局", "牵头单位"))
    assert rows["一（一）"] == [("加快推进项目建设工作。", "", ("市教育局",))]


def test_that_a_bracket_whose_unit_was_moved_or_removed_is_no_part_of_the_task():
    moved = Corrected().tasks(("move", "市教育局", "一（三）"), ("add", "市科委", "一（一）"))
    assert moved["一（一）"] == [("加快推进项目建设工作。", "", ("市科委",))]
    removed = Corrected().tasks(("remove", "市教育局", ""), ("add", "市科委", "一（一）"))
    assert removed["一（一）"] == [("加快推进项目建设工作。", "", ("市科委",))]


def test_that_the_bracket_of_a_clause_left_without_units_does_not_show_in_the_one_above():
    rows = Corrected().tasks(("remove", "市统计局", ""), ("add", "市政府办", "二（一）"))
    assert rows["二（一）"] == [("1.每月通报进展。", "", ("市政府办",))]


def test_that_a_part_keeps_its_text_and_the_time_in_its_bracket_whatever_becomes_of_its_units():
    first, second = "新建养老机构。", "培训护理人员。"
    rows = Corrected().tasks(("move", "市教育局", "一（二）"), ("role", "市民政局", "牵头单位"))
    assert rows["一（二）"] == [
        (first, "2026年9月底前", ("市民政局", "市教育局")),
        (second, "", ("市人社局", "市教育局")),
    ]
    rows = Corrected().tasks(("move", "市教育局", "一（二）"), ("remove", "市民政局", ""), ("remove", "市人社局", ""))
    assert rows["一（二）"] == [(first, "2026年9月底前", ("市教育局",)), (second, "", ("市教育局",))]


def test_that_a_unit_added_to_a_clause_goes_to_all_its_parts_behind_the_written_ones():
    rows = Corrected().tasks(("add", "市科委", "一（二）"), ("add", "市科委", "一（三）"))
    assert [units for *_, units in rows["一（二）"]] == [("市民政局", "市科委"), ("市人社局", "市科委")]
    assert [units for *_, units in rows["一（三）"]] == [("市水务局", "市财政局", "市科委")]


def test_that_a_unit_added_with_its_mention_goes_to_the_part_it_stands_in():
    selected, given = ("add", "护理学校", "一（二）", "护理"), ("add", "市科委", "一（二）")
    for decisions in ((selected, given), (given, selected)):
        first, second = (units for *_, units in Corrected().tasks(*decisions)["一（二）"])
        assert first == ("市民政局", "市科委")
        assert set(second) == {"市人社局", "市科委", "护理学校"}


def test_that_text_behind_all_brackets_has_a_row_of_its_own_for_the_unit_named_there():
    later = CORRECTED.replace("（责任单位：市人社局）", "（责任单位：市人社局）由老龄中心每季度通报进展情况。")
    rows = Corrected(later).tasks(("add", "老龄中心", "一（二）", "老龄中心"))
    assert rows["一（二）"][-1] == ("由老龄中心每季度通报进展情况。", "每季度", ("老龄中心",))


def test_that_a_unit_moved_before_the_first_clause_brings_no_text_along():
    moved = Sample().assign("区水务局", "责任单位", "区水务局", source="user")
    moved.assignments = [moved.assignments[0]._replace(section=0, path="")]
    assert [task.measure for task in moved.tasks()] == [""]


def test_that_many_brackets_in_a_clause_take_no_more_work_each():
    def calls(count: int) -> int:
        text = "一、建库\n" + "".join(f"建成第{n}个库。（责任单位：区数据局）\n" for n in range(count))
        outline = parse(text)
        read, found = extract(text, outline), 0

        def count_one(*_: object) -> None:
            nonlocal found
            found += 1

        sys.setprofile(count_one)
        try:
            assert len(tasks(text, outline, read)) == count
        finally:
            sys.setprofile(None)
        return found

    assert calls(160) < 2.5 * calls(80)
