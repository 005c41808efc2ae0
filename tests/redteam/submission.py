"""Submissions written as percent scripts, turned into the notebooks that students hand in.

A script begins with a docstring of ``key: value`` lines:

- ``assignment``: by default the first notebook;
- ``tries`` and ``class`` of an attack, ``what`` of honest work;
- ``beyond_stock``: why stock nbgrader gives honest work less than it deserves;
- ``kernel``: "passes" if all checks pass in the notebook's own kernel, or "fails, because …";
- ``pictures``: ids of the cells that draw on which honest work depends;
- ``keeps``: the exercises of an attack that are answered honestly and must keep their points, by
  the worked solution where the script has no answer; "nothing" and "everything" are allowed;
- ``harms_itself``: the attack may cost the attacker also what was right;
- ``needs``: seconds that one cell must be given for the attack to get through, were it not stopped;
- ``alone``: it aims at the examiner's life, and is run in a process of its own.

Its cells are

- ``# %% solution: sigmoid`` — what stands in the cell with this grade_id;
- ``# %% added`` — a cell of the student's own, in front of the exercises;
- ``# %% added after sigmoid`` — the same, behind that solution cell;
- ``# %% mangle`` — Python that runs here, in the test: it defines ``mangle(notebook)``, which
  changes the notebook's JSON, or returns what is handed in instead of it.

``{repo}`` and other names in braces that `hand_in` is given stand for what an attacker knows or
guesses.  All exercises that are neither answered in the script nor by the worked solution are
left as the students got them.
"""

from __future__ import annotations

import ast
import copy
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grading.sealed.examiner.assignment import Assignment, cell_text

__all__ = ["ROOT", "Script", "assignment", "hand_in", "notebook", "read", "scripts"]

ROOT = Path(__file__).parents[2]
MARKER = re.compile(r"^# %% (solution: \w+|added after \w+|added|mangle)$", re.M)
FIRST = "01_derivatives"


@dataclass(frozen=True)
class Script:
    """A submission as it is written down.

    Parameters
    ----------
    about : the lines of its docstring
    cells : "solution: sigmoid", "added" and so on, with their text
    """

    name: str
    about: Mapping[str, str]
    cells: tuple[tuple[str, str], ...]

    @property
    def assignment(self) -> str:
        return self.about.get("assignment", FIRST)

    def words(self, key: str, default: str = "") -> list[str]:
        """A line of the docstring that is a list of names."""
        return self.about.get(key, default).split()


def read(path: Path) -> Script:
    """A script from its file."""
    head, *parts = MARKER.split(path.read_text(encoding="utf-8"))
    text = ast.get_docstring(ast.parse(head)) or ""
    about: dict[str, str] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(": ")
        if colon and key.isidentifier():
            about[key] = value
        elif about and line.strip():
            about[list(about)[-1]] += " " + line.strip()
    cells = zip(parts[::2], (part.strip("\n") for part in parts[1::2]), strict=True)
    return Script(path.stem, about, tuple(cells))


def scripts(folder: Path) -> list[Script]:
    """All scripts of a folder."""
    return [read(path) for path in sorted(folder.glob("*.py"))]


@cache
def notebook(step: str, name: str) -> dict[str, Any]:
    """A notebook of the course: step is "source", "notebooks" or "solutions"."""
    return json.loads((ROOT / step / name / f"{name}.ipynb").read_text(encoding="utf-8"))


@cache
def assignment(name: str, secret: str = "") -> Assignment:
    """An assignment; its hidden tests hold `secret`, in the text and as a value."""
    whole = copy.deepcopy(notebook("source", name))
    for cell in whole["cells"]:
        if secret and _about(cell).get("grade"):
            line = f"### BEGIN HIDDEN TESTS\nsecret = {secret!r}  # {secret}\n"
            cell["source"] = cell_text(cell).replace("### BEGIN HIDDEN TESTS\n", line)
    return Assignment.from_notebook(whole, name)


def hand_in(script: Script, solved: Iterable[str], **known: str) -> Any:
    """The file that is handed in, or what a `mangle` makes of it.

    Parameters
    ----------
    solved : grade_ids of exercises that have the worked solution, where the script has no answer
    known : what replaces ``{name}`` in the script
    """
    made = copy.deepcopy(notebook("notebooks", script.assignment))
    worked = {cell["id"]: cell for cell in notebook("solutions", script.assignment)["cells"]}
    for cell in made["cells"]:
        if _about(cell).get("solution") and _about(cell)["grade_id"] in solved:
            cell["source"] = cell_text(worked[_about(cell)["grade_id"]])
    mangle = None
    for marker, text in script.cells:
        for key, value in known.items():
            text = text.replace("{" + key + "}", value)
        if marker == "mangle":
            space = {"known": known, "json": json}
            exec(compile(text, script.name, "exec"), space)
            mangle = space["mangle"]
        elif marker.startswith("solution"):
            made["cells"][place(made, marker.split()[-1])]["source"] = text
        else:
            name = marker.split()[-1]
            at = place(made, "") if name == "added" else place(made, name) + 1
            made["cells"].insert(at, added(text))
    return made if mangle is None else mangle(made) or made


def place(made: Mapping[str, Any], grade_id: str) -> int:
    """Where the cell with a grade_id stands; without one, the place behind the setup cell."""
    if not grade_id:
        return 1 + next(at for at, c in enumerate(made["cells"]) if c["cell_type"] == "code")
    return next(at for at, c in enumerate(made["cells"]) if _about(c).get("grade_id") == grade_id)


def added(text: str) -> dict[str, Any]:
    """A code cell as JupyterLab adds it."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"added-{abs(hash(text)) % 10**8}",
        "metadata": {},
        "outputs": [],
        "source": text,
    }


def _about(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    return cell["metadata"].get("nbgrader", {})
