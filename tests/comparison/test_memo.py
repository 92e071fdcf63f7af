"""What is remembered from one comparison to the next."""

from __future__ import annotations

import pytest

from reader.comparison import editions
from reader.comparison.compare import compare
from reader.comparison.memo import Memo
from reader.comparison.options import Options
from reader.comparison.records import Side
from reader.structure.front_matter import FrontMatter
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment
from tests.comparison.builders import outline_of, side

OLD = """
一、 总体要求|坚持节约优先，推动再生水利用规模稳步扩大。
二、 主要任务|新建改建管网20公里，由城管委牵头落实。
三、 保障措施|各街道应当建立巡查制度，每月报送进展情况。
"""
NEW = OLD.replace("20公里", "35公里").replace("每月", "每季度")


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the left passages whose changes are worked out."""
    out: list[str] = []
    real = editions.changes

    def watched(left, right, *rest, **options):
        out.append(left.text)
        return real(left, right, *rest, **options)

    monkeypatch.setattr(editions, "changes", watched)
    return out


def test_that_a_second_comparison_works_nothing_out_again(worked: list[str]) -> None:
    memo = Memo()
    first = compare(side(OLD), side(NEW), "editions", memo=memo)
    assert len(worked) == 2
    assert compare(side(OLD), side(NEW), "editions", memo=memo) == first
    assert len(worked) == 2


def test_that_a_pin_works_out_only_what_it_joins(worked: list[str]) -> None:
    memo = Memo()
    compare(side(OLD), side(NEW), "editions", memo=memo)
    worked.clear()
    pinned = compare(side(OLD), side(NEW), "editions", memo=memo, options=Options(pins=((1, 2),)))
    assert len(worked) == 1
    assert pinned == compare(side(OLD), side(NEW), "editions", options=Options(pins=((1, 2),)))


def test_that_what_is_remembered_stands_where_the_text_stands_now(worked: list[str]) -> None:
    memo = Memo()
    compare(side(OLD), side(NEW), "editions", memo=memo)
    worked.clear()
    longer = side(OLD, "为进一步做好节约用水工作，提出以下意见。")
    found = compare(longer, side(NEW), "editions", memo=memo)
    assert worked == []
    assert found == compare(longer, side(NEW), "editions")
    changes = [change for pair in found.pairs for change in pair.changes]
    assert [longer.reading.text[slice(*change.left_span)] for change in changes] == [c.left for c in changes]


def test_that_a_name_that_came_is_seen(worked: list[str]) -> None:
    memo = Memo()
    compare(side(OLD), side(NEW), "editions", memo=memo)
    worked.clear()
    unit = AssignedUnit("城管委", "城管委", restored=False, span=Span(0, 0))
    told = Assignment(2, "二、", "牵头单位", (unit,), open_ended=False, text="", span=Span(0, 0), source="prose")
    reading, outline = outline_of(OLD)
    compare(Side(reading, outline, FrontMatter(), [told]), side(NEW), "editions", memo=memo)
    assert len(worked) == 1
    assert "城管委" in worked[0]


def test_that_form_is_remembered_apart() -> None:
    memo = Memo()
    wide = side(OLD.replace("20公里", "２０公里"))
    assert compare(side(OLD), wide, "editions", memo=memo).identical
    told = compare(side(OLD), wide, "editions", memo=memo, options=Options(form=True))
    assert [c.kind for pair in told.pairs for c in pair.changes] == ["form"]
    assert compare(side(OLD), wide, "editions", memo=memo).identical


def test_that_only_the_last_comparison_is_remembered(worked: list[str]) -> None:
    memo = Memo()
    compare(side(OLD), side(NEW), "editions", memo=memo)
    compare(side(OLD), side(OLD), "editions", memo=memo)
    worked.clear()
    compare(side(OLD), side(NEW), "editions", memo=memo)
    assert len(worked) == 2
