"""Widget of notebook 05's finale: draw a digit and see what the network makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc import data
from deepcalc.digits import Network, learn
from deepcalc.plotting.digits import Slopes, draw_ink, telling
from deepcalc.plotting.style import COLOURS, number
from deepcalc.widgets.base import Interactive, choice
from deepcalc.widgets.controls import pixels
from deepcalc.widgets.pixels import read_ink, spelled

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["digit_reader"]

YOURS, FIRST = "your drawing", "a held-out 3"
MISREAD = 4  # of the digits in the menu


def digit_reader(network: Network | None = None) -> Interactive:
    """Draw a digit, or load one, and see the answer and which pixels would change it.

    Parameters
    ----------
    network : Network, optional
        What `deepcalc.digits.learn` returned; the one trained beforehand, if not given.
    """
    reader = network or learn()
    known = _menu(reader)
    first = next(name for name in known if name.startswith(FIRST))

    def scene(figure: Figure) -> Callable[..., str]:
        seen, bars, slopes = figure.subplots(1, 3, width_ratios=(1, 1.25, 1))
        image = draw_ink(seen, np.zeros(64), animated=True)
        seen.set_title("what it sees")
        parts = bars.barh(np.arange(10), np.ones(10), height=0.7, animated=True)
        texts = [bars.text(0, k, "", va="center", animated=True) for k in range(10)]
        bars.set(xlim=(0, 1.34), ylim=(9.6, -0.6), yticks=range(10), xticks=[0, 0.5, 1])
        bars.set(xlabel="probability", ylabel="answer")
        bars.grid(False, axis="y")
        map_of_slopes = Slopes(slopes, animated=True)
        title = slopes.set_title("ink: + for, − against 3", animated=True)

        def update(shown: str, ink: str) -> str:
            drawn = read_ink(ink)
            p = reader.probabilities(drawn[None, :])[0]
            second, answer = (int(k) for k in np.argsort(p)[-2:])
            surer = reader.surer(drawn, answer)
            image.set_data(drawn.reshape(8, 8))
            for k, (bar, text) in enumerate(zip(parts, texts, strict=True)):
                bar.set(width=p[k], color=COLOURS["function" if k == answer else "muted"])
                text.set(x=p[k] + 0.03, text=f"{p[k]:.0%}" if p[k] >= 0.005 else "")
                text.set_fontweight("bold" if k == answer else "normal")
            map_of_slopes.show(surer)
            title.set_text(f"ink: + for, − against {answer}")
            return (
                f"{shown[0].upper()}{shown[1:]}: the answer is {answer}, with probability "
                f"{number(p[answer])}; next comes {second}, with {number(p[second])}. "
                f"A little ink raises most doubt at {_place(int(np.argmin(surer)))}. "
                f"{_one_pixel(reader, drawn, answer)}; {reader.whose}."
            )

        return update

    controls = {
        "shown": choice("Digit", [*known, YOURS], first, help="what the network is to read"),
        "ink": pixels("Draw here", known[first], help="arrows move, the space bar paints or wipes"),
    }
    drawing = Drawing(
        scene,
        controls,
        about="""Left, a picture of 8 by 8 pixels; in the middle, the probability of each of the
        ten answers; right, the slope of ln p of the answer against each pixel, plus where ink makes
        the network surer and minus where it raises doubt.""",
        size=(7.2, 2.9),
    )
    drawing.known = known
    return drawing


class Drawing(Interactive):
    """A widget whose menu fills the square of pixels, and whose square of pixels tells the menu.

    Attributes
    ----------
    known : dict from each entry of the menu to the text of its pixels
    """

    known: Mapping[str, str]

    def changed(self, **values: Any) -> None:
        """Take new values, and let the other control follow the one that was moved."""
        shown, ink = values.get("shown", ""), values.get("ink")
        if ink is None and shown in self.known:
            self.set(shown=shown, ink=self.known[shown])
        elif not shown and ink is not None:
            names = [name for name, text in self.known.items() if text == ink]
            self.set(shown=names[0] if names else YOURS, ink=ink)
        else:
            super().changed(**values)


def _menu(reader: Network) -> dict[str, str]:
    """Held-out digits by name, those that the reader misreads last, and an empty grid."""
    _, _, images, labels = data.digits()
    rows = telling(reader)[: 10 + MISREAD]
    answers = dict(zip(rows, reader.answers(images[rows]), strict=True))
    rows.sort(key=lambda k: (answers[k] != labels[k], labels[k]))
    menu = {}
    for k in rows:
        wrong = f", misread as {answers[k]}" if answers[k] != labels[k] else ""
        menu[f"a held-out {labels[k]}{wrong}"] = spelled(images[k])
    return {**menu, "an empty grid": spelled(np.zeros(64))}


def _one_pixel(reader: Network, image: np.ndarray, answer: int) -> str:
    """Whether one pixel, filled or wiped, changes the answer: the one that does so most surely."""
    changes = np.concatenate([np.where(np.eye(64), level, image) for level in (1.0, 0.0)])
    least = int(np.argmin(reader.probabilities(changes)[:, answer]))
    other = int(reader.answers(changes[least : least + 1])[0])
    if other == answer:
        return "No single pixel changes the answer"
    done = "filled" if least < 64 else "wiped"
    return f"One pixel {done} at {_place(least % 64)} makes it {other}"


def _place(pixel: int) -> str:
    return f"row {pixel // 8 + 1}, column {pixel % 8 + 1}"
