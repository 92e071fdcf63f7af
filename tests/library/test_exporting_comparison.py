from __future__ import annotations

import pytest

from reader.comparison.judgement import Judgement, Verdict
from reader.export.atomic import ExportFailed
from reader.export.comparison_records import ComparisonOptions
from reader.library.comparing import Compared, compare_documents
from reader.library.exporting_comparison import REDLINE, comparison_source, export_comparison, notes_by_sections
from reader.library.kept import DifferenceNote
from reader.library.preview import preview
from tests.export.builders import built
from tests.export.comparisons import LOWER, NEW, OLD, UPPER


@pytest.fixture
def compared(tmp_path):
    def of(left: str, right: str, mode: str = "editions", direction: str = "peers", **said) -> Compared:
        files = [tmp_path / name for name in ("旧.txt", "新.txt")]
        for file, text in zip(files, (left, right), strict=True):
            file.write_text(f"公园管理办法\n{text}", encoding="utf-8")
        here, there = map(preview, files)
        found = compare_documents(here, there, mode, direction=direction)
        return Compared(here, there, found, said.get("judgements", {}), said.get("notes", {}))

    return of


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".txt"])
def test_that_the_rows_are_counted(compared, tmp_path, suffix):
    out = tmp_path / f"对照表{suffix}"
    assert export_comparison(compared(OLD, NEW), out) == 4
    assert out.stat().st_size > 500


def test_that_options_and_judgements_arrive(compared, tmp_path):
    out = tmp_path / "a.txt"
    export_comparison(compared(OLD, NEW), out, options=ComparisonOptions(kinds=True))
    assert "变化类型：要求力度（第一款）" in out.read_text(encoding="utf-8-sig")
    said = {n: Judgement(Verdict.MISSING, "待补充") for n in range(1, 4)}
    export_comparison(compared(UPPER, LOWER, "topics", "downward", judgements=said), out)
    text = out.read_text(encoding="utf-8-sig")
    assert "承接情况：未承接" in text
    assert "备注：待补充" in text


def test_that_the_redline_is_written(compared, tmp_path):
    out = tmp_path / "a.docx"
    assert export_comparison(compared(OLD, NEW), out, form=REDLINE, author="王敏") > 0
    with pytest.raises(ValueError, match="txt"):
        export_comparison(compared(OLD, NEW), tmp_path / "a.txt", form=REDLINE)


def test_that_an_unknown_form_is_refused_and_a_failure_told(compared, tmp_path):
    with pytest.raises(ValueError, match="picture"):
        export_comparison(compared(OLD, NEW), tmp_path / "a.docx", form="picture")
    with pytest.raises(ExportFailed):
        export_comparison(compared(OLD, NEW), tmp_path / "none" / "a.docx")


def test_that_the_library_names_what_has_no_title(tmp_path):
    file = tmp_path / "会议记录.txt"
    file.write_text("一、内容\n公园开放。\n", encoding="utf-8")
    document = preview(file)
    source = comparison_source(Compared(document, document, compare_documents(document, document), {}, {}))
    assert source.left.name == "《会议记录》"


def test_that_notes_are_gathered_by_their_sections():
    document = built("一、公园开放。", "二、公园免费。")
    placements = [document.placement("公园开放", " 与上位法一致 ", 1), document.placement("公园免费", "", 2)]
    notes = [
        DifferenceNote(1, 1, 1, "wording", ""),
        DifferenceNote(2, 2, None, "wording", ""),
        DifferenceNote(9, 1, 1, "", ""),
    ]
    assert notes_by_sections(notes, placements) == {(1, 1): ("与上位法一致",)}
