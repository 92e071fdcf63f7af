from __future__ import annotations

from reader.ui.library.older_first import older_first
from reader.ui.theme import THEMES
from tests.ui.library.test_library_list import entry


def numbers(one, other):
    return tuple(document.number for document in older_first(one, other))


def test_that_a_draft_lies_left_of_what_was_issued_of_it():
    issued = entry(1, "垃圾分类办法", issued_on="2024-10-25")
    draft = entry(2, "垃圾分类办法（征求意见稿）", stage="征求意见稿")
    assert numbers(issued, draft) == (2, 1)
    assert numbers(draft, issued) == (2, 1)


def test_that_a_draft_that_revises_lies_right_of_what_it_revises():
    issued = entry(1, "垃圾分类办法", issued_on="2019-10-25")
    draft = entry(2, "垃圾分类办法（修订草案）", stage="修订草案")
    assert numbers(draft, issued) == (1, 2)


def test_that_of_two_drafts_the_one_that_a_text_passes_first_lies_left():
    early = entry(1, "垃圾分类办法（征求意见稿）", stage="征求意见稿")
    late = entry(2, "垃圾分类办法（送审稿）", stage="送审稿")
    assert numbers(late, early) == (1, 2)


def test_that_editions_of_one_title_lie_in_the_order_they_were_issued_in():
    old, new = entry(1, "垃圾分类办法", issued_on="2019-01-01"), entry(2, "垃圾分类办法", issued_on="2024-01-01")
    assert numbers(new, old) == (1, 2)


def test_that_documents_of_different_texts_and_copies_stay_as_they_came():
    ours, theirs = entry(1, "杨浦意见", issued_on="2024-10-25"), entry(2, "徐汇方案", issued_on="2024-01-01")
    assert numbers(ours, theirs) == (1, 2)
    assert numbers(entry(4, "甲"), entry(3, "甲")) == (4, 3)


def test_that_choosing_the_draft_for_what_is_read_lays_it_on_the_left(qtbot):
    from reader.ui.library.choose_dialog import ChooseDialog

    issued = entry(1, "垃圾分类办法", issued_on="2024-10-25")
    draft = entry(2, "垃圾分类办法（征求意见稿）", stage="征求意见稿")
    dialog = ChooseDialog([issued, draft], issued, THEMES["paper"])
    qtbot.addWidget(dialog)
    dialog.view.setCurrentIndex(dialog.model.index_of(2))
    assert dialog.pair() == (2, 1)
