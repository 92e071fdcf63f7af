from __future__ import annotations

import io
import zipfile

import pytest

from reader.export import word_comments_parts
from reader.export.annotated_origin import bookmark_name, comment_text, origin_of, said, said_digest
from reader.export.word_comments import UnreadableWord, read_comments
from tests.export.builders import LINES, built, orphan
from tests.export.commented import STRICT, comment, on, p, packed, reference, reply, run, word

DOCUMENT = built(*LINES)


def test_that_a_comment_tells_its_words_surroundings_author_and_note():
    data = word(p(run("前文"), on(0, run("引进") + run("机构")), run("12家。")), comments=comment(0, "请核对"))
    read = read_comments(data)
    assert read.text == "前文引进机构12家。\n"
    (found,) = read.comments
    assert (found.quote, found.prefix, found.suffix) == ("引进机构", "前文", "12家。\n")
    assert (found.note, found.author, found.created, found.uuid) == ("请核对", "李强", "", None)
    assert read.origin is None


def test_that_a_comment_over_paragraphs_keeps_their_border():
    first, second = p('<w:commentRangeStart w:id="7"/>', run("第一段")), p(run("第二"), '<w:commentRangeEnd w:id="7"/>')
    read = read_comments(word(first, second, comments=comment(7, "通读")))
    assert read.comments[0].quote == "第一段\n第二"


def test_that_blanks_at_the_ends_of_the_words_do_not_count():
    read = read_comments(word(p(on(0, run("　机构 ")), run("。")), comments=comment(0, "注")))
    assert (read.comments[0].quote, read.comments[0].suffix) == ("机构", " 。\n")


def test_that_a_comment_on_no_words_tells_its_place():
    read = read_comments(word(p(run("前文"), reference(0), run("后文")), comments=comment(0, "注")))
    found = read.comments[0]
    assert (found.quote, found.prefix, found.suffix) == ("", "前文", "后文\n")


def test_that_a_comment_in_a_footnote_has_no_place_in_the_text():
    found = read_comments(word(p(run("正文")), comments=comment(0, "脚注的出处"))).comments[0]
    assert (found.span, found.quote, found.prefix, found.suffix) == (None, "", "", "")


@pytest.mark.parametrize("body", ["<w:p/>" * 4_000_001, p(run("行")) * 100_001])
def test_that_a_file_that_would_fill_the_memory_is_refused(body, monkeypatch):
    monkeypatch.setattr(word_comments_parts, "_RATIO", 100_000)
    with pytest.raises(UnreadableWord, match="过大"):
        read_comments(word(body))


def test_that_tracked_changes_are_read_as_they_were_before():
    data = word(
        p(
            run("企业"),
            f"<w:ins>{run('新增')}</w:ins>",
            f"<w:del>{run('删去', 'delText')}</w:del>",
            f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>",
            on(0, run("机构")),
        ),
        comments=comment(0, "注"),
    )
    read = read_comments(data)
    assert read.text == "企业删去移走机构\n"
    assert (read.comments[0].quote, read.comments[0].prefix) == ("机构", "企业删去移走")


def test_that_an_inserted_paragraph_mark_does_not_part_what_was_one():
    first = p(run("同一"), properties="<w:rPr><w:ins/></w:rPr>")
    assert read_comments(word(first, p(run("段"))))[0] == "同一段\n"


def test_that_a_comment_on_inserted_words_tells_them_and_their_place():
    data = word(p(run("前文"), f"<w:ins>{on(0, run('新词'))}</w:ins>", run("后文")), comments=comment(0, "注"))
    found = read_comments(data).comments[0]
    assert (found.quote, found.inserted, found.prefix) == ("", "新词", "前文")


