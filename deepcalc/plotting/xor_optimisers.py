"""The figure of notebook 05 in which the optimisers of notebook 04 train its network.

Offered by `deepcalc.plotting.xor`.  No optimiser stands here: what the reader has none for is drawn
from losses that were stored beforehand, by ``tools/optimiser_runs.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.data import xor_data
from deepcalc.plotting.descent_paths import STYLES, attempt, note
from deepcalc.plotting.style import describe, number, panels, styled
from deepcalc.plotting.xor_networks import squared_errors

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["BELOW", "RUNS", "losses_of", "plot_optimisers", "stored"]

BELOW = 0.01  # the loss from which XOR counts as solved
FLOOR = 2e-4  # of the loss axis
RUNS = Path(__file__).with_suffix(".npz")


@cache
def stored() -> dict[str, np.ndarray]:
    """Losses of the runs made beforehand, from the weights of seed 0: "plain", "momentum", "Adam".

    Each has the shape (401,): before the first step, and after each of 400.
    """
    with np.load(RUNS) as kept:
        return {name: kept[name].astype(float) for name in kept.files}


def losses_of(path: np.ndarray) -> np.ndarray:
    """The loss of the network at each row of a path, shape (steps + 1, 17)."""
    X, y = xor_data()
    with np.errstate(all="ignore"):
        return squared_errors(path, X, y).mean(axis=-1)


@styled
def plot_optimisers(runs: Mapping[str, Callable[[], Any]]) -> Figure:
    """The loss of the network 2 → 4 → 1 on XOR by step, for up to three optimisers.

    Parameters
    ----------
    runs : mapping of str to function
        Each returns a path of shape (steps + 1, 17): W1 row by row, then b1, W2, b2.  The name
        begins with "plain", "momentum" or "Adam"; for one that returns no such path a run made
        beforehand is drawn.
    """
    figure, ax = panels(1, 1, size=(7.2, 3.5))
    told, before = [], []
    for k, (name, run) in enumerate(runs.items()):
        path, _ = attempt(run)
        kind = name.partition(",")[0]
        if path is not None and path.shape[1] == 17:
            losses = losses_of(path)
        elif kind in stored():
            losses = stored()[kind]
            before.append(kind)
        else:
            continue
        style = {**STYLES[k % len(STYLES)], "markevery": 25}
        ax.semilogy(np.maximum(losses, FLOOR), **style, label=name)
        solved = np.flatnonzero(losses < BELOW)
        when = f"below {BELOW} after {solved[0]} steps" if len(solved) else f"never below {BELOW}"
        told.append(f"{name}: {when}, {number(losses[-1], 5)} at the end")
    ax.axhline(BELOW, color="#8a929b", linewidth=0.9, linestyle=(0, (2, 2)))
    ax.set(xlabel="step", ylabel="loss $L$", ylim=(FLOOR, 20))  # room for the legend
    ax.margins(x=0.01)
    ax.legend(loc="upper right")
    words = f"Made beforehand: {', '.join(before)}" if before else "With your own functions"
    note(figure, words)
    describe(
        figure,
        f"""Loss of the network by step, on a logarithmic axis, with a dotted line at {BELOW}.
        {"; ".join(told)}. {words}.""",
    )
    return figure
