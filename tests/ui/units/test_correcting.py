from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.units.conftest import AS_READ, RESEARCH, SERVICE, TRADE


def test_that_a_unit_is_taken_out_by_key_and_comes_back_by_undo(qtbot, desk):
    desk.enter(RESEARCH)
    chip = desk.panel.card.chips()[1]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    desk.written()
    assert desk.said()[0] == (RESEARCH, "责任单位", ["区科技经济委"])
    assert desk.operations.undo_text() == "删去责任单位"
    assert desk.undone() == AS_READ


def test_that_what_was_taken_out_stays_on_the_card_and_a_click_brings_it_back(qtbot, desk):
    desk.enter(RESEARCH)
    desk.panel.correcting.remove(desk.mention("区市场监管局"))
    desk.written()
    [gone] = [link for link in desk.panel.card.links() if link.shown_text() == "区市场监管局"]
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    desk.written()
    assert desk.said() == AS_READ
    assert desk.operations.undo_text() == "恢复原读法"


def test_that_going_back_by_hand_leaves_no_correction(desk):
    desk.panel.correcting.edit(desk.mention("区财政局"))
    editor = desk.panel.editor
    for wish, there, back in (
        (editor.rename_requested, "区数据局", "区财政局"),
        (editor.role_requested, "责任单位", "配合单位"),
        (editor.move_requested, desk.section(SERVICE), desk.section(TRADE)),
    ):
        for value in (there, back):
            wish.emit(value)
            desk.written()
        assert desk.document.corrections == ()
    assert desk.said() == AS_READ
    assert not desk.mention("区财政局").by_user


def test_that_a_unit_that_is_there_already_is_not_added(desk):
    desk.panel.correcting.add_units("区财政局、区教育局、区教育局", "配合单位", desk.section(TRADE))
    desk.written()
    assert (TRADE, "配合单位", ["区财政局"]) in desk.said()
    assert [one.name for one in desk.document.corrections] == ["区教育局"]
    assert not desk.mention("区财政局").by_user


def test_that_what_was_added_is_changed_and_taken_out_without_a_trace(desk):
    correcting = desk.panel.correcting
    correcting.add_units("区教育局", "责任单位", desk.section(SERVICE))
    desk.written()
    correcting.set_role((desk.mention("区教育局"),), "牵头单位")
    desk.written()
    assert [(one.op, one.role) for one in desk.document.corrections] == [("add", "牵头单位")]
    correcting.remove(desk.mention("区教育局"))
    desk.written()
    assert desk.document.corrections == ()
    assert desk.said() == AS_READ


def test_that_all_corrections_of_a_unit_are_taken_back_at_once(qtbot, desk):
    desk.panel.correcting.edit(desk.mention("区科技经济委"))
    editor = desk.panel.editor
    editor.rename_requested.emit("区数据局")
    desk.written()
    editor.role_requested.emit("配合单位")
    desk.written()
    assert len(desk.document.corrections) == 2
    qtbot.mouseClick(editor.restore, Qt.MouseButton.LeftButton)
    desk.written()
    assert desk.said() == AS_READ
    assert editor.name.text() == "区科技经济委"
    assert not editor.restore.isVisible()


def test_that_the_first_of_a_list_leads_only_when_the_user_says_so(qtbot, desk):
    desk.enter(RESEARCH)
    [offer] = [link for link in desk.panel.card.links() if "惯例" in link.shown_text()]
    assert offer.shown_text() == "首位列为牵头（惯例，待核）"
    assert desk.said() == AS_READ
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    desk.written()
    assert (RESEARCH, "牵头单位", ["区科技经济委"]) in desk.said()
    assert not any("惯例" in link.shown_text() for link in desk.panel.card.links())
    assert desk.undone() == AS_READ


@pytest.mark.parametrize("theme", ["paper", "green", "night"])
def test_that_corrected_units_can_be_painted_in_every_theme(desk, theme):
    desk.panel.correcting.remove(desk.mention("区市场监管局"))
    desk.panel.correcting.edit(desk.mention("区科技经济委"))
    desk.panel.editor.rename_requested.emit("区数据局")
    desk.written()
    desk.enter(RESEARCH)
    desk.workspace.set_settings(desk.workspace.settings.with_(theme=theme))
    assert not desk.panel.grab().isNull()


def test_that_it_is_told_which_units_were_added(desk):
    add = desk.panel.correcting.add_units
    assert add("区财政局、区教育局", "配合单位", desk.section(TRADE)) == ("区教育局",)
    assert add("区财政局", "配合单位", desk.section(TRADE)) == ()


@pytest.mark.parametrize("words", ["首位列为牵头（惯例，待核）", "区市场监管局"])
def test_that_the_keyboard_stays_on_the_card_when_its_words_are_pressed(qtbot, desk, words):
    desk.enter(RESEARCH)
    if words == "区市场监管局":
        desk.panel.correcting.remove(desk.mention(words))
        desk.written()
    [link] = [link for link in desk.panel.card.links() if link.shown_text() == words]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    desk.written()
    assert desk.panel.card.chips()[0].hasFocus()


def test_that_the_keyboard_goes_to_the_button_where_no_unit_is_left(qtbot, desk):
    desk.enter(RESEARCH)
    [offer] = [link for link in desk.panel.card.links() if "惯例" in link.shown_text()]
    offer.setFocus()
    desk.enter(SERVICE)
    assert desk.panel.card.add_button.hasFocus()
