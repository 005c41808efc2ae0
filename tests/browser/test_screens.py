"""A notebook fits every screen: a phone's width, a dark page, the outline beside it."""

import io

import nbformat
import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import expect

from .conftest import ASSIGNMENTS
from .test_accessibility import mixed

pytestmark = pytest.mark.xdist_group("screens")

# What is wider than its place, but for what scrolls by itself: a formula, a table, a diagram.
WIDER = """
    () => [...document.querySelectorAll(
      '.jp-Notebook, .jp-WindowedPanel-outer, .jp-RenderedHTMLCommon, .jp-OutputArea-output, '
      + '.jp-OutputArea-child, .jp-Placeholder, .dc-check, .dc-passed, .deepcalc-widget'
    )].filter(each => each.clientWidth && each.scrollWidth > each.clientWidth + 1
      && !each.matches('.deepcalc-wide')
    ).map(each => `${each.className}: ${each.scrollWidth} in ${each.clientWidth}: `
      + each.textContent.slice(0, 80))
"""

# What each picture shows, how wide it is on the page, and how wide its drawing is.
WIDTHS = """
    () => [...document.querySelectorAll('.deepcalc-figure img')].map(
      img => [img.alt.slice(0, 60), img.getBoundingClientRect().width, img.naturalWidth]
    )
"""

TURNED = """
    () => [...document.querySelectorAll('.deepcalc-figure img, .deepcalc-grid')].every(
      each => getComputedStyle(each).filter.startsWith('invert'))
"""

CUT = """
    () => [...document.querySelectorAll('.jp-tocItem-content')].filter(each => {
      const row = each.closest('.jp-tocItem').shadowRoot.querySelector('.positioning-region');
      return each.scrollWidth > each.clientWidth
        || each.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom + 1;
    }).map(each => each.textContent)
"""


@pytest.fixture(scope="module")
def server(start_lab, tmp_path_factory):
    """A JupyterLab with the five notebooks, some answers missing and some wrong."""
    folder = tmp_path_factory.mktemp("screens")
    for name in ASSIGNMENTS:
        nbformat.write(mixed(name), folder / f"{name}.ipynb")
    server = start_lab(folder)
    # A cell that was never drawn has no width.
    server.set("@jupyterlab/notebook-extension:tracker", windowingMode="none")
    return server


def contrast(one, other):
    """Of two colours with channels from 0 to 1, as WCAG has it."""
    light = []
    for colour in (one, other):
        c = np.asarray(colour[:3], dtype=float)
        linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
        light.append(linear @ [0.2126, 0.7152, 0.0722] + 0.05)
    return max(light) / min(light)


def at_rest(picture):
    """A screenshot of a picture that moves no more: what is drawn above it may push it down."""
    picture.scroll_into_view_if_needed()
    before, now = None, picture.screenshot()
    for _ in range(50):
        if now == before:
            return imread(io.BytesIO(now), format="png")[..., :3]
        picture.page.wait_for_timeout(100)
        before, now = now, picture.screenshot()
    raise AssertionError("the picture does not come to rest")


def looks(page):
    """The paper of each picture as it is seen, and the contrast of its strongest ink."""
    for picture in page.locator(".deepcalc-figure img").all():
        seen = at_rest(picture)
        paper = seen[2, 2]  # nothing is drawn in the very corner
        ink = seen.reshape(-1, 3)[np.argsort(np.abs(seen - paper).sum(axis=-1).ravel())[-40]]
        yield picture.get_attribute("alt")[:60], paper, contrast(ink, paper)


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_notebook_fits_every_screen(server, open_lab, name):
    lab = open_lab(server)
    page = lab.page
    notebook = lab.open(f"{name}.ipynb")
    notebook.run_all()
    page.locator(".deepcalc-widget img").first.wait_for()

    page.keyboard.press("Control+Shift+K")  # the outline
    page.locator(".jp-tocItem-content").first.wait_for()
    assert not page.evaluate(CUT)

    page.keyboard.press("Control+B")  # no sidebar
    # As wide as a phone, and high enough for the highest picture: nothing of it is covered then.
    page.set_viewport_size({"width": 420, "height": 1600})
    pictures = page.locator(".deepcalc-widget .deepcalc-figure:not(.deepcalc-wide *) img")
    for picture in pictures.all():  # the kernel draws them for the narrow page
        expect(picture).to_have_attribute("width", "360", timeout=60_000)
    page.wait_for_timeout(500)
    wider = page.evaluate(WIDER)
    assert not wider, "\n".join(wider)
    # At three quarters of its size a picture's smallest letters are 10 pixels high.
    for alt, width, drawn in page.evaluate(WIDTHS):
        assert width >= 0.75 * (360 if drawn == 540 else 720), alt
    for alt, paper, ink in looks(page):
        assert paper.min() > 0.97 and ink > 4.5, (alt, paper, ink)

    page.evaluate(
        "jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})"
    )
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    page.wait_for_timeout(1000)
    assert page.evaluate(TURNED), "figures and the grid to draw on are dark together"
    for alt, paper, ink in looks(page):
        assert paper.max() < 0.15 and ink > 4.5, (alt, paper, ink)
    lab.snap(f"screens-{name}-dark")
    server.end_kernels()
