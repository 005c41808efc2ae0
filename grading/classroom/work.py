"""The unit of work: one submission graded, wherever it is sent.

A task brings everything with it, and the answer is plain data.  Each process keeps one warm
student process, and the assignments that it has already read.
"""

import atexit
import ctypes
import faulthandler
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grading.classroom.autograded import render, unanswered
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.bounds import Overdue, alarm, ration
from grading.sealed.examiner.canonical import rebuild
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Limits, Report
from grading.sealed.examiner.submitted import UnreadableSubmission
from grading.sealed.examiner.version import grader_version
from grading.sealed.walls import IsolationUnavailable
from grading.text import shown

__all__ = [
    "Graded", "Lost", "Task", "WrongVersion", "answered", "examiner", "grade",
    "last_resort", "rebuilt", "start_worker",
]  # fmt: skip

MOST_KEPT = 16  # assignments
GRACE = 120  # seconds beyond the limits, which are kept long before
READING = 60.0  # seconds for a file; a real one takes a hundredth
ROOM = 2 << 30  # bytes for all that a submission makes this process do
DIE_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG


class WrongVersion(Exception):
    """The worker's code is not the code of the one who sent the task."""


@dataclass(frozen=True)
class Task:
    """A submission and all that it takes to grade it.

    Parameters
    ----------
    key : given back with the answer
    name : the assignment's
    source, release : the instructor's and the student's version, as text
    digest : of these three, by which a worker knows what it has read already
    submission : the bytes of the file
    hide : folders that student code must not see
    version : the grader's, see `version.grader_version`, where the worker's may be another; else ""
    """

    key: Hashable
    name: str
    source: str
    release: str
    digest: str
    submission: bytes
    seed: int
    isolation: str = "auto"
    hide: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    version: str = ""


@dataclass(frozen=True)
class Graded:
    """The answer to a task.

    Parameters
    ----------
    report : without what the cells printed
    notebook : the text of the graded notebook
    unanswered : grade_ids of untouched solution cells
    """

    report: Report
    notebook: str
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lost:
    """The answer to a task that could not be done, and why.

    Parameters
    ----------
    own : whether that is the submission's own doing, and costs its points
    """

    why: str
    own: bool = False


def grade(task: Task) -> Graded | Lost:
    """Grade one submission; where the grader itself failed, it shall not stop the others.

    Raises
    ------
    IsolationUnavailable, WrongVersion
    """
    if task.version and task.version != grader_version():
        raise WrongVersion("a worker runs another version of the grader: update it")
    return _survived(_grade, task)


def rebuilt(task: Task) -> str | Lost:
    """The student version with the student's code in it, as text.

    Raises
    ------
    UnreadableSubmission
    """
    return _survived(_rebuilt, task)


def answered(task: Task) -> int | Lost:
    """How many exercises of its assignment are in a submission.

    Raises
    ------
    UnreadableSubmission
    """
    return _survived(_answered, task)


def _survived(work: Callable[[Task], Any], task: Task) -> Any:
    try:
        return work(task)
    except (IsolationUnavailable, UnreadableSubmission):
        raise
    except Overdue:
        return Lost("it took the grader too long", own=True)
    except MemoryError:
        return Lost("it took the grader too much memory", own=True)
    except RecursionError:
        return Lost("something in it is nested too deeply", own=True)
    except Exception as error:
        return Lost(f"the grader failed ({shown(repr(error))})")


def _rebuilt(task: Task) -> str:
    with _lock, last_resort(READING + GRACE), alarm(READING), ration(ROOM):
        assignment, release = _assignment(task)
        return render(release, rebuild(assignment, task.submission), (), whole=True)


def _answered(task: Task) -> int:
    with _lock, last_resort(READING + GRACE), alarm(READING), ration(ROOM):
        return len(rebuild(_assignment(task)[0], task.submission).answered)


def _grade(task: Task) -> Graded:
    # One submission at a time, should a worker have several threads.
    seconds = task.limits.total
    with _lock, last_resort(seconds + GRACE), alarm(seconds + READING), ration(ROOM):
        assignment, release = _assignment(task)
        try:
            canonical = rebuild(assignment, task.submission)
        except UnreadableSubmission:
            canonical = None
        judge = examiner(task.isolation, task.hide, task.limits)
        report = judge.grade(assignment, canonical or task.submission, task.seed)
        notebook = render(release, canonical, report.exercises, report.outputs)
        report = replace(report, notes=tuple(map(shown, report.notes)), outputs=())
        return Graded(report, notebook, tuple(unanswered(release, canonical)))


@contextmanager
def last_resort(seconds: float) -> Iterator[None]:
    """End this process if what follows takes longer; no C code can hold this up.

    The pool then gives the task to another worker, and up when that one ends as well.
    """
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def examiner(isolation: str, hide: tuple[str, ...], limits: Limits) -> Examiner:
    """This process's examiner, kept from one submission to the next."""
    wanted = (isolation, hide, repr(limits))
    if _kept.get("settings") != wanted:
        if "examiner" in _kept:
            _kept.pop("examiner").close()
        _kept["examiner"] = Examiner(isolation, [Path(folder) for folder in hide], limits)
        _kept["settings"] = wanted
    return _kept["examiner"]


def start_worker(parent: int, places: Any = None) -> None:
    """Prepare a local worker: it ends with its parent, which alone listens to Ctrl-C.

    Parameters
    ----------
    parent : its process number
    places : a queue with a core for each worker, or None.  An examiner and its student process take
        turns; on one core, neither has to wait until another one wakes up.
    """
    if places is not None:
        os.sched_setaffinity(0, {places.get()})
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)


_lock = threading.Lock()
_kept: dict[str, Any] = {}
_assignments: dict[str, tuple[Assignment, dict]] = {}


@atexit.register
def _close() -> None:
    if "examiner" in _kept:
        _kept.pop("examiner").close()


def _assignment(task: Task) -> tuple[Assignment, dict]:
    if task.digest not in _assignments:
        if len(_assignments) >= MOST_KEPT:
            _assignments.pop(next(iter(_assignments)))
        parsed = Assignment.from_notebook(json.loads(task.source), task.name)
        _assignments[task.digest] = parsed, json.loads(task.release)
    return _assignments[task.digest]
