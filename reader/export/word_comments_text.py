"""The text of a .docx as it was before its tracked changes, and where its comments and bookmarks lie in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reader.export.word_comments_parts import attribute, local_name
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PASSED_OVER = frozenset(
    "pPr rPr sectPr tblPr trPr tcPr tblGrid sdtPr drawing pict object AlternateContent instrText delInstrText rt".split()
)
_NEW = frozenset(("ins", "moveTo"))
_SAID = {"tab": "\t", "noBreakHyphen": "-", "cr": "\n"}


class Ranges(NamedTuple):
    """``text`` ends each paragraph in a newline; ``comments`` by id and ``bookmarks`` by name are where they lie.

    ``inserted`` are the words of tracked insertions that a comment is about, by the comment's id.
    """

    text: str
    comments: dict[str, Span]
    bookmarks: dict[str, Span]
    inserted: dict[str, str]


def ranges(body: Any) -> Ranges:
    """Read the main part of a .docx, given as its root element."""
    reading = _Reading()
    reading.read(body)
    return Ranges("".join(reading.pieces), reading.comments, reading.bookmarks, reading.inserted)


class _Reading:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.comments: dict[str, Span] = {}
        self.bookmarks: dict[str, Span] = {}
        self.inserted: dict[str, str] = {}
        self._at = 0
        self._title = False  # the lines of a title were broken for their looks alone
        self._new = 0  # tracked insertions that are open
        self._new_text: list[str] = []
        self._begun: dict[str, tuple[int, int]] = {}  # comments: where in the text, where in what was inserted
        self._marked: dict[str, tuple[str, int]] = {}  # bookmarks by id: name, where

    def read(self, body: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if event == "end":
                self._end(name, element)
            elif name in _PASSED_OVER:
                walk.skip_subtree()
            else:
                self._start(name, element)

    def _start(self, name: str, element: Any) -> None:
        if name in ("t", "delText"):
            self._say(element.text or "")
        elif name in _SAID:
            self._say(_SAID[name])
        elif name == "p":
            self._title = _style(element) == "Title"
        elif name == "br":
            self._say("\n" if attribute(element, "type") in (None, "textWrapping") and not self._title else "")
        elif name in _NEW:
            self._new += 1
        elif name.startswith(("comment", "bookmark")):
            self._edge(name, element)

    def _end(self, name: str, element: Any) -> None:
        if name in _NEW:
            self._new -= 1
        elif name == "p" and not _mark_inserted(element):
            self._say("\n")

    def _edge(self, name: str, element: Any) -> None:
        """Note where a comment or a bookmark begins or ends."""
        number = attribute(element, "id") or ""
        if name == "commentRangeStart":
            self._begun[number] = (self._at, len(self._new_text))
        elif name == "commentRangeEnd":
            start, new = self._begun.pop(number, (self._at, len(self._new_text)))
            self.comments[number] = Span(start, self._at)
            self.inserted[number] = "".join(self._new_text[new:])
        elif name == "commentReference":
            self.comments.setdefault(number, Span(self._at, self._at))
        elif name == "bookmarkStart":
            self._marked[number] = (attribute(element, "name") or "", self._at)
        elif name == "bookmarkEnd" and number in self._marked:
            bookmark, start = self._marked.pop(number)
            self.bookmarks[bookmark] = Span(start, self._at)

    def _say(self, text: str) -> None:
        if self._new:
            self._new_text.append(text)
            return
        self.pieces.append(text)
        self._at += len(text)


def _properties(paragraph: Any) -> Iterator[Any]:
    return (one for properties in paragraph[:1] if local_name(properties) == "pPr" for one in properties)


def _style(paragraph: Any) -> str | None:
    return next((attribute(one, "val") for one in _properties(paragraph) if local_name(one) == "pStyle"), None)


def _mark_inserted(paragraph: Any) -> bool:
    """Tell whether the mark of a paragraph was inserted by a tracked change: then it was one with the next."""
    return any(local_name(i) in _NEW for one in _properties(paragraph) if local_name(one) == "rPr" for i in one)
