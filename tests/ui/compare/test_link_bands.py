from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from reader.comparison.records import Pair
from reader.ui.compare.band_shapes import Band, Ends, bands_of
from reader.ui.compare.view import LEFT, RIGHT
from tests.ui.compare.conftest import section_of
from tests.ui.reading.builders import TASKS, notice


def middle(desk, side, section):
    """Return the point of the gutter beside a clause."""
    bands, view = desk.view.page.bands, desk.views[side]
    upper, lower = view.heights_of(view.pieces(section)[0])
    return QPoint(4 if side == LEFT else bands.width() - 4, round((upper + lower) / 2) + bands._top())


def drag(desk, start, end):
    bands = desk.view.page.bands
    QTest.mousePress(bands, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bands, (start + end) / 2)
    QTest.mouseMove(bands, end)
    QTest.mouseRelease(bands, Qt.MouseButton.LeftButton, pos=end)


def test_that_bands_link_what_is_in_view(desk):
    left, _ = desk.show()
    desk.views[LEFT].jump_to(section_of(left, TASKS[3]))
    linked = {pair.left for pair in desk.view.page.bands.pairs_in_view()}
    assert section_of(left, TASKS[3]) in linked
    assert len(linked) < len(left.outline.sections)
    assert not desk.view.page.bands.grab().isNull()


def test_that_what_is_on_one_side_only_tapers_to_a_point_on_the_other(desk):
    desk.show()
    desk.view.show_difference(desk.row("removed"))
    (band,) = [b for b in desk.view.page.bands.bands() if b.pair.status == "removed"]
    assert band.left.bottom - band.left.top > 20
    assert band.right.bottom - band.right.top < 1


def test_that_a_split_fans_out_and_a_merge_comes_together():
    heights = {(0, 1): Ends(0, 90), (1, 1): Ends(10, 40), (1, 2): Ends(50, 110)}
    pair = Pair(1, 1, 0.8, "changed", also_right=(2,))
    first, second = bands_of(pair, lambda side, n, _other: heights[side, n], 0)
    assert first.left.bottom <= second.left.top
    assert (round(first.left.bottom), round(second.left.top)) == (28, 32)
    assert (first.right.top, second.right.bottom) == (12, 108)
    turned = Pair(1, 1, 0.8, "changed", also_left=(2,))
    bands = bands_of(turned, lambda side, n, _other: heights[1 - side, n], 0)
    assert [band.right for band in bands] == [first.left, second.left]


def test_that_a_band_is_found_under_a_point():
    band = Band(Pair(1, 1, 1.0, "moved"), Ends(0, 20), Ends(100, 120))
    assert band.holds(QPointF(1, 10), 48)
    assert band.holds(QPointF(47, 110), 48)
    assert band.holds(QPointF(24, 60), 48)
    assert not band.holds(QPointF(1, 110), 48)


def test_that_dragging_across_the_gutter_makes_a_pair(desk):
    left, right = desk.show()
    desk.view.set_scrolling("free")
    ends = (section_of(left, TASKS[-1]), section_of(right, TASKS[1]))
    for view, section in zip(desk.views, ends, strict=True):
        view.jump_to(section)
    with desk.qtbot.waitSignal(desk.view.compared):
        drag(desk, middle(desk, LEFT, ends[0]), middle(desk, RIGHT, ends[1]))
    pair = next(p for p in desk.view.comparison.pairs if (p.left, p.right) == ends)
    assert pair.pinned
    assert not desk.view.page.bands.grab().isNull()


def test_that_dragging_works_from_right_to_left_and_not_within_a_side(desk):
    left, right = desk.show()
    desk.view.set_scrolling("free")
    ends = (section_of(left, TASKS[-1]), section_of(right, TASKS[1]))
    for view, section in zip(desk.views, ends, strict=True):
        view.jump_to(section)
    start = middle(desk, RIGHT, ends[1])
    with desk.qtbot.assertNotEmitted(desk.view.page.bands.pin_requested):
        drag(desk, start, QPoint(start.x() - 4, start.y() + 60))
    with desk.qtbot.waitSignal(desk.view.page.bands.pin_requested) as wished:
        drag(desk, start, middle(desk, LEFT, ends[0]))
    assert tuple(wished.args) == ends


def test_that_escape_ends_a_drag(desk):
    left, right = desk.show()
    desk.view.set_scrolling("free")
    ends = (section_of(left, TASKS[2]), section_of(right, TASKS[1]))
    bands, points = desk.view.page.bands, [middle(desk, side, ends[side]) for side in (LEFT, RIGHT)]
    QTest.mousePress(bands, Qt.MouseButton.LeftButton, pos=points[LEFT])
    QTest.mouseMove(bands, points[RIGHT])
    QTest.keyClick(bands, Qt.Key.Key_Escape)
    with desk.qtbot.assertNotEmitted(bands.pin_requested):
        QTest.mouseRelease(bands, Qt.MouseButton.LeftButton, pos=points[RIGHT])


def test_that_a_click_on_a_band_brings_both_ends_to_one_height(desk):
    left, right = desk.show()
    ends = (section_of(left, TASKS[0]), section_of(right, TASKS[0]))
    desk.views[LEFT].jump_to(ends[0])
    QTest.mouseClick(desk.view.page.bands, Qt.MouseButton.LeftButton, pos=middle(desk, LEFT, ends[0]))
    tops = [view.heights_of(view.pieces(n)[0])[0] for view, n in zip(desk.views, ends, strict=True)]
    assert abs(tops[0] - tops[1]) <= 2


def test_that_by_topics_only_the_best_answer_has_a_band(desk):
    desk.show(notice(), notice(TASKS[::-1]))
    desk.view.set_mode("topics")
    desk.qtbot.waitUntil(lambda: desk.view.comparison is not None)
    lefts = [pair.left for pair in desk.view.page.bands.pairs_in_view()]
    assert lefts
    assert len(lefts) == len(set(lefts))
