"""Tell the encoding of a Chinese text file, and decode it.

Order: byte order mark, strict UTF-8, then whichever of GB18030, Big5 and UTF-16 reads most like Chinese prose.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8（带BOM）"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CANDIDATES = (("gb18030", "GB18030"), ("big5hkscs", "Big5"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"))
_SAMPLE = 60_000  # bytes on which the candidates are judged; even, for UTF-16
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料"
    "象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任"
    "取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安"
    "场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影"
    "算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
    "写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严企财项城服障服务机制健促推"
)
_TRADITIONAL = frozenset(
    "個國這來們發動會過說產種後學經進著電裡現實數體當點從業開還應義事樣與關重線問題無機結條處長東西場車務達節話領書連難際響統級約紀組"
    "維選標寫準備藥計劃議論證認識調設訊試該語誌護變貿貨資質購費賦贊趨轉軍運遠適邊還鄉錄鎮長門閉間隊階隨難電靜響頁項順須預頭題額風飛"
    "養餘驗體魚點黨區醫協單嚴圖圍園執報場塊壓學實審寬將專導對屬島師帶幣幹廠廣廳張強彈從復徵應態慮慶憑戰擇擔據擴攝敗數斷於時書會條極樣"
    "機檔檢權歡決況治測湧準滿漁為無營爭獲環產當療監盡眾確礎禮種穩競競籌紅納級絡給統經綜網緊線編練縣總績繼續義聯聽職腦臨舉興舊莊華萬"
)
_HIGH = re.compile(r"[^\x00-\x7f]")
# What a text may not hold: controls but tab and newline, lone surrogates, noncharacters.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class Decoded(NamedTuple):
    r"""Text with ``\\n`` line ends, the encoding for people, how many characters became U+FFFD, how sure we are."""

    text: str
    encoding: str
    replaced: int
    certain: bool


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file; what cannot be read or may not stand in a text becomes U+FFFD."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(codec, "replace"), name, certain=True)
    utf8 = _utf8(data)
    if utf8 is not None:
        return _clean(utf8, "UTF-8", certain=True)
    codec, name, score = max((_judge(data, codec, name) for codec, name in _CANDIDATES), key=lambda c: c[2])
    broken_utf8 = data[:_SAMPLE].decode("utf-8", "replace")
    if _score(broken_utf8) > score:
        codec, name, score = "utf-8", "UTF-8", 1.0
    return _clean(data.decode(codec, "replace"), name, certain=score > 0.2)


def _utf8(data: bytes) -> str | None:
    """Decode strict UTF-8; a character cut off at the very end of the file is tolerated."""
    if data.count(0) > len(data) // 8:  # UTF-16 without a mark is valid UTF-8 too where it holds Latin text
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start < len(data) - 3:
            return None
        return data.decode("utf-8", "replace")


def _judge(data: bytes, codec: str, name: str) -> tuple[str, str, float]:
    sample = data[:_SAMPLE]
    text = sample.decode(codec, "replace")
    return codec, name, _score(text)


def _score(text: str) -> float:
    """Share of frequent characters among all beyond ASCII, less what only a wrong reading brings forth."""
    high = _HIGH.findall(text)
    if not high:
        return 0.0
    good = sum(
        c in _FREQUENT or c in _TRADITIONAL or "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uff5e" for c in high
    )
    bad = sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" or c < "\u2000" for c in high) + len(_FORBIDDEN.findall(text))
    return float(good - 2 * bad) / len(high)


def _clean(text: str, encoding: str, *, certain: bool) -> Decoded:
    text = _LINE_ENDS.sub("\n", text)
    already = text.count("\ufffd")
    text, replaced = _FORBIDDEN.subn("\ufffd", text)
    return Decoded(text.removeprefix("\ufeff"), encoding, already + replaced, certain)