def test_that_fields_drawings_and_properties_are_no_text():
    odd = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:drawing><w:p><w:r><w:t>图</w:t></w:r></w:p></w:drawing></w:r>"
    data = word(
        p(run("甲"), odd, "<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>', run("乙"))
    )
    assert read_comments(data).text == "甲\t-\n乙\n"


def test_that_lines_of_a_title_are_one():
    data = word(p(run("关于"), "<w:r><w:br/></w:r>", run("办法"), properties='<w:pStyle w:val="Title"/>'))
    assert read_comments(data).text == "关于办法\n"


def test_that_the_strict_form_of_the_format_is_read_alike():
    data = word(p(on(0, run("机构"))), comments=comment(0, "注"), names=STRICT)
    assert [(c.quote, c.note) for c in read_comments(data).comments] == [("机构", "注")]


def test_that_local_time_is_read_as_such_and_utc_where_it_is_told(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        utc = 'xmlns:u="u" u:dateUtc="2026-11-22T01:00:00Z"'
        comments = comment(0, "a", date="2026-11-22T10:15:00Z") + comment(1, "b", date="2026-11-22T10:15:00", more=utc)
        read = read_comments(
            word(p(on(0, run("甲")), on(1, run("乙"))), comments=comments + comment(2, "c", date="早上"))
        )
        assert [c.created for c in read.comments] == ["2026-11-22T02:15:00+00:00", "2026-11-22T01:00:00+00:00", ""]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_that_a_reply_names_whom_it_answers():
    comments = comment(0, "问", author="王芳", paragraph="A1") + comment(1, "答", paragraph="B2")
    read = read_comments(
        word(p(on(0, on(1, run("机构")))), comments=comments, replies=reply("A1", "") + reply("B2", "A1"))
    )
    assert [(c.note, c.answers) for c in read.comments] == [("问", None), ("答", "王芳")]


def test_that_a_document_without_comments_has_none():
    data = word(p(run("正文")))
    assert read_comments(data) == ("正文\n", (), None)


def test_that_of_two_comments_on_the_same_words_ours_is_the_one_that_says_what_ours_said():
    text = comment_text(DOCUMENT.placement("机构", "请核对"), tags=True)
    ours = f'<w:bookmarkStart w:id="5" w:name="{bookmark_name("u1", text)}"/>'
    body = p(run("引进"), ours, on(0, on(1, run("机构"))), '<w:bookmarkEnd w:id="5"/>')
    read = read_comments(word(body, comments=comment(0, "同事的意见") + comment(1, text)))
    assert [(c.note, c.uuid, c.unchanged) for c in read.comments] == [
        ("同事的意见", None, False),
        ("请核对", "u1", True),
    ]


def test_that_a_changed_comment_of_ours_is_known_by_its_place():
    text = comment_text(DOCUMENT.placement("机构", "请核对", tags=("核心",)), tags=True)
    ours = f'<w:bookmarkStart w:id="5" w:name="{bookmark_name("u1", text)}"/>'
    body = p(ours, on(0, run("机构")), '<w:bookmarkEnd w:id="5"/>')
    (found,) = read_comments(word(body, comments=comment(0, "〔重点〕请删去"))).comments
    assert (found.note, found.uuid, found.unchanged, found.colour) == ("请删去", "u1", False, "重点")


def test_that_bookmarks_hold_what_word_allows_and_tell_uuid_and_text():
    name = bookmark_name("f" * 32, "请核对")
    assert len(name) == 40
    assert origin_of(name) == ("f" * 32, said_digest("请核 对\n"))
    assert origin_of("_Toc12345") is origin_of("_GoBack") is None
    assert bookmark_name("not-a-uuid", "") is bookmark_name("f" * 33, "") is None


def test_that_what_was_made_of_a_note_can_be_taken_apart():
    text = comment_text(orphan("旧文" * 200, "两行\n意见"), tags=True)
    assert len(text) < 260
    assert said(text) == ("重点", "两行\n意见", ())
    assert said("没有名称") == ("", "没有名称", ())
    assert said(comment_text(DOCUMENT.placement("机构", "", tags=("甲", "乙")), tags=True)) == (
        "重点",
        "",
        ("甲", "乙"),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是 .docx"),
        (b"PK\x03\x04 broken", "不是 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为"),
        (packed({"a.txt": "x"}), "不是 Word"),
        (packed({"_rels/.rels": "<broken"}), "损坏"),
        (word(extra={"word/document.xml": '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'}), "不允许"),
        (word(extra={"word/document.xml": "<w:document"}), "损坏"),
        (word(extra={"word/media/a.bin": b"\0" * 30_000_000}), "压缩异常"),
    ],
)
def test_that_what_cannot_be_read_is_refused_in_words(data, said):
    with pytest.raises(UnreadableWord, match=said) as caught:
        read_comments(data)
    assert caught.value.reason.endswith("。")


def test_that_two_parts_of_one_name_are_refused():
    out = io.BytesIO(word(p(run("正文"))))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", "<x/>")
    with pytest.raises(UnreadableWord, match="结构异常"):
        read_comments(out.getvalue())


def test_that_a_part_whose_bytes_are_damaged_is_refused_in_words():
    data = bytearray(word(p(*[run(f"正文{n}") for n in range(400)])))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = b"\xff" * 20
    with pytest.raises(UnreadableWord, match="损坏"):
        read_comments(bytes(data))
