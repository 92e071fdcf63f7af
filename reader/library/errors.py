"""What can go wrong with the library, in words for the user: one sentence that names the file and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import errors

if TYPE_CHECKING:
    from pathlib import Path


class LibraryError(Exception):
    """Something the user must be told; ``message`` is the sentence, ``file`` the file it is about."""

    def __init__(self, message: str, file: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.file = file


class LibraryMissing(LibraryError):
    """There is no library at that place, and none was to be made."""


class LibraryInUse(LibraryError):
    """Another window or command has the library open."""


class LibraryNewer(LibraryError):
    """A newer program wrote the library; no byte of it was touched."""


class LibraryDamaged(LibraryError):
    """The file is no library or no longer one; it was left as it is. ``backups`` are the copies that can replace it."""

    backups: tuple[Path, ...] = ()


class LibraryReadOnly(LibraryError):
    """The library can be read only, and this would have written to it."""


class LibraryFull(LibraryError):
    """The disk is full or failed; what was last saved is still there."""


class LibraryUnreachable(LibraryError):
    """The file cannot be opened, or was moved away while it was open."""


class NotFound(LibraryError):
    """There is no document or annotation of that number."""


class SecrecyMarked(Exception):
    """A file carries a 密级 mark in the place of the 版头; nothing of it was stored."""

    def __init__(self, file: str, mark: str) -> None:
        self.file = file
        self.mark = mark
        self.reason = f"文件标有密级“{mark}”，未导入，也未留下任何记录；如系误判，请确认后重新导入"
        super().__init__(f"{file}：{self.reason}")


_DAMAGE = {
    "empty": "是空文件，不是文件库",
    "not_a_file": "不是文件",
    "foreign": "是其他程序的数据库，或文件库已损坏",
    "unfinished": "上次写入没有完成，在只读的位置无法恢复，请复制到可写的文件夹再打开",
    "malformed": "已损坏或不是文件库",
}


def library_error(error: errors.StoreError) -> LibraryError:
    """Put into words what went wrong with the store."""
    file = str(error.path)
    name = f"文件库“{error.path.name}”"
    match error:
        case errors.StoreMissing():
            return LibraryMissing(f"{name}不存在。", file)
        case errors.StoreInUse():
            return LibraryInUse(f"{name}正被另一个阅牍窗口或命令使用，请关闭后再试。", file)
        case errors.StoreNewer():
            return LibraryNewer(
                f"{name}由更新版本的阅牍建立（结构第{error.detail}版），请升级后打开；文件未作任何改动。", file
            )
        case errors.StoreDamaged():
            return _damaged(error, name, file)
        case errors.StoreReadOnly():
            return LibraryReadOnly(f"{name}是只读的，不能保存改动。", file)
        case errors.StoreFull():
            return LibraryFull(f"{name}所在磁盘空间不足或出错，这次改动没有保存。", file)
        case errors.StoreGone():
            return LibraryUnreachable(f"{name}在打开期间被移动或删除，这次改动没有保存。", file)
        case _:
            return LibraryUnreachable(f"{name}无法打开，请检查文件和所在文件夹的权限。", file)


def _damaged(error: errors.StoreError, name: str, file: str) -> LibraryDamaged:
    from db.backups import backups

    copies = tuple(backup.path for backup in backups(error.path))
    advice = f"；可用备份“{copies[0].name}”恢复" if copies else ""
    reason = _DAMAGE.get(error.detail, _DAMAGE["malformed"])
    damaged = LibraryDamaged(f"{name}{reason}，文件未作任何改动{advice}。", file)
    damaged.backups = copies
    return damaged
