"""One HTML file with a table in it that prints on a landscape A4."""

from __future__ import annotations

from html import escape

from reader.export.xml_text import xml_safe

WIDTH, PADDING = 257.0, 2.4  # millimetres of a landscape A4, and what the sides of a cell take
_STYLE = """
@page { size: A4 landscape; margin: 20mm 20mm 18mm;
  @bottom-center { content: "第" counter(page) "页　共" counter(pages) "页"; font: 10.5pt "宋体", SimSun, serif } }
body { max-width: 257mm; margin: 2em auto; padding: 0 1em; color: #1f2328; background: #fff;
  font: 10.5pt/1.5 "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif }
h1 { font: normal 22pt/1.4 "方正小标宋简体", "小标宋", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance }
.about { text-align: center; font: 14pt/1.6 "楷体_GB2312", "楷体", KaiTi, serif }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
thead { display: table-header-group }
th, td { border: 1px solid #000; padding: .3em 1.2mm; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-wrap }
th { font: normal 10.5pt/1.4 "黑体", SimHei, "Noto Sans CJK SC", sans-serif }
tr { break-inside: avoid }
td.centre { text-align: center }
@media print { body { margin: 0; max-width: none; padding: 0 } }
"""
_HEAD = (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
)


def html_page(title: str, body: str, style: str = "") -> bytes:
    """Return a whole page in UTF-8; ``style`` goes behind that of all tables. There are no scripts, links or images."""
    head = f"{_HEAD}<title>{safe(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n"
    return f"{head}<body>\n{body}\n</body>\n</html>\n".encode()


def heading(name: str, kind: str) -> str:
    """Return the title of a table; its kind stands in a line of its own."""
    return f"<h1>{safe(name)}<br>{safe(kind)}</h1>" if name else f"<h1>{safe(kind)}</h1>"


def columns(widths: tuple[float, ...]) -> str:
    """Return the ``colgroup`` of columns of such widths."""
    shares = "".join(f'<col style="width:{100 * width / sum(widths):.2f}%">' for width in widths)
    return f"<colgroup>{shares}</colgroup>"


def safe(text: str) -> str:
    """Return a text that is text and nothing else in HTML."""
    return escape(xml_safe(text))
