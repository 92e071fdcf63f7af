"""What of a file is shown before it is written: pure, so it runs in the pool."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.ui.export.formats import EXCEL, HTML, PDF, WORD
from reader.ui.export.wanted import ANNOTATED, made, paper_of

if TYPE_CHECKING:
    from reader.progress import CancelToken
    from reader.settings import Settings
    from reader.ui.export.pages.paper import Paper
    from reader.ui.export.wanted import Wanted
    from reader.ui.theme import Theme

_CHARACTERS = 3_000  # more than three pages of 22 lines of 28 characters
_SEARCHED = 15_000  # characters of a whole document, in which its first marks are looked for
_ROWS = 30  # of a workbook
_LOOK = """<style>
h1 { text-align: center; font-size: large }
h2, h3, h4, h5, h6 { font-size: medium; margin-top: 10px; margin-bottom: 2px }
blockquote { margin-left: 12px; margin-top: 8px; margin-bottom: 2px }
p { margin-top: 2px; margin-bottom: 2px }
p.about { text-align: center }
</style>"""
_HTML_BODY = re.compile(rb"<body>(.*)</body>", re.DOTALL)


class Shown(NamedTuple):
    """The beginning of a file: as pages, as markup of our own, or as plain text; ``total`` notes are in the file."""

    total: int
    paper: Paper | None = None
    markup: str = ""
    plain: str = ""
    whole: bool = True


def shown(wanted: Wanted, suffix: str, settings: Settings, theme: Theme, cancel: CancelToken) -> Shown:
    """Return what a file of this kind begins with. Raises Cancelled."""
    total = wanted.total
    cancel.check()
    if suffix in (WORD, PDF):
        most = _SEARCHED if wanted.kind == ANNOTATED else _CHARACTERS
        paper = paper_of(wanted, suffix, settings, most)
        return Shown(total, paper, whole=paper.whole)
    from reader.export.template import type_of

    data = made(wanted, suffix, type_of(settings), settings.author)
    cancel.check()
    if suffix == EXCEL:
        from reader.ui.export.sheet_markup import sheet_markup

        markup, whole = sheet_markup(data, theme, _ROWS)
        return Shown(total, markup=markup, whole=whole)
    if suffix == HTML:
        body = _HTML_BODY.search(data)
        markup, whole = _beginning((body[1] if body else data).decode())
        return Shown(total, markup=f"{_LOOK}{markup}", whole=whole)
    plain, whole = _beginning(data.decode("utf-8-sig"))
    return Shown(total, plain=plain, whole=whole)


def _beginning(text: str) -> tuple[str, bool]:
    """Return the first lines, and whether these are all."""
    if len(text) <= 2 * _CHARACTERS:
        return text, True
    return text[: text.rfind("\n", 0, 2 * _CHARACTERS) + 1 or 2 * _CHARACTERS], False
