from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.actions import ACTIONS, MENUS, READING, SEPARATOR, WINDOW, Actions

IDS = [spec.id for spec in ACTIONS]
IN_MENUS = [one for _title, ids in MENUS for one in ids if one != SEPARATOR]


def test_that_no_id_stands_twice():
    assert [one for one, count in Counter(IDS).items() if count > 1] == []


def test_that_no_key_is_given_twice_where_both_would_hold():
    window = [portable(key) for spec in ACTIONS if spec.context == WINDOW for key in spec.keys]
    reading = [portable(key) for spec in ACTIONS if spec.context == READING for key in spec.keys]
    assert [key for key, count in Counter(window + reading).items() if count > 1] == []


@pytest.mark.parametrize("spec", [spec for spec in ACTIONS if spec.keys], ids=lambda spec: spec.id)
def test_that_every_key_can_be_parsed(spec):
    for key in spec.keys:
        sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
        assert sequence.count() == 1
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_that_keys_without_a_modifier_hold_only_in_the_text():
    bare = {key for spec in ACTIONS if spec.context == WINDOW for key in spec.keys if len(key) == 1}
    assert bare == set()


def test_that_menus_name_each_action_once_and_all_but_the_menu_itself():
    assert [one for one, count in Counter(IN_MENUS).items() if count > 1] == []
    assert set(IN_MENUS) == set(IDS) - {"window.menu"}


def test_that_a_window_key_works_and_a_reading_key_waits_for_its_pane(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert actions["file.open"] in window.actions()
    assert actions["note.add"] not in window.actions()
    pane = QWidget(window)
    actions.bind_reading(pane)
    assert actions["note.add"] in pane.actions()


def test_that_what_nothing_answers_to_is_named(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    heard = []
    actions.connect_to("file.open", lambda: heard.append("open"))
    assert "file.open" not in actions.unhandled()
    assert "file.export" in actions.unhandled()
    actions["file.open"].trigger()
    assert heard == ["open"]


def portable(key: str) -> str:
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText).toString()
