"""annotate DOC --quote TEXT: a note at a place of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.anchoring.quotes import find_quote
from reader.commands.desk import CommandFailed, Desk, failing_as
from reader.commands.dispatch import Result
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse

    from reader.library.records import OpenDocument
    from reader.text.spans import Span

_CONTEXT = 12  # characters shown around a candidate


def run(words: argparse.Namespace, desk: Desk) -> Result:
    number = desk.number(words.document)
    document = desk.document(str(number))
    places = find_quote(words.quote, document.reading, document.outline, words.path)
    if len(places) != 1:
        reason = f"有{len(places)}处相同的文字，请用 --path 指明条款" if places else "没有找到这段文字"
        raise CommandFailed(words.document, reason, candidates=[_candidate(document, place) for place in places])
    with failing_as(words.document):
        placement = desk.library.annotations.add(
            number, places[0], colour=words.colour, tags=tuple(words.tag), note=words.note, author=words.author
        )
    quote = placement.annotation.anchor.exact
    value = {
        "id": placement.annotation.number,
        "document": number,
        "section": placement.section,
        "path": placement.path,
        "quote": quote,
    }
    return Result(value, [f"已批注：{path_label(placement.path)}“{quote}”"])


def _candidate(document: OpenDocument, place: Span) -> dict[str, object]:
    section = document.outline.at(place.start)
    text = document.reading.simplified
    around = text[max(0, place.start - _CONTEXT) : place.end + _CONTEXT].replace("\n", " ")
    return {"section": section.number, "path": section.path, "excerpt": around}
