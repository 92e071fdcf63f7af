"""Sections that were split, and several that were merged into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.compare import compare
from reader.comparison.options import Options
from tests.comparison.builders import side

if TYPE_CHECKING:
    from reader.comparison.records import Comparison, Pair

FIRST = "养老机构应当与老年人签订服务协议，明确双方的权利、义务和收费标准。"
SECOND = "收住失能老人的养老机构应当配备执业医师和护士，定期组织健康检查。"
THIRD = "民政部门应当每年对养老机构开展等级评定，评定结果向社会公布。"
FRAME = (
    "第一条 |为了规范养老服务，保障老年人合法权益，制定本条例。\n{}\n第九条 |本条例自公布之日起施行，原办法同时废止。"
)
WHOLE = side(FRAME.format(f"第二条 |{FIRST}{SECOND}"))
PARTS = side(FRAME.format(f"第二条 |{FIRST}\n第三条 |{SECOND}"))


def edition(comparison: Comparison) -> dict[tuple[tuple[int, ...], tuple[int, ...]], Pair]:
    return {(pair.lefts, pair.rights): pair for pair in comparison.pairs}


def test_that_a_section_that_was_split_is_told_with_all_its_parts() -> None:
    found = edition(compare(WHOLE, PARTS, "editions"))
    assert set(found) == {((1,), (1,)), ((2,), (2, 3)), ((3,), (4,))}
    assert found[(2,), (2, 3)].changes == ()
    assert found[(2,), (2, 3)].similarity == 1.0


def test_that_sections_that_were_merged_are_told() -> None:
    found = edition(compare(PARTS, WHOLE, "editions"))
    assert set(found) == {((1,), (1,)), ((2, 3), (2,)), ((4,), (3,))}


def test_that_the_changes_of_a_split_lead_to_all_its_parts() -> None:
    edited = side(FRAME.format(f"第二条 |{FIRST}\n第三条 |{SECOND.replace('定期', '每季度')}"))
    pair = edition(compare(WHOLE, edited, "editions"))[(2,), (2, 3)]
    assert [(c.left, c.right) for c in pair.changes] == [("定期", "每季度")]
    assert edited.reading.text[slice(*pair.changes[0].right_span)] == "每季度"
    assert edited.outline.at(pair.changes[0].right_span.start).number == 3


def test_that_the_verdict_tells_splits_among_what_it_counts() -> None:
    assert compare(WHOLE, PARTS, "editions").verdict() == "仅序号调整1条；其中拆分1条"
    assert compare(PARTS, WHOLE, "editions").verdict() == "仅序号调整1条；其中合并1条"


def test_that_a_new_section_beside_an_edited_one_is_not_split_off() -> None:
    edited = side(FRAME.format(f"第二条 |{FIRST.replace('收费', '服务')}\n第三条 |{THIRD}"))
    left = side(FRAME.format(f"第二条 |{FIRST}"))
    assert ((), (3,)) in edition(compare(left, edited, "editions"))


def test_that_the_user_can_part_a_split() -> None:
    found = edition(compare(WHOLE, PARTS, "editions", options=Options(breaks=((2, 3),))))
    assert ((2,), (2,)) in found
    assert found[(), (3,)].status == "added"


def test_that_every_section_stands_in_one_pair_only() -> None:
    left = side(FRAME.format(f"第二条 |{FIRST}{SECOND}{THIRD}"))
    right = side(FRAME.format(f"第二条 |{FIRST}\n第三条 |{SECOND}\n第四条 |{THIRD}"))
    pairs = compare(left, right, "editions").pairs
    assert sorted(n for p in pairs for n in p.rights) == [1, 2, 3, 4, 5]
    assert sorted(n for p in pairs for n in p.lefts) == [1, 2, 3]
