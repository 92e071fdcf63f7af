"""Places: what a jurisdiction is, and which place a name begins with."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from reader.paths import resource_path

_UNPLACED = "?"
_LONGEST = 16  # characters of a place's name
# What follows the last character of a place makes it a word of its own: 静安|市场监管局, 杨浦|区域合作办.
_OTHER_WORD = re.compile("市(?:场|容(?![县城]))|区(?:域|块)|县域|州际|省际")
_BARE_END = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|新区|林区|[省市区县州盟旗])$")
_RAISED = re.compile("(.{2,6}?)([县市])")  # a county that has become a district or a city since
_GENERIC = frozenset(("城区", "郊区", "矿区", "东区", "西区"))  # districts whose names are words
# What is a word too once the last character of the place is gone.
WORDS = frozenset(("白银", "大同", "安康", "长治", "东方", "平安", "和平", "友好", "解放"))


class Jurisdiction(NamedTuple):
    """A province, city or county with what it lies in; all empty: unknown. Of a 直辖市 the city stays empty."""

    province: str = ""
    city: str = ""
    county: str = ""

    @property
    def label(self) -> str:
        """Return 上海市杨浦区, 江苏省南京市 or 全国; empty for an unknown place."""
        return "" if self.unplaced else "".join(self)

    @property
    def key(self) -> str:
        """Return what ``from_key`` reads back; no two places share one."""
        return "/".join(self) if any(self) else ""

    @classmethod
    def from_key(cls, key: str) -> Jurisdiction:
        return cls(*key.split("/")[:3]) if key else cls()

    @property
    def name(self) -> str:
        """Return the smallest place: 杨浦区."""
        return "" if self.unplaced else self.county or self.city or self.province

    @classmethod
    def of_document(cls, number: int) -> Jurisdiction:
        """Return the unknown place of one document: its units are no other document's."""
        return cls(f"{_UNPLACED}{number}")

    @property
    def unplaced(self) -> bool:
        return self.province.startswith(_UNPLACED)

    @property
    def known(self) -> bool:
        return any(self) and not self.unplaced

    def lies_in(self, whole: Jurisdiction) -> bool:
        """Tell whether this is a part of another place, of whatever depth."""
        return self != whole and all(not w or w == p for p, w in zip(self, whole, strict=True))


UNKNOWN = Jurisdiction()
NATION = Jurisdiction("全国")


class Place(NamedTuple):
    """A place at the beginning of a name: where it ends, whether it stands without its last character (杨浦海关)."""

    jurisdiction: Jurisdiction
    end: int
    bare: bool = False


def bare_name(name: str) -> str:
    """Return a place's name without its last word: 上海, 浦东, 内蒙古; 唐县 stays."""
    bare = _BARE_END.sub("", name)
    return bare if len(bare) > 1 else name


