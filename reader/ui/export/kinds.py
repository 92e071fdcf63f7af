"""What can be exported, and into which files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.ui.export.formats import EXCEL, HTML, MARKDOWN, PDF, TEXT, WORD
from reader.ui.export.wanted import ANNOTATED, DIGEST, NOTES, POINTS

if TYPE_CHECKING:
    from reader.library.records import OpenDocument

TASKS, COMPARISON = "tasks", "comparison"  # these have dialogs of their own
_LISTS = (WORD, PDF, EXCEL, HTML, TEXT, MARKDOWN)


class ExportKind(NamedTuple):
    """A kind of export; without ``suffixes`` it has a dialog of its own."""

    name: str
    title: str
    about: str
    suffixes: tuple[str, ...] = ()


def export_kinds(*, reading: bool, compared: bool) -> tuple[ExportKind, ...]:
    """Return the kinds in their order: some want an open document, one a comparison."""
    tr = QCoreApplication.translate
    every = (
        ExportKind(NOTES, tr("export", "批注清单"), tr("export", "按条款列出原文、批注和出处。"), _LISTS),
        ExportKind(POINTS, tr("export", "要点提纲"), tr("export", "有批注、标记的条款标题，下列标出的原文和批注。"), _LISTS),
        ExportKind(ANNOTATED, tr("export", "批注稿"), tr("export", "全文，标记作底纹，批注作 Word 批注。"), (WORD, PDF)),
        ExportKind(DIGEST, tr("export", "摘编"), tr("export", "摘编里各份文件的条文，按主题排列，逐条注明出处。"), _LISTS),
        ExportKind(TASKS, tr("export", "任务分解表"), tr("export", "按任务列出牵头、责任、配合单位和时限；可选列，可合并几份文件。")),
        ExportKind(COMPARISON, tr("export", "比对结果"), tr("export", "两份文件的对照表；不同稿次的还可存为花脸稿（修订痕迹）。")),
    )  # fmt: skip
    offered = {DIGEST: True, TASKS: True, COMPARISON: compared}
    return tuple(kind for kind in every if offered.get(kind.name, reading))


def first_kind(document: OpenDocument | None, *, noted: bool) -> str:
    """Return the kind that is most likely wanted."""
    if document is None:
        return DIGEST
    return TASKS if not noted and document.assignments else NOTES


def why_nothing(name: str, *, noted: bool) -> str:
    """Say why there is nothing to export; ``noted`` where the document has notes."""
    tr = QCoreApplication.translate
    if name == DIGEST:
        return tr("export", "摘编里还没有内容。阅读时选中文字或停在条款上，按 B 放入摘编。")
    return tr("export", "没有符合所选条件的批注。") if noted else tr("export", "本文件还没有批注。")
