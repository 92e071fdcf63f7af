from __future__ import annotations

from dataclasses import replace

import pytest

from reader.export.annotated import annotated_docx
from reader.export.choices import NoteChoice
from reader.library import returning
from reader.library.errors import LibraryError
from reader.library.exporting import notes_sheet
from reader.library.library import Library
from reader.library.returning import Returned
from reader.text.spans import Span
from tests.export.commented import Colleague, comment, on, p, reference, reply, run, word

ALL = NoteChoice()
TWIN = "（三）推进平台建设。支持企业设立研发中心，到2026年达到5家。"


@pytest.fixture
def document(add_text) -> int:
    return add_text()


def mark(library: Library, number: int, quote: str, note: str = "请核对", **fields):
    at = library.documents.open(number).reading.simplified.index(quote)
    values = {"colour": "疑问", "author": "王芳"} | fields
    return library.annotations.add(number, Span(at, at + len(quote)), note=note, **values)


def exported(library: Library, number: int, choice: NoteChoice = ALL) -> bytes:
    return annotated_docx(notes_sheet(library.documents.open(number), library.annotations.placements(number)), choice)


def notes(library: Library, number: int) -> list[tuple[str, str]]:
    """Return the words and the text of each note."""
    text = library.documents.open(number).reading.simplified
    return [
        (placement.span.text(text) if placement.span else "", placement.annotation.note)
        for placement in library.annotations.placements(number)
    ]


def test_that_a_colleagues_comment_becomes_a_note_at_its_place(library: Library, document: int) -> None:
    mark(library, document, "3000家")
    colleague = Colleague(exported(library, document))
    colleague.comments("高层次人才", "建议写明人数")
    returned = library.returning.take(document, colleague.sends(), colour="待办")
    (added,) = returned.added
    assert (len(returned.changed), len(returned.unplaced), returned.known) == (0, 0, 1)
    assert notes(library, document) == [("3000家", "请核对"), ("高层次人才", "建议写明人数")]
    assert (added.status, added.path, added.annotation.author) == ("located", "二、/(二)", "李强")
    assert (added.annotation.colour, added.annotation.style, added.annotation.tags) == ("待办", "highlight", ())
    assert library.annotations.placement(added.annotation.number) == added
    assert library.maintenance.check().ok


def test_that_what_comes_back_unchanged_adds_nothing(library: Library, document: int) -> None:
    mark(library, document, "3000家", tags=("核心",))
    mark(library, document, "3000家", "另一条", author="")
    before = library.annotations.placements(document)
    for choice in (ALL, NoteChoice(outward=True)):
        assert library.returning.take(document, exported(library, document, choice)) == Returned(known=2)
    assert library.annotations.placements(document) == before


def test_that_a_second_import_adds_nothing_twice(library: Library, document: int) -> None:
    mark(library, document, "3000家")
    colleague = Colleague(exported(library, document))
    colleague.comments("高层次人才", "建议写明人数")
    colleague.comments("区科技经济委", "")
    colleague.rewrites("请核对", "已核对，属实")
    data = colleague.sends()
    first = library.returning.take(document, data)
    assert (len(first.added), len(first.changed), first.known) == (2, 1, 0)
    before = library.annotations.placements(document)
    assert library.returning.take(document, data) == Returned(known=3)
    assert library.annotations.placements(document) == before


def test_that_the_same_words_said_at_two_places_are_two_notes(library: Library, document: int) -> None:
    body = [p(run(line)) for line in library.documents.open(document).reading.simplified.split("\n")]
    body = [
        b.replace(run("加强统筹协调。"), on(0, run("加强")) + run("统筹") + on(1, run("协调")) + run("。"))
        for b in body
    ]
    data = word(*body, comments=comment(0, "同意") + comment(1, "同意"))
    assert len(library.returning.take(document, data).added) == 2
    assert library.returning.take(document, data) == Returned(known=2)


def test_that_a_changed_text_of_ours_is_a_new_note_beside_it(library: Library, document: int) -> None:
    ours = mark(library, document, "3000家", "请核对这个数字的来源和口径")
    colleague = Colleague(exported(library, document))
    colleague.rewrites("请核对这个数字的来源和口径", "来源为统计公报")
    (changed,) = library.returning.take(document, colleague.sends()).changed
    assert changed.annotation.note == "「请核对这个数字的来源和口……」的修改：来源为统计公报"
    assert (changed.span, changed.annotation.colour) == (ours.span, "疑问")
    assert library.annotations.placement(ours.annotation.number) == ours


