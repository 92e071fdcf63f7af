"""digest: the chosen excerpts; --add DOC --path PATH takes a clause, --quote TEXT the words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.anchoring.quotes import QuoteFinder, find_quote
from reader.commands.desk import CommandFailed, Desk, failing_as
from reader.commands.dispatch import Result
from reader.library.excerpts import LOCATED, LOST, MOVED
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse

    from reader.library.excerpts import Excerpt
    from reader.library.records import OpenDocument
    from reader.text.spans import Span

_STATUS = {LOCATED: "", MOVED: "（位置有变，待核）", LOST: "（未能确定位置）"}
_SHOWN = 40  # characters of an excerpt in a line


def run(words: argparse.Namespace, desk: Desk) -> Result:
    if words.add is not None:
        return _added(words, desk)
    excerpts = desk.library.excerpts
    if words.clear:
        excerpts.clear()
    if words.remove:
        excerpts.delete(*words.remove)
    kept = excerpts.all()
    return Result({"excerpts": [excerpt_shape(excerpt) for excerpt in kept]}, [_line(desk, one) for one in kept])


def export(words: argparse.Namespace, desk: Desk) -> int:
    """Write the digest, or what of it comes from the documents named, into a file; return how many excerpts."""
    from reader.export.digest import DigestChoice
    from reader.library.exporting_digest import digest_of, export_digest

    choice = DigestChoice(
        title=words.title,
        table=words.table,
        form="short" if words.short else "full",
        outward=words.outward,
    )
    named = {desk.number(word) for word in words.documents}
    kept = [one for one in desk.library.excerpts.all() if not named or one.document in named]
    digest = digest_of(kept, desk.library.documents, choice)
    return export_digest(digest, words.out)


def excerpt_shape(excerpt: Excerpt) -> dict[str, Any]:
    """Return an excerpt and where it stands today."""
    return {
        "id": excerpt.number,
        "document": excerpt.document,
        "section": excerpt.section,
        "path": excerpt.path,
        "quote": excerpt.quote,
        "theme": excerpt.theme,
        "remark": excerpt.remark,
        "status": excerpt.status,
    }


def _added(words: argparse.Namespace, desk: Desk) -> Result:
    if words.path is None and words.quote is None:
        raise CommandFailed(words.add, "请用 --path 指明条款，或用 --quote 写出要摘录的文字")
    number = desk.number(words.add)
    span = _place(desk.document(str(number)), words)
    with failing_as(words.add):
        excerpt = desk.library.excerpts.add(number, span, words.theme)
        if words.remark is not None:
            desk.library.excerpts.remark(excerpt.number, words.remark)
            excerpt = excerpt._replace(remark=words.remark)
    return Result(excerpt_shape(excerpt), [f"已摘录：{path_label(excerpt.path)}“{_short(excerpt.quote)}”"])


def _place(document: OpenDocument, words: argparse.Namespace) -> Span:
    """Return the only place that the words tell."""
    if words.quote is not None:
        places = find_quote(words.quote, document.reading, document.outline, words.path)
        none, found, more = "没有找到这段文字", "处相同的文字", "，请用 --path 指明条款"
    else:
        finder = QuoteFinder(document.reading, document.outline)
        places = [section.span for section in finder.sections(words.path)]
        none, found, more = "没有这一条款", "条同样编号的条款", "，请用 --quote 写出要摘录的文字"
    if len(places) != 1:
        reason = f"有{len(places)}{found}{more}" if places else none
        raise CommandFailed(words.add, reason, candidates=[_candidate(document, place) for place in places])
    return places[0]


def _candidate(document: OpenDocument, place: Span) -> dict[str, object]:
    section = document.outline.at(place.start)
    excerpt = _short(place.text(document.reading.simplified))
    return {"section": section.number, "path": section.path, "excerpt": excerpt}


def _line(desk: Desk, excerpt: Excerpt) -> str:
    title = desk.library.documents.entry(excerpt.document).title
    remark = f"　{excerpt.remark}" if excerpt.remark else ""
    place = path_label(excerpt.path) or "正文前"
    return f"{excerpt.number}\t{excerpt.theme}\t《{title}》{place}\t“{_short(excerpt.quote)}”{remark}{_STATUS[excerpt.status]}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 2] + "……"
