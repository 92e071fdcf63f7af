from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from db.migrations import STEPS
from db.opening import open_store
from reader.comparison.judgement import Judgement, Verdict
from reader.library import derivation
from reader.library.comparisons import Comparisons, DifferenceNote, KeptState
from reader.library.errors import LibraryFull, LibraryReadOnly, NotFound
from reader.library.library import Library
from reader.library.records import Changes
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = """临江区企业服务办法

第一条 为服务企业，制定本办法。

第二条 区商务委应当在5个工作日内答复。

第三条 本办法自2024年1月1日起施行。
"""
NEW = OLD.replace("应当", "可以").replace("第三条", "第三条 区财政局负责保障。\n\n第四条")


@pytest.fixture
def pair(add_text: Callable[..., int]) -> tuple[int, int]:
    return add_text(OLD, "旧.txt"), add_text(NEW, "新.txt")


@pytest.fixture
def kept(library: Library, pair: tuple[int, int]) -> int:
    return library.comparisons.open(*pair).number


def again(library: Library, number: int) -> KeptState:
    """Return what is kept as a second opening of the library reads it."""
    library.close()
    with Library.open(library.path) as opened:
        return opened.comparisons.snapshot(number)


def test_that_a_comparison_is_kept_once_and_what_was_opened_last_comes_first(
    library: Library, pair: tuple[int, int]
) -> None:
    comparisons = library.comparisons
    assert comparisons.find(*pair) is None
    first, turned = comparisons.open(*pair), comparisons.open(*reversed(pair))
    assert [one.number for one in comparisons.all()] == [turned.number, first.number]
    assert comparisons.open(*pair).number == first.number
    assert [one.number for one in comparisons.all()] == [first.number, turned.number]
    assert (first.left, first.right, first.mode, first.direction, first.state) == (*pair, "", "peers", {})


def test_that_a_comparison_of_a_document_that_is_not_there_is_refused(library: Library, pair: tuple[int, int]) -> None:
    with pytest.raises(NotFound):
        library.comparisons.open(pair[0], 99)
    with pytest.raises(NotFound, match="编号为99的比对"):
        library.comparisons.snapshot(99)


def test_that_mode_and_state_are_found_again(library: Library, pair: tuple[int, int], kept: int) -> None:
    changes = library.comparisons.set_mode(kept, "topics", "downward")
    assert changes == Changes(frozenset(pair), frozenset(("comparisons",)))
    library.comparisons.keep_state(kept, {"layout": "column", "places": [3, 0.5]})
    found = again(library, kept).kept
    assert (found.mode, found.direction, found.state) == (
        "topics",
        "downward",
        {"layout": "column", "places": [3, 0.5]},
    )


@pytest.mark.parametrize("wrong", [("rhyme", "peers"), ("topics", "upward")])
def test_that_a_mode_that_does_not_exist_is_refused(library: Library, kept: int, wrong: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="no such comparison"):
        library.comparisons.set_mode(kept, *wrong)


def test_that_pins_and_breaks_are_kept_and_released(library: Library, kept: int) -> None:
    comparisons = library.comparisons
    comparisons.pin(kept, 2, 3)
    comparisons.part(kept, 3, 3)
    comparisons.part(kept, 0, 0)
    assert comparisons.snapshot(kept)[1:4] == (((2, 3),), ((3, 3), (0, 0)), 0)
    comparisons.pin(kept, 3, 3)
    assert comparisons.snapshot(kept)[1:4] == (((3, 3),), ((0, 0),), 0)
    comparisons.release(kept, 3, 3)
    comparisons.release(kept, 1, 1)
    assert again(library, kept)[1:4] == ((), ((0, 0),), 0)


def test_that_pins_and_breaks_hold_when_the_documents_are_first_laid_the_other_way_round(
    library: Library, pair: tuple[int, int], kept: int
) -> None:
    library.comparisons.pin(kept, 1, 2)
    library.comparisons.part(kept, 3, 4)
    turned = library.comparisons.open(*reversed(pair)).number
    state = library.comparisons.snapshot(turned)
    assert (state.pins, state.breaks) == (((2, 1),), ((4, 3),))
    library.comparisons.release(kept, 1, 2)
    assert library.comparisons.snapshot(library.comparisons.open(*reversed(pair)).number).pins == ((2, 1),)


