"""Lists of duties in an annex."""

from __future__ import annotations

from tests.units.texts import assignments

BODY = "某市工作方案\n一、任务\n1.深化改革。支持试点。\n二、保障\n加强领导。\n"


def read(annex: str):
    text = BODY + annex + "\n"
    return [
        (a.path, a.role, [u.name for u in a.units], a.source, a.covers and a.covers.text(text))
        for a in assignments(text)
    ]


def test_that_the_lines_of_an_annex_of_duties_are_read():
    annex = "附件1\n部门职责分工\n市教育局：负责学校管理工作。\n市民政局、财政局：配合做好经费保障。\n各区政府：组织开展属地排查整治。"
    assert read(annex) == [
        ("附件1", "负责", ["市教育局"], "table", "负责学校管理工作。"),
        ("附件1", "配合", ["市民政局", "市财政局"], "table", "配合做好经费保障。"),
        ("附件1", "负责", ["各区政府"], "table", "组织开展属地排查整治。"),
    ]


def test_that_numbered_lines_belong_to_their_sections():
    annex = "附件1\n成员单位职责\n1.市教育局：负责学校管理工作。\n2.市民政局负责社会救助工作。"
    assert [row[:4] for row in read(annex)] == [
        ("附件1/1.", "负责", ["市教育局"], "table"),
        ("附件1/2.", "负责", ["市民政局"], "table"),
    ]


def test_that_a_unit_may_be_the_heading_of_its_duties():
    annex = "附件1\n职责清单\n一、市教育局\n负责学校管理工作。\n二、市民政局\n牵头开展社会救助工作。"
    assert [row[:4] for row in read(annex)] == [
        ("附件1/一、", "负责", ["市教育局"], "table"),
        ("附件1/二、", "牵头", ["市民政局"], "table"),
    ]


def test_that_other_lines_with_a_colon_name_no_one():
    assert read("附件1\n部门职责分工\n工作要求：各单位要高度重视此项工作。\n联系人：张某某，电话12345678。") == []


def test_that_without_a_heading_of_duties_a_line_is_no_duty():
    assert read("附件1\n参考资料\n市教育局：负责学校管理工作。") == []


def test_that_in_the_body_such_a_line_is_a_sentence():
    text = "一、总则\n（一）成员单位职责\n1.市教育局负责学校管理工作。\n2.市民政局负责社会救助工作。\n"
    assert [(a.path, a.source) for a in assignments(text)] == [("一、/(一)/1.", "prose"), ("一、/(一)/2.", "prose")]
