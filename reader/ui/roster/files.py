"""The office's list from and into files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOST_BYTES = 8_000_000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .xls


class NotReadable(Exception):
    """A file that holds no list; ``reason`` is a Chinese sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def ask_to_open(parent: QWidget) -> Path | None:
    """Ask which file to read."""
    kinds = f"{_tr('文本或 CSV 文件')} (*.txt *.csv *.tsv);;{_tr('所有文件')} (*)"
    name, _kind = QFileDialog.getOpenFileName(parent, _tr("打开单位名单"), "", kinds)
    return Path(name) if name else None


def ask_to_save(parent: QWidget) -> Path | None:
    """Ask where to write."""
    from reader.export.file_names import free_name

    kinds = f"{_tr('制表符分隔的文本')} (*.txt)"
    name, _kind = QFileDialog.getSaveFileName(parent, _tr("导出单位名录"), _tr("单位名录.txt"), kinds)
    if not name:
        return None
    # With an ending of ours the name is not the one the system asked about.
    return Path(name) if Path(name).suffix else free_name(Path(name + ".txt"))


def read_list(path: Path) -> str:
    """Return the rows of a text or .csv file as a spreadsheet would copy them. Raises NotReadable."""
    from reader.importers.encoding import decode

    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError:
        raise NotReadable(_tr("文件无法打开，请检查是否被移动或没有权限。")) from None
    if size > _MOST_BYTES:
        raise NotReadable(_tr("文件太大，不像是单位名单。"))
    if data.startswith(_WORKBOOKS):
        raise NotReadable(
            _tr("这是电子表格文件。请在 Excel 或 WPS 表格里选中名单复制，回到这里按 Ctrl+V 粘贴；或另存为 CSV 再打开。")
        )
    decoded = decode(data)
    if "\0" in decoded.text or not decoded.text.strip():
        raise NotReadable(_tr("文件里没有文字。"))
    from reader.units.roster import with_tabs

    return with_tabs(decoded.text)


def write_list(path: Path, text: str) -> None:
    """Write the list so that a spreadsheet knows its encoding. Raises ExportFailed."""
    from reader.export.atomic import write_atomically

    write_atomically(path, text.encode("utf-8-sig"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)
