from __future__ import annotations

import pytest

from reader.anchoring.facts import facts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("到2025年底前达到80%", ("2025年底前", "80%")),
        ("自2024年10月25日起三十日内", ("2024年10月25日", "三十日内")),
        ("按照沪府发[2024]11号执行", ("沪府发[2024]11号",)),
        ("总面积约45平方公里,产值1.5亿元", ("45平方公里", "1.5亿元")),
        ("提高百分之三十", ("百分之三十",)),
        ("“十四五”时期", ("十四五",)),
        ("建设一个平台,统一部署一批项目", ()),
        ("市科委、市财政局", ("市科委", "市财政局")),
    ],
)
def test_that_facts_are_read_whole(text: str, found: tuple[str, ...]) -> None:
    assert facts(text) == found
