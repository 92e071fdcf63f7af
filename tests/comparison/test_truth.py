"""Eleven pairs of old and new law texts, read by hand: which article answers which, what was split, added, removed."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.comparison.compare import compare
from reader.comparison.records import Side
from reader.importers import read_document
from reader.library.derivation import derive
from reader.text.numerals import to_han

if TYPE_CHECKING:
    from reader.comparison.records import Comparison

ROOT = Path(__file__).resolve().parents[2]
LAWS = ROOT.parent / "shared" / "corpus" / "law_pairs"
TRUTHS = sorted((ROOT / "tests" / "gold" / "comparison").glob("*.json"))

pytestmark = pytest.mark.skipif(not LAWS.is_dir(), reason="../shared/corpus is not here")
each_truth = pytest.mark.parametrize("file", TRUTHS, ids=lambda file: file.stem[:12])


def articles(side: Side, count: int) -> list[int]:
    """Return the section numbers of 第一条 to 第…条."""
    sections = {section.marker: section.number for section in reversed(side.outline.sections)}
    return [sections[f"第{to_han(number)}条"] for number in range(1, count + 1)]


class Found:
    """What the comparison says of the articles of a pair, by their numbers."""

    def __init__(self, truth: dict[str, Any]) -> None:
        self.left, self.right = (_side(LAWS / f"{truth['name']}_{age}.txt") for age in ("old", "new"))
        self.comparison: Comparison = compare(self.left, self.right, mode="editions")
        lefts, rights = (articles(s, n) for s, n in zip((self.left, self.right), truth["articles"], strict=True))
        self._lefts = {section: number for number, section in enumerate(lefts, 1)}
        self._rights = {section: number for number, section in enumerate(rights, 1)}
        self.links: set[tuple[int, int]] = set()
        self.moved: set[int] = set()
        for pair in self.comparison.pairs:
            here = [self._lefts[s] for s in pair.lefts if s in self._lefts]
            there = [self._rights[s] for s in pair.rights if s in self._rights]
            if not here:  # an item that became an article of its own
                here = [self._article(s) for s in pair.lefts if there]
            self.links |= {(a, b) for a in here for b in there}
            self.moved |= set(here) if pair.status == "moved" else set()

    def changed(self) -> set[int]:
        """Return the left articles in which, or in whose items, more than form differs."""
        out = set()
        for pair in self.comparison.pairs:
            differs = pair.status in ("removed", "added") or any(c.kind != "form" for c in pair.changes)
            if differs and pair.left is not None:
                out.add(self._article(pair.left))
            if differs and pair.left is None and pair.right is not None:  # an item that is new
                above = self._above(self.right, pair.right, self._rights)
                out |= {a for a, b in self.links if b == above}
        return out - {0}

    def _article(self, section: int) -> int:
        return self._above(self.left, section, self._lefts)

    @staticmethod
    def _above(side: Side, section: int | None, numbers: dict[int, int]) -> int:
        while section is not None and section not in numbers:
            section = side.outline.sections[section].parent
        return 0 if section is None else numbers[section]


@lru_cache
def _side(path: Path) -> Side:
    derived = derive(read_document(path).source)
    return Side(derived.reading, derived.outline, derived.front, derived.assignments)


@lru_cache
def read(file: Path) -> tuple[dict[str, Any], Found]:
    truth = json.loads(file.read_text(encoding="utf-8"))
    return truth, Found(truth)


def true_links(truth: dict[str, Any]) -> set[tuple[int, int]]:
    return {(int(left), right) for left, rights in truth["answers"].items() for right in rights}


def doubtful(truth: dict[str, Any]) -> set[tuple[int, int]]:
    return {(int(left), right) for left, rights in truth["either"].items() for right in rights}


@each_truth
def test_that_each_article_finds_the_one_that_answers_it(file: Path) -> None:
    truth, found = read(file)
    links = found.links - doubtful(truth)
    assert (true_links(truth) - links, links - true_links(truth)) == (set(), set())


@each_truth
def test_that_articles_whose_words_are_the_same_have_no_changes(file: Path) -> None:
    truth, found = read(file)
    unchanged = {int(left) for left in truth["answers"]} - set(truth["changed"])
    assert found.changed() & unchanged == set()


@each_truth
def test_that_edited_articles_are_told(file: Path) -> None:
    truth, found = read(file)
    assert set(truth["changed"]) - found.changed() == set()


@each_truth
def test_that_what_kept_its_order_is_not_moved(file: Path) -> None:
    truth, found = read(file)
    if truth["moved"]:
        assert set(truth["moved"]) <= found.moved
    else:
        assert found.moved == set()
