"""The two papers scroll together: by what belongs together, by how far through the text one is, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.ui.compare.scroll_sync import OneAtATime, ScrollSync

if TYPE_CHECKING:
    from reader.ui.reading.extents import Place
    from reader.ui.reading.view import ReadingView

BY_PAIR, BY_PROPORTION, FREE = "pair", "proportion", "free"
SCROLLINGS = (BY_PAIR, BY_PROPORTION, FREE)
_TICK = 16  # ms
_SHARE = 0.34  # of what is left of a glide, covered in one tick
_LEAP = 3.0  # times as far as the leading side went: what is farther is glided


class Scrolling(QObject):
    """Whichever side is scrolled leads; the other follows, gliding where it has much farther to go than the leader."""

    def __init__(self, left: ReadingView, right: ReadingView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = (left, right)
        self._sync: ScrollSync | None = None
        self._guard = OneAtATime()
        self._values = [0.0, 0.0]
        self._glide = QTimer(self)
        self._glide.setInterval(_TICK)
        self._glide.timeout.connect(self._go_on)
        self._gliding: tuple[int, float] | None = None  # side and scroll value it is going to
        self.mode = BY_PAIR

    def set_sync(self, sync: ScrollSync | None) -> None:
        """Take what belongs together, as it is known now."""
        self._sync = sync
        self.stop()

    def lead(self, side: int, place: Place, *, at_once: bool = False) -> None:
        """One side was scrolled to a place: take the other one along, ``at_once`` without gliding."""
        with self._guard.entered() as first:
            if first:
                self.stop()
                self._follow(side, place, at_once=at_once)
        self._note_values()

    def follow_now(self, side: int) -> None:
        """Bring the other side to where it belongs, whatever the way of scrolling."""
        with self._guard.entered():
            answer = self.answer(side, self._views[side].place())
            if answer is not None:
                self._views[1 - side].go_to(answer)
        self._note_values()

    def alone(self) -> OneAtATime:
        """Return the guard under which the two sides can be moved each on its own."""
        self.stop()
        return self._guard

    def answer(self, side: int, place: Place) -> Place | None:
        """Return the place of the other side that answers one of this side; None where nothing does."""
        if self._sync is None:
            return None
        return self._sync.right_of(place) if side == 0 else self._sync.left_of(place)

    @property
    def following(self) -> bool:
        """Whether a side is being moved because of the other, and not by itself."""
        return self._guard.busy

    def align(self, left: int, right: int) -> None:
        """Bring two clauses to one height, and let them answer each other until one of them is left."""
        with self.alone().entered():
            for view, section in zip(self._views, (left, right), strict=True):
                view.jump_to(section)
            tops = [view.heights_of(view.pieces(n)[0])[0] for view, n in zip(self._views, (left, right), strict=True)]
            self._bring_to_one_height(tops)
        self.hold((left, right))
        self._note_values()

    def hold(self, ends: tuple[int | None, int | None]) -> None:
        """Let two clauses answer each other, whatever the order says, until one of them is left."""
        left, right = ends
        if self._sync is not None and left is not None and right is not None:
            self._sync.hold(left, right)

    def stop(self) -> None:
        """End a glide where it is."""
        self._glide.stop()
        self._gliding = None

    def _bring_to_one_height(self, tops: list[float]) -> None:
        """Scroll both so that what stands at these heights stands at one, as near the middle as the ends allow."""
        bars = [view.paper.verticalScrollBar() for view in self._views]
        lowest = max(top - (bar.maximum() - bar.value()) for top, bar in zip(tops, bars, strict=True))
        highest = min(top + bar.value() for top, bar in zip(tops, bars, strict=True))
        height = min(max(min(tops), lowest), highest)
        for top, bar in zip(tops, bars, strict=True):
            bar.setValue(round(bar.value() + top - height))

    def _follow(self, side: int, place: Place, *, at_once: bool) -> None:
        here, there = self._views[side], self._views[1 - side]
        if self.mode == FREE:
            return
        if self.mode == BY_PROPORTION:
            _go_to_part_of(here, there)
            return
        answer = self.answer(side, place)
        if answer is None:
            return
        target, now = there.value_of(answer), there.paper.verticalScrollBar().value()
        step = abs(here.paper.verticalScrollBar().value() - self._values[side])
        if not at_once and self._leaps(there, abs(target - now), step):
            self._gliding = (1 - side, target)
            self._glide.start()
        else:
            there.go_to(answer)

    def _leaps(self, view: ReadingView, way: float, step: float) -> bool:
        """Whether a way would look like a leap; who jumps far takes the other side along at once."""
        return view.isVisible() and step < view.height() / 2 and way > max(_LEAP * step, 2 * view.paper.line_pitch)

    def _go_on(self) -> None:
        if self._gliding is None:
            self._glide.stop()
            return
        side, target = self._gliding
        bar = self._views[side].paper.verticalScrollBar()
        rest = target - bar.value()
        with self._guard.entered():
            bar.setValue(round(target if abs(rest) < 4 else bar.value() + rest * _SHARE))
        if abs(rest) < 4:
            self.stop()
        self._note_values()

    def _note_values(self) -> None:
        self._values = [float(view.paper.verticalScrollBar().value()) for view in self._views]


def _go_to_part_of(leader: ReadingView, follower: ReadingView) -> None:
    """Bring one view as far through its text as the other is through its own; its end is that of the paper."""
    follower.go_to_part(leader.part())
    bar = leader.paper.verticalScrollBar()
    if bar.value() == bar.maximum() > 0:
        follower.paper.verticalScrollBar().setValue(follower.paper.verticalScrollBar().maximum())
