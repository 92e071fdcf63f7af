"""The parts of a unit's name: whose it is (a place or a level word), what organ it is, and what stands in brackets behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.units.aliases import LOCAL, NATIONAL, Aliases, Organ, shipped, unlisted
from reader.units.places import NATION, UNKNOWN, WORDS, Jurisdiction, Place, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVEL = re.compile(r"自治区|自治州|自治县|自治旗|[省市区县州盟旗]")
_PREFECTURES = ("市", "州", "盟", "自治州")
# A level word that begins a word of another sense: 市场监管局, 市政管理局, 区域合作办, 市民中心.
_WORD = re.compile(
    r"市(?:场|容|值|政(?![府协务法管数研策企])|民(?:中心|服务|热线|云))|区(?:域|块|位)|州际|省(?:际|会)|县(?:域|城)|旗舰|盟友"
)
_BLANK = re.compile(r"\s+|[《》]")
_BRACKETS = str.maketrans("()〔〕［］[]", "（）（）（）（）")
_ASIDE = re.compile(r"(?P<name>.{2,})（(?P<aside>[^（）]+)）$")
_OWN = re.compile(r"[本我](?=[省市区县州盟旗])")
_PARTY = re.compile(r"(?:中国共产党|中共)(?!中央)|中华人民共和国(?=.+[部委署行局]$)")
_BRANCH = re.compile(r"(?P<organ>.+)局(?P<place>.{2,8}?)分局$")
# Organs of the state that a local document names so when it means their office at hand.
_AT_HAND = frozenset(("人民银行", "人行", "外汇局", "民航局", "供销合作总社", "自然科学基金委", "自然科学基金会"))
_GROUP = re.compile(r"各|有关|相关|其他|全[省市区县]|.*(?:有关|相关|各)(?:部门|单位)")
_ORGAN_END = re.compile(r".*[委局厅办署处会院站馆所司团社部队组道镇乡心]$")


class Reading(NamedTuple):
    """What a name says. ``mark`` is a level word that the place does not settle (区教育局 in a document of the city).

    ``stem`` is the name without its place, ``word`` what stands for the place in a short name (区, or 徐汇区 where that is
    elsewhere), ``lead`` what does in this one. ``sure`` tells that nothing had to be assumed, ``near`` that the place is
    the document's or holds it.
    """

    place: Jurisdiction
    mark: str
    organ: Organ
    stem: str = ""
    word: str = ""
    lead: str = ""
    aside: str = ""
    sure: bool = True
    near: bool = True


def read(name: str, where: Jurisdiction = UNKNOWN, on: str | None = None) -> Reading:
    """Return the parts of a unit's name as a document of ``where`` issued ``on`` a date means it."""
    reader, spelled = _Reader(where, on), cleaned(name)
    whole = reader.read(spelled)
    found = None if whole.organ.known else _ASIDE.fullmatch(spelled)
    return reader.read(found["name"])._replace(aside=found["aside"], sure=False) if found else whole


def cleaned(name: str) -> str:
    """Return a name without blanks, its brackets of one kind."""
    return _BLANK.sub("", name).translate(_BRACKETS)


def is_group(name: str) -> bool:
    """Tell whether a name stands for many units: 各区政府, 有关部门."""
    return bool(_GROUP.match(name))


def scopes_of(place: Jurisdiction, mark: str = "") -> tuple[str, ...]:
    """Return where in the lexicon the organs of a place stand, the narrowest first."""
    if place == NATION and not mark:
        return (NATIONAL,)
    level = _level_of(place, mark)
    return (*(part for part in reversed(place) if part), *((level,) if level else ()), LOCAL)


def _level_of(place: Jurisdiction, mark: str) -> str:
    if mark:
        return "省" if mark in ("省", "自治区") else "市" if mark in _PREFECTURES else "县"
    return "县" if place.county else "市" if place.city else "省" if place.known else ""


