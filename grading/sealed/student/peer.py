"""The student's side: serves calls of what the cells of one submission define, and has them run."""

from __future__ import annotations

import builtins
import inspect
import io
import os
import signal
import socket
import sys
import types
import warnings
from collections.abc import Sequence
from functools import partial
from typing import Any

from deepcalc.checking._answers import Request, carry_out
from deepcalc.checking._contracts import known
from deepcalc.checking._flat import Flat
from deepcalc.checking._ways import Used

from ..wire.channel import ANSWER, READY, Disconnected
from ..wire.codec import Ref, Uncrossable
from ..wire.rpc import OPERATORS, Peer
from .cells import Cells

__all__ = ["StudentPeer", "serve"]

ALWAYS = [("always", None, Warning, None, 0)]
MOST = 20  # parameters that are told of
MORE = inspect.CO_VARARGS | inspect.CO_VARKEYWORDS
EITHER = int(inspect.Parameter.POSITIONAL_OR_KEYWORD)


def serve(shell: Any) -> None:
    """Be the student's process, on descriptor 3, until the examiner is done."""
    sys.path.insert(0, os.getcwd())  # as in a notebook, for modules that a cell writes
    sys.stdin = io.StringIO()
    builtins.input = lambda prompt="": ""
    peer = StudentPeer(socket.socket(fileno=3), shell)
    signal.signal(signal.SIGINT, peer.cells.interrupt)
    # Of a process and those that it forks, one speaks: two would take each other's questions.
    os.register_at_fork(after_in_child=peer.channel.connection.close)
    try:
        peer.channel.answer([ANSWER, "ready", {}, []], READY)
        while True:
            peer.serve(*peer.channel.receive())
    except Disconnected:
        pass


