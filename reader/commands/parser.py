"""The words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from reader import __version__

Command = Callable[[str, str], argparse.ArgumentParser]  # name and help, to the parser of its words


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; --library and --json are accepted before and behind the command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--library", type=Path, default=argparse.SUPPRESS, metavar="FILE", help="文件库（默认在用户数据目录）"
    )
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="在标准输出只打印一个 JSON 值")
    parser = argparse.ArgumentParser(
        prog="main.py", parents=[shared], description="阅牍：公文离线阅读、批注、比对。不带命令时打开窗口。"
    )
    parser.add_argument("--version", action="version", version=f"阅牍 {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[shared], help=text, description=text)

    _library_commands(command)
    _reading_commands(command)
    _note_commands(command)
    _pair_and_file_commands(command)
    return parser


def _library_commands(command: Command) -> None:
    imported = command("import", "导入文件和文件夹")
    imported.add_argument("paths", nargs="+", metavar="PATH")
    imported.add_argument("--false-alarm", action="store_true", help="密级标志系误判，照常导入")
    command("list", "列出文件库")
    check = command("check", "检查文件库")
    check.add_argument("--rebuild", action="store_true", help="由原文重新得出目录、单位和索引，批注不变")


def _reading_commands(command: Command) -> None:
    command("outline", "版头信息、条款目录、整理记录").add_argument("document", metavar="DOC")
    text = command("text", "整理后的正文")
    text.add_argument("document", metavar="DOC")
    scripts = ("source", "simplified", "traditional")
    text.add_argument("--script", choices=scripts, default="simplified", help="原文、简体、繁体")
    units = command("units", "责任单位；不写文件时列出整个文件库")
    units.add_argument("documents", nargs="*", metavar="DOC")
    which = units.add_mutually_exclusive_group()
    which.add_argument("--ledger", action="store_true", help="责任台账：全库的单位、文件、条数")
    which.add_argument(
        "--own", action="append", default=[], metavar="NAME", help="涉及本单位的条款；有几个本单位就写几次"
    )
    roster = command("roster", "单位名录；写文件时以其中各行替换")
    choice = roster.add_mutually_exclusive_group()
    choice.add_argument(
        "file", nargs="?", metavar="FILE", help="从电子表格复制或另存的各行：全称、简称、曾用名、排序、对口部门"
    )
    choice.add_argument("--clear", action="store_true", help="清空名录")
    command("search", "在文件和批注中查找").add_argument("query", metavar="QUERY")


def _note_commands(command: Command) -> None:
    annotate = command("annotate", "给一处文字加批注")
    annotate.add_argument("document", metavar="DOC")
    annotate.add_argument("--quote", required=True, metavar="TEXT", help="要批注的原文")
    annotate.add_argument("--path", help="所在条款，如 二、/(一)/1.")
    annotate.add_argument("--note", default="", metavar="TEXT", help="批注内容")
    annotate.add_argument("--colour", default="重点", metavar="NAME", help="颜色名称（默认：重点）")
    annotate.add_argument("--tag", nargs="+", action="extend", default=[], metavar="T", help="标签")
    annotate.add_argument("--author", default="", metavar="NAME", help="批注人")
    command("notes", "列出批注").add_argument("document", nargs="?", metavar="DOC")


def _pair_and_file_commands(command: Command) -> None:
    compare = command("compare", "比对两个文件")
    compare.add_argument("left", metavar="LEFT")
    compare.add_argument("right", metavar="RIGHT")
    compare.add_argument("--mode", choices=("editions", "topics"), help="稿件比对或横向比较（默认按相似程度判断）")
    export = command("export", "导出到文件")
    export.add_argument("documents", nargs="+", metavar="DOC")
    export.add_argument("--as", dest="kind", required=True, choices=("notes", "annotated", "units", "comparison"))
    export.add_argument("--out", required=True, type=Path, metavar="FILE", help=".docx .xlsx .html .txt .md")
    export.add_argument(
        "--order", choices=("document", "roster"), default="document", help="任务分解表按原文或名录排序"
    )
    export.add_argument("--members", action="store_true", help="任务分解表列入专班、领导小组的成员单位")
    export.add_argument(
        "--own", nargs="+", action="extend", default=[], metavar="NAME", help="任务分解表只列涉及这些单位的任务"
    )
