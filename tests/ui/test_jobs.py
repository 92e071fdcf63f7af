from __future__ import annotations

import threading

import pytest

from reader.library.library import Library
from reader.progress import Cancelled
from reader.ui.jobs import JobRunner


@pytest.fixture
def jobs(qtbot, tmp_path):
    runner = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield runner
    runner.shutdown()


def test_that_the_library_lives_on_one_thread_of_its_own_and_outcomes_arrive_on_this_one(jobs, qtbot):
    threads, arrivals = [], []
    for _ in range(3):
        jobs.library_call(
            lambda _library: threads.append(threading.get_ident()), lambda _: arrivals.append(threading.get_ident())
        )
    qtbot.waitUntil(lambda: len(arrivals) == 3)
    assert len(set(threads)) == 1
    assert set(threads).isdisjoint({threading.get_ident()})
    assert set(arrivals) == {threading.get_ident()}


def test_that_library_calls_keep_their_order_and_idle_ones_wait(jobs, qtbot):
    order, gate, entered = [], threading.Event(), threading.Event()

    def hold(_library):
        entered.set()
        gate.wait(10)

    jobs.library_call(hold)
    assert entered.wait(10)
    jobs.library_call(lambda _library: order.append("idle"), idle=True)
    jobs.library_call(lambda _library: order.append("first"))
    jobs.library_call(lambda _library: order.append("second"))
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["first", "second", "idle"]


def test_that_a_failure_reaches_whoever_waits_for_it_and_else_the_signal(jobs, qtbot):
    heard = []
    jobs.library_call(lambda library: library.documents.open(99), None, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(lambda _cancel, _progress: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_that_a_newer_job_of_the_same_key_makes_the_older_stale(jobs, qtbot):
    heard, gate = [], threading.Event()
    jobs.run(lambda _cancel, _progress: gate.wait(10) and "old", heard.append, key="k")
    jobs.run(lambda _cancel, _progress: "new", heard.append, key="k")
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == ["new"]


def test_that_cancel_reaches_the_work_and_nothing_is_delivered(jobs, qtbot):
    heard, stopped, running = [], threading.Event(), threading.Event()

    def work(cancel, _progress):
        running.set()
        try:
            while True:
                cancel.check()
        except Cancelled:
            stopped.set()
            raise

    job = jobs.run(work, heard.append, heard.append)
    assert running.wait(10)
    job.cancel()
    assert stopped.wait(10)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == []


def test_that_progress_arrives_on_this_thread(jobs, qtbot):
    heard = []

    def work(_cancel, progress):
        progress(1, 2, "一")
        progress(2, 2, "二")

    with qtbot.waitSignal(jobs.busy_changed, check_params_cb=lambda busy: not busy):
        jobs.run(work, None, None, lambda *told: heard.append((*told, threading.get_ident())))
    assert heard == [(1, 2, "一", threading.get_ident()), (2, 2, "二", threading.get_ident())]


def test_that_shutdown_does_every_write_that_was_asked_for_and_closes_the_library(qtbot, tmp_path):
    path = tmp_path / "library.db"
    runner = JobRunner(lambda: Library.open(path))
    for number in range(20):
        runner.library_call(lambda library, number=number: library.session.set("last", number))
    runner.shutdown()
    with Library.open(path) as library:
        assert library.session.get("last") == 19


def test_that_a_library_that_cannot_be_opened_is_told_and_every_call_fails(qtbot, tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"no library at all" * 100)
    before = path.read_bytes()
    runner = JobRunner(lambda: Library.open(path))
    heard = []
    with qtbot.waitSignal(runner.library_failed) as told:
        runner.library_call(lambda library: library.documents.entries(), None, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0] is told.args[0]
    assert path.name in heard[0].message
    runner.shutdown()
    assert path.read_bytes() == before


def test_that_waiting_for_writes_delivers_what_they_bring(jobs):
    heard = []
    jobs.library_call(lambda library: library.session.set("a", 1), lambda _: heard.append("saved"))
    assert jobs.wait_for_writes()
    assert heard == ["saved"]
