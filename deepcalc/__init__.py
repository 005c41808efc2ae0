"""Helpers for the notebooks of Calculus for Deep Learning.

The notebooks write ``import deepcalc as dc`` and reach everything from there:

========================  =======================================================
``dc.numeric``            derivatives, gradients and Jacobians by finite differences
``dc.checking``           the checks that answer a student's function
``dc.plotting``           the figures of the five notebooks
``dc.widgets``            the same figures, with sliders
``dc.data``               the small data sets
``dc.digits``             the network of the finale, which reads handwritten digits
``dc.notebook``           what the first cell of each notebook does
``dc.earlier``            the reader's own functions from an earlier notebook
``dc.progress``           the points so far by the checks, and what comes next
========================  =======================================================

Importing ``deepcalc`` imports NumPy only.  A submodule is loaded at its first use, so that
Matplotlib and ipywidgets are paid for by those who draw.
"""

from importlib import import_module
from typing import Any

__all__ = [
    "__version__",
    "checking",
    "data",
    "digits",
    "earlier",
    "notebook",
    "numeric",
    "plotting",
    "progress",
    "widgets",
]
__version__ = "1.0.0"

_SUBMODULES = ("checking", "data", "digits", "numeric", "plotting", "widgets")
_FUNCTIONS = {
    "earlier": "deepcalc._work.earlier",
    "notebook": "deepcalc._notebook",
    "progress": "deepcalc._work.progress",
}


def __getattr__(name: str) -> Any:
    if name in _SUBMODULES:
        return import_module(f"deepcalc.{name}")
    if name in _FUNCTIONS:
        return getattr(import_module(_FUNCTIONS[name]), name)
    raise AttributeError(f"deepcalc has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
