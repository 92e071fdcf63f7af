from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.errors import LibraryDamaged, LibraryError, LibraryReadOnly
from reader.library.library import Library
from reader.library.maintenance import restore
from reader.text.spans import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def document(library: Library, add_text) -> int:
    number = add_text()
    library.annotations.add(number, Span(3, 9), colour="重点", note="请核对", author="")
    return number


def test_that_a_whole_library_is_found_whole(library: Library, document: int) -> None:
    report = library.maintenance.check()
    assert (report.ok, report.findings, report.backups) == (True, (), ())
    assert library.maintenance.is_sound()
    assert any(library.path.name in sentence for sentence in report.how_to_restore)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE annotations SET note = '请核付'", "annotation"),
        ("UPDATE annotations SET exact = 'x'", "annotation"),
        ("UPDATE sources SET text = replace(text, '3000', '8000')", "source"),
        ("UPDATE sources SET data = x'00'", "source"),
        ("DELETE FROM sources", "source"),
    ],
)
def test_that_what_sqlite_does_not_notice_is_found(library: Library, document: int, statement: str, kind: str) -> None:
    with library._store.write() as database:
        database.execute(statement)
    assert library.maintenance.is_sound()
    report = library.maintenance.check()
    assert not report.ok
    assert [finding.kind for finding in report.findings] == [kind]


def test_that_rows_without_their_document_are_found(library: Library, document: int) -> None:
    library._store.connection.execute("PRAGMA foreign_keys = OFF")
    with library._store.write() as database:
        database.execute("UPDATE readings SET document = 99")
    assert [finding.kind for finding in library.maintenance.check().findings] == ["structure"]


def test_that_everything_derived_can_be_built_anew_and_the_notes_stay(library: Library, document: int) -> None:
    opened, placements = library.documents.open(document), library.annotations.placements(document)
    with library._store.write() as database:
        database.execute("UPDATE readings SET text = '', outline = '{}', edits = '[]'")
        database.execute("DELETE FROM assignments")
    steps: list[tuple[int, int]] = []
    report = library.maintenance.check(rebuild=True, progress=lambda done, total, _: steps.append((done, total)))
    assert report.ok
    assert steps == [(0, 1), (1, 1)]
    again = library.documents.open(document)
    assert (again.reading, again.outline, again.assignments) == (opened.reading, opened.outline, opened.assignments)
    assert library.annotations.placements(document) == placements
    assert library.searching.fill() is False


def test_that_a_copy_can_be_put_back(library: Library, document: int) -> None:
    copy = library.maintenance.backup()
    library.annotations.add(document, Span(10, 12), colour="疑问", author="")
    library.documents.set_title(document, "改过的标题")
    library.maintenance.restore_from(copy)
    assert len(library.annotations.placements(document)) == 1
    assert library.documents.open(document).entry.title == "关于加快创新发展的实施意见"
    assert library.searching.search("创新").total > 0
    assert [backup.note for backup in library.maintenance.check().backups] == ["pre-restore", None]


def test_that_a_copy_that_is_no_good_is_named_and_not_put_back(library: Library, document: int, tmp_path: Path) -> None:
    bad = tmp_path / "坏备份.db"
    bad.write_bytes(b"no database")
    with pytest.raises(LibraryError, match="坏备份"):
        library.maintenance.restore_from(bad)
    assert len(library.annotations.placements(document)) == 1


def test_that_a_damaged_library_names_its_newest_copy_and_can_be_replaced_by_it(
    library: Library, document: int
) -> None:
    library.maintenance.backup()
    newest = library.maintenance.backup()
    library.close()
    library.path.write_bytes(library.path.read_bytes()[:3000])
    with pytest.raises(LibraryDamaged, match=newest.name) as damaged:
        Library.open(library.path)
    assert damaged.value.backups[0] == newest
    aside = restore(library.path, newest)
    assert aside.stat().st_size == 3000
    with Library.open(library.path) as again:
        assert again.annotations.placements(document)[0].annotation.note == "请核对"


def test_that_a_library_that_is_read_only_makes_no_copies(library: Library, document: int) -> None:
    library._store.read_only = True
    with pytest.raises(LibraryReadOnly):
        library.maintenance.backup()
    assert library.maintenance.check(rebuild=True).ok
