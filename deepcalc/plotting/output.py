"""How a figure becomes a picture in the notebook: PNG, text alternative, mime bundle."""

from __future__ import annotations

import base64
import html
import io
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from deepcalc.plotting.narrow import BELOW, can_stack, stack
from deepcalc.plotting.narrow import WIDTH as NARROW
from deepcalc.plotting.screens import FIGURES, SCROLLS
from deepcalc.plotting.style import DPI, PAGE_DPI, alt_text, context, describe, figure_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "bundle",
    "encode",
    "img",
    "is_shaded",
    "narrow_picture",
    "picture",
    "show",
]

NARROW_DPI = 150  # shown at 270 to 360 pixels for 540


def picture(target: Axes | Figure, dpi: float | None = None, small: bool = False) -> bytes:
    """Draw a figure and return it as a PNG image (the same bytes each time).

    A `small` one has at most 256 colours.
    """
    figure = figure_of(target)
    with context():
        canvas = figure.canvas
        if not isinstance(canvas, FigureCanvasAgg):
            canvas = FigureCanvasAgg(figure)
        before = figure.dpi
        try:
            figure.dpi = dpi or DPI
            canvas.draw()
            pixels = np.asarray(canvas.buffer_rgba())
            return encode(pixels, shaded=is_shaded(figure), small=small)
        finally:
            figure.dpi = before


def encode(pixels: np.ndarray, shaded: bool = False, effort: int = 6, small: bool = False) -> bytes:
    """Encode pixels (height, width, 4) as a PNG image.

    Lines and text have few colours: a palette of 256 makes the image three times smaller and is
    quicker.  A `shaded` picture (a colour map) keeps all its colours, if it need not be `small`.
    """
    from PIL import Image

    image = Image.fromarray(pixels).convert("RGB")
    if shaded and small:  # takes longer, and sees to it that no steps are seen
        image = image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    elif not shaded:
        image = image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette = image.getpalette() or []
        image.putpalette([255 if v == 254 else v for v in palette])  # white is white
    out = io.BytesIO()
    image.save(out, "png", compress_level=effort)
    return out.getvalue()


def is_shaded(figure: Figure) -> bool:
    """Tell whether a figure has smoothly changing colours: images, filled contours, surfaces."""
    return any(
        ax.images or any(c.get_array() is not None for c in ax.collections) for ax in figure.axes
    )


def narrow_picture(figure: Figure) -> bytes | None:
    """Draw the layout for a narrow page, if the figure has one, and leave the figure as it was."""
    if not can_stack(figure):
        return None
    with context():
        back = stack(figure)
    try:
        return picture(figure, NARROW_DPI, small=True)
    finally:
        back()


def bundle(
    png: bytes, alt: str, width: int, narrow: bytes | None = None, css: str = ""
) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the mime bundle of an image, and its metadata.

    JupyterLab and Colab ignore the ``alt`` metadata of a PNG, so the picture is sent as an HTML
    ``<img alt>``; the PNG beside it, with ``alt`` for nbconvert, is for viewers that refuse that.
    """
    shown = f"<style>{css}{FIGURES}</style>{img(png, alt, width, narrow)}"
    data = base64.b64encode(png).decode("ascii")
    return (
        {"text/html": shown, "image/png": data, "text/plain": alt},
        {"image/png": {"alt": alt, "width": width}},
    )


def img(png: bytes, alt: str, width: int, narrow: bytes | None = None, fixed: bool = True) -> str:
    """Return the picture as an HTML element, to which `screens.FIGURES` belongs.

    Parameters
    ----------
    width : int
        Of the page that the picture is drawn for, in CSS pixels; it shrinks with the page.
    narrow : bytes, optional
        The picture for a narrow page.
    fixed : bool
        Whether the page has to do with this one picture; else it may be changed for another.
    """
    source, kind, scrolls = "", "deepcalc-figure", ""
    if narrow:
        source = (
            f'<source media="(max-width: {BELOW - 1}px)" srcset="{_address(narrow)}" '
            f'width="{round(NARROW * PAGE_DPI)}">'
        )
    elif fixed:
        kind += " deepcalc-wide"
        scrolls = f' tabindex="0" role="group" aria-label="{SCROLLS}"'
    return (
        f'<div class="{kind}"{scrolls}><picture>{source}'
        f'<img src="{_address(png)}" alt="{html.escape(alt)}" width="{width}" decoding="sync" '
        'style="max-width:100%;height:auto;background:#fff;border-radius:4px"></picture></div>'
    )


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"


def show(target: Axes | Figure, alt: str | None = None, css: str = "") -> None:
    """Display a figure in the notebook, with its text alternative, and close it.

    Parameters
    ----------
    target : Axes or Figure
        What a ``plot_*`` function returned.
    alt : str, optional
        Another text alternative than the one that the figure carries.
    css : str
        A style sheet for the notebook around it.
    """
    from IPython.display import display

    figure = figure_of(target)
    if alt is not None:
        describe(figure, alt)
    width = round(figure.get_figwidth() * PAGE_DPI)
    wide = picture(figure)
    data, metadata = bundle(wide, alt_text(figure), width, narrow_picture(figure), css)
    display(data, metadata=metadata, raw=True)
    if "matplotlib.pyplot" in sys.modules:  # the reader's own figure must not appear twice
        sys.modules["matplotlib.pyplot"].close(figure)
