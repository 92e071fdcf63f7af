from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.ui.library.model import OWN
from tests.journeys.conftest import XUHUI, YANGPU
from tests.journeys.test_start import PROGRAM
from tests.ui.ledger.conftest import CITY, PLAN, RIVERS

LATE = ("reader.ui.ledger", "reader.ui.main_window.unit_windows", "reader.library.units", "reader.library.own",
        "reader.ui.library.own_bar")  # fmt: skip


def write(folder: Path, **texts: str) -> list[Path]:
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def own_of(panel) -> dict[str, tuple[int, ...]]:
    rows = (panel.model.index(row, 0) for row in range(panel.model.rowCount()))
    return {row.data()[:6]: tuple(row.data(OWN)) for row in rows if row.data(OWN)}


def test_that_five_documents_lead_from_the_list_over_the_ledger_to_the_clause(desk, qtbot, tmp_path):
    one = desk()
    one.import_files(YANGPU, XUHUI, *write(tmp_path, 方案=PLAN, 河道=RIVERS, 意见=CITY))
    one.until(lambda: len(one.workspace.entries) == 5)
    panel = one.window.parts.left.page("library")
    one.window.parts.left.show_page("library")
    assert not panel.own.isVisible()

    # The own unit is chosen in the settings.
    one.trigger("units.own")
    dialog = next(child for child in one.window.children() if hasattr(child, "show_units"))
    dialog.units.chips.field.setText("杨浦区水务局")
    dialog.units.chips.field.returnPressed.emit()
    dialog.reject()
    one.until(lambda: own_of(panel) == {"上海市人民政": (1, 0, 0, 0, 1), "上海市杨浦区": (3, 0, 1, 2, 0)})
    panel.own.box.click()
    assert panel.model.rowCount() == 2

    # The ledger shows it first, and what it has to do where the cursor stands.
    one.trigger("units.ledger")
    ledger = one.window.files.units.ledger
    page = ledger.matrix
    one.until(lambda: page.model.matrix.units > 20 and page.pane.model.rowCount() == 3)
    row = page.model.unit_row(page.view.currentIndex().row())
    assert row.own
    assert row.unit.full_name == "上海市杨浦区水务局"

    # Down into the clause, by keys.
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Return)
    one.until(lambda: one.workspace.document.entry.file == "方案.txt")
    one.until(lambda: one.workspace.section is not None)
    assert one.workspace.document.outline.sections[one.workspace.section].heading == "完善服务"

    # A place to go back from.
    one.window.parts.opening.back()
    one.until(lambda: one.workspace.document.entry.file != "方案.txt")


def test_that_a_file_that_concerns_the_own_unit_is_announced(desk, tmp_path):
    one = desk(Settings(author="王", author_asked=True, own_units=("杨浦区水务局", "杨浦区绿化市容局")))
    [plan] = write(tmp_path, 方案=PLAN)
    one.import_files(plan)
    notice = one.window.parts.notice
    one.until(lambda: notice.text() == "本文件涉及本单位3项，其中牵头1项")
    notice._action.click()
    ledger = one.window.files.units.ledger
    assert ledger.isVisible()
    one.until(lambda: ledger.own.pane.title.text() == "刚导入的 1 份文件，共 3 项")
    one.until(lambda: ledger.own.pane.model.rowCount() == 6)  # two heads; 整治岸线 is led by one and supported by one


def test_that_several_files_are_announced_together_and_known_ones_not_at_all(desk, tmp_path):
    one = desk(Settings(author="王", author_asked=True, own_units=("杨浦区水务局",)))
    paths = write(tmp_path, 方案=PLAN, 河道=RIVERS, 意见=CITY)
    one.import_files(*paths)
    notice = one.window.parts.notice
    one.until(lambda: notice.text() == "导入的3份文件中，2份涉及本单位，共4项")
    notice.hide()
    one.import_files(*paths)
    one.jobs.wait_for_writes()
    assert not notice.isVisible()


def test_that_with_a_failure_the_announcement_stands_in_the_foot(desk, tmp_path):
    one = desk(Settings(author="王", author_asked=True, own_units=("杨浦区水务局",)))
    broken = tmp_path / "坏.txt"
    broken.write_bytes(b"")
    one.window.files.open_files([*write(tmp_path, 方案=PLAN), broken])
    one.until(lambda: one.window.parts.status._message.text() == "本文件涉及本单位3项")
    assert "坏.txt" in one.window.parts.notice.text()


def test_that_a_correction_reaches_the_ledger_and_the_list(desk, tmp_path):
    one = desk(Settings(author="王", author_asked=True, own_units=("杨浦区民政局",)))
    one.import_files(*write(tmp_path, 方案=PLAN))
    panel = one.window.parts.left.page("library")
    one.until(lambda: own_of(panel) == {"上海市杨浦区": (1, 0, 0, 1, 0)})
    one.trigger("units.ledger")
    ledger = one.window.files.units.ledger
    one.until(lambda: ledger.matrix.model.matrix.units == 4)

    def remove(library):
        from reader.units.corrections import correction

        opened = library.documents.open(1)
        assignment = next(a for a in opened.assignments if any(u.name == "区民政局" for u in a.units))
        unit = next(u for u in assignment.units if u.name == "区民政局")
        return library.units.correct(1, correction("remove", unit, assignment, opened.reading))

    one.jobs.library_call(remove, one.workspace.announce)
    one.until(lambda: ledger.matrix.model.matrix.units == 3 and own_of(panel) == {})


def test_that_a_task_table_of_what_was_picked_is_offered(desk, tmp_path):
    one = desk()
    one.import_files(*write(tmp_path, 方案=PLAN, 河道=RIVERS))
    one.trigger("units.ledger")
    ledger = one.window.files.units.ledger
    one.until(lambda: ledger.matrix.model.matrix.units == 6)
    row = next(n for n, r in enumerate(ledger.matrix.model.matrix.rows) if r.unit and "徐汇" in r.unit.jurisdiction)
    ledger.matrix.view.take_row(row)
    one.until(lambda: ledger.matrix.pane.export_button.isEnabled() and ledger.matrix.pane.model.rowCount() == 1)
    ledger.matrix.pane.export_button.click()
    parents = [widget for window in (one.window, ledger) for widget in window.children()]
    dialog = next(widget for widget in parents if hasattr(widget, "suggested_path"))
    assert dialog.documents.model.chosen() == (one.number(tmp_path / "河道.txt"),)
    dialog.reject()


def test_that_nothing_of_the_ledger_is_loaded_before_the_first_paint(tmp_path):
    with Library.open(tmp_path / "library.db") as library:
        [imported] = import_paths(library, [XUHUI]).imported
        library.session.set("open", {"pair": False, "places": [[imported.number, 3, 0.0]]})
    (tmp_path / "settings.toml").write_text('own_units = ["区商务委"]\n', encoding="utf-8")
    environment = {**os.environ, "YUEDU_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM % (LATE,)],
        env=environment, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
