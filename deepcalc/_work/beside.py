"""The course's other notebooks, where they lie beside the one that runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Cell", "Unreadable", "cells", "find"]


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
    """

    source: str
    outputs: tuple[dict[str, Any], ...] = ()
    test: bool = False

    @property
    def claim(self) -> str:
        """Its first line: of a check, the sentence that it proves."""
        return self.source.strip().partition("\n")[0].strip()


def find(name: str) -> Path | None:
    """The notebook's file: in this folder, as a browser and a zip have it, or in its own.

    Parameters
    ----------
    name : such as "01_derivatives"
    """
    here = Path.cwd()
    places = (here, here.parent / name, here / name)
    files = (place / f"{name}.ipynb" for place in places)
    return next((file for file in files if file.is_file()), None)


def cells(file: Path) -> list[Cell]:
    """The code cells of a notebook.

    Raises
    ------
    Unreadable
    """
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        found = [_cell(cell) for cell in data["cells"] if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable(file.name) from None
    return found


def _cell(cell: dict[str, Any]) -> Cell:
    source = cell["source"]  # one text, or a list of lines
    marks = cell.get("metadata", {}).get("nbgrader", {})
    test = bool(marks.get("grade")) and not marks.get("solution")
    outputs = tuple(output for output in cell.get("outputs", ()) if isinstance(output, dict))
    return Cell(source if isinstance(source, str) else "".join(source), outputs, test)
