"""Which words are commands; apart from the parser, since the window needs only this."""

from __future__ import annotations

COMMANDS = (
    "import", "list", "outline", "text", "units", "roster", "search", "annotate", "notes", "digest", "compare", "export", "check"
)  # fmt: skip
_WITH_VALUE = ("--library",)
_HELP = ("-h", "--help", "--version")


def names_command(arguments: list[str]) -> bool:
    """Tell whether the first word that is no option names a command (a file of that name is written ./list)."""
    words = iter(arguments)
    for word in words:
        if word in _HELP:
            return True
        if word in _WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word in COMMANDS
    return False
