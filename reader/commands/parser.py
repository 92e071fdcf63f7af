"""The words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
    digest = command("digest", "列出摘编；--add 摘录一条")
    what = digest.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="DOC", help="从这个文件摘录：--path 整条，--quote 其中的文字")
    what.add_argument("--remove", nargs="+", type=int, default=[], metavar="ID", help="移出摘编")
    what.add_argument("--clear", action="store_true", help="清空摘编")
    digest.add_argument("--path", help="条款，如 二、/(一)/1.")
    digest.add_argument("--quote", metavar="TEXT", help="要摘录的原文")
    digest.add_argument("--theme", default="", metavar="T", help="归入的主题")
    digest.add_argument("--remark", metavar="TEXT", help="备注")


def _pair_and_file_commands(command: Command) -> None:
    compare = command("compare", "比对两个文件")
    compare.add_argument("left", metavar="LEFT")
    compare.add_argument("right", metavar="RIGHT")
    _kind_of_comparison(compare)
    export = command("export", "导出到文件")
    documents = export.add_argument("documents", nargs="+", default=[], metavar="DOC")
    kinds = ("notes", "points", "annotated", "digest", "units", "comparison", "redline")
    export.add_argument("--as", dest="kind", required=True, choices=kinds, action=_Kind, documents=documents)
    export.add_argument("--out", required=True, type=Path, metavar="FILE", help=".docx .xlsx .html .txt .md")
    export.add_argument(
        "--order", choices=("document", "roster"), default="document", help="任务分解表按原文或名录排序"
    )
    export.add_argument("--members", action="store_true", help="任务分解表列入专班、领导小组的成员单位")
    export.add_argument(
        "--own", nargs="+", action="extend", default=[], metavar="NAME", help="任务分解表只列涉及这些单位的任务"
    )
    _choice_of_notes(export.add_argument_group("批注清单 notes、要点提纲 points、批注稿 annotated、摘编 digest"))
    table = export.add_argument_group("比对结果（comparison 对照表，redline 花脸稿），写两个文件")
    _kind_of_comparison(table)
    table.add_argument("--unchanged", action="store_true", help="对照表列出未改动的条款")
    table.add_argument("--substantive", action="store_true", help="对照表只列实质性修改")
    table.add_argument("--kinds", action="store_true", help="对照表加“变化类型”一栏")
    table.add_argument("--units", action="store_true", help="对照表加“涉及单位”一栏")
    table.add_argument("--notes", action="store_true", help="对照表加“批注”一栏")


def _choice_of_notes(words: argparse._ActionsContainer) -> None:
    words.add_argument("--outward", action="store_true", help="对外稿：不带批注人、标签、“内部”批注和摘编备注")
    words.add_argument("--colour", nargs="+", action="extend", default=[], metavar="NAME", help="只要这些颜色的批注")
    words.add_argument("--tag", nargs="+", action="extend", default=[], metavar="T", help="只要带这些标签的批注")
    words.add_argument("--short", action="store_true", help="出处用简称")
    words.add_argument("--table", action="store_true", help="摘编列成表格")
    words.add_argument("--title", default="", metavar="TEXT", help="摘编的标题")


class _Kind(argparse.Action):
    """What is exported; a digest is of all documents, and of some only where they are named."""

    def __init__(self, *, documents: argparse.Action, **rest: Any) -> None:
        super().__init__(**rest)
        self._documents = documents

    def __call__(
        self, _parser: object, namespace: argparse.Namespace, values: object, _option: str | None = None
    ) -> None:
        setattr(namespace, self.dest, values)
        self._documents.required = values != "digest"


def _kind_of_comparison(words: argparse._ActionsContainer) -> None:
    words.add_argument(
        "--mode", choices=("editions", "topics"), help="稿件比对，或横向比较、承接对照（默认按相似程度判断）"
    )
    words.add_argument(
        "--direction",
        choices=("peers", "downward"),
        default="peers",
        help="按主题比对时：横向比较，或承接对照（左为上级文件）",
    )
    words.add_argument("--form", action="store_true", help="全角半角、空格、繁简、引号等格式差异也列出")
