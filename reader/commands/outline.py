"""outline DOC: front matter, section tree, findings, receipt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.commands.dispatch import Result
from reader.commands.shapes import outline_shape

if TYPE_CHECKING:
    import argparse

    from reader.commands.desk import Desk
    from reader.library.records import OpenDocument

_FRONT = (
    ("标题", "title"), ("印发通知", "notice_title"), ("发文字号", "doc_number"), ("发文机关", "issuer"), ("主送", "addressees"),
    ("成文日期", "issued_on"), ("发布日期", "published_on"), ("施行日期", "effective_on"), ("有效期至", "expires_on"),
    ("抄送", "copied_to"), ("印发机关", "printed_by"), ("印发日期", "printed_on"), ("附注", "note"),
)  # fmt: skip
_REASONS = {
    "furniture": "网站附加内容", "pinyin": "拼音注音", "punctuation": "半角标点", "hard_break": "硬回车", "blank": "词内空格",
    "page": "页眉页码", "layout": "空行和缩进",
}  # fmt: skip


def run(words: argparse.Namespace, desk: Desk) -> Result:
    document = desk.document(words.document)
    value = outline_shape(document)
    lines = [f"{label}：{value[key]}" for label, key in _FRONT if value[key]]
    lines += [""] + [f"{'  ' * s.depth}{s.marker}{s.heading}" for s in document.outline.sections[1:]]
    lines += [*_findings(document), _receipt(document)]
    return Result(value, lines)


def _findings(document: OpenDocument) -> list[str]:
    return [f"待核：{f.path or '全文'} {f.detail}" for f in document.findings]


def _receipt(document: OpenDocument) -> str:
    counts = Counter(str(edit.reason) for edit in document.reading.edits)
    told = "，".join(f"{_REASONS.get(reason, reason)}{count}处" for reason, count in counts.most_common())
    return f"整理：{told}" if told else "整理：未作改动"
