"""Kill a process that writes notes, at random moments, and look whether each note it acknowledged is there.

    python -m tests.benchmarks.kill9 [RUNS] [SEED]

Each run: a child opens the library, adds and changes notes, fills the search index, and says TRY before and ACK after
each commit. What was acknowledged must be there word for word; of what was only tried, all or nothing.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from reader.library.ingest import BUNDLED, import_paths
from reader.library.library import Library

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 0.25  # seconds a child lives once it writes

_CHILD = """
import random, sys
from pathlib import Path
from reader.library.library import Library
from reader.text.spans import Span

def say(*words):
    print(*words, flush=True)

run, dice = sys.argv[2], random.Random(sys.argv[2])
with Library.open(Path(sys.argv[1])) as library:
    say("READY")
    numbers = []
    for i in range(100000):
        note = f"{run}-{i}-" + "核对" * dice.randrange(400)
        if numbers and dice.random() < 0.4:
            number = dice.choice(numbers)
            say("TRY", number, note)
            library.annotations.change(number, note=note, tags=[note[:20]])
        else:
            say("TRY", 0, note)
            start = dice.randrange(1000)
            number = library.annotations.add(1, Span(start, start + 9), colour="重点", note=note, author="甲").annotation.number
            numbers.append(number)
        say("ACK", number, note)
        if dice.random() < 0.2:
            library.searching.fill(5)
"""


@dataclass
class Tally:
    """What the children said so far, and what was found wrong with it."""

    kept: dict[int, str] = field(default_factory=dict)
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)


def run_once(library: Path, run: str, tally: Tally, dice: random.Random) -> None:
    """Let a child write for a while, kill it, and compare."""
    command = [sys.executable, "-c", _CHILD, str(library), run]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as child:
        assert child.stdout is not None
        if child.stdout.readline() != "READY\n":
            raise RuntimeError("the child did not start")
        time.sleep(dice.random() * _LONGEST)
        child.kill()
        said = child.stdout.read()
    tried = _take_in(said, tally)
    _compare(library, tried, run, tally)


def _take_in(said: str, tally: Tally) -> tuple[int, str] | None:
    """Note what was acknowledged; return what was tried last and not acknowledged."""
    tried = None
    for line in said.splitlines(keepends=True):
        if not line.endswith("\n"):  # killed while it spoke
            break
        word, number, note = line.rstrip("\n").split(" ", 2)
        if word == "TRY":
            tried = (int(number), note)
        else:
            tried = None
            tally.kept[int(number)] = note
            tally.acknowledged += 1
    return tried


def _compare(library: Path, tried: tuple[int, str] | None, run: str, tally: Tally) -> None:
    with Library.open(library) as opened:
        if not opened.maintenance.check().ok:
            tally.faults.append(f"{run}: the check finds damage")
        found = {p.annotation.number: p.annotation for p in opened.annotations.placements(1)}
    for number, annotation in found.items():
        expected = {tally.kept.get(number)} | ({tried[1]} if tried and tried[0] in (0, number) else set())
        if annotation.note not in expected:
            tally.faults.append(f"{run}: note {number} is not what was written")
        tally.kept[number] = annotation.note
    tally.faults += [f"{run}: note {number} is lost" for number in tally.kept.keys() - found.keys()]


def kill_many(folder: Path, runs: int, seed: int) -> Tally:
    """Do so many runs on one library in the folder."""
    library, tally, dice = folder / "library.db", Tally(), random.Random(seed)
    with Library.open(library) as opened:
        import_paths(opened, [next(BUNDLED.glob("杨浦区*"))])
    for run in range(runs):
        run_once(library, f"{seed}.{run}", tally, dice)
    return tally


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_many(Path(folder), runs, seed)
    faults = "\n".join(tally.faults)
    sys.stdout.write(
        f"seed {seed}: {runs} kills, {tally.acknowledged} acknowledged, {len(tally.faults)} faults\n{faults}\n"
    )
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
