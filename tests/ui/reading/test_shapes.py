from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.shapes import Layer, Shape

SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=30)


@given(SPANS, st.integers(0, 220), st.integers(1, 40))
def test_that_exactly_the_shapes_in_view_are_found(spans, start, length):
    shapes = [Shape(at, at + size, key=i) for i, (at, size) in enumerate(spans)]
    found = {shape.key for shape in Layer(shapes).within(start, start + length)}
    assert found == {s.key for s in shapes if s.start < start + length and s.end > start}


def test_that_the_shortest_of_several_marks_is_the_one_meant():
    layer = Layer([Shape(0, 50, key=1), Shape(10, 20, key=2), Shape(12, 40, key=3)])
    assert layer.at(15).key == 2
    assert layer.at(60) is None
