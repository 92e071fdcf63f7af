"""The question before a document is removed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from reader.library.records import Entry


def purge_confirmed(entry: Entry, parent: QWidget) -> bool:
    """Ask whether a document and its notes are to be removed for good; keeping them is what Enter and Esc do."""
    tr = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("library", "彻底删除"))
    box.setText(tr("library", "“{0}”连同它的 {1} 条批注将被彻底删除，不能恢复。").format(entry.title, entry.notes))
    keep = box.addButton(tr("library", "保留"), QMessageBox.ButtonRole.RejectRole)
    delete = box.addButton(tr("library", "彻底删除"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is delete
