from __future__ import annotations

from reader.ui.roster.rows import Row, as_text, check, in_usual_order, merged, read_paste, rows_of

FINANCE = Row("临江区财政局", "区财政局", "", "市财政局")
SCIENCE = Row("临江区科技和经济委员会", "区科技经济委", "区科委、区经委", "市科委、市经济信息化委")


def test_that_a_list_comes_back_as_it_was_written():
    entries = check((FINANCE, SCIENCE)).entries
    assert [entry.rank for entry in entries] == [1, 2]
    assert entries[1].former == ("区科委", "区经委")
    assert entries[1].counterpart == ("市科委", "市经济信息化委")
    assert rows_of(entries) == (FINANCE, SCIENCE)
    assert read_paste(as_text((FINANCE, SCIENCE))).rows == (FINANCE, SCIENCE)


def test_that_problems_stand_by_the_line_they_are_about():
    rows = (FINANCE, Row(), SCIENCE, Row("临江区财政局"), Row(former="区计委"))
    found = check(rows)
    assert set(found.problems) == {3, 4}
    assert "与第1行重复" in found.problems[3]
    assert found.problems[4] == "没有单位名称，不会保存"
    assert [entry.full_name for entry in found.entries] == ["临江区财政局", "临江区科技和经济委员会"]


def test_that_a_short_name_stands_in_for_a_full_one_and_says_so():
    found = check((Row("", "区教育局"),))
    assert [entry.full_name for entry in found.entries] == ["区教育局"]
    assert "没有全称" in found.problems[0]


def test_that_a_remark_on_a_paste_is_found_again_by_its_unit():
    pasted = read_paste("全称\t简称\n临江区财政局\t区财政局\n\t区教育局\n临江区财政局\t\n")
    assert [row.full_name for row in pasted.rows] == ["临江区财政局", "区教育局"]
    assert set(pasted.remarks) == {"区教育局"}
    assert len(pasted.problems) == 2


def test_that_merging_updates_what_is_there_and_adds_the_rest_behind():
    new = (Row("临江区财政局", "", "区财税局", ""), Row("临江区商务委员会", "区商务委"))
    assert merged((FINANCE, SCIENCE), new) == (
        FINANCE._replace(former="区财税局"),
        SCIENCE,
        Row("临江区商务委员会", "区商务委"),
    )


def test_that_the_usual_order_puts_the_party_before_the_government():
    rows = (FINANCE, Row("中共临江区委组织部", "区委组织部"))
    assert [row.short_name for row in in_usual_order(rows)] == ["区委组织部", "区财政局"]
