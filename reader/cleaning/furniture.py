"""Site furniture: what web and chat pages put around a document (the patterns are in resources/lexicons)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.paths import resource_path
from reader.text.dates import only_date
from reader.text.doc_numbers import only_doc_number
from reader.text.edits import Edit, Reason
from reader.text.genres import looks_like_title
from reader.text.markers import Style
from reader.text.organs import is_organ

if TYPE_CHECKING:
    from reader.cleaning.lines import Line

_HEAD = 40  # lines in which a title is looked for
_SHORT = 20  # characters: nothing that a page says about itself is longer
_NAME = 6  # characters of a person or a place
_ENTRY = re.compile(
    r"[-*•·]\s.{2,20}|[\u4e00-\u9fffA-Za-z|&/ ]{1,10}|(?:https?://|www\.)[!-~]{3,70}"
)  # an entry of a navigation above the title
_TITLE = 5  # characters: a title is longer
_METADATA = 6  # lines below the title in which a page tells about itself
_ROWS = 3  # rows that make an information table
_MENU_RUN, _MENU_WORDS, _MENU_ENTRY = 4, 2, 14  # lines, of them with a menu's words, characters of an entry
_GLUED_HEAD = 15  # lines in which a date may be glued to the title
_TOP = (Style.PART, Style.CHAPTER, Style.DIVISION, Style.ARTICLE, Style.HAN, Style.HAN_BRACKET)
_LETTERHEAD = re.compile(
    r"(?:政府|委|会|厅|室|局|部|院|署|办)文件$|^(特急|加急|特提|平急)|^(绝密|机密|秘密)|^\d{3,8}$|^签发人|^[（(].{2,30}[）)]$|^中共|^第\d+号$"
)
_PROSE = re.compile(r"[。，；;]|,(?=.{4})")


class _Patterns(NamedTuple):
    line: re.Pattern[str]
    tail: re.Pattern[str]
    menu: re.Pattern[str]
    glued: re.Pattern[str]
    label: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    found: dict[str, list[str]] = defaultdict(list)
    for row in resource_path("lexicons", "furniture.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, pattern = row.split(" ", 1)
            found[kind].append(pattern)
    whole = {kind: f"(?:{'|'.join(found[kind])})" for kind in _Patterns._fields}
    return _Patterns(
        line=re.compile(whole["line"]),
        tail=re.compile(whole["tail"]),
        menu=re.compile(whole["menu"]),
        glued=re.compile(rf"(?<=[^\s:]){whole['glued']}$"),
        label=re.compile(rf"{whole['label']}:?"),
    )


class Swept(NamedTuple):
    """The lines that are left, and the edits that take the others out."""

    lines: list[Line]
    edits: list[Edit]


def sweep(lines: list[Line]) -> Swept:
    """Tell the document's lines from the furniture around them."""
    if not lines:
        return Swept([], [])
    patterns = _patterns()
    tops = [i for i, line in enumerate(lines) if _opens_clause(line)]
    first, last = (tops[0], tops[-1]) if tops else (len(lines), -1)
    gone = {i for i, line in enumerate(lines) if len(line.plain) <= 80 and patterns.line.fullmatch(line.plain)}
    gone |= _head(lines, first, gone) | _labels(lines, first)
    gone |= _tail(lines, last)
    gone |= _menu(lines, gone)
    edits = [Edit(line.start, line.end, "", Reason.FURNITURE) for i, line in enumerate(lines) if i in gone]
    kept = []
    for i, line in enumerate(lines):
        if i in gone:
            continue
        if i < _GLUED_HEAD and (glued := patterns.glued.search(line.plain)):
            cut = line.start + glued.start()
            edits.append(Edit(cut, line.end, "", Reason.FURNITURE))
            line = line._replace(end=cut, text=line.text[: glued.start()], plain=line.plain[: glued.start()])
        kept.append(line)
    doubled = _doubled_title(kept)
    edits += [Edit(line.start, line.end, "", Reason.FURNITURE) for line in kept[:doubled]]
    return Swept(kept[doubled:], sorted(edits))


def _opens_clause(line: Line) -> bool:
    marker = line.marker
    return line.annex is not None or (marker is not None and (marker.style in _TOP or marker.level > 1))


