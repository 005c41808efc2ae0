"""A square of 8 × 8 pixels to draw in: by mouse, finger or keyboard.

The control is a line of text with a sign for each pixel, which every version of ipywidgets has.
A script in the page hides it behind a grid of its own and keeps the two alike, so that the kernel
hears of a stroke and the page of a digit that is loaded.  Without scripts the text stays.
"""

from __future__ import annotations

import numpy as np

__all__ = ["PIXELS_CSS", "PIXELS_SCRIPT", "SIDE", "read_ink", "spelled"]

SIDE = 8
LEVELS = "0123456789abcdefg"  # from bare paper to full of ink, as many as the digits of UCI have


def spelled(ink: np.ndarray) -> str:
    """The text for 64 pixels of ink between 0 and 1."""
    levels = np.rint(np.clip(np.ravel(ink), 0, 1) * (len(LEVELS) - 1)).astype(int)
    return "".join(LEVELS[level] for level in levels)


def read_ink(text: str) -> np.ndarray:
    """The ink, shape (64,), that a text means; signs that are none, or are missing, are paper."""
    levels = [max(LEVELS.find(sign), 0) for sign in text[: SIDE**2].ljust(SIDE**2, "0")]
    return np.array(levels) / (len(LEVELS) - 1)


# A stroke leaves ink by its distance from a pixel's middle: all of it up to a fifth of a pixel, and
# none from a little more than one on, which makes strokes as wide as those of the digits.
PIXELS_SCRIPT = """
(function (start) {
  const root = start.closest('.deepcalc-widget');
  const control = root && root.querySelector('.deepcalc-pixels');
  const text = control && control.querySelector('input, textarea');
  if (!text || control.querySelector('.deepcalc-grid')) return;
  const LEVELS = '0123456789abcdefg', SIDE = 8, cells = [];
  const make = (tag, role, into) => {
    const e = document.createElement(tag);
    e.setAttribute('role', role);
    into.appendChild(e);
    return e;
  };
  let ink = [], at = 0, last = null;
  control.classList.add('deepcalc-drawn');
  const grid = make('div', 'grid', control);
  grid.className = 'deepcalc-grid';
  grid.setAttribute('aria-label', text.getAttribute('aria-label') || 'Pixels');
  for (let r = 0; r < SIDE; r++) {
    const row = make('div', 'row', grid);
    for (let c = 0; c < SIDE; c++) cells.push(make('div', 'gridcell', row));
  }
  const show = () => cells.forEach((cell, k) => {
    const shade = 255 - Math.round(ink[k] / 16 * 228);
    cell.style.backgroundColor = `rgb(${shade},${shade},${shade})`;
    const place = `row ${Math.floor(k / SIDE) + 1}, column ${k % SIDE + 1}`;
    cell.setAttribute('aria-label', `${place}: ink ${ink[k]} of 16`);
    cell.tabIndex = k === at ? 0 : -1;
  });
  const read = () => {
    if (last) return;  // in the middle of a stroke
    ink = cells.map((_, k) => Math.max(LEVELS.indexOf(text.value[k] || '0'), 0));
    show();
  };
  const send = () => {
    show();
    text.value = ink.map(level => LEVELS[level]).join('');
    ['input', 'change'].forEach(
      kind => text.dispatchEvent(new Event(kind, {bubbles: true})));
  };
  const place = event => {
    const box = grid.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * SIDE - 0.5,
            (event.clientY - box.top) / box.height * SIDE - 0.5];
  };
  const stroke = ([x0, y0], [x1, y1]) => cells.forEach((_, k) => {
    const x = k % SIDE - x0, y = Math.floor(k / SIDE) - y0, dx = x1 - x0, dy = y1 - y0;
    const t = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(x - t * dx, y - t * dy);
    const level = Math.round(16 * Math.min(1, Math.max(0, 1.2 - away)));
    ink[k] = Math.max(ink[k], level);
  });
  grid.addEventListener('pointerdown', event => {
    if (event.button) return;
    event.preventDefault();
    grid.setPointerCapture(event.pointerId);
    last = place(event);
    const [x, y] = last.map(v => Math.min(SIDE - 1, Math.max(0, Math.round(v))));
    at = y * SIDE + x;
    stroke(last, last);
    send();
    cells[at].focus({preventScroll: true});
  });
  grid.addEventListener('pointermove', event => {
    if (!last) return;
    const here = place(event);
    stroke(last, here);
    last = here;
    send();
  });
  const up = () => { if (last) { last = null; send(); } };
  ['pointerup', 'pointercancel', 'lostpointercapture'].forEach(
    kind => grid.addEventListener(kind, up));
  grid.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const r = Math.floor(at / SIDE), c = at % SIDE, end = SIDE - 1;
    const to = {
      ArrowUp: [r - 1, c], ArrowDown: [r + 1, c], ArrowLeft: [r, c - 1], ArrowRight: [r, c + 1],
      Home: [r, 0], End: [r, end], PageUp: [0, c], PageDown: [end, c],
    }[event.key];
    if (to) {
      at = Math.min(end, Math.max(0, to[0])) * SIDE + Math.min(end, Math.max(0, to[1]));
      show();
      cells[at].focus({preventScroll: true});
    } else if (event.key === ' ' || event.key === 'Enter' && !event.shiftKey) {
      ink[at] = ink[at] ? 0 : 16;
      send();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const clear = make('button', 'button', control);
  clear.type = 'button';
  clear.className = 'deepcalc-clear';
  clear.textContent = 'Clear';
  clear.addEventListener('click', () => { ink = ink.map(() => 0); send(); });
  read();
  new MutationObserver(read).observe(
    root.querySelector('.deepcalc-status'), {childList: true, subtree: true});
})(this)
"""

PIXELS_CSS = """
.deepcalc-drawn { display: block; height: auto !important; }
.deepcalc-drawn input, .deepcalc-drawn textarea { display: none !important; }
.deepcalc-drawn > label { display: block; text-align: left; width: auto !important; }
.deepcalc-grid { width: 224px; height: 224px; border: 1px solid #646b73; background: #fff;
  touch-action: none; cursor: crosshair; user-select: none; }
.deepcalc-grid > div { display: flex; height: 12.5%; }
.deepcalc-grid > div > div { width: 12.5%; box-sizing: border-box;
  border: 1px solid rgba(100, 107, 115, 0.25); }
.deepcalc-grid > div > div:focus { outline: 3px solid #d97706; outline-offset: -2px; z-index: 1; }
.deepcalc-clear { margin: 4px 0 6px; padding: 2px 14px; font: inherit; cursor: pointer; }
"""
