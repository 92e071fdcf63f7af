"""What the inside of a bracket says: labels with their lists (责任单位：A、B), lists with their verbs (A牵头，B、C配合)."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.brackets import CLOSING, OPENING
from reader.text.duties import LABEL, SHORT_LABEL, VERB
from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.assignment import Duty
from reader.units.lists import pieces
from reader.units.roles import duty_of

_SEPARATOR = frozenset("；;，,。、（( \n\t\u3000\u00a0")  # before a label within a bracket
# 完成时限：… and every other label that names no units ends a list, and so does what is said about the lists.
_STOP = pattern(
    r"(?<=[；;，,。\s])[^，,；;。：:、（()）\n]{2,12}[：:]"
    r"|(?:注：|说明：|其中|各项任务)?(?:第一个?(?:逗号|顿号|分号|位|名|单位|部门)|首位|首个|(?:排|列)[^，；。、]{0,4}[第首]|[*＊★☆※▲△●]的?(?:单位|部门)?为)"
    r"|以下|下同|下列|均需|不再(?:逐一|一一|单独|重复)?[列标注赘]|(?<=[，；。])(?:\d{4}年|每年|年内|完成时|长期|持续)"
)
_HINT = re.compile("[：:第首为下均再年成期续]")  # one of these stands in whatever ends a list
_COLON = re.compile("[：:]")
_OPENING, _CLOSING = OPENING + "〈", CLOSING + "〉"
_SENTENCE_END = re.compile("[。！]")
_ACCORDING = (
    "(?:各?(?:按照?|依照?|依据|根据|结合|遵照)(?:各自|自身|本?部门|有关|相关|法定|工作|属地|任务|本级|其)?的?|各自)?"
    "(?:(?:工作|任务)?(?:职责|职能|权限)(?:任务)?[和及]?(?:任务)?(?:分工|权限|范围)?内?|分工)"
)
_HOW = "共同|联合|分别|具体|主要|直接|全面|积极|协同|密切|统筹|各自|总|为主|认真|抓好|做好|组织|结合实际|按要求|分工|同步|参照|协调|主动|配套"
_AND_SO = (
    "负责|落实|实施|组织|推进|开展|完成|执行|抓总|协调|统筹|办理|抓好|做好|具体|共同|推动|指导|牵头|配合|协同|协助"
    "|(?:相关|有关|此项|各项|该项)?工作|到位|见效"
)
_CORES = "牵头|负责|配合|协助|(?<!政)协办|支持|主办|承办|参与|参加|指导|督导|监督|落实|组织实施|具体实施|实施"
# The end of a clause of a list: B、C等按职责分工负责. Groups: how, and the verb that is the role.
_VERB_END = pattern(rf"(?P<by>{_ACCORDING})?(?:{_HOW})?(?:{_HOW})?(?:(?P<core>{_CORES})(?:{_AND_SO}){{0,3}})?[。\s]*$")
_AS_LABEL = pattern(r"[为是](?P<role>(?:牵头|责任|配合|主办|协办|承办|参与|主责|指导)(?:单位|部门))[。\s]*$")
_WITH = re.compile("会同|联合(?![会国体])|商(?=[省市区县]|有关|相关|同级)")
_ROLE_OF = {"参加": "参与", "组织实施": "实施", "具体实施": "实施"}
_LONGEST = 60  # characters of a piece that a verb is looked for in


class Part(NamedTuple):
    """A list and the role of its units; ``duty`` is what the words beside it say, ``labelled``: a label says it."""

    role: str
    span: Span
    duty: Duty
    labelled: bool


class _Clause(NamedTuple):
    """A list with the verb behind it, and where the verb ends."""

    role: str
    span: Span
    end: int


def read_parts(text: str, inner: Span) -> list[Part]:
    """Return the parts of what stands in a bracket, in their order."""
    labels = _labels(text, inner)
    if not labels:
        return verb_parts(text, inner)
    found = verb_parts(text, Span(inner.start, labels[0][1].start))
    for i, (role, label) in enumerate(labels):
        end = labels[i + 1][1].start if i + 1 < len(labels) else inner.end
        found += labelled_parts(text, role, Span(label.end, list_end(text, label.end, end)))
    return found


def _labels(text: str, inner: Span) -> list[tuple[str, Span]]:
    """Return roles and spans of the labels that begin a part."""
    for label in (LABEL, SHORT_LABEL):
        first = label.match(text, inner.start, inner.end)
        if first and not _COLON.search(text, first.end(), inner.end):
            return [_label(first)]
        found = [
            _label(one)
            for one in label.finditer(text, inner.start, inner.end)
            if one.start() == inner.start or text[one.start() - 1] in _SEPARATOR
        ]
        if found:
            return found
    return []


def _label(found: re.Match[str]) -> tuple[str, Span]:
    return "".join(found["role"].split()), Span(*found.span())


def list_end(text: str, start: int, end: int) -> int:
    """Return where a list ends that begins behind a label; what stands in brackets does not end it."""
    if _HINT.search(text, start, end):
        for stop in _STOP.finditer(text, start, end):
            before = text[start : stop.start()]
            if sum(before.count(c) for c in _OPENING) <= sum(before.count(c) for c in _CLOSING):
                end = stop.start()
                break
    sentence = _SENTENCE_END.search(text, start, end)
    return sentence.start() if sentence else end


def labelled_parts(text: str, role: str, span: Span) -> list[Part]:
    """Return the parts of a list behind a label: 责任单位：A牵头，B配合 says itself who leads and who supports."""
    clauses = _clauses(text, span) if VERB.search(text, span.start, span.end) else []
    duty = duty_of(role)
    if not clauses:
        return [Part(role, span, duty, labelled=True)]
    before, clauses[0] = _beside(text, clauses[0])
    found = [part for clause in clauses for part in _with(text, clause)]
    if before:
        return [Part(role, before, duty, labelled=True), *found]
    if all(part.duty in (duty, Duty.RESPONSIBLE) for part in found):  # 责任单位：A、B按职责分工负责
        found = [Part(role, part.span, duty, labelled=True) for part in found]
    rest = Span(clauses[-1].end, span.end)
    return [*found, Part(role, rest, duty, labelled=True)]


def _beside(text: str, clause: _Clause) -> tuple[Span | None, _Clause]:
    """Part 责任单位：A、B，C配合: who supports stands behind the last ，, and before it who answers to the label."""
    comma = max(text.rfind(c, clause.span.start, clause.span.end) for c in "，,；;")
    if comma < 0 or duty_of(clause.role) not in (Duty.SUPPORT, Duty.GUIDE):
        return None, clause
    return Span(clause.span.start, comma), clause._replace(span=Span(comma + 1, clause.span.end))


def verb_parts(text: str, inner: Span) -> list[Part]:
    """Return the lists of what stands between two places, each with the verb behind it."""
    if not VERB.search(text, inner.start, inner.end):
        return []
    return [part for clause in _clauses(text, inner) for part in _with(text, clause)]


def _clauses(text: str, inner: Span) -> list[_Clause]:
    found: list[_Clause] = []
    start = inner.start
    for piece in pieces(text, inner):
        begin, end = max(piece.start, piece.end - _LONGEST), piece.end
        if not VERB.search(text, begin, end):
            continue
        verb = _AS_LABEL.search(text, begin, end) or _VERB_END.search(text, begin, end)
        role = _role(verb) if verb else ""
        if verb and role:
            found.append(_Clause(role, Span(start, verb.start()), min(end + 1, inner.end)))
            start = end + 1
    return found


def _role(verb: re.Match[str]) -> str:
    """Return the verb that is the role; nothing where there is none."""
    said = verb.groupdict()
    core = said.get("role") or said.get("core") or ""
    if core == "负责":  # 负责牵头
        core = next((word for word in ("牵头", "配合") if word in verb[0]), core)
    if said.get("by") and core in ("", "负责", "落实", "实施", "组织实施", "具体实施"):
        return "按职责分工负责"
    return _ROLE_OF.get(core, core)


def _with(text: str, clause: _Clause) -> list[Part]:
    """Return the parts of a clause; A会同B share the lead."""
    role, span, _ = clause
    joint = _WITH.search(text, span.start, span.end)
    if not joint:
        return [Part(role, span, duty_of(role), labelled=False)]
    found: list[Part] = []
    before = Span(span.start, joint.start())
    if before.text(text).strip("，,；;、 "):
        found = verb_parts(text, before) or [Part(role, before, Duty.LEAD, labelled=False)]
    return [*found, Part(joint[0], Span(joint.end(), span.end), Duty.LEAD, labelled=False)]
