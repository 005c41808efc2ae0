"""The second layout of a figure, for pages narrower than `BELOW` pixels: its panels in a column.

The figure itself is arranged anew, not its picture scaled, so that text keeps its size.  What a
narrow page needs besides, other words or a decoration left out, the figure says with `in_narrow`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from matplotlib.gridspec import GridSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

__all__ = ["BELOW", "WIDTH", "can_stack", "in_narrow", "stack", "stacks"]

BELOW = 600  # CSS pixels: the page of a phone, or of a window beside another one
WIDTH = 3.6  # inches
HIGHEST = 3.2  # of a panel that was as wide as the figure and becomes half as wide

Undo = list[Callable[[], Any]]


def stacks(figure: Figure, allowed: bool = True) -> None:
    """Say whether a figure has a second layout; a diagram whose boxes need the width has none."""
    figure._deepcalc_stacks = allowed  # type: ignore[attr-defined]  # our own


def can_stack(figure: Figure) -> bool:
    """Whether a figure has a second layout: those of other makers have none."""
    return getattr(figure, "_deepcalc_stacks", False) and bool(_cells(figure))


def in_narrow(text: Text, words: str) -> None:
    """Give other words to a text of the narrow layout; with none, it is left out there."""
    text._deepcalc_narrow = words  # type: ignore[attr-defined]  # our own


def stack(figure: Figure) -> Callable[[], None]:
    """Set the panels of a figure below each other, and return a function that sets them back.

    It belongs into `style.context`: a legend may be made anew.
    """
    undo: Undo = []
    cells = _cells(figure)
    height = figure.get_figheight()
    heights = [height * share for share in _shares(cells)]
    if len(cells) == 1:
        heights = [min(height, HIGHEST)]
    _do(undo, figure.set_size_inches, (WIDTH, sum(heights)), tuple(figure.get_size_inches()))
    column = GridSpec(len(cells), 1, figure=figure, height_ratios=heights)
    for row, panel in enumerate(cells.values()):
        for ax in panel:
            _do(undo, ax.set_subplotspec, column[row, 0], ax.get_subplotspec())
            _label(undo, ax, "x", "labelbottom")
            _label(undo, ax, "y", "labelleft")
    _one_below_the_other(undo, figure)
    for text in figure.findobj(lambda artist: hasattr(artist, "_deepcalc_narrow")):
        _reword(undo, text)

    def back() -> None:
        for step in reversed(undo):
            step()

    return back


def _cells(figure: Figure) -> Mapping[tuple[int, int], list[Axes]]:
    """The axes in each place of the grid, in the order of reading; none if it is no single grid."""
    cells: dict[tuple[int, int], list[Axes]] = {}
    for ax in figure.axes:
        place = ax.get_subplotspec()
        if place is not None:
            cells.setdefault((place.rowspan.start, place.colspan.start), []).append(ax)
    return dict(sorted(cells.items()))


def _shares(cells: Mapping[Any, list[Axes]]) -> Iterator[float]:
    """How much of the figure's height each panel has."""
    for ax, *_ in cells.values():
        place: Any = ax.get_subplotspec()
        grid = place.get_gridspec()
        ratios = grid.get_height_ratios()
        yield sum(ratios[row] for row in place.rowspan) / sum(ratios)


def _label(undo: Undo, ax: Axes, name: Literal["x", "y"], side: str) -> None:
    """Write at a panel what its neighbour, with which it shares an axis, said for both."""
    shared = getattr(ax, f"get_shared_{name}_axes")().get_siblings(ax)
    if len(shared) == 1 or not ax.axison:
        return
    axis = getattr(ax, f"{name}axis")
    was = axis.get_tick_params().get(side, True)
    _do(undo, partial(ax.tick_params, axis=name), {side: True}, {side: was}, spread=True)
    said = [getattr(other, f"{name}axis").get_label_text() for other in shared]
    if not axis.get_label_text():
        _do(undo, axis.set_label_text, next(filter(None, said), ""), "")


def _one_below_the_other(undo: Undo, figure: Figure) -> None:
    """Break the line of a legend that is wider than the column."""
    for k, legend in enumerate(figure.legends):
        if legend.get_window_extent().width < (WIDTH - 0.1) * figure.dpi:
            continue
        names = [text.get_text() for text in legend.get_texts()]
        handles: Any = legend.legend_handles
        figure.legend(handles, names, loc="outside upper center")
        figure.legends[k] = figure.legends.pop()
        undo.append(partial(figure.legends.__setitem__, k, legend))


def _reword(undo: Undo, text: Any) -> None:
    if text._deepcalc_narrow:
        _do(undo, text.set_text, text._deepcalc_narrow, text.get_text())
    else:
        _do(undo, text.set_visible, False, text.get_visible())


def _do(undo: Undo, change: Callable, to: Any, back: Any, spread: bool = False) -> None:
    """Change something, and remember how it was."""
    if spread:
        change(**to)
        undo.append(lambda: change(**back))
    else:
        change(to)
        undo.append(lambda: change(back))
