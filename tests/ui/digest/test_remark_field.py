from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.ui.digest.remark_field import RemarkField
from tests.ui.keyboard import type_chinese


@pytest.fixture
def field(qtbot):
    made = RemarkField()
    made.heard = []
    made.remarked.connect(lambda *told: made.heard.append(told))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.open(1, "原有")
    return made


def write(field, text):
    field.selectAll()
    type_chinese(field, text)


def test_that_what_is_typed_is_told_with_what_was_there_before(field):
    write(field, "新的")
    field.flush()
    field.flush()
    assert field.heard == [(1, "新的", "原有")]


def test_that_typing_on_does_not_put_off_saving(qtbot, field):
    write(field, "一")
    left = field._timer.remainingTime()
    qtbot.waitUntil(lambda: field._timer.remainingTime() < left)
    write(field, "一二")
    assert field._timer.remainingTime() < left <= 1000


def test_that_an_answer_from_the_library_does_not_undo_typing(field):
    write(field, "甲")
    field.flush()
    write(field, "甲乙")
    field.open(1, "甲")
    assert field.toPlainText() == "甲乙"
    field.flush()
    assert field.heard[-1] == (1, "甲乙", "甲")


def test_that_a_change_from_elsewhere_is_shown(field):
    write(field, "甲")
    field.flush()
    field.open(1, "甲")
    field.open(1, "原有")
    assert field.toPlainText() == "原有"
    field.flush()
    assert len(field.heard) == 1


def test_that_a_remark_that_came_back_twice_can_still_be_taken_back(field):
    for text in ("甲", "原有"):
        write(field, text)
        field.flush()
    field.open(1, "原有")
    field.open(1, "甲")
    assert field.toPlainText() == "甲"


def test_that_another_excerpt_is_opened_after_saving(field):
    write(field, "甲")
    field.open(2, "")
    assert field.heard == [(1, "甲", "原有")]
    assert field.toPlainText() == ""


def test_that_what_is_typed_goes_on_where_the_remark_ends(field, qtbot):
    field.open(2, "可借鉴。")
    qtbot.keyClicks(field, "ok")
    assert field.toPlainText() == "可借鉴。ok"


def test_that_a_no_break_space_in_a_remark_is_no_edit(field):
    field.open(3, "甲\u00a0乙")
    field.flush()
    assert field.heard == []


def test_that_escape_saves_and_leaves(qtbot, field):
    write(field, "甲")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.heard == [(1, "甲", "原有")]
