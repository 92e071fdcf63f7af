"""The ways out where the library cannot be opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library.errors import LibraryDamaged, LibraryInUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.main_window.parts import Parts


class Restoring(QObject):
    """Offers what helps: another try for a library in use, a copy in the place of a damaged one."""

    restored = Signal(str)  # where the damaged file was put
    retry_requested = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._error: Exception | None = None
        parts.area.empty.way_out_requested.connect(self._take)

    def refuse(self, error: Exception) -> None:
        """Say why there is no library, and what can be done."""
        self._error = error
        message = getattr(error, "message", None) or self.tr("读取文件库时出错，程序日志里有位置。")
        self._parts.area.empty.show_refusal(message, self._way_out(error))

    def tell_damage(self, newest: str, how: Sequence[str]) -> None:
        """Say that the library that is open has faults; ``newest`` names its newest copy ("" without one)."""
        copy = self.tr("最近的备份是“{0}”").format(newest) if newest else self.tr("旁边没有备份")
        sentence = self.tr("文件库有损坏，新的改动可能保存不住。{0}。").format(copy)
        self._parts.notice.tell(sentence, self.tr("怎样恢复") if newest else None, lambda: self._explain(how))

    def _explain(self, how: Sequence[str]) -> None:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.information(self._parts.window, self.tr("怎样恢复"), "\n".join(how))

    def _way_out(self, error: Exception) -> str:
        if isinstance(error, LibraryDamaged):
            return self.tr("用备份恢复…") if error.backups else ""
        return self.tr("再试一次") if isinstance(error, LibraryInUse) else ""

    def _take(self) -> None:
        if not isinstance(self._error, LibraryDamaged):
            self.retry_requested.emit()
            return
        library, backup = Path(self._error.file), self._choose(self._error.backups)
        if backup is not None and self._agrees(library, backup):
            self._restore(library, backup)

    def _restore(self, library: Path, backup: Path) -> None:
        def work(_cancel: object, _progress: object) -> Path:
            from reader.library.maintenance import restore

            return restore(library, backup)

        self._parts.jobs.run(work, lambda aside: self.restored.emit(str(aside)))

    def _choose(self, backups: Sequence[Path]) -> Path | None:
        """Return the newest copy, or the one the user picks where there are several."""
        if len(backups) < 2:
            return next(iter(backups), None)
        from PySide6.QtWidgets import QInputDialog

        names = [self.tr("{0}　{1}").format(_made(backup), backup.name) for backup in backups]
        title, asked = self.tr("用备份恢复"), self.tr("用哪一份备份？最新的在最前。")
        name, agreed = QInputDialog.getItem(self._parts.window, title, asked, names, 0, False)
        return backups[names.index(name)] if agreed else None

    def _agrees(self, library: Path, backup: Path) -> bool:
        from reader.ui.main_window.question import agrees

        return agrees(
            self._parts.window,
            self.tr("用备份恢复"),
            self.tr("用{0}的备份代替损坏的文件库？").format(_made(backup)),
            self.tr("备份“{0}”之后的改动不在其中。损坏的“{1}”会改名保留在原处，不会删除。").format(
                backup.name, library.name
            ),
            yes=self.tr("恢复"),
            no=self.tr("取消"),
        )


def _made(backup: Path) -> str:
    """Return when a copy was made, in local time."""
    try:
        return datetime.fromtimestamp(backup.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
    except OSError:
        return "?"