def _head(lines: list[Line], first: int, gone: set[int]) -> set[int]:
    """Navigation above the title: short lines that belong to no letterhead; and a lone ISO date below the title."""
    region = [i for i in range(min(first, _HEAD, len(lines))) if i not in gone]
    titles = [i for i in region if looks_like_title(lines[i].text)]
    if titles:
        top = titles[0]
        if not any(i <= top + _METADATA for i in gone):
            return set()
    else:  # an excerpt: what stands before the last line that only a page has
        top = max((i for i in gone if i < min(first, _HEAD)), default=0)
    above = {i for i in region if i < top and _is_navigation(lines[i])}
    # The name of the site among its navigation.
    above |= {i for i in region if i < top and {i - 1, i + 1} <= above | gone and len(lines[i].text) <= _SHORT}
    if not titles:
        return above
    # Below the title a page puts its own date (in the form of a database), a name, and where it took the text from.
    sources = [i for i in gone if top < i <= top + _METADATA and not lines[i].plain.startswith("<!--")]
    between = {i for i in region if top < i < max(sources, default=0) and _is_metadata(lines[i])}
    page_dates = {i for i in region if i > titles[0] and "年" not in lines[i].text and only_date(lines[i].text)}
    return above | page_dates | between


def _is_metadata(line: Line) -> bool:
    """Tell whether a line below the title is the page's: an organ, a place, a person; 1994年1月5日 国务院批准 is the law's."""
    return len(line.text) <= _NAME or (len(line.text) <= _SHORT and bool(is_organ(line.text)))


def _is_navigation(line: Line) -> bool:
    text = line.text
    return (
        bool(_ENTRY.fullmatch(text))
        and not _LETTERHEAD.search(text)
        and not only_doc_number(text)
        and not only_date(text)
        and not (len(text) > 4 and is_organ(text))
        and "关于" not in text
        and "《" not in text
    )


def _labels(lines: list[Line], first: int) -> set[int]:
    """The information table above a document: rows of a label and its value, on one line or on two."""
    patterns = _patterns()
    rows = []
    end = min(first, _HEAD, len(lines))
    for i in range(end):
        squeezed = "".join(lines[i].plain.split())
        if len(squeezed) == 1 and i + 1 < end:  # 文 / 号：… : a label spaced over its column, broken in the middle
            joined = squeezed + "".join(lines[i + 1].plain.split())
            if (found := patterns.label.match(joined)) and found[0].endswith(":"):
                rows += [(i, "-"), (i + 1, joined[found.end() :])]
        elif (found := patterns.label.match(squeezed)) and _is_label(lines[i].plain, squeezed, found):
            rows.append((i, squeezed[found.end() :]))
    if len(rows) < _ROWS:
        return set()
    gone = {i for i, _ in rows}
    starts = sorted(gone)
    for i, value in rows:
        follower = i + 1
        if value or follower in gone or follower >= len(lines):
            continue
        # Behind the last label may already stand the document: only keywords, parted by blanks, are its value.
        if i < starts[-1] or re.search(r"\s|△", lines[follower].text):
            gone.add(follower)
    return gone


def _is_label(plain: str, squeezed: str, found: re.Match[str]) -> bool:
    """A label ends in a colon, or a tab or wide blank parts it from its value."""
    if found[0].endswith(":"):
        return True
    value = squeezed[found.end() :]
    return bool(value) and bool(re.search(r"\t|\s{2}", plain)) and found[0] != squeezed


def _tail(lines: list[Line], last: int) -> set[int]:
    """From a disclaimer or a list of recommendations to the end, where no clause follows."""
    tail = _patterns().tail
    for i in range(max(last + 1, len(lines) // 3), len(lines)):
        if tail.fullmatch(lines[i].plain):
            return set(range(i, len(lines)))
    return set()


def _menu(lines: list[Line], gone: set[int]) -> set[int]:
    """A menu at the end: a run of short lines without punctuation, several of which say what menus say."""
    menu = _patterns().menu
    end = len(lines)
    while end and end - 1 in gone:
        end -= 1
    start = end
    while start and start - 1 not in gone and _is_menu_entry(lines[start - 1]):
        start -= 1
    run = range(start, end)
    words = sum(bool(menu.fullmatch(lines[i].plain)) for i in run)
    return set(run) if len(run) >= _MENU_RUN and words >= _MENU_WORDS else set()


def _is_menu_entry(line: Line) -> bool:
    return (
        len(line.text) <= _MENU_ENTRY
        and not re.search(r"[。，、；：:;,]", line.text)
        and not line.opens
        and not only_date(line.text)
    )


def _doubled_title(lines: list[Line]) -> int:
    """Count the lines that only repeat the title below them (page title and document title)."""
    doubled = 0
    while (
        doubled + 1 < len(lines)
        and lines[doubled].plain == lines[doubled + 1].plain
        and len(lines[doubled].plain) > _TITLE
        and not re.search("[。；]", lines[doubled].plain)
        and not lines[doubled].opens
    ):
        doubled += 1
    return doubled
