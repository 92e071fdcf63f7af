"""The comments of a .docx as Word keeps them: a part of their own, tied to the text by numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reader.export.annotated_origin import PROPERTY, bookmark_name
from reader.export.styles import Style, fonts_element
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

    from reader.export.fonts import Fonts
    from reader.text.spans import Span

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NOBODY = "批注"  # Word asks for an author
_LONGEST_AUTHOR = 60
_TEXT = Style("CommentText", "annotation text", "song", 10.5, latin="song")


class Comment(NamedTuple):
    """A comment on a stretch of the reading text; ``moment`` is UTC in ISO, "" where there is none."""

    number: int
    span: Span
    text: str
    author: str
    moment: str
    uuid: str

    @property
    def bookmark(self) -> str | None:
        return bookmark_name(self.uuid, self.text)


def add_comments(document: Document, comments: Iterable[Comment], fonts: Fonts) -> None:
    """Put the comments part and the styles that it needs into a document."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    entries = "".join(_comment(comment, fonts_element(_TEXT, fonts)) for comment in comments)
    data = f'<w:comments xmlns:w="{_W}">{entries}</w:comments>'
    _add_part(document.part, "/word/comments.xml", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, data)
    add_styles(document, _styles(fonts))


def add_styles(document: Document, elements: Iterable[str]) -> None:
    """Add ``w:style`` elements to those of a document."""
    from docx.oxml.parser import parse_xml

    root = document.styles.element
    for element in parse_xml(f'<w:styles xmlns:w="{_W}">{"".join(elements)}</w:styles>'):
        root.append(element)


def add_property(document: Document, value: str) -> None:
    """Let the document tell which text it holds, so that it is known again when it comes back."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    data = (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
    )
    package = document.part.package
    kind = CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
    _add_part(package, "/docProps/custom.xml", kind, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES, data)


def word_author(author: str) -> str:
    """Return the author of a comment as it is written; never empty."""
    return " ".join(xml_safe(author).split())[:_LONGEST_AUTHOR] or NOBODY


def initials(author: str) -> str:
    """Return what stands beside a comment: the surname of a Chinese name, the first letters of others."""
    words = author.split()
    if not words:
        return ""
    if author.isascii():
        return "".join(word[0] for word in words).upper()[:9]
    return words[0][0]


def word_time(moment: str) -> str:
    """Return a moment as Word keeps it: local time, said to be UTC; "" for what cannot be read."""
    try:
        read = datetime.fromisoformat(moment)
        aware = read if read.tzinfo else read.replace(tzinfo=UTC)
        return aware.astimezone().strftime("%Y-%m-%dT%H:%M:%SZ") if aware.year > 1900 else ""
    except (ValueError, OverflowError, OSError):
        return ""


def _comment(comment: Comment, fonts: str) -> str:
    author = word_author(comment.author)
    date = word_time(comment.moment)
    dated = f' w:date="{date}"' if date else ""
    first, *others = xml_safe(comment.text).split("\n")
    mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = _paragraph(first, fonts, mark) + "".join(_paragraph(text, fonts) for text in others)
    return (
        f'<w:comment w:id="{comment.number}" w:author={quoteattr(author)}{dated}'
        f" w:initials={quoteattr(initials(author))}>{paragraphs}</w:comment>"
    )


def _paragraph(text: str, fonts: str, mark: str = "") -> str:
    pieces = "<w:tab/>".join(_text(piece) for piece in text.split("\t"))
    run = f"<w:r><w:rPr>{fonts}</w:rPr>{pieces}</w:r>" if pieces else ""
    return f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}{run}</w:p>'


def _text(piece: str) -> str:
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""


def _styles(fonts: Fonts) -> Iterable[str]:
    yield (
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>'
        f'<w:rPr>{fonts_element(_TEXT, fonts)}<w:spacing w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
        "</w:style>"
    )
    yield (
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
    )


def _add_part(owner: Any, name: str, kind: str, relationship: str, data: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = getattr(owner, "package", owner)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    owner.relate_to(Part(PackURI(name), kind, (head + data).encode(), package), relationship)
