"""One window a library: a second one hands its files to the first and ends."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 2000  # ms
_LONGEST = 1 << 20  # bytes of a message


class InstanceRunning(Exception):
    """Another window has this library."""


class Instance(QObject):
    """The lock beside the library, and the local socket in the same private folder.

    QtNetwork is loaded only to hand files over or, once the first document is painted, to listen.
    """

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lock = QLockFile(str(library) + ".window.lock")
        self._lock.setStaleLockTime(0)  # a lock whose process is gone is taken over, an old one is not
        self._server: QLocalServer | None = None
        self._receive: Callable[[Sequence[Path]], None] | None = None

    def claim(self) -> None:
        """Take the lock. Raises InstanceRunning; where the folder cannot be written there is no lock to take."""
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            raise InstanceRunning

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def listen(self, receive: Callable[[Sequence[Path]], None]) -> None:
        """Take files from later windows."""
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        self._receive = receive
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self.socket_name())  # what a killed window left behind; the lock says it is ours
        self._server.newConnection.connect(self._greet)
        self._server.listen(self.socket_name())

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Send files to the window that has the lock; False where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self.socket_name())
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps([os.fsencode(path).hex() for path in files]).encode() + b"\n")
        answered = socket.waitForBytesWritten(_PATIENCE) and (
            socket.bytesAvailable() > 0 or socket.waitForReadyRead(_PATIENCE)
        )
        socket.disconnectFromServer()
        return answered

    def socket_name(self) -> str:
        """Return where the socket is: a file in the private folder; a name where there are only names (Windows)."""
        if os.name == "nt":
            return f"yuedu-{_short(str(self._library).encode())}"
        place = str(self._library) + ".window"
        # A path of a socket may have about 100 bytes.
        if len(os.fsencode(place)) < 100:
            return place
        short = _short(os.fsencode(place))
        return str(self._library.parent / short) if len(os.fsencode(self._library.parent)) < 80 else f"/tmp/{short}"

    def _greet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(_PATIENCE, socket, socket.abort)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        files = _files(bytes(socket.readLine().data()))
        socket.write(b"ok\n")
        socket.flush()
        if self._receive is not None:
            self._receive(files)


def _files(message: bytes) -> list[Path]:
    try:
        names = json.loads(message)
        return [Path(os.fsdecode(bytes.fromhex(name))) for name in names]
    except (ValueError, TypeError):
        return []


def _short(name: bytes) -> str:
    from hashlib import sha256  # seldom needed, and slow to load

    return sha256(name).hexdigest()[:16]
