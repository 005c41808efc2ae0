"""What the first cell of a notebook does, beyond its imports."""

from __future__ import annotations

import os

__all__ = ["notebook"]

GRADING = ("NBGRADER_EXECUTION", "DEEPCALC_GRADING")  # nobody looks


def notebook(name: str) -> None:
    """Begin a notebook: show in a picture what it is about, and make its text fit the page.

    Parameters
    ----------
    name : str
        The notebook's, such as ``"01_derivatives"``; one of another course has no picture.
    """
    if any(map(os.environ.get, GRADING)):
        return
    from deepcalc.plotting import show
    from deepcalc.plotting.covers import COVERS, plot_cover
    from deepcalc.plotting.screens import TEXT

    if name in COVERS:
        show(plot_cover(name), css=TEXT)
