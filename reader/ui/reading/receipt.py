"""What the cleaning did, grouped by reason, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.text.edits import Edit, Reason
from reader.ui.reading.furniture import with_offsets

if TYPE_CHECKING:
    from reader.library.records import OpenDocument

_EXCERPT = 40  # characters
_AROUND = 6  # characters on either side of a small edit
_SHORT = 4  # characters that say nothing by themselves
META_JOIN = "　·　"


class ReceiptLine(NamedTuple):
    """One edit and the offset of the reading text where it was made."""

    edit: Edit
    offset: int


class ReceiptGroup(NamedTuple):
    """All edits of one reason."""

    reason: Reason
    lines: tuple[ReceiptLine, ...]


def groups(document: OpenDocument) -> tuple[ReceiptGroup, ...]:
    """Return the receipt, the reasons that take away most meaning first."""
    found: dict[Reason, list[ReceiptLine]] = {}
    for edit, offset in with_offsets(document.reading):
        found.setdefault(edit.reason, []).append(ReceiptLine(edit, offset))
    return tuple(ReceiptGroup(reason, tuple(found[reason])) for reason in _ORDER if reason in found)


def kept_lines(document: OpenDocument) -> tuple[ReceiptLine, ...]:
    """Return what the user took back; why it had been cleaned is not stored, and matters no more."""
    to_reading = document.reading.map.to_reading
    spans = sorted(document.kept)
    return tuple(ReceiptLine(Edit(s.start, s.end, "", Reason.BLANK), to_reading(s.start)) for s in spans)


def count(document: OpenDocument) -> int:
    """Return how many places were cleaned; layout blanks are too many and too small to be counted."""
    return document.reading.cleaned


def reason_name(reason: Reason) -> str:
    """Return what a reason is called in the window."""
    names = {
        Reason.FURNITURE: tr("网页附加内容"),
        Reason.PAGE: tr("页码、页眉"),
        Reason.PINYIN: tr("注音"),
        Reason.HARD_BREAK: tr("断行"),
        Reason.PUNCTUATION: tr("标点"),
        Reason.BLANK: tr("词间空格"),
        Reason.LAYOUT: tr("版面空白"),
    }
    return names[reason]


def excerpt(line: ReceiptLine, source: str) -> str:
    """Return one line that shows an edit: what was removed, or before and after."""
    edit = line.edit
    removed = _flat(source[edit.start : edit.end])
    if edit.replacement.strip():
        return f"{removed} → {_flat(edit.replacement)}　{_around(edit, source)}"
    return removed if removed.strip("␣⏎") else _around(edit, source)


def kept_excerpt(line: ReceiptLine, source: str) -> str:
    """Return one line that shows what stands again as it was, with some text around it where it is short."""
    edit = line.edit
    kept = _flat(source[edit.start : edit.end])
    if len(kept) > _SHORT:
        return kept
    before, after = _beside(edit, source)
    return f"…{before}【{kept}】{after}…"


def meta_line(document: OpenDocument) -> str:
    """Return the line under the title: number, issuer, date, and how much was cleaned."""
    front, cleaned = document.front, count(document)
    parts = [
        front.doc_number,
        front.issuer,
        tr("{0}成文").format(date_text(front.issued_on)) if front.issued_on else None,
        tr("已整理{0}处").format(cleaned) if cleaned else None,
    ]
    return META_JOIN.join(part for part in parts if part)


def date_text(iso: str) -> str:
    """Write an ISO date as people do: 2024年10月25日."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


def tr(text: str) -> str:
    return QCoreApplication.translate("receipt", text)


def _flat(text: str) -> str:
    """Return a text on one line, blanks made visible where there is nothing else."""
    words = " ".join(text.split())
    if not words:
        return "".join("⏎" if c == "\n" else "␣" for c in text)[:_EXCERPT]
    return words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"


def _around(edit: Edit, source: str) -> str:
    before, after = _beside(edit, source)
    middle = edit.replacement.strip() or "｜"
    return f"…{before}{middle}{after}…"


def _beside(edit: Edit, source: str) -> tuple[str, str]:
    before = source[max(0, edit.start - _AROUND) : edit.start].split("\n")[-1].lstrip()
    return before, source[edit.end : edit.end + _AROUND].split("\n")[0].rstrip()


_ORDER = (
    Reason.FURNITURE,
    Reason.PAGE,
    Reason.PINYIN,
    Reason.PUNCTUATION,
    Reason.HARD_BREAK,
    Reason.BLANK,
    Reason.LAYOUT,
)
