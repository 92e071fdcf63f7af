from __future__ import annotations

import pytest

from reader.ui.export.target_path import chosen_path, proposed_path

WORD, TABLE = ".docx", ".xlsx"


@pytest.mark.parametrize(
    ("typed", "suffix", "name"),
    [
        ("清单.docx", WORD, "清单.docx"),
        ("清单.XLSX", WORD, "清单.XLSX"),
        ("清单", WORD, "清单.docx"),
        ("第2.1稿", WORD, "第2.1稿.docx"),
        ("清单.doc", WORD, "清单.docx"),
        ("清单.xls", TABLE, "清单.xlsx"),
        ("清单.doc", TABLE, "清单.doc.xlsx"),
    ],
)
def test_that_the_name_typed_gets_the_ending_it_needs(tmp_path, typed, suffix, name):
    assert chosen_path(tmp_path / typed, (WORD, TABLE), suffix) == tmp_path / name


def test_that_no_file_is_written_over_that_the_system_did_not_ask_about(tmp_path):
    (tmp_path / "清单.docx").touch()
    assert chosen_path(tmp_path / "清单", (WORD,), WORD) == tmp_path / "清单（2）.docx"
    assert chosen_path(tmp_path / "清单.doc", (WORD,), WORD) == tmp_path / "清单（2）.docx"
    assert chosen_path(tmp_path / "清单.docx", (WORD,), WORD) == tmp_path / "清单.docx"


def test_that_a_title_names_the_file_and_its_kind_once(tmp_path):
    assert proposed_path(tmp_path, "各区经验摘编", "摘编", WORD).name == "各区经验（摘编）.docx"
    assert proposed_path(tmp_path, "", "摘编", WORD).name == "摘编.docx"
