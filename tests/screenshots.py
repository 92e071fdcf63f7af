"""Pictures of the window for the README, made without a display."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("YUEDU_DATA", tempfile.mkdtemp(prefix="yuedu-pictures-"))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget

from reader.library.ingest import BUNDLED, import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.text.spans import Span

WEB = "杨浦联动创新区实施意见（网页）.txt"
XUHUI = "徐汇联动创新区建设方案（繁体）.txt"
DRAFT = "杨浦联动创新区实施意见（征求意见稿）.txt"
MARKS = (
    ("支持同济大学联合张江实验室共同筹建国家集成电路微纳检测设备产业计量测试中心", "highlight", "重点", "", ()),
    ("争取一批市级新型研发机构落地杨浦", "wavy", "疑问", "数量、时限均未写明，请区科技经济委补充。", ("待核",)),
    (
        "为引进人才提供科研条件等全方位充分保障",
        "highlight",
        "待办",
        "会同区人才局研提具体清单，十一月底前报。",
        ("人才",),
    ),
    ("探索建设区企业数据跨境流动服务中心", "underline", "引用", "", ()),
)
_PATIENCE = 15.0  # seconds for anything the window does


def draft_of(text: str) -> str:
    """Return an earlier draft of the document, made up for the pictures: other numbers, duties and an order changed."""
    for now, before in (
        ("争取一批市级新型研发机构落地杨浦", "必须引进3家市级新型研发机构"),
        ("对于单笔等值5万美元以上", "对于单笔等值3万美元以上"),
        ("(责任单位:区科技经济委、杨浦海关)\n\n3", "(责任单位:区科技经济委)\n\n3"),
        ("鼓励知识产权质押融资模式创新", "应当推进知识产权质押融资模式创新"),
    ):
        text = text.replace(now, before)
    return _moved(text)


def _moved(text: str) -> str:
    """Put what is task 7 now in front of 4, 5 and 6, which it was moved past, and count anew."""
    lines = text.split("\n")
    places = {n: next(k for k, line in enumerate(lines) if line.strip().startswith(f"{n}.")) for n in (4, 5, 6, 7)}
    tasks = {n: lines[place].strip().removeprefix(f"{n}.") for n, place in places.items()}
    for number, was in ((4, 7), (5, 4), (6, 5), (7, 6)):
        lines[places[number]] = f" {number}.{tasks[was]}"
    return "\n".join(lines)


class Stage:
    """A window over a library of its own."""

    def __init__(self, folder: Path) -> None:
        from reader.ui.app.start import dress
        from reader.ui.jobs import JobRunner
        from reader.ui.main_window import MainWindow
        from reader.ui.workspace import Workspace

        self.application = QApplication.instance() or QApplication(sys.argv[:1])
        path = folder / "library.db"
        self.numbers = _fill(path, folder)
        settings = Settings(author="王", author_asked=True, own_units=("区科技经济委",))
        self.workspace = Workspace(settings)
        self.jobs = JobRunner(lambda: Library.open(path))
        self.window = MainWindow(self.workspace, self.jobs)
        dress(self.application, self.workspace)
        self.window.resize(1440, 900)
        self.window.start()
        self.until(lambda: bool(self.workspace.entries) and self.window.isVisible())

    def until(self, what: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + _PATIENCE
        while not what():
            if time.monotonic() > end:
                raise TimeoutError(what)
            self.settle(10)

    def settle(self, ms: int = 300) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def open(self, file: str, heading: str) -> None:
        number = self.numbers[file]
        self.window.parts.opening.open_document(number)
        self.until(lambda: self.workspace.document is not None and self.workspace.document.entry.number == number)
        document = self.workspace.document
        section = next(s for s in document.outline.sections if s.heading == heading)
        self.settle()
        self.window.parts.area.active_view().jump_to(section.number, flash=False)
        self.settle()

    def open_pair(self, left: str, right: str) -> None:
        self.window.parts.opening.open_pair(self.numbers[left], self.numbers[right])
        self.until(lambda: self.window.parts.area.mode == "pair" and not self.jobs.busy)
        self.settle(800)

    def picture(self, path: Path, widget: QWidget | None = None) -> None:
        """Save a picture of the window, or of another one."""
        self.settle()
        if not (widget or self.window).grab().save(str(path)):
            raise OSError(path)
        print(path)

    def close(self) -> None:
        self.window.close()
        self.settle(50)


def _fill(path: Path, folder: Path) -> dict[str, int]:
    library = Library.open(path)
    try:
        draft = folder / DRAFT
        draft.write_text(draft_of((BUNDLED / WEB).read_text(encoding="utf-8")), encoding="utf-8")
        report = import_paths(library, [BUNDLED, draft])
        numbers = {imported.file: imported.number for imported in report.imported}
        text = library.documents.open(numbers[WEB]).reading.simplified
        for words, style, colour, note, tags in MARKS:
            start = text.index(words)
            span = Span(start, start + len(words))
            library.annotations.add(numbers[WEB], span, style=style, colour=colour, note=note, tags=tags, author="王")
        return numbers
    finally:
        library.close()


def shoot(out: Path) -> None:
    """Take the pictures of the README."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        stage.window.parts.left.show_page("outline")
        stage.open(WEB, "深化基础研究体制机制创新")
        stage.picture(out / "main.png")
        stage.window.parts.right.show_page("notes")
        stage.picture(out / "notes.png")
        stage.window.parts.right.show_page("units")
        stage.open(XUHUI, "深化跨境资金池试点")
        stage.picture(out / "units.png")
        units = stage.window.files.units
        units.show_ledger()
        units.ledger.resize(1280, 800)
        stage.until(lambda: not stage.jobs.busy)
        stage.picture(out / "ledger.png", units.ledger)
        units.ledger.close()
        units.export_tasks([stage.numbers[WEB]])
        dialog = next(one for one in stage.application.topLevelWidgets() if isinstance(one, QDialog))
        stage.until(lambda: not stage.jobs.busy)
        stage.picture(out / "tasks.png", dialog)
        dialog.close()
        _shoot_export(stage, out)
        _shoot_comparisons(stage, out)
        stage.close()


