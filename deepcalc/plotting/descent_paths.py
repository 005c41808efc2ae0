"""What the figures and widgets of notebook 04 share: running a descent, level lines, closed forms.

No optimiser stands here.  Paths come from the reader's functions; until those are written, the path
of plain steps on a quadratic bowl comes from its closed form, and others are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from contourpy import contour_generator

from deepcalc.numeric import jacobian
from deepcalc.plotting.style import LEVEL_MAP, label, line, number, point

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "STYLES",
    "attempt",
    "closed_form",
    "draw_levels",
    "draw_losses",
    "draw_path",
    "level_lines",
    "losses_along",
    "note",
    "on_grid",
    "or_closed_form",
    "run_all",
]

Loss = Callable[[np.ndarray], float]
Gradient = Callable[[np.ndarray], np.ndarray]
Window = tuple[tuple[float, float], tuple[float, float]]

STYLES = (
    line("path", marker="o", markersize=3.5),
    line("secondary", marker="s", markersize=3.5, linewidth=1.4),
    line("gradient", marker="^", markersize=4.5, linewidth=1.4, linestyle=(0, (5, 1.6))),
)
"""Line styles of up to three paths in one picture."""
ROLES = ("path", "secondary", "gradient")


def attempt(run: Callable[[], Any]) -> tuple[np.ndarray | None, str]:
    """Run a reader's descent; return its path, or None and why there is none.

    Returns
    -------
    path : array, shape (steps + 1, n), or None
    reason : "" or words such as "not written yet"
    """
    try:
        with np.errstate(all="ignore"):
            path = np.asarray(run(), dtype=float)
    except NotImplementedError:
        return None, "not written yet"
    except Exception as error:  # any mistake of a beginner: the picture must go on
        return None, f"raised {type(error).__name__}"
    if path.ndim != 2 or not len(path):
        return None, "returns no path of shape (steps + 1, n)"
    return path, ""


def run_all(runs: Mapping[str, Callable[[], Any]]) -> tuple[dict[str, np.ndarray], str]:
    """Run several descents; return the paths there are, and words on those that are missing."""
    paths: dict[str, np.ndarray] = {}
    missing: dict[str, list[str]] = {}
    for name, run in runs.items():
        path, reason = attempt(run)
        if path is None:
            missing.setdefault(reason, []).append(name.partition(",")[0])
        else:
            paths[name] = path
    told = [f"{', '.join(names)}: {reason}" for reason, names in missing.items()]
    return paths, "; ".join(told)


def closed_form(grad: Gradient, start: Any, rate: float, steps: int) -> np.ndarray:
    """Where plain steps lead on a quadratic loss: c + (I − rate · A)^k (start − c).

    Parameters
    ----------
    grad : gradient of a quadratic loss; its matrix A is measured by differences
    start : array, shape (n,)
    rate, steps : learning rate, and number of steps

    Returns
    -------
    array, shape (steps + 1, n)
    """
    start = np.asarray(start, dtype=float)
    A = jacobian(grad, start)
    curvatures, directions = np.linalg.eigh((A + A.T) / 2)
    minimum = start - np.linalg.solve(A, grad(start))
    shrunk = (1 - rate * curvatures) ** np.arange(steps + 1)[:, None]  # (steps + 1, n)
    return minimum + (shrunk * ((start - minimum) @ directions)) @ directions.T


def or_closed_form(
    descent: Callable | None, grad: Gradient, start: Any, rate: float, steps: int
) -> tuple[np.ndarray, str]:
    """The path of the reader's ``descent``, else the closed form, and words on which it is."""
    reason = "not written yet"
    if descent is not None:
        path, reason = attempt(lambda: descent(grad, np.array(start, dtype=float), rate, steps))
        if path is not None and path.shape == (steps + 1, len(start)):
            return path, "using your gradient_descent"
        reason = reason or "it returns another shape"
    return closed_form(grad, start, rate, steps), f"using a closed form (yours: {reason})"


def losses_along(loss: Loss, path: np.ndarray) -> np.ndarray:
    """The loss at each point of a path."""
    with np.errstate(all="ignore"):
        return np.array([float(loss(w)) for w in path])


def on_grid(loss: Loss, window: Window, count: int = 81) -> tuple[np.ndarray, ...]:
    """Return w1, w2 (count,) and the loss on their grid (count, count)."""
    w1, w2 = (np.linspace(*ends, count) for ends in window)
    return w1, w2, np.array([[float(loss(np.array([a, b]))) for a in w1] for b in w2])


def level_lines(
    w1: np.ndarray, w2: np.ndarray, heights: np.ndarray, levels: Sequence[float]
) -> tuple[np.ndarray, np.ndarray]:
    """All level lines as one line with gaps, so that a widget can move them quickly."""
    generator: Any = contour_generator(w1, w2, heights)
    gap = np.full((1, 2), np.nan)
    pieces = [part for at in levels for found in generator.lines(at) for part in (found, gap)]
    joined = np.concatenate(pieces) if pieces else gap
    return joined[:, 0], joined[:, 1]


def draw_levels(ax: Axes, loss: Loss, window: Window, count: int = 12) -> None:
    """Shade a loss by its height, dark where it is low, with level lines; axes of equal scale."""
    w1, w2, heights = on_grid(loss, window)
    low, high = heights.min(), heights.max()
    levels = low + (high - low) * np.linspace(0, 1, count + 1) ** 2  # closer where it is flat
    ax.contourf(w1, w2, heights, levels=levels, cmap=LEVEL_MAP, alpha=0.55)
    ax.contour(
        w1, w2, heights, levels=levels[1:-1], colors="#5d7f9e", linewidths=0.7, linestyles="solid"
    )
    ax.set(xlim=window[0], ylim=window[1], xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
    ax.grid(False)


def draw_path(ax: Axes, path: np.ndarray, which: int = 0, name: str = "") -> None:
    """Draw a path over level lines, its first point ringed."""
    ax.plot(path[:, 0], path[:, 1], **STYLES[which], label=name)
    ring = {"markersize": 9, "markerfacecolor": "white", "markeredgecolor": "#1b1f24"}
    ax.plot(*path[0], **point("path", **ring))
    ax.plot(*path[-1], **point(ROLES[which], marker=STYLES[which]["marker"], markersize=8))


def draw_losses(ax: Axes, losses: Mapping[str, np.ndarray], floor: float = 1e-12) -> None:
    """Draw the loss by step on a logarithmic axis; a loss below `floor` is drawn on it."""
    for k, (name, values) in enumerate(losses.items()):
        style = {**STYLES[k], "markevery": max(1, len(values) // 30)}
        ax.semilogy(np.maximum(values, floor), **style, label=name)
        if len(losses) == 1:
            text = f"{number(values[-1])} after {len(values) - 1} steps"
            label(ax, text, (len(values) - 1, max(values[-1], floor)), "path", (-10, -4))
            ax.set_ylim(bottom=max(np.nanmin(values), floor) / 6)
    ax.set(xlabel="step", ylabel="loss $L$", title="The loss by step")


def note(figure: Figure, words: str) -> None:
    """Say below the picture whose functions drew it."""
    figure.supxlabel(words, fontsize=9, color="#464c53")
