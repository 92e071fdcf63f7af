from __future__ import annotations

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices

from reader.export.tasks_table import DEFAULT_COLUMNS, TaskColumn
from reader.library.library import Library
from reader.ui.export.tasks_dialog import TasksDialog
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace
from reader.units.roster import RosterEntry
from tests.ui.keyboard import type_chinese


@pytest.fixture
def dialog(desk, qtbot):
    made = TasksDialog(desk.workspace, desk.jobs)
    qtbot.addWidget(made)
    made.show()
    settle(made, qtbot)
    return made


def settle(dialog, qtbot) -> None:
    """Wait until the preview follows what is chosen."""
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and not dialog._writing)
    qtbot.waitUntil(lambda: not dialog.run._jobs.busy)


def shown(dialog) -> list[list[str]]:
    model = dialog.preview.table.model()
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    rows = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    return [heads, *rows]


def column(dialog, head: str) -> list[str]:
    heads, *rows = shown(dialog)
    return [row[heads.index(head)] for row in rows]


def tick(dialog, qtbot, number: int) -> None:
    view, model = dialog.documents.view, dialog.documents.model
    view.setCurrentIndex(model.index(model.shown().index(number)))
    qtbot.keyClick(view, Qt.Key.Key_Space)


def cells_of(path) -> list[list[str]]:
    sheet = load_workbook(path).active
    return [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def said(rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def test_that_the_document_on_the_desk_is_chosen_and_previewed(dialog, desk):
    assert dialog.documents.model.chosen() == (desk.number("港口"),)
    assert dialog.documents.model.shown()[0] == desk.number("港口")
    assert shown(dialog)[0] == [
        "序号",
        "任务类别",
        "重点任务",
        "具体举措",
        "牵头单位",
        "责任单位",
        "配合单位",
        "完成时限",
        "备注",
    ]
    assert column(dialog, "牵头单位") == ["区交通委", "", ""]
    assert column(dialog, "责任单位") == ["区财政局、区水务局", "区商务委、临江海关", "区财政局"]
    assert "2026年底前" in column(dialog, "完成时限")[0]
    assert dialog.preview.caption.text() == "预览　共 3 项"


def test_that_the_documents_asked_for_are_chosen_instead(desk, qtbot):
    made = TasksDialog(desk.workspace, desk.jobs, None, (desk.number("学校"),))
    qtbot.addWidget(made)
    settle(made, qtbot)
    assert made.documents.model.chosen() == (desk.number("学校"),)
    assert column(made, "责任单位")[0] == "区教育局"


def test_that_a_second_document_is_ticked_by_key_and_named_in_the_table(dialog, desk, qtbot):
    tick(dialog, qtbot, desk.number("学校"))
    settle(dialog, qtbot)
    assert "来源文件" in shown(dialog)[0]
    assert len(column(dialog, "责任单位")) == 5
    assert dialog.documents.count.text() == "已选 2 份"


def test_that_the_filter_finds_and_what_is_filtered_away_stays_chosen(dialog, desk, qtbot):
    type_chinese(dialog.documents.box, "学校")
    assert dialog.documents.model.shown() == (desk.number("学校"),)
    qtbot.mouseClick(dialog.documents.all, Qt.MouseButton.LeftButton)
    assert set(dialog.documents.model.chosen()) == {desk.number("港口"), desk.number("学校")}
    qtbot.mouseClick(dialog.documents.none, Qt.MouseButton.LeftButton)
    assert dialog.documents.model.chosen() == ()


def test_that_columns_are_ticked_and_moved_by_keys(dialog, qtbot):
    columns = dialog.columns
    columns.setCurrentRow(0)
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert TaskColumn.NUMBER not in columns.columns()
    row = [columns.item(i).text() for i in range(columns.count())].index("备注")
    columns.setCurrentRow(row)
    for _ in range(row):
        qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(dialog, qtbot)
    assert shown(dialog)[0][:2] == ["备注", "任务类别"]
    qtbot.mouseClick(dialog.default, Qt.MouseButton.LeftButton)
    assert columns.columns() == DEFAULT_COLUMNS


def test_that_without_a_column_nothing_can_be_written(dialog, qtbot):
    dialog.columns.set_columns(())
    settle(dialog, qtbot)
    assert dialog.preview.nothing.text() == "请至少勾选一列。"
    assert not dialog.save.isEnabled()


def test_that_a_document_without_units_says_so(dialog, desk, qtbot):
    tick(dialog, qtbot, desk.number("港口"))
    tick(dialog, qtbot, desk.number("办法"))
    settle(dialog, qtbot)
    assert dialog.preview.nothing.text() == "所选文件没有写明责任单位，没有可以分解的任务。"
    assert not dialog.save.isEnabled()


def test_that_rows_come_in_the_order_of_the_offices_list(desk, qtbot):
    desk.jobs.library_call(lambda library: library.units.set_roster([
        RosterEntry("临江区商务委员会", "区商务委", (), 1), RosterEntry("临江区财政局", "区财政局", (), 2),
        RosterEntry("临江区交通委员会", "区交通委", (), 3),
    ]))  # fmt: skip
    made = TasksDialog(desk.workspace, desk.jobs)
    qtbot.addWidget(made)
    settle(made, qtbot)
    made.options.order.button(1).click()
    settle(made, qtbot)
    assert [a or b.split("、")[0] for a, b in zip(column(made, "牵头单位"), column(made, "责任单位"), strict=True)] == [
        "区商务委", "区财政局", "区交通委",
    ]  # fmt: skip


def test_that_the_first_of_a_list_becomes_lead_only_where_asked_for_and_is_remarked(dialog, qtbot):
    assert column(dialog, "牵头单位")[1] == ""
    dialog.options.first_leads.click()
    settle(dialog, qtbot)
    assert column(dialog, "牵头单位")[1] == "区商务委"
    assert "惯例，待核" in column(dialog, "备注")[1]


def test_that_only_the_tasks_of_the_own_unit_are_listed_where_asked_for(desk, qtbot):
    desk.workspace.set_settings(desk.workspace.settings.with_(own_units=("区水务局", "区商务委")))
    dialog = TasksDialog(desk.workspace, desk.jobs, own=True)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(dialog, qtbot)
    assert column(dialog, "重点任务") == ["完善航道", "便利通关"]
    dialog.options.own.click()
    settle(dialog, qtbot)
    assert column(dialog, "重点任务") == ["完善航道", "便利通关", "减轻负担"]


def test_that_without_an_own_unit_its_tasks_cannot_be_asked_for(dialog):
    assert not dialog.options.own.isEnabled()


def test_that_the_proposed_name_follows_documents_format_and_title(dialog, desk, qtbot, tmp_path):
    dialog._kept.folder = tmp_path
    title = "临江区人民政府关于推进港口建设的实施意见"
    assert dialog.suggested_path() == tmp_path / f"{title}（任务分解表）.xlsx"
    dialog.format.choose(".docx")
    assert dialog.suggested_path().suffix == ".docx"
    dialog.suggested_path().write_bytes(b"")
    assert dialog.suggested_path().name == f"{title}（任务分解表）（2）.docx"
    tick(dialog, qtbot, desk.number("学校"))
    assert dialog.suggested_path().name == "2份文件（任务分解表）.docx"
    type_chinese(dialog.options.title, "2026年重点工作任务分解表")
    assert dialog.suggested_path().name == "2026年重点工作（任务分解表）.docx"


def test_that_the_workbook_has_what_the_preview_showed(dialog, desk, qtbot, tmp_path):
    tick(dialog, qtbot, desk.number("学校"))
    type_chinese(dialog.options.title, "重点任务分解表")
    settle(dialog, qtbot)
    path = tmp_path / "分解表.xlsx"
    with qtbot.waitSignal(dialog.exported) as told:
        dialog.write(path)
    assert told.args == [str(path)]
    text = said(cells_of(path))
    assert "重点任务分解表" in text.replace("\n", "")
    for cell in (*column(dialog, "责任单位"), *column(dialog, "重点任务")):
        assert cell in text
    assert dialog.outcome.words.text() == f"已导出 5 项到 {path}"
    assert dialog.isVisible()


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt"])
def test_that_every_format_is_written(dialog, qtbot, tmp_path, suffix):
    dialog.format.choose(suffix)
    path = tmp_path / f"分解表{suffix}"
    with qtbot.waitSignal(dialog.exported):
        dialog.write(path)
    if suffix == ".docx":
        text = "".join(cell.text for row in Document(str(path)).tables[0].rows for cell in row.cells)
    else:
        text = path.read_text(encoding="utf-8-sig")
    assert "区交通委" in text


def test_that_corrections_of_the_user_go_into_the_file(desk, qtbot, tmp_path):
    number = desk.number("学校")
    from reader.units.corrections import Correction

    opened = []
    desk.jobs.library_call(lambda library: library.documents.open(number), opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    unit = next(u for a in opened[0].assignments for u in a.units)
    start = opened[0].source.index(unit.raw)
    correction = Correction(
        "u1", "rename", start, start + len(unit.raw), unit.raw, "区教育学院", "责任单位", None, "", "王"
    )
    desk.jobs.library_call(lambda library: library.units.correct(number, correction))
    made = TasksDialog(desk.workspace, desk.jobs, None, (number,))
    qtbot.addWidget(made)
    settle(made, qtbot)
    path = tmp_path / "表.txt"
    with qtbot.waitSignal(made.exported):
        made.write(path)
    assert "区教育学院" in path.read_text(encoding="utf-8-sig")


def test_that_a_file_open_elsewhere_is_told_and_another_name_offered(dialog, qtbot, tmp_path):
    path = tmp_path / "分解表.xlsx"
    path.write_bytes(b"old")
    (tmp_path / ".~lock.分解表.xlsx#").write_bytes(b"")
    dialog.write(path)
    qtbot.waitUntil(lambda: dialog.outcome.take_other.isVisible())
    assert dialog.outcome.words.text() == "“分解表.xlsx”：文件正被其他程序打开，请关闭后重试，或换个文件名。"
    assert path.read_bytes() == b"old"
    with qtbot.waitSignal(dialog.exported):
        qtbot.mouseClick(dialog.outcome.take_other, Qt.MouseButton.LeftButton)
    assert "区交通委" in said(cells_of(tmp_path / "分解表（2）.xlsx"))


def test_that_a_missing_folder_is_told_without_another_name(dialog, qtbot, tmp_path):
    dialog.write(tmp_path / "没有的文件夹" / "表.xlsx")
    qtbot.waitUntil(lambda: not dialog._writing)
    assert dialog.outcome.words.text() == "“表.xlsx”：文件夹不存在。"
    assert not dialog.outcome.take_other.isVisible()
    assert dialog.save.isEnabled()


class _Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot("QUrl")
    def open(self, url) -> None:
        self.opened.append(url.toLocalFile())


@pytest.mark.parametrize(
    ("typed", "written"), [("表.docx", "表.docx"), ("表", "表（2）.xlsx"), ("表1.2版", "表1.2版.xlsx")]
)
def test_that_the_name_typed_decides_and_no_other_file_is_written_over(
    dialog, qtbot, tmp_path, monkeypatch, typed, written
):
    (tmp_path / "表.xlsx").write_bytes(b"old")
    monkeypatch.setattr(
        "reader.ui.export.target_path.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / typed), "")
    )
    with qtbot.waitSignal(dialog.exported) as told:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert told.args == [str(tmp_path / written)]
    assert (tmp_path / "表.xlsx").read_bytes() == b"old"


def test_that_the_folder_of_the_file_is_opened(dialog, qtbot, tmp_path):
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        with qtbot.waitSignal(dialog.exported):
            dialog.write(tmp_path / "表.txt")
        qtbot.mouseClick(dialog.outcome.open_folder, Qt.MouseButton.LeftButton)
        assert opener.opened == [str(tmp_path)]
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_that_escape_stops_the_writing_and_then_closes(dialog, desk, qtbot, tmp_path):
    path = tmp_path / "表.xlsx"
    dialog.documents.all.click()
    dialog.write(path)
    assert not dialog.save.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.outcome.words.text() == "已停止，没有写入文件。"
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert not path.exists()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_progress_counts_all_documents(dialog, desk, qtbot, tmp_path):
    heard = []
    dialog.run.progressed.connect(lambda done, total, words: heard.append((done, total)))
    dialog.documents.all.click()
    with qtbot.waitSignal(dialog.exported):
        dialog.write(tmp_path / "表.txt")
    assert {total for _, total in heard} == {6}
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[-1] == (6, 6)


def test_that_an_empty_library_says_so(qtbot, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "empty.db"))
    made = TasksDialog(Workspace(), jobs)
    qtbot.addWidget(made)
    made.show()
    settle(made, qtbot)
    assert made.preview.nothing.text() == "文件库里还没有文件。"
    assert not made.save.isEnabled()
    made.close()
    jobs.shutdown()
