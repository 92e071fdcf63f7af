"""The place whose organs a document speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.units.names import read
from reader.units.places import NATION, UNKNOWN, WORDS, Jurisdiction, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.structure.front_matter import FrontMatter
    from reader.units.assignment import Assignment
    from reader.units.places import Place

__all__ = ["NATION", "UNKNOWN", "Jurisdiction", "jurisdiction_of", "place_of"]

_STATE = r"中共中央|国务院|中央(?!商务|公园|大街)|最高人民|全国人|国家|中华人民共和国|中国(?!（)"
_OF_STATE = re.compile(rf"(?:{_STATE})|(?![省市区县州盟旗]).{{2,12}}(?:部|总局|总署|署)(?:办公厅|办公室)?$")
_TITLE_OF_STATE = re.compile(r"中华人民共和国|中共中央|国务院|最高人民|全国人大|全国人民代表大会")
_NUMBER_OF_STATE = re.compile(
    r"(?:中发|中办发|国发|国办发|国函|国办函|国发明电|国办发明电|国令|主席令)(?:电)?〔|中华人民共和国国务院令"
)
_ALL_PROVINCES = re.compile(r"各省、自治区、直辖市")
# One character for a province at the head of a document number; those that cities use too (宁 青 吉 新 晋 川 甘 贵 云 黑) tell nothing.
_ABBREVIATIONS = dict(
    pair.split("=")
    for pair in (
        "京=北京市 津=天津市 沪=上海市 渝=重庆市 冀=河北省 豫=河南省 湘=湖南省 皖=安徽省 鲁=山东省 浙=浙江省 赣=江西省 鄂=湖北省 "
        "桂=广西壮族自治区 蒙=内蒙古自治区 陕=陕西省 闽=福建省 粤=广东省 琼=海南省 藏=西藏自治区 辽=辽宁省 苏=江苏省"
    ).split()
)
_NUMBER = re.compile(
    r"(?P<province>[\u4e00-\u9fff])(?:政|府|委|党|办|厅|发改|科|教|经信|工信|财|人社|商|市监|卫|环|建|交|农|文旅|数)[\u4e00-\u9fff]{0,6}〔"
)
_FREE_TRADE = re.compile("中国（(?P<place>.{2,4})）")  # 中国（上海）自由贸易试验区管理委员会
# A zone with an administration of its own, as issuer and at the head of a title: 武汉|东湖新技术开发区|管理委员会, 天津|滨海高新区|关于.
_ZONE = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{2,12}?(?:开发区|高新区|经开区|新区|新片区|保税区|度假区))(?:管理委员会|管委会|党工委|工委|关于)"
)


def jurisdiction_of(front: FrontMatter, units: Iterable[str] = ()) -> Jurisdiction:
    """Return the place that issued a document; unknown where nothing tells it, never a guess.

    What it calls itself counts most: the issuer, then the title, the number, those it is sent to. ``units`` are the names
    of units in its text, for a document that has lost its head.
    """
    issued = [place for issuer in front.issuers if (place := _of_organ(issuer)).known]
    if issued:
        return _common(issued)
    titles = [place for title in (front.notice_title, front.title) if title and (place := _of_title(title)).known]
    if titles:
        return titles[0]
    return _of_number(front.doc_number or "") or _of_addressees(front.addressees or "") or _of_units(units)


def place_of(front: FrontMatter, assignments: Iterable[Assignment]) -> Jurisdiction:
    """Return the place whose organs a document speaks of, with what its units tell where its head does not."""
    return jurisdiction_of(front, dict.fromkeys(unit.name for one in assignments for unit in one.units))


def _of_organ(organ: str) -> Jurisdiction:
    """Return the place whose organ a name is, by the name alone."""
    if found := _FREE_TRADE.match(organ):
        city = gazetteer().leading_bare(found["place"])
        return city.jurisdiction if city else UNKNOWN
    if zone := _of_zone(organ):
        return zone
    reading = read(organ)
    if reading.place.province:
        return reading.place if not reading.mark else UNKNOWN
    return NATION if not reading.mark and _OF_STATE.match(organ) else UNKNOWN


def _of_title(title: str) -> Jurisdiction:
    """Return the place that a title begins with: 杭州市萧山区支持…的若干措施, 上海自贸试验区…方案, not 关于支持浦东新区…的意见."""
    title = title.lstrip("《“ ")
    if _TITLE_OF_STATE.match(title):
        return NATION
    place = _leading(title.removeprefix("中共"))
    return _of_zone(title) or (place.jurisdiction if place else UNKNOWN)


def _leading(text: str) -> Place | None:
    """Return the place that a text begins with; without its last character only a province or a city."""
    place = gazetteer().leading(text)
    if place is None and (bare := gazetteer().leading_bare(text)):
        place = None if bare.jurisdiction.county or text[: bare.end] in WORDS else gazetteer().descend(bare, text)
    return place if place and place.jurisdiction.province else None


def _of_zone(text: str) -> Jurisdiction | None:
    """Return a zone as a county of its own: 区 in its documents means itself."""
    place = _leading(text)
    found = _ZONE.match(text, place.end) if place and not place.jurisdiction.county else None
    return place.jurisdiction._replace(county=found["zone"]) if place and found else None


def _of_number(number: str) -> Jurisdiction | None:
    if _NUMBER_OF_STATE.match(number):
        return NATION
    found = _NUMBER.match(number)
    province = _ABBREVIATIONS.get(found["province"]) if found else None
    return Jurisdiction(province) if province else None


def _of_addressees(addressees: str) -> Jurisdiction | None:
    return NATION if _ALL_PROVINCES.match(addressees) else None


def _of_units(units: Iterable[str]) -> Jurisdiction:
    """Return the place that all units named in full share, if the level words of the others are those of that place."""
    readings = [read(unit) for unit in units]
    placed = [r.place for r in readings if r.place.province and r.place != NATION]
    marks = {r.mark for r in readings if r.mark}
    place = _common(placed) if placed else UNKNOWN
    return place if place.known and all(place.name.endswith(mark) for mark in marks) else UNKNOWN


def _common(places: list[Jurisdiction]) -> Jurisdiction:
    """Return the smallest place that holds all of them; unknown for organs that no place holds together."""
    first, *others = places
    for whole in (first, first._replace(county=""), Jurisdiction(first.province)):
        if all(place == whole or place.lies_in(whole) for place in others):
            return whole
    return UNKNOWN