def level_word(place: Jurisdiction) -> str:
    """Return the word that stands for a place in the names of its organs: 市, 区, 自治区."""
    found = re.search(r"自治区$|[省市区县州盟旗]$", place.name)
    return found[0] if found else ""


def _at_level(level: str, where: Jurisdiction) -> tuple[Jurisdiction, str]:
    """Return the place that a level word means in a document of ``where``, and the word again where it means none."""
    for place in _upwards(where):
        if place.name.endswith(level) and not (level == "区" and place.name.endswith("自治区")):
            return place, ""
    if level in ("省", "自治区"):
        return (where if where == NATION or where.unplaced else UNKNOWN), level
    return (Jurisdiction(where.province) if level in _PREFECTURES else where._replace(county="")), level


def _upwards(place: Jurisdiction) -> Iterator[Jurisdiction]:
    if place.county:
        yield place
    if place.city:
        yield place._replace(county="")
    if place.province and not place.unplaced:
        yield Jurisdiction(place.province)


class _Reader:
    """Reads names as the documents of one place on one day mean them."""

    def __init__(self, where: Jurisdiction, on: str | None) -> None:
        self._where, self._on = where, on
        self._aliases: Aliases = shipped()

    def read(self, name: str) -> Reading:
        if found := _OWN.match(name) or _PARTY.match(name):
            name = name[found.end() :] or name
        if name.startswith("新区") and self._where.county.endswith("新区"):
            name = name[1:]
        return (
            self._of_state(name)
            or self._fixed(name)
            or self._headed(name)
            or self._placed(name)
            or self._bare(name)
            or self._levelled(name)
            or self._own(name)
        )

    def _of_state(self, name: str) -> Reading | None:
        if self._aliases.national(name) is None and self._aliases.sense(name, (NATIONAL,)) is None:
            return None
        at_hand = name in _AT_HAND and self._where.known and self._where != NATION
        return None if at_hand else self._made(NATION, "", name)

    def _fixed(self, name: str) -> Reading | None:
        """Read the name of an organ that only one place has, however it is called."""
        organ = self._aliases.local("", name, scopes_of(self._where))
        return Reading(Jurisdiction(organ.home), "", organ, name) if organ and organ.home else None

    def _headed(self, name: str) -> Reading | None:
        """Read 国家税务总局|上海市|税务局 and 团|市|委: the place stands inside the name."""
        for head in self._aliases.heads:
            if name.startswith(head):
                made = self._behind(name[len(head) :], head)
                if made and made.organ.known:
                    return made
        return None

    def _behind(self, rest: str, head: str) -> Reading | None:
        place = gazetteer().leading(rest, self._where) or gazetteer().leading_bare(rest, self._where)
        if place:
            return self._made(place.jurisdiction, "", rest[place.end :], head=head, lead=rest[: place.end])
        if found := _LEVEL.match(rest):
            return self._made(*_at_level(found[0], self._where), rest[found.end() :], head=head)
        return None

    def _placed(self, name: str) -> Reading | None:
        """Read 上海市杨浦区|科技经济委, where the place stands in full."""
        own = self._where.label  # a zone is in no gazetteer
        if self._where.county and name.startswith(own):
            place: Place | None = Place(self._where, len(own))
        else:
            place = None if self._is_listed(name) else gazetteer().leading(name, self._where)
        if place is None:
            return None
        tail = name[place.end :].replace("、" + name[: place.end], "")  # 杨浦区纪委、杨浦区监委
        return self._inside(tail, place.jurisdiction) or self._made(place.jurisdiction, "", tail)

    def _bare(self, name: str) -> Reading | None:
        """Read 上海|海关, where the place stands without its last character: only what makes an organ's name."""
        place = None if self._is_listed(name) else gazetteer().leading_bare(name, self._where)
        if place is None:
            return None
        tail, lead = name[place.end :], name[: place.end]
        made = self._branch(tail, place.jurisdiction) or self._made(place.jurisdiction, "", tail, lead=lead)
        if made.organ.known or not tail:
            return made
        if lead in WORDS:
            return None
        near = place.jurisdiction in tuple(_upwards(self._where)) and not place.jurisdiction.county
        return made if near and len(tail) > 1 and _ORGAN_END.match(tail) else None

    def _inside(self, tail: str, place: Jurisdiction) -> Reading | None:
        """Read 上海市|杨浦|海关: a smaller place without its last character behind the greater."""
        bare = gazetteer().leading_bare(tail, place)
        if bare and bare.jurisdiction.lies_in(place):
            made = self._made(bare.jurisdiction, "", tail[bare.end :], lead=tail[: bare.end])
            if made.organ.known:
                return made
        return self._branch(tail, place)

    def _branch(self, tail: str, place: Jurisdiction) -> Reading | None:
        """Read 市|公安局|杨浦|分局: the office of a city's organ in one of its districts."""
        found = _BRANCH.fullmatch(tail)
        if not found:
            return None
        inside = gazetteer().leading(found["place"], place) or gazetteer().leading_bare(found["place"], place)
        if inside and inside.end == len(found["place"]) and inside.jurisdiction.lies_in(place):
            return self._made(inside.jurisdiction, "", found["organ"] + "分局")
        return None

    def _levelled(self, name: str) -> Reading | None:
        """Read 区|科技经济委; 市 in a document of the district is the city."""
        found = _LEVEL.match(name)
        tail = name[found.end() :].replace("、" + found[0], "") if found else ""  # 区纪委、区监委
        if not found or not tail or tail[0] in "、（" or self._is_listed(name):
            return None
        if _WORD.match(name) and not self._is_listed(tail):
            return None
        place, mark = _at_level(found[0], self._where)
        if not mark and (deeper := gazetteer().descend(Place(place, 0), tail)).end:
            return self._made(deeper.jurisdiction, "", tail[deeper.end :])
        return (None if mark else self._branch(tail, place)) or self._made(place, mark, tail)

    def _own(self, name: str) -> Reading:
        """Read a name without a place or a level: it belongs to the document's own level."""
        if self._where == NATION and (organ := self._aliases.national(name, bare=True)):
            return Reading(NATION, "", self._aliases.latest(organ, (NATIONAL,)), name)
        made = self._made(self._where, "", name)._replace(lead="")
        return made._replace(sure=made.sure and not is_group(name))

    def _is_listed(self, stem: str) -> bool:
        return self._aliases.local("", stem, scopes_of(self._where)) is not None

    def _made(self, place: Jurisdiction, mark: str, tail: str, *, head: str = "", lead: str = "") -> Reading:
        near = place in (self._where, *_upwards(self._where))
        word = mark or (level_word(place) if near else place.name)
        organ, sure = self._organ(head, tail, scopes_of(place, mark), certain=bool(lead))
        if organ.home and (mark or place != Jurisdiction(organ.home)):  # 区|科创办 is not the city's
            organ = unlisted(tail)
        certain = sure and place.known and not mark
        return Reading(place, mark, organ, head + tail, word, lead or word, sure=certain, near=near)

    def _organ(self, head: str, tail: str, scopes: tuple[str, ...], *, certain: bool) -> tuple[Organ, bool]:
        """Return the organ, under the name that it bears today, and whether the name can mean no other.

        ``certain`` is a name that a place leads (上海金融监管局): it means but one.
        """
        known = self._aliases.national(tail) if scopes == (NATIONAL,) else self._aliases.local(head, tail, scopes)
        sense = None if head else self._aliases.sense(tail, scopes)
        if sense:
            meant = self._aliases.by_id(sense.at(self._on), scopes) if self._on else None
            certain = certain or meant is not None
            known = meant or known
        organ = self._aliases.latest(known, scopes) if known else unlisted(head + tail)
        return organ, certain or not sense
