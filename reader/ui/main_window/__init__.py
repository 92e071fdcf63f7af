"""The window: it assembles the parts and connects them."""

from __future__ import annotations

from reader.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
