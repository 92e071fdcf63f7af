"""Texts of any length, made of the documents that come with the program."""

from __future__ import annotations

from reader.importers import read_document
from reader.paths import resource_path

_ORDER = (
    "杨浦区科技创新“十四五”规划.txt",
    "杨浦联动创新区实施意见（网页）.txt",
    "高新区高质量发展实施意见（节选）.txt",
)


def long_text(characters: int) -> str:
    """Return a text of so many characters: simplified documents, repeated and cut."""
    base = "\n".join(read_document(resource_path("documents", name)).source for name in _ORDER)
    return (base * (characters // len(base) + 1))[:characters]
