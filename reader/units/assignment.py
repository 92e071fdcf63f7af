"""Who a clause makes responsible."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.text.spans import Span


class Duty(StrEnum):
    """What a role comes down to, however it is written."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    MEMBER = "member"  # of a 专班 or 领导小组, its 组长单位 too: no task of its own
    GUIDE = "guide"  # 指导 is no duty


class UnitKind(StrEnum):
    """Whether a name is that of one organ."""

    ORGAN = "organ"
    LOCAL = "local"  # 各区政府, 各市、县人民政府: 属地落实
    GROUP = "group"  # 有关部门, 各成员单位


class AssignedUnit(NamedTuple):
    """A unit as read: ``name`` is what is shown, ``raw`` what stands in the text, ``span`` where (reading text).

    ``name`` differs from ``raw`` where damage was restored (``restored``) or the level of the first name of the list
    goes for this one too (省发展改革委、交通运输厅). ``group`` counts the stretches of a list that ， or ； set apart.
    """

    name: str
    raw: str
    restored: bool
    span: Span
    duty: Duty = Duty.RESPONSIBLE
    kind: UnitKind = UnitKind.ORGAN
    group: int = 0
    by_user: bool = False


class Assignment(NamedTuple):
    """One role of one section; ``text`` is the bracket or phrase as written, ``span`` where it stands.

    ``covers`` is what of the section's text it speaks of where that is not all of it: several brackets in a paragraph
    go each with the sentences before them. ``note`` is where the scope note stands that ranks the units.
    """

    section: int
    path: str
    role: str
    units: tuple[AssignedUnit, ...]
    open_ended: bool
    text: str
    span: Span
    source: str  # bracket, line, table, prose or user
    covers: Span | None = None
    note: Span | None = None
