"""What is typed and what is stored, while saving takes its time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Draft(Generic[T]):
    """One value on its way from an editor to the store and back.

    The store answers later than the keys come: an answer that is older than what stands in the editor must not
    overwrite it, but a change from elsewhere (undo) must be shown.
    """

    stored: T
    typed: T
    _sent: list[T] = field(default_factory=list)

    @classmethod
    def of(cls, stored: T) -> Draft[T]:
        return cls(stored, stored)

    @property
    def dirty(self) -> bool:
        """Whether something is typed that was not handed on yet."""
        return self.typed != (self._sent[-1] if self._sent else self.stored)

    def take(self) -> T:
        """Return what has to be saved now, and remember that it is on its way."""
        self._sent.append(self.typed)
        return self.typed

    def hear(self, stored: T) -> bool:
        """Take what the store says now; tells whether the editor has to show ``typed`` anew."""
        if stored == self.stored:
            return False
        typed_on = self.dirty or bool(self._sent)
        self.stored = stored
        if stored in self._sent:
            del self._sent[: self._sent.index(stored) + 1]
            return False
        if typed_on:
            return False
        self.typed = stored
        return True
