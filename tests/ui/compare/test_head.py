from __future__ import annotations

import pytest

from reader.ui.compare.head import CompareHead


@pytest.fixture
def head(qtbot):
    made = CompareHead()
    qtbot.addWidget(made)
    made.show()
    return made


def parts(head):
    found = [head.modes, head.layouts, head.scrollings, head._previous, head._next, head._export]
    return [one for one in found if one.isVisible()]


@pytest.mark.parametrize("width", [520, 700, 960, 1440])
def test_that_nothing_is_cut_off_however_narrow_it_is(head, width):
    head.resize(width, 42)
    head.set_status("第128处，共266处")
    head.layout().activate()
    for one in parts(head):
        assert 0 <= one.geometry().left() < one.geometry().right() < width
        assert one.width() >= one.sizeHint().width()


def test_that_choices_become_menus_in_the_order_of_their_need(head):
    choices = (head.scrollings, head.layouts, head.modes)
    seen = []
    for width in range(1600, 400, -20):
        head.resize(width, 42)
        seen.append([choice.compact for choice in choices])
    assert seen[0] == [False, False, False]
    assert seen[-1] == [True, True, True]
    assert all(here in ([False] * 3, [True, False, False], [True, True, False], [True] * 3) for here in seen)
    assert seen == sorted(seen)


def test_that_a_menu_wishes_what_a_button_would(qtbot, head):
    head.resize(560, 42)
    (action,) = [a for a in head.modes.short.menu().actions() if a.text() == "承接对照"]
    with qtbot.waitSignal(head.mode_requested) as wished:
        action.trigger()
    assert wished.args == ["topics", "downward"]
    assert head.modes.short.text() == "稿件比对 ▾"  # until the view says that it holds
    head.show_mode("topics", "downward")
    assert head.modes.short.text() == "承接对照 ▾"


def test_that_one_column_is_for_editions_only(head):
    head.show_mode("topics", "peers")
    assert not head.layouts.buttons["column"].isEnabled()
    head.show_mode("editions", "peers")
    assert head.layouts.buttons["column"].isEnabled()


def test_that_the_way_of_scrolling_is_not_asked_of_one_column(head):
    head.show_layout("column")
    assert head.scrollings.isHidden()
    head.show_layout("pair")
    assert head.scrollings.isVisible()
