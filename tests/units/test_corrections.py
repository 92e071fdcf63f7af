from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import clean
from reader.structure.parser import parse
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment, Duty, UnitKind
from reader.units.corrections import OPS, Correction, addition, apply, correction, outcome
from reader.units.extraction import extract

if TYPE_CHECKING:
    from reader.structure.section import Outline, Section
    from reader.text.reading_text import ReadingText

TEXT = """关于推动滨河地区更新的实施方案

一、主要任务

（一）整治沿河环境。完成岸线修复(含绿化),建成步道。（牵头单位：区绿化市容局；配合单位：区水务局、区财政局）

（二）完善公共服务。新建社区食堂。（责任单位：区民政局、区商务委，各街道办事处）

二、保障措施

加强统筹，每月通报进展，由区发展改革委汇总。
"""


class Read(NamedTuple):
    reading: ReadingText
    outline: Outline
    assignments: tuple[Assignment, ...]

    def unit(self, name: str) -> tuple[AssignedUnit, Assignment]:
        return next((u, a) for a in self.assignments for u in a.units if u.name == name)

    def about(self, op: str, of: str, /, **what: object) -> Correction:
        unit, assignment = self.unit(of)
        return correction(op, unit, assignment, self.reading, **what)

    def section(self, path: str) -> Section:
        return next(s for s in self.outline.sections if s.path == path)

    def span(self, words: str) -> Span:
        start = self.reading.simplified.index(words)
        return Span(start, start + len(words))

    def after(self, *corrections: Correction) -> Read:
        return self._replace(assignments=apply(self.assignments, corrections, self.reading, self.outline))

    def roles(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for a in self.assignments:
            found.setdefault((a.path, a.role), []).extend(u.name for u in a.units)
        return found


def read(source: str = TEXT, kept: tuple[Span, ...] = ()) -> Read:
    reading = clean(source, kept)
    outline = parse(reading.simplified)
    return Read(reading, outline, extract(reading.simplified, outline))


@pytest.fixture
def text() -> Read:
    return read()


FIRST, SECOND, LAST = "一、/(一)", "一、/(二)", "二、"


def test_that_without_corrections_nothing_changes(text: Read) -> None:
    assert text.after() == text


def test_that_a_renamed_unit_stays_where_it_is(text: Read) -> None:
    after = text.after(text.about("rename", "区水务局", name="区水务管理中心"))
    assert after.roles()[FIRST, "配合单位"] == ["区水务管理中心", "区财政局"]
    unit, _ = after.unit("区水务管理中心")
    assert unit == text.unit("区水务局")[0]._replace(name="区水务管理中心", by_user=True)
    assert [u.by_user for a in after.assignments for u in a.units].count(True) == 1


def test_that_a_rename_may_make_it_a_unit_of_another_kind(text: Read) -> None:
    after = text.after(text.about("rename", "区商务委", name="各区政府"))
    assert after.unit("各区政府")[0].kind == UnitKind.LOCAL


def test_that_a_removed_unit_is_gone_and_a_list_without_units_with_it(text: Read) -> None:
    assert text.after(text.about("remove", "区财政局")).roles()[FIRST, "配合单位"] == ["区水务局"]
    after = text.after(text.about("remove", "区绿化市容局"))
    assert (FIRST, "牵头单位") not in after.roles()


def test_that_a_unit_in_another_role_joins_those_who_have_it_in_the_same_bracket(text: Read) -> None:
    after = text.after(text.about("role", "区财政局", role="牵头单位"))
    assert after.roles()[FIRST, "牵头单位"] == ["区绿化市容局", "区财政局"]
    assert after.roles()[FIRST, "配合单位"] == ["区水务局"]
    assert after.unit("区财政局")[0][4:] == (Duty.LEAD, UnitKind.ORGAN, 0, True)


def test_that_a_role_nobody_has_makes_an_assignment_of_the_users_own(text: Read) -> None:
    after = text.after(text.about("role", "区商务委", role="牵头单位"))
    unit, assignment = after.unit("区商务委")
    assert (unit.duty, assignment.source, assignment.role, assignment.path) == (Duty.LEAD, "user", "牵头单位", SECOND)
    assert assignment.text == text.unit("区商务委")[1].text


def test_that_a_moved_unit_belongs_to_the_other_clause_and_stays_marked_in_the_text(text: Read) -> None:
    after = text.after(text.about("move", "区民政局", section=text.section(LAST)))
    unit, assignment = after.unit("区民政局")
    assert (assignment.path, assignment.role, assignment.source) == (LAST, "责任单位", "user")
    assert unit.span.text(text.reading.simplified) == "区民政局"
    assert after.roles()[SECOND, "责任单位"] == ["区商务委", "各街道办事处"]


def test_that_a_unit_is_added_from_the_selected_words(text: Read) -> None:
    mention = text.span("区发展改革委")
    after = text.after(addition("区发展改革委", "负责", text.section(LAST), text.reading, mention=mention))
    unit, assignment = after.unit("区发展改革委")
    assert (unit.span, unit.raw, unit.by_user) == (mention, "区发展改革委", True)
    assert (assignment.path, assignment.role, assignment.source) == (LAST, "负责", "user")


def test_that_a_unit_is_added_to_a_clause_that_does_not_name_it(text: Read) -> None:
    after = text.after(addition("区审计局", "责任单位", text.section(LAST), text.reading))
    unit, assignment = after.unit("区审计局")
    assert unit.span.start == unit.span.end
    assert assignment.path == LAST


def test_that_several_added_units_stand_together(text: Read) -> None:
    last = text.section(LAST)
    after = text.after(*(addition(n, "责任单位", last, text.reading) for n in ("区审计局", "区统计局")))
    (assignment,) = (a for a in after.assignments if a.path == LAST)
    assert [unit.name for unit in assignment.units] == ["区审计局", "区统计局"]
    renamed = after.about("rename", "区统计局", name="区统计调查队")
    removed = after.about("remove", "区审计局")
    assert after.after(renamed, removed).roles()[LAST, "责任单位"] == ["区统计调查队"]


def test_that_a_unit_that_is_read_already_is_not_added_twice(text: Read) -> None:
    after = text.after(addition("区民政局", "责任单位", text.section(SECOND), text.reading))
    assert after.roles() == text.roles()
    assert after.unit("区民政局")[0].by_user


def test_that_corrections_follow_each_other(text: Read) -> None:
    first = text.after(text.about("rename", "区财政局", name="区财政和金融局"))
    second = first.about("role", "区财政和金融局", role="牵头单位")
    third = first.after(second).about("move", "区财政和金融局", section=text.section(LAST))
    after = text.after(text.about("rename", "区财政局", name="区财政和金融局"), second, third)
    assert after.roles()[LAST, "牵头单位"] == ["区财政和金融局"]
    assert sum(len(a.units) for a in after.assignments) == sum(len(a.units) for a in text.assignments)


def test_that_a_correction_finds_its_unit_when_the_text_before_it_reads_otherwise(text: Read) -> None:
    made = text.about("role", "区财政局", role="牵头单位")
    edits = [edit for edit in text.reading.edits if edit.replacement in ("（", "）", "，")]
    assert edits
    other = read(kept=tuple(Span(edit.start, edit.end) for edit in edits))
    assert other.reading.text != text.reading.text
    assert other.after(made).roles()[FIRST, "牵头单位"] == ["区绿化市容局", "区财政局"]


def test_that_a_correction_whose_mention_is_read_no_longer_adds_what_the_user_wanted(text: Read) -> None:
    made = [
        text.about("rename", "区水务局", name="区水务管理中心"),
        text.about("role", "区财政局", role="牵头单位"),
        text.about("move", "区民政局", section=text.section(LAST)),
    ]
    blind = outcome((), made, text.reading, text.outline)
    assert blind.unmet == ()
    found = text._replace(assignments=blind.assignments)
    assert found.roles() == {
        (FIRST, "配合单位"): ["区水务管理中心"],
        (FIRST, "牵头单位"): ["区财政局"],
        (LAST, "责任单位"): ["区民政局"],
    }
    assert all(u.by_user for a in blind.assignments for u in a.units)


def test_that_a_removal_that_finds_nothing_is_told(text: Read) -> None:
    made = text.about("remove", "区财政局")
    twice = outcome(text.assignments, (made, made._replace(uuid="b")), text.reading, text.outline)
    assert [one.uuid for one in twice.unmet] == ["b"]
    assert outcome((), (made,), text.reading, text.outline) == ((), (made,))


def test_that_a_wider_reading_of_the_same_words_is_not_removed_for_another(text: Read) -> None:
    unit, assignment = text.unit("区财政局")
    wider = assignment._replace(
        units=(unit._replace(name="区水务局、区财政局", raw="区水务局、区财政局", span=assignment.span),)
    )
    kept = outcome((wider,), (text.about("remove", "区财政局"),), text.reading, text.outline)
    assert kept.assignments == (wider,)
    assert len(kept.unmet) == 1


def test_that_of_two_names_restored_from_one_mention_the_one_meant_is_corrected(text: Read) -> None:
    unit, assignment = text.unit("区水务局")
    glued = (unit._replace(name="区水务局"), unit._replace(name="区气象局"))
    both = text._replace(assignments=(assignment._replace(units=glued),))
    assert both.after(both.about("remove", "区气象局")).roles()[FIRST, "配合单位"] == ["区水务局"]
    assert both.after(both.about("rename", "区气象局", name="区气象台")).roles()[FIRST, "配合单位"] == [
        "区水务局",
        "区气象台",
    ]


WHOLE = read()
NAMES = [unit.name for a in WHOLE.assignments for unit in a.units]
offsets = st.integers(-5, len(TEXT) + 50)
anything = st.builds(
    Correction, st.uuids().map(str), st.sampled_from((*OPS, "odd")), offsets, offsets, st.text(max_size=4),
    st.text(max_size=4), st.sampled_from(("牵头单位", "责任单位", "配合", "")), st.none() | offsets,
)  # fmt: skip
sensible = st.builds(
    lambda op, name, role, path: WHOLE.about(op, name, name="区新名局", role=role, section=WHOLE.section(path)),
    st.sampled_from(OPS[1:]), st.sampled_from(NAMES), st.sampled_from(("牵头单位", "责任单位", "配合")),
    st.sampled_from((FIRST, SECOND, LAST)),
)  # fmt: skip


@given(st.lists(sensible | anything, max_size=12))
def test_that_no_sequence_of_corrections_fails_or_loses_a_unit_nobody_corrected(corrections: list[Correction]) -> None:
    after = outcome(WHOLE.assignments, corrections, WHOLE.reading, WHOLE.outline)
    touched = {one.raw for one in corrections} | {one.name for one in corrections}
    before = [(a.path, a.role, u) for a in WHOLE.assignments for u in a.units if u.raw not in touched]
    left = [(a.path, a.role, u) for a in after.assignments for u in a.units]
    assert [one for one in before if one not in left] == []
    assert all(a.units for a in after.assignments)
    assert [a.section for a in after.assignments] == sorted(a.section for a in after.assignments)
    assert all(one in corrections for one in after.unmet)
