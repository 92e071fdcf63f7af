"""The lexicon of organs: which names exist, what departments are called, and which one a damaged name must have been."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reader.paths import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVELS = ("省", "市", "区", "县", "州", "自治区")
_PARTS = 5  # stems that a department's name is made of at most


class Lexicon:
    """Names of organs, with what ships in resources/lexicons and what the document itself spells out.

    ``stems`` and ``ends`` are what the names of departments are made of (住房 城乡建设 + 局).
    """

    def __init__(self, names: Iterable[str], stems: Iterable[str] = (), ends: Iterable[str] = ()) -> None:
        self._names = frozenset(names)
        self._stems, self._ends = frozenset(stems), frozenset(ends)
        self._fitting: dict[tuple[str, str], list[str]] = {}
        self._departments: dict[str, bool] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def with_names(self, names: Iterable[str]) -> Lexicon:
        return Lexicon(self._names.union(names), self._stems, self._ends)

    def is_department(self, name: str) -> bool:
        """Tell whether a name is that of a department, without the place or level it belongs to (交通运输厅)."""
        found = self._departments.get(name)
        if found is None:
            found = self._departments[name] = bool(self._stems and self._department.fullmatch(name))
        return found

    @cached_property
    def _department(self) -> re.Pattern[str]:
        stems = "|".join(sorted(self._stems, key=len, reverse=True))
        ends = "|".join(sorted(self._ends, key=len, reverse=True))
        return re.compile(f"(?:{stems})(?:[和与]?(?:{stems})){{0,{_PARTS - 1}}}(?:{ends})")

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
    parts: dict[str, set[str]] = {"stems": set(), "ends": set()}
    for row in resource_path("lexicons", "organs.txt").read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        words = row.split()
        if words[0] == "levels":
            names |= {level + part for level in _LEVELS for part in words[1:]}
        elif words[0] in parts:
            parts[words[0]] |= set(words[1:])
        else:
            names |= set(words)
    return Lexicon(names, parts["stems"], parts["ends"])
