from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.notes.draft import Draft


def test_that_nothing_typed_is_nothing_to_save():
    assert not Draft.of("甲").dirty


def test_that_what_is_on_its_way_is_not_sent_twice():
    draft = Draft.of("")
    draft.typed = "甲"
    assert draft.take() == "甲"
    assert not draft.dirty


def test_that_an_answer_of_the_store_does_not_touch_what_was_typed_since():
    draft = Draft.of("")
    draft.typed = "甲"
    draft.take()
    draft.typed = "甲乙"
    assert not draft.hear("甲")
    assert (draft.typed, draft.dirty) == ("甲乙", True)


def test_that_a_change_from_elsewhere_is_shown():
    draft = Draft.of("甲")
    assert draft.hear("")
    assert (draft.typed, draft.dirty) == ("", False)


def test_that_a_change_from_elsewhere_does_not_overwrite_what_is_being_typed():
    draft = Draft.of("甲")
    draft.typed = "甲乙"
    assert not draft.hear("丙")
    assert (draft.typed, draft.dirty) == ("甲乙", True)


def test_that_typing_back_to_the_start_is_saved_too():
    draft = Draft.of("")
    draft.typed = "甲"
    draft.take()
    draft.typed = ""
    assert draft.dirty


@given(st.lists(st.one_of(st.text("甲乙丙", max_size=3), st.sampled_from(["save", "answer"])), max_size=30))
def test_that_what_was_typed_last_is_what_is_stored_in_the_end(events):
    draft, typed, store, on_its_way = Draft.of(""), "", "", []
    for event in events:
        if event == "save":
            if draft.dirty:
                on_its_way.append(draft.take())
        elif event == "answer":
            if on_its_way:
                store = on_its_way.pop(0)
                assert not draft.hear(store)
        else:
            draft.typed = typed = event
    while on_its_way or draft.dirty:
        if draft.dirty:
            on_its_way.append(draft.take())
        if on_its_way:
            store = on_its_way.pop(0)
            draft.hear(store)
    assert store == typed == draft.typed
    assert not draft.dirty
