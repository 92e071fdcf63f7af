"""阅牍: the window, or one command of the command line."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Run a command if the first word names one, else open the window with the files given; return the exit code."""
    from reader.commands.names import names_command

    if names_command(arguments):
        from reader.commands.dispatch import run

        return run(arguments)
    from reader.ui.app import run_window

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
