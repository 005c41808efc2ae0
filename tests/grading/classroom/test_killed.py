"""Commands killed at any time: nothing is lost, and the same command once more ends the work."""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.commands.export import Lms, export
from grading.classroom.commands.extend import extend
from grading.classroom.commands.feedback import feedback
from grading.classroom.commands.waive import waive
from grading.classroom.gradebook.history import record_command
from grading.paths import Course
from tests.rows import read_rows

NAME = "01_squares"
INSTANTS = 34  # for each command


@pytest.fixture
def graded(small_class, run, rows):
    """The small course's class, graded and with a due date that two of them missed."""
    for student in ("ann", "bob"):
        (small_class.root / "submitted" / student / NAME / "timestamp.txt").write_text(
            "2026-03-03 18:00 UTC\n"
        )
    (small_class.root / "deadlines.csv").write_text(
        f"assignment,student,due,penalty\n{NAME},,2026-03-02 18:00 UTC,2 points per day\n"
    )
    Roster({"ann": Person("ann", login="ann", canvas="1")}).save(small_class)
    (small_class.root / "canvas.csv").write_text(
        f"Student,ID,SIS Login ID,Section,{NAME} (7)\n    Points Possible,,,,20\nAnn,1,ann,x,\n"
    )
    run(small_class)
    assert record_command(small_class, "course grade")
    return small_class


COMMANDS: dict[str, Callable[[], object]] = {
    "waive": lambda: waive("square", NAME, leave_out=False, why="a slip", undo=False, yes=True),
    "extend": lambda: extend("ann", NAME, ["1 day"], why="ill", undo=False, yes=True),
    "export": lambda: export(Path("canvas.csv"), Lms.canvas),
    "feedback": lambda: feedback([NAME], None, "", None, False),
}


def do(course: Course, command: Callable[[], object], kill_after: float | None = None) -> None:
    """Run a command in a process of its own, to its end or until it is killed."""
    pid = os.fork()
    if not pid:
        try:
            os.chdir(course.root)
            sys.argv = ["course"]
            with open(os.devnull, "w") as nowhere:
                os.dup2(nowhere.fileno(), 1)
                command()
        finally:
            os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def state(course: Course) -> dict[str, object]:
    """All that the class has, but for the record and the copies of the gradebook."""
    files = {
        path.relative_to(course.root).as_posix(): path.read_bytes()
        for path in sorted(course.root.rglob("*"))
        if path.is_file() and path.suffix in (".csv", ".html", ".ipynb", ".txt")
    }
    return {"files": files, "rows": read_rows(course.root / "gradebook.db")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_was_killed_is_ended_by_the_next_run(graded, name, tmp_path_factory):
    command, chance = COMMANDS[name], random.Random(name)

    def copied() -> Course:
        target = tmp_path_factory.mktemp("copy") / "course"
        shutil.copytree(graded.root, target)
        text = (target / "nbgrader_config.py").read_text()
        moved = text.replace(str(graded.root), str(target))
        (target / "nbgrader_config.py").write_text(moved)
        return Course(target)

    whole, before = copied(), state(graded)
    began = time.monotonic()
    do(whole, command)
    took, expected = time.monotonic() - began, state(whole)
    assert expected != before
    for _ in range(INSTANTS):
        course = copied()
        do(course, command, kill_after=chance.random() * took)
        do(course, command)
        assert state(course) == expected
        shutil.rmtree(course.root)
