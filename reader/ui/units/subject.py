"""What the editor of a responsible unit is about."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """What is in the editor: a unit that is there, or one to be added; ``remark`` tells what was corrected."""

    name: str
    role: str
    clause: str
    new: bool = False
    corrected: bool = False
    remark: str = ""
