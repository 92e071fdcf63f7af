"""text DOC: the reading text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.dispatch import Result
from reader.text.scripts import to_traditional

if TYPE_CHECKING:
    import argparse

    from reader.commands.desk import Desk


def run(words: argparse.Namespace, desk: Desk) -> Result:
    document = desk.document(words.document)
    reading = document.reading
    if words.script == "source":
        text = reading.text
    elif words.script == "traditional":
        text = reading.text if reading.traditional else to_traditional(reading.text)
    else:
        text = reading.simplified
    return Result({"id": document.entry.number or None, "text": text}, text.rstrip("\n").split("\n"))
