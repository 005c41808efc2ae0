"""What a student waits for in a browser tab, beside JupyterLab on the same machine.

    python -m tests.browser.bench        # part of make bench; writes build/bench_tab.json

The times are those of a person: from a click until the page shows what it must.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, sync_playwright
from rich.console import Console
from rich.table import Table

from grading.authoring.site.build import site
from grading.authoring.site.pyodide import Pyodide
from grading.paths import Course
from tests.pyodide import distribution

from .conftest import CHROMIUM, QUIET, SCREENSHOTS
from .lab import Lab
from .server import Server
from .site import Site

NAME, EXERCISE = "01_derivatives", "test_sigmoid"
CHECKS = 7  # of which the first one warms up
MOVES = 9  # of each slider, the first one as well
LIMITS = {"open": 15.0, "check": 0.5, "redraw": 0.15}  # seconds, in a tab on a quiet machine

HANDLES = ".deepcalc-widget .noUi-handle"

# From a key on a slider until its widget has another picture, and that is drawn; the page's clock.
REDRAW = """
    async handle => {
      await new Promise(done => setTimeout(done, 500));  // what an earlier move has drawn is there
      const image = () => handle.closest('.deepcalc-widget').querySelector('img').src;
      const before = image(), began = performance.now();
      const press = {key: 'ArrowRight', code: 'ArrowRight', bubbles: true, cancelable: true};
      handle.dispatchEvent(new KeyboardEvent('keydown', press));
      while (image() === before && performance.now() - began < 5000)
        await new Promise(requestAnimationFrame);
      return (performance.now() - began) / 1000;
    }
"""


def main() -> None:
    """Measure, print, and write the figures."""
    course, out = Course.find(), Console()
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder, _chromium() as chromium:
        made = Path(folder)
        with _tab(course, made) as server:
            found["tab"] = _measure(chromium, server)
        with _lab(course, made) as server:
            found["JupyterLab"] = _measure(chromium, server)
    ratios = {what: found["tab"][what] / found["JupyterLab"][what] for what in found["tab"]}
    table = Table("a student waits, seconds", "tab", "JupyterLab", "ratio", "limit in a tab")
    for what, ratio in ratios.items():
        own = (f"{found[where][what]:.2f}" for where in ("tab", "JupyterLab"))
        limit = f"{LIMITS[what]:g}" if what in LIMITS else ""
        table.add_row(what, *own, f"{ratio:.1f}", limit)
    out.print(table)
    path = course.root / "build" / "bench_tab.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"seconds": found, "ratios": ratios}, indent=2) + "\n")


def _measure(chromium: Browser, server: Server | Site) -> dict[str, float]:
    """Seconds until the notebook is there with its kernel, for two of its cells, and for the
    slowest of its sliders.
    """
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    lab = Lab(page, server, SCREENSHOTS)
    start = time.perf_counter()
    notebook = lab.open(f"{NAME}.ipynb")
    opened = time.perf_counter() - start
    began = notebook.begin()
    notebook.run_all()
    check = notebook.cell(EXERCISE)
    checks = [check.run() for _ in range(CHECKS)]
    redraws = [_redraw(handle) for handle in page.locator(HANDLES).all()]
    lab.close()
    return {
        "open": opened,
        "setup cell": began,
        "check": statistics.median(checks[1:]),
        "redraw": max(redraws),
    }


def _redraw(handle: Locator) -> float:
    """Seconds for a move of a slider, the middle of some."""
    handle.scroll_into_view_if_needed()
    handle.focus()
    return statistics.median([handle.evaluate(REDRAW) for _ in range(MOVES)][1:])


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def _tab(course: Course, made: Path) -> Iterator[Site]:
    into = site(course, made / "site", Pyodide(str(distribution())), offline=True)
    server = Site(into)
    yield server
    server.stop()


@contextmanager
def _lab(course: Course, made: Path) -> Iterator[Server]:
    root = made / "lab"
    root.mkdir()
    shutil.copy(course.notebook("notebooks", NAME), root)
    server = Server(root, made / "home", "--LabApp.expose_app_in_browser=True")
    yield server
    server.stop()


if __name__ == "__main__":
    main()
