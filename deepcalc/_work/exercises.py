"""The exercises of each notebook, as the course build wrote them down: numbers, titles, points."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Exercise", "claims", "exercises", "names"]


@dataclass(frozen=True)
class Exercise:
    """An exercise with a check.

    Attributes
    ----------
    name : of the function
    number, title : of its heading, such as "4.5" and "Adam"
    points : whole or not
    claim : the first line of its check, by which that is known wherever it stands
    """

    name: str
    number: str
    title: str
    points: float
    claim: str


@lru_cache(maxsize=16)
def exercises(notebook: str) -> tuple[Exercise, ...]:
    """Those of a notebook, in its order; none of one that the course build does not know."""
    file = files(__package__) / "exercises" / f"{notebook}.json"
    if not notebook.isidentifier() and not notebook.replace("_", "").isalnum():
        return ()
    if not file.is_file():
        return ()
    return tuple(Exercise(**entry) for entry in json.loads(file.read_text(encoding="utf-8")))


def claims(notebook: str) -> set[str]:
    """The first lines of a notebook's checks."""
    return {exercise.claim for exercise in exercises(notebook)}


def names() -> list[str]:
    """The notebooks of the course, in order."""
    folder = files(__package__) / "exercises"
    return sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".json"))
