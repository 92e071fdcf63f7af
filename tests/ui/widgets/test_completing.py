from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from reader.ui.widgets.completing import Completing, Suggestion


def test_that_names_that_begin_with_what_is_typed_come_first(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    completing = Completing(field)
    completing.set_suggestions(
        [Suggestion("团区委"), Suggestion("区委办公室", "中共临江区委办公室"), Suggestion("市财政局")]
    )
    assert [one.name for one in completing.proposed("区委")] == ["区委办公室", "团区委"]
    assert [one.name for one in completing.proposed("临江")] == ["区委办公室"]
    assert completing.proposed(" ") == []
