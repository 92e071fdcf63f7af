from __future__ import annotations

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.paths import resource_path
from reader.ui.main_window.places import Place
from reader.ui.main_window.session import OPEN, WINDOW, read_start

FILES = sorted(resource_path("documents").iterdir())[:2]


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def test_that_a_new_library_has_nothing_to_restore(library):
    start = read_start(library)
    assert (start.entries, start.documents, start.pair, start.is_new) == ((), (), False, True)


def test_that_documents_and_places_are_read_in_one_go(library):
    one, two = (imported.number for imported in import_paths(library, FILES).imported)
    library.session.set(OPEN, {"pair": True, "places": [[one, 3, 0.25], [two, 1, 0]]})
    start = read_start(library)
    assert start.pair
    assert start.places == (Place(one, 3, 0.25), Place(two, 1, 0.0))
    assert [document.entry.number for document, _placements in start.documents] == [one, two]


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        [],
        {"places": 1},
        {"places": [[1]]},
        {"places": [["a", "b", "c"]]},
        {"pair": True, "places": [[99, 0, 0]]},
    ],
)
def test_that_a_session_that_makes_no_sense_is_none(library, kept):
    import_paths(library, FILES)
    library.session.set(OPEN, kept)
    library.session.set(WINDOW, kept)
    start = read_start(library)
    assert (start.documents, start.pair) == ((), False)


def test_that_a_pair_of_which_one_is_in_the_bin_opens_the_other(library):
    one, two = (imported.number for imported in import_paths(library, FILES).imported)
    library.session.set(OPEN, {"pair": True, "places": [[one, 0, 0], [two, 2, 0]]})
    library.documents.bin(one)
    start = read_start(library)
    assert not start.pair
    assert [document.entry.number for document, _placements in start.documents] == [two]
