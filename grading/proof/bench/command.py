"""``course bench``: the class graded by everybody, ratios, and the figures as JSON."""

from __future__ import annotations

import json
import os
import platform
import shutil
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from grading.classroom.pool import cores
from grading.console import steps
from grading.paths import Course
from grading.proof.bench import reader
from grading.proof.bench.contenders import Scores, earlier, floor, one_core, sealed, stock
from grading.proof.bench.pages import feedback
from grading.proof.bench.policy import settling
from grading.proof.bench.pupils import generate, repeat, write
from grading.proof.bench.usage import Meter
from grading.proof.demo import copy_course

__all__ = ["Sizes", "bench"]

BLOCK = 4  # students who are repeated, to see whether the thousandth costs more than the first
TARGETS = {
    "throughput of stock nbgrader, with our start but not its": (">=", 50.0),
    "cost of the floor by IPython": ("<=", 1.5),
    "cost of the earlier grader": ("<=", 1.25),
    "speed on all cores of that on one": (">=", 0.9 * cores()),
    "cost of the last submissions of that of the first": ("<=", 1.1),
    "parent's memory of that at the start": ("<=", 1.1),
    "workers' memory of that at the start": ("<=", 1.1),
    "seconds until a policy counts for 1,500 submissions": ("<=", 5.0),
    "cost of a page of feedback of that of grading": ("<=", 0.5),
    "seconds for 1,000 pages that are there already": ("<=", 2.0),
}


@dataclass(frozen=True)
class Sizes:
    """How much is measured.

    Parameters
    ----------
    students : in the class
    stock : of them, graded by stock nbgrader as well
    repeated : submissions of the long run, in which the same few come again and again
    against : a commit whose grader grades a class of its own notebooks, or ""
    """

    students: int
    stock: int
    repeated: int
    against: str = ""