class Gazetteer:
    """All places by their names; a name that several bear is settled by the place the document comes from."""

    def __init__(self, rows: str) -> None:
        self._full: dict[str, list[Jurisdiction]] = defaultdict(list)
        self._bare: dict[str, list[Jurisdiction]] = defaultdict(list)
        provinces: set[str] = set()
        for row in rows.splitlines():
            if not row or row.startswith("#"):
                continue
            province, *rest = row.split()
            if province not in provinces:
                provinces.add(province)
                self._add(province, Jurisdiction(province))
            self._add_prefecture(province, rest)

    def _add_prefecture(self, province: str, names: list[str]) -> None:
        if not names:
            return
        city = names[0].partition("=")[0].replace("-", "")
        if city:
            self._add(names[0], Jurisdiction(province, city))
        for name in names[1:]:
            self._add(name, Jurisdiction(province, city, name.partition("=")[0]))

    def _add(self, names: str, place: Jurisdiction) -> None:
        name, _, short = names.partition("=")
        for each in filter(None, (name, short)):
            self._full[each].append(place)
            bare = bare_name(each)
            if bare != each and each not in _GENERIC:
                self._bare[bare].append(place)

    def places(self) -> set[Jurisdiction]:
        return {place for places in self._full.values() for place in places}

    def leading(self, name: str, near: Jurisdiction = UNKNOWN) -> Place | None:
        """Return the place that a name begins with, in full (上海市杨浦区, 太仓市), read near where it is named.

        A name that several places far away bear comes back as a county of an unknown province.
        """
        first = self._longest(name, self._full)
        if first is None:
            return self._raised(name, near)
        candidates, end = first
        if name[:end] in _GENERIC and not any(c.city == near.city for c in candidates):
            return None
        place = _settled(candidates, near) or self._narrowed(candidates, name[end:])
        return self.descend(Place(place, end), name) if place else Place(Jurisdiction("", "", name[:end]), end)

    def descend(self, place: Place, name: str) -> Place:
        """Return the smaller place that follows inside a place: 上海市|杨浦区."""
        found = self._longest(name[place.end :], self._full)
        inside = [p for p in found[0] if p.lies_in(place.jurisdiction)] if found else []
        if found and len(inside) == 1:
            return self.descend(Place(inside[0], place.end + found[1]), name)
        return place

    def leading_bare(self, name: str, near: Jurisdiction = UNKNOWN) -> Place | None:
        """Return the place that a name begins with where its last character is left out: 上海|海关."""
        found = self._longest(name, self._bare)
        if found is None:
            return None
        around = [c for c in found[0] if not c.city and not c.county] or [
            c for c in found[0] if c == near or near.lies_in(c)
        ]
        place = _greatest(around) or _settled(found[0], near)
        return Place(place, found[1], bare=True) if place else None

    def bare(self, place: Jurisdiction) -> str:
        """Return a place's name without its last character where that can mean no other: 上海, 杨浦, but 朝阳市."""
        bare = bare_name(place.name)
        alone = bare not in self._full and all(c == place or c.lies_in(place) for c in self._bare.get(bare, ()))
        return bare if alone or not (place.city or place.county) else place.name

    def official(self, place: Jurisdiction) -> str:
        """Return a place as its organs' full names have it: 上海市杨浦区, 太仓市; longer where that would be any of several."""
        town = "" if place.county and not place.county.endswith("区") else place.city or place.province
        name = (town + place.county) if place.county else place.name
        found = self.leading(name)
        return name if found and found == (place, len(name), False) else place.label

    def _longest(self, name: str, index: dict[str, list[Jurisdiction]]) -> tuple[list[Jurisdiction], int] | None:
        for end in range(min(_LONGEST, len(name)), 1, -1):
            if name[:end] in index and not _OTHER_WORD.match(name, end - 1):
                return index[name[:end]], end
        return None

    def _raised(self, name: str, near: Jurisdiction) -> Place | None:
        """Return the district that a county named in an older document has become: 崇明县 is 崇明区."""
        found = _RAISED.match(name)
        if not found or _OTHER_WORD.match(name, found.end() - 1):
            return None
        later = [p for p in self._bare.get(found[1], ()) if p.county.endswith(("区", "市"))]
        place = _settled(later, near)
        return Place(place, found.end()) if place else None

    def _narrowed(self, candidates: list[Jurisdiction], rest: str) -> Jurisdiction | None:
        """Return the place of several whose smaller place follows in the name."""
        return next((c for c in candidates if self.descend(Place(c, 0), rest).end), None)


def _settled(candidates: list[Jurisdiction], near: Jurisdiction) -> Jurisdiction | None:
    """Return which of the places of one name is meant near a place: the nearest, else the greatest, else the only one."""
    for whole in (near, near._replace(county=""), Jurisdiction(near.province)):
        close = [c for c in candidates if whole.known and (c == whole or c.lies_in(whole))]
        if close and (one := _greatest(close)):
            return one
    return _greatest(candidates)


def _greatest(places: list[Jurisdiction]) -> Jurisdiction | None:
    """Return the only province, else the only city, else the only place: 安阳 is 安阳市, not 安阳县."""
    for level in ([p for p in places if not p.city and not p.county], [p for p in places if not p.county]):
        if level:
            return level[0] if len(level) == 1 else None
    return places[0] if len(places) == 1 else None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the places that ship with the program."""
    return Gazetteer(resource_path("lexicons", "places.txt").read_text(encoding="utf-8"))
