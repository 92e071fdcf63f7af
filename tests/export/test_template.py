from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reader.export.gongwen import Gongwen, Properties
from reader.export.page import TABLE
from reader.export.template import forget, kept_template, take_over, template_fault, template_path, type_of
from reader.export.template_file import TemplateRefused
from reader.export.template_words import told, told_page
from reader.settings import Settings
from tests.export.templates import changed, house_style, part, saved, set_fonts
from tests.export.word import fonts, opened, parts, runs

TYPES, LINKS, STYLES = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml"
CHOSEN = Settings(template="公文模板.docx")


@pytest.fixture
def take(tmp_path, data_folder):
    """Return a function that takes over a file of the user's own."""

    def taken(data: bytes):
        (tmp_path / "公文模板.docx").write_bytes(data)
        return take_over(tmp_path / "公文模板.docx")

    return taken


def paper(settings: Settings = CHOSEN, **options) -> bytes:
    gongwen = Gongwen(Properties("题目"), type_of(settings), **options)
    gongwen.title("关于开展巡查的通知")
    gongwen.heading(0, "一、巡查")
    gongwen.heading(2, "1.日常")
    gongwen.paragraph("BodyText", "每月巡查1次。")
    gongwen.paragraph("Note", "已办")
    return gongwen.bytes()


def test_that_without_a_template_the_settings_say_the_type(data_folder):
    settings = Settings(
        title_font="华文中宋",
        body_font="仿宋\x01",
        kai_font="",
        line_pitch=28.0,
        bold_headings=True,
        template_page=True,
    )
    type_ = type_of(settings)
    assert (type_.fonts.title, type_.fonts.body, type_.fonts.kai) == ("华文中宋", "仿宋", "楷体_GB2312")
    assert (type_.line_pitch, type_.template) == (28.0, None)
    assert type_.style("Heading3").bold
    assert not type_.style("Heading4").bold


def test_that_styles_are_taken_over_by_their_names(take):
    take(house_style())
    document = opened(paper())
    body, title, note = (document.styles[name] for name in ("Body Text", "Title", "批注"))
    assert (body.font.size, body.paragraph_format.line_spacing) == (Pt(15), Pt(26))
    assert title.font.color.rgb == RGBColor(0xC0, 0, 0)
    assert note.font.italic
    assert not body.font.italic
    assert [fonts(run)["eastAsia"] for run in runs(document)] == [
        "方正小标宋_GBK",
        "宋体",  # of the theme
        "宋体",
        "方正仿宋_GBK",
        "华文楷体",
    ]
    assert fonts(runs(document)[-2])["ascii"] == "Arial"


def test_that_what_the_template_does_not_say_of_its_text_is_not_inherited_from_it(take):
    document = Document()
    document.styles["Normal"].font.bold = True
    document.styles["Normal"].font.color.rgb = RGBColor(0xFF, 0, 0)
    take(saved(document))
    exported = opened(paper())
    odd = exported.styles["单页页码"]
    assert odd.font.bold is False
    assert odd.element.rPr.find(qn("w:color")).get(qn("w:val")) == "auto"
    assert exported.styles["Body Text"].font.bold


def test_that_a_style_that_the_template_lacks_is_as_large_as_its_text(take):
    document = Document(io.BytesIO(house_style()))
    for name in ("Heading 3", "批注"):
        document.styles[name].delete()
    take(saved(document))
    type_ = type_of(Settings(template="x", bold_headings=True))
    heading, note = type_.style("Heading3"), type_.style("Note")
    assert (heading.size, heading.pitch, heading.bold) == (15, 26.0, True)
    assert (note.size, note.east_asian(type_.fonts)) == (15, "楷体_GB2312")
    assert heading.first_line == 200


def test_that_text_is_the_style_that_most_paragraphs_have(take):
    document = Document(io.BytesIO(house_style()))
    set_fonts(document.styles["Body Text"], "方正楷体_GBK", "Arial")
    assert take(saved(document)).found["BodyText"] == "Normal"
    for _ in range(3):
        document.add_paragraph("字", "Body Text")
    template = take(saved(document))
    assert template.found["BodyText"] == "Body Text"
    assert kept_template() == template
    assert type_of(CHOSEN).fonts.body == "方正楷体_GBK"


def test_that_text_without_an_indent_keeps_ours_and_what_stands_flush_has_none(take):
    take(house_style())
    assert type_of(CHOSEN).style("BodyText").first_line == 200
    document = Document(io.BytesIO(house_style()))
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(30)
    take(saved(document))
    type_ = type_of(CHOSEN)
    assert (type_.style("BodyText").first_line, type_.style("Normal").first_line) == (200, 0)


