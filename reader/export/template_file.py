"""What of a .docx says how it looks, read without trust: bounded, no entities, nothing followed that points outside."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any, NamedTuple

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRIES = 2000
_LARGEST_FILE, _LARGEST_PART = 40 << 20, 16 << 20  # bytes
_NOT_WORD = "不是 .docx 文件，或文件已损坏。"
_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT = tuple(  # the same names in the strict form of the standard
    (b"http://purl.oclc.org/ooxml/" + name, _USUAL + name.replace(b"/", b"/2006/", 1))
    for name in (b"officeDocument/relationships", b"wordprocessingml/main", b"drawingml/main")
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class TemplateRefused(Exception):
    """A file cannot serve as a template; ``reason`` is a Chinese sentence for the user."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Parts(NamedTuple):
    """The roots of the parts of a document that say how it looks."""

    document: Any
    styles: Any
    theme: Any | None


def read_parts(data: bytes) -> Parts:
    """Read document, styles and theme of a .docx or .dotx. Raises TemplateRefused."""
    if len(data) > _LARGEST_FILE:
        raise TemplateRefused("文件过大，请另存一份只留版式的文件作模板。")
    if data.startswith(_OLE):
        raise TemplateRefused("是旧版 .doc、.wps 文件，或已加密，请在 Word 或 WPS 中另存为不加密的 .docx。")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Package(archive).parts()
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as problem:
        raise TemplateRefused(_NOT_WORD) from problem


class _Package:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        entries = archive.infolist()
        self._names = {entry.filename for entry in entries}
        if len(entries) > _ENTRIES or len(self._names) < len(entries):
            raise TemplateRefused(_NOT_WORD)
        macros = any(name.lower().endswith("vbaproject.bin") for name in self._names)
        if macros or b"macroEnabled" in self._read("[Content_Types].xml"):
            raise TemplateRefused("含有宏，不能作模板，请另存为不含宏的 .docx。")

    def parts(self) -> Parts:
        main = self._target("", "/officeDocument")
        styles = self._target(main, "/styles") if main else ""
        if not main or not styles:
            raise TemplateRefused(_NOT_WORD)
        theme = self._target(main, "/theme")
        return Parts(self._parsed(main), self._parsed(styles), self._parsed(theme) if theme else None)

    def _target(self, source: str, kind: str) -> str:
        """Return the name of the part within the package that another refers to; "" where there is none."""
        folder, name = posixpath.split(source)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        if links not in self._names:
            return ""
        for link in self._parsed(links).iter(_RELATIONSHIP):
            if link.get("Type", "").endswith(kind) and link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                return target if target in self._names else ""
        return ""

    def _parsed(self, name: str) -> Any:
        from lxml import etree

        text = self._read(name)
        for strict, usual in _STRICT:
            text = text.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root: Any = etree.fromstring(text, parser)
        except etree.XMLSyntaxError as problem:
            raise TemplateRefused(_NOT_WORD) from problem
        if root.getroottree().docinfo.doctype:
            raise TemplateRefused(_NOT_WORD)
        return root

    def _read(self, name: str) -> bytes:
        """Return a part, however large it says it were."""
        if name not in self._names:
            raise TemplateRefused(_NOT_WORD)
        with self._archive.open(name) as part:
            data = part.read(_LARGEST_PART + 1)
        if len(data) > _LARGEST_PART:
            raise TemplateRefused("文件过大，请另存一份只留版式的文件作模板。")
        return data
