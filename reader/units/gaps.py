"""What a document leaves open: clauses that order something and name nobody to do it, or no time."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.text.patterns import pattern
from reader.text.sentences import sentences
from reader.units.deadlines import DeadlineKind, deadlines, is_overall

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from reader.structure.section import Outline, Section
    from reader.text.spans import Span
    from reader.units.assignment import Assignment


class GapKind(StrEnum):
    """What a clause leaves open."""

    NOBODY = "nobody"
    NO_DATE = "no_date"


class Gap(NamedTuple):
    """A clause that leaves something open; ``span`` is its heading, or its first sentence where it has none."""

    section: int
    path: str
    kind: GapKind
    span: Span
    text: str


_VERBS = (
    "建立 健全 建成 建设 完善 推进 推动 推行 推广 加快 加强 加大 强化 开展 实施 落实 制定 出台 编制 修订 完成 打造 培育 支持 鼓励 引导 组织 "
    "深化 优化 提升 提高 扩大 构建 搭建 探索 拓展 拓宽 发展 发挥 规范 严格 严禁 做好 抓好 确保 设立 创新 整合 促进 统筹 清理 压缩 取消 简化 "
    "降低 增加 新增 布局 引进 引育 招引 举办 成立 组建 给予 营造 畅通 盘活 升级 改造 治理 整治 排查 监测 公布 发布 梳理 启动 实现 对接 依托 "
    "聚焦 大力 积极 全面 持续 进一步 着力 逐步 充分 切实 认真 深入 定期 及时 继续 尽快 督促 研究 选取 查处 印发 汇总 大幅 解决 从严 赋予 落户 坚决"
).split()
_START = r"(?<![\u4e00-\u9fffA-Za-z0-9])"  # behind a marker, a bracket or a mark, not within a sentence
_ORDER = pattern(
    rf"{_START}(?:{'|'.join(_VERBS)})"
    r"|(?:应当|必须|务必|不得|严禁)|(?:[对为给向将按][^，。；\n]{2,40}|[0-9年月底末前内])(?:给予|提供|进行|实行|开展|予以|纳入|修订|制定|完成|实现|启动|建立)"
    r"|(?<![需重主紧必只想就])要(?![求素点件闻害领务塞])"
)
# A sentence whose subject is an organ, or a group of them, names somebody.
_ACTOR = pattern(
    rf"{_START}(?:各(?:区|县|市|镇|街道|乡|地|级|部门|单位|有关|相关|成员|责任|牵头|省|开发区|园区)|有关部门|相关部门"
    r"|[市区县省州][\u4e00-\u9fff]{1,12}(?:局|委|办|厅|中心|部门|办公室|管委会|政府)(?=[^，。；]{0,8}(?:要|应|须|负责|会同|牵头|按|组织|统筹|根据|对|将)))"
    r"|由[^，。；]{2,20}(?:负责|牵头|组织|会同|统筹|承担)"
)
# Headings under which a document speaks of itself and of how it is carried through: nobody is looked for there.
_FRAME = pattern(
    r"保障|组织领导|组织实施|组织推进|工作要求|有关要求|相关要求|实施要求|附\s?则|总\s?则|名词|术语|定义|适用(?:范围|对象)|施行|其他|说明|解释|"
    r"宣传|氛围|督[促导查]|监督|考核|原则|(?:申报|支持|认定|申请|受理)(?:条件|流程|程序|对象|范围|材料|要求)|罚则|法律责任"
)
_LONGEST = 200  # characters of a sentence that is shown for a clause without a heading
_HEADING = 24  # characters in which a heading says what it is about
_NAMED = 0.3  # share of the clauses beside one that name units, from which on one that does not is a gap
_BRANCH = 0.5  # the same for the clauses of the neighbouring branches, where none beside it does
_DATED = 0.3  # share of a document's clauses with a date, from which on it is one that gives dates

_Branch = tuple[str, int | None, bool]


def gaps(
    text: str, outline: Outline, assignments: Sequence[Assignment], issued_on: str | None = None
) -> tuple[Gap, ...]:
    """Return the gaps of a document in its order.

    Nobody is missed where those beside a clause name nobody either, as in 总体要求 and 保障措施; no date where hardly
    any clause has one. What an ancestor says, and the bracket behind the last of a list parted by ；, goes for a clause.
    """
    found = _Document(text, outline, assignments, issued_on)
    return tuple(sorted([*found.nobody(), *found.undated()], key=lambda gap: gap.section))


class _Document:
    def __init__(self, text: str, outline: Outline, assignments: Iterable[Assignment], issued_on: str | None) -> None:
        self._text, self._outline, self._issued_on = text, outline, issued_on
        self._named = {a.section for a in assignments}
        self._times: dict[int, frozenset[DeadlineKind]] = {}
        self._clauses = [s for s in outline.sections[1:] if self._orders(s)]

    def _spans(self, section: Section) -> tuple[Span, ...]:
        return (section.heading_span, *section.body)

    def _found(self, rule: re.Pattern[str], section: Section) -> bool:
        return any(rule.search(self._text, span.start, span.end) for span in self._spans(section))

    def _orders(self, section: Section) -> bool:
        """Tell whether a section is a clause that orders something."""
        if section.number in self._outline.children or is_overall(section, self._outline):
            return False
        return self._found(_ORDER, section)

    def _line(self, section: Section) -> Iterator[Section]:
        yield section
        yield from self._outline.ancestors(section)

    def _frames(self, section: Section) -> bool:
        return bool(_FRAME.search(section.heading[:_HEADING]))

    def nobody(self) -> Iterator[Gap]:
        """Yield the clauses that name nobody among others that do."""
        if not self._named:
            return
        assigned = {c.number for c in self._clauses if any(one.number in self._named for one in self._line(c))}
        assigned |= self._led_by_last()
        shares = _Shares(self._outline, self._clauses, assigned)
        for clause in self._clauses:
            if clause.number in assigned or self._frames(clause) or self._found(_ACTOR, clause):
                continue
            if self._is_missed(clause, shares):
                yield self._gap(clause, GapKind.NOBODY)

    def _is_missed(self, clause: Section, shares: _Shares) -> bool:
        beside = shares.beside(clause)
        if beside:
            return beside >= _NAMED
        return not any(map(self._frames, self._line(clause))) and shares.around(clause) >= _BRANCH

    def _led_by_last(self) -> set[int]:
        """Return the items of lists parted by ； whose last one names the units for all."""
        led: set[int] = set()
        for siblings in self._outline.children.values():
            goes_on = False
            for section in reversed(siblings):
                if section.number in self._named:
                    goes_on = True
                elif goes_on and section.span.text(self._text).rstrip().endswith(("；", ";")):
                    led.add(section.number)
                else:
                    goes_on = False
        return led

    def undated(self) -> Iterator[Gap]:
        """Yield the clauses without a time in a document that gives dates."""
        clauses = [c for c in self._clauses if not any(map(self._frames, self._line(c)))]
        dated = sum(DeadlineKind.DATE in self._kinds(c) for c in clauses)
        if not dated or dated < _DATED * len(clauses):
            return
        for clause in clauses:
            if not any(self._kinds(one) for one in self._line(clause)):
                yield self._gap(clause, GapKind.NO_DATE)

    def _kinds(self, section: Section) -> frozenset[DeadlineKind]:
        if section.number not in self._times:
            found = deadlines(self._text, self._spans(section), self._issued_on)
            self._times[section.number] = frozenset(deadline.kind for deadline in found)
        return self._times[section.number]

    def _gap(self, clause: Section, kind: GapKind) -> Gap:
        span = clause.heading_span
        if span.start >= span.end and clause.body:
            first = sentences(clause.body[0].text(self._text)[:_LONGEST])[0]
            span = first.shifted(clause.body[0].start)
        return Gap(clause.number, clause.path, kind, span, span.text(self._text))


class _Shares:
    """How many of the clauses beside a clause, and of the neighbouring branches, name units."""

    def __init__(self, outline: Outline, clauses: Iterable[Section], assigned: set[int]) -> None:
        self._outline = outline
        self._all: Counter[_Branch] = Counter()
        self._named: Counter[_Branch] = Counter()
        for clause in clauses:
            for branch in (self._beside(clause), self._around(clause)):
                self._all[branch] += 1
                self._named[branch] += clause.number in assigned

    def _beside(self, clause: Section) -> _Branch:
        return ("beside", clause.parent, clause.annex)

    def _around(self, clause: Section) -> _Branch:
        above = self._outline.sections[clause.parent].parent if clause.parent is not None else -1
        return ("around", above, clause.annex)

    def beside(self, clause: Section) -> float:
        """Return the share among the others with the same parent; 0 where there are none."""
        branch = self._beside(clause)
        return self._named[branch] / max(1, self._all[branch] - 1)

    def around(self, clause: Section) -> float:
        """Return the share in the branches beside the clause's own, none of which names anybody itself."""
        if clause.parent is None:
            return 0
        branch, own = self._around(clause), self._beside(clause)
        return self._named[branch] / max(1, self._all[branch] - self._all[own])
