"""Times as the user's clock shows them."""

from __future__ import annotations

import re
from datetime import UTC, datetime


def local(moment: str) -> str:
    """Return a stored time (UTC, ISO) as local ``2026-11-22 10:15``; what cannot be read comes back as it is."""
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone().strftime("%Y-%m-%d %H:%M")


def date_in_words(iso: str | None) -> str:
    """Return 2024年10月25日 for 2024-10-25, without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", iso or "")
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else iso or ""
