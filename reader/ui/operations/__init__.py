"""Every write of the window as a job, each with a named step to undo it."""

from __future__ import annotations

from reader.ui.operations.operations import Operations

__all__ = ["Operations"]
