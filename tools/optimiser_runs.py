"""Makes deepcalc/plotting/xor_optimisers.npz again: losses of the solved notebooks' optimisers.

A reader who has not written an optimiser of notebook 4 sees them in notebook 5 in its place.
"""

import numpy as np

from deepcalc.plotting.xor_networks import flat, named
from deepcalc.plotting.xor_optimisers import RUNS, losses_of
from grading.authoring.contracts import run_quietly
from grading.paths import Course
from grading.sealed.examiner.assignment import Assignment

STEPS = 400


def main() -> None:
    """Run the three optimisers on the network, from the weights of seed 0."""
    course = Course.find()
    names: dict = {"__name__": "__main__"}
    for notebook in ("04_gradient_descent", "05_backprop_xor"):
        for cell in Assignment.from_notebook(course.notebook("source", notebook)).cells:
            if cell.kind in ("given", "solution"):
                run_quietly(compile(cell.solved, f"<{cell.grade_id}>", "exec"), names)

    def gradient(w: np.ndarray) -> np.ndarray:
        params = named(w)
        cache = names["forward"](params, names["X"])[1]
        return flat(names["backward"](params, cache, names["y"]))

    start = np.random.default_rng(0).normal(0, 0.5, size=17)
    paths = {
        "plain": names["gradient_descent"](gradient, start, 5.0, STEPS),
        "momentum": names["momentum_descent"](gradient, start, 1.0, 0.9, STEPS),
        "Adam": names["adam_descent"](gradient, start, 0.1, STEPS),
    }
    losses = {name: losses_of(path).astype(np.float32) for name, path in paths.items()}
    np.savez_compressed(RUNS, **losses)


if __name__ == "__main__":
    main()
