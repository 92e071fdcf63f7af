"""The digest on its way to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.export.digest import Digest
    from reader.library.library import Library
    from reader.settings import Settings


def digest_with(library: Library, numbers: Collection[int]) -> Digest:
    """Return these excerpts as they are exported; runs on the library's thread."""
    from reader.library.exporting_digest import digest_of

    return digest_of([one for one in library.excerpts.all() if one.number in numbers], library.documents)


def digest_data(digest: Digest, settings: Settings, *, whole: bool) -> QMimeData:
    """Return excerpts with their sources, in shape for Word and WPS and as plain text.

    The ``whole`` digest has its themes as headings; its title stays behind, for the text it goes into has its own.
    """
    from reader.export.blocks import Kind
    from reader.export.clipboard import blocks_clip  # not needed before the first paint
    from reader.export.digest_blocks import digest_blocks
    from reader.export.template import type_of

    left_out = (Kind.TITLE,) if whole else (Kind.TITLE, Kind.HEADING)
    blocks = (block for block in digest_blocks(digest) if block.kind not in left_out)
    clip = blocks_clip(blocks, type_of(settings))
    data = QMimeData()
    data.setHtml(clip.html)
    data.setText(clip.text.lstrip("\n"))
    return data
