"""The information table that a government site puts above a document (索引号, 发文机关, 成文日期, 发文字号)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.text.dates import find_dates
from reader.text.doc_numbers import only_doc_number
from reader.text.organs import split_organs

if TYPE_CHECKING:
    from collections.abc import Iterable

_B = r"[ \u00a0\u2002\u2003\u3000]{0,6}"
_LABELS = {
    "issuer": (
        "发文机关",
        "发布部门",
        "颁布单位",
        "发布机构",
        "发文单位",
        "发布单位",
        "发布机关",
        "制发机关",
        "公开机构",
        "公开主体",
    ),
    "number": ("发文字号", "文号", "发布文号", "文件编号", "文件字号"),
    "date": ("成文日期", "生成日期", "发文日期", "成文时间", "发文时间", "制发日期"),
}
_OTHER = (
    "索引号", "信息索引号", "主题分类", "标题", "名称", "信息名称", "发布日期", "发布时间", "公开日期", "主题词", "关键词", "有效性",
    "时效性", "效力状态", "公文种类", "体裁分类", "组配分类", "信息分类", "公开方式", "公开范围", "公开类型", "公开属性", "公开时限",
    "废止日期", "失效日期", "施行日期", "实施日期", "生效日期", "服务对象分类", "内容概述", "信息来源", "所属主题", "发布渠道",
)  # fmt: skip
_KIND = {label: kind for kind, labels in _LABELS.items() for label in labels} | dict.fromkeys(_OTHER, "")
_LABEL = re.compile(
    "(?<![\u4e00-\u9fff])【?(?P<label>"
    + "|".join(_B.join(label) for label in sorted(_KIND, key=len, reverse=True))
    + rf"){_B}(?:[:：】]|(?=[ \t\u00a0\u3000\n])|$)[ \t\u00a0\u3000]{{0,6}}"
)
_ENOUGH = 3  # rows that make a table


class InfoTable(NamedTuple):
    """What the table says of the document; nothing of it where there is none."""

    number: str | None = None
    issuers: tuple[str, ...] = ()
    issued_on: str | None = None


def read_info_table(removed: Iterable[str]) -> InfoTable:
    """Read the table out of what cleaning took away (in simplified script)."""
    values: dict[str, str] = {}
    rows = 0
    kind: str | None = None
    before = ""  # 文 / 号：… : a label broken in the middle
    for raw in removed:
        piece = before + raw.lstrip()
        before = raw.strip() if len(raw.strip()) == 1 else ""
        if before:
            continue
        labels = list(_LABEL.finditer(piece[:400]))
        if not labels and kind and kind not in values:  # the value stands on the line below its label
            values[kind] = piece.strip()
        kind = None
        for label, following in zip(labels, [*labels[1:], None], strict=False):
            rows += 1
            kind = _KIND["".join(label["label"].split())]
            value = piece[label.end() : following.start() if following else len(piece)].strip()
            if kind and value:
                values.setdefault(kind, value)
    if rows < _ENOUGH:
        return InfoTable()
    date = next((found.iso for found in find_dates(values.get("date", "")[:40])), None)
    return InfoTable(only_doc_number(values.get("number", "")), split_organs(values.get("issuer", "")[:80]), date)
