"""The course in a browser tab: nothing installed, nothing asked of another server."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from grading.authoring.catalogue import read_answers
from tests.pyodide import distribution

from .axe import findings
from .conftest import ASSIGNMENTS, ROOT, SCREENSHOTS
from .course import code_cells, is_check, make_twins, solution, widget_cells
from .lab import Lab
from .notebook import SECONDS, Notebook
from .pictures import WIDGETS
from .site import Site
from .widget import Widget

pytestmark = pytest.mark.xdist_group("site")

# For each notebook two exercises: one is answered right in the end, one stays wrong.
EXERCISES = {
    "01_derivatives": ("relu_derivative", "polynomial_derivative"),
    "02_chain_rule": ("gradient_through_depth", "compose"),
    "03_gradients": ("linear_vjp", "jacobian"),
    "04_gradient_descent": ("gradient_descent", "classify_critical_point"),
    "05_backprop_xor": ("mse_loss", "backward"),
}
KNOWN = ("/favicon.ico",)  # a browser asks for it where a page names none


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site with the solutions, as the command builds it."""
    pytest.importorskip("jupyterlite_core", reason="`make browser` installs it")
    into = tmp_path_factory.mktemp("site") / "site"
    options = ["--pyodide", str(distribution()), "--offline", "--solutions", "--into", str(into)]
    done = run("site", *options)
    assert done.returncode == 0, done.stderr
    site = Site(into)
    site.folder = into
    yield site
    site.stop()


@pytest.fixture
def visit(request, site):
    """A visitor's page with all that belongs to it; whatever it asks of others fails the test.

    In Chromium, if the test names no other browser's fixture.
    """
    browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    lab = Lab(context.new_page(), site, SCREENSHOTS)
    yield SimpleNamespace(lab=lab, page=lab.page)
    context.close()
    strange = {url for url in asked if not url.startswith((site.url, "data:", "blob:"))}
    assert asked and not strange
    said = [text for text in lab.said if not any(known in text for known in KNOWN)]
    assert not said, "\n".join(said)


def run(*arguments):
    """Run a ``course`` command."""
    command = [sys.executable, "-m", "grading.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_solution_runs_whole_in_a_tab_and_its_widgets_move(visit, name):
    notebook = visit.lab.open(f"solutions/{name}.ipynb")
    notebook.run_all()
    assert not notebook.errors()
    cells = code_cells(notebook)
    assert [cell["count"] for cell in cells] == [*range(1, len(cells) + 1)]
    assert all("✓" in str(cell["outputs"]) for cell in filter(is_check, cells))
    cell, twins = widget_cells(notebook)[0], make_twins(cells)
    widget = Widget(notebook.cell(cell["id"]), twins[cell["id"]], WIDGETS[name][0])
    before = widget.picture
    key = next(k for k, c in widget.twin.controls.items() if c.kind != "Dropdown")
    widget.drag(key, 0.7)
    widget.check(pictured=False)
    assert widget.picture != before


@pytest.mark.parametrize(
    ("visit", "name"),
    [*(("chromium", name) for name in ASSIGNMENTS), ("firefox", ASSIGNMENTS[0])],
    indirect=["visit"],
)
def test_round_trip_is_graded_exactly(visit, site, tmp_path, name):
    right, wrong = EXERCISES[name]
    page = visit.page
    page.goto(f"{site.url}/index.html")
    page.locator(f'a[href*="{name}"]').first.click()
    notebook = Notebook(visit.lab, f"{name}.ipynb")
    notebook.run_all()
    for exercise in (right, wrong):
        answer, check = notebook.cell(exercise), notebook.cell(f"test_{exercise}")
        assert check.text.startswith("○\u2002Not attempted yet: ")
        catalogue = read_answers(ROOT / "catalogue" / name / f"{exercise}.py")
        mistake = next(answer for answer in catalogue if answer.kind == "wrong")
        answer.replace(mistake.code)
        answer.run()
        check.run()
        assert mistake.explanation in " ".join(check.text.split())
    answer, check = notebook.cell(right), notebook.cell(f"test_{right}")
    answer.replace(solution(name, right))
    answer.run()
    check.run()
    assert check.text.startswith("✓") and "✗" not in check.text
    notebook.save()

    page.reload()
    notebook = Notebook(visit.lab, f"{name}.ipynb")
    assert notebook.cell(right).state["source"].strip() == solution(name, right).strip()
    with page.expect_download(timeout=30 * SECONDS) as download:
        page.get_by_role("button", name="Download to hand in").click()
    assert download.value.suggested_filename == f"{name}.ipynb"
    handed_in = tmp_path / download.value.suggested_filename
    download.value.save_as(handed_in)

    graded = run("grade", str(handed_in), "--json", "-")
    assert graded.returncode == 0, graded.stderr
    report = json.loads(graded.stdout)
    [given] = [each for each in report["exercises"] if each["score"]]
    assert given["grade_id"] == f"test_{right}" and given["score"] == given["points"]
    assert report["score"] == given["points"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "docs/students/", "docs/reference/"])
def test_page_has_no_serious_finding_and_fits(chromium, site, path, theme):
    for width in (1440, 420):
        size = {"width": width, "height": 900}
        page = chromium.new_page(color_scheme=theme, viewport=size)
        asked = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(f"{site.url}/{path}")
        found = findings(page, least=5)
        wide = page.evaluate("document.documentElement.scrollWidth")
        name = f"site-{path.strip('/').replace('/', '-') or 'front'}-{theme}-{width}"
        page.screenshot(path=SCREENSHOTS / f"{name}.png")
        page.close()
        assert not found, "\n".join(found)
        assert wide <= width
        assert all(url.startswith((site.url, "data:")) for url in asked)
