from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library.errors import LibraryReadOnly, NotFound
from reader.library.library import Library
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment, Duty
from reader.units.corrections import OPS, Correction, addition, correction

if TYPE_CHECKING:
    from reader.library.records import OpenDocument

FIRST, SECOND, LAST = "二、/(一)", "二、/(二)", "三、"


@pytest.fixture
def document(add_text) -> int:
    return add_text()


def find(document: OpenDocument, name: str) -> tuple[AssignedUnit, Assignment]:
    return next((u, a) for a in document.assignments for u in a.units if u.name == name)


def about(library: Library, number: int, op: str, of: str, /, path: str | None = None, **what: str) -> Correction:
    document = library.documents.open(number)
    section = next((s for s in document.outline.sections if s.path == path), None)
    return correction(op, *find(document, of), document.reading, section=section, author="王", **what)


def roles(library: Library, number: int) -> dict[tuple[str, str], list[str]]:
    library.documents.drop_cache()
    return {(a.path, a.role): [u.name for u in a.units] for a in library.documents.open(number).assignments}


AS_READ = {
    (FIRST, "责任单位"): ["区科技经济委", "区财政局"],
    (SECOND, "责任单位"): ["区人力资源社会保障局"],
}
RENAMED = {**AS_READ, (FIRST, "责任单位"): ["区科技和经济委员会", "区财政局"]}


def test_that_a_correction_holds_at_once_and_after_a_restart(library: Library, document: int) -> None:
    made = about(library, document, "rename", "区科技经济委", name="区科技和经济委员会")
    changes = library.units.correct(document, made)
    assert (changes.documents, changes.kinds) == ({document}, {"units"})
    assert find(library.documents.open(document), "区科技和经济委员会")[0].by_user
    assert roles(library, document) == RENAMED
    library.close()
    with Library.open(library.path) as again:
        assert roles(again, document) == RENAMED
        assert again.units.corrections(document) == (made,)
        assert again.documents.open(document).corrections == (made,)


def test_that_a_document_without_corrections_opens_as_it_was_read(library: Library, document: int) -> None:
    opened = library.documents.open(document)
    assert (opened.corrections, opened.unmet) == ((), ())
    assert opened.as_read is opened.assignments


def test_that_a_withdrawn_correction_leaves_what_was_read_and_can_come_back(library: Library, document: int) -> None:
    made = about(library, document, "rename", "区科技经济委", name="区科技和经济委员会")
    library.units.correct(document, made)
    assert tuple(library.documents.open(document).as_read) != tuple(library.documents.open(document).assignments)
    library.units.withdraw(document, made.uuid)
    assert roles(library, document) == AS_READ
    assert library.units.corrections(document) == ()
    library.units.correct(document, made)
    assert roles(library, document) == RENAMED
    library.units.correct(document, made)
    assert library.units.corrections(document) == (made,)


def test_that_each_kind_of_correction_is_kept(library: Library, document: int) -> None:
    opened = library.documents.open(document)
    last = next(s for s in opened.outline.sections if s.path == LAST)
    start = opened.reading.simplified.index("统筹协调")
    for made in (
        about(library, document, "remove", "区财政局"),
        about(library, document, "role", "区科技经济委", role="牵头单位"),
        about(library, document, "move", "区人力资源社会保障局", path=LAST),
        addition("区审计局", "配合单位", last, opened.reading, mention=Span(start, start + 4)),
    ):
        library.units.correct(document, made)
    assert roles(library, document) == {
        (FIRST, "牵头单位"): ["区科技经济委"],
        (LAST, "责任单位"): ["区人力资源社会保障局"],
        (LAST, "配合单位"): ["区审计局"],
    }
    assert library.documents.entry(document).units == 3
    assert find(library.documents.open(document), "区科技经济委")[0].duty == Duty.LEAD


def test_that_corrections_outlive_whatever_derives_the_document_anew(library: Library, add_text, text: str) -> None:
    number = add_text(text.replace("3000家。", "3000家(含分支),成效明显。"))
    library.units.correct(number, about(library, number, "rename", "区科技经济委", name="区科技和经济委员会"))
    edit = next(e for e in library.documents.open(number).reading.edits if e.replacement == "，")
    library.documents.take_back(number, edit)
    assert roles(library, number) == RENAMED
    library.documents.set_title(number, "另一个标题")
    assert roles(library, number) == RENAMED
    with library._store.write() as database:
        database.execute("UPDATE readings SET derivation = 0, outline = '{}'")
    assert roles(library, number) == RENAMED
    library.maintenance.check(rebuild=True)
    assert roles(library, number) == RENAMED
    assert library.documents.entry(number).units == 3
    assert library.units.ledger().cells.keys() == {(unit.key, number) for unit in library.units.ledger().units}
    assert "区科技和经济委员会" in {c.name for u in library.units.ledger().units for c in library.units.clauses(u.key)}


