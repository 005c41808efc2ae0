"""Calls across the socket look like calls within one process, and reach nothing else."""

from __future__ import annotations

import inspect
import socket
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import msgpack
import numpy as np
import pytest

import grading.sealed.examiner.calls  # noqa: F401 - registers itself with the checks
from deepcalc.checking import ExerciseError
from deepcalc.checking._answers import Request, Requests, answers
from deepcalc.checking._contracts import known
from grading.sealed.examiner.proxies import ExaminerPeer, Handle
from grading.sealed.student.peer import StudentPeer
from grading.sealed.wire.arguments import check_finite
from grading.sealed.wire.channel import ANSWER, ASK, READY, Disconnected, Overdue
from grading.sealed.wire.codec import PREFIX, frame


class Shell:
    """As much of IPython as the student's side needs for plain cells."""

    def __init__(self) -> None:
        self.user_ns: dict = {"__name__": "__main__"}
        self.compile = type("compile", (), {"flags": 0})()


@pytest.fixture
def peer(monkeypatch: pytest.MonkeyPatch) -> Iterator[ExaminerPeer]:
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    ours, theirs = socket.socketpair()
    student = StudentPeer(theirs, Shell())

    def serve() -> None:
        try:
            while True:
                student.serve(*student.channel.receive())
        except Disconnected:
            pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    made = ExaminerPeer(ours)
    made.student = student
    with warnings.catch_warnings():
        yield made
    ours.close()
    theirs.close()


@pytest.fixture
def define(peer: ExaminerPeer) -> Callable[..., list]:
    """Run a cell on the student's side and look names up."""

    def run(source: str, *names: str) -> list:
        request = peer.run([source], list(names))
        answer, seen = peer.outcome(request), peer.outcome(request)
        assert answer["error"] is None, answer
        return [seen["found"][name] for name in names]

    return run


def test_call_returns_plain_values(define: Callable) -> None:
    (f,) = define("def f(x, y=1):\n    return {'sum': x + y, 'pair': (x, [y])}", "f")
    assert f(2, y=3) == {"sum": 5, "pair": (2, [3])}
    assert f.__name__ == "f"
    assert str(f.__signature__) == "(x, y=Ellipsis)"


def test_function_that_is_passed_in_is_called_back(define: Callable) -> None:
    (f,) = define("def f(g, x):\n    return g(g(x)) + g.__name__", "f")

    def double(text: str) -> str:
        return 2 * text

    assert f(double, "ab") == "ababababdouble"


def test_returned_function_stays_behind_a_handle(define: Callable) -> None:
    (make,) = define(
        "def make(n):\n    return lambda x, f=None: (f or (lambda y: y))(x + n)", "make"
    )
    add = make(3)
    assert isinstance(add, Handle)
    assert add(4) == 7
    assert add(4, f=make(10)) == 17  # one's own function comes back as itself
    assert add(4, f=lambda y: -y) == -7


def test_objects_work_through_operators_attributes_and_methods(define: Callable) -> None:
    source = """
class V:
    def __init__(self, data): self.data = data
    def __add__(self, other): return V(self.data + getattr(other, "data", other))
    __radd__ = __add__
    def __neg__(self): return V(-self.data)
    def __pow__(self, n): return V(self.data ** n)
    def show(self): return "V%s" % self.data
"""
    (V,) = define(source, "V")
    v = -(1 + V(2) ** 3 + V(1.0))
    assert v.data == -10.0
    assert v.show() == "V-10.0"
    assert type(v).__name__ == "V"
    v.data = 5
    assert v.show() == "V5"
    assert not hasattr(v, "grad")
    with pytest.raises(ExerciseError, match="unsupported operand"):
        v * 2


LIAR = """
class Liar:
    def __getattribute__(self, name): return 1.0
    def __eq__(self, other): return True
    def __float__(self): return 1.0
    def __array__(self, *a): return __import__("numpy").ones(3)
    def __len__(self): return 3
    def __iter__(self): return iter([1.0] * 3)
    def __bool__(self): return True
liar = Liar()
"""


