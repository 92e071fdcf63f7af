"""The table of a comparison and the files it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.records import EDITIONS
from reader.export.comparison_records import ComparisonOptions, ComparisonSource, ComparisonTable

if TYPE_CHECKING:
    from datetime import datetime

    from reader.export.styles import GongwenType

SUFFIXES = (".docx", ".xlsx", ".html", ".txt")


def comparison_table(source: ComparisonSource, options: ComparisonOptions | None = None) -> ComparisonTable:
    """Return 修订对照表 for editions; for topics 横向比较表, or 承接情况表 where the left is an upper document."""
    options = options or ComparisonOptions()
    if source.comparison.mode == EDITIONS:
        from reader.export.comparison_editions import editions_table

        return editions_table(source, options)
    from reader.export.comparison_topics import topics_table

    return topics_table(source, options)


def render_comparison(
    source: ComparisonSource,
    suffix: str,
    options: ComparisonOptions | None = None,
    type_: GongwenType | None = None,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return the table as a .docx, .xlsx, .html or .txt file. Raises ValueError for another suffix."""
    return render(comparison_table(source, options), suffix, type_, author, created)


def render(
    table: ComparisonTable,
    suffix: str,
    type_: GongwenType | None = None,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return a table that is made as a file. Raises ValueError for another suffix."""
    if suffix == ".docx":
        from reader.export.comparison_docx import comparison_docx

        return comparison_docx(table, type_, author=author, created=created)
    if suffix == ".xlsx":
        from reader.export.comparison_xlsx import comparison_xlsx

        return comparison_xlsx(table, type_, author=author, created=created)
    if suffix == ".html":
        from reader.export.comparison_html import comparison_html

        return comparison_html(table)
    if suffix == ".txt":
        from reader.export.comparison_text import comparison_txt

        return comparison_txt(table)
    raise ValueError(f"no such format: {suffix}")