def test_that_what_we_changed_meanwhile_is_no_change_of_theirs(library: Library, document: int) -> None:
    ours = mark(library, document, "3000家")
    data = exported(library, document)
    library.annotations.change(ours.annotation.number, note="后来改过的意见")
    assert library.returning.take(document, data) == Returned(known=1)
    assert notes(library, document) == [("3000家", "后来改过的意见")]


def test_that_a_note_deleted_meanwhile_does_not_come_again(library: Library, document: int) -> None:
    ours = mark(library, document, "3000家")
    data = exported(library, document)
    library.annotations.delete(ours.annotation.number)
    assert library.returning.take(document, data) == Returned(known=1)
    assert notes(library, document) == []


def test_that_another_authors_comment_on_our_words_is_not_taken_for_ours(library: Library, document: int) -> None:
    mark(library, document, "3000家")
    colleague = Colleague(exported(library, document))
    colleague.comments("3000家", "我看不必")
    returned = library.returning.take(document, colleague.sends())
    assert [(a.annotation.author, a.annotation.note) for a in returned.added] == [("李强", "我看不必")]
    assert (returned.known, returned.changed) == (1, ())


def test_that_comments_are_known_without_their_bookmarks(library: Library, document: int) -> None:
    mark(library, document, "3000家", tags=("核心",))
    colleague = Colleague(exported(library, document))
    colleague.loses_bookmarks()
    assert library.returning.take(document, colleague.sends()) == Returned(known=1)


def test_that_a_colleagues_own_notes_keep_colour_and_tags(library: Library, document: int, tmp_path) -> None:
    mark(library, document, "3000家", tags=("核心",))
    data = exported(library, document)
    library.close()
    from reader.library.ingest import import_paths

    with Library.open(tmp_path / "colleague" / "library.db") as other:
        number = import_paths(other, [tmp_path / "意见.txt"]).imported[0].number
        (added,) = other.returning.take(number, data).added
        assert (added.annotation.colour, added.annotation.tags, added.annotation.note) == ("疑问", ("核心",), "请核对")
        assert other.returning.take(number, data) == Returned(known=1)


def test_that_a_comment_finds_its_place_in_an_edited_text(library: Library, document: int) -> None:
    colleague = Colleague(exported(library, document))
    colleague.comments("着力引进高层次人才", "建议写明人数")
    colleague.comments("着力打造标杆城区", "提法是否统一")
    colleague.edits("。（责任单位：区人力资源", "，营造良好环境。（责任单位：区人力资源")
    colleague.drops("三、")
    returned = library.returning.take(document, colleague.sends())
    assert notes(library, document) == [("着力打造标杆城区", "提法是否统一"), ("着力引进高层次人才", "建议写明人数")]
    assert returned.unplaced == ()


def test_that_a_comment_on_words_that_are_not_ours_is_kept_without_a_place(library: Library, document: int) -> None:
    body = [p(run(line)) for line in library.documents.open(document).reading.simplified.split("\n")]
    data = word(*body[:-2], p(on(0, run(TWIN))), comments=comment(0, "与（一）是否重复"))
    returned = library.returning.take(document, data)
    assert (returned.added, len(returned.unplaced)) == ((), 1)
    assert returned.unplaced[0].annotation.anchor.exact == TWIN
    assert notes(library, document) == [("", "与（一）是否重复")]
    assert library.returning.take(document, data) == Returned(known=1)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [("以创新为动力", "，着力打造标杆城区。到2025年，企业达到3000家。", "以创新为动力，着力打造标杆城区。"),
     ("以创新为动力，着力打造标杆城区。到2025年，企业达到3000家。", "", "到2025年，企业达到3000家。")],
)  # fmt: skip
def test_that_a_comment_on_no_words_is_about_its_sentence(library, document, before, after, sentence) -> None:
    lines = library.documents.open(document).reading.simplified.split("\n")
    body = [p(run(before), reference(0), run(after)) if line == before + after else p(run(line)) for line in lines]
    library.returning.take(document, word(*body, comments=comment(0, "注")))
    assert notes(library, document) == [(sentence, "注")]


