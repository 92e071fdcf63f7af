"""The JSON shapes of the command line (design: every name here is a promise to scripts)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.anchoring.anchor import Placement
    from reader.library.records import Entry, OpenDocument
    from reader.structure.section import Section


def entry_shape(entry: Entry) -> dict[str, Any]:
    """Return one line of `list`."""
    return {
        "id": entry.number,
        "title": entry.title,
        "doc_number": entry.doc_number,
        "issuer": entry.issuer,
        "issued_on": entry.issued_on,
        "file": entry.file,
        "imported_at": entry.imported_at,
        "sections": entry.sections,
        "units": entry.units,
        "notes": entry.notes,
        "stage": entry.stage or None,
    }


def section_shape(document: OpenDocument, section: Section) -> dict[str, Any]:
    """Return a section: marker as written, heading and text in simplified script."""
    text = document.reading.simplified
    return {
        "section": section.number,
        "depth": section.depth,
        "marker": section.marker,
        "heading": section.heading,
        "path": section.path,
        "text": "\n".join(span.text(text) for span in section.body),
        "rule": section.rule,
    }


def outline_shape(document: OpenDocument) -> dict[str, Any]:
    """Return front matter, section tree, findings and receipt of a document."""
    front, outline, source = document.front, document.outline, document.source
    annexes = []
    for root in outline.annexes():
        below = [s for s in outline.sections[root.number + 1 :] if s.path.startswith(f"{root.path}/")]
        inner = [s for s in below if root.span.start <= s.span.start < max(root.span.end, root.span.start + 1)]
        annexes.append(section_shape(document, root) | {"outline": [section_shape(document, s) for s in inner]})
    return {
        "id": document.entry.number or None,
        "title": front.title,
        "notice_title": front.notice_title,
        "doc_number": front.doc_number,
        "issuer": front.issuer,
        "addressees": front.addressees,
        "issued_on": front.issued_on,
        "printed_on": front.printed_on,
        "published_on": front.published_on,
        "effective_on": front.effective_on,
        "expires_on": front.expires_on,
        "printed_by": front.printed_by,
        "copied_to": front.copied_to,
        "note": front.note,
        "genre": front.genre,
        "secrecy": front.secrecy,
        "urgency": front.urgency,
        "cited_doc_numbers": list(front.cited_doc_numbers),
        "outline": [section_shape(document, section) for section in outline.body()],
        "annexes": annexes,
        "findings": [{"kind": f.kind, "path": f.path, "detail": f.detail} for f in document.findings],
        "receipt": [
            {
                "source_start": edit.start,
                "source_end": edit.end,
                "removed": source[edit.start : edit.end],
                "replacement": edit.replacement,
                "reason": str(edit.reason),
            }
            for edit in document.reading.edits
        ],
    }


def note_shape(placement: Placement) -> dict[str, Any]:
    """Return an annotation and where it stands today."""
    annotation = placement.annotation
    return {
        "id": annotation.number,
        "document": annotation.document,
        "section": placement.section,
        "path": placement.path,
        "quote": annotation.anchor.exact,
        "note": annotation.note,
        "colour": annotation.colour,
        "style": annotation.style,
        "tags": list(annotation.tags),
        "author": annotation.author,
        "created": annotation.created,
        "status": placement.status,
    }
