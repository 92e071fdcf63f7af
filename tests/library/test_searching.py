from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.search_index import index_path
from reader.library.ingest import BUNDLED, import_paths
from reader.library.library import Library
from reader.search.query import parse
from reader.search.terms import fold_lines
from reader.text.spans import Span

if TYPE_CHECKING:
    from pathlib import Path


def fill(library: Library) -> None:
    while library.searching.fill(1000):
        pass


def total(library: Library, query: str) -> int:
    return library.searching.search(query).total


def naive_total(library: Library, query: str) -> int:
    """Count the old way: every paragraph of every document."""
    parsed = parse(query)
    if parsed is None:
        return 0
    places = set()
    for entry in library.documents.entries():
        opened = library.documents.open(entry.number)
        starts = [*opened.outline.starts, len(opened.reading.simplified)]
        for start, end in pairwise(starts):
            text = fold_lines(opened.reading.simplified[start:end])
            for needle in parsed.whole.needles:
                at = text.find(needle)
                while at >= 0:
                    places.add((entry.number, start, at))
                    at = text.find(needle, at + len(needle))
    return len(places)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("bundled") / "library.db")
    import_paths(library, [BUNDLED])
    yield library
    library.close()


@pytest.mark.parametrize(
    "query", ["创新", "的", "2024年", "〔2024〕11号", "责任单位：", "、", "——", "着力", "上海海关", "𠮷"]
)
def test_that_every_place_is_found_in_the_bundled_documents(bundled: Library, query: str) -> None:
    assert total(bundled, query) == naive_total(bundled, query)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("創新", "创新"),
        ("着力", "著力"),
        ("２０２４年", "2024年"),
        ("Ａ", "a"),
        ("科 技\u3000创\n新", "科技创新"),
        ("『", "“"),
    ],
)
def test_that_other_forms_of_a_query_find_the_same(bundled: Library, query: str, same: str) -> None:
    assert total(bundled, query) == total(bundled, same) > 0


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_that_any_stretch_of_a_document_is_found_as_often_as_it_stands_there(
    bundled: Library, data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, 5))
    text = bundled.documents.open(number).reading.simplified
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start : start + data.draw(st.integers(1, 30))]
    result = bundled.searching.search(query)
    if len(query.split()) == 1:
        assert result.total == naive_total(bundled, query) > 0
        assert sum(hit.count for hit in result.hits) == result.total or len(result.hits) == 200


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_that_no_query_whatever_raises_and_each_is_answered_as_by_counting(bundled: Library, query: str) -> None:
    if len(query.split()) <= 1:
        assert total(bundled, query) == naive_total(bundled, query)
    else:
        bundled.searching.search(query)


@pytest.mark.parametrize("query", ['"', "a OR b", "a:b", "-x", "^", "*", "NEAR(a b)", "\0", "\ud800", "')--"])
def test_that_the_syntax_of_the_index_means_nothing_in_a_query(bundled: Library, query: str) -> None:
    bundled.searching.search(query)


def test_that_hits_come_by_document_and_section_with_their_first_place(bundled: Library) -> None:
    result = bundled.searching.search("创新", limit=1000)
    keys = [(hit.document, hit.section) for hit in result.hits]
    assert keys == sorted(set(keys))
    for hit in result.hits:
        opened = bundled.documents.open(hit.document)
        assert opened.reading.simplified.startswith("创新", hit.offset)
        assert opened.outline.at(hit.offset).number == hit.section
        assert opened.outline.sections[hit.section].path == hit.path
        assert "创新" in hit.excerpt


def test_that_the_total_counts_beyond_the_last_hit_that_is_listed(bundled: Library) -> None:
    whole, cut = bundled.searching.search("创新"), bundled.searching.search("创新", limit=3)
    assert cut.hits == whole.hits[:3]
    assert cut.total == whole.total > sum(hit.count for hit in cut.hits)


