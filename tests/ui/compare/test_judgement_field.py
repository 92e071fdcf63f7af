from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.comparison.judgement import Judgement, Verdict
from reader.ui.compare.judgement_field import JudgementField
from reader.ui.theme import THEMES
from tests.ui.keyboard import compose, type_chinese


@pytest.fixture
def field(qtbot):
    made = JudgementField(THEMES["paper"])
    qtbot.addWidget(made)
    made.resize(256, 160)
    with qtbot.waitExposed(made):
        made.show()
    made.open(3, None)
    return made


def test_that_what_is_typed_is_told_without_a_button(field, qtbot):
    with qtbot.waitSignal(field.judged, timeout=3000) as judged:
        type_chinese(field.remark, "未写明时限")
    assert judged.args == [3, Judgement(None, "未写明时限")]


def test_that_the_field_left_is_told_at_once(field, qtbot):
    field.remark.setFocus()
    type_chinese(field.remark, "待核")
    with qtbot.waitSignal(field.judged, timeout=200):
        field.remark.clearFocus()


def test_that_a_verdict_pressed_again_is_taken_back(field, qtbot):
    button = field.buttons[Verdict.REFINED]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    with qtbot.waitSignal(field.judged) as judged:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert judged.args == [3, None]
    assert not button.isChecked()


def test_that_a_verdict_takes_the_remark_along(field, qtbot):
    type_chinese(field.remark, "少一家单位")
    with qtbot.waitSignal(field.judged) as judged:
        field.judge(Verdict.NARROWED)
    assert judged.args == [3, Judgement(Verdict.NARROWED, "少一家单位")]


def test_that_what_the_store_answers_does_not_overwrite_what_is_typed_on(field):
    type_chinese(field.remark, "甲")
    field.flush()
    type_chinese(field.remark, "乙")
    field.open(3, Judgement(None, "甲"))
    assert field.remark.toPlainText() == "甲乙"


def test_that_an_undone_verdict_and_remark_are_shown(field):
    field.judge(Verdict.MISSING)
    type_chinese(field.remark, "全文未见")
    field.flush()
    field.open(3, Judgement(Verdict.MISSING, "全文未见"))
    field.open(3, Judgement(Verdict.TAKEN_UP, "见第三条"))
    assert field.buttons[Verdict.TAKEN_UP].isChecked()
    assert not field.buttons[Verdict.MISSING].isChecked()
    assert field.remark.toPlainText() == "见第三条"


def test_that_the_input_methods_part_is_not_lost(field, qtbot):
    field.remark.setFocus()
    compose(field.remark, "daihe")
    with qtbot.waitSignal(field.judged) as judged:
        field.close_clause()
    assert judged.args == [3, Judgement(None, "daihe")]


def test_that_nothing_is_told_of_what_was_not_touched(field, qtbot):
    with qtbot.assertNotEmitted(field.judged):
        field.open(4, Judgement(Verdict.REFINED, "有"))
        field.open(5, None)
        field.close_clause()


def test_that_escape_leads_back_to_the_list(field, qtbot):
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.remark, Qt.Key.Key_Escape)
