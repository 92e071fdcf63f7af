"""A digest as plain text, as Markdown and for the clipboard; what would be a table is running text here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.clipboard import Clip, blocks_clip
from reader.export.digest_blocks import digest_blocks
from reader.export.notes_text import markdown, plain

if TYPE_CHECKING:
    from reader.export.digest import Digest
    from reader.export.styles import GongwenType


def digest_txt(digest: Digest) -> bytes:
    """Return a digest as a text file, in UTF-8 with the mark by which older editors know it."""
    return plain(digest_blocks(digest)).encode("utf-8-sig")


def digest_md(digest: Digest) -> bytes:
    """Return a digest as Markdown; whatever the texts hold is escaped."""
    return markdown(digest_blocks(digest)).encode()


def digest_clip(digest: Digest, type_: GongwenType | None = None) -> Clip:
    """Return a digest as it should look in Word, and as plain text."""
    return blocks_clip(digest_blocks(digest), type_)
