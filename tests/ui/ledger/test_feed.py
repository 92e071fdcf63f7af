from __future__ import annotations

import pytest

from reader.library.library import Library
from reader.ui.jobs import JobRunner
from reader.ui.ledger.feed import Ask, Feed, Head, answers, by_clause
from reader.ui.ledger.own import OwnGroup
from reader.units.assignment import Duty
from tests.ui.ledger.conftest import PLAN, put


def key_of(library, name: str, place: str) -> str:
    return next(u.key for u in library.units.ledger().units if u.name == name and place in u.jurisdiction)


def test_that_questions_are_answered_in_their_order(library):
    key = key_of(library, "区水务局", "杨浦")
    asks = [Head("甲", 1), Ask(1, key, Duty.SUPPORT), Head("乙", 3), Ask(1, key), Ask(3, group=OwnGroup.LOCAL)]
    rows: list = []
    reached = 0
    while reached < len(asks):
        more, reached = answers(library, asks, reached, ("杨浦区水务局",))
        rows += more
    assert [row.title if isinstance(row, Head) else row.heading for row in rows] == [
        "甲", "整治岸线", "乙", "整治岸线", "完善服务", "加强巡查", "健全网络",
    ]  # fmt: skip


def test_that_a_document_that_is_gone_has_no_clauses(library):
    key = key_of(library, "区水务局", "杨浦")
    library.documents.purge(1)
    assert answers(library, [Ask(1, key), Ask(1, key)], 0, ())[0] == ()


def test_that_the_units_of_a_clause_stand_together(library):
    ledger = library.units.ledger()
    rows = [clause for unit in ledger.units for clause in library.units.clauses(unit.key, 1)]
    assert [(clause.heading, clause.role, clause.name) for clause in by_clause(rows)] == [
        ("整治岸线", "牵头单位", "区绿化市容局"),
        ("整治岸线", "配合单位", "区水务局、区财政局"),
        ("完善服务", "责任单位", "区民政局、区水务局"),
        ("加强巡查", "责任单位", "区水务局"),
    ]


@pytest.fixture
def jobs(tmp_path):
    texts = {f"{n}.txt": PLAN.replace("社区食堂12个", f"社区食堂{n + 20}个") for n in range(40)}
    put(tmp_path, texts)
    made = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield made
    made.shutdown()


def asks_of(jobs) -> list[Ask]:
    held: list[str] = []
    jobs.library_call(lambda library: key_of(library, "区水务局", "杨浦"), held.append)
    jobs.wait_for_writes()
    return [Ask(number, held[0]) for number in range(1, 41)]


def test_that_a_feed_waits_to_be_asked_for_more(jobs, qtbot):
    feed, rows = Feed(jobs), []
    feed.arrived.connect(rows.extend)
    asks = asks_of(jobs)
    feed.begin(asks)
    qtbot.waitUntil(lambda: feed._job is None)
    assert 60 <= len(rows) < 120
    assert feed.more_to_come
    with qtbot.waitSignal(feed.ended):
        feed.ask_all()
    assert len(rows) == 120
    assert [row.document for row in rows] == sorted(row.document for row in rows)


def test_that_newer_questions_make_the_older_ones_stale(jobs, qtbot):
    feed, rows = Feed(jobs), []
    feed.restarted.connect(rows.clear)
    feed.arrived.connect(rows.extend)
    asks = asks_of(jobs)
    feed.begin(asks[:20])
    feed.begin(asks[38:])
    with qtbot.waitSignal(feed.ended):
        feed.ask_all()
    assert {row.document for row in rows} == {39, 40}


def test_that_a_cancelled_feed_says_nothing_more(jobs, qtbot):
    feed, rows = Feed(jobs), []
    feed.arrived.connect(rows.extend)
    feed.begin(asks_of(jobs))
    feed.cancel()
    jobs.wait_for_writes()
    assert rows == []
    assert not feed.more_to_come
