"""What the user decided about the comparison that is shown: pairs made and broken, judgements, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.comparison.options import Options

if TYPE_CHECKING:
    from reader.comparison.judgement import Judgement
    from reader.comparison.options import Sections
    from reader.library.comparisons import KeptState
    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.ui.compare.differences import Difference
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations
    from reader.ui.workspace import Workspace


class Decisions(QObject):
    """Follows the comparison in the library; where nothing can be kept, pairs made by hand hold until it is closed."""

    kept_changed = Signal(object)  # KeptState, or None
    pairs_changed = Signal()  # the documents want to be compared anew
    refused = Signal(str)  # why nothing was done
    deleted = Signal()  # the comparison itself, in the library

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, operations: Operations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._operations = operations
        self._kept: KeptState | None = None
        self._options = Options()
        workspace.changed.connect(self._library_changed)

    @property
    def kept(self) -> KeptState | None:
        return self._kept

    @property
    def number(self) -> int:
        """Number of the comparison in the library; 0 where it is not kept."""
        return self._kept.kept.number if self._kept is not None else 0

    @property
    def options(self) -> Options:
        """What holds for the next comparison."""
        return self._options

    def begin(self, kept: KeptState | None) -> None:
        """Take what is kept of two documents that come to be shown."""
        self._kept = kept
        self._options = _options(kept)
        self.kept_changed.emit(kept)

    def pin(self, left: int, right: int) -> None:
        """Pair two sections; they are parted from those they were paired with."""
        if self.number:
            self._operations.keep_pin(self.number, left, right)
            return
        others = tuple(pair for pair in self._options.pins if pair[0] != left and pair[1] != right)
        breaks = tuple(pair for pair in self._options.breaks if pair != (left, right))
        self._hold(self._options._replace(pins=(*others, (left, right)), breaks=breaks))

    def part(self, left: int, right: int) -> None:
        """Keep two sections from being paired."""
        if self.number:
            self._operations.keep_part(self.number, left, right)
            return
        pins = tuple(pair for pair in self._options.pins if pair != (left, right))
        self._hold(self._options._replace(pins=pins, breaks=(*self._options.breaks, (left, right))))

    def release(self, left: int | None, right: int | None) -> None:
        """Take back every decision about a left and a right section (either may be None)."""
        mine = {pair for pair in (*self._options.pins, *self._options.breaks) if pair[0] == left or pair[1] == right}
        if self.number:
            for pair in sorted(mine):
                self._operations.keep_release(self.number, *pair)
            return
        pins = tuple(pair for pair in self._options.pins if pair not in mine)
        breaks = tuple(pair for pair in self._options.breaks if pair not in mine)
        self._hold(self._options._replace(pins=pins, breaks=breaks))

    def judge(self, section: int, judgement: Judgement | None) -> None:
        """Keep what the user says of an upper clause."""
        self._operations.judge(self.number, section, judgement)

    def note(self, difference: Difference) -> None:
        """Make a note on a difference, on the newer side where that has words there."""
        right, left = difference.right_span, difference.left_span
        on_right = right is not None and (right.end > right.start or left is None or left.end == left.start)
        span = right if on_right else left
        if span is None or span.end <= span.start:
            self.refused.emit(self.tr("这一处没有可以标注的文字"))
            return
        self._operations.note_difference(
            self.number, "right" if on_right else "left", span, left_section=difference.left,
            right_section=difference.right, kind=difference.kind, other=difference.old if on_right else difference.new,
        )  # fmt: skip

    def notes(self) -> dict[tuple[int | None, int | None], tuple[str, ...]]:
        """Return what was noted on each pair, by its left and right section."""
        found: dict[tuple[int | None, int | None], tuple[str, ...]] = {}
        for note in self._kept.notes if self._kept is not None else ():
            placement = self._workspace.placement(note.annotation)
            if placement is not None and placement.annotation.note:
                key = (note.left, note.right)
                found[key] = (*found.get(key, ()), placement.annotation.note)
        return found

    def set_mode(self, mode: str, direction: str) -> None:
        """Keep how the documents are compared."""
        number = self.number
        if number:
            self._jobs.library_call(
                lambda library: library.comparisons.set_mode(number, mode, direction), self._workspace.announce
            )

    def read_again(self) -> None:
        """Read what is kept as it stands now."""
        self._read(anew=False)

    def sections_changed(self) -> None:
        """A document was derived anew: read what is decided by its new sections, and wish to compare by that."""
        if self.number:
            self._read(anew=True)
        else:
            self._hold(Options())

    def _read(self, *, anew: bool) -> None:
        number = self.number
        if not number:
            return

        def read(library: Library) -> tuple[KeptState, bool]:
            state = library.comparisons.snapshot(number)
            return state, any(kept.number == number for kept in library.comparisons.all())

        def taken(found: tuple[KeptState, bool]) -> None:
            state, there = found
            self._take(state, anew=anew)
            if not there and state.kept.number == self.number:
                self.deleted.emit()

        def refused(_error: Exception) -> None:
            self._take(None, anew=anew)  # a document was removed for good

        self._jobs.library_call(read, taken, refused)

    def _hold(self, options: Options) -> None:
        self._options = options
        self.pairs_changed.emit()

    def _take(self, kept: KeptState | None, *, anew: bool) -> None:
        if kept is not None and kept.kept.number != self.number:
            return  # another pair is shown by now
        self._kept = kept
        before, self._options = self._options, _options(kept)
        self.kept_changed.emit(kept)
        if anew or _pairs(before) != _pairs(self._options):
            self.pairs_changed.emit()

    def _library_changed(self, changes: Changes) -> None:
        if "comparisons" in changes.kinds:
            self.read_again()


def _options(kept: KeptState | None) -> Options:
    return Options() if kept is None else Options(tuple(kept.pins), tuple(kept.breaks))


def _pairs(options: Options) -> tuple[frozenset[Sections], frozenset[Sections]]:
    return frozenset(options.pins), frozenset(options.breaks)
