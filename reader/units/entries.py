"""What one piece of a list names: one unit, several that nothing parts, or none."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.damage import damaged_spans
from reader.text.patterns import pattern
from reader.units.assignment import UnitKind
from reader.units.restoring import restore
from reader.units.shapes import Shape, is_group, kind_of, level_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.units.lexicon import Lexicon

_STARS = "*＊★☆※▲△●◆"
_EDGE = f" \t\n\u00a0\u3000。.：:、-—·{_STARS}"
_LEADING = re.compile("(?:以及|及|(?:以上|上述|[此本该各]项|主要|具体|分别|统一|工作|任务|措施|[拟均并])*由)(?=..)")
_TRAILING = re.compile(r"[（(〈〔［\[【]([^（()）〈〉〔〕［］\[\]【】]{0,120})[）)〉〕］\]】]$")
_RANK = re.compile("(牵头|主办|主责|总牵头|配合|协办)(?:单位|部门|责任单位)?")
_GLOSS = re.compile(
    r"^(?:含|包括|以下|不含|除|按|注|原|具体)|下同|牵头|联系|电话|\d{5}|\d{4}年|完成|时限|责任|负责|配合|简称|第一|首位"
)
_SELF = "国务院|中央|省|市|区|县|州|本市|全市|全省|全区|我市|我省|我区"
_SORT = "级|直|直属|属|有关|相关|各|其他|其它|成员|责任|职能|涉及|参与|行业|主管|重点|企事业|事业|群团|新闻|金融|科研|国有|驻[区市省县汉宁穗沪京蓉杭]"
_BODY = "部门|单位|企业|机构|地区|院校|组织|高校|银行|委办局|委局|方面|团体|平台|社区|公司|乡镇|镇街|街道|区县|县区|市州|地市"
_BODIES = f"(?:(?:{_SELF})?(?:{_SORT}){{0,4}}(?:{_BODY}))"
# A、B等；A、B等有关部门；A、B等8个部门和单位以及各地区
_OPEN_END = pattern(
    rf"(?<![高初中同平均优劣])等等?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})?[个家]?"
    rf"{_BODIES}?(?:[和及与或、]{_BODIES})*(?P<more>(?:以及|及其他|及|和|与).{{2,}})?$"
)
_ALONE = pattern(f"(?:{_BODY})(?:[和及与](?:{_BODY}))*")  # 等部门、单位
_NEUTRAL = pattern(r"\d{2,4}年.{0,14}|.{0,8}(?:底|月|季度)前(?:完成)?|持续(?:推进|实施)|长期(?:坚持|推进)|常态化推进")
# What blanks part: one beside a bracket or at the end of a line parts nothing.
_WORD = re.compile(r"(?:[^ \t\u00a0\u3000]|[ \u00a0\u3000]+(?=[（()）〔〕])|(?<=[（(〔])[ \u00a0\u3000]+)+")
_JOINED = re.compile("以及|和(?!平)|与|及|会同")
_LEVEL = re.compile("(?<=.{3})(?=[省市区县])")
_ENDINGS = frozenset("局委办部厅会院府署处室协联行团司心")


class Entry(NamedTuple):
    """A unit's name, what stands in the text, and where in the piece; ``mark`` is what is written at it: 牵头, *."""

    name: str
    raw: str
    start: int
    end: int
    restored: bool = False
    mark: str = ""


class Entries(NamedTuple):
    """The units of a piece; ``clean``: nothing but units, dates and 等 stands in it."""

    names: tuple[Entry, ...] = ()
    open_ended: bool = False
    clean: bool = True


@lru_cache(maxsize=8192)  # the same names come again and again
def entries(piece: str, lexicon: Lexicon) -> Entries:
    """Read one piece of a list."""
    places = [i for i, character in enumerate(piece) if not character.isspace()]
    if len(places) == len(piece):
        return _entries(piece, 0, len(piece), lexicon)
    plain = "".join(piece.split())
    parts = _parted(piece, plain, lexicon)
    if not parts and "\t" in piece.strip():  # cells of a table
        return Entries(clean=False)
    found = [_entries(plain, start, end, lexicon) for start, end in parts or [(0, len(plain))]]
    names = (name for one in found for name in one.names)
    return Entries(
        tuple(name._replace(start=places[name.start], end=places[name.end - 1] + 1) for name in names),
        any(one.open_ended for one in found),
        all(one.clean for one in found),
    )


