"""Which annotations leave."""

from __future__ import annotations

import pytest

from reader.export.choices import NoteChoice, chosen
from tests.export.builders import LINES, built

DOCUMENT = built(*LINES)


@pytest.mark.parametrize("tag", ["内部", " 内部", "内部 ", "內部"])
def test_that_internal_notes_stay_however_the_tag_is_written(tag: str) -> None:
    inside = DOCUMENT.placement("引进机构", "不外传", tags=(tag, "待核"))
    outside = DOCUMENT.placement("12家", "可外传", tags=("待核",))
    assert chosen((inside, outside), NoteChoice(outward=True)) == (outside,)
    assert chosen((inside, outside), NoteChoice()) == (inside, outside)
