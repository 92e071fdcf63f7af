"""The lexicon of organs: which names exist, and which one a damaged name must have been."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.paths import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVELS = ("省", "市", "区", "县", "州", "自治区")


class Lexicon:
    """Names of organs, with what ships in resources/lexicons and what the document itself spells out."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._fitting: dict[tuple[str, str], list[str]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def with_names(self, names: Iterable[str]) -> Lexicon:
        return Lexicon(self._names.union(names))

    def fitting(self, prefix: str, suffix: str) -> list[str]:
        """Return the names that begin and end so, with at least one character between: what was lost."""
        found = self._fitting.get((prefix, suffix))
        if found is None:
            shortest = len(prefix) + len(suffix) + 1
            found = sorted(n for n in self._names if len(n) >= shortest and n.startswith(prefix) and n.endswith(suffix))
            self._fitting[prefix, suffix] = found
        return found

    def beginning(self, prefix: str) -> list[str]:
        return self.fitting(prefix, "")

    def ending(self, suffix: str) -> list[str]:
        return self.fitting("", suffix)


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """Return the lexicon that ships with the program."""
    names: set[str] = set()
    for row in resource_path("lexicons", "organs.txt").read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        parts = row.split()
        if parts[0] == "levels":
            names |= {level + part for level in _LEVELS for part in parts[1:]}
        else:
            names |= set(parts)
    return Lexicon(names)
