from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.library.library import Library
from reader.text.spans import Span
from reader.ui.units.list_head import BY_UNIT
from tests.journeys.conftest import XUHUI, YANGPU
from tests.ui.keyboard import type_chinese

CLAUSE = "深化基础研究体制机制创新"


def begin(one, path=YANGPU, heading=CLAUSE):
    """Open a document at a clause, with the panel beside it."""
    if path.name not in [entry.file for entry in one.workspace.entries]:
        one.import_files(path)
    one.open(path)
    one.window.parts.right.show_page("units")
    section = next(s.number for s in one.workspace.document.outline.sections if s.heading == heading)
    one.view.jump_to(section)
    one.until(lambda: one.workspace.section == section)
    return one.window.parts.right.page("units")


def of_clause(assignments, heading=CLAUSE, *, document):
    """Return role and names of each assignment of a clause."""
    number = next(s.number for s in document.outline.sections if s.heading == heading)
    return [(one.role, [unit.name for unit in one.units]) for one in assignments if one.section == number]


def stored(one, path=YANGPU):
    """Return what the library file says, read by nobody but this."""
    with Library.open(one.path) as library:
        entry = next(entry for entry in library.documents.entries() if entry.file == path.name)
        document = library.documents.open(entry.number)
        return of_clause(document.assignments, document=document), document.corrections


AS_READ = [("责任单位", ["区科技经济委", "杨浦海关"])]
CORRECTED = [("责任单位", ["区数据局", "杨浦海关"])]


def test_that_a_correction_is_undone_redone_and_there_after_a_restart(desk, qtbot):
    first = desk()
    panel = begin(first)
    chip = panel.card.chips()[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_F2)
    type_chinese(panel.editor.name, "区数据局")
    first.wait_saved(lambda: qtbot.keyClick(panel.editor.name, Qt.Key.Key_Return))
    first.until(lambda: [c.mention.name for c in panel.card.chips()] == ["区数据局", "杨浦海关"])
    assert first.window.parts.actions["edit.undo"].text() == "撤销：更正单位名称"
    first.wait_saved(lambda: first.trigger("edit.undo"))
    assert [c.mention.name for c in panel.card.chips()] == ["区科技经济委", "杨浦海关"]
    first.wait_saved(lambda: first.trigger("edit.redo"))
    first.close()
    assert stored(first)[0] == CORRECTED

    second = desk()
    panel = begin(second)
    chip = panel.card.chips()[0]
    assert (chip.mention.name, chip.mention.by_user) == ("区数据局", True)
    assert "人工更正" in chip.toolTip()
    menu = panel.context_menu(None, chip.mention)
    back = next(action for action in menu.actions() if action.text() == "恢复原读法")
    second.wait_saved(back.trigger)
    second.close()
    assert stored(second) == (AS_READ, ())


def test_that_selected_words_are_made_a_unit_from_the_menu_of_the_text(desk, qtbot):
    one = desk()
    panel = begin(one)
    words = "同济大学"
    start = one.workspace.document.reading.simplified.index(words, one.find(CLAUSE).start)
    span = Span(start, start + len(words))
    one.view.select(span)
    menu = one.view.context_menu(None)
    action = next(action for action in menu.actions() if action.text() == "设为责任单位…")
    action.trigger()
    assert panel.editor.name.text() == words
    one.wait_saved(lambda: qtbot.keyClick(panel.editor.name, Qt.Key.Key_Return))
    one.close()
    units, corrections = stored(one)
    assert words in [name for _role, names in units for name in names]
    assert (corrections[0].op, corrections[0].author) == ("add", "王")


def test_that_one_key_leads_to_the_units_of_the_clause_or_of_the_selection(desk, qtbot):
    one = desk()
    panel = begin(one)
    one.trigger("units.correct")
    assert one.window.focusWidget() is panel.card.chips()[0]
    qtbot.keyClick(one.window.focusWidget(), Qt.Key.Key_Tab)
    assert one.window.focusWidget() is panel.card.chips()[1]
    span = panel.card.chips()[1].mention.span
    one.view.select(span)
    one.trigger("units.correct")
    assert panel.editor.name.text() == "杨浦海关"
    assert not panel.editor.subject().new


