from __future__ import annotations

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from reader.comparison.judgement import Judgement, Verdict
from reader.library.comparing import Compared, compare_documents
from reader.library.ingest import import_paths
from reader.ui.export.comparison_dialog import ComparisonDialog
from tests.export.tracked import accepted, rejected

OLD = """临江区公文处理办法

第一条 为规范公文处理工作，制定本办法。

第二条 公文可以简明，每件不超过3000字。

第三条 各单位应当指定专人办理公文。
"""
NEW = """临江区公文处理办法

第一条 为规范公文处理工作，制定本办法。

第二条 公文应当简明，每件不超过2000字。

第三条 各单位应当指定专人办理公文。

第四条 涉密公文<b>不得</b>在互联网上办理。
"""


def open_both(desk, qtbot, tmp_path, left=OLD, right=NEW):
    paths = [tmp_path / "旧.txt", tmp_path / "新.txt"]
    for path, text in zip(paths, (left, right), strict=True):
        path.write_text(text, encoding="utf-8")
    found = []

    def read(library):
        numbers = [one.number for one in import_paths(library, paths).imported]
        return [library.documents.open(number) for number in numbers]

    desk.jobs.library_call(read, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def compared(documents, mode="editions", **options) -> Compared:
    left, right = documents
    return Compared(left, right, compare_documents(left, right, mode, **options), {}, {})


def shown(desk, qtbot, state) -> ComparisonDialog:
    made = ComparisonDialog(desk.workspace, desk.jobs, None, state)
    qtbot.addWidget(made)
    made.show()
    settle(made, desk, qtbot)
    return made


def settle(dialog, desk, qtbot) -> None:
    """Wait until the preview follows what is chosen."""
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and not desk.jobs.busy)


@pytest.fixture
def documents(desk, qtbot, tmp_path):
    return open_both(desk, qtbot, tmp_path)


@pytest.fixture
def dialog(desk, qtbot, documents):
    return shown(desk, qtbot, compared(documents))


def choose_redline(dialog, desk, qtbot) -> None:
    qtbot.mouseClick(dialog.kind.button(1), Qt.MouseButton.LeftButton)
    settle(dialog, desk, qtbot)


def said(dialog) -> str:
    return dialog.preview.text.toPlainText()


def kinds(dialog) -> list[str]:
    return [button.text() for button in dialog.kind.group.buttons()]


def test_that_editions_become_a_table_of_revisions_or_a_redline(dialog):
    assert kinds(dialog) == ["修订对照表", "花脸稿（修订痕迹）"]
    assert dialog.format.format().suffix == ".docx"
    assert dialog.preview.caption.text() == "预览　共 2 条"
    assert "可以" in said(dialog)
    assert "制定本办法" not in said(dialog)


def test_that_markup_in_a_document_is_shown_as_text(dialog, desk, qtbot):
    assert "<b>不得</b>" in said(dialog)
    choose_redline(dialog, desk, qtbot)
    assert "<b>不得</b>" in said(dialog)


@pytest.mark.parametrize(("direction", "kind"), [("peers", "横向比较表"), ("downward", "承接情况表")])
def test_that_topics_become_the_table_of_their_direction_and_no_redline(desk, qtbot, documents, direction, kind):
    state = compared(documents, "topics", direction=direction)
    made = shown(desk, qtbot, state._replace(judgements={2: Judgement(Verdict.WEAKENED, "力度减弱")}))
    assert kinds(made) == [kind]
    assert kind in made.suggested_path().name
    assert not made.choices.unchanged.isVisible()
    assert not made.choices.kinds.isVisible()
    assert "力度减弱" in said(made)


def test_that_choices_are_seen_in_the_preview(dialog, desk, qtbot):
    dialog.choices.unchanged.setChecked(True)
    dialog.choices.kinds.setChecked(True)
    settle(dialog, desk, qtbot)
    assert "制定本办法" in said(dialog)
    assert "变化类型" in said(dialog)
    dialog.choices.substantive.setChecked(True)
    settle(dialog, desk, qtbot)
    assert not dialog.choices.unchanged.isEnabled()
    assert "制定本办法" not in said(dialog)


def test_that_notes_are_offered_where_there_are_some(dialog, desk, qtbot, documents):
    assert not dialog.choices.notes.isEnabled()
    made = shown(desk, qtbot, compared(documents)._replace(notes={(2, 2): ("请法制科核",)}))
    made.choices.notes.setChecked(True)
    settle(made, desk, qtbot)
    assert "请法制科核" in said(made)


def test_that_the_title_is_proposed_and_what_is_typed_names_table_and_file(dialog, desk, qtbot):
    assert dialog.choices.title.placeholderText() == "《临江区公文处理办法》"
    dialog.choices.title.setText("公文办法")
    settle(dialog, desk, qtbot)
    assert dialog.suggested_path().name == "公文办法（修订对照表）.docx"
    choose_redline(dialog, desk, qtbot)
    assert dialog.suggested_path().name == "临江区公文处理办法（花脸稿）.docx"