@pytest.mark.parametrize("wrong", [(-1, 1), (1, 99)])
def test_that_a_section_that_is_not_there_is_refused(library: Library, kept: int, wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no section"):
        library.comparisons.pin(kept, *wrong)
    assert library.comparisons.snapshot(kept).pins == ()


def test_that_decisions_follow_their_sections_when_the_document_is_derived_anew(
    library: Library, pair: tuple[int, int], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.comparisons.pin(kept, 3, 3)
    library.comparisons.pin(kept, 2, 2)
    library.comparisons.judge(kept, 2, Judgement(Verdict.WEAKENED))
    library.comparisons.judge(kept, 3, Judgement(Verdict.MISSING))
    whole = derivation.parse
    with monkeypatch.context() as patched:  # as another version of the program might read it
        patched.setattr(derivation, "parse", lambda text: whole(text.replace("第二条", "第二跳")))
        library.documents.rederive(pair[0])
        state = library.comparisons.snapshot(kept)
        assert (state.pins, state.lost) == (((2, 3),), 2)
        assert {section: said.verdict for section, said in state.judgements.items()} == {2: Verdict.MISSING}
    library.documents.rederive(pair[0])
    state = library.comparisons.snapshot(kept)
    assert (state.pins, state.lost, len(state.judgements)) == (((3, 3), (2, 2)), 0, 2)


def test_that_what_the_user_says_of_a_clause_is_kept_until_it_is_forgotten(library: Library, kept: int) -> None:
    comparisons = library.comparisons
    comparisons.judge(kept, 2, Judgement(Verdict.WEAKENED, "少了时限\0", "王", "2024-11-01T08:00:00+00:00"))
    comparisons.judge(kept, 1, Judgement(None, "请核"))
    comparisons.judge(kept, 3, Judgement(Verdict.MISSING))
    comparisons.judge(kept, 3, Judgement(None))
    found = again(library, kept).judgements
    assert found[2] == Judgement(Verdict.WEAKENED, "少了时限\ufffd", "王", "2024-11-01T08:00:00+00:00")
    assert (found[1].verdict, found[1].remark, bool(found[1].made_at)) == (None, "请核", True)
    assert found.keys() == {1, 2}


def test_that_a_judgement_is_taken_back(library: Library, kept: int) -> None:
    library.comparisons.judge(kept, 2, Judgement(Verdict.REFINED))
    library.comparisons.judge(kept, 2, None)
    assert library.comparisons.snapshot(kept).judgements == {}


def noted(library: Library, kept: int, span: Span, side: str = "right") -> int:
    placement = library.comparisons.add_note(
        kept, side, span, note="请核", colour="疑问", author="王", left_section=2, right_section=2, kind="obligation",
        other="应当",
    )  # fmt: skip
    return placement.annotation.number


def test_that_a_note_on_a_difference_belongs_to_the_document_and_to_the_comparison(
    library: Library, pair: tuple[int, int], kept: int
) -> None:
    at = library.documents.open(pair[1]).reading.text.index("可以")
    number = noted(library, kept, Span(at, at + 2))
    (placement,) = library.annotations.placements(pair[1])
    assert (placement.annotation.note, placement.annotation.anchor.exact, placement.section) == ("请核", "可以", 2)
    assert library.comparisons.snapshot(kept).notes == (DifferenceNote(number, 2, 2, "obligation", "应当", "right"),)
    library.annotations.delete(number)
    assert library.comparisons.snapshot(kept).notes == ()
    library.annotations.restore(number)
    assert len(again(library, kept).notes) == 1


def test_that_a_note_is_kept_in_both_places_or_in_none(
    library: Library, pair: tuple[int, int], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_rest: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reader.library.comparisons.table.note", fails)
    with pytest.raises(ZeroDivisionError):
        noted(library, kept, Span(0, 3), "left")
    assert library.annotations.placements(pair[0]) == ()


@pytest.mark.parametrize(("side", "span"), [("above", Span(0, 3)), ("left", Span(3, 3))])
def test_that_a_note_on_nothing_is_refused(library: Library, kept: int, side: str, span: Span) -> None:
    with pytest.raises(ValueError, match="no "):
        noted(library, kept, span, side)
    assert library.comparisons.snapshot(kept).notes == ()


def test_that_a_deleted_comparison_comes_back_with_all_that_was_decided(
    library: Library, pair: tuple[int, int], kept: int
) -> None:
    comparisons = library.comparisons
    comparisons.pin(kept, 2, 3)
    comparisons.delete(kept)
    assert comparisons.all() == ()
    fresh = comparisons.open(*pair)
    assert fresh.number != kept
    assert comparisons.snapshot(fresh.number).pins == ()
    comparisons.restore(kept)
    assert comparisons.open(*pair).number == kept
    assert again(library, kept).pins == ((2, 3),)


def test_that_documents_in_the_bin_hide_their_comparison(library: Library, pair: tuple[int, int], kept: int) -> None:
    library.comparisons.pin(kept, 2, 3)
    library.documents.bin(pair[1])
    assert library.comparisons.all() == ()
    library.documents.unbin(pair[1])
    assert [one.number for one in library.comparisons.all()] == [kept]
    assert library.comparisons.snapshot(kept).pins == ((2, 3),)
    library.documents.purge(pair[1])
    assert library.comparisons.all() == ()
    with pytest.raises(NotFound):
        library.comparisons.snapshot(kept)
    assert library.maintenance.check().ok


def test_that_damage_is_told_and_what_is_damaged_no_longer_holds(library: Library, kept: int) -> None:
    library.comparisons.pin(kept, 2, 3)
    library.comparisons.judge(kept, 2, Judgement(Verdict.WEAKENED, "少了时限"))
    with library._store.write() as database:
        database.execute("UPDATE comparison_links SET right_start = right_start + 1")
        database.execute("UPDATE comparison_judgements SET remark = '少了时眼'")
    state = library.comparisons.snapshot(kept)
    assert (state.pins, state.judgements, state.lost) == ((), {}, 0)
    (finding,) = library.maintenance.check().findings
    assert (finding.kind, finding.detail) == ("comparison", f"第{kept}号比对的内容与保存时不一致，不一致的不再采用。")


@pytest.mark.parametrize("state", ["[1", "[]", "\ufffd"])
def test_that_a_state_that_cannot_be_read_is_none(library: Library, kept: int, state: str) -> None:
    with library._store.write() as database:
        database.execute("UPDATE comparisons SET state = ?", (state,))
    assert library.comparisons.snapshot(kept).kept.state == {}


def read_only(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    library.close()
    monkeypatch.setattr("db.opening.os.access", lambda _path, mode: mode != 2)
    return Library.open(library.path)


def test_that_a_library_that_cannot_be_written_compares_and_keeps_nothing(
    library: Library, pair: tuple[int, int], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.comparisons.pin(kept, 2, 3)
    with read_only(library, monkeypatch) as opened:
        before = hashlib.sha256(opened.path.read_bytes()).digest()
        comparisons = opened.comparisons
        assert comparisons.open(*reversed(pair)).number == 0
        comparisons.keep_state(0, {"row": 3})
        comparisons.keep_state(kept, {"row": 3})
        assert comparisons.open(*pair).number == kept
        assert comparisons.snapshot(kept).pins == ((2, 3),)
        with pytest.raises(LibraryReadOnly):
            comparisons.pin(kept, 1, 1)
        assert hashlib.sha256(opened.path.read_bytes()).digest() == before


def test_that_a_full_disk_does_not_keep_two_documents_from_being_compared(
    library: Library, pair: tuple[int, int], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_rest: object) -> None:
        raise LibraryFull("磁盘空间不足。")

    monkeypatch.setattr("reader.library.comparisons.table.insert", full)
    monkeypatch.setattr("reader.library.comparisons.table.update", full)
    assert library.comparisons.open(*pair).number == kept
    assert library.comparisons.open(*reversed(pair)).number == 0
    with pytest.raises(LibraryFull):
        library.comparisons.set_mode(kept, "topics", "peers")


def test_that_a_library_read_by_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    open_store(path, steps=STEPS[:4]).close()
    with Library.open(path) as library:
        assert isinstance(library.comparisons, Comparisons)
        assert library.comparisons.all() == ()
        assert library.documents.entries() == ()