def test_that_parts_are_looked_for_in_one_section_where_the_whole_stands_nowhere(library: Library, add_text) -> None:
    add_text()
    (hit,) = library.searching.search("财政局 研发中心").hits
    assert (hit.path, hit.count) == ("二、/(一)", 2)
    assert library.searching.search("财政局 无此词").total == 0


def test_that_words_do_not_run_from_one_paragraph_into_the_next(library: Library, add_text) -> None:
    add_text("一、总体要求\n创新为先。\n")
    assert total(library, "要求创新") == 0


def test_that_what_is_not_indexed_yet_is_found_all_the_same(
    library: Library, tmp_path: Path, add_text, text: str
) -> None:
    number = add_text()
    before = library.searching.search("创新")
    library.searching.rebuild()
    assert library.searching.search("创新") == before
    library.annotations.add(number, Span(3, 9), colour="重点", note="新写的话", author="")
    assert [hit.document for hit in library.searching.search("新写的话").notes] == [number]
    fill(library)
    assert [hit.document for hit in library.searching.search("新写的话").notes] == [number]
    assert library.searching.search("创新").hits == before.hits


def test_that_notes_are_found_by_note_quote_and_tag_as_they_are_now(library: Library, add_text) -> None:
    number = add_text()
    at = library.documents.open(number).reading.simplified.index("研发中心")
    placed = library.annotations.add(
        number, Span(at, at + 4), colour="重点", note="请財政局核对", tags=["待办事项"], author=""
    )
    for query in ("财政局核对", "财政局", "研发", "待办事项"):
        (hit,) = library.searching.search(query).notes
        assert (hit.annotation, hit.document, hit.path) == (placed.annotation.number, number, "二、/(一)")
    library.annotations.change(placed.annotation.number, note="改写")
    for _ in range(2):
        assert library.searching.search("核对").notes == ()
        assert len(library.searching.search("改写").notes) == 1
        fill(library)
    library.annotations.delete(placed.annotation.number)
    for _ in range(2):
        assert library.searching.search("改写").notes == ()
        fill(library)
    library.annotations.restore(placed.annotation.number)
    assert len(library.searching.search("改写").notes) == 1


@pytest.mark.parametrize("filled", [True, False])
def test_that_binned_documents_are_not_found_until_they_come_back(library: Library, add_text, *, filled: bool) -> None:
    number = add_text()
    library.annotations.add(number, Span(3, 9), colour="重点", note="批注内容", author="")
    fill(library)
    library.documents.bin(number)
    if filled:
        fill(library)
    result = library.searching.search("创新")
    assert (result.total, result.notes) == (0, ())
    assert library.searching.search("批注内容").notes == ()
    library.documents.unbin(number)
    if filled:
        fill(library)
    assert total(library, "创新") == naive_total(library, "创新") > 0
    assert len(library.searching.search("批注内容").notes) == 1


def test_that_a_purged_document_is_not_found_even_if_the_index_was_closed(library: Library, add_text) -> None:
    first, second = add_text(), add_text("一、创新。\n", "二.txt")
    library.documents.purge(first)
    assert [hit.document for hit in library.searching.search("创新").hits] == [second]
    library.searching.close()
    library.documents.purge(second)
    assert total(library, "创新") == 0
    fill(library)
    assert total(library, "创新") == 0


def test_that_a_document_derived_anew_is_found_as_it_reads_now(library: Library, add_text) -> None:
    number = add_text("一、甲乙丙(丁),戊己。\n")
    edit = next(e for e in library.documents.open(number).reading.edits if e.replacement == "，")
    assert library.searching.search("，戊己").hits[0].excerpt.endswith("，戊己。")
    library.documents.take_back(number, edit)
    for _ in range(2):
        assert library.searching.search("戊己").hits[0].excerpt.endswith(",戊己。")
        fill(library)


