from __future__ import annotations

import pytest

from reader.ui.widgets.matching import FilterTexts

TEXTS = FilterTexts(["推进 数据 流通", "（一）功能定位\n一（一）", "ＡＢＣ平台", "含\0零"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("  ", [0, 1, 2, 3]),
        ("数据流通", [0]),
        ("推进 流通", [0]),
        ("流通 推进", [0]),
        ("(一)", [1]),
        ("abc", [2]),
        ("數據", [0]),
        ("推進 無此", []),
        ("含零", [3]),
    ],
)
def test_that_every_word_must_stand_in_the_folded_text(query, found):
    assert TEXTS.matches(query) == found


def test_that_no_texts_match_nothing():
    assert FilterTexts([]).matches("") == []
