"""The main job on a sample class: generate, hand in, autograde, show the scores and the feedback.

Everything happens in a copy of the course, so that the instructor's own gradebook and the tree
stay as they are.
"""

import os
import shutil
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from sqlalchemy.exc import SAWarning

from grading.build import build, nbgrader_config, write_changed
from grading.paths import Course
from grading.sample import CLASS, write_sample

__all__ = ["Scores", "copy_course", "demo", "grade", "score_table"]

Scores = dict[tuple[str, str], float | str]  # (student, assignment) -> score, or why there is none

SETTINGS = """

# The demonstration's own gradebook; a loop that never ends is stopped sooner.
c.CourseDirectory.db_url = "sqlite:///{gradebook}"
c.CourseDirectory.root = {root!r}
c.Execute.timeout = 10
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--Application.log_level=ERROR"]
"""


def demo(course: Course, names: Iterable[str] | None, folder: Path, out: Console) -> Scores:
    """Grade the sample class in `folder` and print what an instructor wants to know.

    Parameters
    ----------
    course : Course
        The course, left untouched.
    names : iterable of str, optional
        Assignments; all by default.
    folder : Path
        Where the copy of the course goes; a former one is removed.
    out : Console
        Where to print.
    """
    names = course.select(names)
    copy = copy_course(course, names, folder)
    out.print(f"Generated {len(names)} assignments in {course.show(folder)}")
    write_sample(copy)
    out.print(f"Collected {len(CLASS) * len(names)} submissions of {len(CLASS)} sample students")
    scores = grade(copy, names, list(CLASS), out)
    out.print(score_table(scores, names))
    out.print(f"Feedback: {course.show(folder)}/feedback/<student>/<assignment>/<assignment>.html")
    return scores


def copy_course(course: Course, names: Iterable[str], folder: Path) -> Course:
    """A fresh copy of the course in `folder`: sources, generated notebooks, settings."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "source").mkdir(parents=True)
    settings = SETTINGS.format(gradebook=(folder / "gradebook.db").as_posix(), root=str(folder))
    config = (course.root / "nbgrader_config.py").read_text(encoding="utf-8") + settings
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    if (project := course.root / "pyproject.toml").is_file():
        shutil.copy(project, folder)
    copy = Course(folder)
    for name in names:
        shutil.copy(course.script(name), copy.script(name))
    write_changed(build(copy))
    return copy


def grade(course: Course, names: list[str], students: list[str], out: Console) -> Scores:
    """Autograde with nbgrader, write the feedback, read the scores from the gradebook."""
    scores: Scores = {}
    config = nbgrader_config(course)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with (
        warnings.catch_warnings(action="ignore", category=SAWarning),  # nbgrader's own affair
        _scripts_on_path(),
        _working_in(course.root),
        Progress(*columns, TimeElapsedColumn(), console=out, transient=True) as progress,
    ):
        api = NbGraderAPI(CourseDirectory(config=config), config=config)
        api.log.setLevel("INFO")
        task = progress.add_task("Grading", total=len(names) * len(students))
        for name in names:
            _log(course, f"{name}-assignment", api.generate_assignment(name, force=True))
            for student in students:
                progress.update(task, description=f"Grading {name} of {student}")
                if _log(course, f"{name}-{student}", api.autograde(name, student)):
                    scores[student, name] = _score(api, student, name)
                    _log(course, f"{name}-{student}-feedback", api.generate_feedback(name, student))
                else:
                    scores[student, name] = "not graded"
                progress.advance(task)
    return scores


def score_table(scores: Scores, names: list[str]) -> Table:
    """The scores of the sample class, a row a student, a column an assignment."""
    table = Table(title="Scores of the sample class", title_justify="left")
    table.add_column("student")
    table.add_column("handed in")
    for name in [*names, "total"]:
        table.add_column(name, justify="right", no_wrap=True)
    for student, (fate, _) in CLASS.items():
        row = [scores.get((student, name), "not graded") for name in names]
        row.append(sum(score for score in row if not isinstance(score, str)))
        table.add_row(student, fate, *(s if isinstance(s, str) else f"{s:g}" for s in row))
    return table


def _score(api: NbGraderAPI, student: str, name: str) -> float:
    """A submission's score in the gradebook."""
    with Gradebook(api.coursedir.db_url, api.course_id) as gradebook:
        return gradebook.find_submission(name, student).score


def _log(course: Course, what: str, result: dict) -> bool:
    """Keep nbgrader's log of a step in ``logs/``; whether the step succeeded."""
    folder = course.root / "logs"
    folder.mkdir(exist_ok=True)
    text = result.get("log", "") + result.get("error", "")
    (folder / f"{what}.log").write_text(text, encoding="utf-8")
    return bool(result["success"])


@contextmanager
def _scripts_on_path() -> Iterator[None]:
    """nbgrader calls `alembic` by name: let it find the one of this Python."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    """nbgrader takes the current folder for the course's root."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
