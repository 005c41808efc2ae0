"""Widget of notebook 05: in which order the nodes of a graph hand their gradients on.

The reader's order runs once it is written.  Until then the nodes are taken in the reverse of the
order in which they were made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patches import FancyBboxPatch

from deepcalc.plotting import chain_graphs as graphs
from deepcalc.plotting.chain_graphs import BOX, Node
from deepcalc.plotting.style import COLOURS
from deepcalc.widgets.base import Interactive, choice, interactive, slider, yours

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["backward_order"]

# u is used twice: L is one step away on one way, three on the other.
GRAPH: graphs.Graph = {
    "x": Node((0.6, 2.0), "x"),
    "w": Node((0.6, 0.55), "w"),
    "u": Node((2.2, 1.3), "u = w · x", ("w", "x"), lambda w, x: w * x),
    "p": Node((3.6, 2.15), "p = 2 · u", ("u",), lambda u: 2 * u),
    "q": Node((5.1, 2.15), "q = p − 4", ("p",), lambda p: p - 4),
    "L": Node((6.5, 1.3), "L = q · u", ("q", "u"), lambda q, u: q * u),
}
SOURCES = {"x": 2.0, "w": 1.5}
NAMES = list(GRAPH)
ORDERS = ("users first", "parents at once", "as made")
HEIGHT = 2.95


@dataclass(eq=False)
class Made:
    """A number that remembers how it was made, as the reader's ``Value`` does."""

    data: float
    parents: Sequence[tuple[Made, float]] = ()
    grad: float = 0.0


@dataclass
class Moment:
    """Where the backward pass stands after some nodes have handed on.

    Attributes
    ----------
    gradients : dict of the gradients gathered so far
    came : dict of how many ways have brought a node something
    handed : list of (parent, slope, amount), what the last node has handed on
    """

    gradients: dict[str, float]
    came: dict[str, int]
    handed: list[tuple[str, float, float]] = field(default_factory=list)


def backward_order(order: Callable | None = None, step: int = 0) -> Interactive:
    """Step through the backward pass of a graph: who hands its gradient on, what has gathered.

    Parameters
    ----------
    order : the student's ``backward_order(end)``, a list of values
        It is called with a number that has ``data``, ``grad`` and ``parents``, pairs of number and
        local slope.
    step : int
        The step to begin with, from 0 to 6.
    """
    values, slopes, wanted = graphs.measure(GRAPH, SOURCES)
    slopes = {edge: round(slope, 6) for edge, slope in slopes.items()}
    uses = {name: sum(name in node.inputs for node in GRAPH.values()) for name in NAMES}

    def written(_: str) -> np.ndarray:
        made: dict[str, Made] = {}
        for name, node in GRAPH.items():
            parents = [(made[a], slopes[a, name]) for a in node.inputs]
            made[name] = Made(values[name], parents)
        places = {id(number): k for k, number in enumerate(made.values())}
        return np.array([places[id(number)] for number in order(made["L"])])  # type: ignore[misc]

    chosen, whose = yours(
        written if order else None,
        lambda _: np.arange(len(NAMES))[::-1],
        ("L",),
        "backward_order",
        "the course's order",
    )
    walks = {
        ORDERS[0]: [NAMES[k] for k in chosen("L")],
        ORDERS[1]: _at_once(),
        ORDERS[2]: NAMES,
    }
    told = {
        ORDERS[0]: whose,
        ORDERS[1]: "parents are taken as soon as they are met",
        ORDERS[2]: "each node is taken when it was made",
    }

    def scene(figure: Figure) -> Callable[..., str]:
        ax = figure.subplots()
        graphs.draw_boxes(ax, GRAPH, HEIGHT)
        graphs.key(ax, HEIGHT)
        for name, node in GRAPH.items():
            graphs.text_at(ax, node, "function").set_text(f"→ {_plain(values[name])}")
        for edge, slope in slopes.items():
            ax.text(s=_plain(slope), **graphs.spot(GRAPH, *edge))
        moving: dict[str, Any] = {"animated": True}
        lit = FancyBboxPatch((0, 0), *BOX, "round,pad=0,rounding_size=0.08", fill=False,
                             edgecolor=COLOURS["gradient"], linewidth=3, **moving)  # fmt: skip
        ax.add_patch(lit)
        arrows: dict[tuple[str, str], Any] = {}
        for a, b in slopes:
            start, stop = graphs.ends(GRAPH, a, b)
            look = {"arrowstyle": "-|>", "color": COLOURS["gradient"], "linewidth": 2.4}
            both = {**look, "shrinkA": 0, "shrinkB": 0}
            arrows[a, b] = ax.annotate("", start, stop, arrowprops=both, **moving)
            arrows[a, b].arrow_patch.set_animated(True)
        back = {n: graphs.text_at(ax, node, "gradient", **moving) for n, node in GRAPH.items()}
        disc = {"boxstyle": "circle,pad=0.25", "facecolor": COLOURS["gradient"], "linewidth": 0}
        badges = {
            name: ax.text(node.at[0] - BOX[0] / 2 + 0.04, node.at[1] + BOX[1] / 2, "", bbox=disc,
                          color="white", fontsize=9, ha="center", va="center", **moving)
            for name, node in GRAPH.items()
        }  # fmt: skip

        def update(step: int, order: str) -> str:
            walk = walks[order]
            moment = _after(walk[:step], slopes)
            active = walk[step - 1] if step else ""
            passed = {(parent, active) for parent, _, _ in moment.handed}
            for name in NAMES:
                gathered = _plain(moment.gradients[name])
                part = f" ({moment.came[name]} of {uses[name]})" if uses[name] > 1 else ""
                back[name].set_text(f"← {gathered}{part}")
                badges[name].set_text(str(walk.index(name) + 1) if name in walk[:step] else "")
                badges[name].set_visible(name in walk[:step])
            for edge, arrow in arrows.items():
                arrow.set_visible(edge in passed)
                arrow.arrow_patch.set_visible(edge in passed)
            lit.set_visible(bool(active))
            if active:
                x, y = GRAPH[active].at
                lit.set_bounds(x - BOX[0] / 2, y - BOX[1] / 2, *BOX)
            listed = ", ".join(f"{name} {_plain(moment.gradients[name])}" for name in NAMES[::-1])
            sentence = _sentence(step, active, moment, uses)
            end = _judged(moment, wanted) if step == len(walk) else ""
            return f"{sentence} Gradients so far: {listed}.{end} {_first(told[order])}."

        return update

    return interactive(
        scene,
        {
            "step": slider("Step", step, 0, len(NAMES), 1, help="nodes taken so far", play=1500),
            "order": choice("Order", ORDERS, help="which node is taken next"),
        },
        about="""A graph in which u is used twice: for p, from which q and then L are made, and at
        once for L. The nodes hand their gradients on to their parents, one after another.""",
        size=(7.2, HEIGHT),
        narrow=False,
    )


