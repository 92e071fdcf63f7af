from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.records import FrontDifference, Pair
from reader.export.comparison_records import ComparisonColumn, Mark
from reader.export.comparison_runs import PaperText
from reader.structure.front_matter import FrontMatter
from tests.export.comparisons import NEW, OLD, change, column, paired, paper, row, source, table

SPLIT_OLD = "第一条 申请人应当提交材料。受理机关应当在10日内办结。\n第二条 本办法自公布之日起施行。\n"
SPLIT_NEW = "第一条 申请人应当提交材料。\n第二条 受理机关应当在7日内办结。\n第三条 本办法自公布之日起施行。\n"


def split():
    edit = change(SPLIT_OLD, SPLIT_NEW, "10日", "7日", "number")
    return paired(
        SPLIT_OLD, SPLIT_NEW, Pair(1, 1, 0.9, "changed", (edit,), also_right=(2,)), Pair(2, 3, 1.0, "renumbered")
    )


def test_that_it_is_called_and_headed_as_offices_do():
    found = table()
    assert found.title == "《公园管理办法》修订对照表"
    assert found.heads == ("序号", "现行条文", "修订后条文", "修订说明（依据）")


def test_that_changed_words_are_set_apart_on_both_sides():
    changed = row(table(), "第三条")
    assert changed["left"] == "第三条　公园管理单位［可以］设置无障碍通道。\n公园应当每日开放不少于［8小时］。"
    assert changed["right"] == "第三条　公园管理单位【应当】设置无障碍通道。\n公园应当每日开放不少于【10小时】。"
    assert changed["remark"] == ""


def test_that_an_article_stands_with_its_items_and_the_paragraphs_behind_them():
    changed = row(table(), "攀爬雕塑")
    assert changed["right"].split("\n")[0] == "第五条　公园内禁止下列行为："
    item, paragraph = changed["right"].split("\n")[-2:]
    assert item.startswith("（三）【攀爬雕塑") or item.startswith("【（三）攀爬雕塑")
    assert paragraph == "违反前款规定的，由区绿化部门处理。"
    assert changed["left"].startswith("第四条　公园内禁止下列行为：\n（一）损毁花木；")
    assert changed["remark"] == "序号调整：原第四条。"


def test_that_what_is_new_and_what_is_gone_is_told():
    found = table()
    new, gone = row(found, "志愿服务"), row(found, "解释")
    assert (new["left"], new["remark"]) == ("", "新增。")
    assert new["right"] == "【第四条　鼓励市民参加公园志愿服务，支持社会力量捐建设施。】"
    assert (gone["right"], gone["remark"]) == ("", "删除。")
    assert gone["left"] == "［第五条　本办法由区绿化部门解释。］"


def test_that_the_order_is_that_of_the_new_text_and_rows_are_counted():
    found = table(unchanged=True)
    assert column(found, "number") == [str(n + 1) for n in range(7)]
    told = [text.split("　")[0] for text in column(found, "right")]
    assert told == ["第一条", "第二条", "第三条", "第四条", "第五条", "", "第六条"]


def test_that_unchanged_articles_are_left_out_and_that_is_said():
    found = table()
    assert "第一条" not in "".join(column(found, "right"))
    assert found.left_out == "内容未改动的3条从略。"
    assert table(unchanged=True).left_out == ""
    before = "为了方便市民，根据有关规定，制定本办法。\n"
    assert table(source(paper(before + OLD), paper(before + NEW))).left_out == "内容未改动的3条从略。"


def test_that_chapters_stand_above_their_rows_without_a_number():
    found = table()
    headings = [(r.cells[0].text, r.cells[1].text, r.cells[2].text) for r in found.rows if r.heading]
    assert headings == [
        ("", "第一章　总则", "第一章　总则"),
    ]


def test_that_articles_of_which_only_the_number_changed_are_one_row():
    old = "".join(
        f"第{n}条 公园的{what}由管理单位负责。\n" for n, what in zip("一二三", ("花木", "座椅", "照明"), strict=True)
    )
    new = "第一条 公园向公众免费开放，法律另有规定的除外。\n" + "".join(
        f"第{n}条 公园的{what}由管理单位负责。\n" for n, what in zip("二三四", ("花木", "座椅", "照明"), strict=True)
    )
    found = row(table(source(paper(old), paper(new))), "仅序号调整")
    assert (found["left"], found["right"]) == ("第一条至第三条", "第二条至第四条")


