"""Writes to comparisons that are kept, and to what tells drafts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.ui.operations.marks import MarkOperations

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.anchoring.anchor import Placement
    from reader.comparison.judgement import Judgement
    from reader.comparison.options import Sections
    from reader.library.comparisons import KeptState
    from reader.library.drafts import Draft
    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.text.spans import Span
    from reader.ui.operations.writes import Then

    Write = Callable[[Library], Changes]


class _Links(NamedTuple):
    """The pairs that the user made and broke."""

    pins: frozenset[Sections]
    breaks: frozenset[Sections]

    @classmethod
    def of(cls, kept: KeptState) -> _Links:
        return cls(frozenset(kept.pins), frozenset(kept.breaks))


class ComparisonOperations(MarkOperations):
    """Pairing by hand, judgements, notes on differences; comparisons and sections go by their numbers.

    A comparison that could not be kept has number 0: what is decided in it is refused with the reason.
    """

    def keep_pin(self, number: int, left: int, right: int) -> None:
        """Pair two sections, whatever they are paired with else."""
        self._link(number, self.tr("人工配对"), lambda library: library.comparisons.pin(number, left, right))

    def keep_part(self, number: int, left: int, right: int) -> None:
        """Keep two sections from being paired."""
        self._link(number, self.tr("拆开配对"), lambda library: library.comparisons.part(number, left, right))

    def keep_release(self, number: int, left: int, right: int) -> None:
        """Take back what was decided about two sections."""
        self._link(number, self.tr("恢复自动配对"), lambda library: library.comparisons.release(number, left, right))

    def judge(self, number: int, section: int, judgement: Judgement | None) -> None:
        """Keep what the user says of a section of the left document; None takes it back."""
        if self._refused(number):
            return
        said = judgement._replace(author=self._author(), made_at="") if judgement is not None else None

        def write(library: Library) -> tuple[Changes, Judgement | None]:
            before = library.comparisons.snapshot(number).judgements.get(section)
            return library.comparisons.judge(number, section, said), before

        def done(outcome: tuple[Changes, Judgement | None]) -> None:
            changes, before = outcome
            self._workspace.announce(changes)
            only_remark = (before.verdict if before else None) == (said.verdict if said else None)
            self._remember(
                self.tr("编辑承接备注") if only_remark else self.tr("判定承接情况"),
                lambda: self._announcing(lambda library: library.comparisons.judge(number, section, before)),
                lambda: self._announcing(lambda library: library.comparisons.judge(number, section, said)),
                ("judgement", number, section) if only_remark else None,
            )

        self._write(write, done)

    def note_difference(
        self,
        number: int,
        side: str,
        span: Span,
        note: str = "",
        colour: str = "",
        left_section: int | None = None,
        right_section: int | None = None,
        kind: str = "",
        other: str = "",
    ) -> None:
        """Note something on a difference: an annotation on one side ("left", "right"), and a note of the comparison.

        ``other`` is what the other side says there. ``mark_added`` tells the annotation, as of every other.
        """
        if self._refused(number):
            return
        author, chosen = self._author(), colour or self._workspace.mark_colours[0]

        def add(library: Library) -> Placement:
            return library.comparisons.add_note(
                number, side, span, note=note, colour=chosen, author=author, left_section=left_section,
                right_section=right_section, kind=kind, other=other,
            )  # fmt: skip

        def added(placement: Placement) -> None:
            document, mark = placement.annotation.document, placement.annotation.number
            self._merge(placement)
            self._tell_comparisons(document)
            self._remember(
                self.tr("批注差异"),
                lambda: self._remove(document, mark, lambda: self._tell_comparisons(document)),
                lambda: self._restore(document, mark, lambda: self._tell_comparisons(document)),
            )
            self.mark_added.emit(mark)

        self._write(add, added)

    def delete_comparison(self, number: int) -> None:
        """Delete a comparison that is kept; its notes stay in the documents, undo brings it back."""

        def deleted() -> None:
            self._remember(self.tr("删除比对"), restore, delete)

        def delete(then: Then | None = None) -> None:
            self._announcing(lambda library: library.comparisons.delete(number), then)

        def restore() -> None:
            self._announcing(lambda library: library.comparisons.restore(number))

        delete(deleted)

    def set_stage(self, document: int, stage: str | None, series_of: int | None = None) -> None:
        """Say which stage a document is at and whose drafts it belongs to; None is as recognised."""

        def write(library: Library) -> tuple[Changes, Draft]:
            before = library.drafts.of(document)
            return library.drafts.set(document, stage=stage, series_of=series_of), before

        def done(outcome: tuple[Changes, Draft]) -> None:
            changes, before = outcome
            self._workspace.announce(changes)
            self._remember(
                self.tr("设定稿次"),
                lambda: self._set_draft(document, before.typed_stage, before.series_of),
                lambda: self._set_draft(document, stage, series_of),
            )

        self._write(write, done)

    def _set_draft(self, document: int, stage: str | None, series_of: int | None) -> None:
        self._announcing(lambda library: library.drafts.set(document, stage=stage, series_of=series_of))

    def _link(self, number: int, text: str, decide: Write) -> None:
        """Decide about pairs; a step back leaves them as they were before, however many made way."""
        if self._refused(number):
            return

        def write(library: Library) -> tuple[Changes, _Links, _Links]:
            before = _Links.of(library.comparisons.snapshot(number))
            changes = decide(library)
            return changes, before, _Links.of(library.comparisons.snapshot(number))

        def done(outcome: tuple[Changes, _Links, _Links]) -> None:
            changes, before, after = outcome
            if before == after:
                return
            self._workspace.announce(changes)
            self._remember(
                text,
                lambda: self._announcing(lambda library: _linked(library, number, before)),
                lambda: self._announcing(lambda library: _linked(library, number, after)),
            )

        self._write(write, done)

    def _tell_comparisons(self, document: int) -> None:
        from reader.library.records import Changes

        self._workspace.announce(Changes.of(document, "comparisons"))

    def _refused(self, number: int) -> bool:
        if not number:
            self.failed.emit(self.tr("未能保存：文件库是只读的，这次比对没有留存"))
        return not number


def _linked(library: Library, number: int, wanted: _Links) -> Changes:
    """Make the pairs what they are to be."""
    from reader.library.records import Changes

    comparisons = library.comparisons
    now = _Links.of(comparisons.snapshot(number))
    made = [comparisons.release(number, *pair) for pair in now.pins - wanted.pins]
    made += [comparisons.release(number, *pair) for pair in now.breaks - wanted.breaks]
    made += [comparisons.part(number, *pair) for pair in wanted.breaks - now.breaks]
    made += [comparisons.pin(number, *pair) for pair in wanted.pins - now.pins]
    touched = frozenset(document for changes in made for document in changes.documents)
    return Changes(touched, frozenset({"comparisons"}))
