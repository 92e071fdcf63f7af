from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.rows import assignment_rows, assignments_of
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment, Duty, UnitKind

offset = st.integers(0, 10**7)
spans = st.builds(Span, offset, offset)
words = st.text(max_size=5)
units = st.builds(
    AssignedUnit,
    words,
    words,
    st.booleans(),
    spans,
    st.sampled_from(Duty),
    st.sampled_from(UnitKind),
    st.integers(0, 9),
)
plain = words.map(lambda name: AssignedUnit(name, name, False, Span(0, len(name))))
assignments = st.builds(
    Assignment, offset, words, words, st.lists(plain | units, max_size=4).map(tuple), st.booleans(), words, spans,
    st.sampled_from(("bracket", "line", "table", "prose")), st.none() | spans, st.none() | spans,
)  # fmt: skip


@given(st.lists(assignments, max_size=5))
def test_that_assignments_come_back_as_they_were_stored(made: list[Assignment]) -> None:
    found = assignments_of(assignment_rows(made))
    assert list(found) == made
    assert [type(u.duty) for a in found for u in a.units] == [Duty for a in made for _ in a.units]


def test_that_a_usual_unit_takes_no_more_than_its_name_and_place() -> None:
    unit = AssignedUnit("区财政局", "区财政局", False, Span(3, 7))
    (row,) = assignment_rows([Assignment(1, "一、", "责任单位", (unit,), False, "", Span(0, 9), "bracket")])
    assert row.units == '[["区财政局",3,7]]'
