"""The styles as Word reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.styles import BODY_SIZE, CHARACTER_STYLES, STYLES, GongwenType, Style, fonts_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def style_elements(type_: GongwenType) -> Iterator[str]:
    """Yield the ``w:style`` elements of all styles, in the order in which a user meets them."""
    for id_ in STYLES:
        yield _paragraph_style(type_.style(id_), type_)
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    for style in CHARACTER_STYLES.values():
        fonts = fonts_element(style, type_.fonts) if style.font else ""
        yield (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
            f"<w:rPr>{fonts}{'<w:strike/>' if style.struck else ''}</w:rPr></w:style>"
        )
    yield _TABLE_STYLES


def _paragraph_style(style: Style, type_: GongwenType) -> str:
    built_in = style.name.isascii()
    attributes = 'w:default="1"' if style.id == "Normal" else "" if built_in else 'w:customStyle="1"'
    base = f'<w:basedOn w:val="{style.base}"/>' if style.base else ""
    following = '<w:next w:val="BodyText"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph" {attributes} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{base}{following}<w:qFormat/>"
        f"<w:pPr>{_paragraph_properties(style, type_)}</w:pPr><w:rPr>{_run_properties(style, type_)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, type_: GongwenType) -> str:
    keep = "<w:keepNext/>" if style.with_next else ""
    # The blanks that Word puts between Chinese and digits would tear 〔2024〕11号 apart and cost the 28th character.
    # In a table they do no harm, and LibreOffice, which puts them everywhere, breaks its lines and pages as Word does.
    space = f'<w:autoSpaceDE w:val="{style.spaced:d}"/><w:autoSpaceDN w:val="{style.spaced:d}"/>'
    blanks = space if style.spaced or not style.base else ""
    line = type_.pitch_twips if style.pitch is None else round(style.pitch * 20)
    indents = _indents(style)
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f'{keep}<w:widowControl w:val="0"/>{blanks}{_grid(style, type_)}'
        f'<w:spacing w:before="{style.above}" w:after="{line if style.after else style.below}" w:line="{line}"'
        f' w:lineRule="{style.rule}"/>'
        f"{f'<w:ind{indents}/>' if indents else ''}{'<w:contextualSpacing/>' if style.after else ''}"
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


def _grid(style: Style, type_: GongwenType) -> str:
    if type_.template:
        return f'<w:snapToGrid w:val="{style.snapped:d}"/>'
    # LibreOffice gives a 22 pt line two lines of the grid, however exact its height.
    return "" if style.pitch is None and style.size <= BODY_SIZE else '<w:snapToGrid w:val="0"/>'


def _indents(style: Style) -> str:
    first = "firstLine" if style.first_line >= 0 else "hanging"
    sides = {first: abs(style.first_line), "left": style.left, "right": style.right}
    return "".join(f' w:{side}Chars="{n}" w:{side}="{style.twips(n)}"' for side, n in sides.items() if n)


def _run_properties(style: Style, type_: GongwenType) -> str:
    size = round(style.size * 2)
    face, lower = "<w:b/><w:bCs/>" if style.bold else "", ""
    if type_.template:  # all is said, or the style would have it from a 正文 of the user's own
        face = f'<w:b w:val="{style.bold:d}"/><w:bCs w:val="{style.bold:d}"/><w:i w:val="{style.italic:d}"/>'
        face += f'<w:iCs w:val="{style.italic:d}"/><w:color w:val="{style.colour or "auto"}"/>'
        lower = f'<w:u w:val="{"single" if style.underlined else "none"}"/>'
    return (
        f'{fonts_element(style, type_.fonts)}{face}<w:spacing w:val="{style.apart}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{lower}'
    )


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
    '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
)
