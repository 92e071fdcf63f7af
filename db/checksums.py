"""Checksums of rows: SQLite does not notice when a bit of a text flips on the disk."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def checksum(values: Iterable[object]) -> int:
    """Return the CRC-32 of values as they are stored."""
    # A long document has tens of thousands of short values (one call in C) and a few texts of megabytes: those come
    # as the bytes they are in the store.
    found, short = 0, list(values)
    if bytes in set(map(type, short)):
        for value in short:
            if isinstance(value, bytes):
                found = zlib.crc32(value, found)
        short = [value for value in short if not isinstance(value, bytes)]
    return zlib.crc32(json.dumps(short, ensure_ascii=False).encode(), found)
