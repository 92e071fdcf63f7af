"""Is the library whole, which copies are there, and how to get one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from db import backups as copies
from db import integrity
from db.errors import StoreError
from reader.library.errors import LibraryDamaged, LibraryReadOnly, library_error
from reader.library.records import CheckFinding, CheckReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.backups import Backup
    from db.connection import Store
    from reader.library.documents import Documents
    from reader.library.searching import Searching
    from reader.progress import Progress

T = TypeVar("T")

_LISTS = {"roster": "单位名录", "same_units": "单位别名"}


class Maintenance:
    """Checks, backs up and restores an open library."""

    def __init__(self, store: Store, documents: Documents, searching: Searching) -> None:
        self._store = store
        self._documents = documents
        self._searching = searching

    def is_sound(self, check: Callable[[], None] | None = None) -> bool:
        """Tell quickly whether the file is whole; worth asking once after each start. What ``check`` raises ends it."""
        return integrity.sound(self._store, check)

    def how_to_restore(self) -> tuple[str, ...]:
        return how_to_restore(self._store.path)

    def check(self, *, rebuild: bool = False, progress: Progress | None = None) -> CheckReport:
        """Look at everything; with ``rebuild`` also derive all documents and the search index anew."""
        findings = self._findings()
        if rebuild and not self._store.read_only and not any(f.kind == "structure" for f in findings):
            self._rebuild({f.document for f in findings if f.kind == "source"}, progress)
        return CheckReport(not findings, tuple(findings), self.backups(), how_to_restore(self._store.path))

    def backups(self) -> tuple[Backup, ...]:
        """Return the copies beside the library, newest first."""
        return tuple(copies.backups(self._store.path))

    def backup(self, check: Callable[[], None] | None = None) -> Path:
        """Make a copy that was read back and found whole; return its path. What ``check`` raises ends it without one."""
        if self._store.read_only:
            raise LibraryReadOnly(
                f"文件库“{self._store.path.name}”是只读的，不能在旁边保存备份。", str(self._store.path)
            )
        return _told(lambda: copies.back_up(self._store, check=check))

    def restore_from(self, path: Path) -> None:
        """Put back what a copy holds; what the library held until now is copied first."""
        if self._store.read_only:
            raise LibraryReadOnly(f"文件库“{self._store.path.name}”是只读的，不能恢复备份。", str(self._store.path))
        _told(lambda: copies.restore_into(self._store, path))
        self._documents.drop_cache()
        self._searching.rebuild()

    def _findings(self) -> list[CheckFinding]:
        found = [CheckFinding("structure", f"文件库结构有误：{f}。") for f in integrity.structure_faults(self._store)]
        try:
            found += self._content_findings()
        except LibraryDamaged as damaged:
            found.append(CheckFinding("structure", damaged.message))
        if not self._searching.index_is_whole():
            self._searching.rebuild()
            found.append(CheckFinding("index", "检索索引已损坏，将自动重建，不影响文件和批注。"))
        return found

    def _content_findings(self) -> Iterator[CheckFinding]:
        for number in integrity.damaged_sources(self._store):
            yield CheckFinding("source", f"第{number}号文件的原文与导入时不一致。", document=number)
        for number in integrity.damaged_annotations(self._store):
            yield CheckFinding("annotation", f"第{number}号批注的内容与保存时不一致。", annotation=number)
        for number in integrity.damaged_corrections(self._store):
            detail = f"第{number}号文件的责任单位更正与保存时不一致，不一致的不再套用。"
            yield CheckFinding("correction", detail, document=number)
        for number in integrity.damaged_comparisons(self._store):
            yield CheckFinding("comparison", f"第{number}号比对的内容与保存时不一致，不一致的不再采用。")
        for number in integrity.damaged_drafts(self._store):
            yield CheckFinding("draft", f"第{number}号文件的稿次与保存时不一致，改按识别的稿次。", document=number)
        for number in integrity.damaged_excerpts(self._store):
            yield CheckFinding("excerpt", f"第{number}号摘编的内容与保存时不一致，不再列出。")
        for name in integrity.damaged_lists(self._store):
            yield CheckFinding("roster", f"{_LISTS[name]}的内容与保存时不一致，不一致的不再使用。")

    def _rebuild(self, damaged: set[int | None], progress: Progress | None) -> None:
        entries = (*self._documents.entries(), *self._documents.entries(binned=True))
        for done, entry in enumerate(entries):
            if progress:
                progress(done, len(entries), entry.title)
            if entry.number not in damaged:
                self._documents.rederive(entry.number)
        self._searching.rebuild()
        while self._searching.fill(slice_ms=200):
            pass
        if progress:
            progress(len(entries), len(entries), "")


def restore(library: Path, backup: Path) -> Path:
    """Put a copy in the place of a library that cannot be opened; return where that one was moved, with its journal."""
    return _told(lambda: copies.replace_damaged(library.absolute(), backup))


def how_to_restore(library: Path) -> tuple[str, ...]:
    """Return, as sentences, how a copy is put back by hand."""
    return (
        "先关闭所有阅牍窗口。",
        f"把“{library.name}”改名留存；如旁边有“{library.name}-journal”，一并移走。",
        f"从“{copies.folder_of(library)}”中选一份备份，复制到“{library.parent}”，改名为“{library.name}”。",
        "重新打开阅牍；检索索引会自动重建。",
    )


def _told(work: Callable[[], T]) -> T:
    """Do something with copies; put into words what goes wrong."""
    try:
        return work()
    except StoreError as error:
        raise library_error(error) from None
