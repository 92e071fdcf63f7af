from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reader.export.fonts import PLAIN, Fonts
from reader.export.gongwen import Gongwen, Properties
from reader.export.page import TABLE
from reader.export.styles import GongwenType, Label
from tests.export.word import fonts, opened, parts, runs


def paper(type_: GongwenType | None = None, **options) -> bytes:
    gongwen = Gongwen(Properties("题目", **options), type_)
    gongwen.title("关于“试点”工作的意见", "批注清单")
    gongwen.heading(0, "一、总体要求")
    gongwen.heading(1, "（一）功能定位")
    gongwen.heading(2, "1.目标")
    gongwen.paragraph("BodyText", Label("责任单位："), "支持“环同济”知识经济圈——面向全球……")
    return gongwen.bytes()


def test_that_the_page_leaves_a_type_area_of_156_by_225_millimetres():
    section = opened(paper()).sections[0]
    assert section.page_width == pytest.approx(Mm(210), abs=Pt(0.05))
    assert section.top_margin == pytest.approx(Mm(37), abs=Pt(0.05))
    assert section.left_margin == pytest.approx(Mm(28), abs=Pt(0.05))
    assert section.page_width - section.left_margin - section.right_margin == pytest.approx(Mm(156), abs=Pt(0.1))
    assert section.page_height - section.top_margin - section.bottom_margin == pytest.approx(Mm(225), abs=Pt(0.1))


@pytest.mark.parametrize(("pitch", "lines"), [(28, 22), (28.95, 22), (29.5, 21)])
def test_that_the_type_area_holds_22_lines_of_28_characters(pitch, lines):
    document = opened(paper(GongwenType(line_pitch=pitch)))
    body = document.styles["Body Text"]
    format_ = document.styles["Normal"].paragraph_format
    section = document.sections[0]
    assert body.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    height = section.page_height - section.top_margin - section.bottom_margin
    assert height // body.paragraph_format.line_spacing == lines
    spacing = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    width = section.page_width - section.left_margin - section.right_margin
    assert width // Pt(body.font.size.pt + spacing) == 28
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", str(round(pitch * 20)))
    assert format_.widow_control is False


def test_that_every_run_names_its_east_asian_font_and_hints_at_it_for_quotation_marks():
    document = opened(paper())
    found = [fonts(run) for run in runs(document)]
    assert found
    assert all(f["hint"] == "eastAsia" and f["eastAsia"] and f["ascii"] for f in found)
    body = document.paragraphs[-1]
    assert [fonts(run._r)["eastAsia"] for run in body.runs] == ["黑体", "仿宋_GB2312"]


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Body Text", "仿宋_GB2312", 16),
        ("heading 1", "黑体", 16),
        ("heading 2", "楷体_GB2312", 16),
        ("heading 3", "仿宋_GB2312", 16),
        ("单页页码", "宋体", 14),
    ],
)
def test_that_the_styles_carry_the_type_of_the_standard(style, font, size):
    found = next(s for s in opened(paper()).styles if s.element.find(qn("w:name")).get(qn("w:val")) == style)
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size == Pt(size)


def test_that_runs_leave_all_but_the_font_to_the_styles():
    document = opened(paper())
    assert {child.tag for run in runs(document) for child in run.rPr} == {qn("w:rFonts"), qn("w:rStyle")}
    assert {child.tag for p in document.paragraphs for child in p._p.pPr} == {qn("w:pStyle")}
    unpinned = opened(paper(GongwenType(pinned_fonts=False)))
    assert all(fonts(run) == {"hint": "eastAsia"} for run in runs(unpinned))


def test_that_headings_have_outline_levels_and_literal_numbers():
    document = opened(paper())
    headings = [p for p in document.paragraphs if p.style.style_id.startswith("Heading")]
    levels = [p.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for p in headings]
    assert levels == ["0", "1", "2"]
    assert [p.text for p in headings] == ["一、总体要求", "（一）功能定位", "1.目标"]


def test_that_paragraphs_are_indented_by_two_characters():
    indent = opened(paper()).styles["Body Text"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert indent.get(qn("w:firstLine")) == "640"


def test_that_odd_pages_are_numbered_right_and_even_pages_left_one_character_in():
    document = opened(paper())
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side, align in ((section.footer, "right", "right"), (section.even_page_footer, "left", "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph.text == "— 1 —"
        properties = paragraph.style.element.pPr
        assert properties.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
        assert properties.find(qn("w:jc")).get(qn("w:val")) == align
        assert {fonts(run._r)["ascii"] for run in paragraph.runs} == {"宋体"}
        assert [e.text.strip() for e in paragraph._p.iter(qn("w:instrText"))] == ["PAGE"]


def test_that_a_table_page_counts_its_pages():
    document = opened(Gongwen(Properties(), page=TABLE).bytes())
    paragraph = document.sections[0].footer.paragraphs[0]
    assert paragraph.text == "第1页　共1页"
    assert [e.text.strip() for e in paragraph._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert not document.settings.odd_and_even_pages_header_footer


def test_that_the_package_holds_no_theme_no_picture_and_nothing_that_points_outside():
    files = parts(paper())
    assert not [name for name in files if "theme" in name.lower() or "thumbnail" in name or name.endswith("jpeg")]
    assert not [name for name, text in files.items() if "External" in text or "Theme=" in text]
    assert 'w:eastAsia="zh-CN"' in files["word/styles.xml"]


def test_that_fallbacks_are_named_for_machines_without_the_fonts():
    table = parts(paper())["word/fontTable.xml"]
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in table


def test_that_the_names_of_the_standard_can_be_chosen():
    document = opened(paper(GongwenType(fonts=PLAIN, bold_headings=True)))
    assert document.styles["Body Text"].element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋"
    assert document.styles["heading 3"].font.bold
    assert not document.styles["heading 2"].font.bold


def test_that_a_font_name_cannot_break_the_file():
    name = '坏"<字体>&'
    assert fonts(runs(opened(paper(GongwenType(fonts=Fonts(body=name)))))[-1])["eastAsia"] == name


def test_that_properties_say_who_made_it_and_when():
    moment = datetime(2026, 11, 22, 10, 15, tzinfo=timezone(timedelta(hours=8)))
    core = opened(paper(author="王敏\x01", subject="杨府发〔2024〕11号", created=moment)).core_properties
    assert (core.title, core.author, core.subject, core.language) == ("题目", "王敏", "杨府发〔2024〕11号", "zh-CN")
    assert core.created == core.modified == datetime(2026, 11, 22, 2, 15, tzinfo=UTC)


def test_that_a_very_long_property_is_cut():
    assert len(opened(Gongwen(Properties("长" * 999)).bytes()).core_properties.title) == 255
