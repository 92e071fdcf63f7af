"""What real documents say, read by hand: tests/gold/units holds the truth, ../shared/corpus/policy the documents.

The figures of each document are printed: pytest -s tests/units/test_truth.py.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.importers import read_document
from reader.structure.parser import parse
from reader.units.extraction import extract

HERE = Path(__file__).resolve()
TRUTH = sorted((HERE.parents[1] / "gold" / "units").glob("*.json"))
DOCUMENTS = HERE.parents[3] / "shared" / "corpus" / "policy"
F1, PRECISION = 0.99, 0.995

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="../shared/corpus/policy is not there")


def fold(written: str) -> str:
    return "".join(unicodedata.normalize("NFKC", written).split())


def counted(role: str, source: str) -> bool:
    """What sentences say counts only where they name the 组长单位."""
    return source != "prose" or role == "组长单位"


@cache
def compared(truth: Path) -> tuple[Counter, Counter, Counter, Counter]:
    """Return (path, role, unit) of the truth and as read, then the same with duty and open end."""
    said = json.loads(truth.read_text(encoding="utf-8"))["assignments"]
    text = clean(read_document(DOCUMENTS / f"{truth.stem}.txt").source).simplified
    read = [a for a in extract(text, parse(text)) if counted(a.role, a.source)]
    said = [a for a in said if counted(a["role"], a.get("source", "bracket"))]
    return (
        Counter((fold(a["path"]), fold(a["role"]), fold(u)) for a in said for u in a["units"]),
        Counter((fold(a.path), fold(a.role), fold(u.name)) for a in read for u in a.units),
        Counter((fold(a["path"]), fold(u), d, a["open_ended"]) for a in said for u, d in zip(a["units"], a["duties"], strict=True)),
        Counter((fold(a.path), fold(u.name), u.duty.value, a.open_ended) for a in read for u in a.units),
    )  # fmt: skip


def figures(truth: Counter, read: Counter) -> tuple[float, float]:
    """Return F1 and precision."""
    hits = (truth & read).total()
    return 2 * hits / max(1, truth.total() + read.total()), hits / max(1, read.total())


@pytest.mark.parametrize("truth", TRUTH, ids=lambda path: path.stem)
def test_that_the_units_of_a_real_document_are_read(truth):
    said, read, _, _ = compared(truth)
    f1, precision = figures(said, read)
    print(f"{truth.stem}: {said.total()} units, F1 {f1:.4f}, precision {precision:.4f}")  # noqa: T201
    assert f1 >= F1, f"missing {said - read}, read beside {read - said}"
    assert precision >= PRECISION, f"read beside {read - said}"


@pytest.mark.parametrize("truth", TRUTH, ids=lambda path: path.stem)
def test_that_the_duties_of_a_real_document_are_told(truth):
    _, _, said, read = compared(truth)
    assert figures(said, read)[0] >= F1, f"missing {said - read}, told beside {read - said}"


def test_that_the_truth_is_there():
    assert len(TRUTH) == 10


def test_that_laws_make_no_one_responsible():
    laws = [
        path
        for folder in ("laws", "law_pairs")
        for path in sorted((DOCUMENTS.parent / folder).iterdir())
        if path.suffix != ".json"
    ]
    for path in laws:
        text = clean(read_document(path).source).simplified
        assert extract(text, parse(text)) == (), path.name
