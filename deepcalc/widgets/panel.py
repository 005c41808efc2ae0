"""The ipywidgets side of a widget; works with ipywidgets 7.7 (Colab) and 8.

The picture is an ``<img alt>`` in an HTML widget: setting its value swaps the picture in place, and
since the data lie in the page, without a blank moment.  While somebody drags, the frontend sends
the next value only after the kernel is done with the last one, so no queue builds up and the
newest value wins.

A box that nobody sees tells the kernel whether the page is narrow: the page's script ticks it, and
the figure is arranged for such a page.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any, Protocol

import ipywidgets

from deepcalc.plotting.narrow import BELOW
from deepcalc.plotting.screens import FIGURES, SCROLLS
from deepcalc.widgets import motion
from deepcalc.widgets.controls import Control
from deepcalc.widgets.pixels import PIXELS_CSS, PIXELS_SCRIPT

__all__ = ["Panel"]

VIEW = "application/vnd.jupyter.widget-view+json"

# Added in the page, since ipywidgets does not: names and values for the handles of sliders, a live
# region, and that JupyterLab leaves plain keys (arrows, letters) to a control that has the focus
# instead of moving between cells.  Without scripts all works but for that.
_SCRIPT = """
(function (start) {
  const root = start.closest('.deepcalc-widget'), names = NAMES;
  if (!root || root.dataset.named) return;
  root.dataset.named = 'yes';
  const set = (e, k, v) => { if (e && e.getAttribute(k) !== v) e.setAttribute(k, v); };
  const name = () => {
    set(root, 'role', 'group');
    names.forEach(([key, text]) => {
      const control = root.querySelector('.deepcalc-control-' + key);
      if (!control) return;
      const handle = control.querySelector('.noUi-handle, .ui-slider-handle');
      const readout = control.querySelector('.widget-readout');
      set(handle, 'aria-label', text);
      if (readout) set(handle, 'aria-valuetext', readout.textContent);  // of powers, not exponents
      if (readout && readout.isContentEditable) {
        set(readout, 'role', 'textbox');
        set(readout, 'aria-label', text);
      }
      if (handle && handle.matches('.ui-slider-handle')) {
        set(handle, 'role', 'slider');
        set(handle, 'aria-valuenow', readout ? readout.textContent : '');
      }
      set(control.querySelector('select, input'), 'aria-label', text);
    });
    const status = root.querySelector('.deepcalc-status .widget-html-content');
    set(status, 'role', 'status');
    const wide = root.querySelector('.deepcalc-wide');
    set(wide, 'tabindex', '0');
    set(wide, 'role', 'group');
    set(wide, 'aria-label', SCROLLS);
    fit();
  };
  const page = window.matchMedia('(max-width: BELOWpx)');
  const fit = () => {
    const box = root.querySelector('.deepcalc-narrow input');
    if (box && box.checked !== page.matches) box.click();
  };
  page.addEventListener('change', fit);
  const keys = event => {
    if (!root.isConnected) return window.removeEventListener('keydown', keys, true);
    if (!root.contains(event.target)) return;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    event.target.toggleAttribute('data-lm-suppress-shortcuts', plain);
  };
  window.addEventListener('keydown', keys, true);
  name();
  const watched = {childList: true, subtree: true, attributeFilter: ['aria-valuetext']};
  new MutationObserver(name).observe(root, watched);
})(this)
"""

_CSS = """
.deepcalc-widget .widget-html-content { line-height: 1.4; }
.deepcalc-widget .widget-inline-hbox .widget-label { text-align: left; }
.deepcalc-status { font-variant-numeric: tabular-nums; }
.deepcalc-status .widget-html-content { min-height: 2.8em; }  /* what follows does not jump */
[data-jp-theme-light="false"] .deepcalc-widget select {  /* the arrow of ipywidgets is black */
  color-scheme: dark;
  background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
viewBox='0 0 18 18'%3E%3Cpath fill='%23ccc' \
d='M5.2 5.9 9 9.7l3.8-3.8 1.2 1.2-5 5-5-5z'/%3E%3C/svg%3E");
}
.deepcalc-widget .noUi-handle:focus-visible,
.deepcalc-widget .ui-slider-handle:focus-visible { outline: 3px solid #d97706; }
"""


class Pictured(Protocol):
    """What a panel shows, and whom it tells that a control has moved."""

    status: str
    width: int

    @property
    def stacks(self) -> bool:
        """Whether a narrow page can have the panels below each other."""

    @property
    def image(self) -> str:
        """The picture as an HTML element."""

    def changed(self, **values: Any) -> None:
        """Draw the picture for other values."""

    def narrow(self, page: bool) -> None:
        """Draw the picture for a narrow page, or for a wide one."""


class Panel:
    """Controls, picture and status line of one `Pictured` in a box."""

    def __init__(self, widget: Pictured, controls: Mapping[str, Control]) -> None:
        self._widget = widget
        self._quiet = False
        longest = max(len(control.label) for control in controls.values())
        self.controls = {
            name: _build(name, control, f"{7 * longest + 8}px")
            for name, control in controls.items()
        }
        for name, control in self.controls.items():
            control.observe(lambda change, name=name: self._moved(name, change), names="value")
        self.picture = ipywidgets.HTML(widget.image)
        self.status = ipywidgets.HTML(_status(widget))
        self.status.add_class("deepcalc-status")
        row = ipywidgets.Layout(display="flex", flex_flow="row wrap", width="100%")
        self.narrow = ipywidgets.Checkbox(False, layout=ipywidgets.Layout(display="none"))
        self.narrow.add_class("deepcalc-narrow")
        self.narrow.observe(lambda change: widget.narrow(change["new"]), names="value")
        if not widget.stacks:
            self.picture.add_class("deepcalc-wide")
        head = ipywidgets.HTML(_head(controls), layout=ipywidgets.Layout(display="none"))
        self.players = {
            name: motion.Player(self.controls[name], control)
            for name, control in controls.items()
            if control.play
        }
        shown = {**self.controls, **{name: player.box for name, player in self.players.items()}}
        moved = ipywidgets.Box(list(shown.values()), layout=row)
        self.box = ipywidgets.VBox(
            [head, moved, self.picture, self.status, self.narrow],
            layout=ipywidgets.Layout(width="100%", max_width=f"{widget.width + 8}px"),
        )
        self.box.add_class("deepcalc-widget")

    def move(self, values: Mapping[str, Any]) -> None:
        """Set several controls and draw once."""
        self._quiet = True
        try:
            for name, value in values.items():
                self.controls[name].value = value
        finally:
            self._quiet = False
        self._widget.changed(**{name: self.controls[name].value for name in values})

    def refresh(self, widget: Pictured) -> None:
        """Show the widget's new picture and status line."""
        self.picture.value = widget.image
        self.status.value = _status(widget)

    def mimebundle(self) -> dict[str, Any]:
        """Return what a frontend with widgets needs to show the box."""
        version = int(ipywidgets.__version__.split(".")[0])
        return {
            VIEW: {
                "version_major": 2,
                "version_minor": 0 if version < 8 else 1,
                "model_id": self.box.model_id,
            }
        }

    def _moved(self, name: str, change: Mapping[str, Any]) -> None:
        if not self._quiet:
            self._widget.changed(**{name: change["new"]})


def _build(name: str, control: Control, label_width: str) -> Any:
    """Controls of equal width with labels of equal width: they stand in columns."""
    tick = control.kind == "Checkbox"
    settings: dict[str, Any] = {
        **control.settings,
        "description": control.label,
        "value": control.value,
        "layout": ipywidgets.Layout(width="auto" if tick else "340px", margin="2px 16px 2px 0"),
        "style": {"description_width": "initial" if tick else label_width},
    }
    if "Slider" in control.kind:
        settings["continuous_update"] = True
    tooltip = "description_tooltip" if ipywidgets.__version__.startswith("7.") else "tooltip"
    if control.help:
        settings[tooltip] = _name(control)
    # What is drawn is a line of text, which the page shows as a square of pixels.
    kind = "Text" if control.kind == "Pixels" else control.kind
    built = getattr(ipywidgets, kind)(**settings)
    built.add_class(f"deepcalc-control-{name}")
    if control.kind == "Pixels":
        built.add_class("deepcalc-pixels")
    return built


def _name(control: Control) -> str:
    return f"{control.label}: {control.help}" if control.help else control.label


def _head(controls: Mapping[str, Control]) -> str:
    names = json.dumps([[name, _name(control)] for name, control in controls.items()])
    script = _SCRIPT.replace("NAMES", names).replace("BELOW", str(BELOW - 1))
    script = script.replace("SCROLLS", json.dumps(SCROLLS)) + motion.SCRIPT
    css = FIGURES + _CSS + motion.CSS
    if any(control.kind == "Pixels" for control in controls.values()):
        script, css = f"{script};{PIXELS_SCRIPT}", f"{css}{PIXELS_CSS}"
    return f'<style onload="{html.escape(script, quote=True)}">{css}</style>'


def _status(widget: Pictured) -> str:
    return f"<div>{html.escape(widget.status)}</div>"
