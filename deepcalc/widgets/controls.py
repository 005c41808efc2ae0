"""Descriptions of a widget's controls, free of ipywidgets until a panel is built of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

__all__ = ["Control", "choice", "log_slider", "pixels", "slider", "toggle"]


@dataclass(frozen=True)
class Control:
    """One control: which ipywidget it becomes and with which settings.

    ``play`` is the time between two frames of its play button in milliseconds, 0 for none;
    `falling` says that it plays from the high end to the low one.
    """

    kind: str
    label: str
    value: Any
    help: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    play: int = 0
    falling: bool = False

    @property
    def places(self) -> list[Any]:
        """All values of a slider, in the order in which it plays."""
        low, high, step = (self.settings[name] for name in ("min", "max", "step"))
        places = [low + k * step for k in range(round((high - low) / step) + 1)]
        if self.kind != "IntSlider":
            places = [min(round(place, 10), high) for place in places]
        if self.kind == "FloatLogSlider":
            places = [float(10.0**place) for place in places]
        return places[::-1] if self.falling else places


def slider(
    label: str,
    value: float,
    low: float,
    high: float,
    step: float = 0.01,
    help: str = "",
    digits: int | None = None,
    play: int = 0,
    falling: bool = False,
) -> Control:
    """Slider from `low` to `high`; whole numbers if `value` and `step` are integers.

    Parameters
    ----------
    label : str
        What people read beside it, two or three words with the symbol: "Point x0".
    help : str
        What it means, for the tooltip and for screen readers.
    digits : int, optional
        Decimals of the number beside the slider; as many as `step` has, if not given.
    play : int
        Puts a play button beside it, with as many milliseconds from step to step; 0: none.
        Where drawing takes longer, steps are left out.
    falling : bool
        Whether it plays from `high` down to `low`.
    """
    if not low <= value <= high:
        raise ValueError(f"{label}: {value} does not lie between {low} and {high}")
    whole = all(isinstance(number, int) for number in (value, low, high, step))
    settings: dict[str, Any] = {"min": low, "max": high, "step": step}
    if not whole:
        if digits is None:
            digits = len(f"{step:.10f}".rstrip("0").partition(".")[2])
        settings["readout_format"] = f".{digits}f"
    kind = "IntSlider" if whole else "FloatSlider"
    return Control(kind, label, value, help, settings, play, falling)


def log_slider(
    label: str,
    value: float,
    low: float,
    high: float,
    step: float = 0.1,
    help: str = "",
    play: int = 0,
    falling: bool = False,
) -> Control:
    """Slider over powers of ten: `low` and `high` are exponents, `step` too; `value` is not.

    The rest is as in `slider`.
    """
    if not 10.0**low <= value * (1 + 1e-12) <= 10.0**high * (1 + 2e-12):
        raise ValueError(f"{label}: {value} does not lie between 1e{low} and 1e{high}")
    exponent = low + round((np.log10(value) - low) / step) * step  # as the page would round it
    value = float(10.0 ** min(exponent, high))
    settings = {"min": low, "max": high, "step": step, "base": 10.0, "readout_format": ".2g"}
    return Control("FloatLogSlider", label, value, help, settings, play, falling)


def choice(label: str, options: Sequence[str], value: str | None = None, help: str = "") -> Control:
    """Menu of names; the first one is chosen unless `value` says otherwise."""
    options = list(options)
    value = options[0] if value is None else value
    if value not in options:
        raise ValueError(f"{label}: {value!r} is not one of {', '.join(options)}")
    return Control("Dropdown", label, value, help, {"options": options})


def toggle(label: str, value: bool = False, help: str = "") -> Control:
    """Box to tick."""
    return Control("Checkbox", label, value, help, {"indent": False})


def pixels(label: str, value: str, help: str = "") -> Control:
    """Square to draw in; its value is `deepcalc.widgets.pixels.spelled` of the ink."""
    return Control("Pixels", label, value, help)
