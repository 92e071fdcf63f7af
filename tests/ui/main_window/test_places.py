from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.main_window.places import Place, Places

A, B, C = Place(1, 2), Place(1, 7, 0.5), Place(2, 1)


def test_that_back_and_forward_walk_the_same_way():
    places = Places()
    places.leave(A)
    places.leave(B)
    assert places.back(C) == B
    assert places.back(B) == A
    assert places.back(A) is None
    assert places.forward(A) == B
    assert places.forward(B) == C
    assert not places.can_go_forward()


def test_that_a_new_jump_forgets_the_way_forward():
    places = Places()
    places.leave(A)
    places.back(B)
    places.leave(A)
    assert not places.can_go_forward()


def test_that_the_place_one_stands_at_is_no_step():
    places = Places()
    places.leave(A)
    places.leave(B)
    assert places.back(B) == A


@given(st.lists(st.builds(Place, st.integers(1, 3), st.integers(0, 5)), min_size=1, max_size=30, unique=True))
def test_that_going_all_the_way_back_and_forward_ends_where_it_began(way):
    places, here = Places(), way[-1]
    for place in way[:-1]:
        places.leave(place)
    seen = [here]
    while (place := places.back(seen[-1])) is not None:
        seen.append(place)
    assert seen == way[::-1]
    back = seen[-1]
    while (place := places.forward(back)) is not None:
        back = place
    assert back == here
