from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from reader.comparison.judgement import Judgement, Verdict
from reader.library.errors import LibraryError
from reader.library.ingest import BUNDLED, import_paths
from reader.library.library import Library
from reader.text.spans import Span
from reader.units.corrections import correction
from reader.units.identity import Same
from reader.units.roster import RosterEntry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with Library.open(path) as library:
        import_paths(library, sorted(BUNDLED.iterdir())[:1])
        kept = library.comparisons.open(1, 1).number
        for i in range(30):
            span = Span(10 * i, 10 * i + 9)
            library.annotations.add(1, span, colour="重点", note=f"批注{i}", author="王")
        opened = library.documents.open(1)
        for assignment in opened.assignments[:5]:
            made = correction("rename", assignment.units[0], assignment, opened.reading, name="区新局")
            library.units.correct(1, made)
        library.units.set_roster([RosterEntry(f"上海市杨浦区第{i}局", rank=i) for i in range(30)])
        library.units.decide_same(Same("甲局", "乙局", ""))
        for i in range(20):
            library.comparisons.pin(kept, i, i + 1)
            library.comparisons.judge(kept, i, Judgement(Verdict.REFINED, f"说明{i}"))
        library.comparisons.keep_state(kept, {"row": 3})
        library.drafts.set(1, stage="送审稿")
    return path.read_bytes()


def damaged(data: bytes, seed: int) -> bytes:
    dice, spoiled = random.Random(seed), bytearray(data)
    for _ in range(dice.choice((1, 1, 8, 200))):
        spoiled[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    if dice.random() < 0.2:
        page = dice.randrange(len(data) // 4096) * 4096
        spoiled[page : page + 4096] = bytes(4096)
    return bytes(spoiled)


def use(library: Library) -> int:
    """Do what a reader does; return how many times it was told that the library is damaged."""
    told = 0
    for step in (
        library.documents.entries,
        lambda: library.documents.open(1).outline.at(5),
        lambda: library.annotations.placements(1),
        lambda: library.searching.search("创新"),
        lambda: library.searching.fill(20),
        lambda: library.annotations.add(1, Span(3, 9), colour="重点", author=""),
        lambda: library.session.get("open"),
        lambda: [library.units.clauses(unit.key) for unit in library.units.ledger().units],
        lambda: library.units.own_counts(["区新局"]),
        lambda: library.units.set_roster(library.units.roster()),
        lambda: [library.comparisons.snapshot(one.number) for one in library.comparisons.all()],
        lambda: library.comparisons.pin(library.comparisons.open(1, 1).number, 2, 2),
        lambda: library.drafts.series(1),
        lambda: [library.units.withdraw(1, made.uuid) for made in library.units.corrections(1)],
    ):
        try:
            step()
        except LibraryError as error:
            told += error.message.endswith("。")
    return told


def attempt(path: Path) -> Library | LibraryError:
    try:
        return Library.open(path)
    except LibraryError as error:
        return error


@pytest.mark.parametrize("seed", range(40))
def test_that_flipped_bits_end_in_a_sentence_or_in_nothing_worse(whole: bytes, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(damaged(whole, seed))
    opened = attempt(path)
    if isinstance(opened, LibraryError):
        assert "library.db" in opened.message
        assert path.read_bytes() == damaged(whole, seed)
        return
    with opened:
        assert not (use(opened) and opened.maintenance.check().ok)


@pytest.mark.parametrize("column", ["text", "outline", "edits", "findings", "front"])
def test_that_a_flipped_bit_in_what_was_derived_is_never_shown(library: Library, add_text, column: str) -> None:
    number = add_text()
    before = library.documents.open(number)
    library.documents.drop_cache()
    with library._store.write() as database:
        database.execute(f"UPDATE readings SET {column} = replace({column}, '1', '3') || ' '")
    after = library.documents.open(number)
    assert (after.reading, after.outline, after.front) == (before.reading, before.outline, before.front)
