"""``course similar``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from grading.classroom.commands.console import Assignment, need, progress, write
from grading.console import err, out
from grading.paths import Course, CourseError
from grading.text import plain, shown

if TYPE_CHECKING:
    from grading.classroom.similar.compare import Comparison

__all__ = ["similar"]

COLUMNS = ("pair", "shared", "exercises", "by chance", "word for word", "judged")
KINDS = {"comment": "comment", "name": "name", "line": "odd line"}


def similar(
    assignment: Assignment = None,
    to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The page; else similar/NAME.html for each assignment."),
    ] = None,
    answer: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="The pairs as JSON; - to print.")
    ] = None,
    judge: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="STUDENT1 STUDENT2", help="Record what you decided about this pair."),
    ] = None,
    judgement: Annotated[
        str | None, typer.Option("--as", help="copied, independent or unclear; with --judge.")
    ] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why; with --judge.")] = "",
) -> None:
    """List the pairs of submissions that share more than chance; nothing leaves this machine."""
    from grading.classroom.similar.compare import compare, handed_in
    from grading.classroom.similar.judgements import judgements
    from grading.classroom.similar.page import page

    course = Course.find()
    names = course.select(assignment)
    need(to is None or len(names) == 1, "--to is for one assignment: name it with -a")
    need((judge is None) == (judgement is None), "--judge and --as belong together")
    need(judge is not None or not note, "--note belongs to --judge")
    if judge is not None:
        _judge(course, names, judge, judgement or "", note)
        return
    judged, handed = judgements(course), handed_in(course, names)
    names = [name for name in names if len(handed[name]) > 1]
    need(bool(names), "there are no two submissions to an assignment: nothing to compare")
    found = []
    for name in names:
        comparison = compare(course, name, handed[name], judged, progress)
        path = to or course.root / "similar" / f"{name}.html"
        write(path, page(comparison))
        if answer is None or str(answer) != "-":
            _tell(comparison)
            if str(path) != "-":
                out.print(f"wrote {shown(course.show(path), 2000)}", markup=False)
        for line in comparison.unread:
            err.print(plain(line), markup=False)
        found.append(_as_dict(comparison))
    if answer is not None:
        write(answer, json.dumps(found, indent=2, ensure_ascii=True) + "\n")


def _judge(
    course: Course, names: list[str], pair: tuple[str, str], judgement: str, note: str
) -> None:
    from grading.classroom.similar.compare import handed_in
    from grading.classroom.similar.judgements import judge

    need(len(names) == 1, "--judge is for one assignment: name it with -a")
    need(pair[0] != pair[1], "--judge: name two different students")
    there = {each.student for each in handed_in(course, names)[names[0]]}
    for student in pair:
        if student not in there:
            raise CourseError(f"{shown(student)}: no submission to {names[0]}: correct the name")
    path = judge(course, names[0], pair, judgement, note)
    out.print(f"recorded in {course.show(path)}: the next `course similar` shows it", markup=False)


def _tell(comparison: "Comparison") -> None:
    """A table of the pairs."""
    from grading.classroom.similar.page import by_chance, shared

    if not comparison.findings:
        out.print(
            f"{comparison.assignment}: no two of {comparison.submissions} submissions share more "
            f"than chance"
        )
        return
    rows = [
        (
            shown(", ".join(each.students), 300),
            *shared(comparison, each),
            by_chance(each.expected),
            _counted([kind for kind, _ in each.marks]),
            each.judgement.judgement if each.judgement else "",
        )
        for each in comparison.findings
    ]
    filled = [at for at, column in enumerate(zip(*rows, strict=True)) if any(column)]
    head = f"{comparison.assignment}: {comparison.submissions} submissions"
    table = Table(title=head, title_justify="left")
    for at in filled:
        table.add_column(COLUMNS[at], overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[at]) for at in filled))
    out.print(table)
    out.print("Likeness is a reason to look, and no proof.")


def _counted(kinds: list[str]) -> str:
    """How many marks there are of each kind: "2 comments, 1 name"."""
    counts = {words: kinds.count(kind) for kind, words in KINDS.items()}
    return ", ".join(f"{n} {words}{'s' * (n > 1)}" for words, n in counts.items() if n)


def _as_dict(comparison: "Comparison") -> dict[str, Any]:
    """A comparison as data, without any code."""
    return {
        "assignment": comparison.assignment,
        "submissions": comparison.submissions,
        "unread": [plain(line) for line in comparison.unread],
        "pairs": [
            {
                "students": list(each.students),
                "expected_by_chance": each.expected,
                "shared": [
                    {
                        "exercise": one.name,
                        "likeness": round(one.likeness, 3),
                        "share_of_class": round(one.share, 3),
                    }
                    for one in each.agreements
                ],
                "word_for_word": [{"kind": kind, "text": plain(t)} for kind, t in each.marks],
                "judgement": vars(each.judgement) if each.judgement else None,
            }
            for each in comparison.findings
        ],
    }
