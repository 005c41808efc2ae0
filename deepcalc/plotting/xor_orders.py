"""The order in which gradients are handed on through a small graph: the right one, and a hasty one.

The graph is that of notebook 05, section 9: u = a · b, v = 5 u, w = u + v at a = 2, b = −3.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from deepcalc.plotting.style import COLOURS, describe, number, styled
from deepcalc.plotting.xor_diagrams import arrow, box, sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["HASTY", "MADE_OF", "RIGHT", "Handed", "hand_on", "plot_backward_order"]

MADE_OF = {
    "w": (("u", 1.0), ("v", 1.0)),
    "v": (("u", 5.0),),
    "u": (("a", -3.0), ("b", 2.0)),
    "a": (),
    "b": (),
}
RIGHT, HASTY = ("w", "v", "u", "a", "b"), ("w", "u", "v", "a", "b")

TITLES = {"a": "$a$", "b": "$b$", "u": "$u = a \\cdot b$", "v": "$v = 5u$", "w": "$w = u + v$"}
PLACES = {
    "a": (0.95, 0.42),
    "b": (0.95, -0.42),
    "u": (3.0, -0.2),
    "v": (4.7, 0.55),
    "w": (6.4, -0.2),
}
ROW = 2.15  # inches


class Handed(NamedTuple):
    """One gradient that is handed on.

    Parameters
    ----------
    giver, taker : names of a value and of its parent
    amount : the gradient that the giver has by then, times the slope
    late : whether the taker has had its turn before
    """

    giver: str
    taker: str
    amount: float
    late: bool


def hand_on(order: Sequence[str]) -> tuple[dict[str, float], list[Handed]]:
    """Hand gradients on through the graph, from its end.

    Parameters
    ----------
    order : the names of all values

    Returns
    -------
    the gradients at the end, by name; and each step
    """
    grads = dict.fromkeys(order, 0.0) | {order[0]: 1.0}
    done: set[str] = set()
    steps = []
    for name in order:
        done.add(name)
        for parent, slope in MADE_OF[name]:
            amount = grads[name] * slope
            grads[parent] += amount
            steps.append(Handed(name, parent, amount, parent in done))
    return grads, steps


@styled
def plot_backward_order(
    orders: Sequence[Sequence[str]] = (RIGHT, HASTY), ax: Axes | None = None
) -> Axes:
    """The graph of w = u + v once for each order, with whose turn it is and what is handed on.

    Parameters
    ----------
    orders : names of the values, w first; for each order a row
    """
    ax = sheet(ax, (7.2, ROW * len(orders) + 0.1))
    told = []
    for row, order in enumerate(orders):
        grads, steps = hand_on(order)
        _draw(ax, ROW * (len(orders) - row - 0.55), order, grads, steps)
        told.append(_in_words(order, grads, steps))
    describe(
        ax,
        """The graph of u = a·b, v = 5u, w = u + v, with a = 2 and b = −3, walked from w. """
        + " ".join(told),
    )
    return ax


def _draw(
    ax: Axes, height: float, order: Sequence[str], grads: dict[str, float], steps: list[Handed]
) -> None:
    places = {name: (x, height + y) for name, (x, y) in PLACES.items()}
    late = any(step.late for step in steps)
    title = "parents at once: $u$ before $v$" if late else "each value before its parents"
    ax.text(0.1, height + 1.02, title, color=COLOURS["function"], weight="bold", va="center")
    for step in steps:
        text = number(step.amount, 0) + (", too late" if step.late else "")
        role = "muted" if step.late else "gradient"
        start, end = places[step.giver], places[step.taker]
        below = step.taker + step.giver == "uw"  # above it stands the grad of v
        up = -0.22 if below else 0.16 if step.late else 0.09
        arrow(ax, start, end, text, role, up, gap=30, dashed=step.late)
    for turn, name in enumerate(order, start=1):
        x, y = places[name]
        box(ax, (x, y), TITLES[name], "function")
        ax.text(x, y - 0.27, f"grad {number(grads[name], 0)}", ha="center", va="top",
                color=COLOURS["gradient"])  # fmt: skip
        at = (x - 0.38, y) if name in "ab" else (x, y + 0.36)
        ax.plot(*at, "o", markersize=15, color=COLOURS["path"], zorder=5)
        ax.text(*at, str(turn), ha="center", va="center", color="white", weight="bold", zorder=6,
                fontsize=10)  # fmt: skip


def _in_words(order: Sequence[str], grads: dict[str, float], steps: list[Handed]) -> str:
    given = "; ".join(
        f"{s.giver} hands {number(s.amount, 0)} to {s.taker}{', too late' if s.late else ''}"
        for s in steps
    )
    ends = ", ".join(f"{name} {number(grads[name], 0)}" for name in "uab")
    return f"In the order {', '.join(order)}: {given}. The gradients are {ends}."
