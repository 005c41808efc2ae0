"""Messages over one socket: whole, checked, and in time or not at all."""

from __future__ import annotations

import socket
import time

from .wire import Aliases, Codec, WireError, frame, split_sizes

__all__ = ["ANSWER", "ASK", "ERROR", "Channel", "Disconnected", "Overdue"]

ASK, ANSWER, ERROR = range(3)
SLACK = 0.2  # seconds; saves setting the socket's timeout each time


class Disconnected(BaseException):
    """The other side is gone, or sends what no honest side would.

    Not an `Exception`, like `Overdue`: what wraps a call to survive a student's error must not
    survive these.
    """


class Overdue(BaseException):
    """The other side did not answer in time."""


class Channel:
    """A socket that carries messages.

    Parameters
    ----------
    connection : a connected stream socket
    codec : for the values in the messages

    Attributes
    ----------
    deadline : on the monotonic clock; None waits for ever
    """

    def __init__(self, connection: socket.socket, codec: Codec) -> None:
        self.connection, self.codec = connection, codec
        self.deadline: float | None = None
        self._buffer = b""
        self._timeout = -1.0

    def send(self, message: list, aliases: Aliases | None = None) -> None:
        """Send one message; nothing has been sent when this raises `Uncrossable`."""
        data = frame(*self.codec.encode(message, aliases))
        try:
            self._set_timeout()
            self.connection.sendall(data)
        except TimeoutError:
            raise Overdue from None
        except OSError as error:
            raise Disconnected(str(error)) from None

    def receive(self, originals: list | None = None) -> list:
        """Wait for one message."""
        try:
            head, bulk = self._frame()
            message = self.codec.decode(head, bulk, originals)
            if type(message) is not list or len(message) != LENGTHS[message[0]]:
                raise WireError("a malformed message")
            if not WELL_FORMED[message[0]](message, len(originals or ())):
                raise WireError("a malformed message")
        except (WireError, LookupError, TypeError) as error:
            raise Disconnected(f"the process sent {error}") from None
        return message

    def _frame(self) -> tuple[bytes, memoryview]:
        data = self._buffer or self._receive(65536)
        while len(data) < 8:
            data += self._receive(65536)
        head, bulk = split_sizes(data[:8])
        end = 8 + head + bulk
        if len(data) < end:
            chunks, have = [data], len(data)
            while have < end:
                chunks.append(self._receive(max(65536, min(end - have, 1 << 20))))
                have += len(chunks[-1])
            data = b"".join(chunks)
        self._buffer = data[end:]
        return data[8 : 8 + head], memoryview(data)[8 + head : end]

    def _receive(self, size: int) -> bytes:
        try:
            self._set_timeout()
            data = self.connection.recv(size)
        except TimeoutError:
            raise Overdue from None
        except OSError as error:
            raise Disconnected(str(error)) from None
        if not data:
            raise Disconnected("the process ended")
        return data

    def _set_timeout(self) -> None:
        if self.deadline is None:
            return
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Overdue
        if not left <= self._timeout <= left + SLACK:
            self._timeout = left + SLACK / 2
            self.connection.settimeout(self._timeout)


LENGTHS = {ASK: 5, ANSWER: 4, ERROR: 2}


def _answer_is_well_formed(message: list, originals: int) -> bool:
    _, _, changes, warned = message
    return (
        type(changes) is dict
        and all(type(number) is int and 0 <= number < originals for number in changes)
        and type(warned) is list
        and all(type(text) is str for text in warned)
    )


WELL_FORMED = {
    ASK: lambda message, _: type(message[3]) is list and type(message[4]) is dict,
    ANSWER: _answer_is_well_formed,
    ERROR: lambda message, _: type(message[1]) is dict,
}
