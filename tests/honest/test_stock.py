"""Honest work has the same rows in the gradebook as after stock ``nbgrader autograde``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grading.batch.run import Batch
from grading.batch.settings import Settings
from grading.bench.contenders import stock
from grading.demo import copy_course
from grading.paths import Course
from tests.redteam.submission import Script, assignment, hand_in
from tests.rows import read_rows

from .test_honest import ANSWERS

SAME = [script for script in ANSWERS if "beyond_stock" not in script.about]
PARTS = 6  # of the answers, so that several workers share them

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.mark.parametrize("part", range(PARTS))
def test_rows_equal_those_of_stock_nbgrader(part: int, tmp_path: Path) -> None:
    some = SAME[part::PARTS]
    names = sorted({script.assignment for script in some})
    ours, theirs = (copy_course(Course.find(), names, tmp_path / who) for who in ("ours", "stock"))
    for script in some:
        for course in (ours, theirs):
            path = course.root / "submitted" / script.name / script.assignment
            path.mkdir(parents=True)
            (path / f"{script.assignment}.ipynb").write_text(json.dumps(_without_figures(script)))
    Batch(ours, Settings(workers=1)).run()
    stock(theirs, {(script.name, script.assignment): "" for script in some}, lambda: None)
    mine, stocks = read_rows(ours.root / "gradebook.db"), read_rows(theirs.root / "stock.db")
    del mine["sealed"]
    for table in mine:
        assert mine[table] == stocks[table], table
    assert len({row.split(",")[0] for row in mine["grade"]}) == len(some)


def _without_figures(script: Script) -> dict[str, Any]:
    """What is handed in, without the cells that draw: nothing graded depends on them."""
    made = hand_in(script, assignment(script.assignment).by_grade_id)
    made = json.loads(made) if isinstance(made, bytes | str) else made
    kept = [cell for cell in made["cells"] if "demo" not in cell["metadata"].get("tags", ())]
    return {**made, "cells": kept}
