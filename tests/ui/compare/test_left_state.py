from __future__ import annotations

import json

import pytest

from reader.ui.compare.left_state import LeftState
from reader.ui.reading.extents import Place


def test_that_a_state_is_read_as_it_was_stored():
    state = LeftState("column", "free", {"only": True}, (Place(3, 0.25), Place(4, 1.5)), (True, False))
    assert LeftState.read(json.loads(json.dumps(state.stored()))) == state


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"layout": 3, "scrolling": "up", "filter": [], "places": [[1], 2], "trees": "x"},
        {"places": [["a", 0.5], [1, 2]]},
    ],
)
def test_that_what_is_not_understood_is_as_usual(stored):
    assert LeftState.read(stored) == LeftState()
