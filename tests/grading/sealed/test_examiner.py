"""Honest work keeps its points; each wrong, broken or hostile answer loses its own and no other."""

from __future__ import annotations

import contextlib
import gc
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from deepcalc.checking import _explaining
from deepcalc.checking._cases import Case
from deepcalc.checking._contracts import Contract, Terms, Told
from deepcalc.checking._outcomes import fingerprint, outcomes
from grading.sealed.examiner import bounds
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.bounds import alarm
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.question import inputs
from grading.sealed.examiner.sitting import Sitting
from grading.sealed.wire.channel import Overdue

ROOT = Path(__file__).parents[3]
ALL = {"square": "passed", "slope": "passed", "step": "passed", "Value": "passed"}


def test_right_answers_get_all_points(grade: Callable) -> None:
    report = grade()
    assert report.as_dict() == {
        "assignment": "small",
        "score": 8,
        "max_score": 8,
        "isolation": "bwrap+namespaces",
        "seed": 1,
        "exercises": [
            {
                "grade_id": f"test_{name}",
                "points": 2,
                "score": 2,
                "verdict": "passed",
                "message": "Right.",
                "diagnosis": "",
            }
            for name in ALL
        ],
    }


HONEST = {
    "list comprehension and NumPy": "def square(x):\n    return np.multiply(x, x)",
    "lambda": "square = lambda x: x ** 2",
    "closure": "def make(n):\n    return lambda x: x ** n\nsquare = make(2)",
    "callable object": "class S:\n    def __call__(self, x):\n        return x * x\nsquare = S()",
    "print": "def square(x):\n    print(x)\n    return x * x\nprint('x' * 10)",
    "warning": "import warnings\ndef square(x):\n    warnings.warn('odd')\n    return x * x",
    "flood": "def square(x):\n    return x * x\nfor _ in range(3000):\n    print('x' * 5000)",
    "magic": "%matplotlib inline\n%time y = 1\n!echo hello\ndef square(x):\n    return x * x",
    "cell magic": "%%time\ndef square(x):\n    return x * x",
    "install": "%pip install torch\ndef square(x):\n    return x * x",
    "widget": "import ipywidgets\nipywidgets.IntSlider()\ndef square(x):\n    return x * x",
    "help": "np.sin?\ndef square(x):\n    return x * x",
    "unused input": "name = input('Who? ')\ndef square(x):\n    return x * x",
    "plot": "import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\n"
    "def square(x):\n    return x * x",
    "display": "from IPython.display import display\ndisplay(3)\n"
    "def square(x):\n    return x * x\nsquare",
    "raises after": "def square(x):\n    return x * x\nsquare('a')",
    "exit after": "def square(x):\n    return x * x\nexit()",
    "file": "open('notes.txt', 'w').write('1')\ndef square(x):\n    return x * x",
    "numpy float": "def square(x):\n    return np.float64(1) * x * x",
    "float subclass": "class F(float): pass\ndef square(x):\n    y = x * x\n"
    "    return F(y) if np.isscalar(y) else y",
    "list for array": "def square(x):\n    y = np.asarray(x) ** 2\n    return y.tolist()",
    "threads": "from concurrent.futures import ThreadPoolExecutor as T\ndef square(x):\n"
    "    with T(2) as t:\n        return t.submit(lambda: x * x).result()",
    "processes": "import multiprocessing as m\ncontext = m.get_context('fork')\n"
    "shared, raw = context.Array('d', 3), context.RawArray('d', 3)\nqueue = context.Queue()\n"
    "def work():\n    shared[0], raw[0] = 1, 2\n    queue.put(np.ones(3))\n"
    "one = context.Process(target=work)\none.start()\ngot = queue.get()\none.join()\n"
    "with context.Pool(2) as pool:\n    got = pool.map(abs, [-1, 2])\n"
    "def square(x):\n    return x * x * shared[0] * raw[0] / 2 * got[0]",
    "temporary file": "import tempfile\nf = tempfile.TemporaryFile()\nnp.save(f, np.ones(9))\n"
    "f.seek(0)\nm = np.memmap(f, mode='r+')\ndef square(x):\n    return x * x + 0 * m[0]",
    "recursion": "import sys\nsys.setrecursionlimit(5000)\ndef d(n):\n    return n and d(n - 1)\n"
    "d(3000)\ndef square(x):\n    return x * x",
    "dataclass": "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: float\n"
    "def square(x):\n    return P(x).x * x",
    "await": "import asyncio\nawait asyncio.sleep(0)\ndef square(x):\n    return x * x",
    "one's own checks": "def square(x):\n    return x * x\n"
    "check.value(square, 2.0, expected=4.0)",
}  # fmt: skip


