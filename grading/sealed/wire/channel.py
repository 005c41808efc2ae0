"""Messages over one socket: whole, checked, and in time or not at all."""

from __future__ import annotations

import socket
import struct
import time

from .codec import PREFIX, Aliases, Codec, WireError, frame, split_prefix

__all__ = ["ANSWER", "ASK", "ERROR", "READY", "Channel", "Disconnected", "Overdue"]

ASK, ANSWER, ERROR = range(3)
READY = 0  # the number of what a process says before it is asked
SLACK = 0.2  # seconds; saves setting the socket's timeout each time
PIECE = 1 << 16  # bytes


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
        self._asked = 0
        self._buffer = b""
        self._timeout = -1.0

    def request(self, message: list) -> int:
        """Send a request and return its number, for `receive`."""
        self._asked += 1
        self._send(message, self._asked)
        return self._asked

    def answer(self, message: list, to: int, aliases: Aliases | None = None) -> None:
        """Send an answer to the request of that number; several may follow each other."""
        self._send(message, -to, aliases)

    def _send(self, message: list, number: int, aliases: Aliases | None = None) -> None:
        """Send one message; nothing has been sent when this raises `Uncrossable`."""
        data = memoryview(frame(*self.codec.encode(message, aliases), number))
        try:
            while data:  # in pieces, since a slow reader gets the whole timeout for each
                self._set_timeout()
                data = data[self.connection.send(data[:PIECE]) :]
        except BlockingIOError:
            raise Overdue from None
        except OSError as error:
            raise Disconnected(str(error)) from None

    def receive(self, to: int | None = None, originals: list | None = None) -> tuple[int, list]:
        """Wait for a request, or for an answer to the request of the number `to`.

        An answer to another request is passed over: it comes late, and nobody waits for it.

        Returns
        -------
        the number of the request, 0 for an answer; and the message
        """
        number = None
        while number is None or (number <= 0 and (to is None or number != -to)):
            head, bulk, number = self._frame()
        try:
            message = self.codec.decode(head, bulk, originals)
            if type(message) is not list or len(message) != LENGTHS[message[0]]:
                raise WireError("a malformed message")
            if not WELL_FORMED[message[0]](message, len(originals or ())):
                raise WireError("a malformed message")
            if (message[0] == ASK) != (number > 0):
                raise WireError("a malformed message")
        except (WireError, LookupError, TypeError) as error:
            raise Disconnected(f"the process sent {error}") from None
        return max(number, 0), message

    def _frame(self) -> tuple[bytes, memoryview, int]:
        data = self._buffer or self._receive(65536)
        while len(data) < PREFIX.size:
            data += self._receive(65536)
        try:
            head, bulk, number = split_prefix(data[: PREFIX.size])
        except WireError as error:
            raise Disconnected(f"the process sent {error}") from None
        start = PREFIX.size + head
        end = start + bulk
        if len(data) < end:
            chunks, have = [data], len(data)
            while have < end:
                chunks.append(self._receive(max(65536, min(end - have, 1 << 20))))
                have += len(chunks[-1])
            data = b"".join(chunks)
        self._buffer = data[end:]
        return data[PREFIX.size : start], memoryview(data)[start:end], number

    def _receive(self, size: int) -> bytes:
        try:
            self._set_timeout()
            data = self.connection.recv(size)
        except BlockingIOError:
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
            # The kernel's timeouts: with Python's own, each message costs one more system call.
            seconds, part = divmod(self._timeout, 1)
            limit = struct.pack("@ll", int(seconds), int(part * 1e6))
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)


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
