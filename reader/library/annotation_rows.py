"""Between an annotation and its row."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.anchoring.anchor import Anchor, Annotation

if TYPE_CHECKING:
    from db.records import AnnotationRow
    from reader.anchoring.anchor import Placement


def annotation_of(row: AnnotationRow) -> Annotation:
    """Return what a row holds; tags that can no longer be read are left out."""
    try:
        tags = tuple(map(str, json.loads(row.tags)))
    except ValueError:
        tags = ()
    return Annotation(
        number=row.number,
        uuid=row.uuid,
        document=row.document,
        anchor=Anchor(row.start, row.end, row.exact, row.prefix, row.suffix, row.path),
        style=row.style,
        colour=row.colour,
        tags=tags,
        note=row.note,
        author=row.author,
        created=row.created,
        modified=row.modified,
    )


def row_of(placement: Placement) -> dict[str, object]:
    """Return an annotation as it is stored, without its number."""
    annotation = placement.annotation
    return {
        "uuid": annotation.uuid,
        "document": annotation.document,
        **asdict(annotation.anchor),
        "style": annotation.style,
        "colour": annotation.colour,
        "tags": json.dumps(annotation.tags, ensure_ascii=False),
        "note": annotation.note,
        "author": annotation.author,
        "created": annotation.created,
        "modified": annotation.modified,
        "deleted_at": None,
        "section": placement.section,
        "path_now": placement.path,
    }
