from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library import derivation
from reader.library.errors import LibraryReadOnly, NotFound
from reader.library.excerpts import LOCATED, LOST, MOVED, Excerpt
from reader.library.library import Library
from reader.library.records import Changes
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

MEASURES = """临江区促进创新若干措施

一、支持研发

（一）对新设研发中心给予补助。补助不超过300万元。

——中心须独立核算。

（二）对首台套装备给予奖励。

二、保障

区科技局会同区财政局兑现。
"""
RULES = """临江区企业服务办法

第一条 为服务企业，制定本办法。

第二条 区商务委应当在5个工作日内答复。
"""


@pytest.fixture
def documents(add_text: Callable[..., int]) -> tuple[int, int]:
    return add_text(MEASURES, "措施.txt"), add_text(RULES, "办法.txt")


def span(library: Library, document: int, words: str) -> Span:
    at = library.documents.open(document).reading.simplified.index(words)
    return Span(at, at + len(words))


def take(library: Library, document: int, words: str, theme: str = "") -> int:
    return library.excerpts.add(document, span(library, document, words), theme).number


def section(library: Library, document: int, path: str) -> int:
    sections = library.documents.open(document).outline.sections
    return next(one.number for one in sections if one.path == path)


def again(library: Library) -> tuple[Excerpt, ...]:
    """Return what a second opening of the library reads."""
    library.close()
    with Library.open(library.path) as opened:
        return opened.excerpts.all()


def order(library: Library) -> list[tuple[int, str]]:
    return [(one.number, one.theme) for one in library.excerpts.all()]


def test_that_a_selection_is_kept_with_its_place_and_without_the_blanks_at_its_ends(
    library: Library, documents: tuple[int, int]
) -> None:
    wanted = span(library, documents[0], "补助不超过300万元。")
    taken = library.excerpts.add(documents[0], Span(wanted.start, wanted.end + 1), " 科技\n创新 ")
    assert taken == Excerpt(
        taken.number, documents[0], wanted, "补助不超过300万元。", "科技 创新", "", 0,
        section(library, documents[0], "一、/(一)"), "一、/(一)", LOCATED, taken.made_at,
    )  # fmt: skip
    assert again(library) == (taken,)


def test_that_a_clause_is_taken_with_all_that_stands_under_it(library: Library, documents: tuple[int, int]) -> None:
    number = section(library, documents[0], "一、/(一)")
    taken = library.excerpts.add_clause(documents[0], number)
    assert taken.quote == "（一）对新设研发中心给予补助。补助不超过300万元。\n——中心须独立核算。"
    assert (taken.section, taken.theme) == (number, "")


@pytest.mark.parametrize("wrong", [-1, 0, 99])
def test_that_what_is_no_clause_is_refused(library: Library, documents: tuple[int, int], wrong: int) -> None:
    with pytest.raises(ValueError, match="no clause"):
        library.excerpts.add_clause(documents[0], wrong)
    with pytest.raises(ValueError, match="no text"):
        library.excerpts.add(documents[0], Span(3, 3))
    with pytest.raises(NotFound):
        library.excerpts.add(99, Span(0, 2))
    assert library.excerpts.all() == ()


def test_that_what_is_there_already_is_not_taken_twice_unless_for_another_theme(
    library: Library, documents: tuple[int, int]
) -> None:
    first = take(library, documents[0], "首台套装备", "创新")
    assert take(library, documents[0], "首台套装备", "创新") == first
    assert take(library, documents[0], "首台套装备") == first
    other = take(library, documents[0], "首台套装备", "装备")
    library.excerpts.delete(first, other)
    assert take(library, documents[0], "首台套装备", "创新") not in (first, other)


def test_that_excerpts_of_several_documents_stand_by_theme_and_those_without_one_last(
    library: Library, documents: tuple[int, int]
) -> None:
    loose = take(library, documents[0], "首台套装备")
    one = take(library, documents[0], "独立核算", "创新")
    two = take(library, documents[1], "5个工作日", "服务")
    three = take(library, documents[1], "服务企业", "创新")
    assert order(library) == [(one, "创新"), (three, "创新"), (two, "服务"), (loose, "")]
    assert [excerpt.place for excerpt in library.excerpts.all()] == [0, 1, 2, 3]
    assert library.excerpts.themes() == ("创新", "服务", "")
    assert library.excerpts.places() == tuple(order(library))


