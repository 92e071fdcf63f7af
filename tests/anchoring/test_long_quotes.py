"""Long quotations in texts that were edited."""

from __future__ import annotations

from random import Random

from reader.anchoring.locate import Located, locate
from tests.anchoring.builders import anchor_of, one_section, plain

WORDS = ("推进", "科技", "创新", "协同", "平台", "企业", "服务", "保障", "开放", "合作", "数据", "人才")


def sentences(count: int, seed: int) -> str:
    """Return sentences of which no two are alike."""
    chance = Random(seed)
    return "".join("".join(chance.choices(WORDS, k=9)) + "。" for _ in range(count))


QUOTE = sentences(60, 3)
AROUND = sentences(40, 5), sentences(40, 8)


def test_that_a_long_quotation_is_found_where_it_went_and_was_edited() -> None:
    text = AROUND[0] + QUOTE + AROUND[1]
    anchor = anchor_of(QUOTE, (plain(text), one_section(text)))
    edited = QUOTE[:300] + "其中重要的内容" + QUOTE[300:600] + QUOTE[620:]
    after = sentences(30, 2) + AROUND[0] + edited + AROUND[1]
    found = locate(anchor, plain(after), one_section(after))
    assert isinstance(found, Located)
    assert found.span.text(after) == edited


def test_that_a_long_quotation_that_is_gone_has_no_place() -> None:
    text = AROUND[0] + QUOTE + AROUND[1]
    anchor = anchor_of(QUOTE, (plain(text), one_section(text)))
    after = AROUND[0] + AROUND[1] + sentences(80, 4)
    assert not isinstance(locate(anchor, plain(after), one_section(after)), Located)
