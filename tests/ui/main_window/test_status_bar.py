from __future__ import annotations

import pytest

from reader.text.spans import Span
from reader.ui.main_window.status_bar import StatusBar, place_among
from reader.ui.workspace import Workspace
from tests.ui.builders import YANGPU, document


@pytest.fixture
def opened():
    return document(YANGPU)


def number(opened, heading: str) -> int:
    return next(s.number for s in opened.outline.sections if s.heading == heading)


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("总体要求", 1),
        ("重点任务", 2),
        ("区域布局", 2),
        ("协同打造高能级创新平台", 1),
        ("深化基础研究体制机制创新", 2),
        ("加强数据跨境流通探索", 8),
    ],
)
def test_that_an_item_is_counted_among_its_like_under_the_same_first_heading(opened, heading, place):
    assert place_among(opened, number(opened, heading))[0] == place


def test_that_the_foot_names_clause_place_length_and_selection(qtbot, opened):
    workspace = Workspace()
    bar = StatusBar(workspace)
    qtbot.addWidget(bar)
    workspace.show(opened, ())
    here = number(opened, "深化基础研究体制机制创新")
    workspace.enter_section(here)
    workspace.select(Span(10, 28))
    _place, count = place_among(opened, here)
    said = texts(bar)
    assert opened.outline.sections[here].label in said
    assert f"第 2 项，共 {count} 项" in said
    assert "选中 18 字" in said
    workspace.close(opened.entry.number)
    assert "选中 18 字" not in texts(bar)


def test_that_what_is_not_saved_is_said_until_it_is(qtbot):
    workspace = Workspace()
    bar = StatusBar(workspace)
    qtbot.addWidget(bar)
    bar.show_unsaved("未能保存：磁盘已满")
    assert any("未能保存：磁盘已满" in text for text in texts(bar))
    workspace.saved.emit("17:30:05")
    assert "● 已保存 17:30:05" in texts(bar)
    assert not any("未能保存" in text for text in texts(bar))


def texts(bar) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]
