"""What comes in from people and file systems, made fit to be stored."""

from __future__ import annotations

from datetime import UTC, datetime


def storable(text: str) -> str:
    """Replace what SQLite, Word or Qt would trip over (NUL, lone surrogates) by U+FFFD."""
    return text.replace("\0", "\ufffd").encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def utc_now() -> str:
    """Return the time as it is stored: UTC, ISO, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
