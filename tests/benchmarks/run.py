"""All figures, each a ratio against a peer in the same run: medians of five alternating runs after a warm-up."""

from __future__ import annotations

import math
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["YUEDU_DATA"] = tempfile.mkdtemp(prefix="yuedu-bench-")

from tests.benchmarks import comparing, exporting, extracting, importing, ledger, reading, starting
from tests.benchmarks.ratios import Row

GROUPS = {
    "start": starting.rows,
    "read": reading.rows,
    "import": importing.rows,
    "units": extracting.rows,
    "ledger": ledger.rows,
    "compare": comparing.rows,
    "export": exporting.rows,
}


def main(names: list[str]) -> int:
    """Measure the groups named (all without a name) and print the table; return 1 if a ratio is above its limit."""
    print("| 项目 | 对照 | 本程序 | 对照 | 比值 | 上限 |\n| --- | --- | ---: | ---: | ---: | ---: |", flush=True)
    above = 0
    for name in names or GROUPS:
        for row in GROUPS[name]():
            above += row.ratio > row.limit
            print(_line(row), flush=True)
    return 1 if above else 0


def _line(row: Row) -> str:
    mark = "" if row.ratio <= row.limit else " ✗"
    return (
        f"| {row.what} | {row.peer} | {row.ours:.3g} {row.unit} | {row.theirs:.3g} {row.unit} "
        f"| {row.ratio:.2f}{mark} | {'—' if math.isinf(row.limit) else f'{row.limit:g}'} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
