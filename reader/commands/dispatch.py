"""Runs one command: its result on stdout, everything else on stderr, an honest exit code."""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any, NamedTuple

from reader.commands.desk import CommandFailed, Desk, say
from reader.commands.parser import build_parser
from reader.library.errors import LibraryError

_MODULES = {"import": "import_", "list": "list_"}


class Result(NamedTuple):
    """What a command found: ``value`` for --json, ``lines`` for people, whether some input failed."""

    value: dict[str, Any]
    lines: list[str]
    failed: bool = False


def run(arguments: list[str]) -> int:
    """Run a command; return 0 done, 1 some input failed, 2 wrong usage."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        words = build_parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    module = importlib.import_module(f"reader.commands.{_MODULES.get(words.command, words.command)}")
    as_json = getattr(words, "json", False)
    desk = Desk(getattr(words, "library", None))
    try:
        result: Result = module.run(words, desk)
    except CommandFailed as problem:
        result = _failure(problem.errors)
    except LibraryError as problem:
        result = _failure([{"file": str(desk.path), "reason": str(problem)}])
    except KeyboardInterrupt:
        say("已中断")
        return 130
    finally:
        desk.close()
    try:
        _print(result, as_json=as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if result.failed else 0


def _failure(errors: list[dict[str, object]]) -> Result:
    return Result({"errors": errors}, [], failed=True)


def _print(result: Result, *, as_json: bool) -> None:
    for error in result.value.get("errors", ()):
        say(f"{error['file']}：{error['reason']}")
    if as_json:
        print(json.dumps(result.value, ensure_ascii=False, indent=1))
    else:
        for line in result.lines:
            print(line)
    sys.stdout.flush()
