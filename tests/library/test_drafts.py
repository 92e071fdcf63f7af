from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.drafts import Draft
from reader.library.errors import NotFound
from reader.library.library import Library
from reader.library.preview import preview
from reader.library.records import Changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEASURES = "临江区支持企业创新的若干措施"


@pytest.fixture
def add(add_text: Callable[..., int]) -> Callable[..., int]:
    """Import a document of this title, perhaps with issuer, number and date; the text differs each time."""
    made = []

    def make(title: str, *, number: str = "", signed: str = "", file: str = "") -> int:
        made.append(title)
        head = f"{number}\n\n" if number else ""
        body = f"{title}\n\n各街道：\n\n一、总体要求\n\n推进第{len(made)}项工作。\n\n二、保障措施\n\n加强统筹。\n"
        return add_text(f"{head}{body}\n{signed}\n", file or f"{len(made)}.txt")

    return make


def stages(library: Library, document: int) -> list[str]:
    return [draft.stage for draft in library.drafts.series(document)]


def test_that_drafts_come_as_the_text_passed_them_and_the_issued_one_last(library: Library, add) -> None:
    issued = add(MEASURES)
    review, comment, again = (add(f"{MEASURES}（{s}）") for s in ("审议稿", "征求意见稿", "第二次征求意见稿"))
    add("临江区支持企业创新的实施细则（征求意见稿）")
    for document in (issued, review, comment, again):
        assert [d.document for d in library.drafts.series(document)] == [comment, again, review, issued]
    assert [library.drafts.previous(n) for n in (comment, again, review, issued)] == [None, comment, again, review]
    assert library.drafts.of(comment) == Draft(comment, MEASURES, "征求意见稿", False)


def test_that_a_document_without_drafts_is_alone(library: Library, add) -> None:
    number = add(MEASURES)
    assert [d.document for d in library.drafts.series(number)] == [number]
    assert library.drafts.previous(number) is None


def test_that_what_was_issued_comes_by_its_date_and_a_revision_behind_it(library: Library, add) -> None:
    late = add(MEASURES, signed="临江区人民政府\n2024年3月1日")
    early = add(MEASURES, signed="临江区人民政府\n2019年3月1日")
    draft = add(f"{MEASURES}（征求意见稿）")
    assert [d.document for d in library.drafts.series(late)] == [early, draft, late]
    library.documents.bin(early)
    revision = add(f"{MEASURES}（修订草案）")
    assert [d.document for d in library.drafts.series(late)] == [draft, late, revision]
    assert library.drafts.previous(revision) == late


def test_that_a_copy_and_the_same_title_of_another_organ_are_no_drafts(library: Library, add) -> None:
    signed = "临江区人民政府\n2024年3月1日"
    one = add(MEASURES, number="临府发〔2024〕3号", signed=signed)
    copy = add(MEASURES, number="临府发〔2024〕3号", signed=signed)
    other = add(MEASURES, signed="江北区人民政府\n2024年2月1日")
    for number in (one, copy, other):
        assert library.drafts.previous(number) is None


def test_that_documents_in_the_bin_are_left_out(library: Library, add) -> None:
    draft, issued = add(f"{MEASURES}（送审稿）"), add(MEASURES)
    library.documents.bin(draft)
    assert library.drafts.previous(issued) is None


def test_that_a_stage_the_user_gives_prevails_and_can_be_taken_back(library: Library, add) -> None:
    draft, issued = add(f"{MEASURES}（送审稿）"), add(MEASURES)
    assert library.drafts.set(draft, stage=" 会 签稿\0 ") == Changes(frozenset((draft,)), frozenset(("documents",)))
    assert library.drafts.of(draft) == Draft(draft, MEASURES, "会签稿\ufffd", True, "会签稿\ufffd")
    assert [e.stage for e in library.documents.entries()] == ["会签稿\ufffd", ""]
    library.drafts.set(draft, stage="")
    library.drafts.set(issued, stage="印发稿")
    assert stages(library, issued) == ["", "印发稿"]
    library.close()
    with Library.open(library.path) as opened:
        assert [e.stage for e in opened.documents.entries()] == ["", "印发稿"]
        opened.drafts.set(draft)
        assert opened.documents.open(draft).entry.stage == "送审稿"
        assert opened.drafts.of(draft).typed is False


def test_that_a_document_belongs_to_the_drafts_the_user_names(library: Library, add) -> None:
    issued, first, second = add(MEASURES), add("扶持企业创新工作方案（讨论稿）"), add("扶持企业创新实施意见（送审稿）")
    library.drafts.set(first, series_of=issued)
    library.drafts.set(second, series_of=first)  # through another
    assert [d.document for d in library.drafts.series(second)] == [first, second, issued]
    assert library.drafts.of(second)[3:] == (True, None, issued)
    library.drafts.set(issued, series_of=second)  # which belongs to it already
    assert [d.document for d in library.drafts.series(issued)] == [first, second, issued]
    library.drafts.set(first)
    assert [d.document for d in library.drafts.series(issued)] == [second, issued]


def test_that_a_document_can_be_a_draft_of_nothing(library: Library, add) -> None:
    draft, issued = add(f"{MEASURES}（送审稿）"), add(MEASURES)
    library.drafts.set(draft, series_of=draft)
    assert library.drafts.previous(issued) is None
    assert [d.document for d in library.drafts.series(draft)] == [draft]
    library.drafts.set(draft)
    assert library.drafts.previous(issued) == draft


def test_that_drafts_stay_together_when_what_they_were_said_to_belong_to_is_gone(library: Library, add) -> None:
    issued, first, second = add(MEASURES), add("扶持企业创新工作方案（讨论稿）"), add("扶持企业创新实施意见（送审稿）")
    for number in (first, second):
        library.drafts.set(number, series_of=issued)
    library.documents.purge(issued)
    assert [d.document for d in library.drafts.series(second)] == [first, second]


def test_that_a_document_that_is_not_there_is_refused(library: Library, add) -> None:
    number = add(MEASURES)
    for wrong in ((99, None), (number, 99)):
        with pytest.raises(NotFound):
            library.drafts.set(wrong[0], series_of=wrong[1])
    assert library.drafts.of(number).typed is False


def test_that_a_typed_title_tells_the_stage(library: Library, add) -> None:
    number = add(MEASURES)
    library.documents.set_title(number, f"{MEASURES}（报批稿）")
    assert library.documents.entry(number).stage == "报批稿"


def test_that_a_file_outside_the_library_has_its_stage_too(tmp_path: Path, text: str) -> None:
    file = tmp_path / "实施意见-送审稿.txt"
    file.write_text(text, encoding="utf-8")
    assert preview(file).entry.stage == "送审稿"


def test_that_damage_is_told_and_the_stage_is_as_recognised(library: Library, add) -> None:
    number = add(f"{MEASURES}（送审稿）")
    library.drafts.set(number, stage="审议稿")
    with library._store.write() as database:
        database.execute("UPDATE drafts SET stage = '印发稿'")
    assert library.drafts.of(number) == Draft(number, MEASURES, "送审稿", False)
    (finding,) = library.maintenance.check().findings
    assert (finding.kind, finding.document) == ("draft", number)
