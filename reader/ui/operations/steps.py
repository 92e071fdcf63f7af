"""What can be undone, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_KEPT = 200


class Step(NamedTuple):
    """A write and its reverse; steps of the same ``key`` in a row (the typing of one note) are one step."""

    text: str
    undo: Callable[[], None]
    redo: Callable[[], None]
    key: Hashable = None


class Steps:
    """The steps done and undone, newest last."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def remember(self, step: Step) -> None:
        """Put a step on top; what was undone before can then no more be done again."""
        last = self._done[-1] if self._done else None
        if last is not None and step.key is not None and last.key == step.key and not self._undone:
            self._done[-1] = Step(step.text, last.undo, step.redo, step.key)
        else:
            self._done.append(step)
            del self._done[:-_KEPT]
        self._undone.clear()

    def undo(self) -> bool:
        """Take back the last step; tells whether there was one."""
        if not self._done:
            return False
        step = self._done.pop()
        self._undone.append(step)
        step.undo()
        return True

    def redo(self) -> bool:
        """Do again what was undone last; tells whether there was anything."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        step.redo()
        return True

    def undo_text(self) -> str | None:
        return self._done[-1].text if self._done else None

    def redo_text(self) -> str | None:
        return self._undone[-1].text if self._undone else None
