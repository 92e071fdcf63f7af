"""Templates that LibreOffice wrote, and pages as it sets them; skipped where there is none."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from reader.export.fonts import Fonts
from reader.export.gongwen import Gongwen, Properties
from reader.export.styles import GongwenType
from reader.export.template import take_over, type_of
from reader.settings import Settings

FONT = "Noto Serif CJK SC"  # the fonts of the standard are not free; its squares are as wide
FODT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{FONT}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="F" style:font-name-asian="F"
 fo:font-size="15pt" style:font-size-asian="15pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard" style:class="text">
<style:paragraph-properties fo:line-height="26pt" fo:text-indent="30pt" fo:text-align="justify"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1">
<style:text-properties style:font-size-asian="18pt" fo:font-size="18pt" style:font-weight-asian="bold"
 fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="30mm" fo:margin-bottom="27mm" fo:margin-left="30mm" fo:margin-right="30mm"/>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"/></office:master-styles>
<office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">一、巡查</text:h>
<text:p text:style-name="Text_20_body">每月巡查。</text:p></office:text></office:body></office:document>
"""


@pytest.fixture
def office(tmp_path):
    """Return a function that converts a file of the test's folder."""
    for program in ("soffice", "pdftotext", "fc-list"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    if not subprocess.run(["fc-list", FONT], capture_output=True, check=False).stdout:
        pytest.skip(f"{FONT} is not installed")

    def convert(name: str, form: str, folder: str) -> None:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path / folder)]
        subprocess.run([*command, str(tmp_path / name)], check=True, capture_output=True)

    return convert


def pages(path) -> list[list[str]]:
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True).stdout.decode()
    return [["".join(line.split()) for line in page.splitlines() if line.strip()] for page in text.split("\f")]


def numbers(path) -> list[tuple[str, float]]:
    """Return the page numbers, and where they begin from the left edge, in points."""
    command = ["pdftotext", "-bbox", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return [(n, float(x)) for x, n in re.findall(r'<word xMin="([\d.]+)"[^>]*>(\d+)</word>', text)]


@pytest.mark.parametrize(("pitch", "lines"), [(28, 22), (28.95, 22), (29.5, 21)])
def test_that_a_full_page_has_its_lines_and_its_number_outside(office, tmp_path, pitch, lines):
    paper = Gongwen(Properties(), GongwenType(Fonts(FONT, FONT, FONT, FONT, FONT, FONT), pitch))
    paper.paragraph("BodyText", "国" * 28 * 80)
    (tmp_path / "a.docx").write_bytes(paper.bytes())
    office("a.docx", "pdf", ".")
    first, second, *_ = pages(tmp_path / "a.pdf")
    assert (len(first), len(second)) == (lines + 1, lines + 1)
    assert {len(line) for line in second[:-1]} == {28}
    (one, right), (two, left), *_ = numbers(tmp_path / "a.pdf")
    assert (one, two) == ("1", "2")
    assert right > 470
    assert left < 130


def test_that_the_styles_of_a_file_of_libreoffice_are_taken_over(office, tmp_path, data_folder):
    (tmp_path / "own.fodt").write_text(FODT, encoding="utf-8")
    office("own.fodt", "docx:Office Open XML Text", "made")
    template = take_over(tmp_path / "made" / "own.docx")
    assert set(template.found) >= {"BodyText", "Heading1"}
    assert (template.styles["Heading1"].size, template.styles["Heading1"].bold) == (18.0, True)
    paper = Gongwen(Properties(), type_of(Settings(template="own.docx", template_page=True)))
    paper.heading(0, "一、巡查")
    paper.paragraph("BodyText", "国" * 28 * 80)
    (tmp_path / "a.docx").write_bytes(paper.bytes())
    office("a.docx", "pdf", ".")
    _first, second, *_ = pages(tmp_path / "a.pdf")
    # 150 mm are 28 characters of 15 pt, 240 mm 26 lines of 26 pt.
    assert (len(second) - 1, {len(line) for line in second[:-1]}) == (26, {28})


def test_that_what_libreoffice_saves_of_an_export_gives_the_same_styles_back(office, tmp_path, data_folder):
    paper = Gongwen(Properties())
    paper.title("关于开展巡查的通知")
    paper.heading(0, "一、巡查")
    for style in ("BodyText", "Heading2", "Heading3", "Note", "Detail"):
        paper.paragraph(style, "字")
    (tmp_path / "a.docx").write_bytes(paper.bytes())
    office("a.docx", "docx:Office Open XML Text", "made")
    take_over(tmp_path / "made" / "a.docx")
    ours, found = GongwenType(), type_of(Settings(template="a.docx"))
    for style in ("Title", "BodyText", "Heading1", "Heading2", "Heading3", "Note", "Detail"):
        one, other = ours.style(style), found.style(style)
        assert (other.size, other.align, other.first_line) == (one.size, one.align, one.first_line)
        assert (other.pitch, other.rule, other.apart) == (28.95, "exact", one.apart)
        assert other.east_asian(found.fonts) == one.east_asian(ours.fonts)
