"""How a figure becomes a picture in the notebook: PNG, text alternative, mime bundle."""

from __future__ import annotations

import base64
import html
import io
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from deepcalc.plotting.style import DPI, PAGE_DPI, alt_text, context, describe, figure_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["bundle", "encode", "img", "is_shaded", "picture", "show"]


def picture(target: Axes | Figure, dpi: float | None = None) -> bytes:
    """Draw a figure and return it as a PNG image (the same bytes each time)."""
    figure = figure_of(target)
    with context():
        canvas = figure.canvas
        if not isinstance(canvas, FigureCanvasAgg):
            canvas = FigureCanvasAgg(figure)
        before = figure.dpi
        try:
            figure.dpi = dpi or DPI
            canvas.draw()
            return encode(np.asarray(canvas.buffer_rgba()), shaded=is_shaded(figure))
        finally:
            figure.dpi = before


def encode(pixels: np.ndarray, shaded: bool = False, effort: int = 6) -> bytes:
    """Encode pixels (height, width, 4) as a PNG image.

    Lines and text have few colours: a palette of 256 makes the image three times smaller and is
    quicker.  A `shaded` picture (a colour map) keeps all its colours.
    """
    from PIL import Image

    image = Image.fromarray(pixels).convert("RGB")
    if not shaded:
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


def bundle(png: bytes, alt: str, width: int) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the mime bundle of an image, and its metadata.

    JupyterLab and Colab ignore the ``alt`` metadata of a PNG, so the picture is sent as an HTML
    ``<img alt>``; the PNG beside it, with ``alt`` for nbconvert, is for viewers that refuse that.
    """
    data = base64.b64encode(png).decode("ascii")
    return (
        {"text/html": img(data, alt, width), "image/png": data, "text/plain": alt},
        {"image/png": {"alt": alt, "width": width}},
    )


def img(data: str, alt: str, width: int) -> str:
    """Return the ``<img>`` element: a white card that shrinks with a narrow page."""
    return (
        f'<img src="data:image/png;base64,{data}" alt="{html.escape(alt)}" width="{width}" '
        'decoding="sync" style="max-width:100%;height:auto;background:#fff;border-radius:4px">'
    )


def show(target: Axes | Figure, alt: str | None = None) -> None:
    """Display a figure in the notebook, with its text alternative, and close it.

    Parameters
    ----------
    target : Axes or Figure
        What a ``plot_*`` function returned.
    alt : str, optional
        Another text alternative than the one that the figure carries.
    """
    from IPython.display import display

    figure = figure_of(target)
    if alt is not None:
        describe(figure, alt)
    width = round(figure.get_figwidth() * PAGE_DPI)
    data, metadata = bundle(picture(figure), alt_text(figure), width)
    display(data, metadata=metadata, raw=True)
    if "matplotlib.pyplot" in sys.modules:  # the reader's own figure must not appear twice
        sys.modules["matplotlib.pyplot"].close(figure)
