"""One imported file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """What an importer makes of a file: its bytes and the source text decoded from them, which never changes.

    ``replaced`` counts the characters that could not be decoded or may not stand in a text and became U+FFFD.
    """

    name: str
    data: bytes
    source: str
    encoding: str
    replaced: int = 0
