"""Settings that hold for every test: no display, no network, nothing of the user's own data."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["YUEDU_DATA"] = tempfile.mkdtemp(prefix="yuedu-test-")

# A shared machine is slow now and then: what a test takes says nothing about the code.
settings.register_profile("yuedu", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=20)
settings.load_profile("quick" if "YUEDU_QUICK" in os.environ else "yuedu")


@pytest.fixture(autouse=True)
def _umask():
    """Give back the umask: the program narrows it for itself when it starts."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    """Return an own data folder for tests that look at what is left in it."""
    monkeypatch.setenv("YUEDU_DATA", str(tmp_path / "data"))
    return tmp_path / "data"
