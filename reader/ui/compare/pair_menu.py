"""What can be decided about a pair of clauses, in a menu of the paper or of the gutter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from reader.comparison.options import Options, Sections


class Wishes(NamedTuple):
    """What is to be done about two clauses."""

    pin: Callable[[int, int], None]
    part: Callable[[int, int], None]
    release: Callable[[int | None, int | None], None]
    align: Callable[[int, int], None]


def add_pairing(
    menu: QMenu, pair: tuple[int | None, int | None], other: Sections | None, options: Options, wishes: Wishes
) -> None:
    """Add what can be done: ``pair`` is what belongs together now, ``other`` the two clauses that could be paired."""
    left, right = pair
    menu.addSeparator()
    if left is not None and right is not None:
        menu.addAction(_tr("两侧对齐查看"), lambda: wishes.align(left, right))
    if other is not None and other != pair:
        menu.addAction(_tr("与另一侧当前条款配对"), lambda: wishes.pin(*other))
    if left is not None and right is not None:
        menu.addAction(_tr("拆开这一对"), lambda: wishes.part(left, right))
    if any(one[0] == left or one[1] == right for one in (*options.pins, *options.breaks)):
        menu.addAction(_tr("恢复自动配对"), lambda: wishes.release(left, right))


def _tr(text: str) -> str:
    return QCoreApplication.translate("compare", text)
