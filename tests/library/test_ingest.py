from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.importers import ImportFailed
from reader.library.errors import SecrecyMarked
from reader.library.ingest import BUNDLED, files_in, import_bundled, import_paths, prepare
from reader.progress import Cancelled, CancelToken

if TYPE_CHECKING:
    from reader.library.library import Library

MARKED = "机密★1年\n\n关于某事的通知\n\n各区：\n\n一、绝对不能留下的话。\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_that_a_bad_file_never_stops_the_rest(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "来文"
    good = [write(folder, "一.txt", "一、甲。\n"), write(folder, "子/二.txt", "一、乙。\n")]
    write(folder, "空.txt", "")
    write(folder, "图.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    report = import_paths(library, [folder, tmp_path / "没有.txt"])
    assert [(i.file, i.status) for i in report.imported] == [("一.txt", "new"), ("二.txt", "new")]
    assert {(Path(f.file).name, bool(f.reason)) for f in report.failures} == {
        ("空.txt", True),
        ("图.png", True),
        ("没有.txt", True),
    }
    assert len(library.documents.entries()) == len(good)


def test_that_a_known_file_is_known_without_being_derived(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path, "一.txt", "一、甲。\n")
    statuses = [import_paths(library, [file]).imported[0].status for _ in range(2)]
    assert statuses == ["new", "known"]


def test_that_storing_what_is_known_gives_its_number(library: Library, tmp_path: Path) -> None:
    prepared = prepare(write(tmp_path, "一.txt", "一、甲。\n"))
    first, second = library.documents.store(prepared), library.documents.store(prepared)
    assert (first.status, second.status, first.number) == ("new", "known", second.number)


def test_that_a_folder_without_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "空文件夹" / "里面").mkdir(parents=True)
    write(tmp_path / "空文件夹", ".DS_Store", "x")
    write(tmp_path / "空文件夹", "~$报告.docx", "x")
    write(tmp_path / "空文件夹", "Thumbs.db", "x")
    files, failures = files_in([tmp_path / "空文件夹"])
    assert files == []
    assert [(Path(f.file).name, f.reason) for f in failures] == [("空文件夹", "文件夹里没有可以导入的文件")]


def test_that_a_file_named_twice_is_imported_once(tmp_path: Path) -> None:
    file = write(tmp_path, "一.txt", "一、甲。\n")
    assert files_in([file, tmp_path, file]) == ([file], [])


def test_that_a_link_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    file = write(tmp_path, "a/一.txt", "一、甲。\n")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert files_in([tmp_path])[0] == [file]


def test_that_nothing_of_a_marked_file_is_stored(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path / "in", "秘件名称.txt", MARKED)
    (failure,) = import_paths(library, [file]).failures
    assert failure.mark == "机密★1年"
    assert "误判" in failure.reason
    with pytest.raises(SecrecyMarked) as marked:
        prepare(file)
    assert marked.value.mark == failure.mark
    library.close()
    kept = b"".join(path.read_bytes() for path in library.path.parent.glob("library*"))
    for word in ("绝对不能留下", "秘件名称", "某事的通知"):
        assert word.encode() not in kept


def test_that_a_false_alarm_is_stored_and_known_as_one(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path, "误判.txt", MARKED)
    (imported,) = import_paths(library, [file], false_alarm=True).imported
    assert library._store.rows("SELECT document, kind FROM decisions") == [(imported.number, "false_alarm")]
    assert import_paths(library, [file]).imported[0].status == "known"


def test_that_work_stops_between_files_and_keeps_what_was_stored(library: Library, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{i}.txt", f"一、第{i}份。\n") for i in range(5)]
    cancel = CancelToken()

    def progress(done: int, total: int, what: str) -> None:
        assert (total, what) == (5, f"{done}.txt")
        if done == 2:
            cancel.cancel()

    with pytest.raises(Cancelled):
        import_paths(library, files, progress=progress, cancel=cancel)
    assert [entry.file for entry in library.documents.entries()] == ["0.txt", "1.txt"]


def test_that_preparing_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        prepare(write(tmp_path, "一.txt", "一、甲。\n"), cancel=cancel)


def test_that_progress_ends_at_the_total(library: Library, tmp_path: Path) -> None:
    steps = []
    import_paths(
        library, [write(tmp_path, "一.txt", "一、甲。\n")], progress=lambda done, total, _: steps.append((done, total))
    )
    assert steps == [(0, 1), (1, 1)]


def test_that_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match="没有"):
        prepare(tmp_path / "没有.txt")


@pytest.mark.skipif(os.name != "posix", reason="bytes as file names")
def test_that_a_name_that_is_no_text_does_not_stop_a_file(library: Library, tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb9\xfa.txt"))
    file.write_text("一、甲。\n")
    (imported,) = import_paths(library, [file]).imported
    assert imported.file == "\ufffd\ufffd.txt"
    assert library.documents.entry(imported.number).file == "\ufffd\ufffd.txt"


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_that_files_and_folders_without_permission_are_named() -> None:
    with tempfile.TemporaryDirectory() as outside:  # pytest's own folder is closed to other users
        Path(outside).chmod(0o755)
        folder = Path(outside) / "in"
        write(folder, "禁读.txt", "一、甲。\n").chmod(0)
        write(folder / "禁入", "一.txt", "一、甲。\n").parent.chmod(0)
        done = look_as_nobody(folder)
        (folder / "禁入").chmod(0o755)
    assert "[('禁入', '没有读取这个文件夹的权限')]" in done.stdout, done.stderr
    assert "禁读.txt：没有读取这个文件的权限" in done.stdout, done.stderr


def look_as_nobody(folder: Path) -> subprocess.CompletedProcess[str]:
    script = (
        "import os, sys\nfrom pathlib import Path\n"
        "from reader.importers import ImportFailed\nfrom reader.library.ingest import files_in, prepare\n"
        "if os.geteuid() == 0:\n    os.setgid(65534); os.setuid(65534)\n"
        "files, failures = files_in([Path(sys.argv[1])])\n"
        "print([(Path(f.file).name, f.reason) for f in failures])\n"
        "try:\n    prepare(files[0])\nexcept ImportFailed as failed:\n    print(failed)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False, env=env
    )


def test_that_the_bundled_documents_come_only_into_a_library_that_never_held_any(library: Library) -> None:
    assert len(import_bundled(library).imported) == len(list(BUNDLED.iterdir())) == 5
    for entry in library.documents.entries():
        library.documents.purge(entry.number)
    assert import_bundled(library).imported == ()
