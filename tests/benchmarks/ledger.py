"""The ledger of 10,000 documents against the bare SQL aggregate on the same file."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from reader.library.library import Library
from reader.units.assignment import Duty
from tests.benchmarks.ratios import Row, alternate, seconds

_DOCUMENTS, _DUTIES = 10_000, 20
_PLACES = ("上海市//", "上海市//杨浦区", "上海市//徐汇区", "江苏省/南京市/", "江苏省/南京市/玄武区", "浙江省//")
_STEMS = (
    "发展改革 财政 教育 科技经济 民政 司法 商务 文化旅游 卫生健康 应急管理 审计 统计 税务 市场监管 生态环境".split()
)
_TAILS = "局 委 办公室 中心 处 公司 管理局 服务中心 推进办 执法大队".split()
# The fastest way in which SQL alone can say it.
_AGGREGATE = "SELECT name, document, duty, count(DISTINCT section) FROM unit_duties GROUP BY name, document, duty"


def rows() -> list[Row]:
    """Return the row of the ledger."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder, "library.db")) as library:
        fill(library)
        store = library._store
        ledger = library.units.ledger()
        if sum(sum(counts.values()) for counts in ledger.cells.values()) != sum(r[3] for r in store.rows(_AGGREGATE)):
            raise RuntimeError("the ledger does not count what the aggregate counts")
        figures = alternate(lambda: seconds(library.units.ledger), lambda: seconds(lambda: store.rows(_AGGREGATE)))
    return [Row("责任台账，1万份文件、20万条", "同一文件上的SQL汇总", *figures, "s", 5.0)]


def fill(library: Library) -> None:
    """Put documents with duties into a library; rows only, since deriving them is not what is measured."""
    dice = random.Random(7)
    names = [(place, f"{stem}{tail}") for place in _PLACES for stem in _STEMS for tail in _TAILS]
    duties = list(Duty)
    with library._store.write() as database:
        database.conn.executemany(
            "INSERT INTO unit_names VALUES (?, ?, ?, 'organ', '', ?, ?, ?, ?)",
            [(i, n, p, f"{p}|{n}", n, p.replace("/", "") + n, p.replace("/", "")) for i, (p, n) in enumerate(names, 1)],
        )
        database.conn.executemany(
            "INSERT INTO documents VALUES (?, ?, '文件.txt', '2025-01-01', NULL, 1, ?, 0, NULL, NULL, '2025-01-01', 30, 15, 15000, 0)",
            [(i, f"{i:064}", f"第{i}号文件的实施意见") for i in range(1, _DOCUMENTS + 1)],
        )
        each = len(names) // len(_PLACES)
        database.conn.executemany(
            "INSERT INTO unit_duties VALUES (?, ?, 0, ?, ?, ?)",
            [
                (
                    document,
                    1 + item // 3,
                    item,
                    1 + document % len(_PLACES) * each + dice.randrange(each),
                    dice.choice(duties),
                )
                for document in range(1, _DOCUMENTS + 1)
                for item in range(_DUTIES)
            ],
        )
