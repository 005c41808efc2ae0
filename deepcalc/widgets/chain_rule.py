"""Widgets of notebook 02: a graph step by step, and what depth does to a gradient."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patches import FancyBboxPatch

from deepcalc.numeric import derivative
from deepcalc.plotting import chain_graphs as graphs
from deepcalc.plotting.style import COLOURS, line, number
from deepcalc.widgets.base import Interactive, interactive, slider, yours

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["depth_explorer", "graph_stepper"]

FORWARD = ("z1", "a1", "z2", "loss")
BACKWARD = (("loss", ""), ("z2", "loss"), ("w2", "z2"), ("a1", "z2"), ("z1", "a1"), ("w1", "z1"))
SPOKEN = {"z1": "z₁", "a1": "a₁", "z2": "z₂", "w1": "w₁", "w2": "w₂", "loss": "L"}


def graph_stepper(
    forward: Callable | None = None,
    backward: Callable | None = None,
    x: float = 2.0,
    y: float = 1.0,
    w1: float = 0.5,
    w2: float = 3.0,
    step: int = 0,
) -> Interactive:
    """Step through the mini network, forward and then backward, with every number shown.

    Parameters
    ----------
    forward : the student's (x, w1, w2, y) -> dict with z1, a1, z2 and loss
    backward : the student's (x, w1, w2, y, cache) -> (dw1, dw2)
    x, y : float
        The example; it stays as it is.
    w1, w2 : float
        Where the sliders of the weights start.
    step : int
        The step to begin with, from 0 to 10.
    """
    graph = graphs.NETWORK
    trial = (0.3, 0.7, -0.4, 0.9)

    def ours(x: float, w1: float, w2: float, y: float) -> np.ndarray:
        values = graphs.values_of(graph, {"x": x, "w1": w1, "w2": w2, "y": y})
        return np.array([values[name] for name in FORWARD])

    def measured(x: float, w1: float, w2: float, y: float) -> np.ndarray:
        gradients = graphs.measure(graph, {"x": x, "w1": w1, "w2": w2, "y": y})[2]
        return np.array([gradients["w1"], gradients["w2"]])

    def from_forward(forward: Callable, *given: float) -> np.ndarray:
        cache = forward(*given)
        return np.array([cache[name] for name in FORWARD], dtype=float)

    def from_backward(backward: Callable, *given: float) -> np.ndarray:
        cache = dict(zip(FORWARD, ours(*given).tolist(), strict=True))
        return np.array(backward(*given, cache), dtype=float)

    values_at, whose = yours(
        partial(from_forward, forward) if forward else None, ours, trial, "forward_pass",
        "the course's values",
    )  # fmt: skip
    gradients_at, whose_back = yours(
        partial(from_backward, backward) if backward else None, measured, trial, "backward_pass"
    )

    def scene(figure: Figure) -> Callable[..., str]:
        ax = figure.subplots()
        graphs.draw_boxes(ax, graph, 2.75)
        graphs.key(ax, 2.75)
        lit = FancyBboxPatch((0, 0), *graphs.BOX, "round,pad=0,rounding_size=0.08", fill=False,
                             linewidth=3, animated=True)  # fmt: skip
        ax.add_patch(lit)
        animated: dict[str, Any] = {"animated": True}
        shown = {
            name: graphs.text_at(ax, node, "function", animated=name not in "xy")
            for name, node in graph.items()
        }
        shown["x"].set_text(f"→ {number(x, 3)}")
        shown["y"].set_text(f"→ {number(y, 3)}")
        back = {n: graphs.text_at(ax, graph[n], "gradient", **animated) for n, _ in BACKWARD}
        edges = {
            (a, b): ax.text(s="", **graphs.spot(graph, a, b), **animated) for a, b in BACKWARD if b
        }
        arrow = {"arrowstyle": "-|>", "color": COLOURS["gradient"], "linewidth": 2.4}
        arrows: dict[tuple[str, str], Any] = {}
        for a, b in edges:
            start, stop = graphs.ends(graph, a, b)
            both = {**arrow, "shrinkA": 0, "shrinkB": 0}
            arrows[a, b] = ax.annotate("", start, stop, arrowprops=both, **animated)
            arrows[a, b].arrow_patch.set_animated(True)

        def update(step: int, w1: float, w2: float) -> str:
            sources = {"x": x, "w1": w1, "w2": w2, "y": y}
            values, slopes, gradients = graphs.measure(graph, sources)
            values.update(zip(FORWARD, map(float, values_at(x, w1, w2, y)), strict=True))
            wanted = np.array([gradients["w1"], gradients["w2"]])
            got = gradients_at(x, w1, w2, y)
            gradients.update(w1=float(got[0]), w2=float(got[1]))
            done = {*sources, *FORWARD[:step]}
            passed = BACKWARD[: max(step - len(FORWARD), 0)]
            for name in ("w1", "w2", *FORWARD):
                shown[name].set_text(f"→ {number(values[name], 3)}" if name in done else "")
            for name, text in back.items():
                told = name in {n for n, _ in passed}
                text.set_text(f"← {number(gradients[name], 3)}" if told else "")
            for edge, text in edges.items():
                text.set_text(graphs.short(slopes[edge]) if edge in passed else "")
                arrows[edge].set_visible(edge == passed[-1] if passed else False)
                arrows[edge].arrow_patch.set_visible(arrows[edge].get_visible())
            sentence = _sentence(step, passed, values, slopes, gradients)
            active = passed[-1][0] if passed else FORWARD[step - 1] if step else "x"
            lit.set_visible(step > 0)
            lit.set_edgecolor(COLOURS["gradient" if passed else "function"])
            centre = graph[active].at
            lit.set_bounds(
                centre[0] - graphs.BOX[0] / 2, centre[1] - graphs.BOX[1] / 2, *graphs.BOX
            )
            listed = [f"{n} = {number(values[n], 3)}" for n in ("w1", "w2", *FORWARD) if n in done]
            slopes_told = [f"∂L/∂{SPOKEN[n]} = {number(gradients[n], 3)}" for n, _ in passed[1:]]
            if len(passed) == len(BACKWARD) and not np.allclose(got, wanted, 1e-4, 1e-6):
                right = ", ".join(number(v, 3) for v in wanted)
                slopes_told.append(f"finite differences give {right} for w₁, w₂")
            numbers = ", ".join(listed + slopes_told)
            return f"{sentence} {numbers}. Values: {whose}; gradients: {whose_back}."

        return update

    last = len(FORWARD) + len(BACKWARD)
    return interactive(
        scene,
        {
            "step": slider(
                "Step", step, 0, last, 1, help="1 to 4 forward, 5 to 10 backward", play=1500
            ),
            "w1": slider("Weight w1", w1, -3.0, 3.0, 0.1, help="the first weight"),
            "w2": slider("Weight w2", w2, -4.0, 4.0, 0.1, help="the second weight"),
        },
        about=f"""The graph of the mini network for x = {number(x)} and y = {number(y)}: values are
        filled in from left to right, then gradients from right to left.""",
        size=(7.2, 2.75),
        narrow=False,
    )


def _sentence(step: int, passed: tuple, values: dict, slopes: dict, gradients: dict) -> str:
    """What happens in a step, in words and numbers."""
    if step == 0:
        return "Step 0: the input, the weights and the target are known."
    if not passed:
        name = FORWARD[step - 1]
        return f"Step {step}, forward: {SPOKEN[name]} is computed, {number(values[name], 3)}."
    name, arrives = passed[-1]
    if not arrives:
        return f"Step {step}, backward: it begins with the slope of L against itself, 1."
    product = gradients[arrives] * slopes[name, arrives]
    local = number(slopes[name, arrives], 3)
    factors = f"{number(gradients[arrives], 3)} (arrives) × {local} (local slope)"
    return f"Step {step}, backward to {SPOKEN[name]}: {factors} ≈ {number(product, 3)}."


def depth_explorer(
    gradient: Callable | None = None, slope: float = 0.5, layers: int = 20
) -> Interactive:
    """Slide the depth and the slopes of a chain, and watch its gradient vanish or explode.

    Parameters
    ----------
    gradient : the student's (slopes) -> gradient at each layer; finite differences stand in
    slope, layers : float, int
        Where the sliders start.
    """
    deepest = 30
    noise = np.random.default_rng(0).uniform(-1, 1, deepest)

    def measured(slopes: Any) -> np.ndarray:
        """Wiggle what enters each layer, and look at the end of the chain."""

        def end(a: float, k: int) -> float:
            for s in slopes[k:]:
                a = s * a
            return a

        return np.array([derivative(lambda a, k=k: end(a, k), 0.0) for k in range(len(slopes))])

    at_layers, whose = yours(gradient, measured, (np.array([0.5, 2.0, -1.5]),),
                             "gradient_through_depth")  # fmt: skip

    def scene(figure: Figure) -> Callable[..., str]:
        left, right = figure.subplots(1, 2, width_ratios=(2, 3))
        left.set(xlim=(-1, deepest), ylim=(0, 3.1), xlabel="layer", ylabel="slope of the layer")
        right.set(xlim=(-1, deepest), ylim=(1e-20, 1e12), yscale="log")
        right.set(xlabel="layer (0 is at the input)", ylabel="gradient at the layer")
        for ax in (left, right):
            ax.axhline(1, color="#9aa1a9", linewidth=0.8, zorder=1)
        marks = {"marker": "o", "markersize": 3.5, "linewidth": 1.4, "animated": True}
        (bars,) = left.plot([], [], **line("derivative", **{**marks, "marker": "D"}))
        (curve,) = right.plot([], [], **line("gradient", **{**marks, "marker": "^"}))
        tag = right.text(0.97, 0.95, "", color=COLOURS["gradient"], ha="right", va="top",
                         transform=right.transAxes, animated=True)  # fmt: skip

        def update(layers: int, slope: float, spread: float) -> str:
            slopes = slope * (1 + spread * noise[:layers])
            sizes = np.abs(np.asarray(at_layers(slopes.copy()), dtype=float))
            bars.set_data(np.arange(layers), slopes)
            curve.set_data(np.arange(layers), sizes)
            first, last = (number(size, 3 if size < 1000 else 0) for size in sizes[[0, -1]])
            tag.set_text(f"at layer 0: {first}")
            deep = "1 layer" if layers == 1 else f"{layers} layers"
            return (
                f"{deep}, slopes from {number(slopes.min())} to {number(slopes.max())}: "
                f"gradient = {first} at layer 0, {last} at layer {layers - 1}; {whose}."
            )

        return update

    return interactive(
        scene,
        {
            "layers": slider("Layers", layers, 1, deepest, 1, help="how deep the chain is"),
            "slope": slider("Slope", slope, 0.25, 2.0, 0.05, help="of each layer, on average"),
            "spread": slider("Spread", 0.0, 0.0, 0.5, 0.05, help="how much the slopes differ"),
        },
        about="""Left the slope of each layer of a chain, right the gradient at each layer on a
        logarithmic axis.""",
    )
