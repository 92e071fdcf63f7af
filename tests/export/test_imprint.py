"""The 版记 at the foot of a document."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from reader.export.annotated import annotated_docx
from reader.export.imprint import STYLE, imprint_start
from reader.export.note_list import NotesSheet
from reader.export.word_comments import read_comments
from reader.library.derivation import derive
from tests.export.reopened import unsound
from tests.export.word import lines, opened

COPIED, PRINTED = "抄送：区委各部门，区人大办。", "某区人民政府办公室    2024年10月25日印发"
BODY = "某区人民政府关于推进创新的实施意见\n\n一、总体要求\n\n推进科技创新。\n\n区人民政府\n\n2024年10月24日\n"


def sheet(text: str) -> NotesSheet:
    found = derive(text)
    return NotesSheet(found.front, found.outline, found.reading, ())


@pytest.mark.parametrize(
    ("closing", "start"),
    [
        ((COPIED, PRINTED), 1),
        ((PRINTED,), 1),
        (("抄送：区委各部门。",), 1),
        (("本意见自印发之日起施行。",), 2),
        (("请于2024年10月25日前印发各街道。",), 2),
        ((COPIED, "附件1"), 3),
    ],
)
def test_that_only_what_closes_a_document_is_its_imprint(closing: tuple[str, ...], start: int) -> None:
    assert imprint_start(("二、保障措施", *closing)) == start


def test_that_the_imprint_stands_on_a_page_of_its_own_without_a_number() -> None:
    paper = opened(annotated_docx(sheet(f"{BODY}\n{COPIED}\n\n{PRINTED}\n")))
    text, imprint = paper.sections
    assert lines(paper, STYLE) == [COPIED, PRINTED]
    assert not text.different_first_page_header_footer
    assert imprint.different_first_page_header_footer
    assert imprint.first_page_footer.is_linked_to_previous
    assert text.first_page_footer.is_linked_to_previous  # so there is none to take over
    assert text.footer.paragraphs[0].text.strip("— ") != ""


def test_that_a_document_without_an_imprint_is_one_section() -> None:
    assert len(opened(annotated_docx(sheet(BODY))).sections) == 1


def test_that_its_lines_have_rules_above_below_and_between() -> None:
    paper = opened(annotated_docx(sheet(f"{BODY}\n{COPIED}\n\n{PRINTED}\n")))
    for paragraph in (p for p in paper.paragraphs if p.style.style_id == STYLE):
        (borders,) = paragraph._p.pPr.findall(qn("w:pBdr"))
        assert [edge.tag for edge in borders] == [qn("w:top"), qn("w:bottom"), qn("w:between")]


def test_that_the_text_comes_back_whole() -> None:
    data = annotated_docx(sheet(f"{BODY}\n{COPIED}\n\n{PRINTED}\n"))
    assert [line for line in read_comments(data).text.splitlines() if line][-2:] == [COPIED, PRINTED]


def test_that_its_page_is_written_as_word_asks_for() -> None:
    assert unsound(annotated_docx(sheet(f"{BODY}\n{COPIED}\n\n{PRINTED}\n")), ".docx") == []
