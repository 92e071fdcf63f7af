"""Hard breaks: lines that a PDF or a mail broke at a fixed width are joined to paragraphs again."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from reader.cleaning.lines import Line, width
from reader.text.dates import find_dates, only_date
from reader.text.doc_numbers import only_doc_number
from reader.text.genres import ends_with_genre, looks_like_title
from reader.text.markers import Marker, Style, read_marker
from reader.text.organs import is_organ, split_organs

_HANGING = frozenset("、，,—－-")  # no paragraph ends so
_PAIRS = (("（(", "）)"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("【", "】"))
_HEAD = 30  # lines in which a title may stand over several
_TITLE_LINES, _TITLE_PART = 4, 40  # lines of such a title, characters of one
_LOOK_AHEAD = 6  # lines in which an open bracket must close to be one
_MANY = 12  # lines of prose from which a page width can be told
_PROSE = 12.0  # characters: a shorter line says nothing of the page's width
_BROKEN = 0.3  # share of the prose lines that end in the middle of a sentence
_NEAR = 3.0  # characters by which such lines may differ in width
_INDENT = 2.0  # characters that the first line of a paragraph is indented by (GB/T 9704-2012, 7.3.3)
_HEADING_REST = 20  # characters of a run-in heading that may stand on its second line
_RAGGED = 6.0  # characters
_IN_PROSE = re.compile(r"[，。；,;].*[^；;：:]$")
_CLOSED = 1.6  # a full line may fall short by a punctuation mark that went to the next line, or one hung out
_PUNCTUATION = re.compile(r"[，。：；、,:;]")
_OPENING = re.compile(r"^(抄送|主送|抄报|分送|报送|联系人|签发人)\s{0,6}[:：]")
_UNBREAKABLE = re.compile(r"[A-Za-z0-9%.&+/-]+")
_IMPRINT_LINE = 80  # characters
_IMPRINT = re.compile(r"印发$|文件$|^(中共)?.{2,30}(政府|委员会|办公厅|办公室)$")


class Page(NamedTuple):
    """How a text was broken: the width of its full lines, and whether paragraphs begin indented."""

    width: float
    indented: bool


def page_of(lines: list[Line]) -> Page | None:
    """Return the page a text was broken for, or None where paragraphs stand on one line each."""
    prose = [(line, follower) for line, follower in itertools.pairwise(lines) if line.width >= _PROSE]
    if len(prose) < _MANY:
        return None
    broken = [line for line, follower in prose if not line.ends_sentence and not follower.opens]
    if len(broken) < _BROKEN * len(prose):
        return None
    widths = sorted(line.width for line in broken)
    full = widths[int(len(widths) * 0.75)]
    near = sum(abs(w - full) <= _NEAR for w in widths)
    if near < 0.6 * len(widths):
        return None
    starts = [line for line in lines if line.indent >= 1]
    return Page(full, len(lines) * 0.05 < len(starts) < len(lines) * 0.6)


def joins(lines: list[Line], page: Page | None) -> list[bool]:
    """Tell for each line but the first whether it continues the one before it."""
    numbers: dict[tuple[Style, int], int] = {}
    out: list[bool] = []
    titles = _title_continuations(lines)
    alone = _signatures(lines)
    brackets = _Brackets(page)
    for i, (line, follower) in enumerate(itertools.pairwise(lines)):
        brackets.read(line.text)
        marker = _plausible(follower, line, numbers, page)
        if marker and marker.number is not None:
            numbers[marker.style, marker.level] = marker.number
        in_bracket = brackets.close_in(lines[i + 1 : i + 1 + _LOOK_AHEAD])
        fresh = not (out and out[-1])
        opens = marker is not None or i + 1 in alone
        joined = _joins(line, follower, page, opens=opens, in_bracket=in_bracket, fresh=fresh)
        out.append(joined or i + 1 in titles)
        if not out[-1]:
            brackets.reset()
    return out


def _joins(line: Line, follower: Line, page: Page | None, *, opens: bool, in_bracket: bool, fresh: bool) -> bool:
    """Tell whether ``follower`` continues ``line``; ``fresh``: the line opens a paragraph, so its indent was taken off."""
    if opens or follower.annex or line.annex or _OPENING.match(follower.text):
        return False
    if in_bracket:
        return True
    if line.text[-1] in _HANGING:
        return True
    if page is None or only_date(line.text) or _is_imprint(line) or (fresh and looks_like_title(line.text)):
        return False
    if line.ends_sentence and _opens_paragraph(follower, page):
        return False
    if line.text[-1] in ":：":
        return False
    if not _is_full(line, follower, page, fresh=fresh):
        # In the middle of a sentence a line may fall shorter: a long word or a number went to the next one.
        short_of = page.width - line.width - (_INDENT if fresh else 0.0)
        return short_of <= _RAGGED and bool(_IN_PROSE.search(line.text)) and not line.ends_sentence
    if line.marker and line.marker.style is not Style.DASH and not _PUNCTUATION.search(line.text, 6):
        return _continues_heading(follower, page)
    return True


def _opens_paragraph(line: Line, page: Page) -> bool:
    """Tell whether a line behind a full stop opens a paragraph: it is indented, or falls short by a lost indent."""
    if page.indented:
        return line.indent >= 1.5
    return abs(page.width - _INDENT - line.width) < 1.0 and not line.ends_sentence


def _continues_heading(follower: Line, page: Page) -> bool:
    """Behind a heading that fills its line: the rest of it is short, or soon ends in a full stop."""
    return follower.width < page.width / 2 or 0 <= follower.text.find("。") < _HEADING_REST


def _is_full(line: Line, follower: Line, page: Page, *, fresh: bool) -> bool:
    """Tell whether nothing of the next line would have fitted on this one."""
    word = _UNBREAKABLE.match(follower.text)
    indent = _INDENT if fresh else 0.0
    return line.width + indent + (width(word[0]) if word else 1.0) > page.width + 1.0 - _CLOSED


def _signatures(lines: list[Line]) -> set[int]:
    """Return the lines of signatures and imprints: organs above a date, and 某办公室 2024年1月2日印发."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.text[-1] == "发" and _is_printed(line.text):
            found.add(i)
        elif line.text[-1] == "日" and only_date(line.text):
            j = i
            while j and not lines[j - 1].opens and split_organs(lines[j - 1].text):
                j -= 1
            found |= set(range(j, i + 1))
    return found