def test_that_a_hanging_indent_stays_one(take):
    document = Document(io.BytesIO(house_style()))
    document.styles["批注"].paragraph_format.left_indent = Pt(30)
    document.styles["批注"].paragraph_format.first_line_indent = Pt(-15)
    take(saved(document))
    indent = opened(paper()).styles["批注"].element.pPr.find(qn("w:ind"))
    assert (indent.get(qn("w:leftChars")), indent.get(qn("w:hangingChars"))) == ("200", "100")
    assert (indent.get(qn("w:left")), indent.get(qn("w:hanging"))) == ("600", "300")


def test_that_automatic_numbers_and_theme_fonts_stay_behind(take):
    document = Document()
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 1
    take(saved(document))
    files = parts(paper())
    assert not [name for name, text in files.items() if "w:numPr" in text or "Theme=" in text or "theme" in name]
    assert not [name for name, text in files.items() if "External" in text]
    assert 'w:eastAsia="zh-CN"' in files["word/styles.xml"]


def test_that_fonts_of_the_template_are_in_the_font_table(take):
    take(house_style())
    table = parts(paper())["word/fontTable.xml"]
    assert '<w:font w:name="华文楷体"><w:altName w:val="楷体,KaiTi' in table
    assert '<w:font w:name="Arial"><w:charset w:val="00"/>' in table


def test_that_paper_and_margins_are_taken_over_by_choice(take):
    template = take(house_style())
    assert told_page(template.page).startswith("纸张 210×297 毫米")
    section = opened(paper()).sections[0]
    assert section.left_margin == pytest.approx(Mm(28), abs=Pt(0.05))
    section = opened(paper(CHOSEN.with_(template_page=True))).sections[0]
    assert section.left_margin == pytest.approx(Mm(20), abs=Pt(0.05))
    assert section.page_width == pytest.approx(Mm(210), abs=Pt(0.05))


@pytest.mark.parametrize(
    ("side", "length"), [("left_margin", Mm(200)), ("page_width", Mm(20)), ("page_height", Mm(900))]
)
def test_that_paper_without_room_for_a_text_is_not(take, side, length):
    document = Document()
    setattr(document.sections[0], side, length)
    assert take(saved(document)).page is None


def test_that_a_page_number_does_not_leave_the_paper(take):
    document = Document()
    document.sections[0].footer_distance, document.sections[0].bottom_margin = 0, Mm(30)
    assert take(saved(document)).page.foot == pytest.approx(20, abs=0.1)


def test_that_a_grid_of_characters_becomes_a_distance_between_them(take):
    template = take(house_style({"type": "linesAndChars", "linePitch": "579", "charSpace": "-848"}))
    assert (template.grid, template.styles["BodyText"].tight) == (579, -5)
    grid = opened(paper()).sections[0]._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert take(house_style({"linePitch": "312"})).grid == 0
    assert opened(paper()).sections[0]._sectPr.find(qn("w:docGrid")) is None


def test_that_a_table_keeps_the_styles_that_it_is_measured_for(take):
    take(house_style())
    document = opened(paper(CHOSEN.with_(template_page=True), page=TABLE))
    assert document.sections[0].page_width == pytest.approx(Mm(297), abs=Pt(0.05))
    assert document.styles["Title"].font.color.rgb is None
    assert document.styles["Title"].font.size == Pt(22)
    assert fonts(runs(document)[0])["eastAsia"] == "方正小标宋_GBK"


def test_that_a_title_in_larger_type_is_broken_earlier(take):
    document = Document(io.BytesIO(house_style()))
    title = "关于进一步加强街道社区公共服务设施建设和管理"
    counts = []
    for size in (Pt(20), Pt(40)):
        document.styles["Title"].font.size = size
        take(saved(document))
        gongwen = Gongwen(Properties(), type_of(CHOSEN))
        gongwen.title(title)
        counts.append(opened(gongwen.bytes()).paragraphs[0].text.count("\n"))
    assert counts[0] < counts[1]


def test_that_of_the_file_its_styles_alone_are_kept(take):
    data = house_style()
    links = part(data, LINKS).replace(
        b"</Relationships>",
        b'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
        b' Target="http://example.org/evil.dotm" TargetMode="External"/></Relationships>',
    )
    take(changed(data, {LINKS: links}))
    kept = template_path().read_bytes()
    whole = "".join(parts(kept).values())
    for secret in ("机密", "起草人", "example.org", "External"):
        assert secret not in whole
    assert sorted(parts(kept)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/theme.xml",
    ]
    assert opened(kept).styles["批注"].font.italic


def _with_styles(data: bytes, styles: bytes | None) -> bytes:
    return changed(data, {STYLES: styles})


def _macro_type(data: bytes) -> bytes:
    main = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    return changed(data, {TYPES: part(data, TYPES).replace(main, b"vnd.ms-word.document.macroEnabled.main")})


def _entities(data: bytes) -> bytes:
    head = b'?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return _with_styles(data, part(data, STYLES).replace(b"?>", head, 1))


