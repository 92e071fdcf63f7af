"""Comparisons for the tests of the export, from invented documents."""

from __future__ import annotations

from reader.comparison.compare import compare
from reader.comparison.records import EDITIONS, Change, Comparison, Pair, Shared, Side
from reader.export.comparison_records import (
    ComparedPaper,
    ComparisonColumn,
    ComparisonOptions,
    ComparisonSource,
    ComparisonTable,
    Mark,
)
from reader.export.comparison_table import comparison_table
from reader.structure.front_matter import FrontMatter
from reader.structure.parser import parse
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.units.extraction import extract

OLD = """\
第一章 总则
第一条 为了规范公园管理，制定本办法。
第二条 本办法适用于全市公园。
第三条 公园管理单位可以设置无障碍通道。
公园应当每日开放不少于8小时。
第四条 公园内禁止下列行为：
（一）损毁花木；
（二）随地吐痰。
违反前款规定的，由区绿化部门处理。
第二章 附则
第五条 本办法由区绿化部门解释。
第六条 本办法自公布之日起施行。
"""
NEW = """\
第一章 总则
第一条 为了规范公园管理，制定本办法。
第二条 本办法适用于全市公园。
第三条 公园管理单位应当设置无障碍通道。
公园应当每日开放不少于10小时。
第四条 鼓励市民参加公园志愿服务，支持社会力量捐建设施。
第五条 公园内禁止下列行为：
（一）损毁花木；
（二）随地吐痰；
（三）攀爬雕塑。
违反前款规定的，由区绿化部门处理。
第二章 附则
第六条 本办法自公布之日起施行。
"""
UPPER = """\
一、重点任务
（一）建设口袋公园。到2027年新建口袋公园不少于12座，完善座椅、步道和照明。（责任单位：市绿化市容局）
（二）发展夜间经济。支持商圈延长营业时间，培育夜间消费品牌。（责任单位：市商务委）
"""
LOWER = """\
一、总体要求
坚持以人为本。
二、主要举措
1.新建口袋公园。到2027年新建口袋公园不少于2座，完善座椅和步道。（责任单位：区绿化市容局）
2.推进垃圾分类。健全分类投放、收集体系。（责任单位：区绿化市容局）
"""


def paper(text: str, title: str = "公园管理办法", **fields) -> ComparedPaper:
    outline = parse(text)
    front = fields.pop("front", FrontMatter(title=title))
    return ComparedPaper(front, outline, ReadingText(text, text, ()), extract(text, outline), **fields)


def source(left: ComparedPaper | None = None, right: ComparedPaper | None = None, mode=EDITIONS, **fields):
    """Return two documents as they are compared, by default two editions."""
    left, right = left or paper(OLD), right or paper(NEW)
    sides = (Side(p.reading, p.outline, p.front, p.assignments) for p in (left, right))
    direction = fields.pop("direction", "peers")
    return ComparisonSource(left, right, compare(*sides, mode, direction=direction), **fields)


def topics(direction: str = "peers", **fields) -> ComparisonSource:
    return source(
        paper(UPPER, "全市公园城市建设方案"),
        paper(LOWER, "明珠区公园城市实施方案"),
        "topics",
        direction=direction,
        **fields,
    )


def paired(left: str, right: str, *pairs: Pair) -> ComparisonSource:
    """Return two documents with the pairs as they are given."""
    return ComparisonSource(paper(left), paper(right), Comparison(EDITIONS, pairs))


def change(left: str, right: str, old: str, new: str, kind: str = "wording") -> Change:
    """Return the change of a stretch of text that stands once on each side."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for text, part in ((left, old), (right, new))]
    return Change("replace", old, new, kind, *spans)


def shared(left: str, right: str, text: str) -> Shared:
    return Shared(text, *(Span(t.index(text), t.index(text) + len(text)) for t in (left, right)))


def table(of: ComparisonSource | None = None, **options) -> ComparisonTable:
    return comparison_table(of or source(), ComparisonOptions(**options))


def column(found: ComparisonTable, wanted: str) -> list[str]:
    """Return the cells of a column but of headings."""
    place = found.columns.index(ComparisonColumn(wanted))
    return [row.cells[place].text for row in found.rows if not row.heading and not row.across]


def row(found: ComparisonTable, holding: str) -> dict[str, str]:
    """Return the cells of the first row that holds a text, what is set apart in 【】, ［］ or 〈〉."""
    signs = {Mark.ADDED: "【{}】", Mark.REMOVED: "［{}］", Mark.SHARED: "〈{}〉"}
    for one in found.rows:
        if any(holding in cell.text for cell in one.cells):
            return {
                str(column): "\n".join(
                    "".join(signs.get(r.mark, "{}").format(r.text) for r in line) for line in cell.lines
                )
                for column, cell in zip(found.columns, one.cells, strict=True)
            }
    raise AssertionError(f"no row holds {holding}")
