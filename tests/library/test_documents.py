from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library.derivation import derive
from reader.library.errors import LibraryReadOnly, NotFound
from reader.library.ingest import import_paths, prepare
from reader.text.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.library import Library


def span_of(library: Library, number: int, quote: str) -> Span:
    at = library.documents.open(number).reading.simplified.index(quote)
    return Span(at, at + len(quote))


def test_that_an_opened_document_is_what_was_derived(library: Library, add_text, text: str) -> None:
    opened, derived = library.documents.open(add_text()), derive(text)
    assert opened.source == text
    assert (opened.reading, opened.front, opened.outline) == (derived.reading, derived.front, derived.outline)
    assert (opened.assignments, opened.findings) == (derived.assignments, derived.findings)
    assert opened.outline.sections[1].body == derived.outline.sections[1].body


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.sampled_from("一二三、（(1.）)创新責任單位：，市科委\n \u3000𠮷（mào）附件"), min_size=1, max_size=400)
)
def test_that_any_text_comes_back_as_it_was_derived(library: Library, tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text("文" + text, encoding="utf-8", newline="")
    prepared = prepare(file)
    opened = library.documents.open(library.documents.store(prepared).number)
    derived = derive(prepared.source.text)
    assert opened.source == prepared.source.text
    assert (opened.reading, opened.front, opened.outline) == (derived.reading, derived.front, derived.outline)
    assert (opened.assignments, opened.findings) == (derived.assignments, derived.findings)


def test_that_the_list_shows_what_is_known_of_a_document(library: Library, add_text) -> None:
    (entry,) = (library.documents.entries(), add_text(), library.documents.entries())[2]
    assert (entry.title, entry.file) == ("关于加快创新发展的实施意见", "意见.txt")
    assert (entry.sections, entry.units, entry.notes) == (5, 3, 0)
    assert (entry.doc_number, entry.issued_on, entry.binned_at, entry.title_typed) == (None, None, None, False)


def test_that_a_document_without_title_is_listed_under_its_file_name(library: Library, add_text) -> None:
    number = add_text("一、甲。\n二、乙。\n", "没有标题.txt")
    assert library.documents.entry(number).title == "没有标题"
    assert library.documents.open(number).front.title is None


def test_that_the_original_bytes_are_kept(library: Library, tmp_path: Path, text: str) -> None:
    file = tmp_path / "国标.txt"
    file.write_bytes(text.encode("gb18030"))
    number = import_paths(library, [file]).imported[0].number
    assert library.documents.data(number) == text.encode("gb18030")
    assert library.documents.open(number).source == text


def test_that_the_same_bytes_stay_one_document(library: Library, add_text) -> None:
    assert add_text() == add_text(name="另名.txt")
    assert len(library.documents.entries()) == 1


def test_that_a_binned_document_leaves_the_list_and_comes_back_with_its_notes(library: Library, add_text) -> None:
    number = add_text()
    library.annotations.add(number, span_of(library, number, "标杆城区"), colour="重点", author="")
    changes = library.documents.bin(number)
    assert (changes.documents, changes.kinds) == ({number}, {"documents"})
    assert library.documents.entries() == ()
    assert [entry.number for entry in library.documents.entries(binned=True)] == [number]
    library.documents.unbin(number)
    assert [(entry.number, entry.notes) for entry in library.documents.entries()] == [(number, 1)]


def test_that_importing_a_binned_document_again_takes_it_out_of_the_bin(library: Library, add_text) -> None:
    number = add_text()
    library.documents.bin(number)
    assert add_text() == number
    assert [entry.number for entry in library.documents.entries()] == [number]


def test_that_a_purged_document_leaves_nothing_and_its_number_is_not_given_again(library: Library, add_text) -> None:
    number = add_text()
    annotation = library.annotations.add(number, span_of(library, number, "标杆"), colour="重点", author="").annotation
    library.documents.purge(number)
    with pytest.raises(NotFound):
        library.documents.open(number)
    with pytest.raises(NotFound):
        library.annotations.placement(annotation.number)
    assert add_text() > number


def test_that_a_purged_text_cannot_be_read_from_the_file(library: Library, add_text) -> None:
    number = add_text("一、甲。机要暗号七三九一。\n")
    library.documents.purge(number)
    library.searching.fill(1000)
    for file in library.path.parent.glob("library*"):
        assert "机要暗号".encode() not in file.read_bytes()


def test_that_a_typed_title_is_shown_and_can_be_taken_back(library: Library, add_text) -> None:
    number = add_text()
    library.documents.set_title(number, "  另一个\n标题 ")
    entry = library.documents.open(number).entry
    assert (entry.title, entry.title_typed) == ("另一个 标题", True)
    library.documents.rederive(number)
    assert library.documents.entry(number).title == "另一个 标题"
    library.documents.set_title(number, None)
    entry = library.documents.entry(number)
    assert (entry.title, entry.title_typed) == ("关于加快创新发展的实施意见", False)


def test_that_an_edit_taken_back_stays_taken_back_until_it_is_applied_again(library: Library, add_text) -> None:
    number = add_text("一、甲乙丙(丁),戊己。\n")
    before = library.documents.open(number).reading
    edit = next(edit for edit in before.edits if edit.replacement == "，")
    library.documents.take_back(number, edit)
    assert edit not in library.documents.open(number).reading.edits
    library.documents.rederive(number)
    assert "," in library.documents.open(number).reading.text
    library.documents.apply_again(number, edit)
    assert library.documents.open(number).reading == before


def test_that_notes_stay_where_they_are_when_a_document_is_derived_anew(library: Library, add_text) -> None:
    number = add_text("关于某事的意见\n\n一、甲乙丙(丁),戊己。\n二、庚辛,壬癸。\n")
    placed = library.annotations.add(number, span_of(library, number, "壬癸"), colour="重点", author="")
    edit = next(edit for edit in library.documents.open(number).reading.edits if edit.replacement == "，")
    library.documents.take_back(number, edit)
    library.documents.rederive(number)
    assert library.annotations.placements(number) == (placed,)


def test_that_a_stale_reading_is_derived_anew_when_it_is_opened(library: Library, add_text) -> None:
    number = add_text()
    before = library.documents.open(number)
    with library._store.write() as database:
        database.execute("UPDATE readings SET derivation = 0, text = 'alt', outline = '{}'")
    library.documents.drop_cache()
    assert library.documents.stale() == (number,)
    assert library.documents.open(number).reading == before.reading
    assert library.documents.stale() == ()


def test_that_a_damaged_or_lost_reading_is_derived_anew_when_it_is_opened(library: Library, add_text) -> None:
    number = add_text()
    before = library.documents.open(number)
    for statement in ("UPDATE readings SET outline = '{\"starts'", "DELETE FROM readings"):
        with library._store.write() as database:
            database.execute(statement)
        library.documents.drop_cache()
        assert library.documents.open(number).outline == before.outline


def test_that_a_stale_reading_of_a_library_that_is_read_only_is_derived_for_this_time(
    library: Library, add_text
) -> None:
    number = add_text()
    before = library.documents.open(number)
    with library._store.write() as database:
        database.execute("UPDATE readings SET derivation = 0, text = 'alt'")
    library.documents.drop_cache()
    library._store.read_only = True
    assert library.documents.open(number).reading == before.reading
    with pytest.raises(LibraryReadOnly):
        library.documents.bin(number)


def test_that_a_number_that_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(NotFound, match="编号为7的文件"):
        library.documents.open(7)


def test_that_more_documents_than_are_kept_open_can_be_opened_in_turn(library: Library, add_text) -> None:
    numbers = [add_text(f"一、第{i}份文件。\n", f"{i}.txt") for i in range(7)]
    for number in numbers + numbers:
        assert library.documents.open(number).entry.number == number
