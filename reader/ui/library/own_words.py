"""What of a document concerns the own units, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from reader.library.own import OwnCount


def own_words(own: OwnCount | None) -> list[str]:
    """Return 牵头2, 责任3, 配合1, 属地1: what there is of them, in this order."""
    if own is None:
        return []
    tr = QCoreApplication.translate
    said = (
        (tr("library", "牵头{0}"), own.lead),
        (tr("library", "责任{0}"), own.responsible),
        (tr("library", "配合{0}"), own.support),
        (tr("library", "属地{0}"), own.local),
    )
    return [words.format(count) for words, count in said if count]


def own_line(own: OwnCount | None) -> str:
    """Return 涉及本单位7项：牵头2、责任5; empty where nothing concerns it."""
    if own is None or not own.total:
        return ""
    said = QCoreApplication.translate("library", "涉及本单位{0}项：{1}")
    return said.format(own.total, "、".join(own_words(own)))
