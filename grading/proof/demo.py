"""The main job on a sample class: generate, hand in, autograde, show the scores and the feedback.

Everything happens in a copy of the course, so that the instructor's own gradebook and the tree
stay as they are.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grading.authoring.build import build, write_changed
from grading.classroom.feedback import write_feedback
from grading.classroom.run import Batch
from grading.classroom.settings import Settings
from grading.console import steps
from grading.paths import Course
from grading.proof.sample import CLASS, write_sample
from grading.sealed.examiner.report import Limits

__all__ = ["Scores", "copy_course", "demo", "grade", "score_table"]

Scores = dict[tuple[str, str], float]  # (student, assignment) -> score
SOON = Limits(cell=2.0, test=2.0, total=60.0)  # the sample's endless loop is stopped soon

SETTINGS = """

# The demonstration's own gradebook.
c.CourseDirectory.db_url = "sqlite:///{gradebook}"
c.CourseDirectory.root = {root!r}
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
    scores = grade(copy, names, out)
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
    if (catalogue := course.root / "catalogue").is_dir():
        shutil.copytree(catalogue, folder / "catalogue")
    copy = Course(folder)
    for name in names:
        shutil.copy(course.script(name), copy.script(name))
    write_changed(build(copy, contracts=False))
    return copy


def grade(course: Course, names: list[str], out: Console) -> Scores:
    """Grade what was handed in, write the feedback, read the scores from the gradebook."""
    with steps(out) as step:
        batch = Batch(course, Settings(assignments=tuple(names), limits=SOON))
        with step("Grading", len(batch)) as advance:
            outcome = batch.run(advance)
        write_feedback(course, names, None, step)
    out.print(
        f"Graded {len(outcome.graded)} submissions in {outcome.seconds:.1f} s, "
        f"isolation {outcome.isolation}"
    )
    return {(r["student"], r["assignment"]): r["score"] for r in outcome.graded}


def score_table(scores: Scores, names: list[str]) -> Table:
    """The scores of the sample class, a row a student, a column an assignment's number."""
    table = Table(title="Scores of the sample class", title_justify="left")
    table.add_column("student", no_wrap=True)
    table.add_column("handed in")
    for name in [*(name.split("_")[0] for name in names), "total"]:
        table.add_column(name, justify="right", no_wrap=True)
    for student, (fate, _) in CLASS.items():
        row = [scores.get((student, name), 0) for name in names]
        table.add_row(student, fate, *(f"{score:g}" for score in [*row, sum(row)]))
    return table
