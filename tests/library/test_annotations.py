from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library.errors import NotFound
from reader.library.library import Library
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.anchoring.anchor import Placement


@pytest.fixture
def document(add_text) -> int:
    return add_text()


@pytest.fixture
def placed(library: Library, document: int) -> Placement:
    return library.annotations.add(
        document, span_of(library, document, "标杆城区"), colour="重点", tags=["核心"], note="请核对", author="王芳"
    )


def span_of(library: Library, number: int, quote: str) -> Span:
    at = library.documents.open(number).reading.simplified.index(quote)
    return Span(at, at + len(quote))


def test_that_an_annotation_comes_back_as_it_was_made(library: Library, document: int, placed: Placement) -> None:
    assert library.annotations.placements(document) == (placed,)
    assert (placed.status, placed.path) == ("located", "一、")
    annotation = placed.annotation
    assert (annotation.anchor.exact, annotation.note, annotation.tags) == ("标杆城区", "请核对", ("核心",))
    assert library.documents.open(document).source[annotation.anchor.start : annotation.anchor.end] == "标杆城区"


def test_that_annotations_survive_closing_the_library(library: Library, document: int, placed: Placement) -> None:
    library.close()
    with Library.open(library.path) as again:
        assert again.annotations.placements(document) == (placed,)


def test_that_annotations_come_in_the_order_of_the_text(library: Library, document: int, placed: Placement) -> None:
    earlier = library.annotations.add(document, span_of(library, document, "创新"), colour="疑问", author="")
    assert library.annotations.placements(document) == (earlier, placed)


def test_that_only_what_is_given_is_changed(library: Library, placed: Placement) -> None:
    number = placed.annotation.number
    changed = library.annotations.change(number, colour="疑问", style="wavy").annotation
    assert (changed.colour, changed.style, changed.note, changed.tags) == ("疑问", "wavy", "请核对", ("核心",))
    changed = library.annotations.change(number, note="", tags=()).annotation
    assert (changed.colour, changed.note, changed.tags) == ("疑问", "", ())
    assert library.annotations.placement(number).annotation == changed


def test_that_a_change_that_changes_nothing_is_not_written(library: Library, placed: Placement) -> None:
    before = library._store.seq
    library.annotations.change(placed.annotation.number, note="请核对")
    assert library._store.seq == before


def test_that_a_deleted_annotation_can_be_restored(library: Library, document: int, placed: Placement) -> None:
    changes = library.annotations.delete(placed.annotation.number)
    assert (changes.documents, changes.kinds) == ({document}, {"annotations"})
    assert library.annotations.placements(document) == ()
    assert library.documents.entry(document).notes == 0
    library.annotations.restore(placed.annotation.number)
    assert library.annotations.placements(document) == (placed,)


def test_that_an_annotation_can_be_given_another_place(library: Library, document: int, placed: Placement) -> None:
    moved = library.annotations.reattach(placed.annotation.number, span_of(library, document, "研发中心"))
    assert (moved.path, moved.annotation.anchor.exact) == ("二、/(一)", "研发中心")
    assert moved.annotation.uuid == placed.annotation.uuid
    assert library.annotations.placements(document) == (moved,)


def test_that_an_annotation_needs_characters_and_a_known_style(library: Library, document: int) -> None:
    with pytest.raises(ValueError, match="no text"):
        library.annotations.add(document, Span(5, 5), colour="重点", author="")
    with pytest.raises(ValueError, match="style"):
        library.annotations.add(document, Span(5, 6), style="blink", colour="重点", author="")
    assert library.annotations.placements(document) == ()


def test_that_an_annotation_that_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(NotFound, match="编号为3的批注"):
        library.annotations.delete(3)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(st.characters(), max_size=50), tag=st.text(st.characters(), max_size=9), author=st.text(max_size=9))
def test_that_any_words_can_be_kept(
    library: Library, document: int, placed: Placement, note: str, tag: str, author: str
) -> None:
    number = library.annotations.add(
        document, Span(3, 9), colour="重点", tags=[tag], note=note, author=author
    ).annotation.number
    kept = library.annotations.placement(number).annotation
    assert kept.note == "".join("\ufffd" * _width(c) if _is_unfit(c) else c for c in note)
    assert library.maintenance.check().ok


def _is_unfit(character: str) -> bool:
    return character == "\0" or "\ud800" <= character <= "\udfff"


def _width(character: str) -> int:
    return 1 if character == "\0" else 3


def test_that_one_unreadable_text_does_not_hide_the_other_notes(
    library: Library, document: int, placed: Placement
) -> None:
    other = library.annotations.add(document, Span(3, 9), colour="重点", author="")
    with library._store.write() as database:
        database.execute(
            "UPDATE annotations SET note = CAST(x'e8afb7ff' AS TEXT) WHERE number = ?", (other.annotation.number,)
        )
    notes = {p.annotation.number: p.annotation.note for p in library.annotations.placements(document)}
    assert notes == {placed.annotation.number: "请核对", other.annotation.number: "请\ufffd"}
    assert [f.annotation for f in library.maintenance.check().findings] == [other.annotation.number]
