"""The documents that come with the program, compared with one another."""

from __future__ import annotations

from functools import lru_cache

import pytest

from reader.comparison.compare import compare
from reader.comparison.records import ANSWER, Side
from reader.importers import read_document
from reader.library.derivation import derive
from reader.paths import resource_path

WEB, PDF = "杨浦联动创新区实施意见（网页）", "杨浦联动创新区实施意见（PDF文本）"
OTHER_DISTRICT = "徐汇联动创新区建设方案（繁体）"
# Which tasks of the one district (三、1 to 18) are taken up by which of the other (二、1 to 20), read by hand; and what
# the one says of its aims and its area.
ANSWERS = {
    "一、": {"(一)"}, "二、": {"(二)", "——"},
    "2.": {"2.", "6."}, "3.": {"6."}, "4.": {"3."}, "5.": {"3.", "5."}, "6.": {"13.", "7."}, "7.": {"18."}, "8.": {"11."},
    "9.": {"5.", "10."}, "10.": {"8."}, "15.": {"15."}, "17.": {"14."}, "18.": {"19."},
}  # fmt: skip
UNANSWERED = {"1.", "11.", "12.", "14."}


@lru_cache
def bundled(name: str) -> Side:
    derived = derive(read_document(resource_path("documents") / f"{name}.txt").source)
    return Side(derived.reading, derived.outline, derived.front, derived.assignments)


@pytest.mark.parametrize(("left", "right"), [(WEB, PDF), (PDF, WEB)])
def test_that_the_web_copy_says_the_same_as_the_printed_document(left: str, right: str) -> None:
    comparison = compare(bundled(left), bundled(right))
    assert comparison.mode == "editions"
    assert {pair.status for pair in comparison.pairs} == {"same"}
    assert comparison.verdict() == "正文一致；版头、版记仅一方有"


def _answers() -> dict[str, list[str]]:
    left, right = bundled(OTHER_DISTRICT), bundled(WEB)
    found: dict[str, list[str]] = {}
    for pair in compare(left, right).pairs:
        assert pair.left is not None
        answers = found.setdefault(left.outline.sections[pair.left].path.rpartition("/")[2], [])
        if pair.right is not None:
            answers.append(right.outline.sections[pair.right].path.rpartition("/")[2])
    return found


def test_that_tasks_of_one_district_find_those_of_another() -> None:
    found = _answers()
    at_first = [task for task, answers in ANSWERS.items() if found[task][:1] and found[task][0] in answers]
    at_three = [task for task, answers in ANSWERS.items() if answers & set(found[task][:3])]
    assert len(at_first) >= 13
    assert len(at_three) == len(ANSWERS)


def test_that_the_best_answer_is_right_where_it_is_told_as_one() -> None:
    left, right = bundled(OTHER_DISTRICT), bundled(WEB)
    best = {pair.left: pair for pair in reversed(compare(left, right).pairs) if pair.level == ANSWER}
    for task, expected in ANSWERS.items():
        number = next(s.number for s in left.outline.sections if s.path.rpartition("/")[2] == task)
        if number in best:
            answer = best[number].right
            assert answer is not None
            assert right.outline.sections[answer].path.rpartition("/")[2] in expected


def test_that_tasks_of_one_district_alone_have_no_answer() -> None:
    found = _answers()
    assert {task for task in UNANSWERED if found[task]} == set()
