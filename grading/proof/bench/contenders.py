"""Those who grade the class: this grader, stock nbgrader, and the floor."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from grading.classroom.gradebook.database import scripts_on_path
from grading.classroom.run import Batch
from grading.classroom.settings import Settings
from grading.paths import Course, CourseError
from grading.proof.bench.pupils import Class
from grading.proof.bench.reader import QUIET
from grading.proof.bench.usage import Meter

__all__ = ["Scores", "earlier", "floor", "one_core", "sealed", "stock"]

Scores = dict[tuple[str, str], float]
PATIENCE = 15  # seconds; the floor has nothing else against an endless loop


@contextmanager
def one_core() -> Iterator[None]:
    """Have this process, and what it starts, use one core only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def sealed(
    course: Course, folder: Path, workers: int, seed: int, advance: Callable[[], object]
) -> tuple[Scores, Meter, float]:
    """``course grade --force`` of a folder: scores, what was used, and seconds with the start."""
    meter = Meter()

    def step() -> None:
        meter()
        advance()

    batch = Batch(course, Settings(folder=folder, workers=workers, force=True, seed=seed))
    outcome = batch.run(step)
    scores = {(r["student"], r["assignment"]): r["score"] for r in outcome.graded}
    return scores, meter, outcome.seconds


EARLIER = """
import json, sys
from pathlib import Path
from grading.paths import Course
try:
    from grading.classroom.run import Batch
    from grading.classroom.settings import Settings
    from grading.proof.bench.pupils import generate, write
    from grading.proof.bench.usage import Meter
except ModuleNotFoundError:  # before the folders had names by role
    from grading.batch.run import Batch
    from grading.batch.settings import Settings
    from grading.bench.pupils import generate, write
    from grading.bench.usage import Meter
students, seed = map(int, sys.argv[1:])
course, folder = Course(Path.cwd()), Path("class").absolute()
write(generate(course, course.names, students, seed), folder)
meter = Meter()
Batch(course, Settings(folder=folder, workers=1, force=True, seed=seed)).run(meter)
print(json.dumps(meter.cost("cpu")))
"""


