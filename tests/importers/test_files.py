"""Files: how they are encoded, and why some cannot be opened."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers import ImportFailed, read_document
from reader.importers.encoding import decode
from reader.importers.files import LARGEST

TEXT = "各区人民政府，市政府各委、办、局：现将实施意见印发给你们，请认真按照执行。2024年10月25日"
TRADITIONAL = "深化財政科研項目經費試點，支持區域內企業與高校共同承擔重大科研項目。"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_that_the_encoding_is_told_apart(codec):
    found = decode(TEXT.encode(codec))
    assert found.text == TEXT
    assert found.replaced == 0
    assert found.certain


def test_that_big5_is_told_from_gb18030():
    assert decode(TRADITIONAL.encode("big5")).text == TRADITIONAL


def test_that_traditional_text_in_gb18030_is_no_big5():
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


def test_that_a_file_cut_in_the_middle_of_a_character_opens():
    found = decode(TEXT.encode()[:-1])
    assert found.text.startswith(TEXT[:-1])
    assert found.replaced == 1


def test_that_broken_bytes_in_utf8_do_not_make_it_another_encoding():
    data = TEXT.encode().replace("意".encode(), b"\xff", 1)
    assert "各区人民政府" in decode(data).text


def test_that_what_may_not_stand_in_a_text_becomes_the_replacement_character():
    found = decode("甲\x00乙\x07丙\ufffe丁".encode())
    assert found.text == "甲\ufffd乙\ufffd丙\ufffd丁"
    assert found.replaced == 3


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\f", "\x0b", "\u2028"])
def test_that_every_line_end_is_a_newline(end):
    assert decode(f"甲{end}乙".encode()).text == "甲\n乙"


@given(st.binary(max_size=300))
def test_that_any_bytes_decode_to_clean_text(data):
    text = decode(data).text
    text.encode()
    assert "\x00" not in text


@pytest.mark.parametrize("data", [b"", b" \n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_that_an_empty_file_is_refused(tmp_path, data):
    path = tmp_path / "空.txt"
    path.write_bytes(data)
    with pytest.raises(ImportFailed, match="空的") as failed:
        read_document(path)
    assert failed.value.file == str(path)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rest",
        b"%PDF-1.7 rest",
        b"\x7fELF" + bytes(range(256)),
        bytes(range(128, 256)) * 40,
        b"\0\1\2\xff\xfe\0",
    ],
)
def test_that_what_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "文件.txt"
    path.write_bytes(data)
    with pytest.raises(ImportFailed):
        read_document(path)


def test_that_a_text_with_some_damaged_characters_opens(tmp_path):
    path = tmp_path / "文件.txt"
    path.write_bytes("第一条 为了规范\0管理\x07，制定本办法。\n".encode() * 5 + b"\xe4\xb8")
    assert read_document(path).replaced == 11


def test_that_a_vanished_file_and_a_folder_are_refused_with_the_reason(tmp_path):
    with pytest.raises(ImportFailed, match="找不到"):
        read_document(tmp_path / "没有.txt")
    with pytest.raises(ImportFailed, match="文件夹"):
        read_document(tmp_path)


def test_that_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ImportFailed, match="64 MB"):
        read_document(path)


def test_that_the_original_bytes_stay_with_the_document(tmp_path):
    path = tmp_path / "文件.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    document = read_document(path)
    assert document.data == TEXT.encode("gb18030")
    assert document.source == TEXT
