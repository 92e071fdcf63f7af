"""Small documents made by hand, so that a test of a panel says itself what it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.anchoring.anchor import Anchor, Annotation, Placement
from reader.library.records import Entry, OpenDocument
from reader.structure.front_matter import FrontMatter
from reader.structure.section import Outline, Section
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment

if TYPE_CHECKING:
    from reader.text.findings import Finding


@dataclass(frozen=True)
class Duty:
    """One role of a clause; a unit written as ("name", "raw") was restored from raw."""

    role: str
    units: tuple[str | tuple[str, str], ...]
    open_ended: bool = False


@dataclass(frozen=True)
class Clause:
    depth: int
    marker: str
    heading: str
    body: str = ""
    duties: tuple[Duty, ...] = ()


def duty(*units: str | tuple[str, str], role: str = "责任单位", open_ended: bool = False) -> tuple[Duty, ...]:
    return (Duty(role, units, open_ended),)


YANGPU = (
    Clause(0, "一、", "总体要求"),
    Clause(1, "(一)", "功能定位", "围绕国家和本市战略，打造三区。"),
    Clause(2, "——", "国际化科技创新协同区", "推动科技创新与制度创新协同。"),
    Clause(2, "——", "在线新经济引领区", "推动数字经济与实体经济融合。"),
    Clause(1, "(二)", "区域布局", "形成两片区联动的格局。"),
    Clause(1, "(三)", "建设目标", "到2027年，联动创新区建设取得明显成效。"),
    Clause(0, "二、", "重点任务"),
    Clause(1, "(一)", "推动国际化科技创新协同"),
    Clause(2, "1.", "协同打造高能级创新平台",
           "支持同济大学联合张江实验室共同筹建国家集成电路微纳检测设备产业计量测试中心。",
           duty("区科技经济委", "区市场监管局")),
    Clause(2, "2.", "深化基础研究体制机制创新", "探索基础研究多元主体参与机制，争取一批市级新型研发机构落地杨浦。",
           duty("区科技经济委", "杨浦海关")),
    Clause(2, "3.", "创新科技成果市场化转移转化机制", "支持区域内高校院所开展科技成果转化创新改革试点。",
           duty("区科技经济委")),
    Clause(2, "4.", "促进国际创新资源对接", "吸引国际创新机构落户。", duty("区科技经济委", open_ended=True)),
    Clause(2, "5.", "推进科技成果跨境转化", "探索科技成果跨境转化新路径。", duty("区科技经济委", "杨浦海关")),
    Clause(2, "6.", "探索区、校、企紧密合作新模式", "深化三区联动。",
           duty("区科技经济委", "区市场监管局", "区生态环境局", "区卫生健康委")),
    Clause(2, "7.", "鼓励拓展保税研发业务", "支持企业开展保税研发。",
           duty("区商务委", role="牵头单位") + duty("杨浦海关", role="配合单位")),
    Clause(1, "(二)", "大力发展在线新经济和数字贸易"),
    Clause(2, "8.", "加强数据跨境流通探索", "探索数据跨境流通。", duty("区委网信办", "区数据局")),
    Clause(2, "9.", "探索数据要素流通和数据产品开发", "开发数据产品。", duty("区数据局")),
    Clause(2, "10.", "促进外汇收支便利化", "便利外汇收支。",
           duty(("中国人民银行上海总部", "中国人民银行上??偛?"), "区商务委")),
    Clause(0, "三、", "保障措施"),
    Clause(1, "(一)", "加强组织领导", "建立工作机制。",
           duty("区委创新办", "区发展改革委", role="成员单位", open_ended=True)),
    Clause(1, "(三)", "加强督促检查", "定期开展督查。"),
    Clause(0, "附件1", "名词解释"),
    Clause(1, "1.", "联动创新区", "指与自贸试验区联动的区域。"),
)  # fmt: skip


class _Writer:
    """Writes the clauses into one text and notes where everything came to stand."""

    def __init__(self, preamble: str) -> None:
        self.text = preamble
        self.sections = [
            Section(0, None, 0, "", "", "", "preamble", Span(0, len(preamble)), Span(0, 0), Span(0, 0), ())
        ]
        self.starts, self.owners = [0], [0]
        self.assignments: list[Assignment] = []
        self.open: list[int] = []

    def write(self, clause: Clause) -> None:
        del self.open[clause.depth :]
        parent = self.open[-1] if self.open else None
        above = self.sections[parent].path + "/" if parent is not None else ""
        number, start = len(self.sections), len(self.text)
        path = above + clause.marker
        marker = self._put(clause.marker)
        heading = self._put(clause.heading)
        body_start = len(self.text)
        self._put("。" + clause.body if clause.body else "")
        for one in clause.duties:
            self._put_duty(one, number, path)
        body = Span(body_start, len(self.text))
        self.text += "\n"
        annex = path.startswith("附件")
        for above_number in self.open:
            above_section = self.sections[above_number]
            self.sections[above_number] = replace(above_section, span=Span(above_section.span.start, len(self.text)))
        self.sections.append(
            Section(number, parent, clause.depth, clause.marker, clause.heading, path, "marker",
                    Span(start, len(self.text)), marker, heading, (body,), annex)
        )  # fmt: skip
        self.starts.append(start)
        self.owners.append(number)
        self.open.append(number)

    def _put(self, piece: str) -> Span:
        start = len(self.text)
        self.text += piece
        return Span(start, len(self.text))

    def _put_duty(self, one: Duty, number: int, path: str) -> None:
        start = len(self.text)
        self.text += f"（{one.role}："
        units = []
        for i, unit in enumerate(one.units):
            name, raw = unit if isinstance(unit, tuple) else (unit, unit)
            self.text += "、" if i else ""
            units.append(AssignedUnit(name, raw, name != raw, self._put(raw)))
        self.text += "等）" if one.open_ended else "）"
        span = Span(start, len(self.text))
        self.assignments.append(
            Assignment(number, path, one.role, tuple(units), one.open_ended, span.text(self.text), span, "bracket")
        )


def document(
    clauses: tuple[Clause, ...] = YANGPU,
    *,
    number: int = 1,
    title: str = "关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见",
    findings: tuple[Finding, ...] = (),
) -> OpenDocument:
    """Return an open document that holds just these clauses."""
    writer = _Writer(title + "\n")
    for clause in clauses:
        writer.write(clause)
    front = FrontMatter(
        title=title, doc_number="杨府发〔2024〕11号", issuers=("上海市杨浦区人民政府",), issued_on="2024-10-25"
    )
    units = {u.name for a in writer.assignments for u in a.units}
    entry = Entry(
        number=number, title=title, doc_number=front.doc_number, issuer=front.issuer, issued_on=front.issued_on,
        file=f"{title}.txt", imported_at="2024-11-01T08:00:00+00:00", sections=len(clauses), units=len(units), notes=0,
        traditional=False, binned_at=None, title_typed=False, characters=len(writer.text),
    )  # fmt: skip
    return OpenDocument(
        entry=entry,
        source=writer.text,
        reading=ReadingText(writer.text, writer.text, ()),
        front=front,
        outline=Outline(tuple(writer.sections), tuple(writer.starts), tuple(writer.owners)),
        assignments=tuple(writer.assignments),
        findings=findings,
    )


def placement(
    opened: OpenDocument,
    quote: str,
    *,
    number: int = 1,
    colour: str = "重点",
    style: str = "highlight",
    note: str = "",
    tags: tuple[str, ...] = (),
    author: str = "王敏",
) -> Placement:
    """Return an annotation of the first place where the document says ``quote``."""
    start = opened.reading.simplified.index(quote)
    section = opened.outline.at(start)
    anchor = Anchor(start, start + len(quote), quote, "", "", section.path)
    annotation = _annotation(opened, number, anchor, style, colour, tags, note, author)
    return Placement(annotation, "located", section.number, section.path, Span(start, start + len(quote)))


def orphan(
    opened: OpenDocument, quote: str, candidates: tuple[str, ...], *, number: int = 1, section: int = 1, note: str = ""
) -> Placement:
    """Return an annotation that was lost; it might belong to one of the candidate texts."""
    anchor = Anchor(0, len(quote), quote, "", "", opened.outline.sections[section].path)
    annotation = _annotation(opened, number, anchor, "highlight", "疑问", (), note, "王敏")
    text = opened.reading.simplified
    spans = tuple(Span(text.index(c), text.index(c) + len(c)) for c in candidates)
    return Placement(annotation, "orphan", section, anchor.path, None, spans)


def _annotation(
    opened: OpenDocument,
    number: int,
    anchor: Anchor,
    style: str,
    colour: str,
    tags: tuple[str, ...],
    note: str,
    author: str,
) -> Annotation:
    time = f"2024-11-0{1 + number % 8}T08:{number % 60:02}:00+00:00"
    return Annotation(
        number, f"uuid-{number}", opened.entry.number, anchor, style, colour, tags, note, author, time, time
    )