def earlier(course: Course, commit: str, students: int, seed: int, into: Path) -> float:
    """Seconds of computing for each submission of a class, as the grader of a commit grades it.

    The class is one of the commit's own notebooks: present answers would fail, and so cost more,
    where an exercise was another one then.

    Parameters
    ----------
    into : where the files of the commit go

    Raises
    ------
    CourseError
        for a commit that git does not know, or whose grader cannot be driven in this way
    """
    into.mkdir(parents=True)
    files = subprocess.run(["git", "archive", commit], cwd=course.root, capture_output=True)
    if files.returncode:
        raise CourseError(f"--against {commit}: {files.stderr.decode().strip()}: give a commit")
    subprocess.run(["tar", "-x"], cwd=into, input=files.stdout, check=True)
    ran = subprocess.run(
        [sys.executable, "-c", EARLIER, str(students), str(seed)],
        cwd=into,
        env=os.environ | {"PYTHONPATH": str(into)},
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        last = ran.stderr.strip().rpartition("\n")[2]
        raise CourseError(f"--against {commit}: its grader cannot be measured here: {last}")
    return json.loads(ran.stdout.splitlines()[-1])


def stock(course: Course, some: Class, advance: Callable[[], object]) -> tuple[Scores, float]:
    """Stock ``nbgrader autograde``, without its start: scores, and seconds for each submission.

    It may use all cores.  Its own preprocessors run, not those of this course's settings.
    """
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    config = course.nbgrader_config()
    config.pop("Autograde", None)
    config.Execute.extra_arguments = QUIET
    config.CourseDirectory.db_url = f"sqlite:///{course.root / 'stock.db'}"
    config.CourseDirectory.autograded_directory = "stock"
    scores: Scores = {}
    seconds = 0.0
    quiet = warnings.catch_warnings(action="ignore")
    sockets = tempfile.TemporaryDirectory()
    with scripts_on_path(), quiet, contextlib.chdir(course.root), sockets as folder:
        # Not TCP: of two kernels that start at once, both can be given one port.
        config.KernelManager.update(transport="ipc", ip=f"{folder}/kernel")
        api = NbGraderAPI(CourseDirectory(config=config), config=config)
        for name in {name: None for _, name in some}:
            _succeed(api.generate_assignment(name, force=True))
        for student, name in some:
            start = time.perf_counter()
            _succeed(api.autograde(name, student))
            seconds += time.perf_counter() - start
            with Gradebook(api.coursedir.db_url, api.course_id) as gradebook:
                scores[student, name] = gradebook.find_submission(name, student).score
            advance()
    return scores, seconds / len(some)


def _succeed(result: dict) -> None:
    if not result["success"]:
        if "KeyboardInterrupt" in str(result.get("error")):  # which nbgrader catches as well
            raise KeyboardInterrupt
        raise RuntimeError(f"nbgrader failed: {result.get('error')}\n{result.get('log')}")


def floor(
    course: Course, whole: Class, how: str, seed: int, advance: Callable[[], object]
) -> tuple[Scores, float, float]:
    """The same cells and tests, bare, one submission after the other in one warm process.

    Each submission gets a fresh namespace, its cells run in it, then the tests in the same one.
    Nothing is isolated, limited, diagnosed, written or recorded; reading the file and finding the
    answers in it are not counted.

    Parameters
    ----------
    how : "ipython" runs all through IPython's ``run_cell``, as a kernel does; "exec" compiles
        cells by themselves, and tests once for all

    Returns
    -------
    scores, and seconds for each submission: wall, and of computing
    """
    names = {name: None for _, name in whole}
    sources = {name: course.notebook("source", name).read_text("utf-8") for name in names}
    scores: Scores = {}
    wall = cpu = 0.0
    with ProcessPoolExecutor(1, get_context("spawn"), _begin) as pool:
        for at, ((student, name), text) in enumerate(whole.items()):
            if at == 0:  # the process starts, and everything is imported
                pool.submit(_bare, name, sources[name], text, how, seed).result()
            answer = pool.submit(_bare, name, sources[name], text, how, seed).result()
            scores[student, name] = answer[0]
            wall, cpu = wall + answer[1], cpu + answer[2]
            advance()
    return scores, wall / len(whole), cpu / len(whole)


def _begin() -> None:
    """What the process of the floor has to know: who interrupts it, and that nobody looks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["DEEPCALC_GRADING"] = "1"  # as in a sealed process


_kept: dict = {}


def _bare(name: str, source: str, text: str, how: str, seed: int) -> tuple[float, float, float]:
    """One submission in this process: score, wall time, computing time."""
    from deepcalc import checking
    from grading.sealed.examiner.assignment import Assignment
    from grading.sealed.examiner.canonical import rebuild
    from grading.sealed.student.shell import make_shell

    if not _kept:
        import matplotlib

        matplotlib.use("Agg")
        _kept["shell"] = make_shell()
        _kept["names"] = frozenset(_kept["shell"].user_ns)
        signal.signal(signal.SIGALRM, _overdue)
    if name not in _kept:
        _kept[name] = Assignment.from_notebook(json.loads(source), name)
    shell, assignment = _kept["shell"], _kept[name]
    cells = [cell.source for cell in rebuild(assignment, text).cells]

    def run(cell: str, direct: Callable[[dict], None]) -> bool:
        signal.alarm(PATIENCE)
        try:
            if how == "ipython":
                return shell.run_cell(cell, store_history=False, silent=True).success
            direct(shell.user_ns)
            return True
        except Exception:
            return False
        finally:
            signal.alarm(0)

    score = 0.0
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        wall, cpu = time.perf_counter(), time.process_time()
        for defined in shell.user_ns.keys() - _kept["names"]:
            del shell.user_ns[defined]
        for cell in cells:
            run(cell, partial(exec, cell))
        for test in assignment.tests:
            with checking.session(seed):
                score += test.points * run(test.source, test.run)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return score, wall, cpu


def _overdue(*_: object) -> None:
    raise TimeoutError
