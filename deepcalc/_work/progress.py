"""The points so far by the visible checks, and what comes next: a line of text, and a bar."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from deepcalc._notebook import is_grading

from .beside import Cell, Unreadable, absent, cells, find
from .exercises import Exercise, exercises, names
from .seen import REASON, seen

__all__ = ["progress"]


@dataclass(frozen=True)
class Standing:
    """How far a notebook is.

    Attributes
    ----------
    whose : exercises whose checks pass
    of : all of them
    open : predictions that are made, and not yet called right below their picture
    """

    whose: tuple[Exercise, ...]
    of: tuple[Exercise, ...]
    open: tuple[Exercise, ...] = ()

    @property
    def points(self) -> float:
        """Points so far."""
        return sum(exercise.points for exercise in self.whose)

    @property
    def total(self) -> float:
        """Points that there are."""
        return sum(exercise.points for exercise in self.of)

    @property
    def next(self) -> Exercise | None:
        """The first exercise that is not done."""
        done = (*self.whose, *self.open)
        return next((exercise for exercise in self.of if exercise not in done), None)


def progress(all: bool = False) -> None:
    """Show the points so far by the visible checks, and which exercise comes next.

    Counted is what passed when its check ran last, since the kernel started; an answer that was
    changed since then counts when its check has run, too.  A prediction counts once the picture has
    told that it is right.  Points at hand-in come from fresh inputs of the same kinds.

    Parameters
    ----------
    all : bool
        All notebooks of the course: the others as they were last saved, beside this one or in the
        folders of their own names.  Nothing is stored and nothing sent for that: their saved
        outputs are read.

    Notes
    -----
    Nothing is shown while grading.
    """
    if is_grading():
        return
    own = seen.notebook
    if all:
        lines = [_line_of(name, name == own) for name in names()]
        for line in lines:
            _show(line)
        known = [standing for *_, standing in lines if standing is not None]
        points, total = sum(s.points for s in known), sum(s.total for s in known)
        if not known:
            return
        together = f"{len(known)} of the {len(lines)} notebooks together"
        _display(f"{together}: {points:g} of {total:g} points.", None)
    elif not exercises(own):
        _display("No checks are known here: run the setup cell, the first one, then this.", None)
    else:
        _show(_line_of(own, True))


def _line_of(name: str, running: bool) -> tuple[str, str, Standing | None]:
    """Name of a notebook, what is to be said of it, and its standing if that is known."""
    if running:
        return name, "by the checks run since the kernel started", _running()
    file = find(name)
    if file is None:
        return name, absent(name), None
    try:
        return name, "as last saved", _saved(name, cells(file))
    except Unreadable:
        return name, f"{name}.ipynb cannot be read as a notebook", None


def _running() -> Standing:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    namespace = shell.user_ns if shell is not None else {}
    of = exercises(seen.notebook)
    return _standing(of, {e.name for e in of if seen.has(e, namespace)}, seen.right)


def _saved(name: str, found: Iterable[Cell]) -> Standing:
    """What the outputs say that are saved in a notebook."""
    of = exercises(name)
    passed: set[str] = set()
    right: set[str] = set()
    by_claim = {exercise.claim: exercise for exercise in of}
    for cell in sorted(found, key=lambda cell: cell.run):  # of two copies the last one counts
        kinds = {output.get("output_type") for output in cell.outputs}
        told = [str(output.get("data", {}).get("text/plain", "")) for output in cell.outputs]
        checked = {by_claim[claim].name for claim in cell.lines & by_claim.keys()}
        if cell.outputs:
            passed -= checked
        if "error" not in kinds and any("✓" in text for text in told):
            passed |= checked
        if any(" and it is right." in text for text in told):
            right |= set(REASON.findall(cell.source))
    return _standing(of, passed, right)


def _standing(of: tuple[Exercise, ...], passed: set[str], right: set[str]) -> Standing:
    from deepcalc.checking._contracts import known

    predictions = {e.name for e in of if (stated := known(e.name)) and stated.letters}
    done = {name for name in passed if name not in predictions or name in right}
    noted = passed & predictions - done
    return Standing(
        tuple(e for e in of if e.name in done), of, tuple(e for e in of if e.name in noted)
    )


def _show(line: tuple[str, str, Standing | None]) -> None:
    name, said, standing = line
    if standing is None:
        _display(f"{name}: {said}.", None)
        return
    text = f"{name}: {standing.points:g} of {standing.total:g} points, {said}."
    if standing.next:
        text += f" Next: Exercise {standing.next.number}, {standing.next.title}."
    elif not standing.open:
        text += " Every check passes."
    if standing.open:
        number = standing.open[0].number
        text += f" Exercise {number} counts once what stands below its picture calls it right."
    _display(text, standing)


def _display(text: str, standing: Standing | None) -> None:
    ipython = sys.modules.get("IPython")
    if ipython is None or ipython.get_ipython() is None:
        print(text)
        return
    from IPython.display import display

    data: dict[str, Any] = {"text/html": _bar(text, standing), "text/plain": text}
    display(data, raw=True)


def _bar(text: str, standing: Standing | None) -> str:
    """The line above a bar; both take the page's own colour but for the fill."""
    from deepcalc.checking._failure import GREEN

    bar = ""
    if standing is not None and standing.total:
        name = escape(text.partition(":")[0])
        share = 100 * standing.points / standing.total
        bar = (
            f'<div role="progressbar" aria-label="{name}: points" aria-valuemin="0" '
            f'aria-valuemax="{standing.total:g}" aria-valuenow="{standing.points:g}" '
            'style="height:10px;max-width:30em;margin-top:4px;border:1px solid currentColor;'
            'border-radius:5px;overflow:hidden">'
            f'<div style="height:100%;width:{share:.1f}%;background:{GREEN}"></div></div>'
        )
    return (
        f'<div class="dc-progress" style="line-height:1.45;margin:4px 0">{escape(text)}{bar}</div>'
    )
