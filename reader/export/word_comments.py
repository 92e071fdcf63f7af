"""The comments of a .docx, whoever wrote it: Word, WPS, LibreOffice, or the reader itself."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.anchoring.describe import CONTEXT
from reader.export.annotated_origin import PROPERTY, Said, origin_of, said, said_digest
from reader.export.word_comments_parts import UnreadableWord as UnreadableWord
from reader.export.word_comments_parts import WordParts, attribute, local_name
from reader.export.word_comments_text import ranges
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.export.annotated_origin import Origin
    from reader.export.word_comments_text import Ranges

_MOST = 20_000  # comments
_MOST_PARAGRAPHS = 100_000
_BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class WordComment(NamedTuple):
    """A comment as it stands in the file; ``created`` is UTC in ISO, "" where the file does not tell.

    ``span`` counts in the text it was read with and is empty where the comment is about no words of it: it is about a
    place, or about words of a tracked insertion, then ``inserted``; None where it stands in none of the text, but in a
    footnote or a text box. ``uuid`` is the annotation it was exported from,
    with its ``colour`` and ``tags``, ``unchanged`` whether it still says what it said then. ``answers`` is the author
    of the comment it replies to.
    """

    quote: str
    prefix: str
    suffix: str
    note: str
    author: str
    created: str
    uuid: str | None = None
    span: Span | None = Span(0, 0)
    inserted: str = ""
    unchanged: bool = False
    colour: str = ""
    tags: tuple[str, ...] = ()
    answers: str | None = None


class CommentedText(NamedTuple):
    """The text without its tracked changes (each paragraph ends in a newline) and the comments in the file's order.

    ``origin`` is the digest of the reading text it was exported from, None for what did not come from here.
    """

    text: str
    comments: tuple[WordComment, ...]
    origin: str | None = None


class _Written(NamedTuple):
    """A comment as the comments part has it, without its place."""

    id: str
    author: str
    created: str
    note: str
    paragraph: str  # by which replies name the comment they belong to


def read_comments(data: bytes) -> CommentedText:
    """Return text and comments of a .docx; raises UnreadableWord."""
    parts = WordParts(data)
    body = parts.tree(parts.document)
    if body is None:
        raise UnreadableWord("文件不是 Word 文档。")
    found = ranges(body)
    if found.text.count("\n") > _MOST_PARAGRAPHS:
        raise UnreadableWord("文件内容过大，未读取。")
    written = list(_written(parts))
    if len(written) > _MOST:
        raise UnreadableWord(f"文件中的批注超过{_MOST}条，未读取。")
    ours = _ours(found, written)
    answers = _answers(parts, written)
    comments = (_placed(one, found, ours.get(one.id), answers.get(one.id)) for one in written)
    return CommentedText(found.text, tuple(comments), _origin(parts))


def _placed(one: _Written, found: Ranges, origin: Origin | None, answers: str | None) -> WordComment:
    text = found.text
    ours = said(one.note) if origin else Said("", one.note.strip(), ())
    place = found.comments.get(one.id)
    span = _trimmed(place or Span(0, 0), text)
    return WordComment(
        quote=span.text(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start] if place else "",
        suffix=text[span.end : span.end + CONTEXT] if place else "",
        note=ours.note,
        author=one.author,
        created=one.created,
        uuid=origin.uuid if origin else None,
        span=span if place else None,
        inserted="" if span.start < span.end else found.inserted.get(one.id, "").strip(),
        unchanged=origin is not None and origin.digest == said_digest(one.note),
        colour=ours.colour,
        tags=ours.tags,
        answers=answers,
    )


def _ours(found: Ranges, written: Sequence[_Written]) -> dict[str, Origin]:
    """Return which comments, by id, came from here: by what they say, then by the words they lie on."""
    by_digest: dict[str, list[Origin]] = defaultdict(list)
    by_span: dict[Span, list[Origin]] = defaultdict(list)
    spans: dict[Origin, Span] = {}
    for name, span in found.bookmarks.items():
        if origin := origin_of(name):
            by_digest[origin.digest].append(origin)
            by_span[span].append(origin)
            spans[origin] = span
    ours: dict[str, Origin] = {}
    taken: set[Origin] = set()
    for one in written:
        place = found.comments.get(one.id)
        same = (o for o in by_digest.get(said_digest(one.note), ()) if place and _touch(place, spans[o]))
        if origin := next((o for o in same if o not in taken), None):
            ours[one.id] = origin
            taken.add(origin)
    for one in written:
        rest = by_span.get(found.comments.get(one.id, Span(-1, -1)), ()) if one.id not in ours else ()
        if origin := next((o for o in rest if o not in taken), None):
            ours[one.id] = origin
            taken.add(origin)
    return ours


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _trimmed(span: Span, text: str) -> Span:
    """Take the blanks off both ends of a span; what is nothing but blanks becomes a place."""
    said = span.text(text)
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.end - len(said) + len(said.rstrip())))


def _written(parts: WordParts) -> Iterator[_Written]:
    for name in parts.related(parts.document, "comments"):
        root = parts.tree(name)
        for element in root if root is not None else ():
            if local_name(element) == "comment":
                paragraphs = [p for p in element.iter() if local_name(p) == "p"]
                yield _Written(
                    attribute(element, "id") or "",
                    (attribute(element, "author") or "").strip(),
                    _moment(attribute(element, "dateUtc"), attribute(element, "date")),
                    "\n".join(map(_text, paragraphs)),
                    attribute(paragraphs[-1], "paraId") or "" if paragraphs else "",
                )
        return


def _text(paragraph: Any) -> str:
    """Return the text of a paragraph of a comment as it reads now."""
    pieces = []
    for element in paragraph.iter():
        name = local_name(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _BLANKS:
            pieces.append(_BLANKS[name])
    return "".join(pieces)


def _answers(parts: WordParts, written: Sequence[_Written]) -> dict[str, str]:
    """Return the author of the comment that each reply, by its id, belongs to."""
    by_paragraph = {one.paragraph: one for one in written if one.paragraph}
    found: dict[str, str] = {}
    for name in parts.related(parts.document, "commentsExtended"):
        root = parts.tree(name)
        for element in root if root is not None else ():
            reply = by_paragraph.get(attribute(element, "paraId") or "")
            parent = by_paragraph.get(attribute(element, "paraIdParent") or "")
            if reply and parent:
                found[reply.id] = parent.author
    return found


def _origin(parts: WordParts) -> str | None:
    for name in parts.related("", "custom-properties"):
        root = parts.tree(name)
        for element in root if root is not None else ():
            if attribute(element, "name") == PROPERTY:
                return "".join(element.itertext()).strip() or None
    return None


def _moment(utc: str | None, local: str | None) -> str:
    """Return a time in UTC: newer files tell it, all others keep local time, with a Z or without."""
    try:
        if utc:
            moment = datetime.fromisoformat(utc)
            moment = moment.replace(tzinfo=moment.tzinfo or UTC)
        else:
            moment = datetime.fromisoformat(local or "").replace(tzinfo=None).astimezone()
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return ""
