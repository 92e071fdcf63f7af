"""The lexicon of organs and their names: what an organ is called in full, in short and by the way, and what it became."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.paths import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NATIONAL = "国"
LOCAL = "地"
_HOLE = "{}"
_ALIKE = (
    ("监督管理", "监管"),
    ("人民政府", "政府"),
    ("委员会", "委"),
    ("工作委", "工委"),
    ("管委会", "管理委"),
    ("街道办事处", "街道"),
)
# 和 between two words, not the one of 和谐 or 参与.
_JOINT = re.compile(r"[、·“”\"]|(?<=..)(?<![温饱])和(?![谐平解睦气田美政])(?=.)|(?<=..)(?<![参给授])与(?=..)")
_STREET = re.compile(r"^政府(?=.+街道$)|(?<=.[镇乡])政府$")
_LONG = {"委": "委员会"}
_STATE = ("国家", "国务院", "中国")
_ANYONES = frozenset(("办公厅", "研究室", "参事室", "发展研究中心"))  # each department has one
_SUFFIX = re.compile(r"(?<!政府|常委|人大|政协)(?<=..)(?:办|委|局|厅|部|署)$")  # 政府办 is not the 政府


class Organ(NamedTuple):
    """One organ wherever it is: ``full`` and ``short`` are names with {} or <> where the place stands.

    ``core`` is what its work is called (发展改革): organs of one core are one in most places. ``home`` is the place of an
    organ that only one place has.
    """

    id: str
    full: str
    short: str
    core: str
    known: bool = True
    home: str = ""


class Change(NamedTuple):
    """What became of an organ: ``old`` and ``new`` are ids, ``month`` (2018-03) when it was carried out everywhere."""

    old: str
    new: str
    month: str
    kind: str

    def at(self, day: str) -> str:
        """Return which of two organs that bore one name in turn bore it on a day."""
        return self.old if day[:7] < self.month else self.new


def fold(name: str) -> str:
    """Return what two spellings of one name share; a {} stays where it is."""
    for long, short in _ALIKE:
        name = name.replace(long, short)
    name = _STREET.sub("", _JOINT.sub("", name))
    return name[:-2] if name.endswith("办公室") and len(name) > len("办公室") else name


def _holed(form: str, scope: str) -> str:
    """Return a name with {} where the place stands; the 中共 before it goes without saying."""
    form = form.replace("<>", _HOLE)
    return form.removeprefix("中共") if _HOLE in form else form if scope == NATIONAL else _HOLE + form


def _key(form: str) -> str:
    """Return what a form is looked up by: head and tail folded apart."""
    head, hole, tail = form.partition(_HOLE)
    return fold(head) + hole + fold(tail)


class Aliases:
    """The organs of the rows of aliases.txt and renames.txt, by scope: 国, 地, a level, or a place."""

    def __init__(self, organs: str, changes: str = "") -> None:
        self._forms: dict[str, dict[str, Organ]] = defaultdict(dict)
        self._heads: set[str] = set()
        self._renamed: dict[str, dict[str, str]] = defaultdict(dict)
        self._senses: dict[str, dict[str, Change]] = defaultdict(dict)
        self._by_id: dict[tuple[str, str], Organ] = {}
        self.doubtful: dict[str, list[Change]] = defaultdict(list)
        for scope, forms in read_rows(organs):
            self._add(scope, forms)
        for scope, row in read_rows(changes):
            self._add_change(scope, row)
        self.heads = sorted(self._heads, key=len, reverse=True)
        self.dated = tuple({name for senses in self._senses.values() for name in senses})

    def is_dated(self, name: str) -> bool:
        """Tell whether two organs bore this name in turn, so that it depends on the date which one is meant."""
        folded = fold(name)
        return any(word in folded for word in self.dated)

    def _add(self, scope: str, forms: list[str]) -> None:
        home = scope[1:] if scope.startswith("=") else ""
        full, short, *_ = forms
        identity = _key(_holed(short, scope)).removeprefix(_HOLE)
        organ = Organ(identity, full, short, core_of(_key(_holed(full, scope))), home=home)
        self._by_id.setdefault((home or scope, identity), organ)
        for form in forms:
            holed = _holed(form, scope)
            self._forms[home or scope].setdefault(_key(holed), organ)
            if (head := holed.partition(_HOLE)[0]) and _HOLE in holed:
                self._heads.add(head)

    def _add_change(self, scope: str, row: list[str]) -> None:
        kind, month = row[-1], row[-2]
        if kind == "异义":
            name = fold(row[0])
            self._senses[scope][name] = Change(self._id(scope, row[1]), self._id(scope, row[2]), month, kind)
            return
        change = Change(self._id(scope, row[0]), self._id(scope, row[1]), month, kind)
        if kind == "更名":
            self._renamed[scope][change.old] = change.new
        else:
            self.doubtful[scope].append(change)

    def _id(self, scope: str, form: str) -> str:
        found = self.named(form, (scope, LOCAL) if scope != NATIONAL else (scope,))
        return found.id if found else fold(form)

    def named(self, form: str, scopes: Sequence[str]) -> Organ | None:
        """Return the organ of a name as the rows write it, with {} or <>, in the first of the scopes that has it."""
        return self._find(_key(_holed(form, scopes[0])), scopes)

    def _find(self, key: str, scopes: Iterable[str]) -> Organ | None:
        return next((organ for scope in scopes if (organ := self._forms.get(scope, {}).get(key))), None)

    def local(self, head: str, tail: str, scopes: Iterable[str]) -> Organ | None:
        """Return the organ of what stands before and behind the place in a name."""
        return self._find(f"{fold(head)}{_HOLE}{fold(tail)}", scopes)

    def national(self, name: str, *, bare: bool = False) -> Organ | None:
        """Return the organ of the state of a name, ``bare`` also one that leaves out 国家 (发展改革委, 国资委)."""
        for prefix in ("", *_STATE) if bare and name not in _ANYONES else ("",):
            if organ := self._forms[NATIONAL].get(fold(prefix + name)):
                return organ
        return None

    def organs(self, scope: str) -> Iterator[Organ]:
        """Yield the organs of the rows of one scope."""
        return (organ for (where, _), organ in self._by_id.items() if where == scope)

    def by_id(self, identity: str, scopes: Iterable[str]) -> Organ | None:
        return next((organ for scope in scopes if (organ := self._by_id.get((scope, identity)))), None)

    def latest(self, organ: Organ, scopes: tuple[str, ...]) -> Organ:
        """Return what an organ is called today, as far as it only changed its name."""
        for _ in range(len(self._renamed) + 8):
            new = next((n for s in scopes if (n := self._renamed.get(s, {}).get(organ.id))), None)
            after = self.by_id(new, scopes) if new else None
            if after is None:
                break
            organ = after
        return organ

    def sense(self, name: str, scopes: Iterable[str]) -> Change | None:
        """Return the two organs that a name meant in turn; None for a name of one meaning."""
        folded = fold(name)
        return next((s for scope in scopes if (s := self._senses.get(scope, {}).get(folded))), None)


def core_of(key: str) -> str:
    """Return what an organ's work is called: its folded name without what kind of organ it is."""
    return _SUFFIX.sub("", key.rpartition(_HOLE)[2])


def unlisted(stem: str) -> Organ:
    """Return an organ that the lexicon does not know: it goes by its name alone."""
    identity = fold(stem)
    return Organ(identity, stem, stem, core_of(identity), known=False)


def read_rows(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield scope and names of each row, those with a * once for each suffix."""
    for row in text.splitlines():
        if not row or row.startswith("#"):
            continue
        body, _, suffixes = row.partition(" @ ")
        scope, *forms = body.split()
        forms = forms if len(forms) > 1 else forms * 2
        if not suffixes:
            yield scope, forms
            continue
        for suffix in suffixes.split():
            yield scope, [_with(f, suffix, first=i == 0) for i, f in enumerate(forms)]


def _with(form: str, suffix: str, *, first: bool) -> str:
    return form.replace("*", _LONG.get(suffix, suffix) if first else suffix)


@lru_cache(maxsize=1)
def shipped() -> Aliases:
    """Return the names that ship with the program."""
    organs, changes = (
        resource_path("lexicons", name).read_text(encoding="utf-8") for name in ("aliases.txt", "renames.txt")
    )
    return Aliases(organs, changes)