def _is_printed(text: str) -> bool:
    if not text.endswith("印发") or len(text) > _IMPRINT_LINE:
        return False
    date = next(find_dates(text), None)
    return date is not None and (not date.span.start or bool(split_organs(text[: date.span.start])))


def _title_continuations(lines: list[Line]) -> set[int]:
    """Return which lines at the head continue the title line before them: 关于加快推进… / …的实施意见."""
    found: set[int] = set()
    for start in range(min(_HEAD, len(lines))):
        if start in found or not _is_title_part(lines[start].text):
            continue
        for end in range(start + 1, min(start + _TITLE_LINES, len(lines))):
            if not _is_title_part(lines[end].text, last=True):
                break
            if ends_with_genre(lines[end].text):
                if "关于" in "".join(line.text for line in lines[start : end + 1]):
                    found |= set(range(start + 1, end + 1))
                break
    return found


def _is_title_part(text: str, *, last: bool = False) -> bool:
    """Tell whether a line may be part of a title over several lines; only the last one ends with a 文种."""
    return (
        len(text) <= _TITLE_PART
        and not re.search(r"[。；：，:;,]", text)
        and not read_marker(text)
        and not only_date(text)
        and not only_doc_number(text)
        and not is_organ(text)
        and not text.endswith("文件")
        and (last or not ends_with_genre(text))
        and (not last or "关于" not in text[:2])
    )


def _is_imprint(line: Line) -> bool:
    """Letterhead, signature and 印发 lines stand alone however wide they are."""
    if _IMPRINT.search(line.text) and not re.search(r"[，。、；]", line.text):
        return True
    return bool(re.search(r"日印发$", line.text) and any(find_dates(line.text)))


def _plausible(line: Line, before: Line, numbers: dict[tuple[Style, int], int], page: Page | None) -> Marker | None:
    """Return the marker a line opens with, unless the line before runs on into it and its number fits nowhere."""
    marker = line.marker
    if marker is None or marker.number is None or page is None or before.ends_sentence:
        return marker
    if not _is_full(before, line, page, fresh=False) or before.text[-1] in "；;：:":
        return marker
    expected = numbers.get((marker.style, marker.level), 0) + 1
    return marker if marker.number in (1, expected) else None


class _Brackets:
    """Which brackets the paragraph so far has left open."""

    def __init__(self, page: Page | None) -> None:
        # Without a page, quotation marks prove nothing: many texts open and close them with the same character.
        pairs = _PAIRS if page else _PAIRS[:2]
        self._opening = {c: close for opens, close in pairs for c in opens}
        self._marks = re.compile(f"[{re.escape(''.join(o + c for o, c in pairs))}]")
        self._open: list[str] = []

    def read(self, text: str) -> None:
        for character in self._marks.findall(text):
            if character in self._opening:
                self._open.append(self._opening[character])
            elif self._open and character in self._open[-1]:
                self._open.pop()

    def close_in(self, lines: list[Line]) -> bool:
        """Tell whether the lines that follow close the innermost open bracket before they open another."""
        if not self._open:
            return False
        for line in lines:
            if line.opens:
                return False
            for character in self._marks.findall(line.text):
                return character in self._open[-1]
        return False

    def reset(self) -> None:
        self._open.clear()
