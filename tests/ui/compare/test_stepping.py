from __future__ import annotations

from reader.text.spans import Span
from reader.ui.compare.differences import Difference
from reader.ui.compare.stepping import Stepping


def rows(*starts):
    return tuple(Difference("wording", "", "", 1, 1, Span(n, n + 1), Span(n, n + 1), False) for n in starts)


def test_that_steps_go_round(qtbot):
    steps, seen = Stepping(), []
    steps.stepped.connect(lambda row: seen.append(row.left_span.start))
    steps.set_rows(rows(3, 5, 9))
    for by in (1, 1, 1, 1, -1, -1):
        steps.step(by)
    assert seen == [3, 5, 9, 3, 9, 5]


def test_that_the_first_step_back_is_to_the_last(qtbot):
    steps = Stepping()
    steps.set_rows(rows(3, 5, 9))
    steps.step(-1)
    assert steps.at == 2


def test_that_the_difference_in_hand_stays_in_hand_wherever_it_is_listed(qtbot):
    steps = Stepping()
    steps.set_rows(rows(3, 5, 9))
    steps.go(1)
    steps.set_rows(rows(1, 3, 5, 9))
    assert steps.at == 2


def test_that_after_the_one_in_hand_went_the_one_that_followed_is_next(qtbot):
    steps = Stepping()
    steps.set_rows(rows(3, 5, 9))
    steps.go(1)
    steps.set_rows(rows(3, 9))
    assert steps.current is None
    steps.step(1)
    assert steps.current.left_span.start == 9


def test_that_nothing_is_gone_to_where_nothing_is_listed(qtbot):
    steps = Stepping()
    with qtbot.assertNotEmitted(steps.stepped):
        steps.step(1)
        steps.go(0)
    assert steps.current is None
