"""The five documents that come with the program, against what people read in them."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from pathlib import Path

import pytest

from reader.importers import read_document
from reader.library.derivation import Derivation, derive
from reader.paths import resource_path

GOLD = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent.parent / "gold").glob("*.json"))
]
FRONT = (
    "title",
    "notice_title",
    "doc_number",
    "issuer",
    "issued_on",
    "printed_on",
    "published_on",
    "effective_on",
    "addressees",
    "printed_by",
    "copied_to",
)
each_document = pytest.mark.parametrize("gold", GOLD, ids=lambda g: g["document"])


def fold(value: str | None) -> str | None:
    return "".join(unicodedata.normalize("NFKC", value).split()) if value is not None else None


@lru_cache
def derived(name: str) -> Derivation:
    return derive(read_document(resource_path("documents", name)).source)


@each_document
def test_that_the_front_matter_is_read(gold):
    front = derived(gold["document"]).front
    stated = {key: fold(gold[key]) for key in FRONT if key in gold}
    assert {key: fold(getattr(front, key)) for key in stated} == stated
    if "cited_doc_numbers" in gold:
        assert list(front.cited_doc_numbers) == gold["cited_doc_numbers"]


@each_document
def test_that_the_section_tree_is_the_one_people_read(gold):
    outline = derived(gold["document"]).outline
    assert [(s.depth, fold(s.path), fold(s.heading)) for s in outline.body()] == [
        (s["depth"], fold(s["path"]), fold(s["heading"])) for s in gold["outline"]
    ]


@each_document
def test_that_the_annexes_are_apart_from_the_body(gold):
    outline = derived(gold["document"]).outline
    found = [(fold(s.path), fold(s.heading)) for s in outline.sections if s.annex]
    stated = [(fold(s["path"]), fold(s["heading"])) for a in gold.get("annexes", []) for s in (a, *a["outline"])]
    assert found == stated


@each_document
def test_that_the_units_of_each_clause_are_read(gold):
    found = [
        (a.path, a.role, [u.name for u in a.units], a.open_ended)
        for a in derived(gold["document"]).assignments
        if a.source != "prose" or a.role == "组长单位"
    ]
    assert found == [(fold(a["path"]), a["role"], a["units"], a["open_ended"]) for a in gold["assignments"]]


@each_document
def test_that_what_is_wrong_with_a_document_is_said(gold):
    known = {"numbering_gap", "empty_section", "damaged"}
    found = {(f.kind, f.path) for f in derived(gold["document"]).findings if f.kind in known}
    assert found == {(f["kind"], fold(f["path"])) for f in gold["findings"]}


@each_document
def test_that_the_text_holds_the_document_and_nothing_around_it(gold):
    text = fold(derived(gold["document"]).reading.simplified)
    assert [piece for piece in gold["present"] if fold(piece) not in text] == []
    assert [piece for piece in gold["absent"] if fold(piece) in text] == []


@each_document
def test_that_every_place_of_the_text_belongs_to_a_section(gold):
    found = derived(gold["document"])
    outline, text = found.outline, found.reading.text
    assert outline.starts[0] == 0
    assert list(outline.starts) == sorted(set(outline.starts))
    for section in outline.sections[1:]:
        assert outline.at(section.marker_span.start) is section
        assert section.heading_span.text(found.reading.simplified).startswith(section.heading)
        assert all(outline.at(piece.start) is section for piece in section.body)
        assert section.span.end <= len(text)


def test_that_damaged_names_are_restored_and_the_raw_text_kept():
    found = derived("徐汇联动创新区建设方案（繁体）.txt")
    restored = [(u.name, u.raw) for a in found.assignments for u in a.units if u.restored]
    assert ("中国人民银行上海总部", "中国人民银行上??偛?") in restored
    assert ("国家外汇管理局上海市分局", "中国人民银行上??偛俊彝鈪R管理局上海市分局") in restored
    assert "上??偛?" in found.reading.simplified