@pytest.mark.parametrize("answer", HONEST.values(), ids=HONEST.keys())
def test_honest_answer_keeps_its_points(grade: Callable, verdicts: Callable, answer: str) -> None:
    assert verdicts(grade(square=answer)) == ALL


WRONG = {
    "stub": ("def square(x):\n    raise NotImplementedError()", "not_attempted"),
    "wrong": ("def square(x):\n    return 2 * x", "failed"),
    "nothing": ("def square(x):\n    pass", "failed"),
    "raises": ("def square(x):\n    return x / 0 + undefined", "error"),
    "syntax error": ("def square(x):\n    return x * * x", "error"),
    "raises before": ("1 / 0\ndef square(x):\n    return x * x", "error"),
    "renamed": ("def squared(x):\n    return x * x", "missing"),
    "deleted": (None, "missing"),
    "empty": ("", "missing"),
    "number": ("square = 9.0", "error"),
    "module": ("import math as square", "error"),
    "figure": ("def square(x):\n    import matplotlib.pyplot as p\n    return p.figure()", "error"),
    "generator": ("def square(x):\n    yield x * x", "error"),
    "objects": ("def square(x):\n    return np.array([object()])", "error"),
    "nan": ("def square(x):\n    return x * np.nan", "failed"),
    "memorised": ("def square(x):\n    return 9.0", "failed"),
    "mutates": ("def square(x):\n    y = x * x\n    if np.ndim(x):\n        x[:] = 0\n    return y",
                "failed"),
    "hang in the cell": ("while True:\n    pass\ndef square(x):\n    return x * x", "timeout"),
    "hang in the call": ("def square(x):\n    while True:\n        pass", "timeout"),
    "stubborn loop": ("def square(x):\n    while True:\n        try:\n"
                      "            while True: pass\n"
                      "        except BaseException: pass", "timeout"),
    "sleep": ("import time\ndef square(x):\n    time.sleep(1000)", "timeout"),
    "ignores signals": ("import signal, time\nfor s in range(1, 32):\n"
                        "    try: signal.signal(s, 1)\n    except (OSError, ValueError): pass\n"
                        "def square(x):\n    time.sleep(99)", "timeout"),
    "memory in the call": ("def square(x):\n    return np.ones(10**10)", "memory"),
    "memory in the cell": ("y = np.ones(10**10)\ndef square(x):\n    return x", "memory"),
    "growing memory": ("def square(x):\n    y = []\n    while True: y.append(np.empty(10**6))",
                       "memory"),
    "exit in the call": ("import os\ndef square(x):\n    os._exit(0)", "error"),
    "exit in the cell": ("import os\ndef square(x):\n    return x * x\nos._exit(0)", "error"),
    "sys.exit": ("import sys\ndef square(x):\n    sys.exit()", "error"),
    "abort": ("import os\ndef square(x):\n    os.abort()", "error"),
    "crash": ("import ctypes\ndef square(x):\n    ctypes.string_at(0)", "error"),
    "endless recursion": ("def square(x):\n    return square(x)", "error"),
    "closed descriptors": ("import os\ndef square(x):\n    os.closerange(0, 99)", "error"),
    "garbage": ("import os\ndef square(x):\n    os.write(3, b'x' * 99)\n    return x", "error"),
    "forged answer": ("import os, struct, sys\ndef square(x):\n    frame = sys._getframe()\n"
                      "    while 'number' not in frame.f_locals:\n        frame = frame.f_back\n"
                      "    prefix = struct.pack('>IIi', 5, 0, -frame.f_locals['number'])\n"
                      "    os.write(3, prefix + bytes([148, 1, 9, 128, 144]))\n"
                      "    return x", "failed"),
    "too much": ("def square(x):\n    return np.ones(9 << 20)", "error"),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "verdict"), WRONG.values(), ids=WRONG.keys())
