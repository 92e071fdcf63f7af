"""Word files as colleagues send them back: built from bare XML, or edited from one of ours."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml.ns import qn

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def comment(number: int, text: str, author: str = "李强", date: str = "", more: str = "", paragraph: str = "") -> str:
    dated = f' w:date="{date}"' if date else ""
    identity = f' xmlns:w14="{_W14}" w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{number}" w:author="{author}"{dated} {more}><w:p{identity}><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        "</w:comment>"
    )


def on(number: int, content: str) -> str:
    """Put a comment on some runs."""
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{reference(number)}'


def reference(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def p(*content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def word(*paragraphs: str, comments: str = "", replies: str = "", names: str = W, extra=None) -> bytes:
    """Return a .docx of paragraphs given as XML."""
    links = f'<Relationship Id="c" Type="{_REL}/comments" Target="/word/comments.xml"/>'
    links += '<Relationship Id="e" Type="x/commentsExtended" Target="extended.xml"/>'
    links += f'<Relationship Id="x" Type="{_REL}/image" Target="http://example.invalid/a.png" TargetMode="External"/>'
    whole = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{names}"><w:body>{"".join(paragraphs)}</w:body></w:document>',
        "word/comments.xml": f'<w:comments xmlns:w="{names}">{comments}</w:comments>',
        "word/extended.xml": f'<w15:commentsEx xmlns:w15="{_W15}">{replies}</w15:commentsEx>',
    }
    return packed(whole | (extra or {}))


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def reply(paragraph: str, parent: str) -> str:
    return f'<w15:commentEx w15:paraId="{paragraph}" w15:paraIdParent="{parent}"/>'


class Colleague:
    """Someone who opens one of our files, writes comments, changes some, and sends it back."""

    def __init__(self, data: bytes, name: str = "李强") -> None:
        self._document = Document(io.BytesIO(data))
        self._name = name

    def comments(self, quote: str, text: str, name: str | None = None) -> None:
        """Comment on words that lie in one run."""
        found = next(r for q in self._document.paragraphs for r in q.runs if quote in r.text)
        before, after = found.text.split(quote, 1)
        runs = [found]
        for part in (quote, after):
            copy = type(found)(_copied(runs[-1]._r), found._parent)
            runs.append(copy)
            copy.text = part
        found.text = before
        self._document.add_comment(runs[1], text, author=name or self._name, initials="")

    def rewrites(self, old: str, new: str) -> None:
        """Change the text of a comment; Word leaves its author and its date."""
        for element in self._document.part._comments_part.element.iter(qn("w:t")):
            element.text = element.text.replace(old, new)

    def edits(self, old: str, new: str) -> None:
        """Change the text of the document without tracking it."""
        for paragraph in self._document.paragraphs:
            for found in paragraph.runs:
                if old in found.text:
                    found.text = found.text.replace(old, new)

    def drops(self, start: str) -> None:
        """Delete a paragraph."""
        for paragraph in self._document.paragraphs:
            if paragraph.text.startswith(start):
                paragraph._p.getparent().remove(paragraph._p)

    def loses_bookmarks(self) -> None:
        body = self._document.element.body
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            for element in list(body.iter(qn(tag))):
                element.getparent().remove(element)

    def sends(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()


def _copied(element):
    from copy import deepcopy

    made = deepcopy(element)
    element.addnext(made)
    return made
