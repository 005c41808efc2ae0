"""Play buttons in JupyterLab: by keyboard to the end, slow frames, and less motion."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("motion")

SECONDS = 1000

MAKE = """
import time
from deepcalc.widgets import base

def counter(most, interval, cost):
    draws = []
    def scene(figure):
        (dot,) = figure.subplots().plot([], [], "o", animated=True)
        figure.axes[0].set(xlim=(0, most), ylim=(0, most))
        def update(n):
            time.sleep(cost)
            draws.append((n, time.time()))
            dot.set_data([n], [n])
            return f"n = {n}"
        return update
    controls = {"n": base.slider("Step n", 0, 0, most, 1, help="how far", play=interval)}
    return base.interactive(scene, controls, about="A dot."), draws
"""
CELLS = {
    "make": MAKE,
    "quick": "quick, quick_draws = counter(12, 300, 0)\nquick",
    "slow": "slow, slow_draws = counter(60, 50, 0.3)\nslow",
    "count": "print([n for n, _ in slow_draws])\nprint(slow_draws[-1][1] - slow_draws[1][1])",
}

# Each change of a widget's status line: what a screen reader is told of it, and the line.
LISTEN = """root => {
  const status = root.querySelector('.deepcalc-status .widget-html-content');
  root.heard = [];
  new MutationObserver(() => {
    const now = [status.getAttribute('aria-live'), status.innerText.trim()];
    root.heard.push(now);
  }).observe(status, {childList: true, subtree: true, characterData: true});
}"""


@pytest.fixture(scope="module")
def server(start_lab, tmp_path_factory):
    """A JupyterLab with a notebook of two counters that play, a quick and a slow one."""
    folder = tmp_path_factory.mktemp("motion")
    cells = [new_code_cell(source, id=name) for name, source in CELLS.items()]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    nbformat.write(new_notebook(cells=cells, metadata=kernel), folder / "motion.ipynb")
    return start_lab(folder)


@pytest.fixture
def notebook(server, open_lab):
    """The notebook, freshly run."""
    notebook = open_lab(server).open("motion.ipynb")
    notebook.run_all()
    return notebook


class Playing:
    """The widget below a cell, with its play button."""

    def __init__(self, notebook, name):
        self.cell = notebook.cell(name).show()
        self.page = notebook.page
        self.root = self.cell.output.locator(".deepcalc-widget")
        self.root.locator("img").wait_for()
        self.handle = self.root.locator(".noUi-handle")
        self.root.evaluate(LISTEN)

    def button(self, word):
        """The button of that name, as a screen reader finds it."""
        return self.root.get_by_role("button", name=f"{word}: Step n", exact=True)

    def tab_to(self, word):
        """Reach a button from the slider by Tab."""
        self.handle.focus()
        for _ in range(4):
            self.page.keyboard.press("Tab")
            if self.button(word).evaluate("button => button === document.activeElement"):
                return
        raise AssertionError(f"Tab does not reach the button {word!r}")

    def wait_for(self, status, seconds=20):
        """Wait until the line below the picture says it."""
        expect(self.root.locator(".deepcalc-status")).to_have_text(
            status, timeout=seconds * SECONDS
        )

    def wait_for_frame(self, least):
        """Wait until it shows a frame from `least` on, but not the last one."""
        self.page.wait_for_function(
            """([root, least]) => {
              const n = +root.querySelector('.deepcalc-status').innerText.match(/n = (\\d+)/)[1];
              return least <= n && n < 12;
            }""",
            arg=[self.root.element_handle(), least],
            timeout=20 * SECONDS,
        )

    @property
    def status(self):
        """The line below the picture."""
        return self.root.locator(".deepcalc-status").inner_text()

    @property
    def heard(self):
        """Changes of the status line so far, each with its ``aria-live``."""
        return self.root.evaluate("root => root.heard")

    @property
    def picture(self):
        """The picture's data."""
        return self.root.locator("img").get_attribute("src")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_play_by_keyboard_shows_frames_and_speaks_at_the_end(key, notebook):
    playing = Playing(notebook, "quick")
    first = playing.picture
    expect(playing.button("play")).to_be_visible()
    playing.tab_to("play")
    playing.page.keyboard.press(key)
    expect(playing.button("pause")).to_be_focused()
    playing.wait_for("n = 12")
    expect(playing.button("play")).to_be_focused()
    playing.page.wait_for_timeout(500)
    assert playing.picture != first
    frames = [int(text.removeprefix("n = ")) for _, text in playing.heard]
    assert frames == sorted(frames) and len(set(frames)) > 6 and frames[-1] == 12
    spoken = [text for live, text in playing.heard if live != "off"]
    assert spoken == ["n = 12"]
    assert "jp-mod-editMode" not in playing.cell.notebook.panel.locator(
        ".jp-Notebook"
    ).get_attribute("class")