def test_that_everything_goes_by_keyboard_alone(desk, qtbot):
    one = desk()
    panel = begin(one)
    one.trigger("view.units")
    view = panel.lists.view
    assert view.hasFocus()
    view.setCurrentIndex(panel.lists.model.index_of_section(one.workspace.section))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    one.wait_saved(lambda: qtbot.keyClick(view, Qt.Key.Key_Delete))
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    type_chinese(panel.editor.name, "区教育局")
    one.wait_saved(lambda: qtbot.keyClick(panel.editor.name, Qt.Key.Key_Return))
    qtbot.keyClick(panel.editor.name, Qt.Key.Key_Escape)
    assert one.window.focusWidget() is view
    one.close()
    names = [name for _role, names in stored(one)[0] for name in names]
    assert sorted(names) == ["区教育局", "区科技经济委"]


def test_that_correcting_leaves_the_reader_where_he_was(desk):
    one = desk()
    panel = begin(one)
    place = one.view.place()
    one.wait_saved(lambda: panel.correcting.remove(panel.card.chips()[0].mention))
    after = one.view.place()
    assert after.section == place.section
    assert abs(after.fraction - place.fraction) < 0.05
    assert one.workspace.section == place.section


def test_that_correcting_redraws_the_units_and_sets_nothing_anew(desk):
    one = desk()
    panel = begin(one)
    page, removed = one.view.paper.document(), panel.card.chips()[0].mention
    renamed = panel.card.chips()[1].mention
    one.wait_saved(lambda: panel.correcting.remove(removed))
    one.wait_saved(lambda: panel.correcting.rename(renamed, "上海海关"))
    assert one.view.paper.document() is page
    one.view.set_theme(one.workspace.theme)
    lines = {shape[:2]: shape.line for shape in one.view.paper.layers["facts"].shapes}
    assert one.view.shown.qt_span(removed.span) not in lines
    assert lines[one.view.shown.qt_span(renamed.span)] == "underline"


def test_that_all_places_of_a_unit_are_hinted_at_in_the_text(desk):
    one = desk()
    panel = begin(one)
    panel.lists.show_list(BY_UNIT)
    unit = next(row for row in panel.lists.model.rows() if row.name == "杨浦海关")
    panel.lists.view.spans_hovered.emit(tuple(mention.span for mention in unit.mentions))
    hinted = one.view.paper.layers["hint"].shapes
    assert len(hinted) == len(unit.mentions) > 1
    panel.lists.view.spans_hovered.emit(())
    assert one.view.paper.layers["hint"].shapes == []


def test_that_a_correction_of_a_traditional_text_stands_on_its_words(desk):
    one = desk()
    one.import_files(XUHUI)
    panel = one.window.parts.right.page("units")
    panel = begin(one, XUHUI, panel.listing.clauses[0].heading)
    mention = panel.card.chips()[0].mention
    one.wait_saved(lambda: panel.correcting.remove(mention))
    one.close()
    with Library.open(one.path) as library:
        document = library.documents.open(one.number(XUHUI))
        [correction] = document.corrections
        assert document.reading.map.span_to_reading(Span(correction.start, correction.end)) == mention.span
        assert document.unmet == ()


def test_that_nothing_can_be_corrected_without_a_document(desk):
    one = desk()
    assert not one.window.parts.actions["units.add"].isEnabled()
    assert not one.window.parts.actions["units.correct"].isEnabled()
    one.import_files(YANGPU)
    assert one.window.parts.actions["units.correct"].isEnabled()
    one.trigger("units.add")
    assert "请先选中责任单位的名称" in [label.text() for label in one.window.parts.status.findChildren(QLabel)]
