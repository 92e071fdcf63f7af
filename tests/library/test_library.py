from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.library import errors
from reader.library.library import Library
from reader.text.spans import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(library: Library) -> Path:
    library.close()
    return library.path


def test_that_a_library_in_use_is_named(library: Library) -> None:
    with pytest.raises(errors.LibraryInUse, match=r"“library.db”正被另一个阅牍窗口或命令使用"):
        Library.open(library.path)


def test_that_a_newer_library_is_named_and_its_bytes_are_kept(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    with pytest.raises(errors.LibraryNewer, match=r"“library.db”由更新版本的阅牍建立"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"garbage", b"SQLite format 3\0" + b"\1" * 4000])
def test_that_a_damaged_library_is_named_and_its_bytes_are_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(errors.LibraryDamaged, match=r"“library.db”.*未作任何改动。$") as damaged:
        Library.open(path)
    assert damaged.value.file == str(path)
    assert path.read_bytes() == content


def test_that_a_library_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.LibraryMissing, match=r"“无.db”不存在"):
        Library.open(tmp_path / "无.db", create=False)


def test_that_a_library_in_a_place_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(errors.LibraryUnreachable, match="无法打开"):
        Library.open(tmp_path / "file" / "library.db")


def test_that_a_library_moved_away_while_open_says_that_nothing_was_saved(library: Library, add_text) -> None:
    number = add_text()
    library.path.rename(library.path.with_name("elsewhere.db"))
    with pytest.raises(errors.LibraryUnreachable, match="没有保存"):
        library.annotations.add(number, Span(3, 9), colour="重点", author="")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_that_a_full_disk_keeps_what_was_saved_and_says_that_the_last_was_not(library: Library, add_text) -> None:
    number = add_text()
    library.close()
    script = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from reader.library.errors import LibraryFull\nfrom reader.library.library import Library\n"
        "from reader.text.spans import Span\n"
        "library = Library.open(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "library.annotations.add(1, Span(3, 9), colour='重点', note='一', author='')\n"
        "size = Path(sys.argv[1]).stat().st_size\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        "try:\n    library.annotations.add(1, Span(3, 9), colour='重点', note='二' * 100000, author='')\n"
        "except LibraryFull as error:\n    print(error.message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(library.path)], capture_output=True, text=True, check=False
    )
    assert "没有保存" in done.stdout, done.stderr
    with Library.open(library.path) as again:
        assert [p.annotation.note for p in again.annotations.placements(number)] == ["一"]
        assert again.maintenance.check().ok


def test_that_opening_and_reading_loads_nothing_slow(library: Library, add_text) -> None:
    number = add_text()
    library.close()
    script = (
        "import sys\nfrom pathlib import Path\nfrom reader.library.library import Library\n"
        f"library = Library.open(Path({str(library.path)!r}))\n"
        f"library.documents.entries(); library.documents.open({number}); library.annotations.placements({number})\n"
        "library.session.get('open'); library.close()\n"
        "slow = {'sqlite_utils', 'jieba', 'opencc', 'docx', 'pypinyin', 'rapidfuzz', 'reader.cleaning'}\n"
        "assert not slow & set(sys.modules), slow & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_that_a_library_is_new_until_something_was_stored(library: Library, add_text) -> None:
    assert library.is_new
    library.documents.purge(add_text())
    assert not library.is_new
