"""What the shipped lexicons alone say that a name means."""

from __future__ import annotations

from typing import NamedTuple

from reader.units.aliases import fold
from reader.units.names import Reading, read
from reader.units.places import NATION, Jurisdiction, gazetteer


class Identity(NamedTuple):
    """One unit: equal ``key`` = the same unit. ``name`` is what lists show, ``sure`` whether the reading leaves no doubt."""

    key: str
    name: str
    full_name: str
    jurisdiction: Jurisdiction
    sure: bool


def identified(name: str, where: Jurisdiction, on: str | None = None) -> Identity:
    """Return the unit that ``name`` means in a document of ``where`` issued ``on`` a date."""
    reading = read(name, where, on)
    aside = f"（{reading.aside}）" if reading.aside else ""
    return Identity(key_of(reading), _shown(reading) + aside, _in_full(reading) + aside, reading.place, reading.sure)


def key_of(reading: Reading) -> str:
    """Return what tells a unit from all others: place, unsettled level, organ, what stands in brackets."""
    aside = f"（{fold(reading.aside)}）" if reading.aside else ""
    return f"{reading.place.key}|{reading.mark}|{reading.organ.id}{aside}"


def _shown(reading: Reading) -> str:
    """Return 区科技经济委, 团市委, 上海海关, 国家发展改革委."""
    organ = reading.organ
    return _filled(reading, organ.short, reading.word) if organ.known else reading.lead + organ.short


def _in_full(reading: Reading) -> str:
    """Return 上海市杨浦区发展和改革委员会, 国家税务总局上海市税务局."""
    place = reading.place
    return _filled(reading, reading.organ.full, reading.mark or (gazetteer().official(place) if place.known else ""))


def _filled(reading: Reading, form: str, place: str) -> str:
    """Put the place into a name of the lexicon; of an unknown place stays what is written."""
    organ = reading.organ
    if organ.home:
        return form if reading.near else reading.place.name + form
    if reading.place == NATION and not reading.mark:
        return form
    if not place:
        return reading.stem
    if not organ.known or ("{}" not in form and "<>" not in form):
        return place + form
    settled = reading.place.province and not reading.mark
    return form.replace("{}", place).replace("<>", gazetteer().bare(reading.place) if settled else place)
