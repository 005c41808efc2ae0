"""``course evidence``: the table that shows whether the grading is right."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grading.authoring.build import build, differences
from grading.authoring.contracts import FOLDER
from grading.classroom.pool import cores
from grading.console import bars
from grading.paths import Course, CourseError
from grading.proof.evidence.found import Evidence, failure_bound
from grading.proof.evidence.prove import prove_all

__all__ = ["LEAST_NAMED", "evidence", "evidence_table", "faults"]

LEAST_NAMED = 0.9  # of the catalogued mistakes of each assignment
MOST_EQUIVALENT = 0.05  # of the mutants, in all


def evidence(
    course: Course,
    names: Iterable[str] | None,
    seeds: int,
    workers: int | None,
    json_file: Path | None,
    out: Console,
    first_seed: int | None = None,
    exercises: Sequence[str] = (),
) -> bool:
    """Prove the grading of some assignments, print the table, and say whether all is well.

    Parameters
    ----------
    seeds : with how many each right answer is graded
    workers : processes; by default one a core
    json_file : where to write the table as data, too
    first_seed : repeats an earlier run; by default a fresh one
    exercises : only these; by default all

    Raises
    ------
    CourseError
        for an unknown assignment or exercise, data that are not up to date, a missing catalogue, or
        a file that cannot be written
    """
    names = course.select(names)
    _up_to_date(course, names)
    with bars(out) as progress:
        task = progress.add_task("Grading the catalogue", total=None)

        def done(found: Evidence) -> None:
            what = f"{found.assignment} {found.exercise}"
            progress.update(task, advance=1, description=what)
            if not out.is_terminal:  # where the bar is not seen
                out.print(f"{what}: graded")

        found = prove_all(course, names, seeds, workers or cores(), done, first_seed, exercises)
    out.print(evidence_table(found))
    out.print(_shown(found))
    out.print(f"The random numbers began at seed {found[0].first_seed}: --seed repeats them.")
    wrong = faults(found, whole=not exercises)
    for sentence in wrong:
        out.print(sentence, markup=False)
    if json_file:
        rows = [row.as_dict() for row in found]
        try:
            json_file.parent.mkdir(parents=True, exist_ok=True)
            json_file.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
        except OSError as error:
            raise CourseError(f"{json_file}: cannot be written: {error.strerror}") from None
    return not wrong


def evidence_table(found: Sequence[Evidence]) -> Table:
    """A row an exercise, one an assignment, and one for all of them.

    Right answers kept, wrong ones caught, those refused and those named in the notebook, false
    sentences, and mutants caught.
    """
    table = Table(
        title="Right answers kept; wrong ones caught, seen, named; mutants caught",
        title_justify="left",
        box=None,  # without lines and double blanks the table fits into 80 columns
        collapse_padding=True,
        pad_edge=False,
    )
    table.add_column("exercise", no_wrap=True)
    for name in ("right", "wrong", "seen", "named", "false", "mutants"):
        table.add_column(name, justify="right", no_wrap=True)
    for assignment in dict.fromkeys(row.assignment for row in found):
        rows = [row for row in found if row.assignment == assignment]
        table.add_row(f"[bold]{assignment}", *(f"[bold]{cell}" for cell in _cells(rows)))
        for row in rows:
            table.add_row(f"  {row.exercise}", *_cells([row]))
    table.add_row(f"all {len(found)} exercises", *_cells(found))
    return table


def _shown(rows: Sequence[Evidence]) -> str:
    gradings, bound = sum(row.right_gradings for row in rows), failure_bound(rows)
    mutants = (
        f"Of the mutants {sum(row.mutants for row in rows)} are of the text and "
        f"{sum(row.semantic for row in rows)} of the behaviour; "
        f"{sum(row.equivalent for row in rows)} more are equivalent to the solution. "
    )
    if bound is None:
        return f"{mutants}Of {gradings} gradings of right answers some lost points."
    return (
        f"{mutants}Of {gradings} gradings of right answers none lost a point: with 95% confidence "
        f"fewer than 1 in {int(1 / bound)} do."
    )


def _cells(rows: Sequence[Evidence]) -> list[str]:
    def total(name: str) -> int:
        return sum(getattr(row, name) for row in rows)

    caught = total("mutants_caught") + total("semantic_caught")
    return [
        f"{total('right_kept')}/{total('right')}",
        f"{total('wrong_caught')}/{total('wrong')}",
        f"{total('seen')}+{total('lookups')}" if total("lookups") else str(total("seen")),
        f"{total('named') / max(1, total('wrong')):.0%}",
        str(total("false")),
        f"{caught}/{total('mutants') + total('semantic')}",
    ]


def faults(found: Sequence[Evidence], whole: bool = True) -> list[str]:
    """What is not as it should be, a sentence each; empty when the grading is proved.

    Parameters
    ----------
    whole : whether these are all exercises of some assignments, of which shares are asked for
    """
    sentences = [
        f"{row.assignment} {row.exercise}: {complaint}"
        for row in found
        for complaint in row.complaints
    ]
    if not whole:
        return sentences
    for name in dict.fromkeys(row.assignment for row in found):
        rows = [row for row in found if row.assignment == name]
        named, wrong = sum(row.named for row in rows), sum(row.wrong for row in rows)
        if named < LEAST_NAMED * wrong:
            sentences.append(
                f"{name}: {named} of {wrong} mistakes are named in the notebook, "
                f"at least {LEAST_NAMED:.0%} are needed"
            )
    equivalent = sum(row.equivalent for row in found)
    every = equivalent + sum(row.mutants + row.semantic for row in found)
    if equivalent > MOST_EQUIVALENT * every:
        sentences.append(
            f"{equivalent} of {every} mutants are listed as equivalent, "
            f"at most {MOST_EQUIVALENT:.0%} may be"
        )
    return sentences


def _up_to_date(course: Course, names: Sequence[str]) -> None:
    """The checks know what the sources and the catalogue say."""
    stale = differences(course, build(course, names, draft=True))
    known = [path for path in stale if path.startswith((FOLDER, "source/"))]
    if known:
        raise CourseError(f"{known[0]}: differs from its source: run `course build`")