def test_that_a_split_stands_in_one_row():
    found = row(table(split(), kinds=True), "拆分")
    assert found["remark"] == "原第一条拆分为第一条、第二条。"
    assert found["right"] == "第一条　申请人应当提交材料。\n第二条　受理机关应当在【7日】内办结。"
    assert found["left"] == "第一条　申请人应当提交材料。受理机关应当在［10日］内办结。"
    assert found["kinds"] == "指标数据"


def test_that_a_merge_stands_in_one_row():
    merged = paired(SPLIT_NEW, SPLIT_OLD, Pair(1, 1, 0.9, "changed", also_left=(2,)), Pair(3, 2, 1.0, "renumbered"))
    found = row(table(merged), "合并")
    assert found["remark"] == "原第一条、第二条合并为第一条。"
    assert found["left"] == "第一条　申请人应当提交材料。\n第二条　受理机关应当在7日内办结。"


def test_that_a_move_is_told():
    moved = paired(OLD, OLD, Pair(2, 3, 1.0, "moved"), Pair(3, 2, 1.0, "same"))
    assert row(table(moved), "位置调整")["remark"] == "位置调整：原第一条调整为第二条。"


def test_that_an_item_that_went_to_another_article_is_told_at_both():
    old = "第一条 禁止下列行为：\n（一）损毁花木；\n（二）攀爬雕塑。\n第二条 管理单位履行下列职责：\n（一）养护花木。\n"
    new = "第一条 禁止下列行为：\n（一）损毁花木。\n第二条 管理单位履行下列职责：\n（一）养护花木；\n（二）攀爬雕塑。\n"
    same = [Pair(a, b, 1.0, "same") for a, b in ((1, 1), (2, 2), (4, 3), (5, 4))]
    found = table(paired(old, new, *same, Pair(3, 5, 1.0, "moved")))
    assert column(found, "remark") == [
        "原第一条第（二）项移至第二条第（二）项。",
        "第二条第（二）项由原第一条第（二）项移入。",
    ]


def test_that_an_item_that_went_to_the_next_article_is_told_of_though_the_order_is_kept():
    old = "第一条 禁止下列行为：\n（一）损毁花木；\n（二）攀爬雕塑。\n第二条 养护经费列入预算。\n"
    new = "第一条 禁止下列行为：\n（一）损毁花木；\n第二条 养护经费列入预算，不得：\n（一）攀爬雕塑。\n"
    found = Pair(4, 3, 0.8, "changed", (change(old, new, "养护经费列入预算。", "养护经费列入预算，不得："),))
    same = (Pair(1, 1, 1.0, "same"), Pair(2, 2, 1.0, "same"))
    told = table(paired(old, new, *same, found, Pair(3, 4, 1.0, "renumbered")), kinds=True)
    assert column(told, "remark") == [
        "原第一条第（二）项移至第二条第（一）项。",
        "第二条第（一）项由原第一条第（二）项移入。",
    ]
    assert [text.split("\n")[0] for text in column(told, "kinds")] == ["位置调整", "位置调整"]
    assert "未改动" not in told.note


def test_that_kinds_name_the_paragraphs():
    kinds = row(table(kinds=True), "第三条")["kinds"]
    assert kinds == "要求力度（第一款）\n指标数据（第二款）"


def test_that_a_paragraph_behind_a_hundred_others_is_cited_too():
    many = "".join(f"园区设置{n}号凉亭。\n" for n in range(1, 120))
    old, new = (paper(f"第一条 公园开放。\n{many}游客{duty}登记。\n") for duty in ("应当", "可以"))
    assert row(table(source(old, new), kinds=True), "登记")["kinds"] == "要求力度（第一百二十一款）"


def test_that_units_that_came_and_went_are_set_apart():
    old = paper("第一条 加强巡查，发现问题及时处置。（责任单位：区水务局、区财政局）\n")
    new = paper("第一条 加强巡查，发现问题及时处置。（责任单位：区水务局、区数据局）\n")
    assert row(table(source(old, new), units=True), "区数据局")["units"] == "区水务局、【区数据局】、［区财政局］"


def test_that_notes_stand_beside_their_pair():
    found = source(notes={(4, 4): ("与上位法一致",), (None, 5): ("新设",)})
    noted = table(found, notes=True)
    assert row(noted, "无障碍")["notes"] == "与上位法一致"
    assert row(noted, "志愿服务")["notes"] == "新设"


