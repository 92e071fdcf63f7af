import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.units.roster import RosterEntry, format_roster, parse_roster

FULL = "上海市杨浦区财政局"


def parsed(text):
    return parse_roster(text).entries


def test_that_a_pasted_sheet_becomes_units_by_rank():
    reading = parse_roster(
        "全称\t规范简称\t曾用名\t排序\t市级对口部门\n"
        "上海市杨浦区财政局\t区财政局\t\t2\t市财政局\n"
        "上海市杨浦区科技和经济委员会\t区科技经济委\t区科委、区经委\t1\t市科委、市经济信息化委\n"
    )
    assert reading.entries == (
        RosterEntry(
            "上海市杨浦区科技和经济委员会", "区科技经济委", ("区科委", "区经委"), 1, ("市科委", "市经济信息化委")
        ),
        RosterEntry("上海市杨浦区财政局", "区财政局", (), 2, ("市财政局",)),
    )
    assert reading.problems == ()


@pytest.mark.parametrize(
    "head",
    [
        "全称\t规范简称\t曾用名\t排序\t市级对口部门",
        "单位全称\t简称\t原名\t序号\t对口部门",
        "名　称\t单位简称\t曾用名称（多个用顿号隔开）\t排序号\t上级对口部门",
        "*单位名称\t简称（规范）\t别名\t顺序\t上级主管部门简称",
        "部门全称：\t部门简称\t原单位名称\tNo.\t市级对口",
    ],
)
def test_that_a_head_is_understood_as_offices_write_it(head):
    row = f"{FULL}\t区财政局\t区财税局\t7\t市财政局"
    assert parsed(f"{head}\n{row}") == (RosterEntry(FULL, "区财政局", ("区财税局",), 7, ("市财政局",)),)


def test_that_columns_stand_in_any_order_beside_others():
    text = f"序号\t类别\t市级对口部门\t规范简称\t备注\t单位全称\n1\t政府部门\t市财政局\t区财政局\t\t{FULL}"
    assert parsed(text) == (RosterEntry(FULL, "区财政局", (), 1, ("市财政局",)),)


def test_that_a_title_above_the_head_is_no_unit():
    assert parsed(f"杨浦区单位名录\t\t\n\t\t\n序号\t全称\t简称\n1\t{FULL}\t区财政局") == (
        RosterEntry(FULL, "区财政局", (), 1),
    )


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (FULL, RosterEntry(FULL, "", (), 1)),
        (f"{FULL}\t区财政局", RosterEntry(FULL, "区财政局", (), 1)),
        (f"5\t{FULL}\t区财政局", RosterEntry(FULL, "区财政局", (), 5)),
        (f"{FULL}\t区财政局\t区财税局\t5\t市财政局", RosterEntry(FULL, "区财政局", ("区财税局",), 5, ("市财政局",))),
        (f"\t{FULL}\t\t区财政局", RosterEntry(FULL, "区财政局", (), 1)),
    ],
)
def test_that_rows_without_a_head_go_by_their_usual_columns(text, entry):
    assert parsed(text) == (entry,)


def test_that_a_list_of_short_names_alone_goes_by_these():
    assert parsed("序号\t简称\n3\t区财政局") == (RosterEntry("区财政局", "", (), 3),)


def test_that_quoted_cells_hold_line_breaks_and_tabs():
    text = '全称\t简称\t曾用名\n"上海市杨浦区科技和\n经济委员会"\t区科技经济委\t"区科委\n区经委\t区信息委"'
    assert parsed(text) == (
        RosterEntry("上海市杨浦区科技和经济委员会", "区科技经济委", ("区科委", "区经委", "区信息委"), 1),
    )


def test_that_a_lone_quotation_mark_spoils_nothing():
    assert [e.full_name for e in parsed('区"四新"办\n区财政局')] == ['区"四新"办', "区财政局"]
    assert [e.full_name for e in parsed('区5"办\n区财政局')] == ['区5"办', "区财政局"]


def test_that_blank_rows_and_windows_line_ends_are_passed_over():
    assert [e.full_name for e in parsed("\ufeff\r\n区财政局\r\n\t\t\r\n\u3000\r\n区教育局\r\n")] == [
        "区财政局",
        "区教育局",
    ]


def test_that_a_merged_cell_left_empty_belongs_to_the_row_above():
    reading = parse_roster(f"全称\t简称\t市级对口部门\n{FULL}\t区财政局\t市财政局\n\t\t市国资委\n")
    assert reading.entries == (RosterEntry(FULL, "区财政局", (), 1, ("市财政局", "市国资委")),)
    assert reading.problems == (f"第3行：没有单位名称，按合并单元格并入上一行“{FULL}”。",)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (f"9\t{FULL}\t区财政局", f"第3行：“{FULL}”与第2行重复，未读取。"),
        ("9\t\t区教育局", "第3行：没有全称，以简称“区教育局”代替。"),
        ("甲\t上海市杨浦区教育局\t", "第3行：排序“甲”不是数字，按行序排列。"),
        ("1\t上海市杨浦区教育局\t", "第3行：排序1与第2行相同，按行序排列。"),
        ("9\t上海市杨浦区教育局\t区财政局", "第3行：简称“区财政局”与第2行相同，请核对。"),
        ("9\t\t", "第3行：没有单位名称，未读取。"),
        ("9\t局\t", "第3行：“局”不像单位名称，未读取。"),
    ],
)
def test_that_a_problem_names_its_row(row, problem):
    assert parse_roster(f"序号\t全称\t简称\n1\t{FULL}\t区财政局\n{row}").problems == (problem,)


def test_that_a_head_without_a_name_column_is_told():
    reading = parse_roster("序号\t对口部门\n1\t市财政局")
    assert reading.entries == ()
    assert reading.problems == ("第1行：表头里没有“全称”一列，未读取。",)


def test_that_nothing_pasted_is_nothing():
    assert parse_roster(" \n\t\n") == ((), ())


def test_that_dashes_and_wu_are_empty_cells():
    assert parsed(f"全称\t简称\t曾用名\t排序\t对口部门\n{FULL}\t—\t无\t１\t/") == (RosterEntry(FULL, "", (), 1),)


names = st.text("上海市杨浦区科技经济发展改革委员会局办（人才）·", min_size=2, max_size=20)
lists = st.lists(names, max_size=3, unique=True).map(tuple)
entries = st.lists(st.tuples(names, names | st.just(""), lists, lists), max_size=12, unique_by=lambda row: row[0])


def _entry(rank, row):
    full, short, former, counterpart = row
    return RosterEntry(full, short, tuple(n for n in former if n not in (full, short)), rank, counterpart)


@given(entries)
@settings(max_examples=200, deadline=None)
def test_that_a_list_written_out_is_read_back(rows):
    full_names = {row[0] for row in rows}
    kept = [
        row if row[1] not in full_names else (row[0], "", *row[2:]) for row in rows
    ]  # a short name is no other's full one
    roster = tuple(_entry(rank, row) for rank, row in enumerate(kept, 1))
    assert parse_roster(format_roster(roster)).entries == roster


@given(st.text(alphabet=st.characters() | st.sampled_from('\t\n\r"全称简排序'), max_size=200))
@settings(max_examples=300, deadline=None)
def test_that_any_paste_is_read_with_ranks_in_order(text):
    ranks = [entry.rank for entry in parse_roster(text).entries]
    assert ranks == sorted(ranks)
