"""The course's other notebooks, where they lie beside the one that runs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Cell", "Unreadable", "absent", "cells", "find"]


class Unreadable(Exception):
    """A file that is no notebook."""


@dataclass(frozen=True)
class Cell:
    """A code cell as it was saved.

    Attributes
    ----------
    source : its text
    outputs : what it showed, in the notebook's format
    test : whether its metadata say that it is a check
    run : the number of its last run, 0 if it has none
    """

    source: str
    outputs: tuple[dict[str, Any], ...] = ()
    test: bool = False
    run: int = 0

    @property
    def claim(self) -> str:
        """Its first line: of a check, the sentence that it proves."""
        return self.source.strip().partition("\n")[0].strip()

    @property
    def lines(self) -> set[str]:
        """Its lines; one of a check's is its claim, also where something was typed above."""
        return {line.strip() for line in self.source.splitlines()}


def find(name: str) -> Path | None:
    """The notebook's file: in this folder, as a browser and a zip have it, or in its own.

    Parameters
    ----------
    name : such as "01_derivatives"
    """
    for place in _places(name):
        file = place / f"{name}.ipynb"
        try:
            if file.is_file():
                return file
        except OSError:  # a folder that is closed to us
            continue
    return None


def absent(name: str) -> str:
    """That a notebook was not found, and which copy under another name was: whose, is a guess."""
    said = f"{name}.ipynb is not beside this notebook"
    for place in _places(name):
        try:
            like = sorted(f.name for f in place.glob(f"*{name}*.ipynb") if f.is_file())
        except OSError:
            continue
        if copies := [file for file in like if not file.startswith(".")]:
            return f"{said}, but {copies[0]} is: rename it if it is yours"
    return said


def _places(name: str) -> Iterator[Path]:
    """The folders to look in, also where a cell has changed the current one."""
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    for current in (Path.cwd, lambda: Path(shell.starting_dir)):
        try:
            here = current()
        except (OSError, AttributeError):  # it is gone, or there is no shell
            continue
        yield from (here, here.parent / name, here / name)


def cells(file: Path) -> list[Cell]:
    """The code cells of a notebook.

    Raises
    ------
    Unreadable
    """
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
        found = [_cell(cell) for cell in data["cells"] if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable(file.name) from None
    return found


def _cell(cell: dict[str, Any]) -> Cell:
    source = cell["source"]  # one text, or a list of lines
    marks = cell.get("metadata", {}).get("nbgrader", {})
    test = bool(marks.get("grade")) and not marks.get("solution")
    outputs = tuple(
        output
        for output in cell.get("outputs", ())
        if isinstance(output, dict) and isinstance(output.get("data", {}), dict)
    )
    source = source if isinstance(source, str) else "".join(source)
    return Cell(source, outputs, test, int(cell.get("execution_count") or 0))
