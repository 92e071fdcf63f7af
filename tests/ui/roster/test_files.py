from __future__ import annotations

import pytest

from reader.ui.roster.files import NotReadable, read_list, write_list
from reader.ui.roster.rows import read_paste

ROWS = '全称,规范简称,曾用名\n临江区财政局,区财政局,\n临江区科技和经济委员会,区科技经济委,"区科委,区经委"\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_that_a_csv_file_is_read_in_the_encodings_spreadsheets_write(tmp_path, encoding):
    file = tmp_path / "单位.csv"
    file.write_bytes(ROWS.encode(encoding))
    rows = read_paste(read_list(file)).rows
    assert [row.short_name for row in rows] == ["区财政局", "区科技经济委"]
    assert rows[1].former == "区科委、区经委"


def test_that_unicode_text_with_tabs_is_read(tmp_path):
    file = tmp_path / "单位.txt"
    file.write_bytes(b"\xff\xfe" + "全称\t规范简称\n临江区财政局\t区财政局\n".encode("utf-16-le"))
    assert [row.full_name for row in read_paste(read_list(file)).rows] == ["临江区财政局"]


def test_that_names_of_a_plain_list_keep_their_commas(tmp_path):
    file = tmp_path / "单位.txt"
    file.write_text("临江区财政局\n临江区商务委员会\n", encoding="utf-8")
    assert len(read_paste(read_list(file)).rows) == 2


@pytest.mark.parametrize(
    ("data", "said"), [(b"PK\x03\x04rest", "电子表格"), (b"", "没有文字"), (b"\xd0\xcf\x11\xe0....", "电子表格")]
)
def test_that_what_is_no_text_is_refused_with_a_way_out(tmp_path, data, said):
    file = tmp_path / "单位.xlsx"
    file.write_bytes(data)
    with pytest.raises(NotReadable) as problem:
        read_list(file)
    assert said in problem.value.reason


def test_that_a_missing_file_is_told(tmp_path):
    with pytest.raises(NotReadable) as problem:
        read_list(tmp_path / "没有.txt")
    assert "无法打开" in problem.value.reason


def test_that_what_is_written_is_read_back(tmp_path):
    file = tmp_path / "单位名录.txt"
    write_list(file, "全称\t规范简称\n临江区财政局\t区财政局\n")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row.short_name for row in read_paste(read_list(file)).rows] == ["区财政局"]
