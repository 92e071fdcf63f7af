from __future__ import annotations

from PySide6.QtGui import QTextDocument

from reader.ui.widgets.plain import named, tooltip


def test_that_a_tooltip_shows_its_lines_as_they_are_written(qapp):
    shown = QTextDocument()
    shown.setHtml(tooltip("<b>意见</b> & <img src=x>", "第二行", ""))
    assert shown.toPlainText().splitlines() == ["<b>意见</b> & <img src=x>", "第二行"]


def test_that_nothing_to_say_is_no_tooltip():
    assert tooltip("", "") == ""


def test_that_path_and_heading_are_parted_unless_a_bracket_does_it():
    assert [named("二（一）2", "深化"), named("二（一）", "深化"), named("", "深化"), named("二", "")] == [
        "二（一）2 深化",
        "二（一）深化",
        "深化",
        "二",
    ]
