"""What `dc.progress` knows of a notebook's exercises: numbers, titles, points, as data."""

import json
from pathlib import Path

from nbformat import NotebookNode

from grading.authoring.lint.prose import EXERCISE
from grading.paths import Course

__all__ = ["FOLDER", "exercise_table"]

FOLDER = "deepcalc/_work/exercises"


def exercise_table(course: Course, name: str, notebook: NotebookNode) -> tuple[Path, str]:
    """Path and text of the data on a notebook's exercises, one a line.

    A check is known by its first line, which is the claim that it makes and stays when an editor
    renames cells.  What a person grades has no check, and is not among them.

    Parameters
    ----------
    notebook : the instructor's version
    """
    entries, heading = [], None
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                heading = EXERCISE.fullmatch(line.removeprefix("### ")) or heading
        elif marks.get("grade") and not marks.get("solution") and heading:
            title = heading[0].partition(": ")[2].rpartition(" (")[0]
            entry = {
                "name": cell.id.removeprefix("test_"),
                "number": f"{heading[1]}.{heading[2]}",
                "title": title,
                "points": marks["points"],
                "claim": cell.source.partition("\n")[0].strip(),
            }
            entries.append(json.dumps(entry, ensure_ascii=False))
    return course.root / FOLDER / f"{name}.json", "[\n" + ",\n".join(entries) + "\n]\n"
