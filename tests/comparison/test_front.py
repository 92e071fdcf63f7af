from __future__ import annotations

import pytest

from reader.comparison.compare import compare
from reader.comparison.records import Side
from reader.structure.front_matter import FrontMatter
from tests.comparison.builders import outline_of

BODY = "一、 总体要求|全面推进改革，抓好工作落实。"
PLAIN = FrontMatter(title="关于推进改革的意见", doc_number="府发〔2024〕1号", issued_on="2024-10-25")
PRINTED = FrontMatter(
    title="关于推进改革的意见",
    doc_number="府发〔2024〕1号",
    issued_on="2024-10-25",
    copied_to="区委各部门",
    printed_on="2024-10-26",
)


def document(front: FrontMatter, head: str = "") -> Side:
    return Side(*outline_of(BODY, head), front)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (document(PLAIN), document(PLAIN), "正文一致"),
        (document(PLAIN), document(PRINTED), "正文一致；版记仅一方有"),
        (document(PLAIN), document(PRINTED, "上海市杨浦区人民政府文件"), "正文一致；版头、版记仅一方有"),
        (document(FrontMatter(title="关于推进改革的意见")), document(PLAIN), "正文一致；版头、成文日期仅一方有"),
        (
            document(FrontMatter(title="关于推进改革的意见（试行）", doc_number="府发〔2024〕1号", issued_on="2024-10-25")),
            document(PLAIN),
            "正文一致；标题不同",
        ),
    ],
)  # fmt: skip
def test_that_the_verdict_names_what_only_one_side_states(left: Side, right: Side, verdict: str) -> None:
    assert compare(left, right, "editions").verdict() == verdict


def test_that_the_facts_of_one_side_are_listed() -> None:
    comparison = compare(document(PLAIN), document(PRINTED, "上海市杨浦区人民政府文件"), "editions")
    assert comparison.left_only_front == ()
    assert comparison.right_only_front == ("letterhead", "copied_to", "printed_on")