def _at_once() -> list[str]:
    """The order of a walk that takes the parents of each node as soon as it has met them."""
    walk = ["L"]
    for name in walk:
        walk += [parent for parent in GRAPH[name].inputs if parent not in walk]
    return walk


def _after(walk: Sequence[str], slopes: dict[tuple[str, str], float]) -> Moment:
    """Let the nodes of a walk hand on what they have, one after another."""
    moment = Moment({name: float(name == "L") for name in NAMES}, dict.fromkeys(NAMES, 0))
    for name in walk:
        moment.handed = []
        for parent in GRAPH[name].inputs:
            amount = slopes[parent, name] * moment.gradients[name]
            moment.gradients[parent] += amount
            moment.came[parent] += 1
            moment.handed.append((parent, slopes[parent, name], amount))
    return moment


def _sentence(step: int, active: str, moment: Moment, uses: dict[str, int]) -> str:
    """What happens in a step, in words and numbers."""
    if not step:
        return "Step 0: the gradient of L against itself is 1, the others are 0."
    if not moment.handed:
        return f"Step {step}: {active} has no parents and hands nothing on."
    grad = _plain(moment.gradients[active])
    given = " and ".join(
        f"{_plain(slope)} (local slope) × {grad} = {_plain(amount)} to {parent}"
        for parent, slope, amount in moment.handed
    )
    early = ""
    if moment.came[active] < uses[active]:
        early = f", too early: it has {moment.came[active]} of {uses[active]}"
    return f"Step {step}: {active} hands on {given}{early}."


def _judged(moment: Moment, wanted: dict[str, float]) -> str:
    wrong = [name for name in NAMES if abs(moment.gradients[name] - wanted[name]) > 1e-6]
    if not wrong:
        return " All agree with finite differences."
    right = ", ".join(f"{name} {_plain(wanted[name])}" for name in wrong)
    return f" Finite differences give {right}."


def _plain(value: float) -> str:
    """A number without digits that it does not need."""
    return f"{round(value, 3) + 0.0:g}".replace("-", "−")


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]
