from __future__ import annotations

import pytest

from db.checksums import checksum


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["区财政局", 1, None], 2701128373), ([2, "正文".encode(), "尾", b""], 3946162795), ([], 223132457)],
)
def test_that_a_checksum_is_that_of_every_version_before(values: list[object], expected: int) -> None:
    assert checksum(iter(values)) == expected


def test_that_a_checksum_tells_values_apart() -> None:
    assert len({checksum(values) for values in (["1"], [1], [None], ["", "1"], ["1", ""], [b"1"])}) == 6
