from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.comparison.compare import compare
from reader.export.redline import redline_docx, redline_script
from reader.text.folding import folded
from tests.export.tracked import accepted, body, changes, comparison_of, paragraphs, rejected
from tests.export.word import lines, opened

OLD = """临江市河道管理办法

临政发〔2019〕7号

第一章 总则

第一条 为加强河道管理，制定本办法。

第二条 市水务部门可以组织巡查，每年不少于2次。

第三条 任何单位不得向河道倾倒垃圾。
违反前款规定的，由水务部门责令改正。

第四条 沿河单位应当清理门前河段的漂浮物，并接受水务部门的指导和监督。

第五条 本办法自2019年5月1日起施行。

临江市人民政府
2019年3月8日
"""
NEW = """临江市河道管理办法（修订）

临政发〔2024〕9号

第一章 总则

第一条 为加强河道管理，制定本办法。

第二条 沿河单位应当及时清理门前河段的漂浮物，并接受水务部门的指导和监督。

第三条 市水务部门应当组织巡查，每年不少于4次。
巡查情况应当公开。

第四条 任何单位不得向河道倾倒垃圾。
违反前款规定的，由水务部门责令改正。

第五条 巡查费用列入预算。

第六条 本办法自2024年5月1日起施行。

临江市人民政府
2024年4月2日
抄送：市人大常委会。
"""


def redline(left: str, right: str, **options) -> bytes:
    return redline_docx(comparison_of(left, right), **options)


@pytest.mark.parametrize(("left", "right"), [(OLD, NEW), (NEW, OLD), (OLD, OLD), (OLD, "通知\n"), ("通知\n", OLD)])
def test_that_accepting_all_gives_the_right_text_and_rejecting_all_the_left(left, right):
    source = comparison_of(left, right)
    data = redline_docx(source)
    assert accepted(data) == paragraphs(source.right)
    assert rejected(data) == paragraphs(source.left)


@pytest.mark.parametrize("backwards", [False, True])
def test_that_it_does_so_where_one_text_begins_with_a_clause_that_has_another_number(backwards):
    kept = "违反前款规定的，由水务部门责令改正，拒不改正的处以罚款。\n"
    texts = [f"临江市河道管理办法\n第三条 任何单位不得向河道倾倒垃圾。\n{kept}", f"第四条 新增内容一项；\n{kept}"]
    source = comparison_of(*(reversed(texts) if backwards else texts))
    data = redline_docx(source)
    assert accepted(data) == paragraphs(source.right)
    assert rejected(data) == paragraphs(source.left)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), backwards=st.booleans())
def test_that_it_does_so_whatever_was_edited(seed, backwards):
    edited = _edited(OLD, random.Random(seed))
    source = comparison_of(edited, OLD) if backwards else comparison_of(OLD, edited)
    data = redline_docx(source)
    assert accepted(data) == paragraphs(source.right)
    assert rejected(data) == paragraphs(source.left)


def test_that_only_what_differs_is_tracked():
    data = redline(OLD, NEW, author="王")
    deleted = [text for author, text in changes(data, "del") if author == "王"]
    inserted = [text for author, text in changes(data, "ins") if author == "王"]
    assert {"可以", "2次"} <= set(deleted)
    assert {"应当", "4次", "及时", "（修订）"} <= set(inserted)
    assert "第五条 巡查费用列入预算。" in "".join(inserted)
    assert not any("为加强河道管理" in text for text in deleted + inserted)


def test_that_a_document_without_differences_has_no_changes():
    assert not [*changes(redline(OLD, OLD), "ins"), *changes(redline(OLD, OLD), "del")]


def test_that_what_was_moved_stands_under_a_name_of_its_own_with_its_edits_under_the_usual_one():
    data = redline(OLD, NEW, author="王")
    moved = "门前河段的漂浮物，并接受水务部门的指导和监督。"
    assert [text for author, text in changes(data, "del") if author == "王（位置调整）" and moved in text]
    assert [text for author, text in changes(data, "ins") if author == "王（位置调整）" and moved in text]
    assert ("王", "及时") in list(changes(data, "ins"))


def test_that_a_deleted_paragraph_takes_its_mark_with_it():
    data = redline("办法\n\n第一条 甲。\n\n第二条 乙乙乙乙。\n\n第三条 丙。\n", "办法\n\n第一条 甲。\n\n第二条 丙。\n")
    gone = [p for p in body(data).iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None]
    assert ["".join(p.itertext()) for p in gone] == ["第二条 乙乙乙乙。"]


