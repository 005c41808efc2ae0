"""``course evidence``: the table that shows whether the grading is right."""

import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grading.batch.pool import cores
from grading.evidence.found import Evidence, failure_bound
from grading.evidence.prove import prove_all
from grading.paths import Course, CourseError
from grading.progress import bars

__all__ = ["LEAST_DIAGNOSED", "evidence", "evidence_table", "faults"]

LEAST_DIAGNOSED = 0.8  # of the catalogued mistakes of each assignment


def evidence(
    course: Course,
    names: Sequence[str],
    seeds: int,
    workers: int | None,
    json_file: Path | None,
    out: Console,
    first_seed: int | None = None,
) -> bool:
    """Prove the grading of some assignments, print the table, and say whether all is well.

    Parameters
    ----------
    seeds : with how many each right answer is graded
    workers : processes; by default one a core
    json_file : where to write the table as data, too
    first_seed : repeats an earlier run; by default a fresh one

    Raises
    ------
    CourseError
        for an unknown assignment, a missing catalogue, or a file that cannot be written
    """
    names = course.select(names)
    with bars(out) as progress:
        task = progress.add_task("Grading the catalogue", total=None)

        def done(found: Evidence) -> None:
            progress.update(task, advance=1, description=f"{found.assignment} {found.exercise}")

        found = prove_all(course, names, seeds, workers or cores(), done, first_seed)
    out.print(evidence_table(found))
    out.print(_shown(found))
    out.print(f"The random numbers began at seed {found[0].first_seed}: --seed repeats them.")
    wrong = faults(found)
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

    Right answers kept, wrong ones and mutants caught, equivalent mutants, mistakes named right, the
    seeds for each right answer, and what their gradings show about the share that is lost.
    """
    table = Table(
        title="Right answers kept, wrong ones and mutants caught, mistakes named",
        title_justify="left",
        box=None,  # without lines the table fits into 80 columns
        pad_edge=False,
    )
    table.add_column("exercise", no_wrap=True)
    for name in ("right", "wrong", "mutants", "eq.", "named", "seeds", "lost"):
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
    if bound is None:
        return f"Of {gradings} gradings of right answers some lost points."
    return (
        f"Of {gradings} gradings of right answers none lost a point: with 95% confidence fewer "
        f"than 1 in {int(1 / bound)} do."
    )


def _cells(rows: Sequence[Evidence]) -> list[str]:
    def total(name: str) -> int:
        return sum(getattr(row, name) for row in rows)

    return [
        f"{total('right_kept')}/{total('right')}",
        f"{total('wrong_caught')}/{total('wrong')}",
        f"{total('mutants_caught')}/{total('mutants')}",
        str(total("equivalent")),
        f"{total('diagnosed')}/{total('wrong')}",
        str(total("right") and min(row.seeds for row in rows)),
        "some" if (bound := failure_bound(rows)) is None else f"<{bound:.1g}",
    ]


def faults(found: Sequence[Evidence]) -> list[str]:
    """What is not as it should be, a sentence each; empty when the grading is proved."""
    sentences = [
        f"{row.assignment} {row.exercise}: {complaint}"
        for row in found
        for complaint in row.complaints
    ]
    for name in dict.fromkeys(row.assignment for row in found):
        rows = [row for row in found if row.assignment == name]
        named, wrong = sum(row.diagnosed for row in rows), sum(row.wrong for row in rows)
        if named < LEAST_DIAGNOSED * wrong:
            sentences.append(
                f"{name}: {named} of {wrong} mistakes are named right, "
                f"at least {LEAST_DIAGNOSED:.0%} are needed"
            )
    return sentences
