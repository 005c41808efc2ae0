"""What all widgets share: controls above a picture, and below it a line that says the values.

How to write a widget
---------------------
A widget is a function in the module of its topic that returns `interactive(scene, controls, …)`::

    def parabola_explorer(df=None, x0=1.0):
        \"\"\"One sentence. …NumPy docstring…\"\"\"
        slope, whose = yours(df, instead=lambda x: derivative(square, x), trial=(0.3,))

        def scene(figure):
            ax = figure.subplots()
            x = np.linspace(-2, 2, 401)
            ax.plot(x, square(x), **line("function"))            # drawn once
            ax.set(xlabel="$x$", ylabel="$f(x)$", ylim=(-1, 4))  # fixed limits: nothing jumps
            (tangent,) = ax.plot([], [], **line("derivative", animated=True))  # moves

            def update(x0):
                tangent.set_data(x, square(x0) + slope(x0) * (x - x0))
                return f"x0 = {number(x0)}, slope = {number(slope(x0))}; {whose}"

            return update

        return interactive(
            scene,
            {"x0": slider("Point x0", x0, -2, 2, 0.05, help="where the tangent touches")},
            about="The parabola x squared with its tangent.",
        )

* ``scene(figure)`` draws what stays and returns ``update(**values)``, which moves the rest and
  returns the status line: every number that the picture shows, by name.  ``about`` plus the status
  line is the text alternative.  Keep ``scene`` and ``update`` pure but for the figure given.
* Artists that move are made with ``animated=True``: only these are drawn again, on top of a stored
  background, in 10 to 30 ms.  When ``update`` changes anything else (a title, limits, the
  colours of a filled contour), that is noticed, and the whole figure is drawn again (80 to 150 ms,
  too slow to drag): prefer fixed limits, and an animated ``imshow`` with ``set_data`` to a new
  contour.  A title moves as well: ``title = ax.set_title("x", animated=True)``, then
  ``title.set_text(…)``.  If everything changes each time, write
  ``draw(figure, **values) -> status`` and pass ``redrawn(draw)`` as the scene.
* On a narrow page the panels stand in one column, and the figure is 3.6 inches wide; words that
  are too wide there get shorter ones by ``style.in_narrow``.
* The layout is computed once and then kept, so that the axes stand still.  An ``update`` that
  needs more room for other tick labels calls ``figure.set_layout_engine("constrained")``.
* Share the drawing with the ``plot_*`` functions of the topic where that is natural.
* Controls: `slider`, `log_slider`, `choice`, `toggle`.  The key in ``controls`` is the argument's
  name in ``update``; the label is what people read, ``help`` what it means in half a sentence.
* ``slider(…, play=100)`` has a play button and moves by one step in 100 milliseconds; nothing else
  need be said.  Give one to what happens in steps or in time, and half a minute in all at most.
* A function of the student goes through `yours`, and ``whose`` ends the status line.

In tests and notebooks, ``widget.set(x0=0.5)`` moves a control, ``widget.status`` is the line below
the picture, ``widget.png`` the picture.  Numbers in it have a real minus sign (see `number`).

In a frontend without widgets, and where ipywidgets is missing, the same picture stands still.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from deepcalc._students import yours
from deepcalc.plotting import narrow as layout
from deepcalc.plotting import output, style
from deepcalc.widgets.controls import Control, choice, log_slider, slider, toggle
from deepcalc.widgets.frames import encode_shaded

__all__ = [
    "Interactive",
    "choice",
    "interactive",
    "log_slider",
    "redrawn",
    "slider",
    "toggle",
    "yours",
]

# Pixels to the inch while sliding: a compromise of sharp and swift.  Python in a browser is slower.
DPI = 100 if sys.platform == "emscripten" else 150

Update = Callable[..., str]
Scene = Callable[[Figure], Update]


def interactive(
    scene: Scene,
    controls: Mapping[str, Control],
    about: str,
    size: tuple[float, float] = (style.WIDTH, style.HEIGHT),
    narrow: bool = True,
) -> Interactive:
    """Make a widget of a scene and its controls; see the module's text for how.

    Parameters
    ----------
    scene : function of a Figure that returns ``update(**values) -> status line``
    controls : dict from the arguments of ``update`` to `slider`, `log_slider`, `choice`, `toggle`
    about : str
        What the picture shows, in a sentence; with the status line it is the text alternative.
    size : (width, height) in inches
    narrow : bool
        Whether a narrow page may set the panels below each other.

    Returns
    -------
    Interactive
        As the last line of a cell it shows itself.
    """
    return Interactive(scene, controls, about, size, narrow)


def redrawn(draw: Callable[..., str]) -> Scene:
    """Make a scene of ``draw(figure, **values) -> status line``, which draws all of it each time.

    Convenient and slow (about 100 ms): for pictures in which nothing stays the same.
    """

    def scene(figure: Figure) -> Update:
        def update(**values: Any) -> str:
            figure.clear()
            figure.set_layout_engine("constrained")
            return draw(figure, **values)

        return update

    return scene


class Interactive:
    """A picture with controls; made by `interactive`.

    Attributes
    ----------
    controls : dict of Control
    values : dict
        The current value of each control.
    status : str
        The line below the picture.
    png : bytes
        The picture.
    """

    def __init__(
        self,
        scene: Scene,
        controls: Mapping[str, Control],
        about: str,
        size: tuple[float, float],
        narrow: bool = True,
    ) -> None:
        self.about = " ".join(about.split())
        self.controls = dict(controls)
        self.values = {name: control.value for name, control in controls.items()}
        self.width = round(size[0] * style.PAGE_DPI)
        self._background: Any = None
        self._widen: Callable[[], None] | None = None
        self._moving: list[Any] = []
        with style.context():
            self.figure = Figure(figsize=size, dpi=DPI, layout="constrained")
            self._canvas = FigureCanvasAgg(self.figure)
            layout.stacks(self.figure, narrow)
            self._update = scene(self.figure)
        self.status, self.png = "", b""
        self._redraw()
        self._panel = _panel(self, controls)

    @property
    def alt(self) -> str:
        """Text alternative of the picture as it is now."""
        return f"{self.about} {self.status}"

    @property
    def image(self) -> str:
        """The picture as an HTML element."""
        width = round((layout.WIDTH if self._widen else style.WIDTH) * style.PAGE_DPI)
        return output.img(self.png, self.alt, min(width, self.width), fixed=False)

    @property
    def stacks(self) -> bool:
        """Whether a narrow page can have the panels below each other."""
        return layout.can_stack(self.figure)

    @property
    def box(self) -> Any:
        """The ipywidgets box, or None where there is no ipywidgets."""
        return self._panel.box if self._panel else None

    def set(self, **values: Any) -> Interactive:
        """Move controls, as a reader would, and return the widget itself."""
        unknown = sorted(set(values) - set(self.values))
        if unknown:
            known = ", ".join(self.values)
            raise ValueError(f"there is no control {unknown[0]!r}; there are: {known}")
        if self._panel:
            self._panel.move(values)  # which calls `changed`
        else:
            self.changed(**values)
        return self

    def changed(self, **values: Any) -> None:
        """Take new values of controls and draw them."""
        self.values.update(values)
        self._redraw()
        if self._panel:
            self._panel.refresh(self)

    def narrow(self, page: bool) -> None:
        """Draw for a narrow page, or again for a wide one."""
        if not self.stacks or page == bool(self._widen):
            return
        with style.context():
            if self._widen:
                self._widen()
            self._widen = layout.stack(self.figure) if page else None
            self.figure.set_layout_engine("constrained")
        self._background = None
        self.changed()

    def _redraw(self) -> None:
        figure, canvas = self.figure, self._canvas
        with style.context(), np.errstate(all="ignore"):
            try:
                self.status = " ".join(self._update(**self.values).split())
            except Exception as error:  # the student's function at a point that was not tried
                self.status = f"No picture here: {type(error).__name__}: {error}"
                if self._background is not None:
                    return
            if self._background is None or figure.stale:
                canvas.draw()
                figure.set_layout_engine("none")  # keep the axes where they are while sliding
                figure.stale = False
                self._background = canvas.copy_from_bbox(figure.bbox)
                self._moving = _animated(figure)  # to look for them in each frame costs 2 to 4 ms
            else:
                canvas.restore_region(self._background)
            for artist in sorted(self._moving, key=lambda artist: artist.get_zorder()):
                if not artist.get_visible():
                    continue
                artist.axes.draw_artist(artist) if artist.axes else figure.draw_artist(artist)
            figure.stale = False  # an arrow that is drawn says that it has changed
            pixels = np.asarray(canvas.buffer_rgba())
            shaded = output.is_shaded(figure)
            self.png = encode_shaded(pixels) if shaded else output.encode(pixels, effort=1)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = output.bundle(self.png, self.alt, self.width)
        data["text/html"] += f"<p>{html.escape(self.status)}</p>"
        if self._panel:
            data.update(self._panel.mimebundle())
        return data, metadata


def _panel(widget: Interactive, controls: Mapping[str, Control]) -> Any:
    try:
        from deepcalc.widgets.panel import Panel
    except ImportError:  # no ipywidgets: the picture stands still
        return None
    return Panel(widget, controls)


def _animated(figure: Figure) -> list[Any]:
    return [each for each in figure.findobj(include_self=False) if each.get_animated()]
