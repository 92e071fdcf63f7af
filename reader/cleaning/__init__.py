"""Source text to reading text: one module a step, each step returns Edits with a reason."""

from reader.cleaning.pipeline import clean

__all__ = ["clean"]
