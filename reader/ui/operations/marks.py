"""Writes to annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from reader.ui.operations.writes import Then, Writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from reader.anchoring.anchor import Placement
    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.text.spans import Span
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace


class MarkOperations(Writes):
    """Add, change, delete and reattach annotations; spans count in the reading text."""

    mark_added = Signal(int)  # number of the new annotation

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        author: Callable[[], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(workspace, jobs, author, parent)
        self._asked: dict[int, list[dict[str, Any]]] = {}  # by annotation: changes on their way, oldest first

    def add_mark(
        self,
        span: Span,
        style: str,
        colour: str,
        note: str = "",
        tags: tuple[str, ...] = (),
        document: int | None = None,
    ) -> None:
        """Mark a span of a document, the active one unless told."""
        number = document if document is not None else self._active()
        if number is None:
            return
        author = self._author()
        text = self.tr("添加批注") if note else self.tr("标注“{0}”").format(colour)

        def added(placement: Placement) -> None:
            mark = placement.annotation.number
            self._merge(placement)
            self._remember(text, lambda: self._remove(number, mark), lambda: self._restore(number, mark))
            self.mark_added.emit(mark)

        def add(library: Library) -> Placement:
            return library.annotations.add(
                number, span, style=style, colour=colour, tags=tags, note=note, author=author
            )

        self._write(add, added)

    def change_mark(self, number: int, **changed: Any) -> None:
        """Change style, colour, tags or note of an annotation."""
        placement = self._workspace.placement(number)
        if placement is None:
            return
        before = {name: self._latest(placement, name) for name in changed}
        if before == changed:
            return
        key = ("note", number) if set(changed) == {"note"} else None

        def done(after: Placement) -> None:
            self._merge(after)
            self._remember(
                self._name_of(changed), lambda: self._change(number, before), lambda: self._change(number, changed), key
            )

        self._change(number, changed, done)

    def delete_mark(self, number: int) -> None:
        """Delete an annotation; undo brings it back."""
        placement = self._workspace.placement(number)
        if placement is None:
            return
        document = placement.annotation.document

        def deleted() -> None:
            self._remember(
                self.tr("删除批注"), lambda: self._restore(document, number), lambda: self._remove(document, number)
            )

        self._remove(document, number, deleted)

    def reattach(self, number: int, span: Span) -> None:
        """Give an annotation a place chosen by the user.

        What had a place gets it back by undo; what had none cannot lose the new one again.
        """
        placement = self._workspace.placement(number)
        if placement is None:
            return
        before = placement.span

        def done(after: Placement) -> None:
            self._merge(after)
            if before is not None:
                text = self.tr("重新定位批注")
                self._remember(text, lambda: self._attach(number, before), lambda: self._attach(number, span))

        self._attach(number, span, done)

    def _change(self, number: int, values: dict[str, Any], done: Callable[[Placement], None] | None = None) -> None:
        self._asked.setdefault(number, []).append(values)

        def answered(after: Placement) -> None:
            self._asked[number].remove(values)
            (done or self._merge)(after)

        self._write(lambda library: library.annotations.change(number, **values), answered)

    def _latest(self, placement: Placement, name: str) -> Any:
        """Return what an annotation holds once every change that was asked for is written."""
        asked = self._asked.get(placement.annotation.number, ())
        return next((values[name] for values in reversed(asked) if name in values), getattr(placement.annotation, name))

    def _attach(self, number: int, span: Span, done: Callable[[Placement], None] | None = None) -> None:
        self._write(lambda library: library.annotations.reattach(number, span), done or self._merge)

    def _remove(self, document: int, number: int, then: Then | None = None) -> None:
        def removed() -> None:
            kept = tuple(p for p in self._workspace.placements_of(document) if p.annotation.number != number)
            self._workspace.set_placements(kept, document)
            if then is not None:
                then()

        self._announcing(lambda library: library.annotations.delete(number), removed)

    def _restore(self, document: int, number: int, then: Then | None = None) -> None:
        def restored(outcome: tuple[Changes, tuple[Placement, ...]]) -> None:
            self._workspace.set_placements(outcome[1], document)
            self._workspace.announce(outcome[0])
            if then is not None:
                then()

        def restore(library: Library) -> tuple[Changes, tuple[Placement, ...]]:
            return library.annotations.restore(number), library.annotations.placements(document)

        self._write(restore, restored)

    def _merge(self, placement: Placement) -> None:
        """Put one annotation among those of its document, in the order of the text."""
        from reader.library.records import Changes

        document, number = placement.annotation.document, placement.annotation.number
        others = (p for p in self._workspace.placements_of(document) if p.annotation.number != number)
        self._workspace.set_placements(tuple(sorted((*others, placement), key=_in_text_order)), document)
        self._workspace.announce(Changes(frozenset({document}), frozenset({"annotations"})))

    def _name_of(self, changed: dict[str, Any]) -> str:
        names = {
            "note": self.tr("编辑批注"),
            "colour": self.tr("更换颜色"),
            "tags": self.tr("修改标签"),
            "style": self.tr("更换样式"),
        }
        return names[next(iter(changed))] if len(changed) == 1 else self.tr("修改标注")


def _in_text_order(placement: Placement) -> tuple[int, int, int]:
    if placement.span is None:
        return (1, placement.section, placement.annotation.number)
    return (0, placement.span.start, placement.annotation.number)