def _parted(piece: str, plain: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the units that blanks part, as places in ``plain``; only the first where a person stands behind it.

    Nothing where the blanks part no units: 市 教 育 局, 等有 关部门.
    """
    words = ["".join(word.split()) for word in _WORD.findall(piece)]
    name = _OPEN_END.sub("", plain)
    if len(words) < 2 or min(map(len, words)) < 2 or _is_department(name, lexicon) or kind_of(name) is UnitKind.LOCAL:
        return []
    ends = [*itertools.accumulate(map(len, words))]
    open_end = _OPEN_END.search(plain)
    if open_end and open_end.start() < ends[-2]:
        return []
    shapes = [shape_of(_OPEN_END.sub("", word), lexicon) for word in words]
    whole = shape_of(name, lexicon)
    if min(shapes) is Shape.KNOWN or (min(shapes) is Shape.SHAPED and whole < Shape.KNOWN):
        return list(zip([0, *ends], ends, strict=False))
    first_alone = shapes[0] >= Shape.SHAPED and ends[0] > 2 and whole < Shape.KNOWN
    return [(0, ends[0])] if first_alone else []


def _entries(piece: str, start: int, end: int, lexicon: Lexicon) -> Entries:
    start, end, mark = _trimmed(piece, start, end)
    found = _OPEN_END.search(piece, start, end)
    if not found or found.start() == start:
        names = _marked([*_names(piece, start, end, lexicon)], mark)
        return Entries(names, open_ended=bool(found), clean=bool(names) or _says_nothing(piece[start:end]))
    before = _trimmed(piece, start, found.start())
    names = _marked([*_names(piece, *before[:2], lexicon)], mark or before[2])
    if not found["more"]:
        return Entries(names, open_ended=True, clean=bool(names))
    joint = _JOINED.match(piece, found.start("more"))
    more = _entries(piece, joint.end() if joint else found.start("more"), end, lexicon)
    return Entries(names + more.names, open_ended=True, clean=bool(names) and more.clean)


def _marked(names: list[Entry], mark: str) -> tuple[Entry, ...]:
    """Give the mark of a piece to the name it stands at: a star to the first, （牵头） to the last."""
    if mark and names:
        at = 0 if mark == "*" else -1
        names[at] = names[at]._replace(mark=mark)
    return tuple(names)


def _says_nothing(piece: str) -> bool:
    plain = "".join(piece.split())
    return not plain or bool(_ALONE.fullmatch(plain) or _NEUTRAL.fullmatch(plain))


def _trimmed(piece: str, start: int, end: int) -> tuple[int, int, str]:
    """Take off what is not the name: blanks, stars, （牵头）, （含开发区，下同）; return also what ranks the unit."""
    mark = ""
    while True:
        before = start, end
        while start < end and piece[start] in _EDGE:
            mark = "*" if piece[start] in _STARS else mark
            start += 1
        while end > start and piece[end - 1] in _EDGE:
            mark = "*" if piece[end - 1] in _STARS else mark
            end -= 1
        if leading := _LEADING.match(piece, start, end):
            start = leading.end()
        if end > start and (trailing := _TRAILING.search(piece, max(start, end - 124), end)):
            if rank := _RANK.fullmatch(trailing[1]):
                mark = rank[1]
            if rank or _GLOSS.search(trailing[1]):
                end = trailing.start()
        if (start, end) == before:
            return start, end, mark


def _names(piece: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Entry]:
    """Yield the unit between two places of a piece, or the several that stand against each other."""
    raw = piece[start:end]
    if damaged_spans(raw):
        for name in restore(raw, lexicon) or (raw,):
            yield Entry(name, raw, start, end, name != raw)
        return
    borders = _joints(raw, lexicon) or _glued(raw, lexicon)
    if not borders:
        if shape_of(raw, lexicon) and not _ALONE.fullmatch(raw):
            yield Entry(raw, raw, start, end)
        return
    at = 0
    for left, right in (*borders, (len(raw), len(raw))):
        begin, behind, mark = _trimmed(piece, start + at, start + left)
        yield Entry(piece[begin:behind], piece[begin:behind], begin, behind, mark=mark)
        at = right


def _joints(raw: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where 和 and 及 join two units: 省卫生健康委及各设区市人民政府."""
    if _is_department(raw, lexicon):
        return []
    found: list[tuple[int, int]] = []
    at = 0
    for joint in _JOINED.finditer(raw):
        left, right = _TRAILING.sub("", raw[at : joint.start()]), raw[joint.end() :]
        if len(left) < 2 or len(right) < 2 or not (left[-1] in _ENDINGS or is_group(left) or left in lexicon):
            continue
        if min(shape_of(left, lexicon), shape_of(right, lexicon)) >= Shape.SHAPED:
            found.append(joint.span())
            at = joint.end()
    return found


def _is_department(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is an entry of the lexicon or a department with the level it has: 市住房和城乡建设局."""
    return name in lexicon or lexicon.is_department(name[len(level_of(name, lexicon)) :])


def _glued(raw: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where two known names stand against each other, what parted them lost: 市科技局市财政局."""
    if raw in lexicon:
        return []
    found: list[tuple[int, int]] = []
    at = 0
    for border in _LEVEL.finditer(raw):
        if _is_known(raw[at : border.start()], lexicon) and _is_known(raw[border.start() :][:12], lexicon, begins=True):
            found.append((border.start(), border.start()))
            at = border.start()
    return found


def _is_known(name: str, lexicon: Lexicon, *, begins: bool = False) -> bool:
    """Tell whether a name (or what it begins with) is an entry of the lexicon or a department with its level."""
    ends = range(3, len(name) + 1) if begins else (len(name),)
    return any(name[:end] in lexicon or (name[:1] in "省市区县" and lexicon.is_department(name[1:end])) for end in ends)
