"""Text of documents and notes on its way into places where Qt would read markup."""

from __future__ import annotations

from html import escape


def named(label: str, heading: str) -> str:
    """Return path and heading in one line: 二（一）2 深化…; a bracket needs no blank behind it."""
    blank = "" if label.endswith("）") or not label or not heading else " "
    return f"{label}{blank}{heading}"


def tooltip(*lines: str) -> str:
    """Return a tooltip that shows the lines as they are: never as markup, and wrapped where they are long."""
    said = [escape(line) for line in lines if line]
    return f"<qt>{'<br>'.join(said)}</qt>" if said else ""