def test_that_the_last_paragraph_keeps_its_mark():
    for left, right in ((OLD, NEW), (NEW, OLD)):
        *_others, last = body(redline(left, right)).iter(qn("w:p"))
        assert last.find(f"{qn('w:pPr')}/{qn('w:rPr')}") is None


def test_that_every_change_has_an_id_of_its_own_an_author_and_the_local_time():
    moment = datetime(2024, 5, 6, 1, 2, tzinfo=UTC)
    found = [c for c in body(redline(OLD, NEW, author="王", created=moment)).iter(qn("w:ins"), qn("w:del"))]
    ids = [change.get(qn("w:id")) for change in found]
    assert len(ids) == len(set(ids)) > 10
    assert {change.get(qn("w:author")) for change in found} == {"王", "王（位置调整）"}
    assert f"{moment.astimezone():%Y-%m-%dT%H:%M}:00Z" in {change.get(qn("w:date")) for change in found}


def test_that_insertions_around_a_kept_mark_are_minutes_apart():
    data = redline(
        "办法\n\n第一条 甲乙丙丁\n\n第二条 戊。\n", "办法\n\n第一条 甲乙丙丁等等\n\n第二条 新增加的。\n\n第三条 戊。\n"
    )
    dates = {"".join(c.itertext()).strip(): c.get(qn("w:date")) for c in body(data).iter(qn("w:ins"))}
    assert dates["等等"] != dates["新增加的。"]


def test_that_it_has_an_author_where_the_user_has_no_name():
    assert {author for author, _ in changes(redline(OLD, NEW), "del")} == {"阅牍", "阅牍（位置调整）"}


def test_that_a_name_no_xml_holds_is_made_fit():
    authors = {author for author, _text in changes(redline(OLD, NEW, author="王\x07\ud800芳"), "ins")}
    assert authors
    assert all(author.startswith("王") and "芳" in author and author.isprintable() for author in authors)


def test_that_differences_of_form_are_left_out_if_so_wished():
    left, right = "办法\n\n第一章 总 则\n\n第一条 甲,乙。\n", "办法\n\n第一章 总则\n\n第一条 甲，乙。\n丙。\n"
    source = comparison_of(left, right)
    data = redline_docx(source, script=redline_script(source, form=False))
    assert "".join(text for _, text in changes(data, "ins")) == "丙。"
    assert accepted(data) == paragraphs(source.right)
    assert list(map(folded, rejected(data))) == list(map(folded, paragraphs(source.left)))
    assert rejected(redline_docx(source)) == paragraphs(source.left)


def test_that_what_is_deleted_and_inserted_side_by_side_is_one_place():
    left, right = "办法\n\n第一条 可以检查2次。\n", "办法\n\n第一条 应当检查4次。\n"
    assert redline_script(comparison_of(left, right)).places == 2


def test_that_the_document_is_set_as_official_ones_are():
    document = opened(redline(OLD, OLD))
    assert lines(document, "Title") == ["临江市河道管理办法"]
    assert lines(document, "Heading1") == ["第一章 总则"]
    assert "第一条 为加强河道管理，制定本办法。" in lines(document, "BodyText")
    aligned = {p.text: p.alignment for p in document.paragraphs if p.alignment is not None}
    assert {"临政发〔2019〕7号", "第一章 总则", "临江市人民政府", "2019年3月8日"} <= set(aligned)


def test_that_the_properties_tell_what_it_is():
    properties = opened(redline(OLD, NEW, author="王")).core_properties
    assert properties.title == "临江市河道管理办法（修订）（花脸稿）"
    assert properties.subject == "《临江市河道管理办法》→《临江市河道管理办法（修订）》"


def test_that_topics_have_no_redline():
    source = comparison_of(OLD, NEW)
    by_topics = source._replace(comparison=compare(source.left, source.right, "topics"))
    with pytest.raises(ValueError, match="editions"):
        redline_docx(by_topics)


def _edited(text: str, rng: random.Random) -> str:
    """Delete, insert, move, split, join and change paragraphs."""
    out: list[str] = []
    for line in filter(None, text.split("\n")):
        dice = rng.random()
        if dice < 0.1:
            continue
        if dice < 0.2:
            out.append(rng.choice(("新增一款内容。", "第九条 新增条文。", "（一）新增一项；")))
        if dice > 0.9 and out:
            out.insert(rng.randrange(len(out)), line)
        elif dice > 0.8 and out:
            out[-1] += line
        elif dice > 0.5:
            at = rng.randrange(len(line))
            out.append(line[:at] + rng.choice(("\n", "应当", "，", "3个", "")) + line[at + rng.randrange(3) :])
        else:
            out.append(line)
    return "\n\n".join(out) + "\n"
