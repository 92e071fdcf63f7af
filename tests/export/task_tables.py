"""Task tables for the tests of the export, from invented documents."""

from __future__ import annotations

from reader.export.tasks_table import DEFAULT_COLUMNS, TaskColumn, TaskRow, TaskSource, TaskTable
from reader.structure.front_matter import FrontMatter
from reader.structure.parser import parse
from reader.units.extraction import extract

FRONT = FrontMatter(
    title="明珠湖片区建设实施意见",
    doc_number="明府发〔2026〕3号",
    issuers=("明珠区人民政府",),
    issued_on="2026-01-05",
)
TEXT = """\
二、重点任务
（一）完善片区路网
1.打通断头路。2026年6月底前打通3条断头路。（责任单位：区建设交通委、区财政局）
2.优化公交线路。新辟公交线路。（牵头单位：区建设交通委；配合单位：区公安分局、区财政局等）
（二）提升环境品质
3.整治河道。清淤疏浚。（责任单位：区水务局）种植水生植物。（责任单位：区绿化市容局）
4.规范停车秩序。完善停车设施。（责任单位：区公安分局，各街镇）
三、保障措施
（一）加强统筹。组建工作专班（成员单位：区财政局、区水务局）。
"""
OTHER = """\
一、夯实数据底座
（一）建设数据库。年内建成人口库。（牵头单位：区数据局；责任单位：区公安分局）
"""
OTHER_FRONT = FrontMatter(title="数据工作方案", doc_number="明府办〔2026〕9号", issued_on="2026-02-01")


def source(text: str = TEXT, front: FrontMatter = FRONT, **fields) -> TaskSource:
    outline = parse(text)
    return TaskSource(front, outline, text, extract(text, outline), **fields)


def other(**fields) -> TaskSource:
    return source(OTHER, OTHER_FRONT, **fields)


def column(table: TaskTable, wanted: TaskColumn) -> list[str]:
    """Return the cells of a column."""
    place = table.columns.index(wanted)
    return [row.cells[place] for row in table.rows]


def table_of(*texts: str, wanted: TaskColumn = TaskColumn.MEASURE, **fields) -> TaskTable:
    """Return a table with a row for each text, whatever it holds."""
    rows = tuple(
        TaskRow(
            0,
            None,
            n,
            0,
            tuple(str(n) if c is TaskColumn.NUMBER else t if c is wanted else "" for c in DEFAULT_COLUMNS),
        )
        for n, t in enumerate(texts, start=1)
    )
    values = {"title": "《方案》任务分解表", "source_lines": (), "columns": DEFAULT_COLUMNS, "rows": rows, "merges": ()}
    return TaskTable(**(values | fields))


HOSTILE = (
    "=1+1",
    "+86",
    "-1",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "<b>&amp;</b>\"'",
    "_x0041_",
    "\ufeff标记\u200b",
    "𠮷野家\U0001f600\U000e0001\U0010fffd",
    "第一行\n第二行\r\n第三行\r第四行",
)
FORBIDDEN = "甲\x00\x01\x08\x0b\x1f\ufffe\uffff\ud800乙"  # what XML cannot carry
