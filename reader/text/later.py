"""A sequence that is worked out when somebody looks into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Sequence as Items

from collections.abc import Sequence

T = TypeVar("T")
_PIECE = 256  # items that are made at once


class Later(Sequence[T], Generic[T]):
    """Behaves as the tuple of what ``make(start, end)`` returns; what nobody looks at is not made.

    With a ``length`` the items are made piece by piece, without one all at once. Two threads that look at once may
    both make a piece; they make the same.
    """

    __slots__ = ("_length", "_make", "_piece_length", "_pieces")

    def __init__(self, length: int | None, make: Callable[[int, int], Items[T]], *, piece: int = _PIECE) -> None:
        self._make = make
        self._piece_length = piece
        self._length = length
        self._pieces: dict[int, Items[T]] = {}

    def _piece(self, index: int) -> Items[T]:
        piece = self._pieces.get(index)
        if piece is None:
            piece = self._pieces[index] = self._make(index * self._piece_length, (index + 1) * self._piece_length)
        return piece

    def __len__(self) -> int:
        if self._length is None:
            whole = self._make(0, 0)
            piece = self._piece_length
            self._pieces = {i // piece: whole[i : i + piece] for i in range(0, len(whole), piece)}
            self._length = len(whole)
        return self._length

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(len(self))[index])
        number, within = divmod(range(len(self))[index], self._piece_length)
        return self._piece(number)[within]

    def __iter__(self) -> Iterator[T]:
        for number in range(-(-len(self) // self._piece_length)):
            yield from self._piece(number)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Later, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