def test_that_themes_stand_in_the_order_in_which_they_were_begun(library: Library, documents: tuple[int, int]) -> None:
    measures, _rules = documents
    for section, theme in ((2, "目标"), (4, "措施"), (5, "措施")):
        library.excerpts.add_clause(measures, section, theme)
    assert [one.theme for one in library.excerpts.all()] == ["目标", "措施", "措施"]


def test_that_excerpts_are_moved_within_and_between_themes(library: Library, documents: tuple[int, int]) -> None:
    excerpts = library.excerpts
    a, b = take(library, documents[0], "独立核算", "甲"), take(library, documents[0], "首台套", "甲")
    c = take(library, documents[1], "5个工作日", "乙")
    changes = excerpts.move(b, a)
    assert changes == Changes(frozenset((documents[0],)), frozenset(("excerpts",)))
    assert order(library) == [(b, "甲"), (a, "甲"), (c, "乙")]
    excerpts.move(b, c)
    assert order(library) == [(a, "甲"), (b, "乙"), (c, "乙")]
    excerpts.move(b, None)
    assert order(library) == [(a, "甲"), (c, "乙"), (b, "乙")]
    excerpts.move(c, a, "乙")
    assert order(library) == [(a, "甲"), (b, "乙"), (c, "乙")]
    excerpts.set_theme(b, "丙")
    assert order(library) == [(a, "甲"), (c, "乙"), (b, "丙")]
    assert excerpts.move(a, a) == Changes()
    assert [(one.number, one.theme) for one in again(library)] == [(a, "甲"), (c, "乙"), (b, "丙")]


def test_that_themes_are_renamed_joined_and_moved_and_brought_back(
    library: Library, documents: tuple[int, int]
) -> None:
    excerpts = library.excerpts
    a, b = take(library, documents[0], "独立核算", "甲"), take(library, documents[0], "首台套", "乙")
    c = take(library, documents[1], "5个工作日", "丙")
    before = excerpts.places()
    excerpts.rename_theme("乙", " 丁 ")
    excerpts.move_theme("丙", "甲")
    assert order(library) == [(c, "丙"), (a, "甲"), (b, "丁")]
    excerpts.rename_theme("丁", "丙")
    assert order(library) == [(c, "丙"), (b, "丙"), (a, "甲")]
    excerpts.arrange(before)
    assert order(library) == [(a, "甲"), (b, "乙"), (c, "丙")]


def test_that_what_is_deleted_comes_back_to_its_place(library: Library, documents: tuple[int, int]) -> None:
    excerpts = library.excerpts
    numbers = [take(library, documents[0], words, "甲") for words in ("独立核算", "首台套", "兑现")]
    excerpts.delete(numbers[1])
    assert [number for number, _ in order(library)] == [numbers[0], numbers[2]]
    excerpts.move(numbers[2], numbers[0])
    excerpts.restore(numbers[1])
    assert [number for number, _ in order(library)] == [numbers[2], numbers[0], numbers[1]]
    assert excerpts.clear() == Changes(frozenset((documents[0],)), frozenset(("excerpts",)))
    assert excerpts.all() == ()
    excerpts.restore(*numbers)
    assert [number for number, _ in order(library)] == [numbers[2], numbers[0], numbers[1]]
    with pytest.raises(NotFound):
        excerpts.delete(99)


def test_that_a_deleted_excerpt_is_not_moved(library: Library, documents: tuple[int, int]) -> None:
    number = take(library, documents[0], "独立核算")
    library.excerpts.delete(number)
    with pytest.raises(NotFound):
        library.excerpts.move(number, None, "甲")


def test_that_a_remark_is_kept(library: Library, documents: tuple[int, int]) -> None:
    number = take(library, documents[0], "独立核算")
    library.excerpts.remark(number, "与市里一致\0")
    assert [one.remark for one in again(library)] == ["与市里一致\ufffd"]


def test_that_documents_in_the_bin_hide_their_excerpts(library: Library, documents: tuple[int, int]) -> None:
    a, b = take(library, documents[0], "独立核算"), take(library, documents[1], "5个工作日")
    library.documents.bin(documents[0])
    assert order(library) == [(b, "")]
    library.documents.unbin(documents[0])
    assert order(library) == [(a, ""), (b, "")]
    library.documents.purge(documents[0])
    assert order(library) == [(b, "")]
    assert library.maintenance.check().ok


