from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.conftest import XUHUI, YANGPU


def quotes(panel):
    return [excerpt.quote for excerpt in panel.excerpts()]


def take(one, words):
    """Select words in the text and press the key that takes them."""
    one.select(words)
    one.view.setFocus()
    one.wait_saved(lambda: one.trigger("digest.add"))


def name_theme(one, panel, name):
    """Make a theme and type its name."""
    panel.target.menu.new_requested.emit()
    editor = panel.view.indexWidget(panel.view.currentIndex())
    editor.setText(name)
    one.qtbot.keyClick(editor, Qt.Key.Key_Return)
    one.until(lambda: name in panel.arranging.names())


def test_that_clauses_of_two_documents_are_gathered_while_reading(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(YANGPU)
    take(one, "探索数据要素流通和数据产品开发")
    panel = one.window.parts.right.page("digest")
    one.until(lambda: len(quotes(panel)) == 1)
    one.trigger("view.digest")
    assert one.window.parts.right.current() == "digest"

    name_theme(one, panel, "人才")
    one.open(XUHUI)
    section = next(s for s in one.workspace.document.outline.sections if s.depth == 1)
    one.view.jump_to(section.number)
    one.until(lambda: one.workspace.section == section.number)
    one.wait_saved(lambda: one.trigger("digest.add"))
    one.until(lambda: len(quotes(panel)) == 2)
    assert [excerpt.theme for excerpt in panel.excerpts()] == ["人才", ""]
    assert one.window.parts.actions["edit.undo"].text() == "撤销：放入摘编"
    one.close()

    again = desk()
    there = again.window.parts.right.page("digest")
    again.until(lambda: len(quotes(there)) == 2)
    assert [excerpt.theme for excerpt in there.excerpts()] == ["人才", ""]


def test_that_a_double_click_opens_the_document_at_the_place(desk):
    one = desk()
    one.import_files(YANGPU, XUHUI)
    one.open(YANGPU)
    take(one, "探索数据要素流通和数据产品开发")
    panel = one.window.parts.right.page("digest")
    one.until(lambda: len(quotes(panel)) == 1)
    one.open(XUHUI)
    panel.view.excerpt_opened.emit(panel.excerpts()[0].number)
    one.until(lambda: one.workspace.document.entry.file == YANGPU.name)
    span = one.find("探索数据要素流通和数据产品开发")
    assert one.workspace.document.outline.at(span.start).number == one.workspace.section


def test_that_undo_takes_the_last_excerpt_out_again(desk):
    one = desk()
    one.import_files(YANGPU)
    for words in ("探索数据要素流通和数据产品开发", "促进国际创新资源对接"):
        take(one, words)
    panel = one.window.parts.right.page("digest")
    one.until(lambda: len(quotes(panel)) == 2)
    one.wait_saved(lambda: one.trigger("edit.undo"))
    one.until(lambda: quotes(panel) == ["探索数据要素流通和数据产品开发"])
    one.wait_saved(lambda: one.trigger("edit.redo"))
    one.until(lambda: len(quotes(panel)) == 2)
