from __future__ import annotations

import pytest
from docx.shared import Pt

from reader.export.template import template_path
from reader.settings import Settings
from reader.ui.settings.export_page import ExportPage
from reader.ui.workspace import Workspace
from tests.export.templates import house_style


@pytest.fixture
def workspace(data_folder):
    return Workspace()


@pytest.fixture
def page(qtbot, workspace):
    shown = ExportPage(workspace)
    qtbot.addWidget(shown)
    return shown


def test_that_fonts_pitch_and_bold_headings_are_chosen_at_once(page, workspace):
    page.title_font.setCurrentText("华文中宋")
    page.body_font.setCurrentText("仿宋")
    page.kai_font.setCurrentText("楷体")
    page.bold.setChecked(True)
    page.pitches[2].click()
    settings = workspace.settings
    assert (settings.title_font, settings.body_font, settings.kai_font) == ("华文中宋", "仿宋", "楷体")
    assert (settings.bold_headings, settings.line_pitch, page.pitch.value()) == (True, 29.5, 29.5)


def test_that_the_page_tells_how_many_lines_a_pitch_gives(page):
    assert page.lines.text() == "每页 22 行、每行 28 字（GB/T 9704—2012）"
    page.pitch.setValue(29.5)
    assert page.lines.text() == "每页 21 行"
    assert [button.isChecked() for button in page.pitches] == [False, False, True]
    page.pitch.setValue(30)
    assert not any(button.isChecked() for button in page.pitches)


def test_that_a_font_of_an_older_choice_stays_to_be_chosen(qtbot, data_folder):
    page = ExportPage(Workspace(Settings(body_font="某仿宋")))
    qtbot.addWidget(page)
    assert page.body_font.currentText() == "某仿宋"


def test_that_fonts_that_this_computer_lacks_are_told(page):
    page.body_font.addItem("没有这种字体")
    page.body_font.setCurrentText("没有这种字体")
    assert not page.missing.isHidden()
    assert "没有这种字体" in page.missing.text()


def test_that_a_template_is_taken_over_told_and_given_up(page, workspace, tmp_path):
    box = page.template
    assert box.told.isHidden()
    assert box.page.isHidden()
    path = tmp_path / "本局模板.docx"
    path.write_bytes(house_style())
    box.take(path)
    assert workspace.settings.template == box.name.text() == "本局模板.docx"
    assert "正文（Normal）：方正仿宋_GBK 小三 26磅行距" in box.told.toPlainText()
    box.page.setChecked(True)
    assert workspace.settings.template_page
    box.forget_button.click()
    assert workspace.settings.template == ""
    assert box.told.isHidden()
    assert not template_path().exists()


def test_that_a_refused_file_is_told_and_changes_nothing(page, workspace, tmp_path):
    box = page.template
    (tmp_path / "a.docx").write_bytes(house_style())
    box.take(tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes(b"no")
    box.take(tmp_path / "b.docx")
    assert not box.fault.isHidden()
    assert box.fault.text().startswith("b.docx：不是 .docx 文件")
    assert workspace.settings.template == "a.docx"
    assert box.told.toPlainText()


def test_that_a_file_that_changed_is_told_anew_under_the_same_name(page, tmp_path):
    import io

    from docx import Document

    box, path = page.template, tmp_path / "a.docx"
    path.write_bytes(house_style())
    box.take(path)
    document = Document(io.BytesIO(house_style()))
    document.styles["Normal"].font.size = Pt(12)
    document.save(path)
    box.take(path)
    assert "正文（Normal）：方正仿宋_GBK 小四" in box.told.toPlainText()


def test_that_a_broken_template_is_told_when_the_page_opens(qtbot, data_folder):
    template_path().parent.mkdir(parents=True)
    template_path().write_bytes(b"broken")
    page = ExportPage(Workspace(Settings(template="本局模板.docx")))
    qtbot.addWidget(page)
    assert "本局模板.docx" in page.template.fault.text()
    assert not page.template.forget_button.isHidden()
