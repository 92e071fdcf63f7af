"""What the program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader import __version__
from reader.paths import data_dir


class AboutDialog(QMessageBox):
    """Name, version, where the data lies, and that nothing leaves this machine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("关于阅牍"))
        self.setText(self.tr("阅牍 {0}").format(__version__))
        self.setInformativeText(
            self.tr("离线阅读、批注、比对公文。\n单机版·不联网：文件和批注只留在这台电脑上。\n\n数据位置：{0}").format(
                data_dir()
            )
        )
        self.addButton(self.tr("关闭"), QMessageBox.ButtonRole.RejectRole)
