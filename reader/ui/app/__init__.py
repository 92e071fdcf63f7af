"""From the command line to a window, and back to an exit code."""

from __future__ import annotations

from reader.ui.app.start import run_window

__all__ = ["run_window"]
