"""Figures of notebook 05's finale: digits, what a network confuses, which pixels matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from deepcalc import data
from deepcalc.digits import Network, learn
from deepcalc.plotting.style import COLOURS, describe, label, line, panels, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_confusions", "plot_digit_training", "plot_digits", "plot_pixel_slopes"]

INK = LinearSegmentedColormap.from_list("deepcalc_ink", ["#ffffff", "#1b1f24"])
DOUBT = LinearSegmentedColormap.from_list("deepcalc_doubt", ["#f0a070", "#ffffff", "#c08ac4"])
"""Slopes against pixels: orange below 0, purple above; signs are drawn on top."""

MISTAKES = LinearSegmentedColormap.from_list("deepcalc_mistakes", ["#ffffff", "#f0a070"])
STRONG = 0.4  # of the largest slope: pixels from here on get a sign


@styled
def plot_digits() -> Figure:
    """Three handwritten examples of each digit, from those to learn from."""
    images, labels, _, _ = data.digits()
    figure, grid = panels(3, 10, size=(7.2, 2.4), narrow=False)
    for digit in range(10):
        for row, image in enumerate(images[labels == digit][:3]):
            draw_ink(grid[row, digit], image)
        grid[0, digit].set_title(str(digit), loc="center")
    describe(
        figure,
        """Three handwritten examples of each of the digits 0 to 9, in pictures of 8 by 8 pixels
        from white to black. The same digit looks different each time.""",
    )
    return figure


@styled
def plot_digit_training(network: Network | None = None) -> Figure:
    """A network learns the digits: its loss, and what part of the digits it reads.

    Parameters
    ----------
    network : Network, optional
        What `deepcalc.digits.learn` returned; the one trained beforehand, if not given.
    """
    network = network or learn()
    losses, read = network.losses, network.read
    figure, (left, right) = panels(1, 2, size=(7.2, 3.2))
    left.plot(losses, **line("function"))
    left.set(xlabel="epoch", ylabel="cross-entropy $L$", ylim=(0, 1.05 * losses[0]))
    left.set_title(f"loss {losses[0]:.2f} → {losses[-1]:.2f}")
    right.plot(read[:, 0], 100 * read[:, 1], **line("secondary"))
    right.plot(read[:, 0], 100 * read[:, 2], **line("path", marker=""))
    right.set(xlabel="epoch", ylabel="percent read", ylim=(0, 104))
    seen, new = read[-1, 1:]
    label(right, f"learned from, {seen:.1%}", (read[-1, 0], 100 * seen), "secondary", (-1, -22))
    label(right, f"held out, {new:.1%}", (read[-1, 0], 100 * new), "path", (-1, -36))
    right.set_title("digits read; solid: held out")
    describe(
        figure,
        f"""Left, the cross-entropy by epoch, from {losses[0]:.2f} to {losses[-1]:.2f}; it falls
        from the start. Right, the percentage of digits read, from {read[0, 2]:.0%} at the start to
        {seen:.1%} of those learned from and {new:.1%} of those held out; {network.whose}.""",
    )
    return figure


@styled
def plot_confusions(network: Network | None = None) -> Figure:
    """Which held-out digits a network takes for which, and some of those that it misreads.

    Parameters
    ----------
    network : Network, optional
        What `deepcalc.digits.learn` returned; the one trained beforehand, if not given.
    """
    network = network or learn()
    _, _, images, labels = data.digits()
    answers, counts = network.answers(images), network.confusions()
    wrong = np.flatnonzero(answers != labels)
    figure, grid = panels(2, 4, size=(7.2, 4.0), narrow=False, width_ratios=(4, 1, 1, 1))
    table = _joined(grid[:, 0])
    off = counts * (1 - np.eye(10, dtype=int))
    table.imshow(off, cmap=MISTAKES, vmin=0, vmax=max(off.max(), 3))
    for (row, column), count in np.ndenumerate(counts):
        if count:
            colour = COLOURS["muted" if row == column else "path"]
            table.text(column, row, str(count), ha="center", va="center", color=colour)
    table.set(xticks=range(10), yticks=range(10), xlabel="answer", ylabel="digit")
    table.grid(False)
    table.set_title(f"{len(wrong)} of {len(labels)} held-out digits misread")
    for ax, k in zip(grid[:, 1:].ravel(), _spread(wrong, counts, labels, answers), strict=False):
        draw_ink(ax, images[k])
        ax.set_title(f"{labels[k]}, read {answers[k]}", loc="center", fontsize=9.5)
    for ax in grid[:, 1:].ravel()[len(wrong) :]:
        ax.axis("off")
    pairs = sorted(zip(-off[off > 0], *np.nonzero(off), strict=True))[:3]
    told = "; ".join(f"{digit} for {answer}, {-count} times" for count, digit, answer in pairs)
    describe(
        figure,
        f"""A table of the held-out digits by their answers: {len(wrong)} of {len(labels)} are
        misread. It most often takes {told or "none for another"}. Beside it some of the misread
        digits; {network.whose}.""",
    )
    return figure


@styled
def plot_pixel_slopes(network: Network | None = None) -> Figure:
    """Held-out digits, and where ink would make a network surer of its answer or raise doubt.

    Parameters
    ----------
    network : Network, optional
        What `deepcalc.digits.learn` returned; the one trained beforehand, if not given.
    """
    network = network or learn()
    _, _, images, labels = data.digits()
    figure, grid = panels(2, 5, size=(7.2, 3.3), narrow=False)
    told = []
    for (above, below), k in zip(grid.T, telling(network)[:5], strict=True):
        answer = int(network.answers(images[k : k + 1])[0])
        slopes = network.surer(images[k], answer)
        draw_ink(above, images[k])
        read = "" if answer == labels[k] else f", read {answer}"
        above.set_title(f"{labels[k]}{read}", loc="center")
        Slopes(below).show(slopes)
        row, column = np.divmod(np.argmin(slopes), 8) + np.array(1)
        told.append(f"{labels[k]} read as {answer}: row {row}, column {column}")
    describe(
        figure,
        f"""Five held-out digits, and below each the slope of ln p of the answer against its 64
        pixels: plus signs where ink makes the network surer, minus signs where it raises doubt.
        Most doubt would come from ink at these places, for {"; ".join(told)};
        {network.whose}.""",
    )
    return figure


def telling(network: Network) -> list[int]:
    """Which held-out digits to show: first some that are read with little doubt, then misread ones.

    Returns
    -------
    list of int
        Rows of the held-out digits: 3 and 8 read rightly, at most two misread, and the others.
    """
    _, _, images, labels = data.digits()
    answers = network.answers(images)
    right, wrong = np.flatnonzero(answers == labels), np.flatnonzero(answers != labels)
    probable = network.probabilities(images)[np.arange(len(labels)), answers]
    middling = [right[labels[right] == digit] for digit in (3, 8, 4, 0, 1, 2, 5, 6, 7, 9)]
    good = [int(rows[np.argsort(probable[rows])[len(rows) // 2]]) for rows in middling if len(rows)]
    bad = _spread(wrong, network.confusions(), labels, answers)
    return [*good[:3], *bad[:2], *good[3:], *bad[2:]]


def draw_ink(ax: Axes, image: np.ndarray, **changes: Any) -> Any:
    """Draw a picture of 64 pixels in the course's ink; return Matplotlib's image."""
    drawn = ax.imshow(image.reshape(8, 8), cmap=INK, vmin=0, vmax=1, **changes)
    _frame(ax)
    return drawn


class Slopes:
    """A picture of slopes against 64 pixels, with signs where they are strong."""

    def __init__(self, ax: Axes, **changes: Any) -> None:
        self.image = ax.imshow(np.zeros((8, 8)), cmap=DOUBT, vmin=-1, vmax=1, **changes)
        sign: dict[str, Any] = {
            "linestyle": "none",
            "markersize": 7,
            "color": COLOURS["path"],
            **changes,
        }
        (self.plus,) = ax.plot([], [], marker="+", markeredgewidth=1.5, **sign)
        (self.minus,) = ax.plot([], [], marker="_", markeredgewidth=1.5, **sign)
        bare = data.digits()[0].max(axis=0) == 0
        dot = {**sign, "marker": ".", "markersize": 4, "color": COLOURS["muted"]}
        ax.plot(*_places(bare), **dot)
        _frame(ax)

    def show(self, slopes: np.ndarray) -> None:
        """Show other slopes, shape (64,)."""
        scaled = slopes / max(np.abs(slopes).max(), 1e-300)
        self.image.set_data(scaled.reshape(8, 8))
        self.plus.set_data(*_places(scaled >= STRONG))
        self.minus.set_data(*_places(scaled <= -STRONG))


def _places(chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = np.nonzero(chosen.reshape(8, 8))
    return columns, rows


def _frame(ax: Axes) -> None:
    ax.set(xticks=[], yticks=[], xlim=(-0.5, 7.5), ylim=(7.5, -0.5))
    ax.grid(False)
    for spine in ax.spines.values():
        spine.set(visible=True, color="#c3c8cd")


def _joined(column: Any) -> Axes:
    """One axes in the place of a column of a grid."""
    first, last = column[0], column[-1]
    place = first.get_gridspec()[:, first.get_subplotspec().colspan.start]
    last.remove()
    first.set_subplotspec(place)
    return first


def _spread(
    wrong: np.ndarray, counts: np.ndarray, labels: np.ndarray, answers: np.ndarray
) -> list[int]:
    """The misread digits, those of the commonest mistakes first, one of each kind at a time."""
    seen: dict[tuple[int, int], int] = {}
    order = []
    for k in wrong:
        pair = (int(labels[k]), int(answers[k]))
        seen[pair] = seen.get(pair, 0) + 1
        order.append((seen[pair], -counts[pair], int(k)))
    return [k for _, _, k in sorted(order)]
