"""``course feedback``."""

import json
from itertools import chain, count
from pathlib import Path
from typing import Annotated, Any

import typer

from grading.classroom.commands.console import Assignment, Student, need, progress, write
from grading.console import out
from grading.paths import Course, CourseError, write_atomically
from grading.text import shown

__all__ = ["feedback"]

SENT = "sent.json"  # in feedback/: what went to an LMS that cannot take it back


def feedback(
    assignment: Assignment = None,
    student: Student = None,
    lms: Annotated[
        str, typer.Option("--for", metavar="LMS", help="Make the zip that canvas or moodle takes.")
    ] = "",
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The zip; else feedback/<assignment>-….zip.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="For Canvas, also what went there already.")
    ] = False,
) -> None:
    """Write each student's feedback, as HTML, from what has been graded."""
    from grading.classroom.collecting.roster import Roster
    from grading.classroom.feedback import graded, write_feedback
    from grading.classroom.lms.returns import RETURNS, packed
    from grading.classroom.policies.proposal import unsettled

    need(lms in ("", *RETURNS), f"--for {shown(lms)}: choose from {', '.join(RETURNS)}")
    need(bool(lms) or not (to or again), "--to and --again are for a zip: say --for canvas")
    course = Course.find()
    names = course.select(assignment)
    paths, there, gone = write_feedback(course, names, student, progress)
    already = f", {there} there already" if there else ""
    if len(paths) == 1:
        out.print(f"wrote {shown(course.show(paths[0]), 2000)}{already}", markup=False)
    else:
        students = len({path.parents[1] for path in paths})
        whose = f" for {students} student{'s' * (students > 1)} in feedback/" if paths else ""
        out.print(f"wrote {len(paths)} pages{whose}{already}")
    for notebook in gone:
        told = f"{course.show(notebook)}: gone, so no page: run `course grade`"
        out.print(shown(told, 2000), markup=False)
    for line in unsettled(course, names, student):
        out.print(shown(line, 2000), markup=False)
    if not lms:
        return
    need(to is None or len(names) == 1, "--to is for one assignment: say -a NAME")
    for name in names:
        all_of = list(graded(course, [name], student))
        if not all_of:
            continue
        folder = all_of[0].page.parents[2]
        sent = _sent(folder / SENT)
        before = {} if again else sent.get(name, {})
        found = RETURNS[lms](all_of, Roster.load(course), before)
        for why in sorted(set(found.left.values())):
            whom = [each for each, reason in found.left.items() if reason == why]
            out.print(shown(f"{name}: {why}: {', '.join(whom)}", 300), markup=False)
        if not found.files:
            out.print(f"{name}: nothing to give back")
            continue
        path = folder / f"{name}-{lms}.zip"
        path = to or (_free(path) if found.sent else path)
        _write(path, packed(found.files))
        if found.sent:
            sent[name] = sent.get(name, {}) | found.sent
            write_atomically(folder / SENT, json.dumps(sent, indent=1) + "\n")
        out.print(shown(f"wrote {course.show(path)}: {len(found.files)} files", 2000), markup=False)


def _sent(path: Path) -> dict[str, Any]:
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError:
        raise CourseError(
            f"{path}: damaged: delete it, and everything goes to Canvas again"
        ) from None


def _free(path: Path) -> Path:
    """A file that is not there yet: what an earlier one holds may not have been given back."""
    others = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return next(each for each in chain([path], others) if not each.exists())


def _write(path: Path, data: bytes) -> None:
    need(path.parent.is_dir(), f"{path.parent}: no such folder")
    write(path, data)
