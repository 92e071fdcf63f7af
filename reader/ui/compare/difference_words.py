"""What the list of differences calls things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.comparison.judgement import Verdict
from reader.structure.labels import joined_labels
from reader.ui.widgets.plain import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.structure.section import Section
    from reader.ui.theme import Theme

_ARTICLE = re.compile(r"(第)(.+)([条章节款])")
_ABOVE_ARTICLE = re.compile(r"^(?:第[^第条]+[编章节])+(?=第[^第条]+条)")
# Kinds that the themes have no colour of their own for: the name of one they have.
_COLOURS = {
    "split": "moved", "merged": "moved", "answered": "unit", "near": "changed", "unanswered": "warning",
    "renumbered": "secondary", "front": "secondary",
}  # fmt: skip


def tr(text: str) -> str:
    return QCoreApplication.translate("compare", text)


def kind_label(kind: str) -> str:
    """Return the two characters on the badge of a kind."""
    labels = {
        "obligation": tr("力度"),
        "number": tr("数据"),
        "unit": tr("单位"),
        "scope": tr("范围"),
        "wording": tr("文字"),
        "form": tr("格式"),
        "front": tr("要素"),
        "added": tr("新增"),
        "removed": tr("删除"),
        "moved": tr("位置"),
        "split": tr("拆分"),
        "merged": tr("合并"),
        "renumbered": tr("序号"),
        "answered": tr("对应"),
        "near": tr("相近"),
        "unanswered": tr("待核"),
        "alone": tr("另有"),
    }
    return labels.get(kind, kind)


def kind_name(kind: str) -> str:
    """Return a kind in full, as design section 7 calls it."""
    names = {
        "obligation": tr("要求力度"),
        "number": tr("指标数据"),
        "unit": tr("责任单位"),
        "scope": tr("适用范围"),
        "wording": tr("文字表述"),
        "form": tr("格式"),
        "front": tr("公文要素（标题、文号、日期等）"),
        "added": tr("新增的条款"),
        "removed": tr("删除的条款"),
        "moved": tr("位置调整"),
        "split": tr("一条拆分为几条"),
        "merged": tr("几条合并为一条"),
        "renumbered": tr("仅序号调整"),
        "answered": tr("有对应内容"),
        "near": tr("内容相近"),
        "unanswered": tr("未见对应内容（待核）"),
        "alone": tr("仅右侧文件有"),
    }
    return names.get(kind, kind)


def fact_name(fact: str) -> str:
    """Return an element of a document as GB/T 9704-2012 calls it."""
    names = {
        "secrecy": tr("密级"),
        "urgency": tr("紧急程度"),
        "letterhead": tr("发文机关标志"),
        "doc_number": tr("发文字号"),
        "notice_title": tr("通知标题"),
        "title": tr("标题"),
        "addressees": tr("主送机关"),
        "issuer": tr("发文机关"),
        "issued_on": tr("成文日期"),
        "published_on": tr("发布日期"),
        "effective_on": tr("施行日期"),
        "expires_on": tr("失效日期"),
        "note": tr("附注"),
        "copied_to": tr("抄送机关"),
        "printed_by": tr("印发机关"),
        "printed_on": tr("印发日期"),
    }
    return names.get(fact, fact)


def kind_colour(theme: Theme, kind: str) -> str:
    """Return the colour of the badge of a kind."""
    if kind == "alone":
        return theme.kind("added")
    named_colour = _COLOURS.get(kind)
    return getattr(theme, named_colour) if named_colour else theme.kind(kind)


def hint_words(hint: str) -> str:
    """Return what a lower clause should be looked at for."""
    words = {
        "weaker": tr("力度或有减弱"),
        "narrower": tr("范围或有缩小"),
        "number": tr("数据不一致"),
        "verbatim": tr("多为照录原文"),
    }
    return words.get(hint, hint)


def verdict_words(verdict: Verdict) -> str:
    """Return 承接情况 in words."""
    words = {
        Verdict.TAKEN_UP: tr("已承接"),
        Verdict.REFINED: tr("细化"),
        Verdict.WEAKENED: tr("弱化"),
        Verdict.NARROWED: tr("缩小范围"),
        Verdict.MISSING: tr("未承接"),
        Verdict.NOT_OURS: tr("不涉及"),
    }
    return words[verdict]


def clause_name(section: Section | None) -> str:
    """Return path and heading of a clause: 二（一）2 深化…; what stands before the first clause is 文首."""
    if section is None:
        return ""
    return named(place(section), section.heading)


def place(section: Section) -> str:
    """Return the path of a clause as people cite it: an article without its chapter."""
    return _ABOVE_ARTICLE.sub("", section.label) or tr("文首")


def numbers(sections: Sequence[Section]) -> str:
    """Return how clauses are numbered: 第十三、十四条, 二（一）2、二（一）3."""
    return joined_labels([place(section) for section in sections])


def renumbering(lefts: Sequence[Section], rights: Sequence[Section]) -> str:
    """Return 第十二条 → 第十三、十四条: articles by their numbers alone, others by their whole path."""
    if all(_ARTICLE.fullmatch(section.marker.strip()) for section in (*lefts, *rights)):
        return f"{_articles(lefts)} → {_articles(rights)}"
    return f"{numbers(lefts)} → {numbers(rights)}"


def _articles(sections: Sequence[Section]) -> str:
    return numbers(sections) if len(sections) > 1 else sections[0].marker.strip()
