"""The files that a digest becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from reader.export.digest import Digest
    from reader.export.styles import GongwenType

SUFFIXES = (".docx", ".xlsx", ".html", ".txt", ".md")


def render(
    digest: Digest,
    suffix: str,
    type_: GongwenType | None = None,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return a digest as a .docx, .xlsx, .html, .txt or .md file. Raises ValueError for another suffix."""
    if suffix == ".docx":
        from reader.export.digest_docx import digest_docx

        return digest_docx(digest, type_, author=author, created=created)
    if suffix == ".xlsx":
        from reader.export.digest_xlsx import digest_xlsx

        return digest_xlsx(digest, type_, author=author, created=created)
    if suffix == ".html":
        from reader.export.digest_html import digest_html

        return digest_html(digest)
    from reader.export.digest_text import digest_md, digest_txt

    renderers = {".txt": digest_txt, ".md": digest_md}
    if suffix not in renderers:
        raise ValueError(f"no such format: {suffix}")
    return renderers[suffix](digest)