def test_that_a_long_document_is_indexed_in_slices_and_found_in_between(library: Library, add_text) -> None:
    add_text("".join(f"第{i}段，说明创新工作。\n" for i in range(3000)))
    library.searching.rebuild()
    counts = {total(library, "创新工作")}
    while library.searching.fill(1):
        counts.add(total(library, "创新工作"))
    assert counts == {3000}
    assert total(library, "创新工作") == 3000


def test_that_indexing_broken_off_halfway_begins_again(library: Library, add_text) -> None:
    add_text("".join(f"第{i}段，说明创新工作。\n" for i in range(3000)))
    library.searching.rebuild()
    library.searching.fill(1)
    library.searching.close()
    assert total(library, "创新工作") == 3000
    fill(library)
    assert total(library, "创新工作") == 3000


@pytest.mark.parametrize("content", [None, b"", b"garbage" * 900, b"SQLite format 3\0" + b"\0" * 4096])
def test_that_an_index_that_is_lost_or_damaged_is_made_anew(library: Library, add_text, content: bytes | None) -> None:
    add_text()
    before = library.searching.search("创新")
    path = index_path(library.path)
    library.close()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with Library.open(library.path) as again:
        assert again.searching.search("创新") == before
        fill(again)
        assert again.searching.search("创新") == before
        assert again.searching.index_is_whole()
    assert path.stat().st_mode & 0o777 == 0o600 or content is not None


@pytest.mark.parametrize("keep", [0.5, 0.8])
def test_that_an_index_damaged_while_it_is_open_still_answers(library: Library, add_text, keep: float) -> None:
    add_text("".join(f"第{i}段，说明创新工作。\n" for i in range(3000)))
    library.searching.close()
    path = index_path(library.path)
    data = path.read_bytes()
    middle = int(len(data) * keep)
    path.write_bytes(data[:4096] + b"\xa5" * (middle - 4096) + data[middle:])
    assert total(library, "创新工作") == 3000
    fill(library)
    assert total(library, "创新工作") == 3000


def test_that_an_older_copy_of_the_library_is_searched_as_it_is(library: Library, add_text) -> None:
    add_text()
    copy = library.maintenance.backup()
    add_text("一、新词。\n", "二.txt")
    assert total(library, "新词") == 1
    library.close()
    library.path.write_bytes(copy.read_bytes())
    with Library.open(library.path) as again:
        assert total(again, "新词") == 0
        assert total(again, "创新") == naive_total(again, "创新") > 0


def test_that_a_library_that_is_read_only_is_searched_with_and_without_its_index(library: Library, add_text) -> None:
    add_text()
    before = library.searching.search("创新")
    path = index_path(library.path)
    for _ in range(2):
        library.searching.close()
        library._store.read_only = True
        assert library.searching.search("创新") == before
        assert library.searching.fill() is False
        path.unlink(missing_ok=True)
    assert not path.exists()


def test_that_a_search_in_steps_ends_with_what_one_in_one_go_finds(library: Library, add_text) -> None:
    add_text("".join(f"第{i}段，说明创新工作。\n" for i in range(30000)))
    run, steps = library.searching.begin("创新工作"), 1
    while run.step(0):
        steps += 1
    assert steps > 1
    assert run.result == library.searching.search("创新工作")
    assert run.result.total == 30000


def test_that_a_search_in_steps_counts_right_whatever_is_done_between_them(library: Library, add_text) -> None:
    number = add_text("".join(f"第{i}段，说明创新工作。\n" for i in range(30000)))
    other = add_text("一、创新工作。\n", "二.txt")
    library.searching.rebuild()
    run, steps = library.searching.begin("创新工作"), 0
    while run.step(0):
        steps += 1
        if steps == 2:
            library.documents.bin(other)
        if steps % 2:
            library.searching.fill(1)
        if steps < 3:
            library.annotations.add(number, Span(3, 9), colour="重点", note="创新工作", author="")
    assert run.result.total == 30000
    assert len(run.result.notes) == 2