def test_play_stops_at_the_end_and_begins_again_from_the_start(notebook):
    playing = Playing(notebook, "quick")
    playing.page.wait_for_timeout(1000)
    assert playing.status == "n = 0", "it starts by itself"
    playing.handle.press("End")
    playing.wait_for("n = 12")
    playing.tab_to("play")
    playing.page.keyboard.press("Enter")
    playing.wait_for_frame(1)
    playing.wait_for("n = 12")
    playing.page.wait_for_timeout(1000)
    assert playing.status == "n = 12", "it loops"
    playing.tab_to("back to the start")
    playing.page.keyboard.press("Enter")
    playing.wait_for("n = 0")


def test_a_hand_on_the_slider_ends_the_play(notebook):
    playing = Playing(notebook, "quick")
    playing.tab_to("play")
    playing.page.keyboard.press("Enter")
    playing.wait_for_frame(3)
    playing.handle.press("End")
    playing.wait_for("n = 12")
    playing.handle.press("Home")
    playing.wait_for("n = 0")
    playing.page.wait_for_timeout(1000)
    assert playing.status == "n = 0"
    expect(playing.button("play")).to_be_visible()


def test_frames_slower_than_the_clock_are_left_out_and_no_queue_builds_up(notebook):
    playing = Playing(notebook, "slow")
    playing.tab_to("play")
    playing.page.keyboard.press("Enter")
    expect(playing.button("pause")).to_be_visible()
    expect(playing.button("play")).to_be_visible(timeout=20 * SECONDS)  # the clock is at the end
    playing.wait_for("n = 60", seconds=4)  # a queue would take 15 more
    count = notebook.cell("count")
    count.run()
    drawn, seconds = count.text.splitlines()[:2]
    drawn = [int(n) for n in drawn.strip("[]").split(", ")]
    assert drawn == sorted(set(drawn)) and drawn[-1] == 60
    assert 5 <= len(drawn) <= 2 + float(seconds) / 0.3 + 1
    assert len(drawn) < 30 and float(seconds) < 10, "60 frames of 0.3 s would take 18 s"


def test_who_asks_for_less_motion_has_no_play_button_and_is_told_so(server, open_lab):
    lab = open_lab(server)
    lab.page.emulate_media(reduced_motion="reduce")
    notebook = lab.open("motion.ipynb")
    notebook.run_all()
    playing = Playing(notebook, "quick")
    expect(playing.root.locator(".deepcalc-play")).to_be_hidden()
    told = playing.root.get_by_text("No play button: your system asks for less motion.")
    expect(told).to_be_visible()
    playing.handle.press("ArrowRight")
    playing.wait_for("n = 1")
    lab.page.emulate_media(reduced_motion="no-preference")
    expect(told).to_be_hidden()
    playing.tab_to("play")
    playing.page.keyboard.press("Enter")
    playing.wait_for_frame(3)
    lab.page.emulate_media(reduced_motion="reduce")
    expect(playing.root.locator(".deepcalc-running")).to_have_count(0)
    playing.page.wait_for_timeout(300)
    still = playing.status
    playing.page.wait_for_timeout(1000)
    assert playing.status == still != "n = 12"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_play_buttons_have_names_and_show_that_they_have_the_focus(theme, server, open_lab):
    notebook = open_lab(server, theme=theme).open("motion.ipynb")
    notebook.run_all()
    playing = Playing(notebook, "quick")
    for word in ("play", "back to the start"):
        playing.tab_to(word)
        outline = playing.button(word).evaluate(
            "button => (({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
            "(getComputedStyle(button))"
        )
        assert outline == ["solid", "3px"], word
    playing.cell.snap(f"motion-focus-{theme}")
