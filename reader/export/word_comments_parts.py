"""Opening a .docx that came from elsewhere: bounded, nothing fetched, nothing unpacked onto the disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRIES = 5_000
_WHOLE = 200 * 1024 * 1024  # bytes of all parts, unpacked
_PART = 64 * 1024 * 1024  # bytes of one part that is read
_MARKUP = 4_000_000  # beginnings and ends of elements in one part: its tree takes a hundred times its size
_RATIO, _SMALL = 200, 16 * 1024 * 1024  # what is packed tighter than this, and is not small, is a bomb
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class UnreadableWord(Exception):
    """A file is no .docx that can be read; ``reason`` is a Chinese sentence for the user."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WordParts:
    """The parts of a .docx; raises UnreadableWord for what is no .docx, is encrypted, or unpacks beyond all bounds."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise UnreadableWord("文件是旧的 .doc、.wps 格式或设有打开密码，请另存为不加密的 .docx 再试。")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableWord("文件不是 .docx 格式，或已损坏。") from error
        self._check()
        found = next(self.related("", "officeDocument"), "")
        if not found:
            raise UnreadableWord("文件不是 Word 文档。")
        self.document = found

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the names of the parts of a kind that a part ("" for the package) refers to, inside the file."""
        folder, name = posixpath.split(part)
        links = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        for link in links if links is not None else ():
            if link.get("TargetMode") == "External" or not link.get("Type", "").endswith(f"/{kind}"):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
            if target in self._archive.NameToInfo:
                yield target

    def tree(self, name: str) -> Any | None:
        """Return the root element of a part; None where there is no such part. Raises UnreadableWord."""
        if name not in self._archive.NameToInfo:
            return None
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        data = self._read(name)
        if data.count(b"<") > _MARKUP:
            raise UnreadableWord("文件内容过大，未读取。")
        try:
            root: Any = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableWord("文件内容已损坏，无法读取。") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableWord("文件内容含有不允许的声明，未读取。")
        return root

    def _check(self) -> None:
        entries = self._archive.infolist()
        names = {entry.filename for entry in entries}
        if len(entries) > _ENTRIES or len(names) < len(entries) or sum(e.file_size for e in entries) > _WHOLE:
            raise UnreadableWord("文件结构异常或过大，未读取。")
        if any(e.file_size > _SMALL and e.file_size > _RATIO * max(1, e.compress_size) for e in entries):
            raise UnreadableWord("文件压缩异常，未读取。")

    def _read(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as part:
                data = part.read(_PART + 1)
        except _BROKEN as error:
            raise UnreadableWord("文件内容已损坏，无法读取。") from error
        if len(data) > _PART:
            raise UnreadableWord("文件内容过大，未读取。")
        return data


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace: the strict and the transitional one mean the same."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