def test_handle_never_converts_by_itself(define: Callable) -> None:
    (liar,) = define(LIAR, "liar")
    assert (liar == 1.0) is False
    assert (np.ones(3) == liar) is False
    for attempt in (float, bool, len, iter, np.asarray, np.sum, np.float64):
        with pytest.raises(TypeError):
            attempt(liar)
    for private in ("__dict__", "_secret", "__array_interface__"):
        with pytest.raises(AttributeError):
            getattr(liar, private)


def test_changed_arguments_are_seen(define: Callable) -> None:
    (f,) = define(
        "def f(a, l, d):\n    a += 1\n    l.append(2)\n    d['W'][0] = 9\n    d['new'] = a", "f"
    )
    a, inner = np.zeros(3), np.zeros(2)
    numbers, params = [1], {"W": inner}
    f(a, numbers, params)
    assert a.tolist() == [1, 1, 1]
    assert numbers == [1, 2]
    assert inner.tolist() == [9, 0]
    assert params["W"] is inner
    assert params["new"] is a


def test_unchanged_arguments_stay_untouched(define: Callable) -> None:
    (f,) = define("def f(a, l):\n    b = a.copy()\n    b += 1\n    return b", "f")
    a = np.zeros(3)
    a.flags.writeable = False
    assert f(a, [a]).tolist() == [1, 1, 1]
    assert a.tolist() == [0, 0, 0]


def test_returned_argument_is_the_same_object(define: Callable) -> None:
    (f,) = define("def f(a, d):\n    return a, d, a[1:], a.T, d['W'], a.copy()", "f")
    a, d = np.arange(6.0).reshape(2, 3), {"W": np.zeros(2)}
    whole, params, part, turned, weight, copy = f(a, d)
    assert whole is a
    assert params is d
    assert weight is d["W"]
    assert np.shares_memory(part, a)
    assert part.tolist() == [[3, 4, 5]]
    assert np.shares_memory(turned, a)
    assert turned.tolist() == a.T.tolist()
    assert not np.shares_memory(copy, a)


def test_exception_crosses_with_the_students_own_line(define: Callable) -> None:
    (f,) = define("def f(x):\n    y = x - x\n    return 1 / y", "f")
    with pytest.raises(ExerciseError) as caught:
        f(1)
    error = caught.value
    assert (error.type_name, error.message) == ("ZeroDivisionError", "division by zero")
    assert (error.line_number, error.line, error.inside) == (3, "return 1 / y", "f")


def test_exception_of_a_callback_reaches_the_student_as_a_builtin(define: Callable) -> None:
    source = """
def f(g):
    try:
        g("nonsense")
    except Exception as error:
        return type(error).__name__, str(error), error.__traceback__.tb_next is None
"""
    (f,) = define(source, "f")
    assert f(lambda x: x / 2)[0] == "TypeError"

    class Secret(Exception):
        pass

    def fails(x: object) -> None:
        raise Secret("expected 42")

    assert f(fails)[:2] == ("RuntimeError", "the function that was passed in failed")


def test_value_that_cannot_cross_is_the_students_error(define: Callable) -> None:
    (f,) = define("import fractions\ndef f():\n    return fractions.Fraction(1, 2)", "f")
    with pytest.raises(ExerciseError, match="a fractions Fraction cannot be handed over"):
        f()


def test_numeric_warnings_cross_with_the_answer(define: Callable, peer: ExaminerPeer) -> None:
    (f,) = define("import numpy as np\ndef f(x):\n    return np.log(x)", "f")
    told: list[str] = []
    peer.warn = told.extend
    f(np.zeros(1))
    assert told == ["divide by zero encountered in log"]
    f(np.ones(1))
    assert len(told) == 1


