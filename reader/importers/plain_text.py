"""Plain text files."""

from __future__ import annotations

from reader.importers.encoding import decode
from reader.text.document import Document

_LOST = 0.3  # a "text" of which more than this share is unreadable is none
_LONG = 60  # characters: a text of that length in any Chinese encoding has common characters


def read_plain_text(name: str, data: bytes) -> Document | None:
    """Decode a text file; None where the bytes are no text."""
    found = decode(data)
    unreadable = found.replaced > _LOST * len(found.text)
    if unreadable or (not found.certain and (len(found.text) > _LONG or b"\0" in data)):
        return None
    return Document(name, data, found.text, found.encoding, found.replaced)
