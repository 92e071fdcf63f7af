"""The hard facts of a text: what must be equal before two look-alike clauses may be taken for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.doc_numbers import find_doc_numbers
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "一二两三四五六七八九十百千万亿零○"
_SCALE = "[十百千万亿]{0,2}[余多]?"
_MEASURES = (
    "个百分点", "个工作日", "个自然日", "平方公里", "平方千米", "平方米", "立方米", "千瓦时", "工作日", "自然日", "个小时",
    "个季度", "个月", "个", "公里", "公顷", "公斤", "千米", "千瓦", "美元", "欧元", "港元", "元", "人次", "人", "家", "户",
    "项", "条", "件", "次", "批", "期", "年度", "年内", "年", "月份", "月", "日内", "日", "天", "周岁", "岁", "周", "小时", "分钟", "秒",
    "季度", "倍", "成", "所", "座", "台", "套", "名", "位", "亩", "吨", "米", "升", "级", "届", "类", "种", "处", "支", "辆", "架",
    "艘", "床", "张", "份", "篇", "部", "轮", "款", "章", "节", "编", "号", "分之", "折", "度", "比特", "赫兹", "克", "场", "片", "对",
)  # fmt: skip
_MEASURE = "(?:" + "|".join(sorted(_MEASURES, key=len, reverse=True)) + ")"
_ORGAN_END = (
    "委员会|管委会|人民政府|办公室|政府|委|局|厅|办|部|院|署|司|中心|集团|公司|银行|海关|总部|街道|学校|大学|协会|工会"
)
_ORGAN_START = "国家|全国|中央|中国|上海|北京|天津|重庆|国务院|[各本省市区县州镇]"

# 一个, 一批, 一次 mean "a"; 一个月 is a number.
_ARTICLE = "(?!一(?:[种批次部级类项对场片处度成套份张位名条支人家件轮座所台]|个(?!月|工作日|自然日|小时|百分点|季度)))"

_NUMBER = re.compile(
    rf"(?:19|20)\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?[底末初]?前?"
    rf"|[一二][{_HAN}]{{3}}年(?:[{_HAN}]{{1,2}}月(?:[{_HAN}]{{1,3}}日)?)?[底末初]?前?"
    rf"|第?\d{{1,15}}(?:[.,:/~-]\d{{1,15}}){{0,6}}(?:%|‰|{_SCALE}{_MEASURE}|{_SCALE})"
    rf"|百分之[{_HAN}点]{{1,8}}|[{_HAN}]{{1,6}}分之[{_HAN}]{{1,6}}"
    rf"|第[{_HAN}]{{1,6}}{_MEASURE}?|{_ARTICLE}[{_HAN}]{{1,8}}[余多]?{_MEASURE}|十[一二三四五六七]五"
)
# A piece of a list (A、B、C) that ends like an organ, and an organ in running text that begins like one.
_ORGAN = re.compile(
    rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,16}}?(?:{_ORGAN_END})(?=等?(?:[、,;。:()]|$))"
    rf"|(?:{_ORGAN_START})[\u4e00-\u9fff]{{1,8}}?(?:{_ORGAN_END})(?![\u4e00-\u9fff]?(?:长|门|分|件|署))"
)


def numbers(text: str) -> Iterator[Span]:
    """Yield the numbers with their unit, dates, percentages and document numbers of a folded text, in order."""
    document_numbers = [found.span for found in find_doc_numbers(text)]
    yield from document_numbers
    for found in _NUMBER.finditer(text):
        span = Span(*found.span())
        if not any(span.overlaps(other) for other in document_numbers):
            yield span


def organs(text: str) -> Iterator[Span]:
    """Yield what looks like the name of an organ in a folded text."""
    return (Span(*found.span()) for found in _ORGAN.finditer(text))


def facts(text: str) -> tuple[str, ...]:
    """Return every number, date, document number and organ of a folded text, in order."""
    return tuple(span.text(text) for span in sorted((*numbers(text), *organs(text))))
