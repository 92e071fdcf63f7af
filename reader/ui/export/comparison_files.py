"""A comparison as it will stand in a file, and the file itself, from a snapshot: pure, so it runs in the pool."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.export.comparison_records import ComparisonOptions

if TYPE_CHECKING:
    from pathlib import Path

    from reader.export.comparison_records import ComparisonTable
    from reader.export.redline_script import Script
    from reader.export.styles import GongwenType
    from reader.library.comparing import Compared
    from reader.progress import CancelToken


class WantedFile(NamedTuple):
    """What is to be made of a comparison; ``form`` tells differences of width and blanks in the redline too."""

    compared: Compared
    redline: bool = False
    options: ComparisonOptions = ComparisonOptions()
    form: bool = True


def made(wanted: WantedFile, cancel: CancelToken) -> ComparisonTable | Script:
    """Return the table, or what a redline consists of. Raises Cancelled."""
    from reader.library.exporting_comparison import comparison_source

    source = comparison_source(wanted.compared)
    cancel.check()
    if wanted.redline:
        from reader.export.redline import redline_script

        return redline_script(source, form=wanted.form)
    from reader.export.comparison_table import comparison_table

    return comparison_table(source, wanted.options)


def write_file(wanted: WantedFile, path: Path, type_: GongwenType, author: str, cancel: CancelToken) -> int:
    """Write the file and return how many rows the table has, or how many places the redline changes.

    The file that was there stays as it was if this fails or is stopped. Raises ExportFailed, Cancelled.
    """
    from reader.export.atomic import write_atomically

    data, count = _rendered(wanted, path.suffix.lower(), type_, author, cancel)
    cancel.check()
    write_atomically(path, data)
    return count


def _rendered(
    wanted: WantedFile, suffix: str, type_: GongwenType, author: str, cancel: CancelToken
) -> tuple[bytes, int]:
    from reader.export.comparison_table import comparison_table, render
    from reader.library.exporting_comparison import comparison_source

    source, now = comparison_source(wanted.compared), datetime.now(UTC)
    cancel.check()
    if wanted.redline:
        from reader.export.redline import redline_docx, redline_script

        script = redline_script(source, form=wanted.form)
        cancel.check()
        return redline_docx(source, script=script, author=author, created=now, type_=type_), script.places
    table = comparison_table(source, wanted.options)
    cancel.check()
    return render(table, suffix, type_, author, now), table.listed
