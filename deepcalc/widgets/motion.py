"""The play button of a slider; works with ipywidgets 7.7 (Colab) and 8.

The clock runs in the page and each frame is drawn by the kernel.  The page sends where the play
stands; as with a hand on the slider, it sends the next place only after the kernel is done with
the last one, and then the newest.  So no queue builds up: where drawing takes longer than the
clock's interval, frames are left out, and the last one is never left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets

from deepcalc.widgets.controls import Control

__all__ = ["CSS", "SCRIPT", "Player"]

STILL = "No play button: your system asks for less motion. The arrow keys move the slider."

# No motion by itself for whoever has asked the system for less: no buttons, and a word why.
CSS = """
.deepcalc-moving { align-items: center; }
.deepcalc-widget .deepcalc-play.widget-play { width: auto; height: 28px; margin: 2px 16px 2px 0; }
.deepcalc-play button { padding: 0; min-width: 40px; }
.deepcalc-widget .deepcalc-play button.jupyter-button:focus-visible {
  outline: 3px solid #d97706 !important;  /* against ipywidgets, which says so, too */
  outline-offset: -3px;
}
.deepcalc-widget .deepcalc-still { display: none; }
@media (prefers-reduced-motion: reduce) {
  .deepcalc-widget .deepcalc-play.widget-play { display: none; }
  .deepcalc-widget .deepcalc-still { display: block; }
}
"""

# Added in the page: names for the buttons, silence of the status line while it plays, its last
# words spoken at the end, and a pause when the system begins to ask for less motion.
SCRIPT = """
;(function (start) {
  const root = start.closest('.deepcalc-widget');
  if (!root || root.dataset.moving) return;
  root.dataset.moving = 'yes';
  const set = (e, k, v) => { if (e && e.getAttribute(k) !== v) e.setAttribute(k, v); };
  const words = {'fa-play': 'play', 'fa-pause': 'pause', 'fa-stop': 'back to the start'};
  const less = matchMedia('(prefers-reduced-motion: reduce)');
  let spoke = true;
  const tell = () => {
    root.querySelectorAll('.deepcalc-play button').forEach(button => {
      const word = Object.keys(words).find(icon => button.querySelector('.' + icon));
      const label = button.closest('.deepcalc-moving').querySelector('.widget-label');
      const name = word && label ? words[word] + ': ' + label.textContent.trim() : '';
      set(button, 'aria-label', name);
      set(button, 'title', name);
    });
    const status = root.querySelector('.deepcalc-status .widget-html-content');
    const running = Boolean(root.querySelector('.deepcalc-running'));
    if (!status) return;
    set(status, 'aria-live', running ? 'off' : 'polite');
    if (!running && !spoke) setTimeout(() => { status.innerHTML = status.innerHTML; }, 100);
    spoke = !running;
  };
  const pause = () => {
    if (!root.isConnected) return less.removeEventListener('change', pause);
    const icons = root.querySelectorAll('.deepcalc-running .fa-pause');
    if (less.matches) icons.forEach(icon => icon.parentElement.click());
  };
  less.addEventListener('change', pause);
  tell();
  const watched = {childList: true, subtree: true, attributeFilter: ['class']};
  new MutationObserver(tell).observe(root, watched);
})(this)
"""


class Player:
    """A slider with a play button beside it.

    A hand on the slider ends the play and says where the next one begins; at the end it begins
    from the start.

    Parameters
    ----------
    slider : the ipywidget
    control : Control
        What the slider was made of, with ``play`` above 0.

    Attributes
    ----------
    box : the ipywidgets box to show
    clock : the ``ipywidgets.Play``; its value counts the places of the slider
    """

    def __init__(self, slider: Any, control: Control) -> None:
        self._slider, self._places = slider, control.places
        self._at, self._running, self._moves = self._nearest(), False, False
        self.clock = ipywidgets.Play(
            value=self._at,
            min=0,
            max=len(self._places) - 1,
            interval=control.play,
            show_repeat=False,
        )
        self.clock.add_class("deepcalc-play")
        still = ipywidgets.HTML(f"<small>{STILL}</small>")
        still.add_class("deepcalc-still")
        row = ipywidgets.Layout(display="flex", flex_flow="row wrap")
        self.box = ipywidgets.Box([slider, self.clock, still], layout=row)
        self.box.add_class("deepcalc-moving")
        self._flag = "playing" if self.clock.has_trait("playing") else "_playing"  # ipywidgets 7
        self.clock.observe(self._ticked, names=["value", self._flag])
        slider.observe(self._taken, names="value")

    def _ticked(self, _: Mapping[str, Any]) -> None:
        """Follow the clock; called for its place and for its start and end, in either order."""
        ran, self._running = self._running, getattr(self.clock, self._flag)
        if self._running and not ran:
            self.box.add_class("deepcalc-running")
        if self.clock.value != self._at:
            if ran or self._running or self.clock.value == 0:  # 0: the stop button
                self._show(self.clock.value)
            else:  # it was on its way when a hand took the slider
                self.clock.value = self._at
        if ran and not self._running:
            self.box.remove_class("deepcalc-running")

    def _show(self, place: int) -> None:
        self._at, self._moves = place, True
        try:
            self._slider.value = self._places[place]
        finally:
            self._moves = False

    def _taken(self, _: Mapping[str, Any]) -> None:
        """Somebody else than the clock has moved the slider."""
        if self._moves:
            return
        self._at, self._running = self._nearest(), False
        setattr(self.clock, self._flag, False)
        self.clock.value = self._at
        self.box.remove_class("deepcalc-running")

    def _nearest(self) -> int:
        distances = [abs(place - self._slider.value) for place in self._places]
        return distances.index(min(distances))
