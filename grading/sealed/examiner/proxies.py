"""The examiner's side: handles of a student's functions and objects, and what they may call."""

from __future__ import annotations

import inspect
import socket
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from deepcalc.checking import ExerciseError
from grading.text import plain

from ..wire.aliases import mutable_parts
from ..wire.channel import ANSWER, ASK, Disconnected, Overdue
from ..wire.codec import Ref, Uncrossable
from ..wire.rpc import OPERATORS, Peer

__all__ = ["ExaminerPeer", "Handle", "MissingAttribute"]

# Exceptions of the examiner's functions that a student may see as they are.
SAYABLE: tuple[type[Exception], ...] = (ArithmeticError, AttributeError, LookupError, MemoryError)
SAYABLE += (RecursionError, TypeError, ValueError)


UNARY = ("neg", "pos", "abs")
ARGUMENTS = 2 << 20  # bytes of arrays with which a student may call a function of the test
OBJECTS = 50_000  # of a student's process for which there are handles


class MissingAttribute(ExerciseError, AttributeError):
    """A student's object has no such attribute; `hasattr` and `getattr` understand it."""


class Handle:
    """Stands for an object in the student's process.

    Calls, operators and attributes go there, explicitly; nothing that Python or NumPy do by
    themselves (truth, equality, iteration, conversion to a number or an array) ever does.
    """

    __slots__ = ("__name__", "_number", "_parameters", "_peer")
    __array_ufunc__ = None  # array + handle is the handle's business
    __iter__ = None

    def __init__(self, peer: ExaminerPeer, ref: Ref) -> None:
        for slot, value in (
            ("_peer", peer),
            ("_number", ref.number),
            ("__name__", ref.name),
            ("_parameters", ref.parameters),
        ):
            object.__setattr__(self, slot, value)

    @property
    def __signature__(self) -> inspect.Signature | None:
        """For messages, that speak of parameters by name."""
        return _signature(self._parameters)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{name} of a student's object is private")
        return self._peer.ask("get", self._number, [name])

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            raise AttributeError(f"{name} of a student's object is private")
        self._peer.ask("set", self._number, [name, value])

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} is neither true nor false")

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError(f"{self!r} is no array")

    def __repr__(self) -> str:
        return f"<{self.__name__}>"


class FunctionHandle(Handle):
    """A function, a class, or an object that can be called."""

    __slots__ = ()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._peer.ask("call", self._number, args, kwargs)


def _operator(name: str, reflected: bool = False) -> Callable:
    def unary(self: Handle) -> Any:
        return self._peer.ask(name, None, [self])

    def binary(self: Handle, other: Any) -> Any:
        return self._peer.ask(name, None, [other, self] if reflected else [self, other])

    return unary if name in UNARY else binary


for _name in OPERATORS:
    setattr(Handle, f"__{_name}__", _operator(_name))
    if _name not in UNARY:
        setattr(Handle, f"__r{_name}__", _operator(_name, reflected=True))


def _signature(parameters: Any) -> inspect.Signature | None:
    """A signature from the wire, for messages that speak of parameters by name."""
    if parameters is None:
        return None
    try:
        made = [
            inspect.Parameter(
                name, inspect._ParameterKind(kind), default=... if default else _EMPTY
            )
            for name, kind, default in parameters[:20]
        ]
        return inspect.Signature(made)
    except (TypeError, ValueError, LookupError):
        return None


_EMPTY = inspect.Parameter.empty


def _needed(function: Callable) -> inspect.Signature:
    """The parameters that a caller must give."""
    try:
        every = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return inspect.Signature([inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY)])
    return inspect.Signature([p for p in every if p.default is _EMPTY])


class ExaminerPeer(Peer):
    """The trusted end.  It serves calls of functions that a test passed in, and nothing else."""

    trusted = True

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(connection)
        self.failure: BaseException | None = None
        self._classes: dict[tuple[str, type[Handle]], type[Handle]] = {}
        self._arities: dict[int, int] = {}

    def describe(self, value: Any) -> tuple[str, str, list | None]:
        if isinstance(value, Handle):
            raise Uncrossable("an object of an earlier process")
        if not callable(value):
            raise Uncrossable(f"a {type(value).__name__}")
        return "function", str(getattr(value, "__name__", "function"))[:200], None

    def own_number(self, value: Any) -> int | None:
        return value._number if isinstance(value, Handle) and value._peer is self else None

    def proxy(self, ref: Ref) -> Handle:
        if len(self._proxies) >= OBJECTS:
            raise Disconnected("the process handed over too many objects")
        base = Handle if ref.kind == "object" else FunctionHandle
        name = ref.name if ref.kind == "object" and ref.name.isidentifier() else "function"
        if (name, base) not in self._classes:
            if len(self._classes) > 100:
                name = "object"
            self._classes[name, base] = type(name, (base,), {"__slots__": ()})
        return self._classes[name, base](self, ref)

    def handle(self, op: str, target: Any, args: list, kwargs: dict) -> Any:
        if op != "call" or type(target) is not int or not 0 <= target < len(self._exported):
            raise Disconnected("the process asked for what it may not have")
        function = self._exported[target]
        if kwargs or len(args) > self._arity(target, function):
            # A default is how a test binds a value of its own; it is not the student's to give.
            _needed(function).bind(*args, **kwargs)
        parts = mutable_parts([*args, *kwargs.values()])
        if sum(part.nbytes for part in parts if type(part) is np.ndarray) > ARGUMENTS:
            raise ValueError("the arguments are too large")
        return function(*args, **kwargs)

    def _arity(self, target: int, function: Callable) -> int:
        if target not in self._arities:
            self._arities[target] = len(_needed(function).parameters)
        return self._arities[target]

    def report(self, error: BaseException) -> dict:
        if isinstance(error, Uncrossable):
            return {"type": "TypeError", "message": str(error)}
        if isinstance(error, ExerciseError):
            return {"type": error.type_name, "message": error.message}
        if isinstance(error, SAYABLE):
            return {"type": type(error).__name__, "message": str(error)[:500]}
        if isinstance(error, Exception):
            return {"type": "RuntimeError", "message": "the function that was passed in failed"}
        raise error

    def revive(self, report: dict) -> BaseException:
        texts = [report.get(key, "") for key in ("type", "message", "line", "inside", "words")]
        number = report.get("line_number")
        if not (all(type(text) is str for text in texts) and type(number) in (int, type(None))):
            self.failure = Disconnected("the process sent a malformed answer")
            raise self.failure
        kind, message, line, inside, words = (text[:2000] for text in texts)
        base = MissingAttribute if kind == "AttributeError" else ExerciseError
        return base(kind[:100], message, number, line[:500], inside[:100], words[:500])

    def warn(self, texts: list[str]) -> None:
        for text in texts[:3]:
            warnings.warn(plain(text, 200), RuntimeWarning, stacklevel=3)

    def run(self, sources: list[str], names: list[str]) -> int:
        """Have cells run one after the other, and then names looked up.

        Returns
        -------
        the number of the request, for `outcome`
        """
        return self.channel.request([ASK, "run", sources, [names], {}])

    def outcome(self, request: int) -> dict:
        """What became of the next of the cells, or at the end of the names, once that is known."""
        _, message = self.channel.receive(request)
        if message[0] != ANSWER or type(message[1]) is not dict:
            raise Disconnected("the process sent a malformed answer")
        return message[1]

    def ask(self, *request: Any, **more: Any) -> Any:
        if self.failure is not None:
            raise self.failure
        try:
            return super().ask(*request, **more)
        except (Disconnected, Overdue) as error:
            self.failure = error
            raise