@pytest.mark.parametrize(
    ("spoil", "told_"),
    [
        (lambda data: data[: len(data) // 2], "损坏"),
        (lambda data: b"PK\x03\x04" + data[40:], "损坏"),
        (lambda _data: b"", "损坏"),
        (lambda _data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "加密"),
        (lambda data: _with_styles(data, None), "损坏"),
        (lambda data: _with_styles(data, b"<a"), "损坏"),
        (lambda data: _with_styles(data, b"<a/>"), "没有可用的样式"),
        (lambda data: changed(data, {"word/vbaProject.bin": b"x"}), "宏"),
        (_macro_type, "宏"),
        (_entities, "损坏"),
        (lambda data: _with_styles(data, part(data, STYLES) + b" " * (20 << 20)), "过大"),
        (lambda data: changed(data, {f"word/{n}.xml": b"" for n in range(2001)}), "损坏"),
    ],
)
def test_that_a_file_that_cannot_serve_is_refused_and_the_template_stays(take, spoil, told_):
    before = take(house_style())
    with pytest.raises(TemplateRefused) as refused:
        take(spoil(house_style()))
    assert told_ in refused.value.reason
    assert kept_template() == before


def test_that_a_damaged_data_stream_is_refused(take):
    data = bytearray(house_style())
    for place in range(200, len(data) - 400, 7):
        data[place] ^= 0x5A
    with pytest.raises(TemplateRefused):
        take(bytes(data))


def test_that_the_strict_form_of_the_standard_is_understood(take):
    data = house_style()
    names = ("_rels/.rels", LINKS, STYLES, "word/document.xml", "word/theme/theme1.xml")
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    kinds = (b"officeDocument/2006/relationships", b"wordprocessingml/2006/main", b"drawingml/2006/main")
    spelt = {name: part(data, name) for name in names}
    for kind in kinds:
        spelt = {n: text.replace(usual + kind, strict + kind.replace(b"/2006", b"")) for n, text in spelt.items()}
    assert strict in spelt[STYLES]
    assert take(changed(data, spelt)) == take(data)


def test_that_a_missing_file_is_refused(tmp_path, data_folder):
    with pytest.raises(TemplateRefused, match="无法读取"):
        take_over(tmp_path / "none.docx")


def test_that_a_broken_template_is_told_and_left_aside(take):
    take(house_style())
    assert template_fault(CHOSEN) == ""
    template_path().write_bytes(b"broken")
    assert "公文模板.docx" in template_fault(CHOSEN)
    assert type_of(CHOSEN) == type_of(Settings())
    template_path().unlink()
    assert "重新选择" in template_fault(CHOSEN)
    assert template_fault(Settings()) == ""


def test_that_a_template_is_forgotten(take):
    take(house_style())
    forget()
    forget()
    assert not template_path().exists()


def test_that_a_template_that_changes_is_read_again(take):
    take(house_style())
    assert type_of(CHOSEN).style("BodyText").size == 15
    document = Document(io.BytesIO(house_style()))
    document.styles["Normal"].font.size = Pt(12)
    take(saved(document))
    assert type_of(CHOSEN).style("BodyText").size == 12


def test_that_styles_based_on_each_other_in_a_ring_end(take):
    document = Document(io.BytesIO(house_style()))
    document.styles["Title"].base_style = document.styles["Heading 1"]
    document.styles["Heading 1"].base_style = document.styles["Title"]
    assert take(saved(document)).styles["Title"].colour == "C00000"


@pytest.mark.parametrize("size", [b"0", b"-4", b"99999999", b"nan", b"1e999", b"x", b""])
def test_that_senseless_numbers_are_passed_over(take, size):
    data = house_style()
    styles = part(data, STYLES)
    assert b'w:sz w:val="30"' in styles
    spoilt = styles.replace(b'w:sz w:val="30"', b'w:sz w:val="%s"' % size).replace(
        b'w:line="520"', b'w:line="%s"' % size
    )
    template = take(_with_styles(data, spoilt))
    assert 5 <= template.styles["BodyText"].size <= 72
    assert opened(paper()).styles["Body Text"].font.size


def test_that_a_font_name_of_the_template_cannot_break_the_file(take):
    name = "坏\"<字体>&'" + "长" * 100
    document = Document(io.BytesIO(house_style()))
    set_fonts(document.styles["Normal"], name, name)
    take(saved(document))
    assert fonts(runs(opened(paper()))[-2])["eastAsia"] == name[:64]


def test_that_the_user_is_told_what_was_found(take):
    document = Document(io.BytesIO(house_style()))
    document.styles["Heading 4"].delete()
    lines = told(take(saved(document)))
    assert "正文（Normal）：方正仿宋_GBK 小三 26磅行距" in lines
    assert "批注（批注）：华文楷体 小三 26磅行距" in lines
    assert "文件里没有四级标题的样式，" in lines
