"""What the user chose, kept in one TOML file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """All choices with their defaults. ``unknown`` keeps the keys of a newer version, so that saving loses nothing."""

    author: str = ""
    author_asked: bool = False
    own_units: tuple[str, ...] = ()
    theme: str = "paper"
    font_size: float = 13.0  # of the reading pane, points
    measure: int = 34  # characters in a line
    line_height: float = 1.9  # times the font size
    script: str = "simplified"  # source, simplified or traditional
    line_pitch: float = 28.95  # of exported documents, points (GB/T 9704-2012: 22 lines a page)
    title_font: str = "方正小标宋简体"
    body_font: str = "仿宋_GB2312"
    kai_font: str = "楷体_GB2312"
    bold_headings: bool = False  # of the third level
    template: str = ""  # name of the user's own file whose styles are taken over; a copy of them is kept
    template_page: bool = False  # its paper and margins too
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def with_(self, **changes: Any) -> Settings:
        """Return a copy with some choices changed, each brought into its limits."""
        return replace(self, **{name: _bounded(name, value) for name, value in changes.items()})


_LIMITS: dict[str, tuple[float, float]] = {
    "font_size": (8.0, 32.0),
    "measure": (20, 60),
    "line_height": (1.2, 3.0),
    "line_pitch": (20.0, 40.0),
}
_CHOICES = {"theme": ("paper", "green", "night"), "script": ("source", "simplified", "traditional")}
_DEFAULTS = Settings()


def _bounded(name: str, value: Any) -> Any:
    if name in _LIMITS:
        low, high = _LIMITS[name]
        kind = type(getattr(_DEFAULTS, name))
        return kind(min(max(value, low), high))
    if name in _CHOICES and value not in _CHOICES[name]:
        return getattr(_DEFAULTS, name)
    return value


def load(path: Path) -> Settings:
    """Read the settings; a file that cannot be understood is kept beside as ``.broken`` and the defaults are taken."""
    try:
        data = path.read_bytes()
    except OSError:
        return Settings()
    import tomllib

    try:
        values = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        _set_aside(path)
        return Settings()
    return _from_values(values)


def save(settings: Settings, path: Path) -> None:
    """Write the settings; the old file stays whole until the new one is."""
    import tomli_w

    values: dict[str, Any] = dict(settings.unknown)
    for one in fields(Settings):
        if one.name != "unknown":
            value = getattr(settings, one.name)
            values[one.name] = list(value) if isinstance(value, tuple) else value
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        tomli_w.dump(values, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _from_values(values: dict[str, Any]) -> Settings:
    known, unknown = {}, {}
    names = {one.name for one in fields(Settings)} - {"unknown"}
    for name, value in values.items():
        if name not in names:
            unknown[name] = value
        elif (fit := _fitting(name, value)) is not None:
            known[name] = _bounded(name, fit)
    return Settings(**known, unknown=unknown)


def _fitting(name: str, value: Any) -> Any:
    """Return the value in the type of its field, or None where it has another."""
    default = getattr(_DEFAULTS, name)
    if isinstance(default, tuple):
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else None
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else None
    if isinstance(default, int | float):
        return value if isinstance(value, int | float) and value == value else None  # a NaN is unequal to itself
    return value if isinstance(value, type(default)) else None


def _set_aside(path: Path) -> None:
    number = 0
    while (kept := path.with_name(f"{path.name}.broken{number or ''}")).exists():
        number += 1
    path.replace(kept)
