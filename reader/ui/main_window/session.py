"""What the window remembers from one time to the next, kept in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QByteArray, QObject, QTimer

from reader.ui.main_window.opening import read_kept, read_one
from reader.ui.main_window.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.comparisons import KeptState
    from reader.library.library import Library
    from reader.library.records import Entry
    from reader.ui.jobs import JobRunner
    from reader.ui.main_window.opening import Read

_PAUSE = 1500  # ms between a change and its being written
WINDOW, OPEN = "window", "open"


class Start(NamedTuple):
    """Everything the first paint needs, read in one go."""

    entries: tuple[Entry, ...]
    window: dict[str, Any]
    pair: bool
    places: tuple[Place, ...]
    documents: tuple[Read, ...]
    is_new: bool
    read_only: bool
    kept: KeptState | None = None  # of the pair


def read_start(library: Library) -> Start:
    """Read the list, the session and the documents that were open; runs on the library's thread."""
    entries = library.documents.entries()
    known = {entry.number for entry in entries}
    opened = _dict(library.session.get(OPEN))
    places = tuple(p for p in map(_place, _list(opened.get("places"))) if p is not None and p.document in known)
    pair = bool(opened.get("pair")) and len(places) == 2
    documents = _readable(library, places if pair else places[:1])
    pair = pair and len(documents) == 2
    return Start(
        entries=entries,
        window=_dict(library.session.get(WINDOW)),
        pair=pair,
        places=places,
        documents=documents,
        is_new=library.is_new,
        read_only=library.read_only,
        kept=read_kept(library, documents[0][0].entry.number, documents[1][0].entry.number) if pair else None,
    )


class Session(QObject):
    """Writes what ``window_state`` and ``open_state`` return, a while after the last change and at the end."""

    def __init__(
        self,
        jobs: JobRunner,
        window_state: Callable[[], dict[str, Any]],
        open_state: Callable[[], dict[str, Any]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window_state = window_state
        self._open_state = open_state
        self._written: dict[str, dict[str, Any]] = {}
        self._active = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.write)

    def begin(self) -> None:
        """Start remembering: not before the last session is restored, nor in a library that cannot be written."""
        self._active = True

    def touch(self) -> None:
        """Something changed."""
        if self._active:
            self._timer.start()

    def write(self) -> None:
        """Write now what differs from what was written last."""
        self._timer.stop()
        if not self._active:
            return
        for key, state in ((WINDOW, self._window_state()), (OPEN, self._open_state())):
            if self._written.get(key) != state:
                self._written[key] = state
                self._put(key, state)

    def _put(self, key: str, state: dict[str, Any]) -> None:
        # Lost places are no reason to disturb anybody.
        self._jobs.library_call(lambda library: library.session.set(key, state), None, lambda _error: None)


def encode(data: QByteArray) -> str:
    """Return bytes of Qt as text that JSON can hold."""
    return bytes(data.toBase64().data()).decode("ascii")


def decode(text: object) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "replace")) if isinstance(text, str) else QByteArray()


def _readable(library: Library, places: tuple[Place, ...]) -> tuple[Read, ...]:
    """Read the documents of some places; one that cannot be read any more does not keep the window shut."""
    from reader.library.errors import LibraryError

    read = []
    for place in places:
        try:
            read.append(read_one(library, place.document))
        except LibraryError:
            continue
    return tuple(read)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _place(value: object) -> Place | None:
    match value:
        case [int(document), int(section), int() | float() as fraction]:
            return Place(document, section, float(fraction))
    return None
