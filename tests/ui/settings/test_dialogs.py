from __future__ import annotations

from reader.ui.actions import ACTIONS
from reader.ui.settings.dialog import SettingsDialog
from reader.ui.settings.keys_dialog import KeysDialog
from reader.ui.workspace import Workspace


def test_that_each_choice_takes_effect_at_once(qtbot):
    workspace = Workspace()
    dialog = SettingsDialog(workspace)
    qtbot.addWidget(dialog)
    reading, notes, export = (dialog.pages.widget(i) for i in range(3))
    heard = []
    workspace.theme_changed.connect(lambda theme: heard.append(theme.name))
    reading.themes.setCurrentIndex(2)
    reading.letter_size.setValue(18)
    reading.measure.setValue(30)
    reading.line_height.setValue(2.2)
    notes.author.textEdited.emit(" 李四 ")
    export.pitch.setValue(28)
    settings = workspace.settings
    assert heard == ["night"]
    assert (settings.font_size, settings.measure, settings.line_height) == (18.0, 30, 2.2)
    assert (settings.author, settings.author_asked) == ("李四", True)
    assert settings.line_pitch == 28.0


def test_that_the_pages_show_what_is_chosen(qtbot):
    workspace = Workspace(
        Workspace().settings.with_(theme="green", author="王", measure=36, own_units=("区数据局", "区商务委"))
    )
    dialog = SettingsDialog(workspace)
    qtbot.addWidget(dialog)
    reading, notes, _export = (dialog.pages.widget(i) for i in range(3))
    assert (reading.themes.currentText(), reading.measure.value(), notes.author.text()) == ("护眼", 36, "王")
    assert dialog.units.chips.names() == ("区数据局", "区商务委")


def test_that_the_list_of_keys_is_the_table_of_actions(qtbot):
    dialog = KeysDialog(ACTIONS)
    qtbot.addWidget(dialog)
    rows = [
        dialog.list.topLevelItem(i).child(j).text(0)
        for i in range(dialog.list.topLevelItemCount())
        for j in range(dialog.list.topLevelItem(i).childCount())
    ]
    assert len(rows) == sum(bool(spec.keys) for spec in ACTIONS if spec.id != "window.menu")