def test_that_a_comment_on_an_inserted_phrase_and_a_reply_say_so(library: Library, document: int) -> None:
    lines = library.documents.open(document).reading.simplified.split("\n")
    new = p(run("加强"), f"<w:ins>{on(0, run('组织领导、'))}</w:ins>", on(1, run("统筹")), run("协调。"))
    body = [new if line == "加强统筹协调。" else p(run(line)) for line in lines]
    comments = comment(0, "补充", paragraph="A1") + comment(1, "同意", paragraph="B2")
    data = word(*body, comments=comments, replies=reply("B2", "A1"))
    assert len(library.returning.take(document, data).added) == 2
    assert sorted(notes(library, document)) == [
        ("加强统筹协调。", "（针对新增文字“组织领导、”）补充"),
        ("统筹", "回复李强：同意"),
    ]


def test_that_orphans_come_back_known(library: Library, document: int) -> None:
    ours = mark(library, document, "3000家")
    sheet = notes_sheet(library.documents.open(document), [replace(ours, status="orphan", span=None)])
    data = annotated_docx(sheet)
    assert library.returning.take(document, data) == Returned(known=1)
    colleague = Colleague(data)
    colleague.loses_bookmarks()
    assert library.returning.take(document, colleague.sends()) == Returned(known=1)


def test_that_a_file_of_another_document_is_refused(library: Library, document: int) -> None:
    data = word(p(on(0, run("关于做好防汛工作的紧急通知"))), p(run("各街道要加强值守。")), comments=comment(0, "注"))
    with pytest.raises(LibraryError, match="几乎没有相同之处"):
        library.returning.take(document, data)
    assert notes(library, document) == []


def test_that_a_phrase_of_every_document_does_not_make_a_file_one_of_ours(library: Library, document: int) -> None:
    body = [
        p(run("关于做好防汛工作的紧急通知")),
        p(on(0, run("加强统筹协调")), run("，严防死守。")),
        p(run("各街道加强值守。")),
    ]
    with pytest.raises(LibraryError, match="几乎没有相同之处"):
        library.returning.take(document, word(*body, comments=comment(0, "注")))
    assert notes(library, document) == []


def test_that_a_comment_in_a_footnote_is_kept_without_a_place(library: Library, document: int) -> None:
    body = [p(run(line)) for line in library.documents.open(document).reading.simplified.split("\n")]
    data = word(*body, comments=comment(0, "出处请核对"))
    assert len(library.returning.take(document, data).unplaced) == 1
    assert notes(library, document) == [("", "出处请核对")]
    assert library.returning.take(document, data) == Returned(known=1)


def test_that_a_file_that_cannot_be_read_is_refused_in_words(library: Library, document: int) -> None:
    with pytest.raises(LibraryError, match=r"不是 \.docx"):
        library.returning.take(document, b"not a document")


def test_that_a_file_without_comments_changes_nothing(library: Library, document: int) -> None:
    seq = library._store.seq
    assert library.returning.take(document, exported(library, document)) == Returned()
    assert library._store.seq == seq


def test_that_all_comments_are_stored_or_none(library: Library, document: int, monkeypatch) -> None:
    colleague = Colleague(exported(library, document))
    colleague.comments("高层次人才", "甲")
    colleague.comments("区科技经济委", "乙")
    insert = returning.table.insert
    done = []

    def failing(*arguments):
        done.append(insert(*arguments))
        if len(done) == 2:
            raise OSError
        return done[-1]

    monkeypatch.setattr(returning.table, "insert", failing)
    with pytest.raises(OSError):  # noqa: PT011
        library.returning.take(document, colleague.sends())
    monkeypatch.undo()
    assert notes(library, document) == []


def test_that_a_text_in_traditional_script_takes_comments_all_the_same(library: Library, add_text) -> None:
    number = add_text("關於加強創新發展的實施意見\n\n一、總體要求\n\n著力推動產業發展，引進機構。\n", "意見.txt")
    lines = ["關於加強創新發展的實施意見", "一、總體要求"]
    body = [p(run(line)) for line in lines] + [p(run("著力"), on(0, run("推動產業發展")), run("，引進機構。"))]
    library.returning.take(number, word(*body, comments=comment(0, "注")))
    assert notes(library, number) == [("推动产业发展", "注")]
