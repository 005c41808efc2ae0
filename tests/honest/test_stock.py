"""Honest work has the same rows in the gradebook as after stock ``nbgrader autograde``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grading.classroom.run import Batch
from grading.classroom.settings import Settings
from grading.paths import Course
from grading.proof.bench.contenders import Scores, stock
from grading.proof.demo import copy_course
from tests.redteam.submission import Script, assignment, hand_in
from tests.rows import read_rows

from .test_honest import ANSWERS

SAME = [script for script in ANSWERS if "beyond_stock" not in script.about]
# Stock nbgrader takes seconds for each: of those that a kernel runs anyway, one in four.
SAME = [script for n, script in enumerate(SAME) if "kernel" not in script.about or n % 4 == 0]
PARTS = 6  # of the answers, so that several workers share them

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.mark.parametrize("part", range(PARTS))
def test_rows_equal_those_of_stock_nbgrader(part: int, tmp_path: Path) -> None:
    some = SAME[part::PARTS]
    _same_rows({(s.name, s.assignment): _without_figures(_handed_in(s), s) for s in some}, tmp_path)


@pytest.mark.parametrize("name", Course.find().names)
def test_solved_and_untouched_notebooks_get_all_points_and_none(name: str, tmp_path: Path) -> None:
    about = {"assignment": name}
    blank = hand_in(Script("untouched", about, ()), solved=())
    whole = {("solved", name): _handed_in(Script("solved", about, ())), ("untouched", name): blank}
    assert _same_rows(whole, tmp_path) == {("solved", name): 20, ("untouched", name): 0}


def _same_rows(handed: dict[tuple[str, str], dict[str, Any]], folder: Path) -> Scores:
    """Grade by student and assignment with both; their gradebooks have the same rows."""
    names = sorted({name for _, name in handed})
    ours, theirs = (copy_course(Course.find(), names, folder / who) for who in ("ours", "stock"))
    for (student, name), notebook in handed.items():
        for course in (ours, theirs):
            path = course.root / "submitted" / student / name / f"{name}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(notebook))
    Batch(ours, Settings(workers=1)).run()
    scores, _ = stock(theirs, dict.fromkeys(handed, ""), lambda: None)
    mine, stocks = read_rows(ours.root / "gradebook.db"), read_rows(theirs.root / "stock.db")
    del mine["sealed"]
    for table in mine:
        assert mine[table] == stocks[table], table
    assert len({tuple(row.split(",")[:2]) for row in mine["grade"]}) == len(handed)
    return scores


def _handed_in(script: Script) -> dict[str, Any]:
    """A submission in which all that the script does not answer is solved."""
    made = hand_in(script, assignment(script.assignment).by_grade_id)
    return json.loads(made) if isinstance(made, bytes | str) else made


def _without_figures(made: dict[str, Any], script: Script) -> dict[str, Any]:
    """What is handed in, without the cells that draw, but for those that the script names."""
    kept = [
        cell
        for cell in made["cells"]
        if "demo" not in cell["metadata"].get("tags", ())
        or cell.get("id") in script.words("pictures")
    ]
    return {**made, "cells": kept}
