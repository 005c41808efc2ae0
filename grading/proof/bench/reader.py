"""What a student waits for: the setup cell, a check, a redrawn picture, a whole notebook."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nbformat
import numpy as np

from grading.notebook import generated
from grading.paths import Course
from grading.sealed.examiner.assignment import HIDDEN, cell_text

__all__ = ["LIMITS", "QUIET", "measure", "setup_cell"]

LIMITS = {"setup cell": 1.0, "check, p95": 0.05, "redraw, p95": 0.1, "Run All, unsolved": 15.0}
QUIET = ["--Application.log_level=ERROR", "--HistoryManager.hist_file=:memory:"]  # of a kernel
POSITIONS = 9  # of each slider
IMPORT = """
import time
import matplotlib, IPython  # a kernel has these two
matplotlib.use("Agg")
start = time.perf_counter()
exec({setup!r})
print(time.perf_counter() - start)
"""


def measure(course: Course, names: list[str], advance: Callable[[], object]) -> dict[str, float]:
    """Seconds, the worst of all notebooks: the keys are those of `LIMITS`."""
    steps = ("source", "notebooks")
    paths = {step: [str(course.notebook(step, name)) for name in names] for step in steps}
    found = {"setup cell": setup_cell(course, names[0])}
    advance()
    found["check, p95"] = float(np.percentile(_alone("checks", paths["source"]), 95))
    advance()
    found["redraw, p95"] = float(np.percentile(_alone("redraws"), 95))
    advance()
    found["Run All, unsolved"] = max(_alone("run", paths["notebooks"]))
    advance()
    return found


def setup_cell(course: Course, name: str, times: int = 5) -> float:
    """Seconds for the setup cell in a fresh process, the middle of some."""
    cells = generated(course, "notebooks", name).cells
    setup = next(cell.source for cell in cells if cell.cell_type == "code")
    return float(np.median([_last("-c", IMPORT.format(setup=setup)) for _ in range(times)]))


def _alone(what: str, paths: Iterable[str] = ()) -> list[float]:
    """Measure in a process of its own, which has not graded anything."""
    return _last("-m", __name__, what, *paths)


def _last(*arguments: str) -> Any:
    """What a new process of Python says in its last line, after what cells have displayed."""
    command = [sys.executable, *arguments]
    return json.loads(subprocess.check_output(command, stderr=subprocess.DEVNULL).splitlines()[-1])


def _checks(paths: list[str]) -> list[float]:
    """Seconds for the visible part of each test cell on the worked solutions."""
    seconds = []
    for path in paths:
        namespace: dict = {"__name__": "__main__"}
        with open(path, encoding="utf-8") as file:
            cells = json.load(file)["cells"]
        for cell in cells:
            if cell["cell_type"] != "code" or "demo" in cell["metadata"].get("tags", []):
                continue
            code = compile(HIDDEN.sub("", cell_text(cell)), "<cell>", "exec")
            gc.collect()  # what other cells have left is not this one's
            with contextlib.redirect_stdout(io.StringIO()):
                start = time.perf_counter()
                exec(code, namespace)
                if cell["metadata"].get("nbgrader", {}).get("grade"):
                    seconds.append(time.perf_counter() - start)
    return seconds


def _redraws(paths: list[str]) -> list[float]:
    """Seconds for each move of each slider of each widget; no notebook is needed."""
    from deepcalc import widgets

    seconds = []
    for name in widgets.__all__:
        if name in ("interactive", "yours"):
            continue
        widget = getattr(widgets, name)()
        for key, control in widget.controls.items():
            if "Slider" not in control.kind:
                continue
            values = np.linspace(control.settings["min"], control.settings["max"], POSITIONS)
            if control.kind == "FloatLogSlider":
                values = 10.0**values
            for value in values:
                moved = int(value) if control.kind == "IntSlider" else float(value)
                start = time.perf_counter()
                widget.set(**{key: moved})
                seconds.append(time.perf_counter() - start)
            widget.set(**{key: control.value})
    return seconds


def _run_all(paths: list[str]) -> list[float]:
    """Seconds for each notebook in a kernel, from the kernel's start on."""
    from nbclient import NotebookClient

    seconds = []
    for path in map(Path, paths):
        client = NotebookClient(
            nbformat.read(path, as_version=4),
            allow_errors=True,
            timeout=60,
            kernel_name="python3",
            extra_arguments=QUIET,
            resources={"metadata": {"path": str(path.parent)}},
        )
        start = time.perf_counter()
        client.execute()
        seconds.append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    measured = {"checks": _checks, "redraws": _redraws, "run": _run_all}
    print(json.dumps(measured[sys.argv[1]](sys.argv[2:])))
