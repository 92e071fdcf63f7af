"""The list of notes of one document, or the outline of what was marked, as one HTML file that fetches nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reader.export.blocks import Kind, notes_blocks
from reader.export.choices import ALL
from reader.export.points import points_blocks
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.export.blocks import Block
    from reader.export.choices import NoteChoice
    from reader.export.note_list import NotesSheet

_STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { max-width: 156mm; margin: 2em auto; padding: 0 1em; color: #23262b; background: #fffefb;
  font: 12pt/1.9 "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif; text-align: justify }
h1 { font: 20pt/1.5 "方正小标宋简体", "小标宋", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance }
h2 { font: 14pt/1.9 "黑体", SimHei, "Noto Sans CJK SC", sans-serif }
h3 { font: 14pt/1.9 "楷体_GB2312", "楷体", KaiTi, serif }
h4, h5, h6 { font-size: 13pt; font-weight: normal }
h2, h3, h4, h5, h6 { margin: 1em 0 .3em; break-after: avoid }
p { margin: .3em 0; white-space: pre-wrap }
blockquote { margin: 1em 0 .3em; padding-left: .8em; border-left: 3px solid #c9c4b8; white-space: pre-wrap }
b { font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; font-weight: normal }
.about { text-align: center; color: #6b6f76 }
.note { font-family: "楷体_GB2312", "楷体", KaiTi, serif }
.detail { margin: 0; font-size: 10.5pt; color: #6b6f76 }
@media print { body { margin: 0; max-width: none; padding: 0; background: none } }
"""
_HEAD = (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
)


def notes_html(sheet: NotesSheet, choice: NoteChoice = ALL) -> bytes:
    """Return the list as one file in UTF-8; all text is escaped, there are no scripts, links or images."""
    return blocks_html(notes_blocks(sheet, choice))


def points_html(sheet: NotesSheet, choice: NoteChoice = ALL) -> bytes:
    """Return the outline in the same way."""
    return blocks_html(points_blocks(sheet, choice))


def blocks_html(blocks: Iterable[Block]) -> bytes:
    """Return blocks as one page that prints on A4; the first is its title."""
    title, *others = blocks
    body = "\n".join(map(_element, (title, *others)))
    name = _safe(title.text.replace("\n", ""))
    return (
        f"{_HEAD}<title>{name}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n".encode()
    )


def _element(block: Block) -> str:
    label = f"<b>{_safe(block.label)}</b>" if block.label else ""
    text = label + _safe(block.text)
    match block.kind:
        case Kind.TITLE:
            return f"<h1>{text.replace(chr(10), '<br>')}</h1>"
        case Kind.HEADING:
            tag = f"h{min(block.level + 2, 6)}"
            return f"<{tag}>{text}</{tag}>"
        case Kind.QUOTE:
            return f"<blockquote>{text}</blockquote>"
        case _:
            return f'<p class="{block.kind.name.lower()}">{text}</p>'


def _safe(text: str) -> str:
    return escape(xml_safe(text))
