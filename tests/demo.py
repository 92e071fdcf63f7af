"""The main job without a display: import, tree, units, two comparisons, Word files, a picture of the window."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from main import main

DOCUMENTS = ROOT / "resources" / "documents"
WEB, PDF, XUHUI = (
    str(DOCUMENTS / name)
    for name in (
        "杨浦联动创新区实施意见（网页）.txt",
        "杨浦联动创新区实施意见（PDF文本）.txt",
        "徐汇联动创新区建设方案（繁体）.txt",
    )
)


def demo(out: Path) -> int:
    """Run the commands one after the other and leave what they make in ``out``; return the exit code."""
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder, "library.db"))

        def run(title: str, *words: str) -> None:
            nonlocal failed
            print(f"\n── {title}", flush=True)
            failed |= main(["--library", library, *words])

        run("导入自带的五份公文", "import", str(DOCUMENTS))
        run("文件库", "list")
        run("条款目录", "outline", WEB)
        run("责任单位", "units", XUHUI)
        run("同一文件的网页稿与 PDF 文本", "compare", WEB, PDF)
        run("徐汇与杨浦两份方案", "compare", XUHUI, WEB)
        run(
            "加一条批注",
            "annotate",
            WEB,
            "--quote",
            "开展保税研发设计等“保税+”新业态",
            "--note",
            "请区商务委提供企业名单。",
        )
        run("导出批注", "export", WEB, "--as", "notes", "--out", str(out / "批注清单.docx"))
        run("本单位的事项", "units", "--own", "区科技经济委")
        for ending in ("docx", "xlsx"):
            run("导出任务分解表", "export", WEB, "--as", "units", "--out", str(out / f"任务分解表.{ending}"))
    from tests.screenshots import shoot

    print("\n── 窗口图片", flush=True)
    shoot(out)
    print(f"\n结果在 {out}")
    return failed


if __name__ == "__main__":
    sys.exit(demo(Path(sys.argv[1] if len(sys.argv) > 1 else "out").resolve()))