def test_bad_answer_costs_its_own_points_only(
    grade: Callable, verdicts: Callable, answer: str | None, verdict: str
) -> None:
    report = grade(square=answer)
    assert verdicts(report) == ALL | {"square": verdict}
    assert report.score == 6
    assert "secret" not in str(report.as_dict())


BOMBS = {
    "fork bomb": "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
    "thread bomb": (
        "import threading, time\nwhile True:\n"
        "    try: threading.Thread(target=time.sleep, args=(99,)).start()\n"
        "    except RuntimeError: pass"
    ),
    "shared memory bomb": "import os\nwhile True:\n"
    "    open('/dev/shm/%d' % os.getpid(), 'ab').write(b'x' * 10**6)",
    "left behind": "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(999)",
    "killer": "import os, signal\nfor p in [*range(1, 300), -1]:\n"
    "    try: os.kill(p, signal.SIGKILL)\n    except OSError: pass\nos.kill(os.getppid(), 9)",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_bomb_in_an_added_cell_costs_nothing(
    grade: Callable, verdicts: Callable, bomb: str
) -> None:
    assert verdicts(grade(bomb)) == ALL
    assert verdicts(grade()) == ALL


def test_full_disk_is_an_error_of_its_own_cell(grade: Callable, verdicts: Callable) -> None:
    fill = "with open('big', 'wb') as f:\n    for _ in range(300): f.write(bytes(1 << 20))\n"
    report = grade(square=fill + "def square(x):\n    return x * x")
    assert verdicts(report) == ALL | {"square": "error"}
    assert "space" in report.exercises[0].message or "large" in report.exercises[0].message
    many = "for n in range(10**5): open(str(n), 'w')\n"
    assert verdicts(grade(square=many)) == ALL | {"square": "error"}


SNOOP = """
import glob, os, socket, subprocess, sys
def attempt(f, *args):
    try: return f(*args)
    except BaseException: return None
seen = {
    "processes": [p for p in glob.glob("/proc/*")],
    "course": os.path.exists("THE COURSE") or glob.glob("/home/*/*"),
    "opt": sorted(glob.glob("/opt/course/*/*.py")),
    "environment": sorted(os.environ),
    "network": [attempt(socket.create_connection, (a, 53), 0.2) for a in ("127.0.0.1", "1.1.1.1")],
    "vsock": attempt(socket.socket, 40, socket.SOCK_STREAM),
    "written": [p for p in ("/", "/opt/course", "/usr", "/dev", "/etc") if os.access(p, os.W_OK)],
    "ids": (os.getuid() > 0, os.getpid(), os.getppid()),
    "modules": [m for m in sys.modules if "grading" in m or "examiner" in m or "canonical" in m],
    "descriptors": [n for n in range(64) if attempt(os.fstat, n) is not None],
    "unshare": subprocess.run(["unshare", "-Ur", "true"], capture_output=True).returncode,
    "tmp": os.listdir("/tmp") + os.listdir("/dev/shm"),
    "shadow": attempt(open, "/etc/shadow"),
}
open("/tmp/left", "w").write("behind"); open("/dev/shm/left", "w").write("behind")
import deepcalc; deepcalc.left = np.left = "behind"
raise RuntimeError(repr(seen))
"""


def test_student_sees_nothing_but_the_system(grade: Callable, examiner: Examiner) -> None:
    for _ in range(2):
        report = grade(square=SNOOP.replace("THE COURSE", str(ROOT)))
        error = report.exercises[0].message
        seen = eval(error[error.index("RuntimeError: ") + 14 :])
        assert seen["processes"] == []
        assert not seen["course"]
        assert not [f for f in seen["opt"] if "examiner" in f or "source" in f]
        assert seen["network"] == [None, None]
        assert seen["vsock"] is None
        assert seen["written"] == []
        assert seen["ids"] == (True, 1, 0)
        assert set(seen["modules"]) <= {"sealed"}
        assert seen["descriptors"] == [0, 1, 2, 3]
        assert seen["unshare"] != 0
        assert seen["tmp"] == []
        assert seen["shadow"] is None
        assert not [k for k in seen["environment"] if "COURSE" in k or "TOKEN" in k]
    again = grade(square="assert not hasattr(np, 'left')\ndef square(x):\n    return x * x")
    assert again.score == 8


LYING = {
    "equal to all": "class L(float):\n    def __eq__(s, o): return True\n    __sub__ = __rsub__ = "
    "lambda s, o: 0.0\n    __abs__ = __float__ = lambda s: 0.0\ndef square(x):\n    return L(1)",
    "array": "class A(np.ndarray):\n    def __array_ufunc__(s, *a, **k): return np.True_\n"
    "def square(x):\n    return np.ones(np.shape(x)).view(A)",
    "object": "class O:\n    def __getattr__(s, n): return s\n    def __array__(s, *a, **k):\n"
    "        return np.ones(3)\ndef square(x):\n    return O()",
    "patched": "np.abs = np.isfinite = lambda *a: True\ncheck.value = lambda *a, **k: None\n"
    "import builtins\nbuiltins.abs = lambda x: 0\ndef square(x):\n    return 0.0",
    "traceback": "import sys\ndef square(x):\n    f = sys._getframe()\n    while f:\n"
    "        if 'expected' in f.f_locals: return f.f_locals['expected']\n        f = f.f_back",
}


@pytest.mark.parametrize("answer", LYING.values(), ids=LYING.keys())
def test_lies_get_no_points(grade: Callable, verdicts: Callable, answer: str) -> None:
    assert verdicts(grade(square=answer)) == ALL | {"square": "failed"}


def test_values_of_the_input_come_back_by_identity(grade: Callable, verdicts: Callable) -> None:
    aliased = "def step(p, g):\n    return {k: p[k] if k == 'b' else p[k] * 0.9 for k in p}"
    assert verdicts(grade(step=aliased)) == ALL
    in_place = "def step(p, g):\n    p['W'] -= 0.1 * g['W']\n    return p"
    assert verdicts(grade(step=in_place)) == ALL | {"step": "failed"}


def test_generator_of_random_numbers_crosses_and_moves_on(
    examiner: Examiner, source: dict, submit: Callable
) -> None:
    for cell in source["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "test_square":
            cell["source"] = (
                "rng, twin = (np.random.default_rng(3) for _ in range(2))\n"
                "check.value(square, rng, expected=twin.random(3))\n"
                "check.same(rng.random(), twin.random(), 'the next number')"
            )
    right = submit(square="def square(rng):\n    return rng.random(3)")
    report = examiner.grade(Assignment.from_notebook(source, "random"), right)
    assert report.exercises[0].verdict == "passed"


@pytest.mark.parametrize("kind", ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])
def test_generator_of_any_kind_crosses_with_the_children_that_it_spawned(
    examiner: Examiner, source: dict, submit: Callable, kind: str
) -> None:
    for cell in source["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "test_square":
            cell["source"] = (
                f"rng, twin = (np.random.Generator(np.random.{kind}(3)) for _ in range(2))\n"
                "rng.spawn(1), twin.spawn(1), rng.random(4, dtype='f'), twin.random(4, dtype='f')\n"
                "for _ in range(2):\n"
                "    [child] = twin.spawn(1)\n"
                "    wanted = child.random(3)\n"
                "    check.same(check.call(square, rng), wanted, 'what the child draws')\n"
                "check.same(rng.random(), twin.random(), 'the next number')"
            )
    right = submit(square="def square(rng):\n    return rng.spawn(1)[0].random(3)")
    report = examiner.grade(Assignment.from_notebook(source, "spawned"), right)
    assert report.exercises[0].verdict == "passed", report.exercises[0].diagnosis


def test_numeric_warning_fails_a_check_that_forbids_it(
    examiner: Examiner, source: dict, submit: Callable
) -> None:
    for cell in source["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "test_square":
            cell["source"] = "check.value(square, np.zeros(1), expected=[0.0], no_warnings=True)"
    quiet = Assignment.from_notebook(source, "quiet")
    loud = "def square(x):\n    np.log(x)\n    return x * x"
    hushed = "import warnings\nwarnings.simplefilter('ignore')\n" + loud
    assert examiner.grade(quiet, submit()).score == 8
    assert examiner.grade(quiet, submit(square=loud)).score == 6
    assert examiner.grade(quiet, submit(square=hushed)).score == 6


def test_error_is_told_in_the_students_words(grade: Callable) -> None:
    report = grade(square="def square(x):\n    y = x + 'a'\n    return y")
    diagnosis = report.exercises[0].diagnosis
    assert "TypeError: unsupported operand" in diagnosis
    assert "in line 2: y = x + 'a'" in diagnosis
    report = grade(square="def square(x):\n    return x ** ** 2")
    assert "SyntaxError" in report.exercises[0].message
    assert "line 2" in report.exercises[0].diagnosis


def test_unreadable_submission_is_a_report_without_points(
    examiner: Examiner, assignment: Assignment
) -> None:
    report = examiner.grade(assignment, b"no notebook")
    assert report.score == 0
    assert {v.verdict for v in report.exercises} == {"missing"}


def test_seed_repeats_the_inputs(
    examiner: Examiner, assignment: Assignment, submit: Callable
) -> None:
    wrong = submit(square="def square(x):\n    return x * x if np.isscalar(x) else 0 * x")
    first, second = (examiner.grade(assignment, wrong, seed=5) for _ in range(2))
    assert first == second


def test_lost_warm_process_costs_nobody_anything(
    grade: Callable, verdicts: Callable, examiner: Examiner
) -> None:
    examiner.warm._started.process.kill()
    time.sleep(0.1)
    assert verdicts(grade()) == ALL


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A contract of `square`, with one mistake that is known by its mark."""

    def double(x):
        return x + x

    cases = tuple(Case((x,), x * x) for x in (3.0, -1.0, np.ones(3), np.arange(4).reshape(2, 2)))
    contract = Contract("square", cases, Terms())
    mark = fingerprint(outcomes(double, contract), contract.terms)
    contract = Contract("square", cases, Terms(), {mark: (Told("A sentence."),)})
    monkeypatch.setattr(_explaining, "known", {"square": contract}.get)


def test_known_mistake_is_named(known: None, grade: Callable) -> None:
    first = grade(square="def anything(x):\n    return 2 * x\nsquare = anything").exercises[0]
    assert (first.verdict, first.message) == ("failed", "A sentence.")
    assert first.explanation == "A sentence."
    assert grade(square="def square(x):\n    return 3 * x").exercises[0].explanation == ""


@pytest.mark.parametrize("length", [10**5, 10**7, 10**12])
def test_endless_range_beside_a_known_mistake_is_compared_with_nothing(
    known: None, grade: Callable, length: int
) -> None:
    report = grade(square=f"def square(x):\n    return range({length})")
    assert (report.score, report.exercises[0].explanation) == (6, "")


def test_wrong_answer_that_another_one_uses_is_named(grade: Callable) -> None:
    uses = "def step(params, grads):\n    return {k: square(params[k]) for k in params}"
    report = grade(square="def square(x):\n    return x", step=uses)
    assert report.exercises[2].message.startswith("step uses square, which is not right yet")
    alone = grade(step=uses)
    assert alone.exercises[2].explanation == ""


def test_no_submission_leaves_garbage_behind(grade: Callable) -> None:
    """Python's own collections are rare: a class's garbage would pile up until the next one."""
    wrong = {"square": "def square(x):\n    return x + x", "step": "raise ValueError"}
    grade(**wrong)
    gc.collect()
    gc.disable()
    try:
        grade(**wrong)
        assert not [left for left in gc.get_objects() if isinstance(left, Sitting)]
    finally:
        gc.enable()


def test_examiners_own_endless_computation_ends(grade: Callable, verdicts: Callable) -> None:
    huge = "def slope(f, x, h=1):\n    return f(10**2000) * f(f(f(f(f(10**2000)))))"
    assert verdicts(grade(slope=huge))["slope"] in ("error", "timeout")


def test_test_without_a_check_earns_nothing(
    examiner: Examiner, source: dict, submit: Callable
) -> None:
    for cell in source["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "test_square":
            cell["source"] = "square"
    report = examiner.grade(Assignment.from_notebook(source, "silent"), submit())
    assert [v.verdict for v in report.exercises] == ["failed", "passed", "passed", "passed"]


@pytest.mark.parametrize("then", ["import os; os._exit(1)", "while True: pass"])
def test_what_comes_after_the_first_failure_does_not_change_the_verdict(
    known: None, grade: Callable, then: str
) -> None:
    """A wrong answer is called again, to see which mistake it is."""
    code = f"\ncalls = []\n\ndef square(x):\n    if calls:\n        {then}\n    calls.append(x)\n"
    first, *others = grade(square=code + "    return -x").exercises
    assert (first.verdict, first.explanation) == ("failed", "")
    assert [v.verdict for v in others] == ["passed"] * 3


def test_alarms_within_each_other_ring_at_the_first() -> None:
    before = signal.getsignal(signal.SIGALRM)
    for outer, inner in ((0.2, 30.0), (30.0, 0.2)):
        began = time.monotonic()
        with pytest.raises(Overdue), alarm(outer):
            with contextlib.suppress(ValueError), alarm(20.0):
                raise ValueError
            with alarm(inner):
                time.sleep(10)
        assert time.monotonic() - began < 5
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_alarm_that_is_lost_in_a_destructor_rings_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def __del__(self) -> None:
            with contextlib.suppress(Overdue):
                time.sleep(10)

    monkeypatch.setattr(bounds, "AGAIN", 0.1)
    began = time.monotonic()
    with pytest.raises(Overdue), alarm(0.1):
        slow = Slow()
        del slow
        time.sleep(10)
    assert time.monotonic() - began < 5


def test_verdict_says_whether_a_seed_could_change_it(grade: Callable) -> None:
    double, zero = "def square(x):\n    return 2 * x", "def slope(f, x):\n    return 0"
    report = grade(square=double, slope=zero)
    seeded = {verdict.grade_id: verdict.seeded for verdict in report.exercises}
    assert seeded["test_square"]  # its first line draws
    assert not seeded["test_slope"]
    assert all("seeded" not in told for told in report.as_dict()["exercises"])


SITTING = '''"""slope(f, x) is the derivative."""
check.value(slope, np.exp, 0.0, expected=1.0, rtol=1e-4)
### BEGIN HIDDEN TESTS
check.sitting(
    slope, "slope", lambda f, x: np.cos(x), lambda rng, n: (np.sin, rng.normal(size=n)),
    rtol=1e-4, n=[1, 2, 3],
)
### END HIDDEN TESTS'''


def test_question_that_is_repeated_asks_what_it_would_ask_a_single_time(
    examiner: Examiner, source: dict, submit: Callable
) -> None:
    """Inputs that were drawn for another answer, and visible lines that ran, change no verdict."""
    for cell in source["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "test_slope":
            cell["source"] = SITTING
    assignment = Assignment.from_notebook(source, "sittings")
    [test] = [test for test in assignment.tests if test.grade_id == "test_slope"]
    inputs.cache_clear()
    flat = "def slope(f, x, h=1e-6):\n    return (f(x + h) - f(x - h)) / (2 * h)"
    answers = [
        ("passed", flat),
        ("visible", "def slope(f, x):\n    return 0.0 * x"),
        ("hidden", flat + " + 0.01 * (np.ndim(x) > 0)"),
        ("hidden", flat.replace("return", "x += 1e-7; return")),
    ]
    for _ in range(2):
        for expected, code in answers:
            given = submit(slope=code)
            verdicts = examiner.repeat(assignment, given, "test_slope", range(3), visible_once=True)
            for verdict in verdicts:
                right = verdict.verdict == "passed"
                assert (expected == "passed") == right, code
                assert right or verdict.hidden == (expected == "hidden")
            [alone] = examiner.repeat(assignment, given, "test_slope", [2])
            assert alone.diagnosis == verdicts[-1].diagnosis
    assert inputs.cache_info().currsize == 3
    drawn = [contract for seed in range(3) for contract in inputs(test, seed).values()]
    assert len({str(case.args) for contract in drawn for case in contract.cases}) == 9