class StudentPeer(Peer):
    """The untrusted end.

    Parameters
    ----------
    connection : to the examiner
    shell : from `make_shell`
    """

    trusts = True  # what the examiner says may be run here, where nothing is to be lost

    def __init__(self, connection: socket.socket, shell: Any) -> None:
        super().__init__(connection)
        self.shell = shell
        self.cells = Cells(shell)
        sys.stdout = sys.stderr = self.cells.output
        self._warned: list[str] = []
        self._collect = self._collect_warning
        self._proxy_numbers: dict[int, int] = {}

    def describe(self, value: Any) -> tuple[str, str, list | None]:
        if isinstance(value, type):
            return "class", value.__name__[:200], None
        if isinstance(value, types.FunctionType):
            return "function", value.__name__[:200], _parameters(value)
        if callable(value):
            name = getattr(value, "__name__", type(value).__name__)
            return "function", str(name)[:200], None
        kind = type(value)
        if kind.__module__ == "__main__" or _is_own(kind.__module__):
            return "object", kind.__name__[:200], None
        module = kind.__module__.split(".")[0]
        raise Uncrossable(f"a {'' if module == 'builtins' else module + ' '}{kind.__name__}")

    def own_number(self, value: Any) -> int | None:
        return self._proxy_numbers.get(id(value))

    def proxy(self, ref: Ref) -> Any:
        def function(*args: Any, **kwargs: Any) -> Any:
            return self.ask("call", ref.number, args, kwargs)

        function.__name__ = function.__qualname__ = ref.name
        self._proxy_numbers[id(function)] = ref.number
        return function

    def handle(self, op: str, target: Any, args: list, kwargs: dict) -> Any:
        if op == "call":
            return self._call(self._exported[target], args, kwargs)
        if op == "answers":
            return self._answers(self._exported[target], *args)
        if op == "get":
            return getattr(self._exported[target], args[0])
        if op == "set":
            return setattr(self._exported[target], *args)
        if op == "echo":
            return target
        return OPERATORS[op](*args)

    def _call(self, function: Any, args: Sequence, kwargs: dict) -> Any:
        self._listen()
        return function(*args, **kwargs)

    def _listen(self) -> None:
        """Hear the warnings of what is called next."""
        self._warned.clear()
        # What `warnings.catch_warnings` does, for a tenth of its price.
        if warnings.showwarning is not self._collect or warnings.filters[:1] != ALWAYS:
            warnings.showwarning = self._collect
            warnings.simplefilter("always")

    def _answers(self, function: Any, requests: Any, way: str) -> list:
        """Many calls, and what became of each.

        Parameters
        ----------
        requests : a list for each, or the name of the contract that says them

        Returns
        -------
        the parts of a `Flat` of the results; and, by number, the rest of a `Reply` where there is
        more to say than a result
        """
        contract = known(requests) if isinstance(requests, str) else None
        given: Sequence[Request]
        if contract is not None:
            given = contract.requests
        else:
            given = [Request(args, kwargs or {}, *rest) for args, kwargs, *rest in requests]
        function = Used(way, function) if way else function

        def called(*args: Any, **kwargs: Any) -> Any:
            self._listen()
            return function(*args, **kwargs)

        listen = partial(_Heard, self)
        replies = carry_out(called, given, listen, (Disconnected,), once=contract is None)
        flat = Flat.of(replies.results)
        others, refused = self._packed(dict(flat.others))
        told = {}
        for number in replies.more.keys() | refused.keys():
            _, error, warned, kept, changed, shared = replies[number]
            error = refused.get(number, error)
            report = None if error is None else self.report(error)
            told[number] = [report, list(warned), kept, changed, shared]
        return [flat.forms, flat.numbers, flat.kinds, others, told]

    def _packed(self, results: dict[int, Any]) -> tuple[Any, dict[int, Uncrossable]]:
        """Results as they can be sent, and by number those that cannot; None stands for them."""
        pack = self.channel.codec.pack
        refused: dict[int, Uncrossable] = {}
        try:
            return pack(results), refused
        except Uncrossable:  # one of them at least
            for number, result in results.items():
                try:
                    results[number] = pack(result)
                except Uncrossable as error:
                    results[number], refused[number] = None, error
        return results, refused

    def _collect_warning(self, message: Any, category: type, *about: Any, **more: Any) -> None:
        if issubclass(category, RuntimeWarning) and len(self._warned) < 3:
            self._warned.append(str(message)[:200])

    def warned(self) -> list[str]:
        if not self._warned:
            return []
        texts, self._warned = self._warned, []
        return texts

    def serve(self, number: int, message: list) -> None:
        """Do what one request asks for; running cells is answered after each of them.

        And once more after the last one, with what there is of some names.
        """
        _, op, sources, args, _ = message
        if op != "run":
            return self.answer(number, message)
        for source in sources:
            self.channel.answer([ANSWER, self._run(source), {}, []], number)
        self.channel.answer([ANSWER, self._look(*args), {}, []], number)

    def _run(self, source: str) -> dict:
        """Run a cell; what it printed and how it failed, if it did."""
        error = self.cells.run(source)
        return {"error": self.report(error) if error else None, "output": self.cells.output.take()}

    def _look(self, names: list[str]) -> dict:
        """Those of the names that exist; a value that cannot cross is named in its place."""
        found, refused = {}, {}
        for name in names:
            if name in self.shell.user_ns:
                try:
                    found[name] = self.channel.codec.pack(self.shell.user_ns[name])
                except Uncrossable as error:
                    refused[name] = str(error)
        return {"found": found, "refused": refused}

    def report(self, error: BaseException) -> dict:
        if isinstance(error, Uncrossable):
            message = (
                f"{error} cannot be handed over: "
                "return numbers, strings, arrays, or lists, tuples and dicts of them"
            )
            return {"type": "TypeError", "message": message, "line_number": None}
        return self.cells.report(error)

    def revive(self, report: dict) -> BaseException:
        kind = getattr(builtins, report["type"], RuntimeError)
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            kind = RuntimeError
        return kind(report["message"])


class _Heard:
    """A context that gives the list to which the warnings of a call are added."""

    def __init__(self, peer: StudentPeer) -> None:
        self.peer = peer
        self.texts: list[str] = []

    def __enter__(self) -> list[str]:
        return self.texts

    def __exit__(self, *_: object) -> None:
        self.texts += self.peer.warned()


def _is_own(name: str) -> bool:
    """Whether a module is a file that the student's cells have written."""
    file = getattr(sys.modules.get(name), "__file__", None)
    return isinstance(file, str) and os.path.abspath(file).startswith(os.getcwd() + os.sep)


def _parameters(function: types.FunctionType) -> list | None:
    """Name, kind and whether there is a default, of each parameter."""
    code, others = function.__code__, vars(function)
    if not (others or code.co_flags & MORE or code.co_kwonlyargcount or code.co_posonlyargcount):
        # As of most functions; a signature takes ten times as long.
        needed = code.co_argcount - len(function.__defaults__ or ())
        names = code.co_varnames[: code.co_argcount]
        return [[name, EITHER, place >= needed] for place, name in enumerate(names[:MOST])]
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    return [[p.name, int(p.kind), p.default is not p.empty] for p in list(parameters)[:MOST]]
