"""The outline as Qt sees it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.outline.badges import Badge, badges
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.structure.section import Section

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed


class OutlineRole(IntEnum):
    """What a row tells beyond its text."""

    SECTION = Qt.ItemDataRole.UserRole + 1
    BADGE = Qt.ItemDataRole.UserRole + 2


def row_text(section: Section) -> str:
    """Return marker and heading as the tree writes them: （一）功能定位, 1. 协同打造高能级创新平台."""
    marker = section.marker.strip()
    if marker.startswith(("(", "（")):
        marker = marker.replace("(", "（").replace(")", "）")
        return marker + section.heading
    blank = "" if marker.endswith("、") or not section.heading else " "
    return f"{marker}{blank}{section.heading}"


class OutlineModel(QAbstractItemModel):
    """Sections 1 and up as a tree; an index carries its section number as internal id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: Sequence[Section] = ()
        self._children: dict[int | None, tuple[Section, ...]] = {}
        self._rows: dict[int, int] = {}
        self._badges: list[Badge] = []
        self._document: OpenDocument | None = None
        self._placements: tuple[Placement, ...] = ()
        self._differences: Mapping[int, str] = {}

    def set_document(
        self,
        document: OpenDocument | None,
        placements: Iterable[Placement] = (),
        differences: Mapping[int, str] | None = None,
    ) -> None:
        """Show another document's outline, or none."""
        self.beginResetModel()
        self._document = document
        self._placements, self._differences = tuple(placements), differences or {}
        self._sections = document.outline.sections if document else ()
        self._children = document.outline.children if document else {}
        self._rows = {s.number: row for group in self._children.values() for row, s in enumerate(group)}
        self._badges = badges(document, self._placements, self._differences) if document else []
        self.endResetModel()

    def set_placements(self, placements: Iterable[Placement]) -> None:
        """Count the annotations anew."""
        self._placements = tuple(placements)
        self._count()

    def set_differences(self, differences: Mapping[int, str]) -> None:
        """Take what a comparison says of the sections."""
        self._differences = differences
        self._count()

    def _count(self) -> None:
        """Make the badges anew; only rows whose badge differs are told to repaint."""
        if self._document is None:
            return
        before, self._badges = self._badges, badges(self._document, self._placements, self._differences)
        for number in self._rows:
            if before[number] != self._badges[number]:
                index = self.index_of(number)
                self.dataChanged.emit(index, index)

    def sections(self) -> Sequence[Section]:
        """Return all sections but number 0, in preorder."""
        return self._sections[1:]

    def badge(self, number: int) -> Badge:
        return self._badges[number]

    def section(self, index: Index) -> Section | None:
        return self._sections[index.internalId()] if index.isValid() else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the index of a section; that of 0, which has no row, is invalid."""
        row = self._rows.get(number)
        return self.createIndex(row, 0, number) if row is not None else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        group = self._group(parent)
        if column != 0 or not 0 <= row < len(group):
            return QModelIndex()
        return self.createIndex(row, 0, group[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has the same name
        section = self.section(index)
        if section is None or section.parent is None:
            return QModelIndex()
        return self.index_of(section.parent)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._group(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        section = self.section(index)
        if section is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row_text(section)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(row_text(section), *self._said(section.number))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "，".join(self._said(section.number))
            case OutlineRole.SECTION:
                return section.number
            case OutlineRole.BADGE:
                return self._badges[section.number]
        return None

    def _group(self, parent: Index) -> tuple[Section, ...]:
        return self._children.get(parent.internalId() if parent.isValid() else None, ())

    def _said(self, number: int) -> list[str]:
        badge = self._badges[number]
        said = [difference_words(badge.difference)] if badge.difference else []
        if badge.differences_below > bool(badge.difference):
            said.append(self.tr("与另一侧有{0}条不同").format(badge.differences_below))
        if badge.notes_below:
            said.append(self.tr("批注{0}条（{1}）").format(badge.notes_below, "、".join(badge.colours_below)))
        if badge.units:
            said.append(self.tr("责任单位{0}家").format(badge.units))
        if badge.items_below > badge.items:
            said.append(self.tr("{0}项写明责任单位").format(badge.items_below))
        return said + [finding_text(f.kind, f.detail) for f in badge.findings]


def difference_words(difference: str) -> str:
    """Say in words what a comparison says of a section."""
    words = {
        "changed": QCoreApplication.translate("outline", "有修改"),
        "added": QCoreApplication.translate("outline", "新增"),
        "removed": QCoreApplication.translate("outline", "已删除"),
        "moved": QCoreApplication.translate("outline", "位置调整"),
        "renumbered": QCoreApplication.translate("outline", "仅序号调整"),
        "near": QCoreApplication.translate("outline", "另一侧内容相近"),
        "unanswered": QCoreApplication.translate("outline", "未见对应内容（待核）"),
    }
    return words.get(difference, "")


def difference_mark(difference: str) -> str:
    """Return the one character that stands for it in the tree."""
    marks = {
        "changed": QCoreApplication.translate("outline", "改"),
        "added": QCoreApplication.translate("outline", "新"),
        "removed": QCoreApplication.translate("outline", "删"),
        "moved": QCoreApplication.translate("outline", "移"),
        "renumbered": QCoreApplication.translate("outline", "序"),
        "near": QCoreApplication.translate("outline", "近"),
        "unanswered": QCoreApplication.translate("outline", "核"),
    }
    return marks.get(difference, "")


def finding_text(kind: str, detail: str) -> str:
    """Say a finding in a few words."""
    names = {
        "numbering_gap": QCoreApplication.translate("outline", "序号不连续"),
        "damaged": QCoreApplication.translate("outline", "有乱码、缺字"),
        "empty_section": QCoreApplication.translate("outline", "本条无正文"),
        "replaced_characters": QCoreApplication.translate("outline", "有无法识别的字符"),
    }
    name = names.get(kind, QCoreApplication.translate("outline", "请核对"))
    return f"{name}：{detail}" if detail else name