def test_that_what_is_taken_from_a_document_in_the_bin_shows_when_that_comes_back(
    library: Library, documents: tuple[int, int]
) -> None:
    library.documents.bin(documents[0])
    number = take(library, documents[0], "独立核算")
    assert order(library) == []
    library.documents.unbin(documents[0])
    assert order(library) == [(number, "")]


def test_that_excerpts_keep_their_place_when_the_document_is_derived_anew(
    library: Library, documents: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    clause = library.excerpts.add_clause(documents[0], section(library, documents[0], "一、/(二)"))
    whole = derivation.parse
    with monkeypatch.context() as patched:  # as another version of the program might read it
        patched.setattr(derivation, "parse", lambda text: whole(text.replace("（一）", "　一　")))
        library.documents.rederive(documents[0])
        (found,) = library.excerpts.all()
        assert found.section < clause.section
        assert (found.span, found.quote, found.status) == (clause.span, clause.quote, LOCATED)
    library.documents.rederive(documents[0])
    assert library.excerpts.all() == (clause,)


def changed(library: Library, number: int, exact: str) -> Excerpt:
    """Return an excerpt as though these words had been taken."""
    from db import excerpts as table

    row = table.by_number(library._store, number)
    assert row is not None
    with library._store.write() as database:
        table.update(database, row._replace(exact=exact))
    return next(one for one in library.excerpts.all() if one.number == number)


def test_that_a_lost_excerpt_keeps_what_was_taken_and_where(library: Library, documents: tuple[int, int]) -> None:
    taken = library.excerpts.add_clause(documents[0], section(library, documents[0], "一、/(二)"))
    lost = changed(library, taken.number, "（二）本句已不在文中，再也找不到了。")
    assert (lost.span, lost.quote, lost.path, lost.status) == (
        None, "（二）本句已不在文中，再也找不到了。", "一、/(二)", LOST,
    )  # fmt: skip
    assert lost.section == taken.section


LONG = "对纳入名录的企业按照有关规定分类予以支持，" * 40 + "其中重点企业不超过300万元，"


@pytest.mark.parametrize(
    ("words", "status"),
    [("予以支持", MOVED), ("不超过500万元", LOST), ("对另一份名录里的机构不再安排任何扶持", LOST)],
)
def test_that_a_long_excerpt_is_found_where_it_was_taken_if_its_words_changed_little(
    library: Library, add_text: Callable[..., int], words: str, status: str
) -> None:
    document = add_text(f"若干措施\n\n一、支持\n\n（一）{LONG}\n\n（二）其他。\n")
    taken = library.excerpts.add_clause(document, section(library, document, "一、/(一)"))
    before = {
        "予以支持": taken.quote.replace("予以支持", "给予支持", 3),
        "不超过500万元": taken.quote.replace("300万元", "500万元"),
    }.get(words, words * 60)
    found = changed(library, taken.number, before)
    assert (found.status, found.quote) == (status, taken.quote if status == MOVED else before)


def test_that_damage_is_told_and_what_is_damaged_is_left_out(library: Library, documents: tuple[int, int]) -> None:
    number, other = take(library, documents[0], "独立核算"), take(library, documents[0], "首台套")
    with library._store.write() as database:
        database.execute("UPDATE excerpts SET exact = '独立核祘' WHERE number = ?", (number,))
    assert order(library) == [(other, "")]
    (finding,) = library.maintenance.check().findings
    assert (finding.kind, finding.detail) == ("excerpt", f"第{number}号摘编的内容与保存时不一致，不再列出。")


def test_that_a_library_that_cannot_be_written_shows_its_excerpts(
    library: Library, documents: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = take(library, documents[0], "独立核算")
    library.close()
    monkeypatch.setattr("db.opening.os.access", lambda _path, mode: mode != 2)
    with Library.open(library.path) as opened:
        assert [one.number for one in opened.excerpts.all()] == [number]
        with pytest.raises(LibraryReadOnly):
            opened.excerpts.delete(number)


def test_that_the_excerpts_are_read_in_slices(library: Library, documents: tuple[int, int]) -> None:
    for document, words in zip(documents, ("独立核算", "5个工作日"), strict=True):
        take(library, document, words)
    run = library.excerpts.begin_all()
    assert run.step(0)
    while run.step(0):
        pass
    assert run.result == library.excerpts.all()
