"""What a document says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.derivation import Decisions, derive
from reader.structure.secrecy import secrecy_mark

if TYPE_CHECKING:
    from reader.structure.front_matter import FrontMatter


def front(text: str) -> FrontMatter:
    return derive(text).front


NOTICE = """某市人民政府文件
000123
特急
某府发〔2024〕11号
某市人民政府关于印发某市行动计划（2024—2026年）的通知
各县（市、区）人民政府，市政府各部门：
《某市行动计划（2024—2026年）》已经市政府同意，现印发给你们。
某市人民政府
二〇二四年十月二十五日
（此件公开发布）
某市行动计划（2024—2026年）
为贯彻《国务院关于某事的意见》（国发〔2020〕7号），制定本计划。
一、总体要求
坚持创新。本计划自2024年11月1日起施行，有效期至2026年12月31日。
抄送：市委各部门，市人大常委会办公室。
某市人民政府办公室  2024年10月26日印发
"""


def test_that_the_elements_of_a_notice_are_told_apart():
    found = front(NOTICE)
    assert found.notice_title == "某市人民政府关于印发某市行动计划（2024—2026年）的通知"
    assert found.title == "某市行动计划（2024—2026年）"
    assert found.doc_number == "某府发〔2024〕11号"
    assert found.issuers == ("某市人民政府",)
    assert found.addressees == "各县（市、区）人民政府，市政府各部门"
    assert (found.issued_on, found.printed_on, found.effective_on, found.expires_on) == (
        "2024-10-25", "2024-10-26", "2024-11-01", "2026-12-31",
    )  # fmt: skip
    assert found.printed_by == "某市人民政府办公室"
    assert found.copied_to == "市委各部门，市人大常委会办公室"
    assert found.note == "此件公开发布"
    assert found.urgency == "特急"
    assert found.genre == "计划"
    assert found.cited_doc_numbers == ("国发〔2020〕7号",)


def test_that_several_issuers_are_read():
    assert front("某通知\n一、甲\n内容。\n民政部办公厅\n教育部办公厅\n2024年1月2日\n").issuers == (
        "民政部办公厅",
        "教育部办公厅",
    )
    assert front("某通知\n一、甲\n内容。\n民政部办公厅  教育部办公厅\n2024年1月2日\n").issuers == (
        "民政部办公厅",
        "教育部办公厅",
    )


def test_that_an_opinion_of_its_own_has_no_notice_title():
    found = front("某省人民政府关于推进健康工作的意见\n某府〔2025〕6号\n各市人民政府：\n一、甲\n内容。\n")
    assert (found.title, found.notice_title) == ("某省人民政府关于推进健康工作的意见", None)


@pytest.mark.parametrize("text", ["一、甲\n《某条例》自2020年1月1日起施行。\n", "一、甲\n自印发之日起施行。\n"])
def test_that_a_date_that_is_not_written_is_not_guessed(text):
    assert front(text).effective_on is None


def test_that_the_title_a_user_typed_holds():
    found = derive("一、甲\n内容。\n", Decisions(title="某实施意见"))
    assert found.front.title == "某实施意见"
    assert "no_title" not in {f.kind for f in found.findings}


@pytest.mark.parametrize(
    "line", ["机密★1年", "秘密★", "绝密★长期", "000123  机 密★１年  特急", "密级：秘密", "機密★", "秘密", "绝 密"]
)
def test_that_a_mark_of_secrecy_in_the_letterhead_is_seen(line):
    assert secrecy_mark(f"{line}\n某市人民政府文件\n某府发〔2024〕1号\n关于某事的通知\n")


@pytest.mark.parametrize(
    "text",
    [
        "关于加强保守国家秘密工作的意见\n各单位要严格保守秘密。\n",
        "中华人民共和国保守国家秘密法\n第一条 为了保守国家秘密。\n",
        "一、甲\n" + "内容。\n" * 20 + "机密★1年\n",
        "国家秘密的密级分为绝密、机密、秘密三级。\n",
    ],
)
def test_that_the_mere_word_is_no_mark(text):
    assert secrecy_mark(text) is None


def test_that_glued_issuers_are_parted():
    found = front("某通知\n一、甲\n内容。\n成都市经济和信息化局成都市科学技术局\n2024年1月2日\n")
    assert found.issuers == ("成都市经济和信息化局", "成都市科学技术局")


def test_that_a_second_name_in_brackets_belongs_to_the_issuer():
    found = front("某通知\n一、甲\n内容。\n某市健康建设委员会\n（某卫生委员会）（代章）\n2024年1月2日\n")
    assert (found.issuer, found.issued_on) == ("某市健康建设委员会（某卫生委员会）", "2024-01-02")


def test_that_an_issuer_broken_over_two_lines_is_whole_as_in_the_title():
    text = "某省应对某某疫情工作联防联控机制关于做好防控工作的通知\n一、甲\n内容。\n某省应对某某疫情工作\n联防联控机制\n2024年1月2日\n"
    assert front(text).issuer == "某省应对某某疫情工作联防联控机制"


def test_that_the_title_names_the_issuer_where_nothing_else_does():
    assert front("某市财政局 某市科技局关于某事的意见\n一、甲\n内容。\n").issuers == ("某市财政局", "某市科技局")
    assert front("某某新区关于支持创业的若干措施\n一、甲\n内容。\n").issuer is None


@pytest.mark.parametrize("heading", ["中华人民共和国国务院令\n第707号", "中华人民共和国国务院令第707号"])
def test_that_an_order_bears_a_number(heading):
    found = front(
        f"{heading}\n现公布《某某管理条例》，自2019年1月1日起施行。\n总理　　张三\n2018年12月18日\n某某管理条例\n第一条 为了规范。\n"
    )
    assert (found.doc_number, found.issuer) == ("中华人民共和国国务院令第707号", "国务院")
    assert (found.title, found.notice_title) == ("某某管理条例", "中华人民共和国国务院令")
    assert (found.issued_on, found.effective_on) == ("2018-12-18", "2019-01-01")


TABLES = (
    "索 引 号：0001/2024\n发文机关：某市人民政府\n成文日期：2024年3月5日\n发文字号：某府发〔2024〕5号\n发布日期：2024年3月8日\n",
    "索引号\t0001/2024\n发文机关\t某市人民政府\n成文日期\t2024年3月5日\n发文字号\t某府发〔2024〕5号\n发布日期\t2024-03-08\n",
    "索 引 号： 0001/2024\n发文机关： 某市人民政府\n文\n\n号： 某府发〔2024〕5号\n成文日期： 2024-03-05\n发布日期：2024-03-08\n",
    "【发布部门】 某市人民政府\n【发文字号】 某府发〔2024〕5号\n【成文日期】 2024.03.05\n【发布日期】 2024.03.08\n",
)


@pytest.mark.parametrize("table", TABLES)
def test_that_a_table_above_the_text_tells_what_the_text_lacks(table):
    found = front(table + "某市某某意见\n一、甲\n内容。\n")
    assert (found.title, found.doc_number, found.issuer) == ("某市某某意见", "某府发〔2024〕5号", "某市人民政府")
    assert found.issued_on == "2024-03-05"


def test_that_the_text_itself_goes_before_the_table():
    text = TABLES[0] + "某市某某意见\n某府办〔2024〕9号\n一、甲\n内容。\n某市人民政府办公室\n2024年4月1日\n"
    found = front(text)
    assert (found.doc_number, found.issuer, found.issued_on) == (
        "某府办〔2024〕9号",
        "某市人民政府办公室",
        "2024-04-01",
    )


def test_that_a_number_in_brackets_behind_the_title_is_the_documents():
    found = front("某市关于某事的意见（某府发〔2024〕5号）\n一、甲\n内容。\n")
    assert (found.title, found.doc_number) == ("某市关于某事的意见", "某府发〔2024〕5号")


def test_that_an_imprint_over_several_lines_is_read():
    found = front(
        "某意见\n一、甲\n内容。\n抄送：市纪委，市委办公厅，各人民团体。\n市人大办公厅，市政协办公厅。\n某市人民政府办公厅\n2024年1月3日印发\n"
    )
    assert found.copied_to == "市纪委，市委办公厅，各人民团体。市人大办公厅，市政协办公厅"
    assert (found.printed_by, found.printed_on) == ("某市人民政府办公厅", "2024-01-03")


def test_that_a_signature_on_one_line_is_read():
    found = front("某通知\n一、甲\n内容。\n某市人民政府办公室 2024年1月2日\n")
    assert (found.issuer, found.issued_on) == ("某市人民政府办公室", "2024-01-02")
