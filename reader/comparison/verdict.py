"""The outcome of a comparison in one Chinese sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The elements of a document as GB/T 9704-2012 groups them: 版头 (7.2) and 版记 (7.4) as a whole, the others by name.
_PARTS = {
    "secrecy": "版头", "urgency": "版头", "letterhead": "版头", "doc_number": "版头",
    "copied_to": "版记", "printed_by": "版记", "printed_on": "版记",
    "notice_title": "通知标题", "title": "标题", "addressees": "主送机关", "issuer": "发文机关", "issued_on": "成文日期",
    "published_on": "发布日期", "effective_on": "施行日期", "expires_on": "失效日期", "note": "附注",
}  # fmt: skip


def editions_verdict(
    summary: Mapping[str, int],
    places: int,
    moved_places: int,
    only_on_one_side: Iterable[str],
    differing: Iterable[str],
    regrouped: tuple[int, int] = (0, 0),
) -> str:
    """Say what differs: bodies first (``places`` changed in place, in moved sections), then the facts around them.

    ``regrouped`` are the clauses that were split and those that several were merged into; they count among the others.
    """
    told = (
        (summary["changed"], f"修改{summary['changed']}条，共{places}处"),
        (summary["added"], f"新增{summary['added']}条"),
        (summary["removed"], f"删除{summary['removed']}条"),
        (summary["moved"], f"位置调整{summary['moved']}条" + (f"，其中修改{moved_places}处" if moved_places else "")),
        (summary["renumbered"], f"仅序号调整{summary['renumbered']}条"),
    )
    body = [text for count, text in told if count]
    among = [f"{word}{count}条" for word, count in zip(("拆分", "合并"), regrouped, strict=True) if count]
    body += ["其中" + "、".join(among)] if among else []
    body = body or ["正文一致"]
    return "；".join([*body, *_front(only_on_one_side, differing)])


def topics_verdict(summary: Mapping[str, int], near: int) -> str:
    """Say how many clauses have an answer (``near`` of them one that only comes near) and how many have none.

    Whether one that has none was forgotten is for people to judge.
    """
    told = [f"有对应内容{summary['answered'] - near}条", *([f"相近{near}条"] if near else [])]
    return "，".join(told) + f"；未见对应内容（待核）{summary['unanswered']}条"


def _front(only_on_one_side: Iterable[str], differing: Iterable[str]) -> list[str]:
    different = dict.fromkeys(_PARTS[fact] for fact in differing)
    alone = dict.fromkeys(_PARTS[fact] for fact in only_on_one_side)
    missing = [part for part in alone if part not in different]
    return [
        *(["、".join(different) + "不同"] if different else []),
        *(["、".join(missing) + "仅一方有"] if missing else []),
    ]
