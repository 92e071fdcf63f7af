from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.ui.reading.reading_line import Window

HEIGHT = st.floats(100, 2000)


@given(HEIGHT, st.floats(0, 50_000))
def test_that_both_ends_of_a_document_can_be_read(height, maximum):
    assume(maximum > 1)
    assert Window(0, maximum, height).line() == 0
    assert abs(Window(maximum, maximum, height).line() - height) < 1e-6


@given(HEIGHT, st.floats(1, 50_000), st.floats(0, 1))
def test_that_scrolling_to_a_place_puts_it_on_the_reading_line(height, maximum, part):
    y = part * (maximum + height)
    value = Window(0, maximum, height).value_for(y)
    window = Window(value, maximum, height)
    assert abs(window.value + window.line() - y) < 1e-3


def test_that_far_from_the_ends_the_line_is_a_third_down():
    assert Window(5000, 10_000, 900).line() == 300


def test_that_a_document_that_fits_has_its_line_a_third_down():
    assert Window(0, 0, 900).line() == 300
