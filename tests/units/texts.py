"""Short texts for the tests of units."""

from __future__ import annotations

from reader.structure.parser import parse
from reader.units.extraction import extract


def clause(written: str) -> str:
    """Return a text of one clause that ends with what is written."""
    return f"一、重点任务\n1.深化改革试点。支持各类主体先行先试，形成一批经验。{written}\n"


def assignments(text: str):
    return extract(text, parse(text))


def duties(written: str) -> list[tuple[str, list[str]]]:
    """Return roles and names of what is written behind the text of a clause."""
    return [(a.role, [u.name for u in a.units]) for a in assignments(clause(written))]


def ranks(written: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return roles, names and duties of what is written behind the text of a clause."""
    return [(a.role, [(u.name, u.duty.value) for u in a.units]) for a in assignments(clause(written))]
