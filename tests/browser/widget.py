"""A widget in a notebook, moved with mouse and keyboard and read as a person reads it."""

from __future__ import annotations

import base64
import io
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib.image import imread
from playwright.sync_api import Locator

from .notebook import Cell

__all__ = ["Widget", "same_picture"]

NUMBER = r"(?<![\d.])(−?\d+(?:\.(\d+))?(?:e([+−]?\d+))?)"
PATIENCE = 20  # seconds until the page shows what it must, on a busy machine


class Widget:
    """The widget below a cell.

    Parameters
    ----------
    cell : Cell
    twin : the same widget, made here of the same functions: it says which controls there are and
        which picture belongs to which values
    expected : function of the controls' values that returns what the status line must say, as a
        dict from the words to the number behind them
    noise : part of the picture that may differ from the twin's
    """

    def __init__(
        self,
        cell: Cell,
        twin: Any,
        expected: Callable[..., dict[str, float]],
        noise: float = 1e-3,
    ) -> None:
        cell.show()
        self.noise = noise
        self.page, self.twin, self._expected = cell.page, twin, expected
        self.root = cell.output.locator(".deepcalc-widget")
        self.root.locator("img").wait_for()

    @property
    def status(self) -> str:
        """The line below the picture."""
        return self.root.locator(".deepcalc-status").inner_text()

    @property
    def picture(self) -> bytes:
        """The picture, a PNG."""
        source = self.root.locator("img").get_attribute("src")
        return base64.b64decode(source.partition(",")[2])

    @property
    def values(self) -> dict[str, Any]:
        """The value of each control, as the page has it."""
        return {key: self._value(key) for key in self.twin.controls}

    def drag(self, key: str, fraction: float) -> None:
        """Drag a slider's handle to a fraction of its way, with the mouse."""
        control = self._control(key)
        control.scroll_into_view_if_needed()
        handle, way = control.locator(".noUi-handle"), control.locator(".noUi-base")
        start, track = handle.bounding_box(), way.bounding_box()
        y = start["y"] + start["height"] / 2
        stop = track["x"] + fraction * track["width"]
        self.page.mouse.move(start["x"] + start["width"] / 2, y)
        self.page.mouse.down()
        self.page.mouse.move(stop, y, steps=6)
        self.page.mouse.up()
        settings = self.twin.controls[key].settings
        wanted = settings["min"] + fraction * (settings["max"] - settings["min"])
        slack = settings["step"] + 0.03 * (settings["max"] - settings["min"])
        assert abs(self.position(key) - wanted) <= slack, f"{key} was dragged elsewhere"

    def press(self, key: str, name: str, times: int = 1) -> None:
        """Go to a control by Tab and press a key."""
        self._tab_to(key)
        for _ in range(times):
            self.page.keyboard.press(name)

    def draw(self, key: str, *places: tuple[float, float]) -> None:
        """Draw a stroke with the mouse through (column, row), counted from 0, of the pixels."""
        grid = self._control(key).locator("[role=grid]")
        grid.scroll_into_view_if_needed()
        box = grid.bounding_box()
        points = [
            (box["x"] + (x + 0.5) / 8 * box["width"], box["y"] + (y + 0.5) / 8 * box["height"])
            for x, y in places
        ]
        self.page.mouse.move(*points[0])
        self.page.mouse.down()
        for point in points[1:]:
            self.page.mouse.move(*point, steps=4)
        self.page.mouse.up()

    def click(self, key: str, name: str) -> None:
        """Click a button of a control."""
        self._control(key).get_by_role("button", name=name).click()

    def choose(self, key: str, option: str) -> None:
        """Choose from a menu with the mouse."""
        self._control(key).locator("select").select_option(label=option)

    def check(self, pictured: bool = True) -> None:
        """Wait until the status line says the right numbers and the right picture stands there.

        Another version of Matplotlib draws other pictures: ``pictured=False`` compares none.
        """
        end, wrong = time.monotonic() + PATIENCE, "nothing was compared"
        while wrong and time.monotonic() < end:
            values = self.values
            wrong = _differences(self.status, self._expected(**values))
            if pictured and not wrong and values != self.twin.values:
                self.twin.set(**values)
            if pictured and not wrong and not same_picture(self.picture, self.twin.png, self.noise):
                wrong = "the picture is that of other values"
            if wrong:
                self.page.wait_for_timeout(50)
        assert not wrong, f"{values}: {wrong}\n{self.status}"
        assert self.root.locator("img").get_attribute("alt").endswith(self.status)

    def _control(self, key: str) -> Locator:
        return self.root.locator(f".deepcalc-control-{key}")

    def position(self, key: str) -> float:
        """Where a slider's handle stands: its value, or the exponent of it."""
        settings = self.twin.controls[key].settings
        low, high, step = (settings[name] for name in ("min", "max", "step"))
        place = self._control(key).locator(".noUi-origin").get_attribute("style")
        fraction = 1 + float(re.search(r"translate\(([-\d.e]+)%", place)[1]) / 1000
        return low + round(fraction * (high - low) / step) * step

    def _value(self, key: str) -> Any:
        kind = self.twin.controls[key].kind
        if kind == "Dropdown":
            return self._control(key).locator("select").input_value()
        if kind == "Pixels":
            return self._control(key).locator("input").input_value()
        position = self.position(key)
        if kind == "FloatLogSlider":
            return 10.0 ** round(position, 6)
        return round(position) if kind == "IntSlider" else round(position, 6)

    def _tab_to(self, key: str) -> None:
        """Reach a control from the one before it, or from the first."""
        target = self._control(key).locator("select, .noUi-handle, [role=gridcell][tabindex='0']")
        first = self.root.locator("select, .noUi-handle").first
        if not self.root.evaluate("root => root.contains(document.activeElement)"):
            first.focus()
        for key_name in [*["Shift+Tab"] * 12, *["Tab"] * 24]:
            if target.evaluate("target => target === document.activeElement"):
                return
            if first.evaluate("first => first === document.activeElement") or key_name == "Tab":
                key_name = "Tab"
            self.page.keyboard.press(key_name)
        raise AssertionError(f"Tab does not reach {key}")


def same_picture(one: bytes, other: bytes, noise: float = 1e-3) -> bool:
    """Whether two PNGs show the same, but for a last digit that is rounded the other way."""
    a, b = (imread(io.BytesIO(png), format="png") for png in (one, other))
    return a.shape == b.shape and np.mean(np.abs(a - b).max(axis=-1) > 0.02) < noise


def _differences(status: str, expected: Mapping[str, float]) -> str:
    """What the status line says wrongly; "" if all is right."""
    wrong = []
    for words, value in expected.items():
        before, _, after = map(re.escape, words.partition("#"))
        found = re.search(rf"{before} ?{NUMBER}{after}", status)
        if not found:
            wrong.append(f"no number beside {words!r}")
            continue
        told = float(found[1].replace("−", "-"))
        exponent = int((found[3] or "0").replace("−", "-"))
        unit = 10.0 ** (exponent - len(found[2] or ""))
        if abs(told - value) > 0.51 * unit:
            wrong.append(f"{words} {found[1]}, not {value:.6g}")
    return "; ".join(wrong)
