from __future__ import annotations

import pytest

from reader.ui.reading.view import ReadingView
from tests.ui.reading.builders import TASKS, notice, opened


@pytest.fixture
def view(qtbot):
    made = ReadingView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def unbroken(view):
    """Count the paragraphs in sight of nobody: those without lines."""
    page = view.paper.document()
    blocks = (page.findBlockByNumber(n) for n in range(page.blockCount()))
    return sum(block.isVisible() and not block.layout().lineCount() for block in blocks)


def test_that_the_end_stays_in_reach_after_the_lines_became_shorter(view, qtbot):
    view.show_document(opened(notice(TASKS * 80)))
    qtbot.waitUntil(lambda: unbroken(view) == 0)
    with qtbot.waitSignal(view.typeset):
        view.resize(520, 700)
    qtbot.waitUntil(lambda: unbroken(view) == 0, timeout=2000)
