"""Read a file: what it is by its content, and a clear reason where it cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.importers.plain_text import read_plain_text

if TYPE_CHECKING:
    from pathlib import Path

    from reader.text.document import Document

LARGEST = 64 * 1024 * 1024  # bytes
_MEGABYTE = 1024 * 1024
_MAGIC = (
    (b"PK\x03\x04", "这是 Word、OFD 或压缩文件，本版只能打开文本文件（txt），请先另存为文本"),
    (b"%PDF", "这是 PDF 文件，本版只能打开文本文件（txt），请先把文字另存为文本"),
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word（doc、wps）文件，本版只能打开文本文件（txt），请先另存为文本"),
    (b"{\\rtf", "这是 RTF 文件，本版只能打开文本文件（txt），请先另存为文本"),
    (b"\x89PNG", "这是图片，没有文字可读"),
    (b"\xff\xd8\xff", "这是图片，没有文字可读"),
    (b"GIF8", "这是图片，没有文字可读"),
    (b"II*\x00", "这是图片，没有文字可读"),
    (b"MZ", "这是程序文件，不是文档"),
    (b"\x7fELF", "这是程序文件，不是文档"),
    (b"SQLite format 3\x00", "这是数据库文件，不是文档"),
    (b"Rar!", "这是压缩文件，请先解压"),
    (b"7z\xbc\xaf", "这是压缩文件，请先解压"),
    (b"\x1f\x8b", "这是压缩文件，请先解压"),
)


class ImportFailed(Exception):
    """A file cannot be opened; ``reason`` is a Chinese sentence for the user, without the file's name."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}：{reason}")
        self.file = file
        self.reason = reason


def read_document(path: Path) -> Document:
    """Read a file into a Document.

    Raises ImportFailed for a file that is missing, unreadable, empty, above 64 MB, or no text.
    """
    data = _read(path)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ImportFailed(str(path), "文件是空的")
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            raise ImportFailed(str(path), reason)
    document = read_plain_text(path.name, data)
    if document is None:
        raise ImportFailed(str(path), "这不是文本文件，认不出其中的文字")
    return document


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ImportFailed(str(path), "这是文件夹，不是文件")
        size = path.stat().st_size
        if size > LARGEST:
            raise ImportFailed(str(path), f"文件有 {size // _MEGABYTE} MB，超过 {LARGEST // _MEGABYTE} MB 的上限")
        return path.read_bytes()
    except FileNotFoundError:
        raise ImportFailed(str(path), "找不到这个文件，可能已被移动或删除") from None
    except PermissionError:
        raise ImportFailed(str(path), "没有读取这个文件的权限") from None
    except OSError as problem:
        raise ImportFailed(str(path), f"读取失败（{problem.strerror or '磁盘错误'}）") from None
