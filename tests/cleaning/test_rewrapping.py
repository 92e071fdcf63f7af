"""A bundled document broken anew at any width reads as it did."""

from __future__ import annotations

import re

import pytest

from reader.cleaning.lines import width
from reader.importers import read_document
from reader.library.derivation import derive
from reader.paths import resource_path
from reader.text.folding import folded

BUNDLED = sorted(resource_path("documents").glob("*.txt"))
_TOKEN = re.compile(r"[A-Za-z0-9%.+-]+|.")
_NEVER_FIRST = "，。；：、）”》！？"


def broken(paragraph: str, columns: int) -> list[str]:
    """Break a paragraph as a typesetter does: indented, no punctuation at the start of a line."""
    lines, line = [], "　　"
    for token in _TOKEN.findall(paragraph):
        if width(line.replace("　", "一")) + width(token) > columns and token not in _NEVER_FIRST:
            lines.append(line)
            line = ""
        line += token
    return [*lines, line]


def facts(text: str) -> tuple[object, ...]:
    found = derive(text)
    simplified, front = found.reading.simplified, found.front
    sections = [
        (s.path, folded(s.heading), folded("".join(span.text(simplified) for span in s.body)))
        for s in found.outline.sections[1:]
    ]
    units = [(a.path, a.role, tuple(u.name for u in a.units)) for a in found.assignments]
    return sections, units, front.title, front.notice_title, front.doc_number, front.issuers, front.issued_on


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
@pytest.mark.parametrize(("columns", "between"), [(22, "\n\n"), (27, "\n"), (34, "\n"), (42, "\n\n")])
def test_that_a_document_broken_anew_reads_as_it_did(path, columns, between):
    text = derive(read_document(path).source).reading.simplified
    lines = [line for paragraph in text.split("\n") for line in broken(paragraph, columns)]
    assert facts(between.join(lines)) == facts(text)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
@pytest.mark.parametrize("foot", ["— {} —", "第 {} 页 共 20 页", "{}"])
def test_that_page_numbers_and_running_heads_do_not_matter(path, foot):
    text = derive(read_document(path).source).reading.simplified
    lines = [line for paragraph in text.split("\n") for line in broken(paragraph, 28)]
    pages = [lines[i : i + 22] for i in range(0, len(lines), 22)]
    paged = [line for n, page in enumerate(pages, start=1) for line in (*page, foot.format(n), "某市人民政府公报")]
    assert facts("\n".join(paged)) == facts(text)
