from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.paths import resource_path
from reader.ui.reading.title_lines import title_shape
from reader.ui.reading.view import ReadingView
from tests.ui.reading.builders import opened

TEXT = resource_path("documents", "杨浦联动创新区实施意见（网页）.txt").read_text(encoding="utf-8")
TITLE = "关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见"
NOTICE = f"关于印发《{TITLE}》的通知"


def lines(title: str, capacity: float) -> list[str]:
    shape = title_shape(title, TEXT, capacity)
    return [title[line.start : line.end] for line in shape.lines] if shape else [title]


@pytest.mark.parametrize(
    ("title", "capacity", "expected"),
    [
        (TITLE, 24, ["关于加快推进上海自贸试验区", "杨浦联动创新区建设的实施意见"]),
        (NOTICE, 24, ["关于印发《关于加快推进上海自贸试验区", "杨浦联动创新区建设的实施意见》的通知"]),
        (NOTICE, 14, ["关于印发《关于加快推进上海", "自贸试验区杨浦联动创新区", "建设的实施意见》的通知"]),
        ("关于做好工作的通知", 24, ["关于做好工作的通知"]),
    ],
)
def test_that_a_title_is_broken_between_words(title, capacity, expected):
    assert lines(title, capacity) == expected


@given(st.text("关于的、《》区杨浦联动创新a1", max_size=60), st.floats(1, 30))
def test_that_lines_fit_and_hold_the_whole_title(title, capacity):
    shape = title_shape(title, TEXT, capacity)
    if shape is not None:
        assert "".join(title[line.start : line.end] for line in shape.lines) == title
        assert shape.width <= capacity
        assert not any(title[line.start] in "、》" for line in shape.lines[1:])
        assert not any(title[line.end - 1] == "《" for line in shape.lines[:-1])


@pytest.mark.parametrize("size", [9.0, 13.0, 16.0])
def test_that_qt_breaks_the_title_there(qtbot, size):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(1400, 700)
    view.set_font_size(size)
    view.show()
    view.show_document(opened(f"{TITLE}\n\n各有关单位：\n一、总体要求\n杨浦是上海的杨浦。杨浦联动创新区在杨浦。\n"))
    block = view.paper.document().begin()
    qtbot.waitUntil(lambda: block.layout().lineCount() == 2)
    first = block.layout().lineAt(0)
    assert block.text()[: first.textLength()] == "关于加快推进上海自贸试验区"
