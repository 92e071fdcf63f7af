from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.ui.roster.aliases_dialog import AliasesDialog
from reader.units.identity import Same
from tests.ui.keyboard import type_chinese

TEXT = """上海市杨浦区人民政府关于加强市场服务的实施意见

各有关单位：

一、主要任务

（一）减轻负担。落实措施。（责任单位：区市场监管局、区经济信息化委）

（二）便利开办。推行网办。（责任单位：区市场监督管理委员会、区经济信息化局）
"""
CTRL = Qt.KeyboardModifier.ControlModifier
Y, N = Qt.Key.Key_Y, Qt.Key.Key_N


@pytest.fixture
def dialog(office, qtbot, tmp_path):
    file = tmp_path / "意见.txt"
    file.write_text(TEXT, encoding="utf-8")
    with Library.open(office.path) as library:
        assert not import_paths(library, [file]).failures
        office.workspace.set_entries(library.documents.entries())
        office.workspace.show(library.documents.open(library.documents.entries()[0].number), ())
    made = AliasesDialog(office.workspace, office.jobs)
    qtbot.addWidget(made)
    made.show()
    office.idle()
    qtbot.waitUntil(lambda: made.form.places.count() > 1)
    return made


def decisions(office) -> tuple[Same, ...]:
    office.idle()
    return office.ask(lambda library: library.units.same())


def proposals(office):
    return office.ask(lambda library: library.units.proposals())


def enter(dialog, qtbot, one: str, other: str) -> None:
    type_chinese(dialog.form.one, one)
    qtbot.keyClick(dialog.form.one, Qt.Key.Key_Return)
    type_chinese(dialog.form.other, other)
    qtbot.keyClick(dialog.form.other, Qt.Key.Key_Return)


def test_that_what_is_unsure_is_asked_with_its_reason_and_nothing_is_done(dialog, office):
    waiting = proposals(office)
    assert waiting
    assert dialog.open_button.text() == f"待确认 {len(waiting)}"
    said = dialog.model.index(0).data()
    assert waiting[0].one in said
    assert waiting[0].reason in said
    assert "上海市杨浦区" in said
    assert decisions(office) == ()


def test_that_a_proposal_is_accepted_by_key_and_the_units_are_one(dialog, office, qtbot):
    first = proposals(office)[0]
    qtbot.keyClick(dialog.view, Y)
    assert decisions(office) == (Same(first.one, first.other, first.jurisdiction, True),)
    assert first not in proposals(office)
    names = office.ask(lambda library: [unit.name for unit in library.units.ledger().units])
    assert not {first.one, first.other} <= set(names)


def test_that_a_proposal_is_refused_and_not_asked_again(dialog, office, qtbot):
    waiting = proposals(office)
    qtbot.keyClick(dialog.view, N)
    assert decisions(office) == (Same(waiting[0].one, waiting[0].other, waiting[0].jurisdiction, False),)
    assert len(proposals(office)) == len(waiting) - 1
    assert dialog.open_button.text() == f"待确认 {len(waiting) - 1}"


def test_that_a_decision_is_taken_back(dialog, office, qtbot):
    waiting = proposals(office)
    qtbot.keyClick(dialog.view, Y)
    office.idle()
    dialog.decided_button.click()
    assert "您认定是同一单位" in dialog.model.index(0).data()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert decisions(office) == ()
    assert proposals(office) == waiting
    assert dialog.nothing.text().startswith("还没有认定过。")


def test_that_a_decision_is_turned_round(dialog, office, qtbot):
    qtbot.keyClick(dialog.view, Y)
    office.idle()
    dialog.decided_button.click()
    assert dialog.refuse_button.isVisible()
    assert not dialog.accept_button.isVisible()
    qtbot.mouseClick(dialog.refuse_button, Qt.MouseButton.LeftButton)
    assert [one.same for one in decisions(office)] == [False]


def test_that_steps_are_taken_back_and_done_again(dialog, office, qtbot):
    qtbot.keyClick(dialog.view, Y)
    office.idle()
    assert dialog.undo_button.toolTip() == "撤销：认定为同一单位（Ctrl+Z）"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert decisions(office) == ()
    qtbot.keyClick(dialog, Y, CTRL)
    assert len(decisions(office)) == 1


def test_that_an_alias_of_the_users_own_holds_in_the_place_of_the_document(dialog, office, qtbot):
    enter(dialog, qtbot, "区市场监管局", "区市监")
    assert dialog.form.one.text() == ""
    (made,) = decisions(office)
    assert (made.one, made.other, made.same) == ("区市场监管局", "区市监", True)
    assert "杨浦区" in made.jurisdiction


def test_that_two_names_can_be_told_apart(dialog, office, qtbot):
    type_chinese(dialog.form.one, "区科委")
    type_chinese(dialog.form.other, "区科技经济委")
    dialog.form.places.setCurrentIndex(dialog.form.places.count() - 1)
    assert dialog.form.places.currentText() == "不限地区"
    qtbot.mouseClick(dialog.form.different, Qt.MouseButton.LeftButton)
    assert decisions(office) == (Same("区科委", "区科技经济委", "", False),)


def test_that_one_name_twice_is_no_pair(dialog, office, qtbot):
    type_chinese(dialog.form.one, "区科委")
    type_chinese(dialog.form.other, "区科委 ")
    assert not dialog.form.same.isEnabled()
    qtbot.keyClick(dialog.form.other, Qt.Key.Key_Return)
    assert decisions(office) == ()


def test_that_names_of_the_library_are_proposed_while_one_is_typed(dialog, office, qtbot):
    qtbot.waitUntil(lambda: bool(dialog.form._completing[0].proposed("市场监管")))
    assert dialog.form._completing[0].proposed("市场监管")[0].name == "区市场监管局"


def test_that_the_filter_says_when_nothing_fits(dialog, qtbot):
    type_chinese(dialog.box, "没有这个单位")
    assert dialog.nothing.text() == "没有符合的单位"
    assert not dialog.accept_button.isEnabled()


def test_that_a_refused_decision_is_told_and_nothing_is_shown_as_decided(dialog, office, qtbot, monkeypatch):
    from reader.library.errors import LibraryFull
    from reader.library.units import Units

    def full(self, decision):
        raise LibraryFull("磁盘已满。")

    monkeypatch.setattr(Units, "decide_same", full)
    qtbot.keyClick(dialog.view, Y)
    qtbot.waitUntil(lambda: dialog.message.text() == "没有保存：磁盘已满。")
    assert dialog.decided_button.text() == "已认定 0"
    assert not dialog.undo_button.isEnabled()


def test_that_an_answer_that_comes_late_finds_nobody(office, qtbot):
    made = AliasesDialog(office.workspace, office.jobs)
    made.deleteLater()
    qtbot.wait(20)
    office.idle()


def test_that_escape_closes(dialog, qtbot):
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
