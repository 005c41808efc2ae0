"""Calls between two processes over one socket, in both directions, nested to any useful depth.

While one side waits for an answer it serves the other's requests: so a function that the examiner
passes in can be called back.  A call's answer also says how it left its mutable arguments, and
which of them it returned, so that the caller sees what a call within one process would show.
"""

from __future__ import annotations

import operator
import socket
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .aliases import Aliases, mutable_parts, with_aliases
from .arguments import changes, check_finite, restore, snapshot
from .channel import ANSWER, ASK, ERROR, Channel
from .codec import Codec, Ref

__all__ = ["OPERATORS", "Peer"]

NESTING = 32
IMMUTABLE = (float, int, str, bool, np.float64)
FOR_GOOD = ("answers",)  # what such a request hands over, it does not want to see again
ARITHMETIC = [
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "neg",
    "pos",
    "abs",
]
OPERATORS = {name: getattr(operator, name) for name in ARITHMETIC}


class Peer:
    """One end of the socket.  Subclasses say what is served and how errors travel.

    Parameters
    ----------
    connection : a connected stream socket

    Attributes
    ----------
    trusts, trusted : whether this side, or the other, runs functions that arrive as text
    """

    trusts = trusted = False

    def __init__(self, connection: socket.socket) -> None:
        self.requests_left = 10**9
        self.nesting = 0
        codec = Codec(self.export, self.import_, self.trusts, self.trusted)
        self.channel = Channel(connection, codec)
        self._exported: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._proxies: dict[int, Any] = {}
        self._lock = threading.RLock()

    # What a side does in its own way.

    def describe(self, value: Any) -> tuple[str, str, list | None]:
        """Kind, name and parameters of an object that stays here, or raise `Uncrossable`."""
        raise NotImplementedError

    def proxy(self, ref: Ref) -> Any:
        """What stands here for an object of the other side."""
        raise NotImplementedError

    def own_number(self, value: Any) -> int | None:
        """The number of a proxy's object on the other side; None for what is no proxy."""
        raise NotImplementedError

    def handle(self, op: str, target: Any, args: list, kwargs: dict) -> Any:
        """Serve a request."""
        raise NotImplementedError

    def report(self, error: BaseException) -> dict:
        """An exception as plain data; may re-raise what must not be answered."""
        raise NotImplementedError

    def revive(self, report: dict) -> BaseException:
        """The exception for a report from the other side."""
        raise NotImplementedError

    def warned(self) -> list[str]:
        """Texts of the warnings that the last request caused; they go with the answer."""
        return []

    def warn(self, texts: list[str]) -> None:
        """Repeat warnings of the other side here."""

    # References.

    def export(self, value: Any) -> Ref:
        """The reference under which a value that is not plain is spoken of."""
        number = self.own_number(value)
        if number is not None:
            return Ref(False, number)
        kind, name, parameters = self.describe(value)
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._exported)
            self._exported.append(value)
        return Ref(True, number, kind, name, parameters)

    def import_(self, ref: Ref) -> Any:
        """The object that a reference from the other side means."""
        if not ref.mine:
            return self._exported[ref.number]
        if ref.number not in self._proxies:
            self._proxies[ref.number] = self.proxy(ref)
        return self._proxies[ref.number]

    # Requests.

    def ask(self, op: str, target: Any, args: Sequence = (), kwargs: Mapping | None = None) -> Any:
        """Have the other side do something, and return what comes of it.

        Parameters
        ----------
        op : "call", "get", "set", an operator's name, or what else the other side serves
        target : a number from a reference, or what the request needs
        """
        parts = [] if op in FOR_GOOD else _parts(args, kwargs)
        with self._lock:
            request = self.channel.request([ASK, op, target, list(args), dict(kwargs or {})])
            while True:
                number, message = self.channel.receive(request, parts)
                if not number:
                    break
                self.answer(number, message)
        if message[0] == ERROR:
            raise self.revive(message[1])
        _, result, changed, warned = message
        for number, state in changed.items():
            restore(parts[number], state)
        if self.channel.codec.names_ours:
            check_finite([parts, result])
        if warned:
            self.warn(warned)
        return result

    def answer(self, number: int, message: list) -> None:
        """Serve the request of that number and send what came of it."""
        _, op, target, args, kwargs = message
        self.requests_left -= 1
        parts = [] if op in FOR_GOOD else _parts(args, kwargs)
        before = [snapshot(part) for part in parts]
        self.nesting += 1
        try:
            if self.nesting > NESTING or self.requests_left < 0:
                raise RecursionError("too many calls back and forth")
            result = self.handle(op, target, args, kwargs)
            changed = changes(parts, before) if parts else {}
            aliases = None
            if parts:
                aliases = Aliases(parts)
                result = with_aliases(result, aliases)
                changed = {number: with_aliases(new, aliases) for number, new in changed.items()}
            self.channel.answer([ANSWER, result, changed, self.warned()], number, aliases)
        except BaseException as error:
            self.channel.answer([ERROR, self.report(error)], number)
        finally:
            self.nesting -= 1


def _parts(args: Sequence, kwargs: Mapping | None) -> list:
    """The mutable parts of a call's arguments."""
    values = [*args, *kwargs.values()] if kwargs else args
    return [] if all(type(value) in IMMUTABLE for value in values) else mutable_parts(values)
