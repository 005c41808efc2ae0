"""A reader's own functions from an earlier notebook, where they keep their contracts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import deepcalc
from deepcalc._notebook import is_grading

from .alone import Asking, alone
from .beside import Cell, Unreadable, absent, cells, find
from .definitions import Missing, define
from .exercises import claims, exercises
from .limit import TooLong, can_interrupt, limit

__all__ = ["earlier"]

SECONDS = 5.0  # for a function's definition and its check; most take a hundredth of it


def earlier(
    notebook: str,
    *names: str,
    instead: Any = None,
    stand_in: str = "what this notebook gives",
) -> Any:
    """Take over functions that the reader wrote in an earlier notebook, if they are right.

    The notebook is looked for in this folder, and in the folder of its own name beside this one.
    Of its last saved state the cells that define the functions run, with the imports, helpers and
    constants that these look up; no figure, no check, no other cell.  Each function is then tried
    on its exercise's contract, as its check does it: as it is at the end of the notebook, and if
    that fails as it is where its check stands.  A line below the cell says whose are used, and
    why.

    Parameters
    ----------
    notebook : str
        Its name, such as ``"01_derivatives"``.
    names : str
        Functions or classes, one or more.
    instead : callable, or a sequence with one for each name, optional
        What is used where the reader's is not there or not right yet; None if not given.
    stand_in : str
        The words for it in that line.

    Returns
    -------
    callable or None, or a list of them
        One for a single name, a list for several.

    Raises
    ------
    LookupError
        For a name without a contract.
    ValueError
        Where `instead` has another length than `names`.

    Notes
    -----
    `deepcalc` holds no answer to any exercise, so it has none to fall back on: the notebook that
    calls this passes `instead`, or shows what was recorded beforehand.  While grading nothing is
    read or run, and `instead` is returned.

    What takes longer than five seconds is stopped.  In a browser tab and on Windows nothing can
    be: there a line says beforehand what is about to run.
    """
    if not names:
        raise ValueError("name the functions to take over")
    if instead is not None and not isinstance(instead, Sequence):
        instead = [instead] * len(names)
    spare: Sequence[Any] = [None] * len(names) if instead is None else instead
    if len(spare) != len(names):
        raise ValueError(f"{len(names)} names, but {len(spare)} to use instead")
    taken = list(spare)
    if not is_grading():
        reasons: dict[str, list[str]] = {}
        mine = []
        found = _Notebook(notebook)
        if not found.why and not can_interrupt():
            trying = f"Trying your {_listed(list(names))} of {found.shown}."
            _say(f"{trying} Should this not end, restart the kernel.")
        for place, name in enumerate(names):
            function, reason = found.take(name)
            if reason:
                reasons.setdefault(reason, []).append(name)
            else:
                taken[place] = function
                mine.append(name)
        _say(_told(notebook, mine, reasons, stand_in))
    return taken[0] if len(names) == 1 else taken


class _Notebook:
    """An earlier notebook, of which functions are taken."""

    def __init__(self, name: str) -> None:
        self.name, self.shown = name, f"{name}.ipynb"
        self.saved = f"{self.shown}, as last saved"
        self.why = ""  # nothing can be taken
        self.cells: list[Cell] = []
        file = find(name)
        if file is None:
            self.why = absent(name)
            return
        try:
            self.cells = cells(file)
        except Unreadable:
            self.why = f"{self.shown} cannot be read as a notebook"

    def states(self, name: str) -> list[list[str]]:
        """All cells, and those up to the check of an exercise; without the checks."""
        claim = next((e.claim for e in exercises(self.name) if e.name == name), None)
        checks = [k for k, cell in enumerate(self.cells, 1) if claim in cell.lines]
        known = claims(self.name)
        return [
            [c.source for c in self.cells[:end] if not c.test and c.claim not in known]
            for end in (len(self.cells), *checks[-1:])
        ]

    def take(self, name: str) -> tuple[Callable | None, str]:
        """The reader's function, or None and why not."""
        from deepcalc.checking._contracts import known
        from deepcalc.checking._explaining import first_wrong, quiet
        from deepcalc.checking._outcomes import outcomes

        contract = known(name)
        if contract is None or not contract.cases:
            raise LookupError(f"there is no contract of {name!r}: run `course build`")
        if self.why:
            return None, self.why
        given = {"np": sys.modules["numpy"], "dc": deepcalc, "check": deepcalc.checking}
        if plt := sys.modules.get("matplotlib.pyplot"):
            given["plt"] = plt
        reasons = []
        for texts in self.states(name):
            try:
                # No alarm may ring while the display comes back.
                with quiet(), alone(), limit(SECONDS):
                    function = define(name, texts, given, self.shown)
                    wrong = [found for found in outcomes(function, contract) if not found.right]
                    cause = first_wrong(function, name) if wrong else None
            except KeyboardInterrupt:
                raise
            except Missing as missing:
                reasons.append(f"{missing} in {self.saved}")
            except TooLong:
                return None, f"yours in {self.saved}, takes more than {SECONDS:g} seconds"
            except Asking:
                reasons.append(f"yours in {self.saved}, asks for input")
            except BaseException as error:  # a SystemExit, too, must not end this notebook
                reasons.append(f"yours in {self.saved}, raises {type(error).__name__}")
            else:
                if not wrong:
                    return function, ""
                written = all(found.kind != "not_attempted" for found in wrong)
                lacks = "does not pass its check yet" if written else "is not written yet"
                lacks = f"uses {cause}, which does not pass its check yet" if cause else lacks
                reasons.append(f"yours in {self.saved}, {lacks}")
        return None, reasons[0]


def _told(notebook: str, mine: list[str], reasons: dict[str, list[str]], stand_in: str) -> str:
    lines = [f"Using your {_listed(mine)} of {notebook}.ipynb."] if mine else []
    lines += [f"Using {stand_in} for {_listed(n)}: {why}." for why, n in reasons.items()]
    return " ".join(lines)


def _listed(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _say(text: str) -> None:
    from deepcalc.checking._session import show

    show(text)
