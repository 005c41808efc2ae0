"""What the first cell of a notebook does, beyond its imports."""

from __future__ import annotations

import os

__all__ = ["is_grading", "notebook"]

GRADING = ("NBGRADER_EXECUTION", "DEEPCALC_GRADING")


def notebook(name: str) -> None:
    """Begin a notebook: show in a picture what it is about, make its text fit the page, and see
    from here which checks pass.

    Parameters
    ----------
    name : str
        The notebook's, such as ``"01_derivatives"``; one of another course has no picture.
    """
    if is_grading():
        return
    from deepcalc._work.seen import watch
    from deepcalc.plotting import show
    from deepcalc.plotting.covers import COVERS, plot_cover
    from deepcalc.plotting.screens import TEXT

    watch(name)
    if name in COVERS:
        show(plot_cover(name), css=TEXT)


def is_grading() -> bool:
    """Whether a grader runs the notebook, and nobody looks."""
    return any(map(os.environ.get, GRADING))