def test_that_a_correction_that_finds_nothing_is_told_and_kept(library: Library, document: int) -> None:
    made = about(library, document, "remove", "区财政局")
    library.units.correct(document, made)
    again = made._replace(uuid="again")
    library.units.correct(document, again)
    library.documents.drop_cache()
    assert library.documents.open(document).unmet == (again,)
    assert library.units.corrections(document) == (made, again)


def test_that_a_search_and_the_notes_know_nothing_of_corrections(library: Library, document: int) -> None:
    placed = library.annotations.add(document, Span(3, 9), colour="重点", author="")
    library.searching.search("创新")
    library.units.correct(document, about(library, document, "remove", "区财政局"))
    assert library.annotations.placements(document) == (placed,)
    assert not library.searching.fill()
    assert library.searching.search("区财政局").total == 1


@pytest.mark.parametrize(
    "wrong",
    [{"op": "odd"}, {"start": 9, "end": 3}, {"start": -1}, {"name": " "}, {"role": ""}, {"uuid": ""}, {"op": "move"}],
    ids=str,
)
def test_that_a_correction_that_says_nothing_is_refused(library: Library, document: int, wrong: dict) -> None:
    made = about(library, document, "rename", "区财政局", name="区审计局")
    with pytest.raises(ValueError, match=r"correction|unit|move"):
        library.units.correct(document, made._replace(**wrong))
    assert library.units.corrections(document) == ()


def test_that_any_words_can_be_kept(library: Library, document: int) -> None:
    made = about(library, document, "rename", "区财政局", name="区\0审\ud800计\n 局")
    library.units.correct(document, made)
    (kept,) = library.units.corrections(document)
    assert kept.name == "区\ufffd审\ufffd\ufffd\ufffd计 局"
    assert library.maintenance.check().ok


def test_that_nothing_is_kept_where_nothing_can_be_written(library: Library, document: int) -> None:
    made = about(library, document, "remove", "区财政局")
    library._store.read_only = True
    with pytest.raises(LibraryReadOnly):
        library.units.correct(document, made)
    with pytest.raises(LibraryReadOnly):
        library.units.set_roster(())
    assert roles(library, document) == AS_READ
    with pytest.raises(NotFound):
        library.units.correct(9, made)


def test_that_a_correction_is_kept_whole_or_not_at_all(
    library: Library, document: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = about(library, document, "remove", "区财政局")

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(library.documents.naming, "write", fail)
    with pytest.raises(ZeroDivisionError):
        library.units.correct(document, made)
    assert library.units.corrections(document) == ()
    assert roles(library, document) == AS_READ


def test_that_corrections_go_with_their_document_and_no_name_stays_in_the_file(library: Library, add_text) -> None:
    number = add_text("一、甲。（责任单位：区机要暗号局）\n")
    library.units.correct(number, about(library, number, "rename", "区机要暗号局", name="区另一暗号局"))
    library.documents.purge(number)
    assert library.units.corrections(number) == ()
    library.searching.fill(1000)
    library.close()
    kept = b"".join(path.read_bytes() for path in library.path.parent.glob("library*"))
    assert "暗号局".encode() not in kept


def test_that_the_check_finds_a_correction_that_was_changed_and_it_is_not_applied(
    library: Library, document: int
) -> None:
    library.units.correct(document, about(library, document, "rename", "区财政局", name="区审计局"))
    assert library.maintenance.check().ok
    with library._store.write() as database:
        database.execute("UPDATE corrections SET name = '区审记局'")
    report = library.maintenance.check()
    assert [(f.kind, f.document) for f in report.findings] == [("correction", document)]
    assert roles(library, document) == AS_READ


def test_that_a_copy_brings_corrections_back(library: Library, document: int) -> None:
    made = about(library, document, "rename", "区科技经济委", name="区科技和经济委员会")
    library.units.correct(document, made)
    copy = library.maintenance.backup()
    library.units.withdraw(document, made.uuid)
    library.maintenance.restore_from(copy)
    assert library.units.corrections(document) == (made,)
    assert roles(library, document) == RENAMED


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_that_corrections_withdrawn_in_any_order_leave_what_was_read(
    library: Library, document: int, data: st.DataObject
) -> None:
    for left in library.units.corrections(document):  # of an example that failed
        library.units.withdraw(document, left.uuid)
    before = roles(library, document)
    for _ in range(data.draw(st.integers(1, 6))):
        names = [unit.name for a in library.documents.open(document).assignments for unit in a.units]
        if not names:
            break
        made = about(
            library, document, data.draw(st.sampled_from(OPS[1:])), data.draw(st.sampled_from(names)),
            data.draw(st.sampled_from((FIRST, SECOND, LAST))), name=data.draw(st.sampled_from(("区审计局", "区统计局"))),
            role=data.draw(st.sampled_from(("牵头单位", "责任单位"))),
        )  # fmt: skip
        library.units.correct(document, made)
        after = library.documents.open(document)
        library.documents.drop_cache()
        assert library.documents.open(document).assignments == after.assignments
        assert library.documents.entry(document).units == len({u.name for a in after.assignments for u in a.units})
    for made in data.draw(st.permutations(library.units.corrections(document))):
        library.units.withdraw(document, made.uuid)
    assert roles(library, document) == before
