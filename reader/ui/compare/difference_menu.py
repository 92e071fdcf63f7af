"""What can be done with a difference."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.compare.difference_words import kind_label, verdict_words
from reader.ui.compare.judgement_field import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.comparison.judgement import Verdict
    from reader.comparison.options import Sections
    from reader.ui.compare.differences import Difference

_OFFERED = 12  # clauses of the other side to pair with
_NAME = 24  # characters of a clause in the menu


class DifferenceMenu(QMenu):
    """Grows as far as there is something to do; what is done is the caller's."""

    def __init__(self, row: Difference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row

    def add(self, text: str, act: Callable[[], object]) -> None:
        """Add something to do."""
        self.addAction(text).triggered.connect(lambda _checked=False: act())

    def add_copy(self) -> None:
        """Add copying what differs, for a message or a table."""
        self.add(self.tr("复制"), lambda: QGuiApplication.clipboard().setText(copied(self._row)))

    def add_pairing(
        self,
        others: Sequence[Difference],
        breaks: Iterable[Sections],
        pin: Callable[[int, int], object],
        part: Callable[[int, int], object],
        release: Callable[[int, int], object],
    ) -> None:
        """Add pairing by hand; ``others`` are the clauses of the other side that stand alone."""
        left, right = self._row.left, self._row.right
        self.addSeparator()
        if left is not None and right is not None:
            if self._row.pinned:
                self.add(self.tr("恢复自动配对"), lambda: release(left, right))
            else:
                self.add(self.tr("固定这一对"), lambda: pin(left, right))
            self.add(self.tr("拆开这一对"), lambda: part(left, right))
        elif others and (left is not None or right is not None):
            menu = self.addMenu(self.tr("与另一侧条款配对"))
            for other in others[:_OFFERED]:
                mine, yours = (left, other.right) if left is not None else (other.left, right)
                if mine is not None and yours is not None:
                    action = menu.addAction(_plain(other.name))
                    action.triggered.connect(lambda _checked=False, a=mine, b=yours: pin(a, b))
        for broken in breaks:
            self.add(self.tr("恢复自动配对（曾拆开）"), partial(release, *broken))

    def add_judging(self, given: Verdict | None, judge: Callable[[Verdict], object]) -> None:
        """Add 承接情况."""
        menu = self.addMenu(self.tr("承接情况"))
        for number, verdict in enumerate(VERDICTS, start=1):
            action = menu.addAction(f"{verdict_words(verdict)}\t{number}")
            action.setCheckable(True)
            action.setChecked(verdict == given)
            action.triggered.connect(lambda _checked=False, one=verdict: judge(one))

    def add_filters(self, only: Callable[[str], object], ignore: Callable[[str], object]) -> None:
        """Add showing only this class, and everything but it."""
        kind = self._row.kind
        self.addSeparator()
        self.add(self.tr("只看“{0}”").format(kind_label(kind)), lambda: only(kind))
        self.add(self.tr("忽略“{0}”").format(kind_label(kind)), lambda: ignore(kind))


def copied(row: Difference) -> str:
    """Return a difference in words, as plain text."""
    if not row.is_change:
        return "\n".join(filter(None, (f"{kind_label(row.kind)}：{row.text}", row.remark)))
    lines = [f"{row.name}（{kind_label(row.kind)}）"]
    return "\n".join(lines + [f"{side}：{text}" for side, text in (("原", row.old), ("现", row.new)) if text])


def candidates(row: Difference, rows: Iterable[Difference]) -> list[Difference]:
    """Return the clauses of the other side that stand alone, those with the most in common first."""
    side = 1 if row.left is not None else 0
    alone = [one for one in rows if (one.left is None, one.right is None) == ((True, False) if side else (False, True))]
    mine = _grams(row)
    return sorted(alone, key=lambda one: -len(mine & _grams(one)))


def breaks_of(row: Difference, breaks: Iterable[Sections]) -> list[Sections]:
    """Return the pairs that the user broke and that the clauses of a row belonged to."""
    return [(left, right) for left, right in breaks if row.left == left or row.right == right]


def _grams(row: Difference) -> set[str]:
    text = row.name + row.remark
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _plain(text: str) -> str:
    """Keep an & in a heading from becoming a key, and the menu narrow."""
    return (text if len(text) <= _NAME else text[:_NAME] + "…").replace("&", "&&")