def test_student_reaches_nothing_but_what_was_passed_in(peer: ExaminerPeer) -> None:
    reached = []
    peer.own_table = peer._exported
    for request in (
        [ASK, "get", 0, ["__globals__"], {}],
        [ASK, "call", 0, [], {}],
        [ASK, "run", ["1"], [["secret"]], {}],
        [ASK, "call", -1, [], {}],
    ):
        with pytest.raises(Disconnected):
            peer.answer(1, request)
            reached.append(request)
    assert not reached


@pytest.mark.parametrize(
    "data",
    [
        PREFIX.pack(1, 0, READY) + b"\xc0",
        b"\xff" * 16,
        PREFIX.pack(2, 0, READY) + b"\x91\x01",
        PREFIX.pack(5, 0, READY) + b"\x94\x01\x07\x81\x00",
        frame(msgpack.packb([ANSWER, 1, {}, []]), [], 1),
        frame(msgpack.packb([ASK, "call", 0, [], {}]), [], READY),
    ],
)
def test_malformed_frame_is_a_lost_process(data: bytes) -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(data)
    theirs.close()
    with ours, pytest.raises(Disconnected):
        ExaminerPeer(ours).channel.receive(READY)


def test_silence_and_dripping_bytes_are_overdue() -> None:
    import time

    ours, theirs = socket.socketpair()
    peer = ExaminerPeer(ours)
    peer.channel.deadline = time.monotonic() + 0.3

    def drip() -> None:
        with theirs, suppress(OSError):
            theirs.sendall(PREFIX.pack(4096, 0, READY))
            for _ in range(1000):
                theirs.sendall(b"\xc0")
                time.sleep(0.02)

    threading.Thread(target=drip, daemon=True).start()
    start = time.monotonic()
    with pytest.raises(Overdue):
        peer.channel.receive(READY)
    assert time.monotonic() - start < 10
    ours.close()


def test_endless_callbacks_end(define: Callable, peer: ExaminerPeer) -> None:
    (f,) = define("def f(g):\n    while True:\n        g(0)", "f")
    peer.requests_left = 50
    with pytest.raises(ExerciseError, match="too many calls"):
        f(lambda x: x)
    (h,) = define("def h(g):\n    return g(g)", "h")
    with pytest.raises(ExerciseError):
        h(lambda g: h(g))


def test_late_answer_to_another_request_is_passed_over(
    peer: ExaminerPeer, define: Callable
) -> None:
    f, g = define("def f(x):\n    return x\n\ndef g(x):\n    return -x", "f", "g")
    assert f(1) == 1
    late = [ANSWER, "late", {}, []]
    peer.student.channel.answer(late, peer.channel._asked)
    peer.student.channel.answer([ANSWER, np.zeros(3), {}, []], peer.channel._asked - 1)
    assert g(2) == -2
    assert f(3) == 3


MANY = """
import warnings
kept = np.zeros(2)

def f(x, h=0):
    if h == 1:
        raise ValueError("one")
    if h == 2:
        x += 1
    if h == 3:
        warnings.warn("hm", RuntimeWarning)
    if h == 4:
        kept[...] = x
        return kept
    if h == 5:
        return object()
    if h == 6:
        return lambda y: x + y
    if h == 7:
        return {"a": [x[:1]]}
    return x * 2
"""


