"""What goes to the clipboard: HTML in the dialect that Word and WPS keep in shape, and plain text for all others.

Inline styles only: neither program reads a style sheet from the clipboard.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from reader.export.blocks import Kind, notes_blocks
from reader.export.choices import ALL
from reader.export.notes_text import plain
from reader.export.points import points_blocks
from reader.export.styles import HEADINGS, LABEL, GongwenType, Style
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.export.blocks import Block
    from reader.export.choices import NoteChoice
    from reader.export.fonts import Fonts
    from reader.export.note_list import NotesSheet


class Clip(NamedTuple):
    """The same content for ``text/html`` and ``text/plain``."""

    html: str
    text: str


def notes_clip(sheet: NotesSheet, type_: GongwenType | None = None, choice: NoteChoice = ALL) -> Clip:
    """Return the list of the notes chosen as it should look in Word, and as plain text."""
    return blocks_clip(notes_blocks(sheet, choice), type_)


def points_clip(sheet: NotesSheet, type_: GongwenType | None = None, choice: NoteChoice = ALL) -> Clip:
    """Return the outline of what was marked in the same way."""
    return blocks_clip(points_blocks(sheet, choice), type_)


def blocks_clip(blocks: Iterable[Block], type_: GongwenType | None = None) -> Clip:
    """Return blocks as they should look in Word, and as plain text."""
    found, type_ = tuple(blocks), type_ or GongwenType()
    return Clip(_page(_block(block, type_) for block in found), plain(found))


def quote_clip(quote: str, citation: str, type_: GongwenType | None = None) -> Clip:
    """Return a quote with its citation (``——《标题》（文号）二、（一）1.``) as a paragraph of its own below it."""
    chosen, words, source = type_ or GongwenType(), xml_safe(quote).strip("\n"), f"——{xml_safe(citation)}"
    return Clip(_page(_paragraph("BodyText", chosen, text) for text in (words, source)), f"{words}\n{source}")


def _block(block: Block, type_: GongwenType) -> str:
    match block.kind:
        case Kind.TITLE:
            return _paragraph("Title", type_, block.text)
        case Kind.HEADING:
            return _paragraph(HEADINGS[min(block.level, len(HEADINGS) - 1)], type_, block.text)
        case _:
            return _paragraph(block.kind.value, type_, block.text, block.label)


def _paragraph(style_id: str, type_: GongwenType, text: str, label: str = "") -> str:
    """Return one ``<p>`` for each line of the text."""
    style = type_.style(style_id)
    lead = _span(label, LABEL, style.size, type_.fonts) if label else ""
    spans = (_span(line, style, style.size, type_.fonts) for line in xml_safe(text).split("\n"))
    opening = f'<p class="MsoNormal" style="{_paragraph_style(style, type_)}">'
    return "".join(f"{opening}{lead if not n else ''}{span}</p>" for n, span in enumerate(spans))


def _paragraph_style(style: Style, type_: GongwenType) -> str:
    align = {"both": "justify"}.get(style.align, style.align)
    indent = style.first_line / 100
    outline = "" if style.outline is None else f";mso-outline-level:{style.outline + 1}"
    return (  # the short form margin:0 is not understood by all that take such HTML
        f"margin-top:0cm;margin-bottom:0cm;"
        f"text-align:{align};text-indent:{indent * style.size:g}pt;mso-char-indent-count:{indent:g};"
        f"{_line_height(style, type_)};mso-pagination:none{outline}"
    )


def _line_height(style: Style, type_: GongwenType) -> str:
    pitch = type_.line_pitch if style.pitch is None else style.pitch
    if style.rule == "auto":  # a multiple of the line: 12 stands for single
        return f"line-height:{round(pitch / 12 * 100)}%"
    rule = "exactly" if style.rule == "exact" else "at-least"
    return f"line-height:{pitch:g}pt;mso-line-height-rule:{rule}"


def _span(text: str, style: Style, size: float, fonts: Fonts) -> str:
    east, latin = _family(style.east_asian(fonts)), _family(style.western(fonts))
    return (
        f'<span lang="ZH-CN" style="font-family:{east};mso-fareast-font-family:{east};'
        f'mso-ascii-font-family:{latin};mso-hansi-font-family:{latin};font-size:{size:g}pt">'
        f"{_kept(escape(xml_safe(text)))}</span>"
    )


def _kept(escaped: str) -> str:
    """Keep tabs and runs of blanks, which HTML would draw together."""
    return escaped.replace("\t", '<span style="mso-tab-count:1">&#160;&#160;&#160;&#160;</span>').replace(
        "  ", "&#160; "
    )


def _family(name: str) -> str:
    return "'" + "".join(c for c in name if c not in "\"'<>&;\\") + "'"


def _page(paragraphs: Iterable[str]) -> str:
    return f'<html lang="zh-CN"><head><meta charset="utf-8"></head><body>{"".join(paragraphs)}</body></html>'
