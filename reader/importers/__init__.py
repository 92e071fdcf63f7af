"""Bytes to Document: one module a format, chosen by content before suffix."""

from reader.importers.files import ImportFailed, read_document

__all__ = ["ImportFailed", "read_document"]
