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
    from tests.screenshots import DRAFT, draft_of, shoot

    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder, "library.db"))
        draft = Path(folder, DRAFT)
        draft.write_text(draft_of(Path(WEB).read_text(encoding="utf-8")), encoding="utf-8")

        def run(title: str, *words: str) -> None:
            nonlocal failed
            print(f"\n── {title}", flush=True)
            failed |= main(["--library", library, *words])

        run("导入自带的五份公文", "import", str(DOCUMENTS))
        run("文件库", "list")
        run("条款目录", "outline", WEB)
        run("责任单位", "units", XUHUI)
        run("同一文件的网页稿与 PDF 文本", "compare", WEB, PDF)
        run("征求意见稿与印发稿", "compare", str(draft), WEB)
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
        for kind, name in (("notes", "批注清单"), ("points", "要点提纲"), ("annotated", "批注稿")):
            run(f"导出{name}", "export", WEB, "--as", kind, "--out", str(out / f"{name}.docx"))
        run("放入摘编", "digest", "--add", WEB, "--path", "二、/(一)/2.", "--theme", "科技创新")
        run("导出摘编", "export", "--as", "digest", "--out", str(out / "摘编.docx"))
        run("本单位的事项", "units", "--own", "区科技经济委")
        for ending in ("docx", "xlsx"):
            run("导出任务分解表", "export", WEB, "--as", "units", "--out", str(out / f"任务分解表.{ending}"))
        for kind, name in (("comparison", "修订对照表"), ("redline", "花脸稿")):
            run(f"导出{name}", "export", str(draft), WEB, "--as", kind, "--out", str(out / f"{name}.docx"))
        topics = ("--mode", "topics", "--direction", "downward")
        run(
            "导出承接情况表", "export", XUHUI, WEB, "--as", "comparison", *topics, "--out", str(out / "承接情况表.docx")
        )
    print("\n── 窗口图片", flush=True)
    shoot(out)
    print(f"\n结果在 {out}")
    return failed


if __name__ == "__main__":
    sys.exit(demo(Path(sys.argv[1] if len(sys.argv) > 1 else "out").resolve()))
