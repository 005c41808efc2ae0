"""Odd submissions in a notebook's own kernel: what their scripts say of them is true.

A script with the line ``kernel: passes`` is run from top to bottom, and every visible check passes
where it stands, or when it is run again at the end.  With ``kernel: fails, because …`` one does
not, and the grader is kinder than Jupyter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

from grading.sealed.examiner.assignment import cell_text, normal
from tests.redteam.submission import Script, assignment, hand_in

from .test_honest import ANSWERS

RUN = [script for script in ANSWERS if "kernel" in script.about]
LIMIT = 60  # seconds for a cell
ENDLESS = 3  # before a cell with an endless loop is stopped by hand


@pytest.mark.parametrize("script", RUN, ids=lambda script: script.name)
def test_a_notebook_does_in_its_kernel_what_the_script_says(script: Script, tmp_path: Path) -> None:
    told = script.about["kernel"]
    assert told == "passes" or told.startswith("fails, because ")
    assert bool(_failing(script, tmp_path)) == (told != "passes")


def _failing(script: Script, folder: Path) -> list[str]:
    """The visible checks that pass neither where they stand nor at the end."""
    exam = assignment(script.assignment)
    failing = {name: "\n".join(check) for name, check in exam.checks.items()}
    made = new_notebook(cells=[new_code_cell(text) for text in _texts(script)])
    client = NotebookClient(
        made,
        config=Config({"KernelManager": {"transport": "ipc"}}),  # see tests/course/conftest.py
        allow_errors=True,
        timeout_func=lambda cell: ENDLESS if "while True:" in cell.source else LIMIT,
        interrupt_on_timeout=True,
        resources={"metadata": {"path": str(folder)}},
    )
    with client.setup_kernel():
        for place, cell in enumerate(list(made.cells)):
            if _runs(client, cell, place):
                text = normal(cell.source)
                failing = {name: check for name, check in failing.items() if check not in text}
        made.cells += [new_code_cell(check) for check in failing.values()]
        again = range(len(made.cells) - len(failing), len(made.cells))
        right = [_runs(client, made.cells[place], place) for place in again]
    return [name for name, passed in zip(failing, right, strict=True) if not passed]


def _runs(client: NotebookClient, cell: NotebookNode, place: int) -> bool:
    """Run a cell; whether it ended without an error."""
    client.execute_cell(cell, place)
    return all(output.output_type != "error" for output in cell.outputs)


def _texts(script: Script) -> Iterator[str]:
    """The code cells of what is handed in, without the pictures that nobody touched."""
    exam = assignment(script.assignment)
    drawn = {normal(cell.source) for cell in exam.cells if cell.kind == "demo"}
    made = hand_in(script, exam.by_grade_id)
    made = json.loads(made) if isinstance(made, bytes | str) else made
    for cell in made["cells"]:
        text = cell_text(cell)
        wanted = normal(text) not in drawn or cell.get("id") in script.words("pictures")
        if cell["cell_type"] == "code" and wanted:
            yield text
