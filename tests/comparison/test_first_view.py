"""The stretch in view, compared ahead of the rest."""

from __future__ import annotations

import pytest

from reader.comparison import first_view as module
from reader.comparison.compare import compare
from reader.comparison.first_view import first_view
from reader.comparison.options import Options
from reader.progress import Cancelled, CancelToken
from tests.comparison.builders import side

MATTERS = (
    "供水管网改造",
    "老旧电梯更新",
    "社区食堂建设",
    "充电设施布局",
    "口袋公园营造",
    "内涝积水治理",
    "早餐网点提升",
)
LINES = [
    f"{k}. |第{k}批{MATTERS[k % 7]}任务共{k * 3}项，由第{k}工作组按月调度，{k % 11 + 2}月底前完成。"
    for k in range(1, 301)
]
LEFT = side("\n".join(LINES))
RIGHT = side("\n".join(line.replace("按月", "按季") if k % 10 == 4 else line for k, line in enumerate(LINES, 1)))


@pytest.mark.parametrize("around", [(0, 0), (150, 150), (300, 300)])
def test_that_it_says_what_the_whole_comparison_says(around: tuple[int, int]) -> None:
    whole = {(pair.left, pair.right): pair for pair in compare(LEFT, RIGHT, "editions").pairs}
    found = first_view(LEFT, RIGHT, around, mode="editions")
    assert found.partial
    assert any(pair.status == "changed" for pair in found.pairs)
    assert all(whole[pair.left, pair.right] == pair for pair in found.pairs)
    assert any(pair.left == max(1, around[0]) for pair in found.pairs)


def test_that_only_what_is_about_the_view_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    real = module.passages_at
    monkeypatch.setattr(module, "passages_at", lambda one, numbers: looked.extend(numbers) or real(one, numbers))
    monkeypatch.setattr(module, "_BEFORE", 300)
    monkeypatch.setattr(module, "_BEHIND", 600)
    first_view(LEFT, RIGHT, (150, 150), mode="editions")
    assert set(looked) <= set(range(110, 230))
    assert {149, 150, 151} <= set(looked)


def test_that_nothing_at_the_edge_of_the_view_is_called_added_or_removed() -> None:
    longer = side("\n".join(["1. |新增的一项全市性统筹安排，此前没有提出过任何类似的要求。", *LINES]))
    found = first_view(LEFT, longer, (150, 151), mode="editions")
    assert found.pairs
    assert {pair.status for pair in found.pairs} <= {"same", "renumbered"}


def test_that_what_was_added_at_the_start_is_told_at_once() -> None:
    longer = side("\n".join(["壹、 |新增的一项全市性统筹安排，此前没有提出过任何类似的要求。", *LINES]))
    assert first_view(LEFT, longer, mode="editions").pairs[0].status == "added"


def test_that_topics_wait_for_the_whole() -> None:
    found = first_view(LEFT, RIGHT, mode="topics")
    assert (found.mode, found.pairs, found.partial) == ("topics", (), True)


def test_that_likeness_decides_as_for_the_whole() -> None:
    other = side("一、 |加强医疗机构药品采购管理，规范价格行为。\n二、 |推进门诊共济保障改革，扩大报销范围。")
    for right in (RIGHT, other):
        assert first_view(LEFT, right).mode == compare(LEFT, right).mode


def test_that_pins_and_breaks_hold() -> None:
    found = first_view(LEFT, RIGHT, mode="editions", options=Options(pins=((3, 5),), breaks=((4, 4),)))
    pairs = {(pair.left, pair.right) for pair in found.pairs}
    assert (3, 5) in pairs
    assert (4, 4) not in pairs


def test_that_it_can_be_cancelled() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        first_view(LEFT, RIGHT, mode="editions", cancel=cancel)


def test_that_empty_documents_have_an_empty_view() -> None:
    assert first_view(side(""), side(""), mode="editions").pairs == ()
