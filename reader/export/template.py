"""The type in which documents leave: what the settings say, and the styles of a .docx of the user's own.

Of that file a copy is kept that holds its styles alone: none of its words, nothing that could be run or followed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.export.atomic import ExportFailed, write_atomically
from reader.export.fonts import Fonts
from reader.export.styles import GongwenType, Template
from reader.export.template_file import TemplateRefused, read_parts
from reader.export.xml_text import xml_safe
from reader.paths import data_dir

if TYPE_CHECKING:
    from pathlib import Path

    from reader.settings import Settings

_LARGEST = 40 << 20  # bytes
_LONGEST_NAME = 64


def type_of(settings: Settings) -> GongwenType:
    """Return the type that the settings ask for; a template that cannot be read is left aside (see template_fault)."""
    plain = Fonts()
    fonts = Fonts(
        title=_name(settings.title_font) or plain.title,
        body=_name(settings.body_font) or plain.body,
        kai=_name(settings.kai_font) or plain.kai,
    )
    type_ = GongwenType(fonts, settings.line_pitch, settings.bold_headings)
    if not settings.template:
        return type_
    try:
        template = kept_template()
    except TemplateRefused:
        return type_
    body, title = template.styles["BodyText"], template.styles.get("Title")
    fonts = replace(
        fonts,
        body=body.east or fonts.body,
        latin=body.west or fonts.latin,
        title=(title.east if title else "") or fonts.title,
    )
    page = template.page if settings.template_page else None
    return replace(type_, fonts=fonts, template=template._replace(page=page))


def template_fault(settings: Settings) -> str:
    """Return why the template that the settings name is left aside, as a Chinese sentence; "" where it is used."""
    if not settings.template:
        return ""
    try:
        kept_template()
    except TemplateRefused as problem:
        return f"样式模板“{settings.template}”已失效，导出改用公文格式：{problem.reason}"
    return ""


def take_over(path: Path) -> Template:
    """Keep the styles of a .docx or .dotx as the template and return what they say.

    On failure the template stays as it was. Raises TemplateRefused.
    """
    from reader.export.template_parts import styles_only

    try:
        if path.stat().st_size > _LARGEST:
            raise TemplateRefused("文件过大，请另存一份只留版式的文件作模板。")
        data = path.read_bytes()
    except OSError as problem:
        raise TemplateRefused("文件无法读取。") from problem
    template = _template(data)
    kept = template_path()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(kept, styles_only(read_parts(data)))
    except (OSError, ExportFailed) as problem:
        raise TemplateRefused(problem.reason if isinstance(problem, ExportFailed) else "无法保存模板。") from problem
    return template


def forget() -> None:
    """Throw the kept styles away."""
    template_path().unlink(missing_ok=True)


def kept_template() -> Template:
    """Return the template that is kept. Raises TemplateRefused."""
    path = template_path()
    try:
        found = path.stat()
        return _read(path, found.st_mtime_ns, found.st_size)
    except OSError as problem:
        raise TemplateRefused("文件不在了，请重新选择。") from problem


def template_path() -> Path:
    """Return where the styles of the template lie, beside the settings."""
    return data_dir() / "template.docx"


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int, size: int) -> Template:
    if size > _LARGEST:
        raise TemplateRefused("文件过大。")
    return _template(path.read_bytes())


def _template(data: bytes) -> Template:
    from reader.export.template_page import own_grid, own_page
    from reader.export.template_styles import own_styles

    parts = read_parts(data)
    styles, found = own_styles(parts)
    grid, apart = own_grid(parts)
    if apart:
        styles = {id_: replace(style, tight=(style.tight or 0) + apart) for id_, style in styles.items()}
    return Template(styles, found, grid, own_page(parts))


def _name(font: str) -> str:
    return " ".join(xml_safe(font).split())[:_LONGEST_NAME]