def bench(course: Course, sizes: Sizes, seed: int, out: Console) -> bool:
    """Measure, print, write ``build/bench.json``; whether all scores agreed."""
    names = course.names
    copy = copy_course(course, names, course.root / "build" / "bench")
    whole = generate(copy, names, sizes.students, seed)
    few = dict(list(whole.items())[: BLOCK * len(names)])
    again = repeat(few, max(sizes.repeated // len(few), 2))
    write(whole, copy.root / "submitted")
    write(again, copy.root / "again")
    out.print(
        f"{len(whole)} submissions of {sizes.students} students, {cores()} cores, "
        f"load {os.getloadavg()[0]:.1f}"
    )
    with steps(out, transient=False) as step:
        with step("Stock nbgrader", sizes.stock * len(names)) as advance:
            sample = dict(list(whole.items())[: sizes.stock * len(names)])
            by_stock, stock_wall = stock(copy, sample, advance)
        submitted = copy.root / "submitted"
        with one_core():
            with step("The floor, by IPython", len(whole)) as advance:
                by_ipython, *ipython = floor(copy, whole, "ipython", seed, advance)
            with step("The floor, by exec", len(whole)) as advance:
                by_exec, *bare = floor(copy, whole, "exec", seed, advance)
            with step("This grader on one core", len(whole)) as advance:
                by_one, one, _ = sealed(copy, submitted, 1, seed, advance)
            if sizes.against:
                with step(f"The grader of {sizes.against}", 1) as advance:
                    into = course.root / "build" / "earlier"
                    shutil.rmtree(into, ignore_errors=True)
                    before = earlier(course, sizes.against, sizes.students, seed, into)
                    advance()
        with step("This grader on all cores", len(whole)) as advance:
            by_all, every, seconds = sealed(copy, submitted, cores(), seed, advance)
        with step("The same few again and again", len(again)) as advance:
            _, long, _ = sealed(copy, copy.root / "again", cores(), seed, advance)
        with step("A policy for all of them", 1) as advance:
            settled = settling(copy, names)
            advance()
        with step("Feedback for all of them", 1) as advance:
            page, unchanged = feedback(copy, names)
            advance()
        with step("What a student waits for", len(reader.LIMITS)) as advance:
            waits = reader.measure(copy, names, advance)
    differ = {
        name: _differences(by_all, scores)
        for name, scores in {
            "stock nbgrader": by_stock, "this grader on one core": by_one,
            "the floor by IPython": by_ipython, "the floor by exec": by_exec,
        }.items()
    }  # fmt: skip
    first, last = long.looks[1], long.looks[-1]
    ratios = {
        "throughput of stock nbgrader": stock_wall / every.cost("wall"),
        "throughput of stock nbgrader, with our start but not its": stock_wall
        / (seconds / len(whole)),
        "cost of the floor by IPython": one.cost("cpu") / ipython[1],
        "cost of the floor by exec": one.cost("cpu") / bare[1],
        "speed on all cores of that on one": one.cost("wall") / every.cost("wall"),
        "cost of the last submissions of that of the first": _growth(long),
        "parent's memory of that at the start": last.parent / first.parent,
        "workers' memory of that at the start": last.workers / first.workers,
        "seconds until a policy counts for 1,500 submissions": 1500 * settled,
        "cost of a page of feedback of that of grading": page / one.cost("cpu"),
        "seconds for 1,000 pages that are there already": 1000 * unchanged,
    }
    if sizes.against:
        ratios["cost of the earlier grader"] = one.cost("cpu") / before
    figures: dict[str, Any] = {
        "machine": {"cores": cores(), "load": os.getloadavg(), "python": platform.python_version()},
        "sizes": asdict(sizes) | {"submissions": len(whole), "again": len(again), "seed": seed},
        "seconds per submission": {
            "stock nbgrader": {"wall": stock_wall},
            "floor, by IPython, one core": dict(zip(("wall", "cpu"), ipython, strict=True)),
            "floor, by exec, one core": dict(zip(("wall", "cpu"), bare, strict=True)),
            "this grader, one core": {what: one.cost(what) for what in ("wall", "cpu")},
            "this grader, all cores": {what: every.cost(what) for what in ("wall", "cpu")},
            "this grader, all cores, with its start": {"wall": seconds / len(whole)},
        },
        "ratios": ratios,
        "student waits": waits,
        "scores that differ": differ,
        "long run": [asdict(look) for look in long.looks],
    }
    path = course.root / "build" / "bench.json"
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    _print(figures, out)
    out.print(f"All figures: {course.show(path)}")
    return not any(differ.values())


def _differences(ours: Scores, theirs: Scores) -> list[str]:
    return [
        f"{student}, {name}: {ours.get((student, name))} here, {score:g} there"
        for (student, name), score in theirs.items()
        if ours.get((student, name)) != score
    ]


def _growth(long: Meter) -> float:
    """Cost in the last third of a run against that in the first, without the very first block."""
    third = max((len(long.looks) - 2) // 3, 1)
    return long.cost("cpu", -1 - third, -1) / long.cost("cpu", 1, 1 + third)


def _print(figures: dict[str, Any], out: Console) -> None:
    costs = Table("per submission", "wall, ms", "computing, ms", title="Costs")
    for name, cost in figures["seconds per submission"].items():
        costs.add_row(
            name, *(f"{1000 * cost[k]:.1f}" if k in cost else "" for k in ("wall", "cpu"))
        )
    ratios = Table("ratio", "reached", "to reach", title="Ratios")
    for name, ratio in figures["ratios"].items():
        sign, target = TARGETS.get(name, ("", None))
        good = target is None or (ratio >= target if sign == ">=" else ratio <= target)
        wanted = "" if target is None else f"{sign} {target:g}"
        ratios.add_row(name, f"{ratio:.2f}" + ("" if good else "  no"), wanted)
    waits = Table("a student waits for", "ms", "at most", title="In the notebook")
    for name, limit in reader.LIMITS.items():
        seconds = figures["student waits"][name]
        missed = "" if seconds <= limit else "  no"
        waits.add_row(name, f"{1000 * seconds:.0f}{missed}", f"{1000 * limit:.0f}")
    memory = Table("submissions", "parent, MB", "worker, MB", "warm, MB", title="Memory")
    looks = figures["long run"]
    for look in (looks[1], looks[len(looks) // 2], looks[-1]):
        sizes = (f"{look[key]:.0f}" for key in ("parent", "workers", "warm"))
        memory.add_row(str(look["count"]), *sizes)
    for table in (costs, ratios, memory, waits):
        for column in table.columns[1:]:
            column.justify = "right"
        out.print(table)
    for name, differences in figures["scores that differ"].items():
        out.print(f"Scores that differ from those of {name}: {len(differences)}")
        for line in differences[:5]:
            out.print(f"  {line}", markup=False)
