from __future__ import annotations

import pytest

from reader.export.citation import cited_stretch
from reader.export.digest import KIND, Digest, DigestChoice
from reader.export.digest_blocks import themes
from reader.export.digest_table import digest_table
from reader.export.table_layout import Merge
from tests.export.digests import PLAN, RULE, clause, clipping, digest, lost, usual

NOTICE = "《上海市杨浦区人民政府关于印发〈关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见〉的通知》（杨府发〔2024〕11号）"


def sources(found: Digest) -> list[str]:
    return [passage.source for theme in themes(found) for passage in theme.passages]


def test_that_themes_are_numbered_and_what_has_none_stands_under_others() -> None:
    found = list(themes(usual()))
    assert [theme.heading for theme in found] == ["一、科技创新", "二、营商环境", "三、其他"]
    assert [len(theme.passages) for theme in found] == [2, 1, 1]


def test_that_a_digest_without_themes_has_no_headings() -> None:
    (found,) = themes(digest(clause(RULE, "第一条"), clause(RULE, "第四条")))
    assert (found.name, found.heading, len(found.passages)) == ("", "", 2)


def test_that_more_themes_than_chinese_numerals_are_counted_in_figures() -> None:
    many = digest(*(clause(RULE, "第一条", f"主题{n}") for n in range(1, 101)))
    assert [theme.heading for theme in themes(many)][98:] == ["九十九、主题99", "100、主题100"]


def test_that_a_document_is_cited_in_full_once_and_in_brief_after() -> None:
    assert sources(usual()) == [
        f"{NOTICE}二（一）",
        "《临江区企业服务办法》第二条",
        "杨府发〔2024〕11号二（一）2",
        "《临江区企业服务办法》第四条",
    ]


def test_that_the_short_form_never_cites_in_full() -> None:
    assert sources(usual(form="short"))[0] == "杨府发〔2024〕11号二（一）"


@pytest.mark.parametrize(
    ("of", "words", "place"),
    [
        (RULE, "区商务委应当在5个工作日内答复", "第二条第一款"),
        (RULE, "对情况复杂的，可以延长3个工作日。", "第二条第二款"),
        (RULE, "第二条 区商务委应当在5个工作日内答复。\n对情况复杂的，可以延长3个工作日。", "第二条"),
        (RULE, "（一）不属于本办法规定的事项；\n（二）重复提出的事项。", "第三条第（一）项至第（二）项"),
        (RULE, "第三条 有下列情形之一的，不予受理：\n（一）不属于本办法规定的事项；", "第三条"),
        (RULE, "答复。\n对情况复杂的", "第二条第一款至第二款"),
        (RULE, "答复。\n对情况复杂的，可以延长3个工作日。\n第三条 有下列", "第二条至第三条"),
        (PLAN, "1.打造科技成果转化高地。支持“环同济”知识经济圈——面向全球。\n2.建设开放平台。", "二（一）1至2"),
        (PLAN, "汇聚“全球”创新资源——加快集聚……\n二、重点任务\n（一）推动", "一（一）——国际化科技创新协同区至二（一）"),
    ],
)
def test_that_the_place_is_that_of_all_the_words(of, words: str, place: str) -> None:
    span = clipping(of, words).span
    assert span is not None
    assert cited_stretch(of.outline, of.simplified, span) == place


def test_that_what_is_lost_or_moved_says_so() -> None:
    moved = clipping(RULE, "重复提出的事项", moved=True)
    assert sources(digest(lost(PLAN, "已不在文中", "二、/(三)"), moved)) == [
        f"{NOTICE}二（三）（摘录时；现有文本中未能确定位置，待核）",
        "《临江区企业服务办法》第三条第（二）项（位置有变动，待核）",
    ]


def test_that_lines_are_set_without_the_blanks_around_them() -> None:
    (theme,) = themes(digest(clause(RULE, "第一条")._replace(text="　　第一段 \n\n  第二段\n")))
    assert theme.passages[0].text == "第一段\n第二段"


def test_that_remarks_stay_at_home_by_choice_and_when_it_goes_out() -> None:
    assert next(themes(usual())).passages[0].remark == "与市里核对。"
    for choice in ({"outward": True}, {"remarks": False}):
        assert {p.remark for theme in themes(usual(**choice)) for p in theme.passages} == {""}


def test_that_the_title_is_the_users_own_where_there_is_one() -> None:
    assert usual().title == KIND
    assert Digest((), DigestChoice(title=" 人才政策摘编 ")).title == "人才政策摘编"


def test_that_the_table_has_the_columns_that_are_needed_and_joins_those_of_a_theme() -> None:
    table = digest_table(usual())
    assert table.heads == ("主题", "内容", "出处", "备注")
    assert table.rows[1] == ("科技创新", clause(RULE, "第二条").text, "《临江区企业服务办法》第二条", "")
    assert table.merges == (Merge(0, 0, 1),)
    bare = digest_table(digest(clause(RULE, "第一条"), clause(RULE, "第四条"), outward=True))
    assert (bare.heads, bare.merges) == (("内容", "出处"), ())
