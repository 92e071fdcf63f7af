"""The text that is shown, searched and compared, with the way back to its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from reader.text.edits import Edit, Reason, apply
from reader.text.offset_map import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class ReadingText:
    """Source text with all Edits applied; paragraphs end in one newline.

    ``text`` keeps the script of the source, ``simplified`` has the same length in simplified script: whatever reads
    meaning (structure, units, search, comparison) reads that one.
    """

    text: str
    simplified: str
    edits: Sequence[Edit]
    traditional: bool = False
    counted: int | None = field(
        default=None, compare=False
    )  # `cleaned`, where it is known without looking at the edits

    @cached_property
    def map(self) -> OffsetMap:
        return OffsetMap(self.edits)

    @property
    def cleaned(self) -> int:
        """How many places were cleaned; the blanks of the layout are too many and too small to be counted."""
        if self.counted is not None:
            return self.counted
        return sum(edit.reason is not Reason.LAYOUT for edit in self.edits)

    @classmethod
    def of(cls, source: str, edits: tuple[Edit, ...]) -> ReadingText:
        """Apply the edits to the source and simplify the outcome where it is in traditional script."""
        from reader.text.scripts import is_traditional, simplify  # opencc is slow to load

        text = apply(source, edits)
        traditional = is_traditional(text)
        return cls(text, simplify(text) if traditional else text, edits, traditional)
