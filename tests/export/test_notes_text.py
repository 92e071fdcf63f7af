from __future__ import annotations

from reader.export.choices import NoteChoice
from reader.export.notes_text import notes_md, notes_txt
from tests.export.builders import LINES, built, notes_sheet, orphan

DOCUMENT = built(*LINES)


def test_that_the_text_file_is_known_as_utf_8_and_holds_the_notes_in_order():
    data = notes_txt(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "核实\x00指标"), orphan("删去", "旧注")))
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    places = [
        text.index(t) for t in ("批注清单", "二、重点任务", "引进机构12家", "批注：核实指标", "待重新定位", "旧注")
    ]
    assert places == sorted(places)


def test_that_markdown_signs_in_a_note_are_escaped():
    note = "# 标题\n- 项\n1. 一\n*重* <b>x</b> [a](b)\n    代码\n\n完"
    text = notes_md(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", note))).decode()
    body = text.split("**批注：** ", 1)[1].split("\n\n", 1)[0].split("  \n")
    assert body == [
        "\\# 标题",
        "\\- 项",
        "1\\. 一",
        "\\*重\\* \\<b\\>x\\</b\\> \\[a\\](b)",
        "&nbsp;&nbsp;&nbsp;&nbsp;代码",
        "&nbsp;",
        "完",
    ]


def test_that_markdown_headings_follow_the_outline_and_quotes_are_quotes():
    text = notes_md(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家"))).decode()
    assert text.startswith("# 《关于加快推进")
    assert "\n## 二、重点任务\n\n### （一）推动国际化科技创新协同\n\n#### 2\\.建设开放平台\n\n> **〔1·重点〕** " in text


def test_that_each_line_of_a_note_is_set_in_by_two_characters():
    text = notes_txt(notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "一行\n\n另一行"))).decode("utf-8-sig")
    assert "\n　　批注：一行\n\n　　另一行\n" in text


def test_that_only_what_is_chosen_leaves():
    sheet = notes_sheet(DOCUMENT, DOCUMENT.placement("引进机构12家", "疑", colour="疑问"), orphan("删去", "旧注"))
    text = notes_md(sheet, NoteChoice(colours=frozenset({"疑问"}))).decode()
    assert "疑" in text
    assert "旧注" not in text
