"""阅牍: the window, or one command of the command line."""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str]) -> int:
    """Run a command if the first word names one, else open the window with the files given; return the exit code."""
    from reader.commands.names import names_command

    if names_command(arguments):
        from reader.commands.dispatch import run

        return run(arguments)
    load_before_qt()
    from reader.ui.app import run_window

    return run_window(arguments)


def load_before_qt() -> None:
    """Load what the first document on the screen needs and Qt has no part in.

    PySide reads through the source of every module that is loaded after it (for its ``__feature__``), which takes
    longer than to load it.
    """
    gc.disable()  # until that document is painted: what a start makes, stays
    import reader.library.library
    import reader.settings
    import reader.ui.reading.extents
    import reader.ui.reading.layers
    import reader.ui.reading.paragraphs
    import reader.ui.reading.positions
    import reader.ui.reading.reading_line
    import reader.ui.reading.shapes
    import reader.ui.reading.title_lines  # noqa: F401


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
