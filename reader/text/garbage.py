"""Making very many objects without the garbage collector looking on."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def many_objects() -> Iterator[None]:
    """Spare the collector a look at each of the hundreds of thousands of objects that a long document is made of."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
