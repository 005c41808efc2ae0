"""Training runs made beforehand, for the pictures of notebook 05 that need many of them.

They lie beside this file in ``xor_runs.npz``, and are made again, in half a minute, by

    python -m deepcalc.plotting.xor_runs
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from deepcalc.plotting.xor_bugs import BUGS
from deepcalc.plotting.xor_networks import EPOCHS, EVERY, STARTS, descend, start

__all__ = ["BRISK", "BUG_SEED", "SEEDS", "UNITS", "make_runs", "runs"]

UNITS = range(1, 7)
SEEDS = range(8)
BUG_SEED = 1
BRISK = (10.0, 300, 10)  # rate, epochs, and after how many of them a loss is kept
RUNS = Path(__file__).with_name("xor_runs.npz")


@cache
def runs() -> dict[str, np.ndarray]:
    """The runs made beforehand.

    Returns
    -------
    dict
        "weights", shape (units, starts, seeds, 25): after `BRISK`, those not needed 0;
        "losses", shape (units, starts, seeds, 31): of the same runs, before epoch 0, 10, …, 300;
        "two" and "four", shape (100, 41): losses with 2 and 4 hidden units from 100 seeds, before
        epoch 0, 25, …, 1000;
        "bugs", shape (bugs, 25): losses with each of `BUGS`, 4 hidden units, from `BUG_SEED`,
        before epoch 0, 25, …, 600.
    """
    with np.load(RUNS) as stored:
        return {name: stored[name].astype(float) for name in stored.files}


def make_runs() -> dict[str, np.ndarray]:
    """Compute what `runs` returns, in half precision."""
    many, (rate, epochs, every) = (len(UNITS), len(STARTS), len(SEEDS)), BRISK
    made = {"weights": np.zeros((*many, 25)), "losses": np.zeros((*many, epochs // every + 1))}
    for u, hidden in enumerate(UNITS):
        first = np.array([[start(hidden, seed, kind) for seed in SEEDS] for kind in STARTS])
        path, losses = descend(first, rate, epochs + 1, every)
        made["weights"][u, ..., : first.shape[-1]] = path[-1]
        made["losses"][u] = np.moveaxis(losses[::every], 0, -1)
    for name, hidden in (("two", 2), ("four", 4)):
        first = np.array([start(hidden, seed) for seed in range(100)])
        made[name] = descend(first, epochs=1001)[1][::EVERY].T
    spoiled = [descend(start(4, BUG_SEED), epochs=EPOCHS + 1, follow=bug) for bug in BUGS.values()]
    made["bugs"] = np.array([losses[::EVERY] for _, losses in spoiled])
    return {name: values.astype(np.float16) for name, values in made.items()}


if __name__ == "__main__":
    made: dict[str, Any] = make_runs()
    np.savez_compressed(RUNS, **made)
