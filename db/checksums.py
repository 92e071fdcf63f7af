"""Checksums of rows: SQLite does not notice when a bit of a text flips on the disk."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_LONG = 4_000  # characters


def checksum(values: Iterable[object]) -> int:
    """Return the CRC-32 of values as they are stored."""
    # A long document has tens of thousands of short values (one call in C) and a few texts of megabytes (no copy).
    found, short = 0, []
    for value in values:
        if isinstance(value, str) and len(value) > _LONG:
            found = zlib.crc32(value.encode(), found)
        else:
            short.append(value)
    return zlib.crc32(json.dumps(short, ensure_ascii=False).encode(), found)