def test_many_calls_are_carried_out_with_one_message(
    define: Callable, peer: ExaminerPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What becomes of each call is what would become of it in one process."""
    (f,) = define("import numpy as np\n" + MANY, "f")
    namespace: dict = {"np": np}
    exec(MANY, namespace)

    def requests() -> list[Request]:
        more = {6: (np.ones(2),)}
        calls = enumerate((*range(8), 4, 0))
        return [Request((np.full(2, n + 1.0),), {"h": h}, more.get(h), True) for n, h in calls]

    sent, given, there = [], requests(), requests()
    send = peer.channel._send
    monkeypatch.setattr(peer.channel, "_send", lambda *a: (sent.append(a), send(*a)))
    far, near = answers(f, given), answers(namespace["f"], there)
    assert len(sent) == 1
    for one, other in zip(far, near, strict=True):
        assert repr(one.result) == repr(other.result) or "object object" in repr(other.result)
        assert (list(one.warned), one.kept) == (list(other.warned), other.kept)
        assert (one.changed, one.shared) == (other.changed, other.shared)
    assert [n for n, reply in enumerate(far) if not reply.kept] == [4]
    assert [reply.changed for reply in far] == ["", "", "0", *[""] * 7]
    assert [n for n, reply in enumerate(far) if reply.shared] == [7]
    assert far[1].error.type_name == "ValueError" and far[1].error.message == "one"
    assert "cannot be handed over" in far[5].error.message
    assert repr(given) == repr(there) == repr(requests())


def test_requests_to_many_functions_are_encoded_once(
    define: Callable, peer: ExaminerPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But not where a function of this side is in them, which is known on one connection only."""
    packed = []
    pack = peer.channel.codec.pack
    monkeypatch.setattr(peer.channel.codec, "pack", lambda v: (packed.append(v), pack(v))[1])
    functions = define("def f(x, g):\n    x[0] = g(x[1])\n    return x\nh = f", "f", "h")
    for given, times in ((np.sin, 1), (lambda y: -y, 2)):
        packed.clear()
        requests = Requests([Request((np.array([1.0, 2.0]), given), {})] * 2)
        for function in functions:
            replies = answers(function, requests)
            assert [reply.changed for reply in replies] == ["0", "0"]
            assert all(reply.result[0] == given(2.0) for reply in replies)
        assert len(packed) == times


@pytest.mark.parametrize("exercise", ["minibatches", "numerical_gradient", "sgd_step"])
def test_a_contract_is_asked_for_by_its_name_as_often_as_one_likes(
    define: Callable, peer: ExaminerPeer, monkeypatch: pytest.MonkeyPatch, exercise: str
) -> None:
    """With its functions, and with random generators that are as fresh the second time."""
    spoil = "def spoilt(*args):\n    for part in args:\n"
    spoil += "        if isinstance(part, np.ndarray) and part.flags.writeable:\n"
    spoil += "            part[...] = 0\n"
    spoil += "    numbers = [a.random() for a in args if isinstance(a, np.random.Generator)]\n"
    spoil += "    return [numbers, [repr(a) for a in args if callable(a)]]"
    (far,) = define("import numpy as np\n" + spoil, "spoilt")
    namespace: dict = {"np": np}
    exec(spoil, namespace)
    sent = []
    send = peer.channel._send
    monkeypatch.setattr(peer.channel, "_send", lambda *a: (sent.append(a[0]), send(*a)))
    requests = known(exercise).requests
    here, *there = (answers(f, requests) for f in (namespace["spoilt"], far, far))
    assert [message[3] for message in sent] == [[exercise, ""]] * 2
    for replies in there:
        for one, other in zip(replies, here, strict=True):
            assert one._replace(warned=()) == other._replace(warned=())


@pytest.mark.parametrize(
    "lie",
    [
        "[]",
        "[[1]]",
        "None",
        "[[1, None, [], True]]",
        "{}",
        "[(1, None, [], True, '', False)]",
    ],
)
def test_malformed_replies_end_the_process(
    define: Callable, peer: ExaminerPeer, lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (f,) = define("def f(x):\n    return x", "f")
    monkeypatch.setattr(peer.student, "_answers", lambda *given: eval(lie))
    with pytest.raises(Disconnected):
        answers(f, [Request((1.0,), {})])
    assert peer.failure is not None


def test_replies_that_lie_are_taken_for_no_more_than_data(
    define: Callable, peer: ExaminerPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    (f,) = define("def f(x):\n    return x", "f")
    lie = [[""], np.ones(1), "f", {}, {0: [None, ["x" * 900], 1, "x" * 900, 0]}]
    monkeypatch.setattr(peer.student, "_answers", lambda *given: lie)
    [reply] = answers(f, [Request((1.0,), {})])
    assert reply == (1.0, None, ["x" * 200], False, "x" * 200, True)


ONE: tuple = ([""], np.ones(1), "f", {})  # the parts of one result


@pytest.mark.parametrize(
    "lie",
    [
        "text",
        [*ONE],
        [*ONE, []],
        [*ONE, {}, {}],
        [{}, np.ones(1), "f", {}, {}],
        [[], np.ones(0), "", {}, {}],
        [["", ""], np.ones(2), "ff", {}, {}],
        [[""], np.ones(2), "f", {}, {}],
        [[""], [1.0], "f", {}, {}],
        [[None], np.ones(0), "", [1], {}],
        *([*ONE, {number: [None, [], True, "", False]}] for number in (1, -1, 0.0, "0", True)),
        [*ONE, {0: None}],
        [*ONE, {0: [None, [], True, ""]}],
        [*ONE, {0: ["no error", [], True, "", False]}],
        [*ONE, {0: [None, [3], True, "", False]}],
        [*ONE, {0: [None, "text", True, "", False]}],
        [*ONE, {0: [{"type": 3}, [], True, "", False]}],
        [*ONE, {0: [None, [], True, 3, False]}],
    ],
    ids=repr,
)
def test_replies_of_another_form_are_malformed(
    define: Callable, peer: ExaminerPeer, monkeypatch: pytest.MonkeyPatch, lie: list
) -> None:
    (f,) = define("def f(x):\n    return x", "f")
    monkeypatch.setattr(peer.student, "_answers", lambda *given: lie)
    with pytest.raises(Disconnected, match="malformed"):
        answers(f, [Request((1.0,), {})])
    assert isinstance(peer.failure, Disconnected)


@pytest.mark.parametrize("shared", [False, True])
def test_lists_of_ours_that_come_back_without_end_are_refused(shared: bool) -> None:
    lists: list[list] = [[n] for n in range(9)]
    check_finite([lists, [lists] * 100])
    for one, other in zip(lists, lists[1:] if shared else [*lists[1:], lists[0]], strict=False):
        one[:] = [other] * 100
    with pytest.raises(Disconnected, match="without end"):
        check_finite([lists])


@pytest.mark.parametrize("body", ["x.append(x)", "x[:] = [x] * 9", "x[0].append(x)"])
def test_call_that_leaves_an_argument_without_end_loses_its_process(
    define: Callable, body: str
) -> None:
    (f,) = define(f"def f(x):\n    {body}\n    return 1.0", "f")
    with pytest.raises(Disconnected, match="without end"):
        f([[1.0], 2.0])


@pytest.mark.parametrize("key", ["type", "message", "line", "inside", "words", "line_number"])
def test_report_with_something_else_than_text_loses_its_process(
    peer: ExaminerPeer, key: str
) -> None:
    with pytest.raises(Disconnected):
        peer.revive({"type": "ValueError", "message": "no", key: [np.zeros((2,) * 16)]})
    assert isinstance(peer.failure, Disconnected)


@pytest.mark.parametrize(
    "parameters",
    ["", "x", "x, h=1e-5", "x, /, y", "x, *, h", "*args", "x, y=2, *more, h=3, k, **others"],
)
@pytest.mark.parametrize("wrapped", ["", "import functools\n@functools.wraps(lambda a, b: 0)\n"])
def test_parameters_are_known_by_name(define: Callable, parameters: str, wrapped: str) -> None:
    source = f"{wrapped}def f({parameters}):\n    pass"
    (f,) = define(source, "f")
    namespace: dict[str, Any] = {}
    exec(source, namespace)

    def told(function: Callable) -> list:
        found = inspect.signature(function).parameters.values()
        return [(p.name, p.kind, p.default is p.empty) for p in found]

    assert told(f) == told(namespace["f"])
