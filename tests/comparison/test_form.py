"""Differences of form alone, told where they are asked for."""

from __future__ import annotations

import pytest

from reader.comparison.differences import changes
from reader.comparison.passages import Passage, passages
from reader.comparison.tokens import Tokenizer
from tests.comparison.builders import side


def passage(text: str) -> Passage:
    return passages(side(f"一、 标题|{text}"))[1]


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    found = changes(passage(left), passage(right), Tokenizer(), form=True)
    return [(change.left, change.right, change.kind) for change in found]


@pytest.mark.parametrize(
    ("left", "right", "told_as"),
    [
        ("推进“放管服”改革", '推进"放管服"改革', [("“", '"'), ("”", '"')]),
        ("改革（试点）方案", "改革(试点)方案", [("（", "("), ("）", ")")]),
        ("到２０２４年底", "到2024年底", [("２０２４", "2024")]),
        ("2024 年", "2024年", [(" ", "")]),
        ("各区：", "各区:", [("：", ":")]),
    ],
)
def test_that_width_blanks_and_quotation_marks_are_told(left: str, right: str, told_as: list[tuple[str, str]]) -> None:
    assert told(left, right) == [(*change, "form") for change in told_as]


def test_that_form_stands_between_the_changes_of_words_in_order() -> None:
    found = told("应当推进“放管服”改革，2024 年完成", "可以推进「放管服」改革，2025年完成")
    assert found == [
        ("应当", "可以", "obligation"),
        ("“", "「", "form"),
        ("”", "」", "form"),
        ("2024 年", "2025年", "number"),
    ]


def test_that_equal_texts_have_no_differences_of_form() -> None:
    assert told("推进“放管服”改革", "推进“放管服”改革") == []


def test_that_script_is_told_where_the_texts_are_given_as_they_are_written() -> None:
    left, right = passage("优化贸易环境"), passage("优化贸易环境")
    written = (left.whole.replace("优化贸易环境", "優化貿易環境"), right.whole)
    found = changes(left, right, Tokenizer(), form=True, written=written)
    assert [(c.left, c.right, c.kind) for c in found] == [
        ("優", "优", "form"),
        ("貿", "贸", "form"),
        ("環", "环", "form"),
    ]
