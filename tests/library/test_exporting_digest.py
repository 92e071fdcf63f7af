from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.export.atomic import ExportFailed
from reader.export.digest import DigestChoice
from reader.export.digest_blocks import themes
from reader.library.exporting_digest import digest_of, export_digest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library.library import Library


@pytest.fixture
def taken(library: Library, add_text: Callable[..., int]) -> int:
    document = add_text()
    sections = {s.path: s.number for s in library.documents.open(document).outline.sections}
    library.excerpts.add_clause(document, sections["二、/(二)"])
    first = library.excerpts.add_clause(document, sections["二、/(一)"], "科技")
    library.excerpts.remark(first.number, "请核")
    return document


def test_that_a_digest_is_what_was_chosen_in_its_order(library: Library, taken: int) -> None:
    digest = digest_of(library.excerpts.all(), library.documents, DigestChoice(form="short"))
    found = [(t.heading, p.text[:6], p.source, p.remark) for t in themes(digest) for p in t.passages]
    assert found == [
        ("一、科技", "（一）推进科", "《关于加快创新发展的实施意见》二（一）", "请核"),
        ("二、其他", "（二）推进人", "《关于加快创新发展的实施意见》二（二）", ""),
    ]


def test_that_a_digest_is_written_as_its_name_ends(library: Library, taken: int, tmp_path: Path) -> None:
    digest = digest_of(library.excerpts.all(), library.documents)
    for suffix in (".docx", ".xlsx", ".html", ".txt", ".md"):
        file = tmp_path / f"摘编{suffix}"
        assert export_digest(digest, file, author="王敏") == 2
        assert file.stat().st_size > 100
    with pytest.raises(ValueError, match="no such format"):
        export_digest(digest, tmp_path / "摘编.pdf")
    with pytest.raises(ExportFailed):
        export_digest(digest, tmp_path / "无此文件夹" / "摘编.txt")


def test_that_what_is_lost_leaves_as_it_was_taken(library: Library, taken: int) -> None:
    from db import excerpts as table

    row = table.every(library._store)[0]
    with library._store.write() as database:
        table.update(database, row._replace(exact="早已不在文中的一句话。", theme=""))
    digest = digest_of(library.excerpts.all(), library.documents)
    gone = next(c for c in digest.clippings if c.span is None)
    assert (gone.text, gone.path) == ("早已不在文中的一句话。", row.path)
