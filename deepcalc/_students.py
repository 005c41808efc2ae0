"""The student's own function in a figure or a widget, or a stand-in until it is written."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["yours"]


def yours(
    function: Callable | None,
    instead: Callable,
    trial: tuple = (0.5,),
    name: str = "derivative",
    stand_in: str = "finite differences",
) -> tuple[Callable, str]:
    """Choose the student's function if it is written and works, else a stand-in.

    Parameters
    ----------
    function : callable or None
        The student's; it counts as working if ``function(*trial)`` returns finite numbers in the
        shape that the stand-in's have.  Whether they are right is not asked: the picture shows it.
    instead : callable
        Our numerical stand-in, never an exercise's answer.
    trial : tuple
        Arguments of the trial call; the function gets copies.
    name, stand_in : str
        The words for the two.

    Returns
    -------
    function, whose
        The one to use, and the words for the status line: "using your derivative" or
        "using finite differences until yours is written"; without a function just
        "using finite differences".
    """
    if function is not None:
        try:
            with np.errstate(all="ignore"):
                result = function(*copy.deepcopy(trial))
                wanted = instead(*copy.deepcopy(trial))
            if _alike(result, wanted):
                return function, f"using your {name}"
            reason = f"until yours returns what it should at {_spell(trial)}"
        except NotImplementedError:
            reason = "until yours is written"
        except Exception as error:  # any mistake of a beginner: the widget must go on
            reason = f"until yours works (it raised {type(error).__name__})"
        return instead, f"using {stand_in} {reason}"
    return instead, f"using {stand_in}"


def _alike(result: Any, wanted: Any) -> bool:
    result, wanted = np.asarray(result), np.asarray(wanted)
    same_kind = result.dtype.kind in "iuf" and result.shape == wanted.shape
    return same_kind and bool(np.all(np.isfinite(result)))


def _spell(trial: tuple) -> str:
    return ", ".join(f"{x:g}" if isinstance(x, int | float) else "a trial input" for x in trial)
