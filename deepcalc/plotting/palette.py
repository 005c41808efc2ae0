"""Colours, line styles and sizes: the numbers behind `deepcalc.plotting.style`."""

from __future__ import annotations

from typing import Any

from matplotlib.colors import LinearSegmentedColormap

__all__ = [
    "CLASS_COLOURS",
    "CLASS_MAP",
    "COLOURS",
    "DPI",
    "HEIGHT",
    "LEVEL_MAP",
    "LINES",
    "MARKERS",
    "PAGE_DPI",
    "RC",
    "WIDTH",
]

WIDTH = 7.2  # inches, the width of a figure
HEIGHT = 3.6
PAGE_DPI = 100  # CSS pixels to the inch
DPI = 2 * PAGE_DPI  # crisp on fine screens

COLOURS = {
    "function": "#0060a8",  # blue
    "derivative": "#c03d00",  # vermilion
    "gradient": "#8a2c8f",  # purple
    "path": "#1b1f24",  # nearly black
    "secondary": "#00705a",  # green
    "muted": "#646b73",  # grey
}
"""Colour of each role; each has a contrast of at least 4.5 to 1 on white."""

CLASS_COLOURS = ("#0060a8", "#c03d00")
"""Colours of class 0 and class 1; their markers are a circle and a triangle."""

CLASS_MAP = LinearSegmentedColormap.from_list(
    "deepcalc_classes", ["#7fb2dc", "#d6e6f3", "#f7f7f7", "#fbdcc8", "#f0a070"]
)
"""Predictions from 0 (blue) through ½ (white) to 1 (orange); add contour lines with numbers."""

LEVEL_MAP = LinearSegmentedColormap.from_list(
    "deepcalc_levels", ["#2f5f8f", "#7fa8c9", "#c9dceb", "#f6f9fb"]
)
"""Height of a loss, low is dark, high is light; add level lines."""

LINES: dict[str, dict[str, Any]] = {
    "function": {"linestyle": "-", "linewidth": 2.2},
    "derivative": {"linestyle": (0, (5, 1.6)), "linewidth": 2.2},
    "gradient": {"linestyle": "-", "linewidth": 2.0},
    "path": {"linestyle": "-", "linewidth": 1.3, "marker": "o", "markersize": 4},
    "secondary": {"linestyle": (0, (6, 1.5, 1.2, 1.5)), "linewidth": 2.0},
    "muted": {"linestyle": (0, (1, 1.6)), "linewidth": 1.4},
}
MARKERS = {
    "function": "o",
    "derivative": "D",
    "gradient": "^",
    "path": "o",
    "secondary": "s",
    "muted": "x",
}

RC: dict[Any, Any] = {  # the keys are texts of Matplotlib's own type
    "figure.facecolor": "white",
    "figure.edgecolor": "white",
    "figure.dpi": DPI,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "font.family": ["DejaVu Sans"],
    "font.size": 10.0,
    "mathtext.fontset": "dejavusans",
    "axes.facecolor": "white",
    "axes.edgecolor": "#646b73",
    "axes.labelcolor": "#1b1f24",
    "axes.labelsize": 11.0,
    "axes.titlesize": 11.0,
    "axes.titlelocation": "left",
    "axes.titlepad": 7.0,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "grid.color": "#e3e6e9",
    "grid.linewidth": 0.8,
    "text.color": "#1b1f24",
    "xtick.color": "#464c53",
    "ytick.color": "#464c53",
    "xtick.labelsize": 9.5,
    "ytick.labelsize": 9.5,
    "legend.frameon": False,
    "legend.fontsize": 10.0,
    "lines.solid_capstyle": "round",
    "lines.dash_capstyle": "butt",
    "text.usetex": False,
    "figure.constrained_layout.w_pad": 0.09,
    "figure.constrained_layout.h_pad": 0.09,
}