def test_that_chosen_columns_that_nothing_fills_are_left_out():
    assert ComparisonColumn.NOTES not in table(notes=True).columns
    assert ComparisonColumn.KINDS in table(kinds=True).columns


def test_that_rows_that_only_say_it_otherwise_can_be_left_out():
    old = "第一条 公园应当设置座椅。\n第二条 公园开放时间由管理单位自行规定并且公布。\n第三条 公园免费开放。\n"
    new = "第一条 公园可以设置座椅。\n第二条 公园开放时间由管理单位自行规定并公布。\n第三条 公园免费开放。\n"
    found = table(source(paper(old), paper(new)), substantive=True)
    assert len(column(found, "left")) == 1
    assert found.left_out == "内容未改动的1条、仅有文字表述或者格式修改的1条从略。"


def test_that_drafts_are_called_by_their_stage():
    found = table(source(paper(OLD, stage="征求意见稿"), paper(NEW, stage="送审稿")))
    assert found.heads[1:3] == ("征求意见稿", "送审稿")
    assert "“征求意见稿”栏中加删除线的为删去的内容" in found.meaning


def test_that_a_new_title_is_a_row():
    found = source(paper(OLD, "公园管理暂行办法"), paper(NEW, "公园管理办法"))
    assert FrontDifference("title", "公园管理暂行办法", "公园管理办法") in found.comparison.front
    titled = row(table(found), "标题修改")
    assert (titled["number"], titled["left"], titled["right"]) == ("", "公园管理［暂行］办法", "公园管理办法")


def test_that_the_sources_are_told_where_they_differ():
    fronts = [FrontMatter(title="办法", doc_number=f"明府规〔{year}〕3号") for year in (2020, 2026)]
    found = table(source(paper(OLD, front=fronts[0]), paper(NEW, front=fronts[1])))
    assert found.source_lines == ("现行条文：明府规〔2020〕3号", "修订后条文：明府规〔2026〕3号")
    assert table().source_lines == ()


def test_that_nothing_is_explained_where_nothing_differs():
    found = table(source(paper(OLD), paper(OLD)))
    assert (found.rows, found.note, found.listed) == ((), "", 0)


def test_that_an_own_title_is_taken():
    assert table(title="《办法》修改前后").title == "《办法》修改前后修订对照表"
    assert table(title="公园修订对照表").title == "公园修订对照表"


SENTENCES = st.sampled_from(
    (
        "公园应当免费开放。",
        "管理单位可以收取费用。",
        "不少于8小时。",
        "禁止攀爬：\n（一）雕塑；\n（二）围墙。\n由区绿化部门处理。",
        "",
    )
)


@given(left=st.lists(SENTENCES, min_size=1, max_size=6), right=st.lists(SENTENCES, min_size=1, max_size=6))
def test_that_the_full_table_holds_both_texts_and_nothing_twice(left, right):
    texts = ["".join(f"第{'一二三四五六'[n]}条 {s}\n" for n, s in enumerate(side)) for side in (left, right)]
    found = table(source(paper(texts[0]), paper(texts[1])), unchanged=True)
    for text, wanted in zip(texts, (ComparisonColumn.LEFT, ComparisonColumn.RIGHT), strict=True):
        place = found.columns.index(wanted)
        held = "".join(one.cells[place].text for one in found.rows)
        assert sorted("".join(held.split())) == sorted("".join(text.split()))


def test_that_what_is_set_apart_is_what_the_comparison_found():
    found = source()
    removed, added = (
        "".join(r.text for one in table(found).rows for line in one.cells[n].lines for r in line if r.mark is mark)
        for n, mark in ((1, Mark.REMOVED), (2, Mark.ADDED))
    )
    changes = [c for pair in found.comparison.pairs for c in pair.changes]
    gone = [pair for pair in found.comparison.pairs if pair.right is None]
    new = [pair for pair in found.comparison.pairs if pair.left is None]
    left, right = (PaperText(side) for side in (found.left, found.right))
    wanted = "".join(c.left for c in changes) + "".join(_whole(left, pair.lefts) for pair in gone)
    assert sorted("".join(removed.split())) == sorted("".join(wanted.split()))
    wanted = "".join(c.right for c in changes) + "".join(_whole(right, pair.rights) for pair in new)
    assert sorted("".join(added.split())) == sorted("".join(wanted.split()))


def _whole(text: PaperText, sections) -> str:
    return "".join(piece.text(text.text) for number in sections for piece in text.pieces(number))
