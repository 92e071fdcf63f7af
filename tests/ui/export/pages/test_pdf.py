from __future__ import annotations

import pytest

from reader.export.page import DOCUMENT, TABLE
from reader.export.styles import STYLES, GongwenType
from reader.progress import Cancelled, CancelToken
from reader.ui.export.pages.paper import Paper, Paragraph, Piece
from reader.ui.export.pages.pdf import page_layout, pdf_of
from reader.ui.export.pages.pdf_letters import with_true_letters

pytestmark = pytest.mark.usefixtures("qapp")


def paper(pages: int, page=DOCUMENT) -> Paper:
    blocks = [Paragraph(STYLES["BodyText"], (Piece(f"第{n}页"),), new_page=True) for n in range(pages)]
    return Paper(page, GongwenType(), tuple(blocks), {})


def test_that_each_page_becomes_one_and_progress_reaches_the_end():
    told = []
    data = pdf_of(paper(3), "通知", CancelToken(), lambda done, total, _words: told.append((done, total)))
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 3
    assert told[-1] == (6, 6)


def test_that_it_stops_when_it_is_told_to():
    cancel = CancelToken()

    def progress(done, _total, _words):
        if done == 2:
            cancel.cancel()

    with pytest.raises(Cancelled):
        pdf_of(paper(5), "通知", cancel, progress)


def test_that_the_sheet_is_that_of_the_document():
    for page in (DOCUMENT, TABLE):
        size = page_layout(paper(1, page)).fullRectPoints()
        assert (size.width(), size.height()) == (round(page.width / 25.4 * 72), round(page.height / 25.4 * 72))


def test_that_letters_are_named_by_their_characters_and_not_by_radicals():
    table = b"4 beginbfrange\n<0001> <0003> [<4E0A> <2F08> <2EA0>]\nendbfrange <2F08>"
    fixed = with_true_letters(table)
    assert fixed == b"4 beginbfrange\n<0001> <0003> [<4E0A> <4EBA> <6C11>]\nendbfrange <2F08>"