def test_that_a_redline_is_previewed_and_written(dialog, desk, qtbot, tmp_path):
    dialog.format.choose(".xlsx")
    choose_redline(dialog, desk, qtbot)
    assert dialog.format.format().suffix == ".docx"
    assert not dialog.format.isEnabled()
    assert dialog.preview.caption.text() == "预览　共 3 处修订"
    assert "公文可以应当简明" in said(dialog)
    path = tmp_path / "花脸稿.docx"
    with qtbot.waitSignal(dialog.exported):
        dialog.write(path)
    assert accepted(path.read_bytes())[-1] == "第四条 涉密公文<b>不得</b>在互联网上办理。"
    assert rejected(path.read_bytes())[2] == "第二条 公文可以简明，每件不超过3000字。"
    assert dialog.outcome.words.text() == f"已导出 3 处修订到 {path}"
    qtbot.mouseClick(dialog.kind.button(0), Qt.MouseButton.LeftButton)
    assert dialog.format.format().suffix == ".xlsx"


def test_that_differences_of_form_can_be_left_out_of_a_redline(desk, qtbot, tmp_path):
    documents = open_both(desk, qtbot, tmp_path, right=OLD.replace("公文可以", "公文  可以"))
    made = shown(desk, qtbot, compared(documents))
    choose_redline(made, desk, qtbot)
    assert made.save.isEnabled()
    made.choices.form.setChecked(False)
    settle(made, desk, qtbot)
    assert made.preview.nothing.text() == "两个文件的文字没有不同，没有可留的修订痕迹。"
    assert not made.save.isEnabled()


def test_that_a_table_is_written_with_what_is_chosen(dialog, qtbot, tmp_path):
    dialog.choices.kinds.setChecked(True)
    path = tmp_path / "对照表.docx"
    with qtbot.waitSignal(dialog.exported) as told:
        dialog.write(path)
    assert told.args == [str(path)]
    assert [cell.text for cell in Document(str(path)).tables[0].rows[0].cells].count("变化类型") == 1
    assert dialog.outcome.words.text() == f"已导出 2 条到 {path}"
    assert dialog.isVisible()


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".txt"])
def test_that_every_format_is_written(dialog, qtbot, tmp_path, suffix):
    dialog.format.choose(suffix)
    path = tmp_path / f"对照表{suffix}"
    with qtbot.waitSignal(dialog.exported):
        dialog.write(path)
    if suffix == ".xlsx":
        text = "".join(str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row)
    else:
        text = path.read_text(encoding="utf-8-sig")
    assert "涉密公文" in text


def test_that_documents_without_differences_are_told(desk, qtbot, tmp_path):
    documents = open_both(desk, qtbot, tmp_path, right=OLD + "\n")
    made = shown(desk, qtbot, compared(documents))
    assert made.preview.nothing.text() == "没有需要列出的条款。"
    assert not made.save.isEnabled()


def test_that_a_file_open_elsewhere_is_told_and_another_name_offered(dialog, qtbot, tmp_path):
    path = tmp_path / "对照表.docx"
    path.write_bytes(b"old")
    (tmp_path / ".~lock.对照表.docx#").write_bytes(b"")
    dialog.write(path)
    qtbot.waitUntil(lambda: dialog.outcome.take_other.isVisible())
    assert dialog.outcome.words.text() == "“对照表.docx”：文件正被其他程序打开，请关闭后重试，或换个文件名。"
    assert path.read_bytes() == b"old"
    with qtbot.waitSignal(dialog.exported) as told:
        qtbot.mouseClick(dialog.outcome.take_other, Qt.MouseButton.LeftButton)
    assert told.args == [str(tmp_path / "对照表（2）.docx")]


@pytest.mark.parametrize(
    ("redline", "typed", "written"),
    [
        (False, "表.html", "表.html"),
        (False, "表", "表（2）.docx"),
        (True, "稿.html", "稿.html.docx"),
        (True, "稿1.2版", "稿1.2版.docx"),
    ],
)
def test_that_the_name_typed_decides_and_no_other_file_is_written_over(
    dialog, desk, qtbot, tmp_path, monkeypatch, redline, typed, written
):
    (tmp_path / "表.docx").write_bytes(b"old")
    if redline:
        choose_redline(dialog, desk, qtbot)
    monkeypatch.setattr(
        "reader.ui.export.target_path.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / typed), "")
    )
    with qtbot.waitSignal(dialog.exported) as told:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert told.args == [str(tmp_path / written)]
    assert (tmp_path / "表.docx").read_bytes() == b"old"


def test_that_escape_stops_the_writing_and_then_closes(dialog, desk, qtbot, tmp_path):
    dialog.write(path := tmp_path / "对照表.docx")
    assert not dialog.save.isEnabled()
    assert dialog.outcome.words.text() == "正在写入 对照表.docx"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.outcome.words.text() == "已停止，没有写入文件。"
    settle(dialog, desk, qtbot)
    assert not path.exists()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
