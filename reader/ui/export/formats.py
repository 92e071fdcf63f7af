"""The files that an export can become, by what their names end in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

WORD, PDF, EXCEL, HTML, TEXT, MARKDOWN = ".docx", ".pdf", ".xlsx", ".html", ".txt", ".md"


def format_name(suffix: str) -> str:
    """Return the name of a format, by its suffix."""
    tr = QCoreApplication.translate
    names = {
        WORD: tr("export", "Word 文档"),
        PDF: tr("export", "PDF 文件"),
        EXCEL: tr("export", "Excel 表格"),
        HTML: tr("export", "网页"),
        TEXT: tr("export", "文本"),
        MARKDOWN: tr("export", "Markdown"),
    }
    return names[suffix]
