"""Writing a file so that either the old or the new one is there, never half of it."""

from __future__ import annotations

import errno
import os
import stat
import uuid
from contextlib import suppress
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "磁盘空间不足，未写入。",
    errno.EDQUOT: "磁盘配额已满，未写入。",
    errno.EROFS: "所在磁盘为只读，请另选位置。",
    errno.EACCES: "没有写入权限，或文件正被其他程序打开，请换个文件名或位置。",
    errno.EPERM: "没有写入权限，或文件正被其他程序打开，请换个文件名或位置。",
    errno.EBUSY: "文件正被其他程序打开，请关闭后重试，或换个文件名。",
    errno.ENOENT: "文件夹不存在。",
    errno.ENOTDIR: "文件夹不存在。",
    errno.ENAMETOOLONG: "文件名过长，请缩短后重试。",
    errno.EISDIR: "目标是文件夹，请指定文件名。",
}
_OPEN = "文件正被其他程序打开，请关闭后重试，或换个文件名。"


class ExportFailed(Exception):
    """Something could not be exported; ``reason`` is a Chinese sentence for the user."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}：{reason}")
        self.path = path
        self.reason = reason


def write_atomically(path: Path, data: bytes) -> None:
    """Write the file through a temporary one beside it; on failure what was there stays.

    A new file gets the permissions of the umask, an old one keeps its own. Raises ExportFailed.
    """
    target = Path(os.path.realpath(path))  # a link goes on pointing to what it pointed to
    try:
        mode = _mode_of(target)
    except OSError as error:
        raise ExportFailed(path, _reason(error)) from error
    if refusal := _refusal(target, mode):
        raise ExportFailed(path, refusal)
    temporary = target.with_name(f".~{uuid.uuid4().hex}.tmp")
    try:
        _write(temporary, data, mode)
        temporary.replace(target)
    except OSError as error:
        _clear_away(temporary)
        raise ExportFailed(path, _reason(error)) from error
    except BaseException:
        _clear_away(temporary)
        raise
    _sync_folder(target.parent)


def _clear_away(temporary: Path) -> None:
    """Remove the temporary file; where a scanner holds it, the reason of the failure matters more."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _refusal(target: Path, mode: int | None) -> str | None:
    """Return why an existing target must not be replaced; a rename would go through all the same."""
    if mode is None:
        return None
    if stat.S_ISDIR(mode):
        return _REASONS[errno.EISDIR]
    if not stat.S_ISREG(mode):
        return "目标不是普通文件，请换个文件名。"
    if not mode & 0o222 or not os.access(target, os.W_OK):
        return "文件为只读，请换个文件名。"
    return _OPEN if _opened_elsewhere(target) else None


def _opened_elsewhere(target: Path) -> bool:
    """Tell whether Word, WPS or LibreOffice left its owner file beside the target."""
    name = target.name
    owners = (f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~{name}")
    return any(target.with_name(owner).exists() for owner in owners)


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))


def _sync_folder(folder: Path) -> None:
    """Make the rename last over a power cut, where the system can; the file itself is safe by now."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, "写入失败，请换个位置重试。")
