"""Kinds of official documents (文种), and how a title ends."""

from __future__ import annotations

import re

# The fifteen of GB/T 9704 practice (2012 regulation on official documents), then what they carry.
_GENRES = tuple(
    (
        "决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 令 "
        "方案 规划 计划 办法 规定 条例 细则 措施 纲要 要点 指南 规则 清单 目录 章程 准则 制度 预案 标准 规范 行动 "
        "解释 典 大纲 安排 分工 指引 导则 说明 须知 政策 任务 举措 倡议 倡议书 建议 法 公约 守则 提纲 总结 讲话 图解 解读 名单 汇编 修正案 决定书 意见书"
    ).split()
)
_ANY = "|".join(sorted(_GENRES, key=len, reverse=True))
_ENDING = re.compile(rf"(?:{_ANY})(?:[（(〔][^（()）〔〕]{{1,24}}[）)〕]){{0,3}}$")
_WORD = re.compile(rf"({_ANY})$")
_BRACKETS = re.compile(r"[（(〔][^（()）〔〕]{1,24}[）)〕]$")
_TITLE = 120  # characters: no title is longer
_PROSE = re.compile(r"[。；;！!？?]|[，,：:](?=.{12})")


def ends_with_genre(line: str) -> bool:
    """Tell whether a line ends as titles do: …的通知, …实施意见（试行）, …行动计划（2026—2028年）."""
    return bool(_ENDING.search(line[-60:]))


def genre(title: str) -> str | None:
    """Return the 文种 a title ends with, without what stands in brackets behind it."""
    plain = title
    while (shorter := _BRACKETS.sub("", plain)) != plain:
        plain = shorter
    found = _WORD.search(plain)
    return found[1] if found else None


def looks_like_title(line: str) -> bool:
    """Tell whether a line reads as the title of a document: long enough, no prose, ends with a 文种."""
    return 6 <= len(line) <= _TITLE and line[0] not in "-*•·—" and not _PROSE.search(line) and ends_with_genre(line)