def _shoot_export(stage: Stage, out: Path) -> None:
    window = stage.window
    for file, heading in (
        (WEB, "探索数据要素流通和数据产品开发"), (WEB, "强化金融服务科技创新"), (XUHUI, "深化跨境资金池试点"),
    ):  # fmt: skip
        stage.open(file, heading)
        window.parts.actions["digest.add"].trigger()
        stage.until(lambda: not stage.jobs.busy)
    window.parts.right.show_page("digest")
    stage.picture(out / "digest.png")
    stage.open(WEB, "深化基础研究体制机制创新")
    window.parts.right.show_page("notes")
    kinds = (
        ("notes", "export.png"), ("annotated", "export_annotated.png"), ("points", "export_points.png"),
        ("digest", "export_digest.png"),
    )  # fmt: skip
    for kind, name in kinds:
        window.exporting.export(kind)
        dialog = next(
            one for one in stage.application.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
        )
        stage.settle(400)
        stage.until(lambda: not stage.jobs.busy)
        stage.settle(400)
        if kind == "annotated":  # the page with the comments
            pages = max(dialog.findChildren(QAbstractScrollArea), key=lambda area: area.verticalScrollBar().maximum())
            pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum() // 2)
        stage.picture(out / name, dialog)
        dialog.close()
        stage.settle(50)


def _shoot_comparisons(stage: Stage, out: Path) -> None:
    actions = stage.window.parts.actions
    stage.open_pair(DRAFT, WEB)
    actions["compare.next"].trigger()
    stage.picture(out / "compare.png")
    pair = stage.window.parts.area.compare
    move = next(k for k, row in enumerate(pair.differences.shown_rows()) if row.kind == "moved")
    pair.show_difference(move)
    actions["compare.move_ends"].trigger()
    stage.picture(out / "compare_move.png")
    actions["compare.substantive"].trigger()
    actions["compare.column"].trigger()
    stage.settle(500)
    stage.picture(out / "compare_column.png")
    actions["compare.side_by_side"].trigger()
    actions["file.export_comparison"].trigger()
    dialog = next(one for one in stage.application.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    stage.until(lambda: not stage.jobs.busy)
    stage.picture(out / "compare_export.png", dialog)
    dialog.kind.group.button(1).click()  # 花脸稿
    stage.until(lambda: not stage.jobs.busy)
    stage.settle(300)
    stage.picture(out / "compare_redline.png", dialog)
    dialog.close()
    stage.open_pair(XUHUI, WEB)
    actions["compare.downward"].trigger()
    stage.until(lambda: not stage.jobs.busy)
    stage.settle(500)
    stage.picture(out / "topics.png")


if __name__ == "__main__":
    shoot(Path(sys.argv[1] if len(sys.argv) > 1 else "resources/screenshots"))
