"""Start: as little as the first paint needs, the library already opening while the window is built."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader import paths, settings
from reader.ui.app.instance import Instance, InstanceRunning
from reader.ui.icons import app_icon
from reader.ui.jobs import JobRunner
from reader.ui.theme import palette, stylesheet, window_font
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.library import Library


@dataclass(frozen=True)
class Wishes:
    """What the command line asks of the window."""

    library: Path
    files: tuple[Path, ...]
    default: bool  # whether the library is the one in the default place


def run_window(arguments: Sequence[str]) -> int:
    """Show the window with the files given, or hand them to the window that is open; return the exit code."""
    os.umask(0o077)
    wishes = wishes_of(arguments)
    if wishes is None:
        print("用法：main.py [--library 文件库] [文件 [文件]]", file=sys.stderr)  # noqa: T201
        return 2
    try:
        wishes.library.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        print(f"无法建立数据文件夹“{wishes.library.parent}”，请检查权限。", file=sys.stderr)  # noqa: T201
        return 1
    application = _application(sys.argv[:1])
    instance = Instance(wishes.library)
    try:
        instance.claim()
    except InstanceRunning:
        return 0 if instance.hand_over(wishes.files) else _refuse_second(wishes)
    try:
        return _run(application, instance, wishes)
    finally:
        instance.release()


def _run(application: QApplication, instance: Instance, wishes: Wishes) -> int:
    from reader.ui.app.faults import watch_faults

    def open_library() -> Library:
        from reader.library.library import Library

        return Library.open(wishes.library)

    jobs = JobRunner(open_library)
    jobs.start()
    faults = watch_faults()
    workspace = Workspace(settings.load(paths.settings_path()))
    dress(application, workspace)

    from reader.ui.main_window import MainWindow

    window = MainWindow(workspace, jobs)
    faults.flush = window.flush
    window.restored.connect(
        lambda _start: _look_after(application, window, workspace), Qt.ConnectionType.SingleShotConnection
    )
    window.restored.connect(lambda start: _settle(window, instance, wishes, start))
    application.aboutToQuit.connect(window.flush)
    window.start()
    code = application.exec()
    jobs.shutdown()
    return code or faults.exit_code


def _settle(window: object, instance: Instance, wishes: Wishes, start: object) -> None:
    """Do what the first paint had no need of."""
    if start is None:
        return
    instance.listen(window.open_files)  # type: ignore[attr-defined]
    if wishes.default:
        from reader.ui.main_window.welcome import Welcome

        Welcome(window.parts, window.files, window).begin(start)  # type: ignore[attr-defined,arg-type]
    if wishes.files:
        window.open_files(wishes.files)  # type: ignore[attr-defined]


def dress(application: QApplication, workspace: Workspace) -> None:
    """Give the application the look of the workspace's theme, now and whenever it changes."""

    def put_on() -> None:
        application.setPalette(palette(workspace.theme))
        application.setStyleSheet(stylesheet(workspace.theme))

    application.setFont(window_font())
    put_on()
    workspace.theme_changed.connect(lambda _theme: put_on())


def _application(arguments: list[str]) -> QApplication:
    QCoreApplication.setApplicationName(paths.PROGRAM)
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # One look on every desktop, and no style of the platform to be loaded.
    application = QApplication([*arguments[:1], "-style", "fusion"])
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    application.setWindowIcon(app_icon())
    return application


def _look_after(application: QApplication, window: object, workspace: Workspace) -> None:
    gc.enable()  # main put it off
    from reader.ui.app.endings import end_in_order
    from reader.ui.app.faults import open_logs
    from reader.ui.app.settings_file import SettingsFile

    open_logs(paths.data_dir() / "logs")
    kept = SettingsFile(workspace, paths.settings_path(), application)
    application.aboutToQuit.connect(kept.write)
    end_in_order(application, window)  # type: ignore[arg-type]


def _refuse_second(wishes: Wishes) -> int:
    print(f"文件库“{wishes.library.name}”正被另一个阅牍窗口或命令使用，请关闭后再试。", file=sys.stderr)  # noqa: T201
    return 1


def wishes_of(arguments: Sequence[str]) -> Wishes | None:
    """Return the few things a window is asked for on the command line; None for wrong usage."""
    library: str | None = None
    files: list[Path] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--library":
            if not rest:
                return None
            library = rest.pop(0)
        elif word.startswith("--library="):
            library = word.partition("=")[2]
        elif word == "--":
            files += map(Path, rest)
            rest = []
        elif word.startswith("-") and word != "-":
            return None
        else:
            files.append(Path(word))
    chosen = Path(library).absolute() if library else paths.library_path()
    return Wishes(chosen, tuple(path.absolute() for path in files), default=library is None)
