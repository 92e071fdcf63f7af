"""Whatever stands in documents, notes and names: every kind and format opens again, is sound, and says what was sent."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.comparison.compare import compare
from reader.export.annotated import annotated_docx
from reader.export.choices import NoteChoice
from reader.export.clipboard import notes_clip, points_clip, quote_clip
from reader.export.comparison_records import ComparisonOptions, ComparisonSource
from reader.export.comparison_table import SUFFIXES as COMPARED
from reader.export.comparison_table import comparison_table
from reader.export.comparison_table import render as render_comparison
from reader.export.digest_files import SUFFIXES as DIGESTS
from reader.export.digest_files import render as render_digest
from reader.export.digest_text import digest_clip
from reader.export.notes_files import ANNOTATED, NOTES, POINTS
from reader.export.notes_files import SUFFIXES as LISTS
from reader.export.notes_files import render as render_notes
from reader.export.redline import redline_docx
from reader.export.tasks import SUFFIXES as TASKS
from reader.export.tasks import render as render_tasks
from reader.export.tasks import task_table
from reader.export.word_comments import read_comments
from reader.export.xml_text import xml_safe
from tests.export import hostile
from tests.export.reopened import Page, bare, paragraph_text, text_of, unsound
from tests.export.tracked import body, paragraphs

slowly = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
LONG = {
    "characters": "长" * 10_000,
    "lines": "".join(f"第{n}行\n" for n in range(1_900)),
    "letters": "a" * 10_000,
    "blanks": "始" + " \u3000" * 5_000 + "终",
    "unseen": "\u200b\u2060" * 5_000,
    "astral": "𠮷\U0010ffff" * 5_000,
    "tabs": "始" + "\t" * 10_000 + "终",
    "open quotes": "《“" * 5_000,
    "nested quotes": "《〈“‘" * 2_500 + "’”〉》" * 2_500,
    "forbidden": "甲\x00\x0b\ufffe乙" * 2_000,
}


@pytest.mark.parametrize("suffix", LISTS[NOTES])
@pytest.mark.parametrize("kind", [NOTES, POINTS])
@slowly
@given(hostile.sent())
def test_that_lists_of_notes_say_what_was_noted(kind, suffix, sent):
    data = render_notes(sent.sheet, kind, suffix, author="王敏")
    assert unsound(data, suffix) == []
    said = text_of(data, suffix)
    held = (lambda text: bare(text) in bare(said)) if suffix == ".md" else (lambda text: text.strip("\n") in said)
    assert [note for note in sent.notes if not held(xml_safe(note))] == []
    if kind == NOTES:  # an outline does not say again what a heading says
        assert [quote for quote in sent.quotes if not held(xml_safe(quote))] == []
        assert [name for name in sent.names if bare(xml_safe(name)) not in bare(said)] == []


@slowly
@given(hostile.sent())
def test_that_the_annotated_document_says_all_and_its_comments_come_back(sent):
    data = render_notes(sent.sheet, ANNOTATED, ".docx", author="王敏")
    assert unsound(data, ".docx") == []
    text = xml_safe(sent.sheet.reading.simplified)
    assert bare(text) in bare(text_of(data, ".docx"))
    said = [p.annotation for p in sent.sheet.placements if p.annotation.note or p.annotation.tags]
    found = read_comments(data).comments
    assert all(comment.unchanged for comment in found)
    if text.strip():  # else there is nothing to comment on, and the notes are listed alone
        assert sorted(c.note for c in found) == sorted(xml_safe(mark.note) for mark in said)
        assert sorted(c.uuid for c in found) == sorted(mark.uuid for mark in said)


@pytest.mark.parametrize("suffix", DIGESTS)
@slowly
@given(hostile.digests())
def test_that_digests_say_what_was_taken_and_remarked(suffix, digest):
    data = render_digest(digest, suffix, author="王敏")
    assert unsound(data, suffix) == []
    said = bare(text_of(data, suffix))
    sent = (text for clipping in digest.clippings for text in (clipping.text, clipping.theme, clipping.remark))
    assert [text for text in sent if bare(xml_safe(text)) not in said] == []


@pytest.mark.parametrize("suffix", TASKS)
@slowly
@given(hostile.texts(), hostile.texts(), hostile.WORDS)
def test_that_task_tables_say_what_stands_in_their_cells(suffix, one, other, title):
    table = task_table([hostile.task_source(one, title), hostile.task_source(other)])
    data = render_tasks(table, suffix)
    assert unsound(data, suffix) == []
    said = bare(text_of(data, suffix))
    assert [cell for row in table.rows for cell in row.cells if bare(xml_safe(cell)) not in said] == []


@pytest.mark.parametrize("suffix", COMPARED)
@pytest.mark.parametrize("mode", ["editions", "topics"])
@slowly
@given(hostile.texts(), hostile.texts(), st.booleans(), hostile.WORDS)
def test_that_tables_of_comparisons_say_what_stands_in_their_cells(mode, suffix, left, right, longer, note):
    here, there = hostile.compared(left), hostile.compared(left + right if longer else right)
    source = ComparisonSource(here, there, compare(here, there, mode), notes={(0, 0): (note,), (1, 1): (note,)})
    table = comparison_table(source, ComparisonOptions(unchanged=True, kinds=True, units=True, notes=True))
    data = render_comparison(table, suffix)
    assert unsound(data, suffix) == []
    if suffix != ".txt":  # there what is added stands in brackets, and a heading that both have once
        said = bare(text_of(data, suffix))
        assert [cell for row in table.rows for cell in row.cells if bare(xml_safe(cell.text)) not in said] == []


@slowly
@given(hostile.texts(), hostile.texts(), st.booleans())
def test_that_a_redline_is_one_text_accepted_and_the_other_rejected(left, right, longer):
    here, there = hostile.compared(left), hostile.compared(left + right if longer else right)
    data = redline_docx(ComparisonSource(here, there, compare(here, there, "editions")))
    assert unsound(data, ".docx") == []
    assert _resolved(data, "w:del") == [xml_safe(line) for line in paragraphs(there)]
    assert _resolved(data, "w:ins") == [xml_safe(line) for line in paragraphs(here)]


@slowly
@given(hostile.sent(), hostile.digests(), hostile.TEXT)
def test_that_the_clipboard_says_the_same_as_html_and_as_text(sent, digest, words):
    for clip in (notes_clip(sent.sheet), points_clip(sent.sheet), digest_clip(digest), quote_clip(words, words)):
        page = Page(clip.html)
        assert bare("".join(page.pieces)) == bare(clip.text)
        assert page.tags <= {"html", "head", "meta", "body", "p", "span"}
        assert page.attributes <= {"lang", "charset", "class", "style"}
        assert xml_safe(clip.text) == clip.text


@pytest.mark.parametrize("long", LONG)
@pytest.mark.parametrize("kind", LISTS)
def test_that_a_note_of_ten_thousand_characters_is_whole_everywhere(kind, long):
    sent = _with_note(LONG[long])
    for suffix in LISTS[kind]:
        data = render_notes(sent, kind, suffix)
        assert unsound(data, suffix) == []
        if kind != ANNOTATED:
            assert bare(xml_safe(LONG[long])) in bare(text_of(data, suffix))
    if kind == ANNOTATED:
        (comment,) = read_comments(data).comments
        assert (comment.note, comment.unchanged) == (xml_safe(LONG[long]), True)


@pytest.mark.parametrize("order", ["text", "colour", "time"])
def test_that_no_format_lets_out_what_stays_at_home(order):
    secrets = ("秘作者", "秘标签", "秘内容", "秘引文")
    choice = NoteChoice(outward=True, order=order)
    sheet = _with_note("可以公开", author="秘作者", tags=("秘标签",))
    kept = _with_note("秘内容", author="秘作者", tags=("甲", "内部")).placements
    lost = hostile.lost("秘引文", note="秘内容", author="秘作者", tags=("内部",))
    sheet = sheet.__class__(sheet.front, sheet.outline, sheet.reading, (*sheet.placements, *kept, lost))
    for kind, suffixes in LISTS.items():
        for suffix in suffixes:
            whole = _unpacked(render_notes(sheet, kind, suffix, choice, author="秘作者"))
            assert "可以公开" in whole
            assert [secret for secret in secrets if secret in whole] == []
    for clip in (notes_clip(sheet, choice=choice), points_clip(sheet, choice=choice)):
        assert [secret for secret in secrets if secret in clip.html + clip.text] == []


def test_that_a_document_without_a_word_is_a_file_all_the_same():
    sheet = hostile.sheet("\n \u3000\t\n")
    for kind, suffixes in LISTS.items():
        for suffix in suffixes:
            assert unsound(render_notes(sheet, kind, suffix), suffix) == []
    assert read_comments(annotated_docx(sheet)).comments == ()


def _with_note(note: str, **fields):
    return hostile.sheet("关于口袋公园的实施意见\n一、建设口袋公园\n到2027年新建12座。\n", ("新建12座", note, fields))


def _unpacked(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(name + archive.read(name).decode() for name in archive.namelist())


def _resolved(data: bytes, gone: str) -> list[str]:
    """Return the paragraphs, with their tabs, once all insertions or all deletions are taken out."""
    root, lines = body(data), [""]
    for paragraph in root.iter(qn("w:p")):
        kept = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(gone)}") is None
        for change in list(paragraph.iter(qn(gone))):
            change.getparent().remove(change)
        lines[-1] += paragraph_text(paragraph)
        if kept:
            lines.append("")
    return lines[:-1]
