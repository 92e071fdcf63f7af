"""Counts of duties in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.units.assignment import Duty

if TYPE_CHECKING:
    from collections.abc import Mapping

ORDER = (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT, Duty.MEMBER, Duty.GUIDE)


def duty_word(duty: Duty) -> str:
    """Return 牵头, 责任, 配合, 成员 or 指导."""
    tr = QCoreApplication.translate
    match duty:
        case Duty.LEAD:
            return tr("ledger", "牵头")
        case Duty.RESPONSIBLE:
            return tr("ledger", "责任")
        case Duty.SUPPORT:
            return tr("ledger", "配合")
        case Duty.MEMBER:
            return tr("ledger", "成员")
    return tr("ledger", "指导")


def in_words(counts: Mapping[Duty, int]) -> list[tuple[str, int]]:
    """Return the words with their counts, in the order in which they are always shown."""
    return [(duty_word(duty), counts[duty]) for duty in ORDER if counts.get(duty)]


def counts_text(counts: Mapping[Duty, int]) -> str:
    """Return 牵头2 责任3; empty where there is nothing."""
    return " ".join(f"{word}{count}" for word, count in in_words(counts))


def no_place() -> str:
    """Return what stands for the place of a unit where no document tells it."""
    return QCoreApplication.translate("ledger", "未写明地区")


def generic_place() -> str:
    """Return what stands above the names that are nobody's own: 各区政府, 有关部门."""
    return QCoreApplication.translate("ledger", "属地和泛指")
